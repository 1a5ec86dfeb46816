//! Tells the credit from the caption in what is written beside a picture.

use super::agency;
use crate::article::credit::label::{self, Strength};
use crate::article::{Credit, Found, Licence, Trust};
use std::ops::Range;

/// A text parted into caption and credit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parted {
    /// Where in the text the caption stands, in bytes.
    pub caption: Range<usize>,
    /// As printed, without label.
    pub credit: String,
}

impl Parted {
    /// The credit, as far as it is known from `text` alone, in which it was found.
    pub fn into_credit(self, text: &str, found: Found) -> Credit {
        let around = text.get(self.caption.end..).unwrap_or_default();
        let around = around.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '('));
        let is_labelled = label::at_head(around).is_some_and(|label| label.strength > Strength::Word);
        Credit::printed(self.credit, found, if is_labelled { Trust::Named } else { Trust::Read })
    }
}

/// The credit in a text that the page itself calls one: without its labels and brackets. `None` if nothing is left.
pub(super) fn marked(text: &str) -> Option<String> {
    let mut text = text.trim();
    for _ in 0..4 {
        let bare = without_brackets(text);
        let rest = label::at_head(bare).map(|label| label.rest);
        match rest {
            Some("") => return None,
            // "Image Source/Getty": a word that may be part of the name is left where no colon follows.
            Some(rest) if may_be_stripped(bare) => text = rest,
            _ => {
                text = bare;
                break;
            }
        }
    }
    let lower = text.to_lowercase();
    // Bylines and dates of the article itself.
    if NOT_OF_PICTURES.iter().any(|opening| lower.starts_with(opening)) {
        return None;
    }
    let opening = ["via ", "by: ", "by "].into_iter().find(|opening| lower.starts_with(opening));
    tidy(opening.and_then(|opening| text.get(opening.len()..)).unwrap_or(text))
}

/// How bylines and datelines begin that stand where credits do.
const NOT_OF_PICTURES: &[&str] = &[
    "written by",
    "updated",
    "last updated",
    "published",
    "posted",
    "reviewed by",
    "edited by",
    "fact checked",
    "view ",
    "medically reviewed",
    "read more",
    "see more",
    "all rights reserved",
    "http",
];

fn may_be_stripped(text: &str) -> bool {
    let Some(label) = label::at_head(text) else { return false };
    let first = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    let first = first.to_lowercase();
    // "Photo 001-01: …" is named by its number; "Photo Ines Okafor" is a label and a name.
    let is_numbered = label.rest.starts_with(|c: char| c.is_ascii_digit() || c == '#');
    match label.strength {
        Strength::Word => {
            !is_numbered
                && ["credit", "credits", "crédit", "crédits", "photo", "foto", "copyright"].contains(&first.as_str())
        }
        _ => true,
    }
}

/// The credit that `text` is as a whole, where the page does not call it one: labelled, or a credit by its looks.
pub(super) fn whole(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    labelled(text).or_else(|| {
        let bare = without_brackets(text);
        let is_label = label::at_head(bare).is_some_and(|label| label.strength >= Strength::NamedPicture);
        let is_credit = is_maker_phrase(bare) || is_attribution(bare) || agency::is_bare_credit(bare);
        (is_credit && !is_label).then(|| marked(bare)).flatten()
    })
}

/// The credit that all of `text` is by the label at its head.
fn labelled(text: &str) -> Option<String> {
    let bare = without_brackets(text);
    if bare.len() > LONGEST {
        return None;
    }
    let label = label::at_head(bare)?;
    let is_credit = match label.strength {
        Strength::Sure => is_plausible(label.rest),
        Strength::By | Strength::NamedPicture => is_plausible(label.rest) && agency::is_name_like(label.rest),
        // "PHOTO INES OKAFOR, LA GAZETTE", "Foto Inés Okafor"
        Strength::Word => (bare.starts_with("PHOTO ") || bare.starts_with("Foto ")) && is_short_name(label.rest),
    };
    is_credit.then(|| marked(bare)).flatten()
}

/// In bytes; a compound credit with its sources is long, a sentence is longer.
const LONGEST: usize = 320;

/// "Illustration by Ines Okafor", "Courtesy Ines Okafor": it says of itself what it is, and is kept whole.
fn is_maker_phrase(text: &str) -> bool {
    let lower = text.to_lowercase();
    let opens =
        ["photo illustration by ", "illustration by ", "illustration: ", "graphic by ", "collage by ", "montage by "]
            .iter()
            .any(|phrase| lower.starts_with(phrase));
    opens && agency::is_name_like(text) && text.len() < 160
}

/// "A caption. “The Kiln at Dawn” by Ines Okafor is licensed under CC BY 2.0".
fn in_last_attribution(text: &str) -> Option<Parted> {
    let begins = |at: &usize| {
        let before = text[..*at].trim_end();
        (before.is_empty() || before.ends_with(['.', '!', '?', '(', '|', ':', '\n'])) && is_attribution(&text[*at..])
    };
    let at = text.match_indices(TITLE_QUOTES).map(|(at, _)| at).find(begins)?;
    let caption = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '|'));
    Some(Parted { caption: 0..caption.len(), credit: marked(text[at..].trim_end_matches(')'))? })
}

/// The marks that open a title.
const TITLE_QUOTES: [char; 5] = ['"', '“', '„', '«', '‘'];

/// "“The Kiln at Dawn” by Ines Okafor is licensed under CC BY 2.0": title, author and licence, as Creative Commons
/// recommends (https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution).
fn is_attribution(text: &str) -> bool {
    let has_title = text.starts_with(TITLE_QUOTES) && text.contains(" by ");
    let is_licensed = text.contains(" licensed under ") || text.contains(" marked with ") || has_title;
    is_licensed && text.len() <= LONGEST && Licence::named_in(text).is_some()
}

fn is_plausible(name: &str) -> bool {
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

/// Finds the credit in the text of a caption: all of it, or what stands at its end.
pub(super) fn part(text: &str) -> Option<Parted> {
    let all = |credit| Parted { caption: 0..0, credit };
    labelled(text)
        .map(all)
        .or_else(|| in_last_attribution(text))
        .or_else(|| in_last_brackets(text))
        .or_else(|| after_last_label(text))
        .or_else(|| after_last_bar(text))
        .or_else(|| after_last_sentence(text))
        .or_else(|| whole(text).map(all))
}

/// Finds the credit in a text that the page calls a credit and that may hold the caption as well. A name with
/// "Dr." in it is not parted: only a label or a bar parts such a text.
pub(super) fn part_of_marked(text: &str) -> Option<Parted> {
    let parted = after_last_label(text).or_else(|| after_last_bar(text))?;
    let has_caption = text[parted.caption.clone()].split_whitespace().count() >= 3;
    let is_label = label::at_head(text).is_some_and(|label| label.strength > Strength::Word);
    (has_caption && !is_label).then_some(parted)
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
    let credit =
        whole(inner).or_else(|| agency::is_bracketed_credit(inner).then(|| marked(inner)).flatten()).or_else(|| {
            // In brackets a label needs no colon: "(Foto Inés Okafor)".
            let label = label::at_head(inner)?;
            let is_name = label.strength >= Strength::NamedPicture || agency::is_name(label.rest);
            (is_name && is_plausible(label.rest) && !label.rest.is_empty()).then(|| marked(label.rest)).flatten()
        })?;
    Some(Parted { caption: 0..text[..start].trim_end().len(), credit })
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
            && let Some(credit) = label_at(text, at, character)
        {
            let caption = text[..at].trim_end_matches(|c: char| {
                c.is_whitespace() || matches!(c, '|' | '/' | '–' | '—' | '-' | '(' | '[' | '·' | '•')
            });
            return Some(Parted { caption: 0..caption.len(), credit });
        }
        previous = character;
    }
    None
}

fn label_at(text: &str, at: usize, first: char) -> Option<String> {
    let tail = &text[at..];
    let opens = first.is_uppercase() || matches!(first, '©' | 'ⓒ') || tail.starts_with("(c)");
    if !opens && !after_bar(&text[..at]) {
        return None;
    }
    let label = label::at_head(tail);
    let closes =
        after_bar(&text[..at]) || text[..at].trim_end().ends_with(['.', '!', '?', '”', '"', '’', '…', ')', '»']);
    let is_credit = match label {
        Some(label) => match label.strength {
            Strength::Sure => is_plausible(label.rest) && label.rest.len() <= LONGEST,
            Strength::NamedPicture => is_plausible(label.rest) && agency::is_name_like(label.rest),
            Strength::By => closes && is_plausible(label.rest) && agency::is_name_like(label.rest),
            // "A caption. Foto Inés Okafor"
            Strength::Word => closes && is_short_name(label.rest),
        },
        None => closes && is_maker_phrase(tail),
    };
    if is_credit { marked(tail) } else { None }
}

/// A name without anything else, as it follows a label that has no colon.
fn is_short_name(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let words = text.split_whitespace().count();
    let is_other = ["Gallery", "Galerie", "Galería", "Essay", "Credit", "Credits", "Album"]
        .contains(&text.split_whitespace().next().unwrap_or_default());
    (2..=5).contains(&words) && agency::is_name(text) && !is_other
}

fn after_bar(before: &str) -> bool {
    before.trim_end().ends_with(['|', '/', '–', '—', '·', '•', '\n'])
}

/// "A caption | AP Photo", "A caption — Reuters".
fn after_last_bar(text: &str) -> Option<Parted> {
    if let Some((caption, name)) = text.rsplit_once(" / ") {
        // "A caption / Inés Okafor": a name alone, after a caption that is more than another name.
        if caption.split_whitespace().count() >= 6 && !caption.contains(" / ") && is_short_name(name) {
            return Some(Parted { caption: 0..caption.trim_end().len(), credit: marked(name)? });
        }
    }
    let (at, bar) = [" | ", " – ", " — ", " • ", "\n"].iter().filter_map(|bar| Some((text.rfind(bar)?, bar))).max()?;
    let tail = &text[at + bar.len()..];
    let credit = whole(tail)?;
    Some(Parted { caption: 0..text[..at].trim_end().len(), credit })
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
        if agency::is_bare_credit(tail) {
            return marked(tail).map(|credit| Parted { caption: 0..caption, credit });
        }
    }
    None
}

/// The text without one pair of brackets around all of it.
fn without_brackets(text: &str) -> &str {
    let text = text.trim();
    for (open, close) in [('(', ')'), ('[', ']')] {
        let inner = text.strip_prefix(open).and_then(|rest| rest.trim_end_matches('.').strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains(open) || inner.ends_with(close)) {
            return inner.trim();
        }
    }
    text
}

/// A credit as it is kept: no marks around it, spaces single. `None` if it holds no name.
fn tidy(text: &str) -> Option<String> {
    let text = text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·' | ':' | ';' | ',' | '–' | '—' | '/'));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let unopened = text.ends_with([')', ']']) && !text.contains(['(', '[']);
    let text = if unopened { text.trim_end_matches([')', ']']).trim_end().to_owned() } else { text };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 2 && text.chars().count() <= 300).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Option<(&str, String)> {
        part(text).map(|parted| (&text[parted.caption], parted.credit))
    }

    #[track_caller]
    fn parts_into(text: &str, caption: &str, credit: &str) {
        assert_eq!(parted(text), Some((caption, credit.to_owned())), "{text}");
    }

    #[test]
    fn a_credit_in_brackets_at_the_end_is_told_from_the_caption() {
        parts_into("The kiln at Vrana. (Ines Okafor / AP)", "The kiln at Vrana.", "Ines Okafor / AP");
        parts_into("The kiln [File: Ines Okafor/Reuters]", "The kiln", "Ines Okafor/Reuters");
        parts_into("The kiln. (AP)", "The kiln.", "AP");
        parts_into("The kiln. (Photo by Ines Okafor)", "The kiln.", "Ines Okafor");
        parts_into("The kiln. (Public domain)", "The kiln.", "Public domain");
    }

    #[test]
    fn an_attribution_as_creative_commons_recommends_it_is_a_credit() {
        let attribution = "“Kiln at Dawn” by Ines Okafor is licensed under CC BY 2.0";
        parts_into(attribution, "", attribution);
        parts_into(&format!("The kiln was cold. {attribution}"), "The kiln was cold.", attribution);
        parts_into(
            "The kiln at Vrana. Ines Okafor, CC BY-SA 4.0, via Wikimedia Commons",
            "The kiln at Vrana.",
            "Ines Okafor, CC BY-SA 4.0, via Wikimedia Commons",
        );
        assert_eq!(parted("The town is licensed under the act of 1911"), None);
    }

    #[test]
    fn brackets_that_belong_to_the_caption_stay() {
        assert_eq!(parted("The kiln at Vrana (left)"), None);
        assert_eq!(parted("The mayor with her deputy (on the right, in the red coat)"), None);
    }

    #[test]
    fn a_labelled_credit_at_the_end_is_told_from_the_caption() {
        parts_into("The kiln. Photo: Ines Okafor", "The kiln.", "Ines Okafor");
        parts_into("The kiln Photo credit: Ines Okafor", "The kiln", "Ines Okafor");
        parts_into("The kiln | Photo by Ines Okafor", "The kiln", "Ines Okafor");
        parts_into("Der Ofen. Foto: dpa", "Der Ofen.", "dpa");
        parts_into("The kiln ©Merrow Archive/Bridgeman Images", "The kiln", "Merrow Archive/Bridgeman Images");
        parts_into("The kiln | Illustration by COURIER / AP Photo", "The kiln", "Illustration by COURIER / AP Photo");
        parts_into("The kiln. Photo by Ines Okafor on Unsplash", "The kiln.", "Ines Okafor on Unsplash");
    }

    #[test]
    fn a_name_after_the_caption_needs_an_agency_a_slash_or_a_label() {
        parts_into(
            "The kiln was cold. Ines Okafor, The Courier/Redux",
            "The kiln was cold.",
            "Ines Okafor, The Courier/Redux",
        );
        parts_into(
            "Piet van Oorde opens the old kiln / Ines Okafor",
            "Piet van Oorde opens the old kiln",
            "Ines Okafor",
        );
        parts_into("The kiln was cold. Foto Inés Okafor.", "The kiln was cold.", "Inés Okafor.");
        parts_into("The kiln, 2011. Courtesy Galerie Brume.", "The kiln, 2011.", "Galerie Brume.");
        parts_into("The kiln (Foto Inés Okafor)", "The kiln", "Inés Okafor");
        assert_eq!(parted("The kiln was cold. Ines Okafor"), None);
        assert_eq!(parted("Okafor / Piet van Oorde"), None);
    }

    #[test]
    fn credits_of_other_languages_are_told_from_their_captions() {
        parts_into(
            "Der Hafen von Vrana. Foto: picture alliance/dpa | Ines Okafor",
            "Der Hafen von Vrana.",
            "picture alliance/dpa | Ines Okafor",
        );
        parts_into("Der Hafen (Bild: Ines Okafor/imago images)", "Der Hafen", "Ines Okafor/imago images");
        parts_into("Der Hafen im März. © dpa/Ines Okafor", "Der Hafen im März.", "dpa/Ines Okafor");
        parts_into("Foto: privat", "", "privat");
        parts_into("Quelle: dpa", "", "dpa");
        parts_into(
            "El puerto de Vrana, este lunes. INÉS OKAFOR / EFE",
            "El puerto de Vrana, este lunes.",
            "INÉS OKAFOR / EFE",
        );
        parts_into("El puerto | Foto: Inés Okafor", "El puerto", "Inés Okafor");
        parts_into("El puerto. Crédito: Inés Okafor", "El puerto.", "Inés Okafor");
        parts_into("Le port, le 7 mai. Crédits photo : Inès Okafor / AFP", "Le port, le 7 mai.", "Inès Okafor / AFP");
        parts_into("PHOTO INÈS OKAFOR, LA GAZETTE", "", "INÈS OKAFOR, LA GAZETTE");
        parts_into("O porto. (Foto: Inês Okafor/Agência Sul)", "O porto.", "Inês Okafor/Agência Sul");
        parts_into("Il porto. Foto di Ines Okafor", "Il porto.", "Ines Okafor");
        parts_into("De haven. Foto: ANP / Ines Okafor", "De haven.", "ANP / Ines Okafor");
    }

    #[test]
    fn what_a_picture_shows_is_not_who_made_it() {
        for text in [
            "Bild von der Brücke",
            "Foto de Madrid",
            "Imagen de archivo de un puerto",
            "Foto de familia de los ministros",
            "Das Bild zeigt den Hafen (Symbolbild)",
            "Image of the harbour",
        ] {
            assert_eq!(parted(text), None, "{text}");
        }
    }

    #[test]
    fn a_byline_is_no_credit() {
        assert_eq!(marked("Written by Ines Okafor"), None);
        assert_eq!(marked("Updated January 08, 2026"), None);
    }

    #[test]
    fn a_caption_that_is_only_a_credit_leaves_no_caption() {
        parts_into("Foto: LA GACETA", "", "LA GACETA");
        parts_into("Piet van Oorde / Reuters", "", "Piet van Oorde / Reuters");
        parts_into("(Photo: Bram Okafor, USA TODAY Sports)", "", "Bram Okafor, USA TODAY Sports");
        parts_into("© Studio Halde / Photo C. Morel", "", "Studio Halde / Photo C. Morel");
    }

    #[test]
    fn a_phrase_in_running_text_is_no_credit() {
        assert_eq!(parted("The kiln in a photo by a passing tourist"), None);
        assert_eq!(parted("Image: a kiln stands beside the river in the morning"), None);
        assert_eq!(parted("Photo of the kiln"), None);
        assert_eq!(parted("A credit to the town"), None);
    }

    #[test]
    fn labels_are_stripped_however_often_they_stand_there() {
        assert_eq!(marked("Credit Credit Ines Okafor").as_deref(), Some("Ines Okafor"));
        assert_eq!(marked("Credit... Ines Okafor for The Courier").as_deref(), Some("Ines Okafor for The Courier"));
        assert_eq!(marked("(Image credit: Submitted by Marit)").as_deref(), Some("Submitted by Marit"));
        assert_eq!(marked("Photo 001-01: Ines Okafor / Wire").as_deref(), Some("Photo 001-01: Ines Okafor / Wire"));
        assert_eq!(marked("Image Source/Getty").as_deref(), Some("Image Source/Getty"));
    }

    #[test]
    fn a_label_with_nothing_behind_it_is_no_credit() {
        for text in ["Credit:", "Photo", "©", "Image credit: ", "Foto: -"] {
            assert_eq!(marked(text), None, "{text}");
        }
    }
}
