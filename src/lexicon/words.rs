//! Lists of words, each looked for by itself.

use super::letters::{FIRST_BYTES, first_byte, length_bit};
use super::packed;
use std::ops::Range;

/// Words in the order of their bytes. Most words of a page are on no list, and are told so by their first letter and their
/// length.
pub(crate) struct WordList {
    pub(super) start: u16,
    pub(super) end: u16,
    /// For each first byte a set of lengths, one bit for each.
    pub(super) lengths: [u32; FIRST_BYTES],
}

impl WordList {
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator + Clone + use<> {
        packed::words(self.places())
    }

    /// Whether `word` is one of the words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The word of the list that is `word`.
    pub(crate) fn find(&self, word: &str) -> Option<&'static str> {
        if word.is_empty() || self.lengths[first_byte(word)] & length_bit(word) == 0 {
            return None;
        }
        let at = self.partition(|known| known < word);
        self.places().contains(&at).then(|| packed::word(at)).filter(|known| *known == word)
    }

    /// Whether `word` is one of the words, in any case of its ASCII letters.
    pub(crate) fn contains_in_any_case(&self, word: &str) -> bool {
        !word.is_empty()
            && self.lengths[first_byte(word)] & length_bit(word) != 0
            && self.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The words with which `text` begins, the longest first.
    pub(crate) fn opening<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static str> + use<'t> {
        self.with_first_byte_of(text).rev().filter(|word| text.starts_with(word))
    }

    /// The words with which `text` ends.
    pub(crate) fn ending<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static str> + use<'t> {
        self.iter().filter(|word| text.ends_with(word))
    }

    /// The words that stand in `text`, be it within others.
    pub(crate) fn within<'t>(&self, text: &'t str) -> impl Iterator<Item = &'static str> + use<'t> {
        self.iter().filter(|word| text.contains(word))
    }

    /// The words with the first letter of `text`, whatever its case there, and a few more.
    pub(crate) fn with_first_letter_of(&self, text: &str) -> impl DoubleEndedIterator<Item = &'static str> + use<> {
        let small = text.chars().next().and_then(|first| first.to_lowercase().next());
        self.with_first_byte_of(small.unwrap_or_default().encode_utf8(&mut [0; 4]))
    }

    /// The words with the first byte of `text`.
    fn with_first_byte_of(&self, text: &str) -> impl DoubleEndedIterator<Item = &'static str> + use<> {
        let places = match text.bytes().next() {
            Some(first) if self.lengths[first_byte(text)] != 0 => {
                let has_lower = |word: &str| word.bytes().next() < Some(first);
                let has_same = |word: &str| word.bytes().next() <= Some(first);
                self.partition(has_lower)..self.partition(has_same)
            }
            _ => 0..0,
        };
        packed::words(places)
    }

    fn places(&self) -> Range<usize> {
        usize::from(self.start)..usize::from(self.end)
    }

    /// Where the words end of which `is_before` is true; it is of the first and of no later ones.
    fn partition(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let Range { mut start, mut end } = self.places();
        while start < end {
            let middle = start.midpoint(end);
            if is_before(packed::word(middle)) { start = middle + 1 } else { end = middle }
        }
        start
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;
    use crate::lexicon::{BYLINE_LABELS, CREDIT_LABELS, CREDIT_PICTURES, FIGURES_HEROES};

    #[test]
    fn a_list_has_its_own_words_and_no_others() {
        for words in [&BYLINE_LABELS, &CREDIT_LABELS, &CREDIT_PICTURES, &FIGURES_HEROES] {
            assert!(words.iter().all(|word| words.find(word) == Some(word)));
        }
        let has = |word| FIGURES_HEROES.contains(word);
        assert!(has("hero") && ["heron", "hera", "", "Hero", "héro", "zzzz"].iter().all(|word| !has(word)));
        assert!(FIGURES_HEROES.contains_in_any_case("HERO"));
    }

    #[test]
    fn words_are_found_by_their_first_letter_in_any_case() {
        let has =
            |words: &WordList, text: &str, word: &str| words.with_first_letter_of(text).any(|found| found == word);
        for word in CREDIT_LABELS.iter() {
            assert!(has(&CREDIT_LABELS, word, word) && has(&CREDIT_LABELS, &word.to_uppercase(), word), "{word}");
        }
        assert_eq!(CREDIT_LABELS.with_first_letter_of("").count() + CREDIT_LABELS.with_first_letter_of("1").count(), 0);
    }

    #[test]
    fn the_longest_word_that_a_text_begins_with_comes_first() {
        assert_eq!(BYLINE_LABELS.opening("by: ada roe").collect::<Vec<_>>(), ["by:", "by"]);
        assert_eq!(CREDIT_PICTURES.ending("ein titelbild").collect::<Vec<_>>(), ["bild", "titelbild"]);
    }
}
