//! Parts a caption that ends in a credit.

use super::super::agency;
use super::super::label::{self, Strength};
use super::attribution;
use super::looks::{Line, is_maker_phrase, is_plausible, is_short_name, labelled};
use super::rule::{CreditRule, Looks, Spot};
use super::{LONGEST, marked, whole};
use crate::article::{Credit, Found};
use std::ops::Range;

/// A text parted into caption and credit.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Parted {
    /// Where in the text the caption stands, in bytes.
    pub caption: Range<usize>,
    /// As printed, without label.
    pub credit: String,
    pub rule: CreditRule,
}

impl Parted {
    /// A text that is a credit as a whole.
    pub fn nothing_but(line: Line) -> Self {
        Self::at(Spot::Whole, 0, line)
    }

    fn at(spot: Spot, end: usize, line: Line) -> Self {
        Self { caption: 0..end, credit: line.text, rule: CreditRule::Read(line.looks, spot) }
    }

    /// The credit, as far as it is known from the text alone in which it was found.
    pub fn into_credit(self, found: Found) -> (Credit, CreditRule) {
        (Credit::printed(self.credit, found, self.rule.trust()), self.rule)
    }
}

/// Finds the credit in the text of a caption: all of it, or what stands at its end.
pub(in super::super) fn part(text: &str) -> Option<Parted> {
    labelled(text)
        .map(Parted::nothing_but)
        .or_else(|| in_last_attribution(text))
        .or_else(|| in_last_brackets(text))
        .or_else(|| after_last_label(text))
        .or_else(|| after_last_bar(text))
        .or_else(|| after_last_sentence(text))
        .or_else(|| whole(text).map(Parted::nothing_but))
}

/// Finds the credit in a text that the page calls a credit and that may hold the caption as well. A name with
/// "Dr." in it is not parted: only a label or a bar parts such a text.
pub(in super::super) fn part_of_marked(text: &str) -> Option<Parted> {
    let parted = after_last_label(text).or_else(|| after_last_bar(text))?;
    let has_caption = text[parted.caption.clone()].split_whitespace().count() >= 3;
    let is_label = label::at_head(text).is_some_and(|label| label.strength > Strength::Word);
    (has_caption && !is_label).then_some(parted)
}

/// "A caption. “The Kiln at Dawn” by Ines Okafor is licensed under CC BY 2.0".
fn in_last_attribution(text: &str) -> Option<Parted> {
    let at = attribution::begins(text)?;
    let caption = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '|'));
    let line = Line { text: marked(&text[at..])?, looks: Looks::Attribution };
    Some(Parted::at(Spot::End, caption.len(), line))
}

/// "A caption. (Name / AP)", "A caption [File: Name/Agency]".
fn in_last_brackets(text: &str) -> Option<Parted> {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let open = match end.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    // Brackets may stand inside: "(Name (left) / AP)".
    let close = end.chars().next_back()?;
    let mut depth = 0_usize;
    let start = end.char_indices().rev().find_map(|(at, c)| {
        if c == close {
            depth += 1;
        } else if c == open {
            depth = depth.saturating_sub(1);
            return (depth == 0).then_some(at);
        }
        None
    })?;
    let inner = &end[start + open.len_utf8()..end.len() - close.len_utf8()];
    let line = whole(inner).or_else(|| bracketed(inner)).or_else(|| labelled_in_brackets(inner))?;
    Some(Parted::at(Spot::Brackets, text[..start].trim_end().len(), line))
}

fn bracketed(inner: &str) -> Option<Line> {
    let looks = agency::bracketed_credit(inner)?;
    Some(Line { text: marked(inner)?, looks })
}

/// In brackets a label needs no colon: "(Foto Inés Okafor)".
fn labelled_in_brackets(inner: &str) -> Option<Line> {
    let label = label::at_head(inner)?;
    let is_name = label.strength >= Strength::NamedPicture || agency::is_name(label.rest);
    let is_credit = is_name && is_plausible(label.rest) && !label.rest.is_empty();
    let text = is_credit.then(|| marked(label.rest)).flatten()?;
    Some(Line { text, looks: Looks::labelled(inner, &label) })
}

/// "A caption. Photo: Name", "A caption | Photo by Name", "A caption ©Archive".
fn after_last_label(text: &str) -> Option<Parted> {
    let earliest = text.len().saturating_sub(LONGEST);
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        let starts_word = !previous.is_alphanumeric() && !matches!(previous, '-' | '\'' | '’');
        if at > 0
            && at >= earliest
            && starts_word
            && !character.is_whitespace()
            && let Some(line) = label_at(text, at, character)
        {
            let caption = text[..at].trim_end_matches(|c: char| {
                c.is_whitespace() || matches!(c, '|' | '/' | '–' | '—' | '-' | '(' | '[' | '·' | '•')
            });
            return Some(Parted::at(Spot::End, caption.len(), line));
        }
        previous = character;
    }
    None
}

fn label_at(text: &str, at: usize, first: char) -> Option<Line> {
    let tail = &text[at..];
    let opens = first.is_uppercase() || matches!(first, '©' | 'ⓒ') || tail.starts_with("(c)");
    if !opens && !after_bar(&text[..at]) {
        return None;
    }
    let label = label::at_head(tail);
    let closes =
        after_bar(&text[..at]) || text[..at].trim_end().ends_with(['.', '!', '?', '”', '"', '’', '…', ')', '»']);
    let Some(label) = label else {
        let is_credit = closes && is_maker_phrase(tail);
        return is_credit.then(|| Some(Line { text: marked(tail)?, looks: Looks::Part })).flatten();
    };
    let is_credit = match label.strength {
        Strength::Sure => is_plausible(label.rest) && label.rest.len() <= LONGEST,
        Strength::NamedPicture => is_plausible(label.rest) && agency::is_name_like(label.rest),
        Strength::By => closes && is_plausible(label.rest) && agency::is_name_like(label.rest),
        // "A caption. Foto Inés Okafor"
        Strength::Word => closes && is_short_name(label.rest),
    };
    let text = is_credit.then(|| marked(tail)).flatten()?;
    Some(Line { text, looks: Looks::labelled(tail, &label) })
}

fn after_bar(before: &str) -> bool {
    before.trim_end().ends_with(['|', '/', '–', '—', '·', '•', '\n'])
}

/// "A caption | AP Photo", "A caption — Reuters".
fn after_last_bar(text: &str) -> Option<Parted> {
    if let Some((caption, name)) = text.rsplit_once(" / ") {
        // "A caption / Inés Okafor": a name alone, after a caption that is more than another name.
        if caption.split_whitespace().count() >= 6 && !caption.contains(" / ") && is_short_name(name) {
            let line = Line { text: marked(name)?, looks: Looks::Name };
            return Some(Parted::at(Spot::Bar, caption.trim_end().len(), line));
        }
    }
    let (at, bar) = [" | ", " – ", " — ", " • ", "\n"].iter().filter_map(|bar| Some((text.rfind(bar)?, bar))).max()?;
    let tail = &text[at + bar.len()..];
    Some(Parted::at(Spot::Bar, text[..at].trim_end().len(), whole(tail)?))
}

/// "A caption. Name / AFP": what follows the last sentence is a credit by its looks.
fn after_last_sentence(text: &str) -> Option<Parted> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '”' | '»' | '"'));
    for (at, end) in ends {
        let caption = at + end.len_utf8();
        let tail = &text[caption..];
        let last = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        // "Dr.", "J.", "U.S."
        let is_abbreviation = end == '.' && last.chars().count() <= 2 && last.starts_with(char::is_uppercase);
        if is_abbreviation
            || !tail.starts_with(char::is_whitespace)
            || tail.len() > 140
            || text[..at].split_whitespace().count() < 3
        {
            continue;
        }
        if let Some(looks) = agency::bare_credit(tail) {
            return Some(Parted::at(Spot::Sentence, caption, Line { text: marked(tail)?, looks }));
        }
    }
    None
}
