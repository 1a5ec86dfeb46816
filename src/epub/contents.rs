//! The contents as a page to read: what there is, by whom, and how long it takes.

use super::EpubError;
use super::context::{BookContext, BookPage};
use super::frames::Frames;
use super::markup::one_line;
use super::names;
use super::voice::Voice;
use crate::article::Article;
use crate::issue::{Section, Wording};
use epub_builder::ReferenceType;
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

/// The entries under the name of one section.
#[derive(Debug, Serialize)]
struct Group {
    section: Option<String>,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    file: String,
    /// The attributes of the headline's language, where it is not the issue's.
    voice: Value,
    headline: String,
    byline: String,
    site: Option<String>,
    minutes: String,
}

/// The page of contents.
pub fn page(context: &BookContext, frames: &Frames) -> Result<BookPage, EpubError> {
    let issue = context.issue;
    let words = context! {
        root => "",
        voice => Voice::attributes(Some(&Voice::of(&issue.language))),
        wording => Serde(&issue.wording),
        title => &issue.wording.contents,
        groups => Serde(groups(context)),
        credits => (!issue.credits.is_empty()).then_some(names::CREDITS),
    };
    Ok(BookPage {
        file: names::CONTENTS.to_owned(),
        title: issue.wording.contents.clone(),
        xhtml: frames.page("contents.xhtml", names::CONTENTS, words)?,
        part: Some(ReferenceType::Toc),
    })
}

/// The time an article takes to read, in the issue's words.
pub fn minutes_in_words(article: &Article, wording: &Wording) -> String {
    wording.minutes.replace("{}", &article.minutes().to_string())
}

fn groups(context: &BookContext) -> Vec<Group> {
    let issue = context.issue;
    let around = Voice::of(&issue.language);
    let entry = |(place, article): (usize, &Article)| {
        let voice = article.language.as_ref().map(Voice::of);
        Entry {
            file: context.article_files[place].clone(),
            voice: Voice::attributes(voice.as_ref().and_then(|voice| voice.inside(&around))),
            headline: context.title(place),
            byline: one_line(&article.byline.joined(&issue.wording.and)),
            site: article.site.as_deref().map(one_line),
            minutes: minutes_in_words(article, &issue.wording),
        }
    };
    let group = |section: Section<'_>| Group {
        section: section.name.as_deref().map(one_line),
        entries: section.articles.into_iter().map(entry).collect(),
    };
    issue.sections().into_iter().map(group).collect()
}
