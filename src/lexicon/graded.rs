//! Lists of words of which each stands for something: a month, a part of the page.

use super::beginnings::Beginnings;
use super::letters::STEM;
use super::lists;

/// Words with what they stand for, a number; some are the beginnings of longer ones.
pub(crate) struct GradedWords {
    pub(super) beginnings: Beginnings,
}

/// One of [`GradedWords`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct GradedWord {
    pub text: &'static str,
    pub is_stem: bool,
    /// What it stands for: a month from 1, the place of its grade among those that its list has.
    pub grade: u8,
}

impl GradedWords {
    /// The words that begin as `text` does in its first two letters.
    pub fn alike(&self, text: &str) -> impl Iterator<Item = GradedWord> + Clone + use<> {
        self.beginnings.alike(text).map(|at| {
            let tag = lists::tag(at);
            GradedWord { text: lists::word(at), is_stem: tag & STEM != 0, grade: tag & !STEM }
        })
    }
}
