//! The page of one article: what stands above its body and below it.

use super::EpubError;
use super::body::Body;
use super::contents::minutes_in_words;
use super::context::{BookContext, BookPage};
use super::frames::{Frames, STYLESHEET};
use super::links::address;
use super::markup::one_line;
use super::pictures::{AsPublished, Shelf};
use super::voice::Voice;
use crate::article::{Article, Moment, printed_address};
use crate::issue::{Issue, moment_in_words};
use crate::pictures::Pictures;
use epub_builder::ReferenceType;
use jiff::civil::Date;
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;
use url::Url;

/// The page of the article at `place`.
pub fn page(context: &BookContext, place: usize, frames: &Frames) -> Result<BookPage, EpubError> {
    let (title, file) = (context.title(place), context.article_files[place].clone());
    let words = words(context.issue, &context.issue.articles[place], &title, &context.pictures);
    Ok(BookPage {
        xhtml: frames.page("article.xhtml", &file, words)?,
        part: (place == 0).then_some(ReferenceType::Text),
        title,
        file,
    })
}

/// The page of an article that is in no book: its pictures are where they were published.
///
/// # Errors
/// When the template does not fit the page.
pub fn page_by_itself(article: &Article) -> Result<String, EpubError> {
    let date = article.published.map_or(Date::ZERO, Moment::date);
    let issue = Issue::assemble(Some(&article.headline), date, vec![article.clone()], Pictures::default());
    let words = words(&issue, article, &one_line(&article.headline), &AsPublished);
    let style = Value::from_safe_string(STYLESHEET.to_owned());
    Frames::new()?.page("article.xhtml", "of the article", context! { style, ..words })
}

/// The words on the page of an article.
fn words(issue: &Issue, article: &Article, title: &str, pictures: &dyn Shelf) -> Value {
    let around = Voice::of(&issue.language);
    let voice = article.language.as_ref().map_or_else(|| around.clone(), Voice::of);
    let furniture = around.inside(&voice);
    let Body { text, notes } = Body::set(article, pictures, &issue.wording, furniture);
    context! {
        root => "../",
        voice => Voice::attributes(Some(&voice)),
        furniture => Voice::attributes(furniture),
        wording => Serde(&issue.wording),
        title => title,
        section => article.section.as_deref().map(one_line),
        standfirst => article.standfirst.as_deref().map(one_line),
        byline => one_line(&article.byline.joined(&issue.wording.and)),
        published => article.published.map(|moment| Serde(Day::of(moment, issue))),
        modified => article.updated().map(|moment| Serde(Day::of(moment, issue))),
        site => article.site.as_deref().map(one_line),
        minutes => minutes_in_words(article, &issue.wording),
        source => article.url.as_ref().map(|url| Serde(Source::of(url))),
        breaks_off => article.breaks_off(),
        rest => article.rest_at().map(|url| Serde(Source::of(url))),
        has_notes => !article.notes.is_empty(),
        body => text.into_value(),
        notes => notes.into_value(),
    }
}

/// A day for people and for programs.
#[derive(Debug, Serialize)]
struct Day {
    words: String,
    /// ISO 8601, as the `time` element wants it; absent before the year 1, which it cannot express.
    machine: Option<String>,
}

impl Day {
    fn of(moment: Moment, issue: &Issue) -> Self {
        let date = moment.date();
        Self { words: moment_in_words(moment, &issue.language), machine: (date.year() > 0).then(|| date.to_string()) }
    }
}

/// Where an article was taken from.
#[derive(Debug, Serialize)]
struct Source {
    address: String,
    /// The address without what every address has.
    shown: String,
}

impl Source {
    fn of(url: &Url) -> Self {
        Self { address: address(url), shown: printed_address(url) }
    }
}
