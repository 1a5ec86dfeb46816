//! The page of picture credits: who made each picture, with the way back to it.

use super::EpubError;
use super::context::{BookContext, BookPage};
use super::names;
use crate::issue::PictureCredit;
use crate::render::xhtml::frames::Frames;
use crate::render::xhtml::lang_dir::LangDir;
use crate::render::xhtml::markup::one_line;
use crate::render::xhtml::pictures::figure_id;
use minijinja::context;
use minijinja::value::Serde;
use serde::Serialize;
use url::Url;

/// The credits of the pictures of one article.
#[derive(Debug, Serialize)]
struct Group {
    headline: String,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    /// The figure, or the page of its article where there is no such figure.
    target: String,
    caption: String,
    /// As printed.
    credit: String,
    /// The same in pieces, with where they lead to.
    pieces: Vec<Piece>,
    /// Where it was found, if no reader of the page could see it there.
    origin: Option<String>,
}

#[derive(Debug, Serialize)]
struct Piece {
    words: String,
    address: Option<String>,
}

/// The page of picture credits.
pub(super) fn page(context: &BookContext, frames: &Frames) -> Result<BookPage, EpubError> {
    let issue = context.issue;
    let words = context! {
        root => "",
        voice => LangDir::attributes(Some(&LangDir::of(&issue.language))),
        wording => Serde(&issue.wording),
        title => &issue.wording.picture_credits,
        groups => Serde(groups(context)),
    };
    Ok(BookPage {
        file: names::CREDITS.to_owned(),
        title: issue.wording.picture_credits.clone(),
        xhtml: frames.page("credits.xhtml", names::CREDITS, words)?,
        part: None,
    })
}

fn piece((words, target): (&str, Option<&Url>)) -> Piece {
    let space = |is_there: bool| if is_there { " " } else { "" };
    let (before, after) = (words.starts_with(char::is_whitespace), words.ends_with(char::is_whitespace));
    let line = one_line(words);
    let words =
        if line.is_empty() { space(before).to_owned() } else { format!("{}{line}{}", space(before), space(after)) };
    Piece { words, address: target.map(|target| target.to_string()) }
}

fn groups(context: &BookContext) -> Vec<Group> {
    let of_one_article = context.issue.credits.chunk_by(|one, next| one.article == next.article);
    let group = |credits: &[PictureCredit]| {
        let place = credits.first()?.article;
        let file = context.article_files.get(place)?;
        let figures = context.issue.articles.get(place)?.figures().len();
        let line = |credit: &PictureCredit| Line {
            target: match credit.figure < figures {
                true => format!("{file}#{}", figure_id(credit.figure)),
                false => file.clone(),
            },
            caption: one_line(&credit.caption),
            credit: one_line(&credit.credit.text),
            pieces: credit.credit.pieces().into_iter().map(piece).collect(),
            origin: context.issue.wording.origin(credit.credit.found).map(str::to_owned),
        };
        Some(Group { headline: context.title(place), lines: credits.iter().map(line).collect() })
    };
    of_one_article.filter_map(group).collect()
}
