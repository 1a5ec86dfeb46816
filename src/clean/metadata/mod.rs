//! Metadata: headline, standfirst, byline, dates, site, section, address and language of a page.

use crate::article::{Byline, Language, Moment};
use crate::source::Page;
use scraper::Html;
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

/// Reads the metadata of `page`, whose markup is `document`.
pub(crate) fn read(document: &Html, page: &Page) -> Metadata {
    let _ = document;
    Metadata { headline: page.declared.title.clone(), ..Metadata::default() }
}
