//! The last page: how the book was made.

use super::EpubError;
use super::context::{BookContext, BookPage};
use super::names;
use crate::render::xhtml::frames::Frames;
use crate::render::xhtml::lang_dir::LangDir;
use crate::render::xhtml::markup::one_line;
use minijinja::context;
use minijinja::value::Serde;

/// The page of the colophon.
pub(super) fn page(context: &BookContext, frames: &Frames) -> Result<BookPage, EpubError> {
    let issue = context.issue;
    let sentences: Vec<String> = issue.colophon().iter().map(|sentence| one_line(sentence)).collect();
    let words = context! {
        root => "",
        voice => LangDir::attributes(Some(&LangDir::of(&issue.language))),
        title => &issue.wording.colophon,
        sentences => Serde(sentences),
    };
    Ok(BookPage {
        file: names::COLOPHON.to_owned(),
        title: issue.wording.colophon.clone(),
        xhtml: frames.page("colophon.xhtml", names::COLOPHON, words)?,
        part: None,
    })
}
