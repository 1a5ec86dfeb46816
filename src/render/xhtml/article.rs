//! The page of one article: what stands above its body and below it.

use super::Body;
use super::lang_dir::LangDir;
use super::links::address;
use super::markup::one_line;
use super::pictures::PictureResolver;
use crate::article::{Article, Language, Moment, printed_address};
use crate::issue::{Wording, moment_in_words};
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;
use url::Url;

/// The page of an article, for the template `article.xhtml`.
pub(crate) struct ArticlePage<'a> {
    pub article: &'a Article,
    /// What the article is called, in one line.
    pub title: &'a str,
    /// The language of the fixed words.
    pub language: &'a Language,
    /// The fixed words.
    pub wording: &'a Wording,
    pub pictures: &'a dyn PictureResolver,
}

impl ArticlePage<'_> {
    /// The words on the page, by the names that the template has for them.
    pub(crate) fn words(&self) -> Value {
        let Self { article, title, language, wording, pictures } = *self;
        let around = LangDir::of(language);
        let voice = article.language.as_ref().map_or_else(|| around.clone(), LangDir::of);
        let furniture = around.inside(&voice);
        let Body { text, notes } = Body::set(article, pictures, wording, furniture);
        context! {
            root => "../",
            voice => LangDir::attributes(Some(&voice)),
            furniture => LangDir::attributes(furniture),
            wording => Serde(wording),
            title => title,
            section => article.section.as_deref().map(one_line),
            standfirst => article.standfirst.as_deref().map(one_line),
            byline => one_line(&article.byline.joined(&wording.and)),
            published => article.published.map(|moment| Serde(Day::of(moment, language))),
            modified => article.updated().map(|moment| Serde(Day::of(moment, language))),
            site => article.site.as_deref().map(one_line),
            minutes => wording.minutes_of(article),
            source => article.url.as_ref().map(|url| Serde(Source::of(url))),
            breaks_off => article.breaks_off(),
            rest => article.rest_at().map(|url| Serde(Source::of(url))),
            has_notes => !article.notes.is_empty(),
            body => text.into_value(),
            notes => notes.into_value(),
        }
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
    fn of(moment: Moment, language: &Language) -> Self {
        let date = moment.date();
        Self { words: moment_in_words(moment, language), machine: (date.year() > 0).then(|| date.to_string()) }
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
