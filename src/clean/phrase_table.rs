//! Tables of phrases, looked up in lines by the words that they begin with.
//!
//! A table has hundreds of phrases of forty languages, and a page has thousands of lines: to try each phrase on each line
//! would cost more than everything else that is done to the line.

/// Phrases that are folded: letters and digits in lower case, words parted by one space.
pub(crate) struct PhraseTable {
    /// Phrases of scripts that part their words, in the order of their first bytes.
    parted: Vec<&'static str>,
    /// Where in that order each byte begins, and at last where the order ends.
    starts: [usize; 257],
    /// Those of other scripts, which may stand anywhere in what looks like a word.
    unparted: Vec<&'static str>,
    /// Those of the first that are one word.
    single_words: Vec<&'static str>,
}

impl PhraseTable {
    /// A table of the phrases in `lists`, where `|` parts them.
    pub fn of(lists: &[&'static str]) -> Self {
        let phrases = lists.iter().flat_map(|list| list.split('|'));
        let (mut parted, unparted): (Vec<&str>, Vec<&str>) = phrases.partition(|phrase| parts_words(phrase));
        parted.sort_by_key(|phrase| phrase.bytes().next());
        let mut starts = [0; 257];
        for first in parted.iter().filter_map(|phrase| phrase.bytes().next()) {
            starts[usize::from(first) + 1] += 1;
        }
        for byte in 1..starts.len() {
            starts[byte] += starts[byte - 1];
        }
        let single_words = parted.iter().filter(|phrase| !phrase.as_bytes().contains(&b' ')).copied().collect();
        Self { parted, starts, unparted, single_words }
    }

    /// Whether the folded `line` is one of the phrases.
    pub fn contains(&self, line: &str) -> bool {
        self.parted(line).any(|phrase| *phrase == line) || (!line.is_ascii() && self.unparted.contains(&line))
    }

    /// The phrases with which the folded `line` begins, ending where one of its words ends.
    pub fn opening<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let opens = |phrase: &&&str| {
            let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(' ') || is_written_without_spaces(phrase);
            line.strip_prefix(**phrase).is_some_and(goes_on)
        };
        self.parted(line).chain(self.unparted_for(line)).filter(opens).copied()
    }

    /// The phrases that stand in the folded `line`, as whole words.
    pub fn within<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let places = std::iter::once(0).chain(line.match_indices(' ').map(|(at, _)| at + 1));
        let parted = places.flat_map(|at| {
            let rest = &line[at..];
            let is_said = move |phrase: &&&str| {
                rest.strip_prefix(**phrase).is_some_and(|after| after.is_empty() || after.starts_with(' '))
            };
            self.parted(rest).filter(is_said)
        });
        let unparted = self.unparted_for(line).iter().filter(|phrase| line.contains(**phrase));
        parted.chain(unparted).copied()
    }

    /// Whether the folded `line` says one of the phrases: its last word may go on ("affiliates"), and a phrase of one word
    /// may stand within another, as in Dutch and Swedish.
    pub fn are_said_in(&self, line: &str) -> bool {
        let places = std::iter::once(0).chain(line.match_indices(' ').map(|(at, _)| at + 1));
        let mut rests = places.map(|at| &line[at..]);
        rests.any(|rest| self.parted(rest).any(|phrase| rest.starts_with(phrase)))
            || self.unparted_for(line).iter().chain(&self.single_words).any(|phrase| line.contains(phrase))
    }

    #[cfg(test)]
    pub fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.parted.iter().chain(&self.unparted).copied()
    }

    /// The phrases whose first word is that of `line`.
    fn parted<'l>(&self, line: &'l str) -> impl Iterator<Item = &&'static str> + use<'_, 'l> {
        let known = line.bytes().next().map_or(&[][..], |first| {
            let first = usize::from(first);
            &self.parted[self.starts[first]..self.starts[first + 1]]
        });
        let word = known.first().map_or("", |_| line.split(' ').next().unwrap_or_default());
        let has_word = move |phrase: &&&str| {
            phrase.strip_prefix(word).is_some_and(|further| further.is_empty() || further.starts_with(' '))
        };
        known.iter().filter(has_word)
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
