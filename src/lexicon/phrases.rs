//! Lists of phrases, looked up in lines by the letters that they begin with.
//!
//! A list has hundreds of phrases of forty languages, and a page has thousands of lines: to try each phrase on each line
//! would cost more than everything else that is done to the line.

use super::beginnings::Beginnings;
use super::letters::LAST_OF_CASES;
use super::packed;
use std::ops::Range;

/// Phrases that are folded: letters and digits in lower case, words parted by one space.
///
/// First the phrases of scripts that part their words, in the order of their beginnings; then those of other scripts, which
/// may stand anywhere in what looks like a word. Of phrases that begin alike the longer stand first.
pub(crate) struct PhraseTable {
    /// Where the first phrases stand.
    pub(super) beginnings: Beginnings,
    /// Where the others end, which stand right behind them.
    pub(super) end: u16,
    /// The bytes of the shortest of the first phrases that is one word.
    pub(super) shortest_word: u16,
}

impl PhraseTable {
    /// Whether the folded `line` is one of the phrases.
    pub(crate) fn contains(&self, line: &str) -> bool {
        self.alike(line).chain(self.unparted_for(line)).any(|at| packed::word(at) == line)
    }

    /// The phrase of the two words.
    pub(crate) fn find_pair(&self, first: &str, second: &str) -> Option<(&'static str, &'static str)> {
        let mut alike = self.alike(first).filter_map(|at| packed::word(at).split_once(' '));
        alike.find(|pair| *pair == (first, second))
    }

    /// The phrases with which the folded `line` begins, ending where one of its words ends.
    pub(crate) fn opening<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let opens = |phrase: &&str| {
            let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(' ') || is_written_without_spaces(phrase);
            line.strip_prefix(phrase).is_some_and(goes_on)
        };
        self.alike(line).chain(self.unparted_for(line)).map(packed::word).filter(opens)
    }

    /// The phrases that stand in the folded `line`, as whole words.
    pub(crate) fn within<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let parted = words(line).flat_map(|(_, rest)| {
            let is_said = move |phrase: &&str| {
                rest.strip_prefix(phrase).is_some_and(|after| after.is_empty() || after.starts_with(' '))
            };
            self.alike(rest).map(packed::word).filter(is_said)
        });
        let unparted = self.unparted_for(line).map(packed::word).filter(|phrase| line.contains(phrase));
        parted.chain(unparted)
    }

    /// The phrases with which words of the folded `line` begin; the last word of a phrase may go on ("affiliates").
    pub(crate) fn begun_in<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        self.begun(line).map(packed::word)
    }

    /// The same, each with a number that phrases of one language have in common; of a list that keeps them apart.
    pub(crate) fn begun_in_by_language<'l>(
        &self,
        line: &'l str,
    ) -> impl Iterator<Item = (u8, &'static str)> + use<'_, 'l> {
        self.begun(line).map(|at| (packed::tag(at), packed::word(at)))
    }

    /// Whether one of the phrases is [begun](Self::begun_in) in the folded `line`; one that is one word may stand within
    /// another, as in Dutch and Swedish.
    pub(crate) fn are_said_in(&self, line: &str) -> bool {
        let holds_one = |word: &str| {
            word.len() >= usize::from(self.shortest_word)
                && packed::words(self.beginnings.all()).any(|phrase| word.contains(phrase))
        };
        words(line).any(|(word, rest)| self.alike(rest).any(|at| rest.starts_with(packed::word(at))) || holds_one(word))
            || self.unparted_for(line).any(|at| line.contains(packed::word(at)))
    }

    fn begun<'l>(&self, line: &'l str) -> impl Iterator<Item = usize> + use<'_, 'l> {
        let parted =
            words(line).flat_map(|(_, rest)| self.alike(rest).filter(|at| rest.starts_with(packed::word(*at))));
        parted.chain(self.unparted_for(line).filter(|at| line.contains(packed::word(*at))))
    }

    /// Where the parted phrases stand that begin as `line` does.
    fn alike(&self, line: &str) -> Range<usize> {
        self.beginnings.alike(line)
    }

    /// Where the phrases of the other scripts stand, if `line` has letters of such.
    fn unparted_for(&self, line: &str) -> Range<usize> {
        let has_other = !line.is_ascii() && line.bytes().any(|byte| byte > LAST_OF_CASES);
        if has_other { self.beginnings.all().end..usize::from(self.end) } else { 0..0 }
    }
}

/// The words of a folded line, each with what is left of the line from there on.
fn words(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut ahead = Some(line);
    std::iter::from_fn(move || {
        let rest = ahead?;
        let space = rest.bytes().position(|byte| byte == b' ');
        ahead = space.map(|space| &rest[space + 1..]);
        Some((&rest[..space.unwrap_or(rest.len())], rest))
    })
}

/// Whether the script in which a phrase ends writes no space behind a word.
fn is_written_without_spaces(phrase: &str) -> bool {
    phrase.ends_with(|c| matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'))
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{CROSS_LINKS_OPENINGS, PAGES_ERROR_TITLES, SIGN_OFF_DISCLOSURES};

    #[test]
    fn a_phrase_is_whole_words_where_words_are_parted() {
        let opening = |line| CROSS_LINKS_OPENINGS.opening(line).collect::<Vec<_>>();
        assert_eq!(opening("related articles on the lock"), ["related articles", "related"]);
        assert_eq!(opening("relatedly the lock"), [""; 0]);
        assert_eq!(opening("続きを読むには"), ["続きを読む"]);
        let within = |line| CROSS_LINKS_OPENINGS.within(line).collect::<Vec<_>>();
        assert_eq!(within("schleusen siehe auch osk"), ["siehe auch"]);
        assert_eq!(within("nachsiehe auch"), [""; 0]);
        assert_eq!(within("この記事の続きを読むには"), ["続きを読む"]);
        for said in
            ["it contains affiliate links", "it contains affiliates", "unsere affiliatelinks", "partneraffiliatelinks"]
        {
            assert!(SIGN_OFF_DISCLOSURES.are_said_in(said), "{said}");
        }
        assert!(!SIGN_OFF_DISCLOSURES.are_said_in("it contains no affiliation"));
        assert!(PAGES_ERROR_TITLES.contains("404") && PAGES_ERROR_TITLES.contains("页面不存在"));
        assert!(!PAGES_ERROR_TITLES.contains("40") && !PAGES_ERROR_TITLES.contains(""));
    }
}
