//! A printed credit in pieces of one name, with the words that say how each name belongs to the one before it.

use super::houses;
use super::label::{self, Strength};
use crate::article::Part;
use crate::lexicon::{self, WordList};

/// The text in pieces of one name, or of several that are joined by "and"; each with the words that lead to it.
pub(super) fn pieces(credit: &str) -> Vec<(Option<Part>, &str)> {
    let mut pieces = Vec::new();
    for sentence in sentences(without_sources(credit)) {
        for piece in at_marks(sentence).into_iter().flat_map(|piece| piece.split(" - ")) {
            by_words(piece, &mut pieces);
        }
    }
    pieces
}

/// "Brown Bird Design; Source: …": what a drawing goes by is not who made it.
fn without_sources(credit: &str) -> &str {
    let begins = |word: &&str| credit.find(*word).filter(|at| *at > 0);
    let at = ["; Source", "; source", ". Source", " Quelle:", " Quellen:", ". See", "; based on"]
        .iter()
        .filter_map(begins)
        .min();
    at.map_or(credit, |at| &credit[..at])
}

/// The text parted at its marks, but not at the comma of "Sarn, Inc."
fn at_marks(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| MARKS.contains(c)) {
        let after = &text[at + mark.len_utf8()..];
        let word = after.split([',', '/', ';', '(']).next().unwrap_or_default().trim().trim_end_matches('.');
        if mark != ',' || !lexicon::ORGANISATIONS_ADDITIONS.contains(word) {
            pieces.push(&text[start..at]);
            start = at + mark.len_utf8();
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// Marks that part names.
const MARKS: &[char] =
    &['/', '|', ';', ',', '•', '·', '\n', '(', ')', '[', ']', '+', '–', '—', '©', '、', '，', '／', '（', '）', '،'];

/// "Photo illustration by A. Photo by B": a new label begins a new sentence; all other points belong to names.
fn sentences(credit: &str) -> Vec<&str> {
    let begins = |at: &usize| {
        let after = &credit[at + 2..];
        let is_label = label::at_head(after).is_some_and(|label| label.strength > Strength::Word);
        is_label || label::made_at_head(after).is_some()
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in credit.match_indices(". ").map(|(at, _)| at).filter(begins) {
        sentences.push(&credit[start..at]);
        start = at + 2;
    }
    sentences.push(&credit[start..]);
    sentences
}

/// Parts a piece at the words that say how one name belongs to another.
fn by_words<'a>(piece: &'a str, pieces: &mut Vec<(Option<Part>, &'a str)>) {
    let mut start = 0;
    let mut part = None;
    let mut at = 0;
    while at < piece.len() {
        let rest = &piece[at..];
        let is_word_start = at == 0 || piece[..at].ends_with(char::is_whitespace);
        let joint = if is_word_start { joint_at_head(rest) } else { None };
        match joint {
            Some((next, length)) => {
                pieces.push((part, &piece[start..at]));
                part = Some(next);
                at += length;
                start = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.push((part, &piece[start..]));
}

/// The part of whom the words at the head of `text` stand before, and how long they are.
fn joint_at_head(text: &str) -> Option<(Part, usize)> {
    JOINTS.iter().find_map(|(words, part, only_agencies)| {
        let is_whole = |words: &&str| text[words.len()..].starts_with(char::is_whitespace);
        let length = words.opening(text).find(is_whole)?.len();
        (!only_agencies || houses::names_an_agency(&text[length..])).then_some((*part, length))
    })
}

/// The words between two names, the part of whom they stand before, and whether only an agency may follow: "on" may
/// stand in a name of many things.
static JOINTS: [(&WordList, Part, bool); 4] = [
    (&lexicon::CREDIT_GIVEN_BY, Part::Giver, false),
    (&lexicon::CREDIT_VIA, Part::Distributor, false),
    (&lexicon::CREDIT_VIA_AGENCY, Part::Distributor, true),
    (&lexicon::CREDIT_MADE_FOR, Part::Client, false),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_by_marks_and_by_words() {
        let parted = |credit| pieces(credit).into_iter().map(|(_, piece)| piece.trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(parted("A/B via C"), ["A", "B", "C"]);
        assert_eq!(parted("A, Inc., for The B"), ["A, Inc.", "", "The B"]);
        assert_eq!(parted("Photo illustration by A. Photo by B"), ["Photo illustration by A", "Photo by B"]);
        assert_eq!(parted("Dr. A on the river, on Unsplash"), ["Dr. A on the river", "", "Unsplash"]);
        assert_eq!(parted("A; Source: B"), ["A"]);
    }
}
