//! Lexicon: names that sites give to the parts of a page, looked up by their words.

use super::vocabulary::{SIGNS, Sign};
use crate::lexicon::{self, GradedWord, GradedWords};

/// Words to look names up by: whole words, stems, and joined pairs and triples of them.
pub(super) struct Lexicon(pub &'static GradedWords);

impl Lexicon {
    /// The surest sign in `name`, a class.
    pub(super) fn find(&self, name: &str) -> Option<Sign> {
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
    pub(super) fn find_at_end(&self, id: &str) -> Option<Sign> {
        let mut telling = Vec::new();
        words(id, &mut |word| telling.push(word.to_owned()));
        let is_box = |word: &String| lexicon::BODY_BOXES.contains(word) || word.bytes().all(|b| b.is_ascii_digit());
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
        let fits = |known: &GradedWord| match known.is_stem {
            true => word.starts_with(known.text) && counts(known.text),
            false => word == known.text,
        };
        self.0.alike(word).filter(fits).map(|known| SIGNS[usize::from(known.grade)]).max()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_at_its_end() {
        let lexicon = Lexicon(&lexicon::BODY_BOILERPLATE);
        for id in ["social", "page_comments", "comments-section-2", "adverts", "mainFeedback"] {
            assert!(lexicon.find_at_end(id) >= Some(Sign::Sure), "{id}");
        }
        for id in ["social-history", "advertising-law", "category-theory", "feedback-loops", "2", ""] {
            assert_eq!(lexicon.find_at_end(id), None, "{id}");
        }
    }
}
