//! The words of all lists, one behind another, as they were packed when the program was built.

use std::ops::Range;

static WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// The word at a place in the row of all words.
#[inline]
pub(super) fn word(at: usize) -> &'static str {
    let start = at.checked_sub(1).map_or(0, |before| ENDS[before]);
    &WORDS[start as usize..ENDS[at] as usize]
}

/// The words at those places.
pub(super) fn words(places: Range<usize>) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator + Clone {
    places.map(word)
}

/// What the word at a place stands for.
#[inline]
pub(super) fn tag(at: usize) -> u8 {
    TAGS[at]
}
