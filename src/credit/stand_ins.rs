//! What stands in a credit where no maker is named: in a word, whence the picture came.

use crate::lexicon::{self, WordList};

/// How much such words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StandIn {
    /// It is said of nothing but pictures, or is a credit wherever a credit may stand.
    Alone,
    /// It may as well be the end of a caption: a label must stand before it.
    Labelled,
}

/// Whether `text` stands in the place of a name: "Divulgação", "Reprodução/TV Sul", "Handout".
pub(crate) fn stand_in(text: &str) -> Option<StandIn> {
    let text = text.trim().trim_end_matches('.');
    // The longest is a few words.
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if lexicon::CREDIT_INITIALS_AS_WRITTEN.contains(text) {
        return Some(StandIn::Alone);
    }
    let lower = text.to_lowercase();
    // "Reprodução/TV Sul": what comes after the slash says whose.
    let first = lower.split(['/', '|']).next().unwrap_or_default().trim();
    let is_one = |list: &WordList| list.contains(first) || list.contains(&lower);
    let alone = is_one(&lexicon::CREDIT_STAND_INS).then_some(StandIn::Alone);
    alone.or_else(|| is_one(&lexicon::CREDIT_STAND_INS_AFTER_LABELS).then_some(StandIn::Labelled))
}

/// In bytes.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_place_of_a_name_is_known() {
        for text in ["Divulgação", "Reprodução/TV Sul", "DR", "Handout/Archiv", "Cortesía", "Courtesy photo", "privat"]
        {
            assert_eq!(stand_in(text), Some(StandIn::Alone), "{text}");
        }
        assert_eq!(stand_in("Archiv"), Some(StandIn::Labelled));
        for text in ["Dr", "The archive of the harbour", "Divulgação do porto", "", "Cortesía del puerto"] {
            assert_eq!(stand_in(text), None, "{text}");
        }
    }
}
