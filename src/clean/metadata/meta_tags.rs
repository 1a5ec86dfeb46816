//! Meta tags: what the `meta` elements of a page's head say, under the many names that systems use.

use super::scan::MetadataScan;
use super::tidy::tidy;
use crate::lexicon;

/// The names under which one thing is told, the most trusted first.
pub(super) type Names = &'static [&'static str];

pub(super) const HEADLINE: Names = &[
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "title",
];

pub(super) const DESCRIPTION: Names = &["og:description", "description", "twitter:description", "dc.description"];

const AUTHORS: Names = &[
    "citation_author",
    "citation_authors",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "author",
    "authors",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "og:article:author",
    "author_name",
    "cxenseparse:author",
];

pub(super) const PUBLISHED: Names = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "publish-date",
    "publish_date",
    "published_date",
    "published-date",
    "pubdate",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "dc.date",
    "dcterms.date",
    "originalpublicationdate",
    "date",
];

pub(super) const MODIFIED: Names = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "updated_time",
];

pub(super) const SITE: Names = &[
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "citation_journal_title",
    "al:ios:app_name",
];

pub(super) const SECTION: Names =
    &["article:section", "og:article:section", "parsely-section", "sailthru.section", "section", "cxenseparse:section"];

pub(super) const PICTURE: Names = &[
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
    "thumbnail",
];

pub(super) const LANGUAGE: Names =
    &["og:locale", "content-language", "language", "dc.language", "dcterms.language", "inlanguage"];

pub(super) const ADDRESS: Names = &["og:url", "parsely-link", "twitter:url"];

/// Dates under names of a site's own that speak of publishing ("w-published-date").
pub(super) fn own_published(scan: &MetadataScan) -> impl Iterator<Item = String> {
    const NOT_THAT: [&str; 5] = ["modif", "expir", "unpublish", "update", "end"];
    let is_it = |key: &str| {
        (key.contains("publish") || key.contains("pubdate")) && !NOT_THAT.iter().any(|word| key.contains(word))
    };
    scan.claims.metas.iter().filter(move |(key, _)| is_it(key)).filter_map(|(_, content)| tidy(content))
}

/// The authors, from the first name that has any, or else from the card that is made for Twitter, whose fields
/// have labels of their own.
pub(super) fn authors(scan: &MetadataScan) -> Vec<String> {
    let authors: Vec<String> = all(scan, AUTHORS).iter().map(|name| in_reading_order(name)).collect();
    if !authors.is_empty() {
        return authors;
    }
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
        let is_author =
            first(scan, &[label]).is_some_and(|label| lexicon::BYLINE_CARD_LABELS.contains(&label.to_lowercase()));
        if is_author {
            return first(scan, &[data]).into_iter().collect();
        }
    }
    Vec::new()
}

/// "Ada Roe" of a catalogue's "Roe, Ada"; a list of whole names stays as it is.
fn in_reading_order(name: &str) -> String {
    match name.split_once(", ") {
        Some((family, given))
            if !family.contains(' ') && !given.contains([',', ';']) && given.split(' ').count() <= 2 =>
        {
            format!("{given} {family}")
        }
        _ => name.to_owned(),
    }
}

/// Every content under the first of `names` that the page has.
fn all(scan: &MetadataScan, names: Names) -> Vec<String> {
    let under = |name: &str| -> Vec<String> {
        scan.claims.metas.iter().filter(|(key, _)| key == name).filter_map(|(_, content)| tidy(content)).collect()
    };
    names.iter().map(|name| under(name)).find(|contents| !contents.is_empty()).unwrap_or_default()
}

/// The contents of `names` in the order of trust.
pub(super) fn each<'s>(scan: &'s MetadataScan, names: Names) -> impl Iterator<Item = String> + 's {
    names.iter().flat_map(move |name| {
        scan.claims.metas.iter().filter(move |(key, _)| key == name).filter_map(|(_, content)| tidy(content))
    })
}

/// The content under the first of `names` that the page has.
pub(super) fn first(scan: &MetadataScan, names: &[&str]) -> Option<String> {
    let under = |name: &&str| {
        scan.claims.metas.iter().filter(move |(key, _)| key == name).find_map(|(_, content)| tidy(content))
    };
    names.iter().find_map(under)
}

#[cfg(test)]
mod tests {
    use super::super::scan::MetadataScan;
    use super::*;
    use crate::clean::view::PageView;
    use scraper::Html;

    #[test]
    fn all_authors_under_one_name_are_read_and_no_more() {
        let head = "<meta name=citation_author content='Roe, Ada'><meta name=citation_author content='Ben Moe'><meta name=author content=admin>";
        let document = Html::parse_document(head);
        assert_eq!(authors(&MetadataScan::of(&PageView::of(&document))), ["Ada Roe", "Ben Moe"]);
    }

    #[test]
    fn a_labelled_field_is_an_author_only_if_its_label_says_so() {
        let of = |label: &str| {
            let head =
                format!("<meta name=twitter:label1 content='{label}'><meta name=twitter:data1 content='Ada Roe'>");
            authors(&MetadataScan::of(&PageView::of(&Html::parse_document(&head))))
        };
        assert_eq!(of("Written by"), ["Ada Roe"]);
        assert!(of("Est. reading time").is_empty());
    }

    #[test]
    fn names_of_a_sites_own_are_read_for_the_day_of_publication() {
        let document = Html::parse_document(
            "<meta name=w-unpublish-date content=2030-01-01><meta name=w-published-date content=2020-07-09>",
        );
        assert_eq!(own_published(&MetadataScan::of(&PageView::of(&document))).collect::<Vec<_>>(), ["2020-07-09"]);
    }
}
