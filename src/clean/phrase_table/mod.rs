//! Tables of phrases, looked up in lines by the letters that they begin with.
//!
//! A table has hundreds of phrases of forty languages, and a page has thousands of lines: to try each phrase on each line
//! would cost more than everything else that is done to the line. The phrases are put in order as the program is
//! compiled, since each run of it would else do so again for a page or two.

mod beginnings;

pub(crate) use beginnings::Beginnings;

/// Phrases that are folded: letters and digits in lower case, words parted by one space.
pub(crate) struct PhraseTable {
    /// First the phrases of scripts that part their words, in the order of their beginnings; then those of other scripts,
    /// which may stand anywhere in what looks like a word.
    phrases: [&'static str; MOST],
    count: usize,
    /// Where the first phrases stand.
    beginnings: Beginnings,
    /// The bytes of the shortest of the first phrases that is one word.
    shortest_word: usize,
}

/// No table has more phrases.
const MOST: usize = 288;

impl PhraseTable {
    /// A table of the phrases in `lists`, where `|` parts them.
    pub const fn of(lists: &[&'static str]) -> Self {
        let (mut parted, mut others) = (Phrases::none(), Phrases::none());
        let mut shortest_word = usize::MAX;
        let mut list = 0;
        while list < lists.len() {
            let mut ahead = Some(lists[list]);
            while let Some(rest) = ahead {
                let (phrase, further) = first_of(rest, b'|');
                if !parts_words(phrase) {
                    others.push(phrase);
                } else {
                    parted.push(phrase);
                    if first_of(phrase, b' ').1.is_none() && phrase.len() < shortest_word {
                        shortest_word = phrase.len();
                    }
                }
                ahead = further;
            }
            list += 1;
        }
        let (beginnings, order) = Beginnings::of(&parted.phrases, parted.count);
        let mut all = Phrases::none();
        while all.count < parted.count {
            all.push(parted.phrases[order[all.count]]);
        }
        while all.count < parted.count + others.count {
            all.push(others.phrases[all.count - parted.count]);
        }
        Self { phrases: all.phrases, count: all.count, beginnings, shortest_word }
    }

    /// Whether the folded `line` is one of the phrases.
    pub fn contains(&self, line: &str) -> bool {
        self.alike(line).contains(&line) || self.unparted_for(line).contains(&line)
    }

    /// The phrases with which the folded `line` begins, ending where one of its words ends.
    pub fn opening<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let opens = |phrase: &&&str| {
            let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(' ') || is_written_without_spaces(phrase);
            line.strip_prefix(**phrase).is_some_and(goes_on)
        };
        self.alike(line).iter().chain(self.unparted_for(line)).filter(opens).copied()
    }

    /// The phrases that stand in the folded `line`, as whole words.
    pub fn within<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let parted = words(line).flat_map(|(_, rest)| {
            let is_said = move |phrase: &&&str| {
                rest.strip_prefix(**phrase).is_some_and(|after| after.is_empty() || after.starts_with(' '))
            };
            self.alike(rest).iter().filter(is_said)
        });
        let unparted = self.unparted_for(line).iter().filter(|phrase| line.contains(**phrase));
        parted.chain(unparted).copied()
    }

    /// The phrases with which words of the folded `line` begin; the last word of a phrase may go on ("affiliates").
    pub fn begun_in<'l>(&self, line: &'l str) -> impl Iterator<Item = &'static str> + use<'_, 'l> {
        let parted =
            words(line).flat_map(|(_, rest)| self.alike(rest).iter().filter(|phrase| rest.starts_with(**phrase)));
        let unparted = self.unparted_for(line).iter().filter(|phrase| line.contains(**phrase));
        parted.chain(unparted).copied()
    }

    /// Whether one of the phrases is [begun](Self::begun_in) in the folded `line`; one that is one word may stand within
    /// another, as in Dutch and Swedish.
    pub fn are_said_in(&self, line: &str) -> bool {
        let holds_one =
            |word: &str| word.len() >= self.shortest_word && self.parted().iter().any(|phrase| word.contains(phrase));
        words(line)
            .any(|(word, rest)| self.alike(rest).iter().any(|phrase| rest.starts_with(phrase)) || holds_one(word))
            || self.unparted_for(line).iter().any(|phrase| line.contains(phrase))
    }

    #[cfg(test)]
    pub fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.phrases[..self.count].iter().copied()
    }

    fn parted(&self) -> &[&'static str] {
        &self.phrases[..self.beginnings.end()]
    }

    /// The parted phrases that begin as `line` does.
    fn alike(&self, line: &str) -> &[&'static str] {
        &self.phrases[self.beginnings.alike(line)]
    }

    /// The phrases of the other scripts, if `line` has letters of such.
    fn unparted_for(&self, line: &str) -> &[&'static str] {
        let has_other = !line.is_ascii() && line.bytes().any(|byte| byte > LAST_OF_CASES);
        if has_other { &self.phrases[self.beginnings.end()..self.count] } else { &[] }
    }
}

/// Phrases so far, while a table is made of them.
struct Phrases {
    phrases: [&'static str; MOST],
    count: usize,
}

impl Phrases {
    const fn none() -> Self {
        Self { phrases: [""; MOST], count: 0 }
    }

    const fn push(&mut self, phrase: &'static str) {
        assert!(phrase.len() > 1, "a phrase has two bytes at least");
        assert!(self.count < MOST, "MOST is too small for this table");
        self.phrases[self.count] = phrase;
        self.count += 1;
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

/// The first entry of a list, and what follows the mark behind it.
pub(crate) const fn first_of(list: &'static str, mark: u8) -> (&'static str, Option<&'static str>) {
    let mut at = 0;
    while at < list.len() {
        if list.as_bytes()[at] == mark {
            let (first, rest) = list.split_at(at);
            return (first, Some(rest.split_at(1).1));
        }
        at += 1;
    }
    (list, None)
}

/// The last byte with which a letter begins in UTF-8 of the scripts up to Armenian, which all have two cases.
const LAST_OF_CASES: u8 = 0xD5;

/// Latin, Greek and Cyrillic part their words by spaces and have two cases; other scripts may do neither, or write
/// particles together with their words. One small letter of the former tells a folded phrase.
const fn parts_words(phrase: &str) -> bool {
    let bytes = phrase.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_lowercase() || matches!(bytes[at], 0xC3..=LAST_OF_CASES) {
            return true;
        }
        at += 1;
    }
    phrase.is_ascii()
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
