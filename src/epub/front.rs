//! What stands before the contents: the cover and the title page.

use super::EpubError;
use super::context::{BookContext, BookPage};
use super::metadata::title;
use super::names;
use crate::issue::date_in_words;
use crate::pictures::Rendition;
use crate::render::xhtml::frames::Frames;
use crate::render::xhtml::lang_dir::LangDir;
use crate::render::xhtml::markup::one_line;
use epub_builder::ReferenceType;
use minijinja::context;
use minijinja::value::Serde;

/// The page that shows the cover.
pub(super) fn cover(context: &BookContext, picture: &Rendition, frames: &Frames) -> Result<BookPage, EpubError> {
    let issue = context.issue;
    let words = context! {
        root => "",
        voice => LangDir::attributes(Some(&LangDir::of(&issue.language))),
        wording => Serde(&issue.wording),
        title => title(issue),
        picture => names::cover_picture(picture),
        width => picture.width,
        height => picture.height,
    };
    Ok(BookPage {
        file: names::COVER.to_owned(),
        title: issue.wording.cover.clone(),
        xhtml: frames.page("cover.xhtml", names::COVER, words)?,
        part: Some(ReferenceType::Cover),
    })
}

/// The page that says what the book is.
pub(super) fn title_page(context: &BookContext, frames: &Frames) -> Result<BookPage, EpubError> {
    let issue = context.issue;
    let date = date_in_words(issue.date, &issue.language);
    let words = context! {
        root => "",
        voice => LangDir::attributes(Some(&LangDir::of(&issue.language))),
        wording => Serde(&issue.wording),
        title => title(issue),
        // Most titles have the date in them; it need not be said twice.
        date => (!issue.title.contains(&date)).then_some(date),
        publisher => one_line(&issue.publisher),
        articles => issue.wording.articles.replace("{}", &issue.articles.len().to_string()),
    };
    Ok(BookPage {
        file: names::TITLE_PAGE.to_owned(),
        title: issue.wording.title_page.clone(),
        xhtml: frames.page("title.xhtml", names::TITLE_PAGE, words)?,
        part: Some(ReferenceType::TitlePage),
    })
}
