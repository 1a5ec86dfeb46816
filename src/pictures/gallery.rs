//! The pictures of an issue, found by the source that their figure names.

use super::{PictureSource, Rendition, Target};
use crate::article::{Article, Credit};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What became of every picture that the articles asked for.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    by_source: BTreeMap<PictureSource, Result<Picture, Missing>>,
}

/// A picture that was got.
#[derive(Debug, Clone)]
pub struct Picture {
    /// For each target that was asked for; renditions that came out the same are shared.
    pub renditions: BTreeMap<Target, Arc<Rendition>>,
    /// The place it came from, as a person would name it.
    pub from: String,
    /// The credit that its file gives itself.
    pub credit: Option<Credit>,
    /// The characters in the lettering of a drawing that no font has; a sign stands for them.
    pub lacking: BTreeSet<char>,
}

/// Why a picture is not there, as a sentence for the report: "404 Not Found from http://…/a.jpg".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// As a sentence.
    pub why: String,
}

impl Pictures {
    /// Keeps what became of a picture.
    pub fn insert(&mut self, source: PictureSource, outcome: Result<Picture, Missing>) {
        self.by_source.insert(source, outcome);
    }

    /// Adds to the figures of `articles` what the files of their pictures say: the credit where the page shows none,
    /// licence and addresses where it shows the same one.
    pub fn complete_credits(&self, articles: &mut [Article]) {
        for article in articles {
            article.change_figures(&mut |figure| {
                let Some(Ok(picture)) = self.outcome(&figure.picture) else { return };
                let Some(of_file) = &picture.credit else { return };
                match &mut figure.credit {
                    Some(shown) if shown.agrees_with(of_file) => shown.complete_from(of_file),
                    Some(_) => {}
                    none => *none = Some(of_file.clone()),
                }
            });
        }
    }

    /// The picture of a figure as it goes into a book for `target`, if it was got.
    pub fn rendition(&self, source: &PictureSource, target: Target) -> Option<&Arc<Rendition>> {
        self.by_source.get(source)?.as_ref().ok()?.renditions.get(&target)
    }

    /// The characters that no font has in the lettering of any drawing.
    pub fn lacking(&self) -> BTreeSet<char> {
        self.by_source.values().flatten().flat_map(|picture| picture.lacking.iter().copied()).collect()
    }

    /// What became of the picture; `None` if nobody asked for it.
    pub fn outcome(&self, source: &PictureSource) -> Option<&Result<Picture, Missing>> {
        self.by_source.get(source)
    }
}
