//! Clean: finds the article in the page.
//!
//! A pure function: no network, no disk, no clock. The page's markup goes in, an [`Article`] comes out,
//! and no string of markup passes beyond this folder.

mod addresses;
mod figures;
mod metadata;

use crate::article::Article;
use crate::source::Page;
use scraper::Html;

/// Finds the article in `page`.
///
/// # Errors
/// When the page holds no text that could be an article's body.
pub fn clean(page: &Page) -> Result<Article, NoArticle> {
    let document = Html::parse_document(&page.html);
    let metadata = metadata::read(&document, page);
    Ok(Article {
        headline: metadata.headline.ok_or(NoArticle::NoText)?,
        standfirst: metadata.standfirst,
        byline: metadata.byline,
        published: metadata.published,
        modified: metadata.modified,
        site: metadata.site,
        section: metadata.section,
        url: metadata.url,
        language: metadata.language,
        body: Vec::new(),
        notes: Vec::new(),
    })
}

/// Why a page gave no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoArticle {
    #[error("the page has no text that could be an article; was it saved before it had loaded?")]
    NoText,
}
