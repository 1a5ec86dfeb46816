//! Where a word may be broken: where its script says so, at its syllables, at the seams of program text and of
//! addresses, and, if nothing else keeps a line inside its measure, anywhere.

use super::segments::Segment;
use super::setter::Setter;
use super::shape::{Align, Shape};
use icu_segmenter::GraphemeClusterSegmenter;
use std::collections::BTreeMap;

/// Where lines may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) enum BreakRules {
    /// Where it is seemly.
    Seemly,
    /// Between any two letters, and at spaces that should hold: for a paragraph that would run over its measure.
    Anywhere,
}

/// What a cut inside a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) enum Cut {
    /// Where the script lets a line end without a hyphen.
    Opportunity,
    /// Between two syllables.
    Hyphen,
    /// Between two parts of an address or a name of program text, where a hyphen would be misread as one of its signs.
    Seam,
    /// Anywhere.
    Tear,
}

/// A word shorter than this has no seams: names such as "iPhone" and "e.g." are read at a glance.
const MIN_SEAMED_CHARS: usize = 12;
/// The fewest letters before a seam and after it.
const MIN_CHARS_AT_SEAM: usize = 3;
/// Signs after which the next part begins, and those with which it does. An address that ended its line in a stop or
/// a comma would seem to be over; "The Chicago Manual of Style" (17th edition, 7.46) breaks before these.
const ENDS_A_PART: [char; 9] = ['/', '\\', ':', '=', '&', '_', '@', '|', '('];
const BEGINS_A_PART: [char; 8] = ['.', ',', '?', '#', '%', '~', '+', '$'];

impl Setter<'_> {
    /// The bytes of `word` before which it may be cut, in order. `opportunities` are those of its script.
    pub(in crate::pdf) fn cuts(
        &self,
        word: &str,
        segment: &Segment,
        opportunities: impl Iterator<Item = usize>,
        shape: Shape,
        breaks: BreakRules,
    ) -> BTreeMap<usize, Cut> {
        let mut cuts: BTreeMap<usize, Cut> = opportunities.map(|at| (at, Cut::Opportunity)).collect();
        let hyphenates = shape.align == Align::Justify || breaks == BreakRules::Anywhere;
        if hyphenates && segment.level.is_ltr() && word.len() > 4 {
            let mut from = 0;
            let ends: Vec<usize> = cuts.keys().copied().chain([word.len()]).collect();
            for end in ends {
                for at in self.hyphenation.breaks(&word[from..end]) {
                    cuts.insert(from + at, Cut::Hyphen);
                }
                from = end;
            }
        }
        for at in seams(word) {
            cuts.entry(at).or_insert(Cut::Seam);
        }
        if breaks == BreakRules::Anywhere {
            for at in GraphemeClusterSegmenter::new().segment_str(word).filter(|at| (1..word.len()).contains(at)) {
                cuts.entry(at).or_insert(Cut::Tear);
            }
        }
        cuts
    }
}

/// The bytes before which the parts of an address or of a compound name begin.
fn seams(word: &str) -> Vec<usize> {
    if word.len() < MIN_SEAMED_CHARS {
        return Vec::new();
    }
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    if letters.len() < MIN_SEAMED_CHARS {
        return Vec::new();
    }
    let inside = MIN_CHARS_AT_SEAM..=letters.len() - MIN_CHARS_AT_SEAM;
    let parts = |place: &usize| {
        let (before, after) = (letters[place - 1].1, letters[*place].1);
        let hump = before.is_lowercase() && after.is_uppercase();
        let ends = ENDS_A_PART.contains(&before) && after.is_alphanumeric();
        // The stops and commas of a number hold it together.
        let begins = BEGINS_A_PART.contains(&after)
            && letters[place + 1].1.is_alphanumeric()
            && before.is_alphanumeric()
            && !(before.is_numeric() && letters[place + 1].1.is_numeric());
        hump || ends || begins
    };
    inside.filter(parts).map(|place| letters[place].0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str) -> String {
        let mut word = word.to_owned();
        for at in seams(&word).into_iter().rev() {
            word.insert(at, '|');
        }
        word
    }

    #[test]
    fn an_address_and_a_name_of_program_text_have_seams() {
        assert_eq!(parts("https://tollbridge.example/a_guide"), "https://|tollbridge|.example/|a_|guide");
        assert_eq!(parts("harbour@tollbridge.example"), "harbour@|tollbridge|.example");
        assert_eq!(parts("FerryTimetableReader"), "Ferry|Timetable|Reader");
        assert_eq!(parts("ferry.timetable(quay_3)"), "ferry|.timetable(|quay_3)");
    }

    #[test]
    fn short_names_numbers_and_words_have_none() {
        for whole in ["iPhone", "e.g.", "unhurriedly", "1,234,567.890", "electrocardiogram", "3.14159265358979"] {
            assert_eq!(parts(whole), whole);
        }
    }
}
