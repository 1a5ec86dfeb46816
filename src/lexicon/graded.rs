//! Lists of words of which each stands for something: a month, a part of the page.

use super::beginnings::Beginnings;
use super::letters::STEM;
use super::packed;

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
    pub(crate) fn alike(&self, text: &str) -> impl Iterator<Item = GradedWord> + Clone + use<> {
        self.beginnings.alike(text).map(|at| {
            let tag = packed::tag(at);
            GradedWord { text: packed::word(at), is_stem: tag & STEM != 0, grade: tag & !STEM }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{BODY_BOILERPLATE, DATES_MONTHS};

    #[test]
    fn words_that_begin_alike_are_found_with_what_they_stand_for() {
        let july: Vec<_> = DATES_MONTHS.alike("juillet").filter(|word| word.text == "juillet").collect();
        assert!(matches!(july[..], [word] if word.grade == 7 && !word.is_stem));
        let advert = BODY_BOILERPLATE.alike("advertising").find(|word| word.text == "advert");
        assert!(advert.is_some_and(|word| word.is_stem));
        assert_eq!(BODY_BOILERPLATE.alike("").count() + BODY_BOILERPLATE.alike("a").count(), 0);
    }
}
