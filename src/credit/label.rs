//! The words that stand before a credit and say that it is one: "Photo:", "Image courtesy of", "©", "Foto".

use crate::article::Part;
use crate::lexicon::{self, WordList};

/// A label at the head of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Label<'a> {
    /// What follows it, trimmed.
    pub rest: &'a str,
    pub strength: Strength,
}

/// How surely a label announces a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// "Credit", "Photo": alone, it may as well be the first word of a caption.
    Word,
    /// "Image: …": a credit if a name follows.
    NamedPicture,
    /// "Photo by", "Foto von", "Courtesy of": a credit in display, a phrase in running text.
    By,
    /// "Credit: …", "Photo credit: …", "© …": nothing else begins like this.
    Sure,
}

/// Reads the label at the head of `text`, if there is one.
///
/// "Illustration by" is none: it tells what the named person did, and belongs to the credit.
pub(crate) fn at_head(text: &str) -> Option<Label<'_>> {
    let text = text.trim_start();
    let unmarked = text.trim_start_matches(|c: char| c.is_whitespace() || LEADING.contains(&c));
    if let Some(rest) = after_sign(text).or_else(|| after_sign(unmarked)) {
        return Some(Label { rest, strength: Strength::Sure });
    }
    let text = unmarked;
    let mut rest = word(text, &lexicon::CREDIT_PLACES).map_or(text, str::trim_start);
    let picture = word(rest, &lexicon::CREDIT_PICTURES);
    // "fot. Ines Okafor": nobody shortens the word but before a name.
    let is_short = picture.is_some_and(|after| rest[..rest.len() - after.len()].ends_with('.'));
    rest = picture.map_or(rest, str::trim_start);
    let qualified = picture.and_then(|_| word(rest, &lexicon::CREDIT_QUALIFIERS)).filter(|after| colon(after).1);
    rest = qualified.map_or(rest, str::trim_start);
    if rest.is_empty() && picture.is_some() {
        return Some(Label { rest, strength: Strength::Word });
    }
    if let Some((_, after)) = made(rest) {
        // "Illustrations: …" is a label; "Illustration by …" says what the person did.
        let name = after.trim_start().strip_prefix(':').unwrap_or_default().trim_start();
        let is_label = picture.is_none() && !name.is_empty();
        return is_label.then_some(Label { rest: name, strength: Strength::NamedPicture });
    }
    let credit = word(rest, &lexicon::CREDIT_LABELS);
    if picture.is_none() && credit.is_none() {
        return word(text, &lexicon::CREDIT_OPENINGS).map(|rest| Label { rest: rest.trim(), strength: Strength::By });
    }
    let after_credit = credit.map_or(rest, |rest| {
        // "Crédit photo :", "Créditos da imagem:", "Copyright ©", "Credit: Photo by" are read to their end.
        let rest = rest.trim_start();
        let linked = word(rest, &lexicon::CREDIT_LINKING).map_or(rest, str::trim_start);
        word(linked, &lexicon::CREDIT_PICTURES).map_or(rest, str::trim_start)
    });
    // "Image source, EPA": a label that screen readers get.
    let is_spoken = credit.is_some() && after_credit.trim_start().starts_with(',');
    let after_credit = if is_spoken { after_credit.trim_start().trim_start_matches(',') } else { after_credit };
    let (after_colon, has_colon) = colon(after_credit);
    let has_colon = has_colon || is_short || (is_spoken && picture.is_some());
    let by = word(after_colon, &lexicon::CREDIT_BY).or_else(|| elided(after_colon));
    // "Bild von der Brücke", "Foto de Madrid": what the picture shows, not who made it.
    let is_shown = picture.is_some() && !has_colon && by.is_some_and(|name| shows_a_thing(after_colon, name));
    let strength = match (credit.is_some(), has_colon, by.is_some()) {
        (true, true, _) => Strength::Sure,
        (_, _, true) if is_shown => Strength::Word,
        (_, _, true) => Strength::By,
        (false, true, false) => Strength::NamedPicture,
        (_, false, false) => Strength::Word,
    };
    Some(Label { rest: by.unwrap_or(after_colon).trim(), strength })
}

/// Whether `word` tells which picture of the page a label speaks of: "Featured image: …".
pub(crate) fn is_place(word: &str) -> bool {
    self::word(word, &lexicon::CREDIT_PLACES) == Some("") || lexicon::CREDIT_PLACES_AS_WRITTEN.contains(word)
}

/// What the text after `text`'s first words was made as, and by whom: "Illustration by Ines Okafor", "Map: Courier".
pub(crate) fn made_at_head(text: &str) -> Option<(Part, &str)> {
    let (part, rest) = made(text.trim_start())?;
    let (rest, has_colon) = colon(rest);
    let name = word(rest, &lexicon::CREDIT_BY);
    (has_colon || name.is_some()).then(|| (part, name.unwrap_or(rest).trim_start_matches(':').trim()))
}

fn made(text: &str) -> Option<(Part, &str)> {
    let known = MADE.iter().filter_map(|(words, part)| Some((*part, word(text, words)?)));
    known.min_by_key(|(_, rest)| rest.len())
}

/// The words for what was made, where it is no photograph, with the part that its maker had.
static MADE: [(&WordList, Part); 7] = [
    (&lexicon::CREDIT_MADE_ILLUSTRATION, Part::Illustration),
    (&lexicon::CREDIT_MADE_PHOTO_ILLUSTRATION, Part::PhotoIllustration),
    (&lexicon::CREDIT_MADE_MONTAGE, Part::Montage),
    (&lexicon::CREDIT_MADE_DRAWING, Part::Drawing),
    (&lexicon::CREDIT_MADE_PAINTING, Part::Painting),
    (&lexicon::CREDIT_MADE_GRAPHIC, Part::Graphic),
    (&lexicon::CREDIT_MADE_MAP, Part::Map),
];

/// Whether the label at the head of `text` says that a photograph follows: "Photo by", "Foto:".
pub(crate) fn is_of_photograph(text: &str) -> bool {
    lexicon::CREDIT_PHOTOGRAPHS.opening(&text.trim_start().to_lowercase()).next().is_some()
}

/// What follows "d’" before a name: "Photo d’Inès Okafor"; of a thing, it tells what the picture shows.
fn elided(text: &str) -> Option<&str> {
    let of = lexicon::CREDIT_ELIDED.opening(text).next()?;
    let name = &text[of.len()..];
    (name.starts_with(char::is_uppercase) && name.split_whitespace().count() >= 2).then_some(name)
}

/// Whether a word that means "by" as well as "of" stands before something else than a full name.
fn shows_a_thing(from_by: &str, name: &str) -> bool {
    let is_ambiguous = word(from_by, &lexicon::CREDIT_OF_OR_BY).is_some();
    let name = name.trim_start();
    let first = name.split_whitespace().next().unwrap_or_default();
    let is_small = !first.chars().any(char::is_uppercase);
    is_ambiguous && (is_small || name.split_whitespace().count() < 2)
}

/// Marks that pages put before a label.
const LEADING: &[char] = &['(', '[', '|', '/', '–', '—', '-', '·', '•', '*', ':', ',', ';', '▲', '◄', '📷'];

/// The text after a copyright sign: "©", "(c)", "Copyright ©".
fn after_sign(text: &str) -> Option<&str> {
    let signs = ["©", "℗", "ⓒ", "(c)", "(C)", "&copy;"];
    let rest = signs.iter().find_map(|sign| text.strip_prefix(sign))?.trim_start();
    Some(without_year(colon(rest).0))
}

/// "2019 Ines Okafor": a copyright's year is no part of the name.
fn without_year(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_year = digits == 4 && (text.starts_with("19") || text.starts_with("20"));
    let rest = if is_year { text[4..].trim_start_matches([' ', ',', '–', '-', ':', '\u{a0}']) } else { text };
    if rest.starts_with(|c: char| c.is_alphabetic()) { rest } else { text }
}

/// The text after the longest of `words` that stands at its head as a word of its own, whatever its case.
fn word<'a>(text: &'a str, words: &WordList) -> Option<&'a str> {
    let rests = words.with_first_letter_of(text).filter_map(|word| after(text, word));
    rests.min_by_key(|rest| rest.len())
}

/// The text after `word`, which is in small letters.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        let is_same = found == expected
            || if found.is_ascii() {
                found.to_ascii_lowercase() == expected
            } else {
                found.to_lowercase().eq([expected])
            };
        if !is_same {
            return None;
        }
    }
    let rest = rest.as_str();
    let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '’' | '\'' | '_'));
    // Scripts without spaces have no word ends either.
    let runs_on = word.chars().next_back().is_some_and(|c| ('\u{2e80}'..='\u{d7ff}').contains(&c));
    (is_whole || runs_on).then_some(rest)
}

/// The text after a colon or what stands for one, and whether there was one.
fn colon(text: &str) -> (&str, bool) {
    let text = text.trim_start();
    for mark in [":", "：", "...", "…", "–", "—", "- ", "| ", "/ ", "©", "(c)", "(C)", "＝", "="] {
        if let Some(rest) = text.strip_prefix(mark) {
            let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '©'));
            return (rest, true);
        }
    }
    (text, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, Strength)> {
        at_head(text).map(|label| (label.rest, label.strength))
    }

    #[test]
    fn labels_of_many_languages_are_read() {
        for (text, rest) in [
            ("Credit: Noor Castellan", "Noor Castellan"),
            ("PHOTO CREDIT: Noor Castellan", "Noor Castellan"),
            ("Featured image credit: Noor Castellan", "Noor Castellan"),
            ("Image courtesy of Noor Castellan", "Noor Castellan"),
            ("Photo : Radio Merrow", "Radio Merrow"),
            ("Foto: Łukasz Brenn", "Łukasz Brenn"),
            ("(Bild: Hersteller)", "Hersteller)"),
            ("Crédit photo : Émile Tassard", "Émile Tassard"),
            ("Créditos da imagem: Rua Pereira", "Rua Pereira"),
            ("© Inès", "Inès"),
            ("© 2019 Inès", "Inès"),
            ("Courtesy Galerie Brume", "Galerie Brume"),
            ("Illustrations: Inès", "Inès"),
            ("Image source, Getty Images", "Getty Images"),
            ("(c) Inès", "Inès"),
            ("Copyright © Inès", "Inès"),
            ("Foto von Inès Okafor", "Inès Okafor"),
            ("图片来源：新华社", "新华社"),
            ("사진=연합뉴스", "연합뉴스"),
            ("fot. Ines Okafor", "Ines Okafor"),
            ("Foto de archivo: EFE", "EFE"),
            ("Photo d’archives : Radio Merrow", "Radio Merrow"),
            ("Photo d’Inès Okafor", "Inès Okafor"),
            ("Cortesía Naviera Merrow", "Naviera Merrow"),
            ("Aufnahme: Ines Okafor", "Ines Okafor"),
            ("Источник: ТАСС", "ТАСС"),
        ] {
            let (found, strength) = read(text).unwrap_or_else(|| panic!("no label in {text}"));
            assert_eq!(found, rest, "{text}");
            assert!(strength > Strength::Word, "{text}");
        }
    }

    #[test]
    fn a_word_that_only_begins_like_a_label_is_none() {
        assert_eq!(read("Photographic evidence"), None);
        assert_eq!(read("Creditors met on Monday"), None);
        assert_eq!(read("Bilder-Klau: a scandal").map(|r| r.1), Some(Strength::Word));
        assert_eq!(read("Photo d’illustration").map(|r| r.1), Some(Strength::Word));
        assert_eq!(read("Foto de archivo del puerto").map(|r| r.1), Some(Strength::Word));
    }

    #[test]
    fn what_somebody_did_belongs_to_the_credit() {
        assert_eq!(read("Illustration by Ines Okafor"), None);
        assert_eq!(read("Photo illustration by Ines Okafor"), None);
    }

    #[test]
    fn a_numbered_photo_is_named_by_its_number() {
        assert_eq!(read("Photo 001-01: Ines Okafor").map(|read| read.1), Some(Strength::Word));
    }

    #[test]
    fn a_label_alone_is_a_label_with_nothing_behind_it() {
        assert_eq!(read("Credit..."), Some(("", Strength::Sure)));
        assert_eq!(read("Image"), Some(("", Strength::Word)));
    }
}
