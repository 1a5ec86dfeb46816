//! Lexicon: names that sites give to the parts of a page, looked up by their words.

use super::vocabulary::Sign;
use rustc_hash::FxHashMap;

/// Words to look names up by: whole words, stems, and joined pairs and triples of them.
pub(super) struct Lexicon {
    whole: FxHashMap<&'static str, Sign>,
    stems: Vec<(&'static str, Sign)>,
}

impl Lexicon {
    pub fn new(entries: impl Iterator<Item = (&'static str, Sign)>) -> Self {
        let (stems, whole): (Vec<_>, Vec<_>) = entries.partition(|(word, _)| word.ends_with('*'));
        let mut stems: Vec<_> = stems.into_iter().map(|(stem, sign)| (stem.trim_end_matches('*'), sign)).collect();
        stems.sort_unstable();
        Self { whole: whole.into_iter().collect(), stems }
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
        let whole = self.whole.get(word).copied();
        // The stems that begin `word` stand before it in the order, and those that do not fit begin earlier.
        let first = word.chars().next()?;
        let from = self.stems.partition_point(|(stem, _)| stem.chars().next() < Some(first));
        let stems = self.stems[from..].iter().take_while(|(stem, _)| stem.starts_with(first));
        stems.filter(|(stem, _)| word.starts_with(stem) && counts(stem)).map(|(_, sign)| *sign).max().max(whole)
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
        let lexicon = Lexicon::new(
            ["advert*", "category-*", "social", "feedback", "comments"].into_iter().map(|word| (word, Sign::Sure)),
        );
        for id in ["social", "page_comments", "comments-section-2", "adverts", "mainFeedback"] {
            assert_eq!(lexicon.find_at_end(id), Some(Sign::Sure), "{id}");
        }
        for id in ["social-history", "advertising-law", "category-theory", "feedback-loops", "2", ""] {
            assert_eq!(lexicon.find_at_end(id), None, "{id}");
        }
    }
}
