//! The article as JSON, for programs.

use super::missing;
use crate::article::{Article, Block, Credit, Inline, Language, Note, Words, plain_text};
use crate::clean::Verdict;
use crate::clean::explanation::Explanation;
use crate::issue::Wording;
use serde::Serialize;
use url::Url;

/// The article as a JSON object: what is known of it, its text in plain words, its pictures, and its body and notes as the
/// tree that they are (`blocks`, `notes`), which [`Block`] and [`Note`] can be read from again. `verdict` is what the page
/// looks like, where that is no article; `explanation` goes in as it is.
///
/// # Errors
/// None that is known; they would be those of [`serde_json`].
pub fn json(
    article: &Article,
    verdict: Option<Verdict>,
    explanation: Option<&Explanation>,
) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Output { explanation, ..Output::of(article, verdict) })
}

#[derive(Debug, Serialize)]
struct Output<'a> {
    title: String,
    byline: Option<String>,
    authors: Vec<String>,
    /// ISO 8601.
    published: Option<String>,
    modified: Option<String>,
    site: Option<String>,
    section: Option<String>,
    url: Option<Url>,
    lang: Option<String>,
    standfirst: Option<String>,
    words: usize,
    /// What the page is, where it looks like no article.
    not_an_article: Option<Verdict>,
    /// What of the article is not in the page.
    missing: Option<String>,
    /// The body alone, blocks parted by a blank line.
    text: String,
    blocks: &'a [Block],
    notes: &'a [Note],
    images: Vec<Image>,
    /// Present where the article goes on on other pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Continuation>,
    /// Why each picture of the page is among these images or not, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a Explanation>,
}

/// Which page of an article this is.
#[derive(Debug, Serialize)]
struct Continuation {
    number: usize,
    of: Option<usize>,
    next: Option<Url>,
}

#[derive(Debug, Serialize)]
struct Image {
    src: String,
    caption: String,
    /// As printed.
    credit: Option<String>,
    /// The credit taken apart: makers, licence, addresses, where it was found and how sure it is.
    rights: Option<Credit>,
    alt: String,
}

impl<'a> Output<'a> {
    fn of(article: &'a Article, not_an_article: Option<Verdict>) -> Self {
        let images = article.figures().into_iter().map(|figure| Image {
            src: figure.picture.published().to_string(),
            caption: Inline::plain_text(&figure.caption),
            credit: figure.credit.as_ref().map(|credit| credit.text.clone()),
            rights: figure.credit.clone(),
            alt: figure.alt.clone(),
        });
        let text = plain_text(&article.body);
        Self {
            title: article.headline.clone(),
            byline: byline(article),
            authors: article.byline.authors.clone(),
            published: article.published.map(|moment| moment.to_string()),
            modified: article.modified.map(|moment| moment.to_string()),
            site: article.site.clone(),
            section: article.section.clone(),
            url: article.url.clone(),
            lang: article.language.as_ref().map(ToString::to_string),
            standfirst: article.standfirst.clone(),
            words: Words::count(&text),
            not_an_article,
            missing: missing(article),
            text,
            blocks: &article.body,
            notes: &article.notes,
            images: images.collect(),
            parts: article.extent.parts().map(|parts| Continuation {
                number: parts.first,
                of: parts.of,
                next: parts.next.clone(),
            }),
            explanation: None,
        }
    }
}

/// The authors in one line. Only where there are several is the table of words asked for the one between the last two.
fn byline(article: &Article) -> Option<String> {
    match article.byline.authors.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => {
            let language = article.language.clone().unwrap_or_else(Language::english);
            Some(article.byline.joined(&Wording::in_language(&language).and))
        }
    }
}
