//! The houses that pictures are credited to: agencies, image banks, libraries, and how other houses are called.

use crate::lexicon::{self, WordList};

/// Whether one of the agencies, image banks and libraries is named in `text`.
pub(crate) fn names_an_agency(text: &str) -> bool {
    let mut padded = String::with_capacity(text.len() + 2);
    padded.push(' ');
    let mut previous_is_space = true;
    for character in text.chars() {
        if character.is_alphanumeric() {
            padded.push(character);
            previous_is_space = false;
        } else if !previous_is_space {
            padded.push(' ');
            previous_is_space = true;
        }
    }
    if !previous_is_space {
        padded.push(' ');
    }
    // The short ones are words in other languages when written small.
    holds_one_of(&lexicon::ORGANISATIONS_AGENCIES_AS_WRITTEN, &padded)
        || holds_one_of(&lexicon::ORGANISATIONS_AGENCIES, &padded.to_lowercase())
}

/// Whether one of `names` is among the words of `padded`, which have a space before and behind each.
fn holds_one_of(names: &WordList, padded: &str) -> bool {
    let mut rests = padded.match_indices(' ').map(|(at, _)| &padded[at + 1..]);
    rests.any(|rest| names.opening(rest).any(|name| rest[name.len()..].starts_with(' ')))
}

/// Whether `text` is the name of an agency and nothing more.
pub(crate) fn is_agency(text: &str) -> bool {
    lexicon::ORGANISATIONS_AGENCIES_AS_WRITTEN.contains(text)
        || lexicon::ORGANISATIONS_AGENCIES.contains(&text.to_lowercase())
}

/// Whether `name` is that of a house rather than of a person.
pub(super) fn is_house(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_address = !name.contains(char::is_whitespace) && name.trim_end_matches('.').contains('.');
    let first = lower.split_whitespace().next().unwrap_or_default();
    let has_article = lexicon::ORGANISATIONS_ARTICLES.contains(first) && name.contains(' ');
    is_address
        || has_article
        || names_an_agency(name)
        || is_initials(name)
        || begins_with_initials(name)
        || words.any(|word| lexicon::ORGANISATIONS_WORDS.contains(word))
        || lexicon::ORGANISATIONS_PARTS.within(&lower).next().is_some()
}

/// "NASA", "JPL", "AFP": two to five capitals.
fn is_initials(name: &str) -> bool {
    (2..=5).contains(&name.chars().count()) && name.chars().all(|c| c.is_uppercase() && !is_ideograph(c))
}

/// "SDSU Athletics"; but "INES OKAFOR".
fn begins_with_initials(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    (3..=5).contains(&first.chars().count())
        && is_initials(first)
        && words.any(|word| word.chars().any(char::is_lowercase))
}

pub(super) fn is_ideograph(c: char) -> bool {
    ('\u{2e80}'..='\u{d7ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_whose_name_is_a_word_is_known_by_its_capitals() {
        for text in ["Ines Okafor / Belga", "LUSA", "Abaca/Ines Okafor"] {
            assert!(names_an_agency(text), "{text}");
        }
        assert!(is_agency("Lusa"));
        for text in ["El barco belga", "A cultura lusa", "Las hojas de abaca"] {
            assert!(!names_an_agency(text), "{text}");
        }
    }
}
