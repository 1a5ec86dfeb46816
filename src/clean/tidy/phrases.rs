//! Phrases: tables of what sites say in many languages, looked up by their first words.
//!
//! A page has thousands of lines and the tables hundreds of phrases, nearly all of which begin otherwise.

use rustc_hash::FxHashMap;

/// A table of phrases; letters and digits only, in lower case, parted by `|`.
pub(super) struct Phrases {
    /// Those of scripts that part words by spaces, by their first words.
    parted: FxHashMap<&'static str, Vec<&'static str>>,
    unparted: Vec<&'static str>,
    /// Those that are one word.
    single: Vec<&'static str>,
}

impl Phrases {
    pub fn of(table: &'static [&'static str]) -> Self {
        let all = table.iter().flat_map(|phrases| phrases.split('|'));
        let (parted, unparted): (Vec<&str>, Vec<&str>) = all.partition(|phrase| parts_words(phrase));
        let single = parted.iter().copied().filter(|phrase| !phrase.contains(' ')).collect();
        let mut by_first = FxHashMap::default();
        for phrase in parted {
            by_first.entry(first_word(phrase)).or_insert_with(Vec::new).push(phrase);
        }
        Self { parted: by_first, unparted, single }
    }

    /// The phrases with which `line` begins, as whole words where the script parts them.
    pub fn before<'s>(&'s self, line: &'s str) -> impl Iterator<Item = &'static str> + 's {
        let is_whole =
            |phrase: &str| line.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let parted = self.beginning_with(first_word(line)).filter(move |phrase| is_whole(phrase));
        parted.chain(self.unparted.iter().copied().filter(|phrase| line.starts_with(phrase)))
    }

    /// Whether `line` is one of the phrases.
    pub fn has(&self, line: &str) -> bool {
        self.before(line).any(|phrase| phrase.len() == line.len())
    }

    /// Whether `line` holds one of the phrases; the last word of it may go on ("affiliates"), and what is but one word
    /// may stand within another, as in Dutch and Swedish.
    pub fn are_in(&self, line: &str) -> bool {
        let starts = std::iter::once(0).chain(line.match_indices(' ').map(|(at, _)| at + 1));
        let mut rests = starts.map(|at| &line[at..]);
        self.unparted.iter().chain(&self.single).any(|phrase| line.contains(phrase))
            || rests.any(|rest| self.beginning_with(first_word(rest)).any(|phrase| rest.starts_with(phrase)))
    }

    fn beginning_with(&self, word: &str) -> impl Iterator<Item = &'static str> + '_ {
        self.parted.get(word).into_iter().flatten().copied()
    }
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// Whether a phrase is of a script that parts words by spaces, so that its last word must end where it ends.
fn parts_words(phrase: &str) -> bool {
    !phrase.ends_with(|c| matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_as_its_script_parts_words() {
        let phrases = Phrases::of(&["read|read more|相关阅读", "läs mer"]);
        let before = |line| phrases.before(line).collect::<Vec<_>>();
        assert_eq!(before("read more of this"), ["read", "read more"]);
        assert_eq!(before("reader"), [""; 0]);
        assert_eq!(before("相关阅读三"), ["相关阅读"]);
        assert!(phrases.has("läs mer") && !phrases.has("läs mera"));
    }

    #[test]
    fn a_phrase_is_found_within_a_line() {
        let phrases = Phrases::of(&["contain affiliate|affiliatelänkar", "联盟链接"]);
        for line in ["some posts contain affiliates", "de är annonsaffiliatelänkar", "本文含联盟链接"] {
            assert!(phrases.are_in(line), "{line}");
        }
        assert!(!phrases.are_in("a container of affiliate links"));
    }
}
