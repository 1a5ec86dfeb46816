//! The page of one article: what stands above its body and below it.

use super::EpubError;
use super::body::Body;
use super::book::{Leaf, Plan};
use super::contents::minutes_in_words;
use super::frames::Frames;
use super::links::address;
use super::markup::one_line;
use super::voice::Voice;
use crate::article::Moment;
use crate::issue::{Issue, moment_in_words};
use epub_builder::ReferenceType;
use minijinja::context;
use minijinja::value::Serde;
use serde::Serialize;
use url::Url;

/// The page of the article at `place`.
pub fn page(plan: &Plan, place: usize, frames: &Frames) -> Result<Leaf, EpubError> {
    let issue = plan.issue;
    let article = &issue.articles[place];
    let file = plan.article_files[place].clone();
    let around = Voice::of(&issue.language);
    let voice = article.language.as_ref().map_or_else(|| around.clone(), Voice::of);
    let furniture = around.inside(&voice);
    let Body { text, notes } = Body::set(article, &plan.pictures, &issue.wording, furniture);
    let words = context! {
        root => "../",
        voice => Voice::attributes(Some(&voice)),
        furniture => Voice::attributes(furniture),
        wording => Serde(&issue.wording),
        title => plan.title(place),
        section => article.section.as_deref().map(one_line),
        standfirst => article.standfirst.as_deref().map(one_line),
        byline => one_line(&article.byline.joined(&issue.wording.and)),
        published => article.published.map(|moment| Serde(Day::of(moment, issue))),
        modified => article.modified.map(|moment| Serde(Day::of(moment, issue))),
        site => article.site.as_deref().map(one_line),
        minutes => minutes_in_words(article, &issue.wording),
        source => article.url.as_ref().map(|url| Serde(Source::of(url))),
        has_notes => !article.notes.is_empty(),
        body => text.into_value(),
        notes => notes.into_value(),
    };
    Ok(Leaf {
        title: plan.title(place),
        xhtml: frames.page("article.xhtml", &file, words)?,
        part: (place == 0).then_some(ReferenceType::Text),
        file,
    })
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
        let address = address(url);
        let bare = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        let shown = bare.trim_end_matches('/').to_owned();
        Self { address, shown }
    }
}
