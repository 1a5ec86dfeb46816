//! The licences of Creative Commons, a family that is named after its terms: "CC BY-SA 4.0".

use super::{Word, heads};
use crate::lexicon::{self, WordList};

/// A licence of Creative Commons at the head of `words`: how many of them are its name, and its short name.
pub(super) fn commons(words: &[Word]) -> Option<(usize, String)> {
    let first = words.first()?;
    let second = words.get(1).map_or("", |word| &*word.text);
    let (mut at, in_full) = match (&*first.text, second) {
        ("cc0", _) => return Some(zero(words, 1)),
        ("cc", "0" | "zero") => return Some(zero(words, 2)),
        ("creative", "commons") => (2, true),
        // "Flickr/CC"
        ("cc", "") if first.is_shouted() => (1, true),
        ("cc", _) if first.is_shouted() || is_terms(second) => (1, false),
        // "Attribution-ShareAlike 3.0", "Namensnennung 2.0 Deutschland"
        _ => (0, false),
    };
    if in_full && words.get(2).is_some_and(|word| word.text == "zero" || word.text == "0") {
        return Some(zero(words, 3));
    }
    let is_marked = at > 0;
    let mut terms: Vec<Term> = Vec::new();
    // Between "Creative Commons" and its terms stands what kind of thing it is.
    at += words[at..].iter().take_while(|word| is_marked && lexicon::LICENCE_AFTER.contains(&word.text)).count();
    while let Some((length, term)) = term(&words[at..], is_marked) {
        terms.push(term);
        at += length;
    }
    let version = words.get(at).map(|word| &*word.text).filter(|word| is_version(word));
    if terms.is_empty() && !in_full || !is_marked && version.is_none() {
        return None;
    }
    if terms.is_empty() {
        return Some((at, "Creative Commons".to_owned()));
    }
    terms.sort_unstable();
    terms.dedup();
    let terms = terms.iter().map(|term| term.name()).collect::<Vec<_>>().join("-");
    Some(match version {
        Some(version) => (at + 1, format!("CC {terms} {}", with_point(version))),
        None => (at, format!("CC {terms}")),
    })
}

/// The beginnings of all names of the family.
pub(super) fn openings() -> impl Iterator<Item = &'static str> {
    TERMS.iter().flat_map(|(_, names)| names.iter()).chain(["cc", "cc0", "creative"])
}

fn zero(words: &[Word], length: usize) -> (usize, String) {
    let version = words.get(length).filter(|word| is_version(&word.text));
    // There is only one version, 1.0.
    (length + usize::from(version.is_some()), "CC0 1.0".to_owned())
}

fn is_version(word: &str) -> bool {
    matches!(word, "1.0" | "2.0" | "2.1" | "2.5" | "3.0" | "4.0" | "2" | "3" | "4")
}

fn with_point(version: &str) -> String {
    if version.contains('.') { version.to_owned() } else { format!("{version}.0") }
}

/// The terms of Creative Commons, in the order in which a licence is named after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Term {
    Attribution,
    NonCommercial,
    NoDerivatives,
    ShareAlike,
}

impl Term {
    fn name(self) -> &'static str {
        match self {
            Term::Attribution => "BY",
            Term::NonCommercial => "NC",
            Term::NoDerivatives => "ND",
            Term::ShareAlike => "SA",
        }
    }
}

fn is_terms(word: &str) -> bool {
    ["by", "nc", "nd", "sa"].contains(&word)
}

/// The term at the head of `words`; the short forms count only behind "CC".
fn term(words: &[Word], is_marked: bool) -> Option<(usize, Term)> {
    let short = SHORT.iter().filter(|_| is_marked).filter_map(|(name, term)| Some((heads(words, name)?, *term)));
    let named = |(term, names): &(Term, &WordList)| {
        let longest = names.iter().filter_map(|name| heads(words, name)).max()?;
        Some((longest, *term))
    };
    TERMS.iter().filter_map(named).chain(short).max_by_key(|(length, _)| *length)
}

/// The short forms, which say nothing by themselves.
const SHORT: [(&str, Term); 4] =
    [("by", Term::Attribution), ("nc", Term::NonCommercial), ("nd", Term::NoDerivatives), ("sa", Term::ShareAlike)];

/// How the terms are called (the titles of the deeds at creativecommons.org).
static TERMS: [(Term, &WordList); 4] = [
    (Term::Attribution, &lexicon::LICENCE_TERMS_ATTRIBUTION),
    (Term::NonCommercial, &lexicon::LICENCE_TERMS_NON_COMMERCIAL),
    (Term::NoDerivatives, &lexicon::LICENCE_TERMS_NO_DERIVATIVES),
    (Term::ShareAlike, &lexicon::LICENCE_TERMS_SHARE_ALIKE),
];
