//! Kind: what kind of page this is, and how sure that is.
//!
//! Some of what people save is no article: the page of results that the article was found on, the wall in front of
//! it, the error in its place. The [`signs`] of all kinds are looked for in the page and in the text that was taken
//! from it; the table of [`evidence`] says what each sign is worth, for one kind or against all of them; the sum,
//! through the logistic function, is the [`Confidence`]. What a page calls itself is matched with [`phrases`] in the
//! larger languages. To refuse an article is worse than to bind a list of links: a page is held for an article until
//! much speaks against it, and running prose outweighs what any single sign says.

mod evidence;
mod login;
mod signs;
mod teasers;
mod titles;
mod view;

use super::body::Body;
use super::metadata::Metadata;
use super::view::claims::PageClaims;
use super::view::tree::Tree;
use crate::article::Block;
use std::fmt;

/// What a page is instead of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// A home page, a section, a tag, a forum's index.
    Links,
    /// What was found for some words.
    SearchResults,
    /// A form to log in by, or to join.
    LogIn,
    /// Asks to accept cookies, or to pay so as not to.
    Consent,
    /// "Page not found", "Access denied".
    Error,
    /// Wants proof of a browser or a person before it shows anything: a captcha, "Please enable JavaScript".
    Challenge,
    /// Goods and their prices.
    Products,
    /// The frame that a script was to fill.
    Shell,
}

impl fmt::Display for PageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Links => "a list of links",
            Self::SearchResults => "the results of a search",
            Self::LogIn => "a page to log in",
            Self::Consent => "a page that asks for consent to cookies",
            Self::Error => "an error in the place of a page",
            Self::Challenge => "a test of the browser",
            Self::Products => "a page that sells products",
            Self::Shell => "the frame of a page that had not loaded",
        })
    }
}

/// How sure something is, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, serde::Serialize)]
#[serde(transparent)]
pub struct Confidence(f64);

impl Confidence {
    /// What the sum of the evidence says: the logistic function of it, to the hundredth.
    fn of_log_odds(sum: f64) -> Self {
        Self((100.0 / (1.0 + (-sum).exp())).round() / 100.0)
    }

    /// 0 to 100, whole.
    pub fn percent(self) -> u8 {
        (self.0 * 100.0).round() as u8
    }
}

/// The judgement that a page is no article.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Verdict {
    /// What the page is.
    pub kind: PageKind,
    /// How sure that is.
    pub confidence: Confidence,
}

impl fmt::Display for Verdict {
    /// "looks like a list of links, not an article (sure: 92 %)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "looks like {}, not an article (sure: {} %)", self.kind, self.confidence.percent())
    }
}

/// All that a page is judged by.
pub(super) struct Case<'a> {
    pub tree: &'a Tree<'a>,
    /// The part of the page that was taken, and what became of it.
    pub body: &'a Body,
    pub blocks: &'a [Block],
    pub metadata: &'a Metadata,
    pub claims: &'a PageClaims<'a>,
    /// Something is stated beside the markup: a person or a clipper took it for an article already.
    pub is_declared: bool,
}

/// How sure it must be that a page is no article.
const SURE_ENOUGH: f64 = 0.8;

/// The verdict on a page that is no article; `None` for one that is, or may be.
pub(super) fn judge(case: &Case) -> Option<Verdict> {
    let signs = signs::found(case)?;
    let verdict = evidence::weighed(&signs);
    (verdict.confidence.0 >= SURE_ENOUGH).then_some(verdict)
}
