//! The contents as a page to read: what there is, by whom, and how long it takes.

use super::EpubError;
use super::context::{BookContext, BookPage};
use super::names;
use crate::article::Article;
use crate::issue::Section;
use crate::render::xhtml::frames::Frames;
use crate::render::xhtml::lang_dir::LangDir;
use crate::render::xhtml::markup::one_line;
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
pub(super) fn page(context: &BookContext, frames: &Frames) -> Result<BookPage, EpubError> {
    let issue = context.issue;
    let words = context! {
        root => "",
        voice => LangDir::attributes(Some(&LangDir::of(&issue.language))),
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

fn groups(context: &BookContext) -> Vec<Group> {
    let issue = context.issue;
    let around = LangDir::of(&issue.language);
    let entry = |(place, article): (usize, &Article)| {
        let voice = article.language.as_ref().map(LangDir::of);
        Entry {
            file: context.article_files[place].clone(),
            voice: LangDir::attributes(voice.as_ref().and_then(|voice| voice.inside(&around))),
            headline: context.title(place),
            byline: one_line(&article.byline.joined(&issue.wording.and)),
            site: article.site.as_deref().map(one_line),
            minutes: issue.wording.minutes_of(article),
        }
    };
    let group = |section: Section<'_>| Group {
        section: section.name.as_deref().map(one_line),
        entries: section.articles.into_iter().map(entry).collect(),
    };
    issue.sections().into_iter().map(group).collect()
}
