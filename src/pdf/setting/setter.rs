//! The setter: the faces, the language and all that is kept from one paragraph to the next.

use super::hyphenation::Hyphenation;
use super::line_stats::LineStats;
use crate::article::Language;
use crate::pdf::faces::shape::Shaper;
use crate::pdf::faces::{FaceId, Faces};
use crate::pdf::layout::theme::Breaking;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use std::collections::{BTreeSet, HashMap};

/// Sets paragraphs in one language; keeps what it has shaped.
pub(in crate::pdf) struct Setter<'f> {
    pub faces: &'f Faces,
    pub shaper: Shaper<'f>,
    pub language: Language,
    pub breaking: &'f Breaking,
    pub hyphenation: Hyphenation,
    pub segmenter: LineSegmenterBorrowed<'static>,
    /// Which face sets a character where another is asked for.
    pub coverage: HashMap<(char, FaceId), Option<FaceId>>,
    /// Characters that no face has.
    pub missing: BTreeSet<char>,
    /// How the lines that were asked for came out.
    pub line_stats: LineStats,
}

impl<'f> Setter<'f> {
    pub(crate) fn new(faces: &'f Faces, breaking: &'f Breaking, language: Language) -> Self {
        let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
        let hyphenation = Hyphenation::of(&language);
        let shaper = Shaper::new(faces);
        let (coverage, missing, line_stats) = (HashMap::new(), BTreeSet::new(), LineStats::default());
        Self { faces, shaper, language, breaking, hyphenation, segmenter, coverage, missing, line_stats }
    }

    /// Turns to another language.
    pub(crate) fn set_language(&mut self, language: &Language) {
        if self.language != *language {
            self.language = language.clone();
            self.hyphenation = Hyphenation::of(language);
            self.coverage.clear();
        }
    }
}
