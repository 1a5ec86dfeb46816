//! Titles: whether a page calls itself what pages are called that are no articles.

use crate::article::folded;
use crate::lexicon::PhraseTable;

/// Whether a title, or one of the parts that sites put together to one, is one of the phrases with little beside it.
pub(super) fn titles(phrases: &PhraseTable, title: &str) -> bool {
    title.split(['|', '–', '—', '·', '»', '«', '•', '›', '｜']).chain(title.split(" - ")).any(|part| {
        let part = folded(part);
        let found: Vec<&str> = phrases.within(&part).collect();
        // "Error 404 (Not Found)" is three phrases; a script without spaces is one word.
        let is_said = |word: &&str| {
            found.iter().any(|phrase| word.contains(phrase) || phrase.split(' ').any(|said| said == *word))
        };
        let said: usize = part.split(' ').filter(is_said).map(|word| word.chars().count()).sum();
        !found.is_empty() && said * 10 >= part.chars().count() * 6
    })
}

/// Whether a title begins with one of the phrases: "Search results for ferries".
pub(super) fn opens(phrases: &PhraseTable, title: &str) -> bool {
    phrases.opening(&folded(title)).any(|phrase| phrase.contains(' ') || !phrase.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::PAGES_ERROR_TITLES as ERRORS;

    #[test]
    fn a_title_is_told_with_the_name_of_the_site_and_not_inside_a_headline() {
        for title in [
            "404",
            "Page Not Found | The Courier",
            "Error 404 (Not Found)!!1",
            "Seite nicht gefunden – Kurier",
            "ページが見つかりません｜新報",
        ] {
            assert!(titles(&ERRORS, title), "{title}");
        }
        for title in ["Access denied: how the harbour lost its gates", "The error of our ways", "404 days at sea"] {
            assert!(!titles(&ERRORS, title), "{title}");
        }
    }
}
