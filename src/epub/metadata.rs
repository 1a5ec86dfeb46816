//! What the book says of itself: what it is, who made it, and who can read it.

use super::EpubError;
use crate::article::{Article, Inline};
use crate::issue::Issue;
use crate::render::xhtml::lang_dir::LangDir;
use crate::render::xhtml::markup::{Markup, Tag, one_line};
use epub_builder::{EpubBuilder, MetadataOpfV3, ZipLibrary};
use jiff::tz::TimeZone;
use std::time::SystemTime;

/// Enters all that is known of `issue` into the package document.
pub(super) fn describe(issue: &Issue, builder: &mut EpubBuilder<ZipLibrary>) -> Result<(), EpubError> {
    let start_of_day = issue.date.to_zoned_datetime(TimeZone::UTC).and_then(SystemTime::try_from);
    let date = start_of_day.map_err(|source| EpubError::Date { date: issue.date, source })?;
    let title = title(issue);

    builder.set_uuid(issue.identifier);
    builder.set_title(&title);
    // The NCX takes its title from here, and so does the heading of the navigation document.
    builder.set_toc_name(&title);
    builder.add_language(issue.language.to_string());
    builder.set_publication_date(date.into());
    // The book changes when its issue does, not when the program happens to run.
    builder.set_modified_date(date.into());
    builder.set_generator(concat!("Bindery ", env!("CARGO_PKG_VERSION")));
    let direction = LangDir::of(&issue.language).direction();
    builder.metadata("direction", direction).map_err(in_metadata)?;
    let headlines: Vec<String> = issue.articles.iter().map(|article| one_line(&article.headline)).collect();
    if !headlines.is_empty() {
        builder.add_description(headlines.join(" · "));
    }
    builder.add_metadata_opf(with_further_elements(makers(issue).into_iter().chain(accessibility(issue))));
    Ok(())
}

/// What the book is called; a package without a title is not valid (EPUB 3.3, section 5.5.3.2).
pub(super) fn title(issue: &Issue) -> String {
    let title = one_line(&issue.title);
    if title.is_empty() { issue.wording.digest.clone() } else { title }
}

fn in_metadata(source: epub_builder::Error) -> EpubError {
    EpubError::Binding { file: "the metadata".to_owned(), source }
}

/// The publisher, and the authors of the articles.
///
/// Whoever binds an issue is its compiler (MARC relator `com`: "creating a new work by compiling works"); the authors
/// wrote parts of it and are contributors, each of whom a library can look up.
fn makers(issue: &Issue) -> Vec<Markup> {
    let publisher = one_line(&issue.publisher);
    let mut made = Vec::new();
    if !publisher.is_empty() {
        made.push(element(Tag::new("dc:publisher"), &publisher));
        made.extend(person("dc:creator", "creator", &publisher, "com"));
    }
    let mut authors: Vec<String> = Vec::new();
    for author in issue.articles.iter().flat_map(|article| &article.byline.authors) {
        let author = one_line(author);
        if !author.is_empty() && !authors.contains(&author) {
            authors.push(author);
        }
    }
    for (place, author) in authors.iter().enumerate() {
        made.extend(person("dc:contributor", &format!("contributor-{}", place + 1), author, "aut"));
    }
    made
}

fn person(name: &'static str, id: &str, words: &str, role: &str) -> [Markup; 2] {
    let refining = Tag::new("meta").with("refines", format!("#{id}")).with("property", "role");
    [element(Tag::new(name).id(id), words), element(refining.with("scheme", "marc:relators"), role)]
}

/// EPUB Accessibility 1.1, section 2.2: how the book can be read, and what helps with it. The first way of reading
/// it, "textual", is in [`with_further_elements`].
fn accessibility(issue: &Issue) -> Vec<Markup> {
    let figures: Vec<_> = issue.articles.iter().flat_map(Article::figures).collect();
    let all_in_words =
        figures.iter().all(|figure| !figure.alt.trim().is_empty() || !Inline::plain_text(&figure.caption).is_empty());
    let mut found = Vec::new();
    let mut say = |property: &str, value: &str| {
        found.push(element(Tag::new("meta").with("property", format!("schema:{property}")), value));
    };
    if !figures.is_empty() {
        say("accessMode", "visual");
        say("accessModeSufficient", "textual,visual");
    }
    if all_in_words {
        say("accessModeSufficient", "textual");
    }
    if all_in_words && !figures.is_empty() {
        say("accessibilityFeature", "alternativeText");
    }
    for feature in ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"] {
        say("accessibilityFeature", feature);
    }
    found
}

fn element(tag: Tag, words: &str) -> Markup {
    let mut out = Markup::default();
    out.words(tag, words);
    out
}

/// Elements of any name, by the one way that epub-builder has for more metadata.
///
/// It knows `meta` alone, but writes the content of one as it is. So the elements stand between a first `meta` that
/// they close and a last one that they open: the book can be read as text, and its still pictures endanger nobody.
fn with_further_elements(elements: impl Iterator<Item = Markup>) -> Box<MetadataOpfV3> {
    let mut content = String::from("textual</meta>\n");
    for element in elements {
        content.push_str(&element.into_string());
        content.push('\n');
    }
    content.push_str("<meta property=\"schema:accessibilityHazard\">none");
    Box::new(MetadataOpfV3::new("schema:accessMode".to_owned(), content))
}
