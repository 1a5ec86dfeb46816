//! What became of one input.

use crate::article::Article;
use crate::clean::Verdict;
use crate::render::missing;

/// What became of one input.
pub(super) enum Reading {
    Article(Box<Found>),
    /// It has gone into the article from the input at the place `of`.
    Part {
        of: usize,
    },
    Failed(String),
}

/// An article with what the report is to say of it.
pub(super) struct Found {
    pub article: Article,
    /// What its page looks like, where that is no article.
    pub verdict: Option<Verdict>,
    /// Why a further part of it could not be had.
    pub no_part: Option<String>,
}

impl Reading {
    /// The article, unless it is a part of another or there is none.
    pub(super) fn article(&self) -> Option<&Article> {
        match self {
            Self::Article(found) => Some(&found.article),
            Self::Part { .. } | Self::Failed(_) => None,
        }
    }
}

impl Found {
    /// What of the article is not there and why, as a sentence.
    pub(super) fn missing(&self) -> Option<String> {
        let missing = missing(&self.article)?;
        Some(self.no_part.as_ref().map_or(missing.clone(), |why| format!("{missing}: {why}")))
    }
}
