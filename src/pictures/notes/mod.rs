//! Notes: what a picture's own file says of its maker and its rights.
//!
//! Agencies and newsrooms write it into three kinds of note, of which a file may have all or none: [`iptc`], [`xmp`] and
//! [`exif`]. Together they give a credit as a newspaper prints it, the photographer before the agency. Exif alone is
//! written by cameras, with the name of whoever owns them: that is none, unless a copyright is claimed.

mod exif;
mod iptc;
mod xmp;

use crate::article::{Credit, Found, Licence, Trust};
use crate::credit::{fillers::is_filler, label};
use image::{ImageDecoder, ImageFormat};
use std::panic::{self, AssertUnwindSafe};
use url::Url;

/// What one kind of note says; absent is what it does not.
#[derive(Debug, Default, PartialEq)]
struct Note {
    /// The persons who made it.
    makers: Vec<String>,
    /// Whom it is to be credited to: an agency, as a rule with the person.
    credit: Option<String>,
    /// Whose it was first.
    source: Option<String>,
    /// A sentence on the copyright.
    copyright: Option<String>,
    /// Words about the terms of use.
    terms: Option<String>,
    /// Addresses of a licence, of terms, of whoever sells licences; the surest first.
    addresses: Vec<String>,
    /// Where the maker shows it.
    page: Option<String>,
}

/// The credit that the file behind `decoder` gives itself; `file` are its bytes.
pub(super) fn credit(decoder: &mut impl ImageDecoder, file: &[u8], format: ImageFormat) -> Option<Credit> {
    // A note that is put together wrongly may cost the note, but not the picture.
    let read = || {
        let xmp = decoder.xmp_metadata().ok().flatten().filter(|note| note.len() <= LARGEST);
        let iptc = decoder.iptc_metadata().ok().flatten().filter(|note| note.len() <= LARGEST);
        let exif = match format {
            // A TIFF file is built as Exif is.
            ImageFormat::Tiff => Some(file.to_vec()),
            _ => decoder.exif_metadata().ok().flatten().filter(|note| note.len() <= LARGEST),
        };
        together(
            xmp.and_then(|note| xmp::read(&note)),
            iptc.and_then(|note| iptc::read(&note)),
            exif.and_then(exif::read),
        )
    };
    panic::catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// In bytes; what newsrooms write is a hundredth of it, and editors keep their history in the rest.
const LARGEST: usize = 4 << 20;

/// The credit that several notes of one file give; of two that say the same thing, the newer kind is heard.
fn together(xmp: Option<Note>, iptc: Option<Note>, exif: Option<Note>) -> Option<Credit> {
    let of_newsroom = xmp.is_some() || iptc.is_some();
    let notes: Vec<Note> = [xmp, iptc, exif].into_iter().flatten().collect();
    let first =
        |part: fn(&Note) -> &Option<String>| notes.iter().filter_map(|note| part(note).as_deref()).find_map(named);
    let makers = notes.iter().map(|note| note.makers.as_slice());
    let makers = makers.map(|makers| makers.iter().filter_map(|maker| named(maker)).collect::<Vec<_>>());
    let makers = { makers }.find(|makers| !makers.is_empty()).unwrap_or_default();
    let house = first(|note| &note.credit).or_else(|| first(|note| &note.source));
    let copyright = first(|note| &note.copyright);
    // The name alone in Exif is the camera's owner.
    let makers = if of_newsroom || house.is_some() || copyright.is_some() { makers } else { Vec::new() };
    let names = makers.join(" / ");
    let text = match house {
        Some(house) if contains(&house, &names) => house,
        Some(house) if contains(&names, &house) => names,
        Some(house) => format!("{names} / {house}"),
        None if names.is_empty() => copyright.unwrap_or_default(),
        None => names,
    };
    let mut credit = Credit::printed(text, Found::File, Trust::Stated);
    let words = |part: fn(&Note) -> &Option<String>| notes.iter().filter_map(move |note| part(note).as_deref());
    let named = words(|note| &note.terms).chain(words(|note| &note.copyright)).find_map(Licence::named_in);
    credit.licence = credit.licence.or(named.map(Box::new));
    for address in notes.iter().flat_map(|note| &note.addresses).filter_map(|address| web(address)) {
        match Licence::at(&address) {
            Some(licence) => credit.licence = Some(Box::new(licence)),
            None => credit.terms = credit.terms.or(Some(Box::new(address))),
        }
    }
    credit.source = notes.iter().find_map(|note| web(note.page.as_deref()?)).map(Box::new);
    // Without a name there is nothing to print.
    let is_credit = !credit.makers.is_empty() || (credit.licence.is_some() && !credit.text.is_empty());
    is_credit.then_some(credit)
}

fn web(address: &str) -> Option<Url> {
    Url::parse(address.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

/// A name without its label and what is no part of it; `None` if it is nobody's.
fn named(text: &str) -> Option<String> {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut name = text.as_str();
    for _ in 0..3 {
        match label::at_head(name) {
            Some(label) if label.strength > label::Strength::Word => name = label.rest,
            _ => break,
        }
    }
    let reserved = RESERVED.iter().filter_map(|words| find_ignoring_case(name, words)).min();
    let name = reserved.map_or(name, |at| &name[..at]);
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '-' | '|' | '©' | ':'));
    let has_letters = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let is_short = name.chars().count() <= MAX_CREDIT_CHARS;
    let is_address = name.contains("//") || name.contains('@') || name.starts_with("www.");
    (has_letters && is_short && !is_address && !is_filler(name)).then(|| name.to_owned())
}

/// In characters; notes on rights run to pages, names do not.
const MAX_CREDIT_CHARS: usize = 120;

/// Where a copyright goes on that has named its holder.
const RESERVED: &[&str] = &["all rights reserved", "alle rechte vorbehalten", "tous droits", "todos los derechos"];

fn find_ignoring_case(text: &str, words: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).find(|at| {
        text.as_bytes().get(*at..*at + words.len()).is_some_and(|part| part.eq_ignore_ascii_case(words.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(makers: &[&str], credit: Option<&str>, copyright: Option<&str>) -> Note {
        Note {
            makers: makers.iter().map(|&maker| maker.to_owned()).collect(),
            credit: credit.map(str::to_owned),
            copyright: copyright.map(str::to_owned),
            ..Note::default()
        }
    }

    fn text(xmp: Option<Note>, iptc: Option<Note>, exif: Option<Note>) -> Option<String> {
        together(xmp, iptc, exif).map(|credit| credit.text)
    }

    #[test]
    fn the_photographer_stands_before_the_agency() {
        let of = |makers: &[&str], credit| text(None, Some(note(makers, credit, None)), None);
        assert_eq!(of(&["Ines Okafor"], Some("Sarn Pictures")).as_deref(), Some("Ines Okafor / Sarn Pictures"));
        assert_eq!(of(&["Ines Okafor"], Some("Ines Okafor/AP")).as_deref(), Some("Ines Okafor/AP"));
        assert_eq!(of(&[], Some("Reuters")).as_deref(), Some("Reuters"));
        assert_eq!(of(&["Ines Okafor", "Piet Oorde"], None).as_deref(), Some("Ines Okafor / Piet Oorde"));
    }

    #[test]
    fn a_copyright_gives_a_name_where_there_is_no_other() {
        let of = |copyright| text(None, None, Some(note(&[], None, Some(copyright))));
        assert_eq!(of("© 2019 Ines Okafor. All rights reserved.").as_deref(), Some("Ines Okafor"));
        assert_eq!(of("Copyright Ines Okafor").as_deref(), Some("Copyright Ines Okafor"));
        assert_eq!(of("All rights reserved"), None);
    }

    #[test]
    fn cameras_name_nobody() {
        for owner in ["Ines Okafor", "Picasa", "OLYMPUS DIGITAL CAMERA"] {
            assert_eq!(text(None, None, Some(note(&[owner], None, None))), None, "{owner}");
        }
        assert_eq!(text(None, Some(note(&["Photographer: NONE"], Some("Unknown"), None)), None), None);
    }

    #[test]
    fn licences_and_terms_are_told_apart() {
        let mut said = note(&["Ines Okafor"], None, None);
        said.addresses = vec![
            "https://sarn.example/terms".into(),
            "http://creativecommons.org/licenses/by/4.0/".into(),
            "no".into(),
        ];
        let credit = together(Some(said), None, None).unwrap();
        assert_eq!(credit.licence.unwrap().name, "CC BY 4.0");
        assert_eq!(credit.terms.unwrap().as_str(), "https://sarn.example/terms");
    }
}
