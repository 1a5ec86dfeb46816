//! How a credit looks that the page does not call one.

use super::super::agency;
use super::super::label::{self, Label, Strength};
use super::attribution::is_attribution;
use super::rule::Looks;
use super::{LONGEST, marked, without_brackets};
use crate::credit::stand_ins::{StandIn, stand_in};
use crate::lexicon;

/// A credit as it is printed, without its label, and how it was known.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Line {
    pub text: String,
    pub looks: Looks,
}

/// The credit that `text` is as a whole, where the page does not call it one: labelled, or a credit by its looks.
pub(in super::super) fn whole(text: &str) -> Option<Line> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    let bare = without_brackets(text);
    let label = label::at_head(bare);
    label.and_then(|label| labelled_by(label, bare)).or_else(|| {
        let is_label = label.is_some_and(|label| label.strength >= Strength::NamedPicture);
        let looks = (is_maker_phrase(bare) || agency::is_taken_by(bare)).then_some(Looks::Part);
        let looks = looks.or_else(|| is_attribution(bare).then_some(Looks::Attribution));
        let looks = looks.or_else(|| agency::bare_credit(bare)).filter(|_| !is_label);
        let looks = looks.or_else(|| (stand_in(bare) == Some(StandIn::Alone)).then_some(Looks::StandIn))?;
        Some(Line { text: marked(bare)?, looks })
    })
}

/// The credit that all of `text` is by the label at its head.
pub(super) fn labelled(text: &str) -> Option<Line> {
    let bare = without_brackets(text);
    if bare.chars().count() > LONGEST {
        return None;
    }
    labelled_by(label::at_head(bare)?, bare)
}

fn labelled_by(label: Label, bare: &str) -> Option<Line> {
    let is_credit = match label.strength {
        Strength::Sure => is_plausible(label.rest),
        Strength::By | Strength::NamedPicture => is_named(label.rest),
        // "PHOTO INES OKAFOR, LA GAZETTE", "Foto Inés Okafor"
        Strength::Word => {
            let mut words = lexicon::CAPTION_LABELS_BEFORE_NAMES.opening(bare);
            words.any(|word| bare[word.len()..].starts_with(' ')) && is_short_name(label.rest)
        }
    };
    let text = is_credit.then(|| marked(bare)).flatten()?;
    Some(Line { text, looks: Looks::labelled(bare, &label) })
}

/// Whether `name`, which follows a label, is a name or what stands in the place of one.
pub(super) fn is_named(name: &str) -> bool {
    is_plausible(name) && agency::is_name_like(name) || stand_in(name).is_some()
}

/// "Illustration by Ines Okafor", "Courtesy Ines Okafor": it says of itself what it is, and is kept whole.
pub(super) fn is_maker_phrase(text: &str) -> bool {
    if text.chars().count() >= 160 {
        return false;
    }
    let lower = text.to_lowercase();
    let opens = [
        "photo illustration by ",
        "illustration by ",
        "illustration: ",
        "graphic by ",
        "collage by ",
        "montage by ",
        "provided by ",
        "supplied by ",
        "submitted by ",
        "contributed by ",
    ]
    .iter()
    .any(|phrase| lower.starts_with(phrase));
    opens && agency::is_name_like(text)
}

pub(super) fn is_plausible(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let has_letters = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    has_letters && words <= 36 && !sentence_follows(name)
}

/// Whether a full stop is followed by more than initials and abbreviations.
fn sentence_follows(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let before = text[..at].rsplit(|c: char| c.is_whitespace() || c == '.').next().unwrap_or_default();
        let after = &text[at + 2..];
        let is_abbreviation = before.chars().count() <= 3 && before.starts_with(char::is_uppercase);
        let is_long = after.split_whitespace().count() >= 5;
        !is_abbreviation && is_long && label::at_head(after).is_none() && !is_maker_phrase(after)
    })
}

/// A name without anything else, as it follows a label that has no colon.
pub(super) fn is_short_name(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let words = text.split_whitespace().count();
    let is_other = ["Gallery", "Galerie", "Galería", "Essay", "Credit", "Credits", "Album"]
        .contains(&text.split_whitespace().next().unwrap_or_default());
    (2..=5).contains(&words) && agency::is_name(text) && !is_other
}
