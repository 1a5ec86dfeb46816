//! The article as a page of HTML by itself.

use super::xhtml::article::ArticlePage;
use super::xhtml::frames::{FrameError, Frames, STYLESHEET};
use super::xhtml::markup::one_line;
use super::xhtml::pictures::AsPublished;
use crate::article::Article;
use crate::issue::{LanguageChoice, Wording};
use minijinja::{Value, context};

/// The page of one article as it would stand in a book, as a document by itself (XHTML that is HTML, too): its style is in
/// it, and its pictures are where they were published.
///
/// # Errors
/// When the template does not fit the page.
pub fn html(article: &Article) -> Result<String, FrameError> {
    let language = LanguageChoice::default().of_issue(std::slice::from_ref(article));
    let page = ArticlePage {
        article,
        title: &one_line(&article.headline),
        language: &language,
        wording: &Wording::in_language(&language),
        pictures: &AsPublished,
    };
    let style = Value::from_safe_string(STYLESHEET.to_owned());
    Frames::new()?.page("article.xhtml", "of the article", context! { style, ..page.words() })
}
