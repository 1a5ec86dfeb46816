//! Lexicon: names that sites give to the parts of a page, looked up by their words.

use super::vocabulary::Sign;
use crate::clean::phrase_table::{Beginnings, first_of};

/// Words to look names up by: whole words, stems, and joined pairs and triples of them.
///
/// They are put in order as the program is compiled, since each run of it would else do so again for a page or two.
pub(super) struct Lexicon {
    /// The words in the order of their beginnings.
    entries: [Entry; MOST],
    beginnings: Beginnings,
}

#[derive(Clone, Copy)]
struct Entry {
    word: &'static str,
    is_stem: bool,
    sign: Sign,
}

/// No lexicon has more words.
const MOST: usize = 540;

impl Lexicon {
    /// A lexicon of groups of words: what they tell, what they are, and the words, with a space between them.
    pub const fn of(groups: &[(Sign, &str, &'static str)]) -> Self {
        let (mut words, mut signs, mut count) = ([""; MOST], [Sign::Likely; MOST], 0);
        let mut group = 0;
        while group < groups.len() {
            let mut ahead = Some(groups[group].2);
            while let Some(rest) = ahead {
                assert!(count < MOST, "MOST is too small for these words");
                (words[count], ahead) = first_of(rest, b' ');
                assert!(words[count].len() > 1, "a word has two bytes at least");
                signs[count] = groups[group].0;
                count += 1;
            }
            group += 1;
        }
        let (beginnings, order) = Beginnings::of(&words, count);
        let mut entries = [Entry::of("", Sign::Likely); MOST];
        let mut at = 0;
        while at < count {
            entries[at] = Entry::of(words[order[at]], signs[order[at]]);
            at += 1;
        }
        Self { entries, beginnings }
    }

    /// The surest sign in `name`, a class.
    pub fn find(&self, name: &str) -> Option<Sign> {
        let mut found = None;
        // The words so far with hyphens between them, and where the last two before the next begin.
        let (mut joined, mut before) = (String::with_capacity(name.len() + 8), [None, None]);
        words(name, &mut |word| {
            if !joined.is_empty() {
                joined.push('-');
            }
            let start = joined.len();
            joined.push_str(word);
            for from in before.into_iter().flatten().chain([start]) {
                found = found.max(self.look_up(&joined[from..]));
            }
            before = [before[1], Some(start)];
        });
        found
    }

    /// The surest sign at the end of `id`, or in the whole of it. What begins an id says little: a slug such as
    /// "category-theory" or "advertising-law" is a phrase, and its last word is its subject.
    pub fn find_at_end(&self, id: &str) -> Option<Sign> {
        let mut telling = Vec::new();
        words(id, &mut |word| telling.push(word.to_owned()));
        let is_box = |word: &String| BOXES.contains(&word.as_str()) || word.bytes().all(|b| b.is_ascii_digit());
        while telling.len() > 1 && telling.last().is_some_and(is_box) {
            telling.pop();
        }
        let hyphens = |text: &str| text.matches('-').count();
        let ends = (1..=telling.len().min(3)).map(|count| telling[telling.len() - count..].join("-"));
        ends.filter_map(|end| self.look_up_where(&end, |stem| !stem.ends_with('-') && hyphens(stem) == hyphens(&end)))
            .max()
    }

    fn look_up(&self, word: &str) -> Option<Sign> {
        self.look_up_where(word, |_| true)
    }

    fn look_up_where(&self, word: &str, counts: impl Fn(&str) -> bool) -> Option<Sign> {
        let fits = |entry: &&Entry| match entry.is_stem {
            true => word.starts_with(entry.word) && counts(entry.word),
            false => word == entry.word,
        };
        self.entries[self.beginnings.alike(word)].iter().filter(fits).map(|entry| entry.sign).max()
    }
}

impl Entry {
    const fn of(word: &'static str, sign: Sign) -> Self {
        match word.as_bytes() {
            [stem @ .., b'*'] => Self { word: word.split_at(stem.len()).0, is_stem: true, sign },
            _ => Self { word, is_stem: false, sign },
        }
    }
}

/// Calls `each` with the lower-case words of a class or id: "postMeta__date-2" has post, meta and date.
pub(super) fn words(name: &str, each: &mut dyn FnMut(&str)) {
    let mut word = String::new();
    let mut after_small = false;
    for c in name.chars() {
        let is_border = !c.is_alphanumeric() || (c.is_uppercase() && after_small);
        if is_border && !word.is_empty() {
            each(&word);
            word.clear();
        }
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        after_small = c.is_lowercase();
    }
    if !word.is_empty() {
        each(&word);
    }
}

/// Words at the end of an id that only say that it is a box: "comments-section", "sidebar-wrapper-2".
const BOXES: &[&str] = &[
    "section",
    "wrapper",
    "wrap",
    "container",
    "box",
    "area",
    "block",
    "list",
    "widget",
    "form",
    "slot",
    "root",
    "module",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_at_its_end() {
        let lexicon = Lexicon::of(&[(Sign::Sure, "furniture", "advert* category-* social feedback comments")]);
        for id in ["social", "page_comments", "comments-section-2", "adverts", "mainFeedback"] {
            assert_eq!(lexicon.find_at_end(id), Some(Sign::Sure), "{id}");
        }
        for id in ["social-history", "advertising-law", "category-theory", "feedback-loops", "2", ""] {
            assert_eq!(lexicon.find_at_end(id), None, "{id}");
        }
    }
}
