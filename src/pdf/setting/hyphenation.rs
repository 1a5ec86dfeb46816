//! Where a word may be broken, by the patterns of its language.

use crate::article::Language;
use hypher::Lang;

/// The patterns of one language.
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct Hyphenation {
    patterns: Option<Lang>,
}

/// Words shorter than this are never broken.
const MIN_WORD_LETTERS: usize = 5;
/// The fewest letters before a hyphen and after it; narrow columns ask for breaks, readers for whole syllables.
const FEWEST_BEFORE: usize = 2;
const FEWEST_AFTER: usize = 3;

impl Hyphenation {
    /// The patterns of `language`; a language without any breaks no words.
    pub(crate) fn of(language: &Language) -> Self {
        let code = match language.primary() {
            // hypher knows Norwegian as Bokmål and Nynorsk.
            "no" => "nb",
            code => code,
        };
        let patterns = <[u8; 2]>::try_from(code.as_bytes()).ok().and_then(Lang::from_iso);
        Self { patterns }
    }

    /// The bytes of `word` before which it may be broken, in order. Punctuation around the word is passed
    /// over; a word with figures, capitals inside, hyphens or stops in it is left whole.
    pub(crate) fn breaks(self, word: &str) -> Vec<usize> {
        let Some(patterns) = self.patterns else { return Vec::new() };
        let start = word.find(char::is_alphabetic).unwrap_or(word.len());
        let end = word.char_indices().rev().find(|(_, c)| c.is_alphabetic()).map_or(start, |(at, c)| at + c.len_utf8());
        let core = word.get(start..end).unwrap_or_default();
        let letters = core.chars().count();
        // The part before an apostrophe is what the patterns know: "harbour’s", "l’administration".
        let plain = core.chars().all(|c| c.is_alphabetic() || matches!(c, '’' | '\''));
        let shouted = core.chars().skip(1).any(char::is_uppercase);
        if letters < MIN_WORD_LETTERS || !plain || shouted {
            return Vec::new();
        }
        let (before, after) = patterns.bounds();
        let syllables = hypher::hyphenate_bounded(core, patterns, before.max(FEWEST_BEFORE), after.max(FEWEST_AFTER));
        let mut breaks = Vec::new();
        let mut at = start;
        for syllable in syllables {
            at += syllable.len();
            let beside_apostrophe = word[..at].ends_with(['’', '\'']) || word[at..].starts_with(['’', '\'']);
            if at < end && !beside_apostrophe {
                breaks.push(at);
            }
        }
        breaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(language: &str, word: &str) -> String {
        let mut word = word.to_owned();
        let breaks = Hyphenation::of(&Language::parse(language).unwrap()).breaks(&word);
        for at in breaks.into_iter().rev() {
            word.insert(at, '-');
        }
        word
    }

    #[test]
    fn words_are_broken_by_the_patterns_of_their_language() {
        assert_eq!(broken("en", "hyphenation,"), "hy-phen-ation,");
        assert_eq!(broken("de", "Silbentrennung"), "Sil-ben-tren-nung");
    }

    #[test]
    fn abbreviations_numbers_and_languages_without_patterns_stay_whole() {
        assert_eq!(broken("en", "UNESCO"), "UNESCO");
        assert_eq!(broken("en", "covid-19"), "covid-19");
        assert_eq!(broken("ja", "international"), "international");
    }
}
