//! What stands on the front of an issue.

use super::{Issue, date_in_words};
use crate::article::{Article, PictureSource};
use crate::pictures::cover::CoverWords;

impl Issue {
    /// The picture for the front: the first of the issue that was got.
    pub fn lead_picture(&self) -> Option<&PictureSource> {
        let mut sources = self.articles.iter().flat_map(Article::figures).map(|figure| &figure.picture);
        sources.find(|source| matches!(self.pictures.outcome(source), Some(Ok(_))))
    }

    /// The words for the front.
    pub fn cover_words(&self) -> CoverWords {
        CoverWords {
            title: self.title.clone(),
            date: date_in_words(self.date, &self.language),
            publisher: self.publisher.clone(),
            headlines: self.articles.iter().map(|article| article.headline.clone()).collect(),
        }
    }
}
