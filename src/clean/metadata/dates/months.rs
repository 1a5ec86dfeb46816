//! Months: their names in the languages that pages are written in.

use crate::lexicon;

/// The number of the month that `word` names, 1 to 12. `word` is in lower case, without a final point.
///
/// A word of three to five letters that begins a name is an abbreviation of it ("sept", "févr", "сент"); of two that it
/// begins, of the earlier one.
pub(super) fn number(word: &str) -> Option<i8> {
    let names = lexicon::DATES_MONTHS.alike(word);
    let whole = names.clone().find(|name| name.text == word);
    let abbreviated = || names.clone().filter(|name| name.text.starts_with(word)).min_by_key(|name| name.grade);
    let found = whole.or_else(|| if (3..=5).contains(&word.chars().count()) { abbreviated() } else { None });
    found.map(|name| name.grade as i8)
}

/// Whether a name of two words may begin with `word`; none is of ASCII.
pub(super) fn may_go_on(word: &str) -> bool {
    !word.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_many_languages_and_in_short() {
        for (word, month) in
            [("july", 7), ("märz", 3), ("août", 8), ("июля", 7), ("مايو", 5), ("sept", 9), ("févr", 2), ("ago", 8)]
        {
            assert_eq!(number(word), Some(month), "{word}");
        }
        assert_eq!(number("ju"), None);
        assert_eq!(number("monday"), None);
    }
}
