//! Parts a caption that ends in a credit.

use super::super::agency;
use super::super::label::{self, Strength};
use super::attribution;
use super::looks::{Line, is_maker_phrase, is_named, is_plausible, is_short_name, labelled};
use super::rule::{CreditRule, Looks, Spot};
use super::{LONGEST, marked, whole};
use crate::article::{Credit, Found};
use crate::credit::stand_ins::{StandIn, stand_in};
use crate::lexicon;
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
    pub(crate) fn nothing_but(line: Line) -> Self {
        Self::at(Spot::Whole, 0, line)
    }

    fn at(spot: Spot, end: usize, line: Line) -> Self {
        Self { caption: 0..end, credit: line.text, rule: CreditRule::Read(line.looks, spot) }
    }

    /// The credit, as far as it is known from the text alone in which it was found.
    pub(crate) fn into_credit(self, found: Found) -> (Credit, CreditRule) {
        (Credit::printed(self.credit, found, self.rule.trust()), self.rule)
    }
}

/// Finds the credit in the text of a caption: all of it, or what stands at its end.
pub(in super::super) fn part(text: &str) -> Option<Parted> {
    before_caption(text)
        .or_else(|| labelled(text).map(Parted::nothing_but))
        .or_else(|| in_last_attribution(text))
        .or_else(|| in_last_brackets(text))
        .or_else(|| after_last_label(text))
        .or_else(|| after_last_sentence(text))
        .or_else(|| after_last_bar(text))
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

/// "Foto: Ines Okafor | A caption", "© Ines Okafor. A caption": a label at the head, a name, and then a sentence.
fn before_caption(text: &str) -> Option<Parted> {
    let text = text.trim_end();
    let label = label::at_head(text).filter(|label| label.strength >= Strength::NamedPicture)?;
    let start = text.len() - label.rest.len();
    let (at, bar) = [" | ", ". ", " – ", " — "].iter().filter_map(|bar| Some((label.rest.find(bar)?, bar))).min()?;
    let (name, caption) = (&label.rest[..at], label.rest[at + bar.len()..].trim());
    let small = caption.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let is_caption = small >= 3 && caption.split_whitespace().count() <= 3 * small;
    let is_name = (1..=6).contains(&name.split_whitespace().count()) && is_named(name) && !ends_short(name);
    let is_credit = is_caption && is_name && whole(caption).is_none() && label::at_head(caption).is_none();
    let line = is_credit.then(|| Some(Line { text: marked(name)?, looks: Looks::labelled(text, &label) })).flatten()?;
    let from = text.len() - text[start + at + bar.len()..].trim_start().len();
    Some(Parted { caption: from..text.trim_end().len(), ..Parted::at(Spot::Start, 0, line) })
}

/// Whether the last word is an initial or an abbreviation: "J", "Dr".
fn ends_short(text: &str) -> bool {
    let last = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    last.chars().count() <= 2 && last.starts_with(char::is_uppercase)
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
        '）' => '（',
        '】' => '【',
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
    let before = text[..start].trim_end();
    let line = whole(inner)
        .or_else(|| bracketed(inner))
        .or_else(|| labelled_in_brackets(inner))
        .or_else(|| named_in_brackets(before, inner))?;
    // "A caption. Foto: Ines Okafor (dpa)"
    let labelled = || after_last_label(text).filter(|labelled| labelled.caption.end < before.len());
    if line.looks == Looks::Agency
        && let Some(labelled) = labelled()
    {
        return Some(labelled);
    }
    // "A caption. Inés Okafor (EFE)"
    if let Some(end_of_sentence) = before.rfind(ENDS).filter(|_| line.looks == Looks::Agency) {
        let sentence = end_of_sentence + before[end_of_sentence..].chars().next().map_or(0, char::len_utf8);
        if !ends_short(&before[..end_of_sentence]) && is_short_name(before[sentence..].trim()) {
            let line = Line { text: marked(end[sentence..].trim())?, ..line };
            return Some(Parted::at(Spot::Sentence, sentence, line));
        }
    }
    Some(Parted::at(Spot::Brackets, before.len(), line))
}

/// What ends a sentence.
const ENDS: [char; 6] = ['.', '!', '?', '”', '»', '…'];

/// "A caption. (Inés Okafor)": behind a sentence a name alone in brackets is its maker's; behind a word it says who is to
/// be seen.
fn named_in_brackets(before: &str, inner: &str) -> Option<Line> {
    let words = inner.split_whitespace().count();
    let is_person = (2..=4).contains(&words)
        && is_short_name(inner)
        && !inner.contains([',', '/'])
        && label::at_head(inner).is_none();
    let is_credit = is_person && before.ends_with(ENDS) && before.split_whitespace().count() >= 3;
    let text = is_credit.then(|| marked(inner)).flatten()?;
    Some(Line { text, looks: Looks::Name })
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
    let earliest = text.char_indices().rev().nth(LONGEST - 1).map_or(0, |(at, _)| at);
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
    let has_no_case = first.is_alphabetic() && !first.is_lowercase();
    let is_written_small =
        ["fot. ", "foto: ", "photo: ", "fotos: ", "photo credit: "].iter().any(|label| tail.starts_with(label));
    let opens = has_no_case
        || is_written_small
        || matches!(first, '©' | 'ⓒ')
        || tail.starts_with("(c)")
        || tail.starts_with("(C)");
    if !opens && !after_bar(&text[..at]) {
        return None;
    }
    let label = label::at_head(tail);
    let closes = after_bar(&text[..at])
        || text[..at].trim_end().ends_with(['.', '!', '?', '”', '"', '’', '…', ')', '»', '。', '）']);
    let Some(label) = label else {
        let is_credit = closes && is_maker_phrase(tail);
        return is_credit.then(|| Some(Line { text: marked(tail)?, looks: Looks::Part })).flatten();
    };
    let is_credit = match label.strength {
        // "La Fuente: plaza central de Vrana"
        Strength::Sure => {
            let is_likely = closes || agency::is_name_like(label.rest);
            is_likely && is_plausible(label.rest) && label.rest.chars().count() <= LONGEST
        }
        // "Nature Drawing: A Tool for Learning"
        Strength::NamedPicture => is_named(label.rest) && (closes || label::made_at_head(tail).is_none()),
        Strength::By => closes && is_named(label.rest),
        // "A caption. Foto Inés Okafor"
        Strength::Word => closes && is_short_name(label.rest),
    };
    let text = is_credit.then(|| marked(tail)).flatten()?;
    Some(Line { text, looks: Looks::labelled(tail, &label) })
}

fn after_bar(before: &str) -> bool {
    before.trim_end().ends_with(['|', '/', '–', '—', '·', '•', '\n'])
}

/// "A caption | AP Photo", "A caption — Reuters", "A caption - Name - Agency".
fn after_last_bar(text: &str) -> Option<Parted> {
    if let Some((caption, name)) = text.rsplit_once(" / ") {
        // "A caption / Inés Okafor": a name alone, after a caption that is more than another name.
        if caption.split_whitespace().count() >= 6 && !caption.contains(" / ") && is_short_name(name) {
            let line = Line { text: marked(name)?, looks: Looks::Name };
            return Some(Parted::at(Spot::Bar, caption.trim_end().len(), line));
        }
    }
    let (mut at, bar) = BARS.iter().filter_map(|bar| Some((text.rfind(bar)?, bar))).max()?;
    let line = whole(&text[at + bar.len()..])?;
    // The bar may stand in the credit.
    let is_split = |at: usize| is_short_name(&text[text[..at].rfind(bar).map_or(0, |before| before + bar.len())..at]);
    let mut credit = line.text;
    if matches!(*bar, " / " | " - ") && is_split(at) {
        at = text[..at].rfind(bar)?;
        credit = marked(&text[at + bar.len()..])?;
    }
    Some(Parted::at(Spot::Bar, text[..at].trim_end().len(), Line { text: credit, ..line }))
}

const BARS: &[&str] = &[" | ", " – ", " — ", " - ", " • ", " / ", "＝", "\n"];

/// "A caption. Name / AFP": what follows the last sentence is a credit by its looks.
fn after_last_sentence(text: &str) -> Option<Parted> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '”' | '»' | '"' | '。'));
    for (at, end) in ends {
        let caption = at + end.len_utf8();
        let tail = &text[caption..];
        // "Dr.", "J.", "U.S."
        let is_abbreviation = end == '.' && ends_short(&text[..at]);
        if is_abbreviation
            // "Vrana.EFE": the page parts them by their looks alone.
            || !(tail.starts_with(|c: char| c.is_whitespace() || c.is_uppercase()) || end == '。')
            || tail.chars().count() > 140
            || (text[..at].split_whitespace().count() < 3 && agency::has_capitals(&text[..at]))
        {
            continue;
        }
        let looks = agency::bare_credit(tail)
            .or_else(|| is_shouted_name(tail, &text[..caption]).then_some(Looks::Name))
            .or_else(|| is_name_and_house(tail).then_some(Looks::Pair))
            .or_else(|| agency::is_taken_by(tail.trim()).then_some(Looks::Part))
            .or_else(|| (stand_in(tail) == Some(StandIn::Alone)).then_some(Looks::StandIn));
        // "ASP.NET MVC"
        let is_apart = end == '。' || !tail.starts_with(char::is_uppercase);
        if let Some(looks) = looks.filter(|looks| is_apart || matches!(looks, Looks::Agency | Looks::StandIn)) {
            return Some(Parted::at(Spot::Sentence, caption, Line { text: marked(tail)?, looks }));
        }
    }
    None
}

/// "A caption. INÉS OKAFOR": a name in capitals behind a caption that is not. Behind words that are quoted, and with a
/// small word among them, capitals quote a banner: `“Stop.” BLACK LIVES MATTER`.
fn is_shouted_name(text: &str, caption: &str) -> bool {
    let is_shouted = |text: &str| !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '’' | '\''));
    let is_quoted = caption.ends_with(['”', '»', '"'])
        || words.iter().any(|word| lexicon::CAPTION_SMALL_WORDS_IN_CAPITALS.contains(word));
    let is_name = is_shouted(text) && words.iter().all(is_word) && !is_quoted;
    (2..=4).contains(&words.len()) && is_name && !is_shouted(caption)
}

/// "Ines Okafor | The Courier", "Ines Okafor, The Courier".
fn is_name_and_house(text: &str) -> bool {
    let Some((who, house)) = text.split_once(" | ").or_else(|| text.split_once(", ")) else { return false };
    let is_house = house.starts_with("The ") || text.contains(" | ");
    is_house && is_short_name(who) && is_short_name(house)
}
