//! Metadata: headline, standfirst, byline, dates, site, section, address and language of a page.
//!
//! A page says these things in many places, and the places disagree. One walk over the page (`scan`) picks
//! up all places that may matter; then each idea has a file or a folder that weighs them, in this order of trust:
//!
//! | what | the order of trust |
//! |---|---|
//! | headline | declared; the visible heading that agrees best with the page's head; a lone `h1`; the head, without the site's name. Where head and heading differ, the heading is what a reader saw, unless it is one word of many. A label behind a bar is no part of it |
//! | byline | declared; JSON-LD; the visible byline, by its label, its markup or what stands beside the name; metas; the box at the article's end; bodies. Persons come before desks, these before bodies, and the site's own name comes last |
//! | published | declared; the data, where the page shows the same day; the address; the data, where the page shows the day that it was on another clock; the day that the page shows, unless it is that of the change; metas; the shown change; a month that the page shows with a label; JSON-LD, microdata; what stands far from the headline |
//! | modified | declared; JSON-LD; metas; microdata; the day that the page shows as that of a change. None that lies before the publication |
//! | site | declared; `og:site_name`; JSON-LD publisher and web site; other metas; the end of the title. Of a name with a slogan, the part that has the letters of the address |
//! | section | declared; metas; JSON-LD; breadcrumbs, but for that of the page itself; the visible label over the headline |
//! | standfirst | declared; a visible one by its markup; a visible line that repeats the page's description; the lone sentence between headline and byline |
//! | language | declared; `lang`, JSON-LD, metas, unless the text is plainly in another |
//!
//! What is hidden from the reader tells of dates and properties, and of nothing else.
//!
//! "Declared" is what stands beside the markup, such as a Markdown file's front matter.

mod article_data;
mod byline;
mod dates;
mod headline;
mod language;
mod meta_tags;
mod scan;
mod section;
mod site;
mod standfirst;
mod tidy;
mod words;

use super::view::PageView;
use crate::article::{Byline, Language, Moment};
use crate::source::{Declared, Page};
use article_data::ArticleData;
use dates::text::DayOrder;
use scan::MetadataScan;
use url::Url;

/// All that a page says of its article beside the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Metadata {
    /// The headline as a reader sees it, without the site's name.
    pub headline: Option<String>,
    pub standfirst: Option<String>,
    pub byline: Byline,
    pub published: Option<Moment>,
    pub modified: Option<Moment>,
    pub site: Option<String>,
    pub section: Option<String>,
    /// The canonical address, or else the page's.
    pub url: Option<Url>,
    pub language: Option<Language>,
    /// The address of the lead picture as the page's head names it (og:image and the like), unresolved.
    pub picture: Option<String>,
    /// The text of the article as the page's own data has it (JSON-LD `articleBody`): a witness, not a source.
    pub body_text: Option<String>,
}

/// Reads the metadata of `page`, seen by `view`.
pub(crate) fn read(view: &PageView, page: &Page, declared: &Declared) -> Metadata {
    let mut scan = MetadataScan::of(view);
    let url = address(&scan, page);
    let og_title = meta_tags::first(&scan, meta_tags::HEADLINE);
    let witnesses = [og_title.as_deref().unwrap_or_default(), scan.title.as_deref().unwrap_or_default()];
    let data = ArticleData::of(&view.linked_data, &witnesses, url.as_ref().map(Url::as_str));

    let site = site::read(&scan, &data, declared, url.as_ref());
    let own_names = site::own_names(site.as_deref(), &data, url.as_ref());
    let titles = headline::titles(&scan, &data, &own_names);
    let found = headline::read(&scan, &titles, &own_names);
    let headline = declared.title.clone().or(found.text);
    if let Some(mark) = &found.mark {
        scan.pardon_around(mark);
    }
    let at = found.mark.map(|mark| mark.at).or_else(|| scan.place_of(headline.as_deref()?));
    let language = language::read(&scan, &data, declared);
    let order = DayOrder::of(language.as_ref(), url.as_ref());
    let (published, modified) = dates::read(&scan, &data, declared, order, at, url.as_ref());
    Metadata {
        standfirst: standfirst::read(&scan, &data, declared, headline.as_deref(), at),
        byline: byline::read(&scan, &data, declared, at, &own_names),
        section: section::read(&scan, &data, declared, headline.as_deref(), at, &own_names),
        picture: declared.picture.clone().or_else(|| meta_tags::first(&scan, meta_tags::PICTURE)),
        body_text: data.text(&["articleBody"]),
        headline,
        published,
        modified,
        site,
        url,
        language,
    }
}

/// The canonical address if it lies on a place of the web, or else the page's own.
fn address(scan: &MetadataScan, page: &Page) -> Option<Url> {
    let og = meta_tags::first(scan, meta_tags::ADDRESS);
    let stated = scan.claims.canonical.into_iter().chain(og.as_deref()).find_map(|href| {
        let url = match &page.url {
            Some(base) => base.join(href.trim()).ok()?,
            None => Url::parse(href.trim()).ok()?,
        };
        let is_page = matches!(url.scheme(), "http" | "https") && url.path().len() > 1;
        is_page.then_some(url)
    });
    stated.or_else(|| page.url.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Declared, Origin};
    use scraper::Html;

    /// The metadata of a page with this markup.
    pub(super) fn read(html: &str) -> Metadata {
        read_at("https://courier.example/tide", html)
    }

    pub(super) fn read_at(address: &str, html: &str) -> Metadata {
        read_page(&page(address, html))
    }

    fn read_page(page: &Page) -> Metadata {
        let document = Html::parse_document(&page.html);
        super::read(&PageView::of(&document), page, &page.declared)
    }

    fn page(address: &str, html: &str) -> Page {
        let (origin, url) = (Origin::StandardInput, Url::parse(address).ok());
        Page { origin, url, html: html.to_owned(), saved: None, declared: Declared::default() }
    }

    #[test]
    fn what_is_declared_beside_the_markup_is_believed_before_it() {
        let html = "<title>Untitled</title><h1>Untitled document</h1><p>By Ben Moe</p>";
        let mut page = page("https://courier.example/tide", html);
        page.declared.title = Some("The tide comes in".into());
        page.declared.authors = vec!["Ada Roe".into()];
        page.declared.published = Some("9 July 2020".into());
        let metadata = read_page(&page);
        assert_eq!(metadata.headline.as_deref(), Some("The tide comes in"));
        assert_eq!(metadata.byline.authors, ["Ada Roe"]);
        assert_eq!(metadata.published.unwrap().to_string(), "2020-07-09");
    }

    #[test]
    fn the_canonical_address_is_resolved_and_a_bare_host_is_not_believed() {
        let metadata = read("<link rel=canonical href='/2020/tide'><h1>The tide comes in</h1>");
        assert_eq!(metadata.url.unwrap().as_str(), "https://courier.example/2020/tide");
        let metadata = read("<link rel=canonical href='https://courier.example/'><h1>The tide comes in</h1>");
        assert_eq!(metadata.url.unwrap().as_str(), "https://courier.example/tide");
    }

    #[test]
    fn an_empty_page_has_no_metadata_but_its_address() {
        let metadata = read("");
        assert_eq!(Metadata { url: None, ..metadata }, Metadata::default());
    }

    proptest::proptest! {
        #[test]
        fn no_soup_of_tags_and_words_makes_it_panic(pieces in proptest::collection::vec(piece(), 0..40)) {
            read(&pieces.concat());
        }
    }

    fn piece() -> impl proptest::strategy::Strategy<Value = String> {
        use proptest::prelude::*;
        const PIECES: [&str; 16] = [
            "<h1>",
            "<h1 class=title>İstanbul ŞİİR",
            "</h1>",
            "<div class='byline author'>By ",
            "<span>",
            "</span>",
            "</div>",
            "<p>",
            "Ada Roe, MD",
            "<time datetime='9999-99-99'>",
            "July 9, 2020",
            "Updated ",
            "9/9/99",
            " | ",
            "<meta name=author content='Von İ'>",
            "<script type=application/ld+json>{\"@graph\": [{\"@type\": \"Article\", \"author\": </script>",
        ];
        prop_oneof![proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), "\\PC{0,12}"]
    }

    #[test]
    fn a_newspaper_page_without_data_is_read_from_what_it_shows() {
        let metadata = read(
            "<div id=masthead-section-label><a href='/section/asia'>Asia Pacific</a></div>
             <div><h1>Envoys Leave\n After a Long Night</h1></div>
             <p>The talks, over fishing rights in the strait, are likely to be taken up again.</p>
             <div>By <a href='/by/ada-roe'><span itemprop=name>Ada\nRoe</span></a> and
             <a href='/by/ben-moe'><span class='last-byline' itemprop=name>Ben Moe</span></a></div>
             <ul><li><div>July 9,\n2020</div></li></ul>
             <div name=articleBody><p>PORT ANN — The envoys left on Thursday, and nobody spoke of a day on which they would return.</p></div>",
        );
        assert_eq!(metadata.headline.as_deref(), Some("Envoys Leave After a Long Night"));
        assert_eq!(metadata.section.as_deref(), Some("Asia Pacific"));
        assert_eq!(metadata.byline.authors, ["Ada Roe", "Ben Moe"]);
        assert_eq!(metadata.published.unwrap().to_string(), "2020-07-09");
        let standfirst = metadata.standfirst.as_deref();
        assert_eq!(standfirst, Some("The talks, over fishing rights in the strait, are likely to be taken up again."));
    }
}
