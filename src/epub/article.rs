//! The page of one article.

use super::EpubError;
use super::context::{BookContext, BookPage};
use crate::render::xhtml::article::ArticlePage;
use crate::render::xhtml::frames::Frames;
use epub_builder::ReferenceType;

/// The page of the article at `place`.
pub(super) fn page(context: &BookContext, place: usize, frames: &Frames) -> Result<BookPage, EpubError> {
    let (title, file) = (context.title(place), context.article_files[place].clone());
    let page = ArticlePage {
        article: &context.issue.articles[place],
        title: &title,
        language: &context.issue.language,
        wording: &context.issue.wording,
        pictures: &context.pictures,
    };
    Ok(BookPage {
        xhtml: frames.page("article.xhtml", &file, page.words())?,
        part: (place == 0).then_some(ReferenceType::Text),
        title,
        file,
    })
}
