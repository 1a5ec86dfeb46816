//! The language of an issue: of its title, its contents and its fixed words.

use super::Wording;
use crate::article::{Article, Language};
use std::collections::BTreeMap;

/// Which language an issue is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LanguageChoice {
    /// This one, whatever its articles are in.
    Always(Language),
    /// The one that most articles are in. Where several are equally common, or none is known, it is the reader's if the
    /// fixed words are known in that, and English if not.
    OfMost {
        /// The reader's own language, where it is known.
        reader: Option<Language>,
    },
}

impl Default for LanguageChoice {
    /// That of most articles, for a reader of whom nothing is known.
    fn default() -> Self {
        Self::OfMost { reader: None }
    }
}

impl LanguageChoice {
    /// The language of an issue with these articles.
    pub fn of_issue(&self, articles: &[Article]) -> Language {
        match self {
            Self::Always(language) => language.clone(),
            Self::OfMost { reader } => {
                let reader = reader.as_ref().filter(|language| Wording::is_known_in(language));
                commonest(articles).or(reader).cloned().unwrap_or_else(Language::english)
            }
        }
    }
}

/// The language that more articles are in than in any other, as the first of them has it: "de-AT" for "de-AT" and "de".
fn commonest(articles: &[Article]) -> Option<&Language> {
    let languages = || articles.iter().filter_map(|article| article.language.as_ref());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for language in languages() {
        *counts.entry(language.primary()).or_default() += 1;
    }
    let most = counts.values().max()?;
    let mut commonest = counts.iter().filter(|(_, count)| *count == most);
    let (Some((primary, _)), None) = (commonest.next(), commonest.next()) else { return None };
    languages().find(|language| language.primary() == *primary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    /// The language of an issue with articles in these languages ("" is none), for a reader of another.
    fn of_issue(articles: &[&str], reader: &str) -> String {
        let articles =
            articles.iter().map(|tag| Article { language: Language::parse(tag), ..Article::headed("Tides") });
        let choice = LanguageChoice::OfMost { reader: Language::parse(reader) };
        choice.of_issue(&articles.collect::<Vec<_>>()).to_string()
    }

    #[test]
    fn an_issue_is_in_the_language_of_most_articles() {
        assert_eq!(of_issue(&["en", "de-AT", "de", ""], "fr"), "de-AT");
        assert_eq!(of_issue(&["ar"], "fr"), "ar");
    }

    #[test]
    fn where_languages_tie_it_is_in_the_readers_or_in_english() {
        let tied = ["ar", "de", "en", "fr", "ja"];
        assert_eq!(of_issue(&tied, "de-CH"), "de-CH");
        assert_eq!(of_issue(&tied, ""), "en");
        assert_eq!(of_issue(&["ar", "ar", "fr", "fr", "de"], ""), "en");
        assert_eq!(of_issue(&[""], "sv"), "sv");
    }

    #[test]
    fn a_readers_language_without_words_for_an_issue_is_passed_over() {
        assert_eq!(of_issue(&["ar", "de"], "cy"), "en");
    }

    #[test]
    fn a_language_that_is_asked_for_is_taken() {
        let articles = [Article { language: Some(language("ar")), ..Article::headed("Tides") }];
        assert_eq!(LanguageChoice::Always(language("fr")).of_issue(&articles), language("fr"));
    }
}
