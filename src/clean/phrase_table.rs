//! Tables of phrases, looked up in lines by the words that they begin with.
//!
//! A table has hundreds of phrases of forty languages, and a page has thousands of lines: to try each phrase on each line
//! would cost more than everything else that is done to the line.

use rustc_hash::FxHashMap;

/// Phrases that are folded: letters and digits in lower case, words parted by one space.
pub(crate) struct PhraseTable {
    /// Phrases of scripts that part their words, by their first word.
    by_first_word: FxHashMap<&'static str, Vec<&'static str>>,
    /// Those of other scripts, which may stand anywhere in what looks like a word.
    unparted: Vec<&'static str>,
    /// Those of the first that are one word.
    single_words: Vec<&'static str>,
}

impl PhraseTable {
    /// A table of the phrases in `lists`, where `|` parts them.
    pub fn of(lists: &[&'static str]) -> Self {
        let mut table = Self { by_first_word: FxHashMap::default(), unparted: Vec::new(), single_words: Vec::new() };
        for phrase in lists.iter().flat_map(|list| list.split('|')) {
            if !parts_words(phrase) {
                table.unparted.push(phrase);
                continue;
            }
            let word = phrase.split(' ').next().unwrap_or_default();
            table.by_first_word.entry(word).or_default().push(phrase);
            if word == phrase {
                table.single_words.push(phrase);
            }
        }
        table
    }

    /// Whether the folded `line` is one of the phrases.
    pub fn contains(&self, line: &str) -> bool {
        self.parted(line).contains(&line) || (!line.is_ascii() && self.unparted.contains(&line))
    }

    /// The phrases with which the folded `line` begins, ending where one of its words ends.
    pub fn opening<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let opens = |phrase: &&&str| {
            let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(' ') || is_written_without_spaces(phrase);
            line.strip_prefix(**phrase).is_some_and(goes_on)
        };
        self.parted(line).iter().chain(self.unparted_for(line)).filter(opens).copied()
    }

    /// The phrases that stand in the folded `line`, as whole words.
    pub fn within<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let places = std::iter::once(0).chain(line.match_indices(' ').map(|(at, _)| at + 1));
        let parted = places.flat_map(|at| {
            let rest = &line[at..];
            let is_said = move |phrase: &&&str| {
                rest.strip_prefix(**phrase).is_some_and(|after| after.is_empty() || after.starts_with(' '))
            };
            self.parted(rest).iter().filter(is_said)
        });
        let unparted = self.unparted_for(line).iter().filter(|phrase| line.contains(**phrase));
        parted.chain(unparted).copied()
    }

    /// Whether the folded `line` says one of the phrases: its last word may go on ("affiliates"), and a phrase of one word
    /// may stand within another, as in Dutch and Swedish.
    pub fn are_said_in(&self, line: &str) -> bool {
        let places = std::iter::once(0).chain(line.match_indices(' ').map(|(at, _)| at + 1));
        let mut rests = places.map(|at| &line[at..]);
        rests.any(|rest| self.parted(rest).iter().any(|phrase| rest.starts_with(phrase)))
            || self.unparted_for(line).iter().chain(&self.single_words).any(|phrase| line.contains(phrase))
    }

    #[cfg(test)]
    pub fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.by_first_word.values().flatten().chain(&self.unparted).copied()
    }

    /// The phrases whose first word is that of `line`.
    fn parted(&self, line: &str) -> &[&'static str] {
        let word = line.split(' ').next().unwrap_or_default();
        self.by_first_word.get(word).map_or(&[], Vec::as_slice)
    }

    fn unparted_for(&self, line: &str) -> &[&'static str] {
        if line.is_ascii() { &[] } else { &self.unparted }
    }
}

/// Latin, Greek and Cyrillic part their words by spaces and have two cases; other scripts may do neither, or write
/// particles together with their words.
pub(crate) fn parts_words(phrase: &str) -> bool {
    phrase.is_ascii() || phrase.chars().any(char::is_lowercase)
}

/// Whether the script in which a phrase ends writes no space behind a word.
fn is_written_without_spaces(phrase: &str) -> bool {
    phrase.ends_with(|c| matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_whole_words_where_words_are_parted() {
        let table = PhraseTable::of(&["read more|read|siehe auch", "続きを読む|للمشتركين فقط"]);
        let opening = |line| table.opening(line).collect::<Vec<_>>();
        assert_eq!(opening("read more on the lock"), ["read more", "read"]);
        assert_eq!(opening("readers of the lock"), [""; 0]);
        assert_eq!(opening("続きを読むには"), ["続きを読む"]);
        let within = |line| table.within(line).collect::<Vec<_>>();
        assert_eq!(within("schleusen siehe auch osk"), ["siehe auch"]);
        assert_eq!(within("nachsiehe auch"), [""; 0]);
        assert_eq!(within("この記事の続きを読むには"), ["続きを読む"]);
        assert!(
            table.are_said_in("proofread") && table.are_said_in("nun siehe auchs") && !table.are_said_in("siehauch")
        );
        assert!(table.contains("read") && table.contains("続きを読む") && !table.contains("read mor"));
    }
}
