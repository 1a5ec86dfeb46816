//! The names of those whom pictures are credited to without a label, and how an unlabelled credit looks.

use url::Url;

/// Whether `text` is a credit by its looks alone: "AP", "Amr Dalsh / Reuters", "iStock/Getty",
/// "Rua Pereira via Unsplash". A false credit is worse than none: a sentence never is one.
pub(super) fn is_bare_credit(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == '/').filter(|w| !w.is_empty()).collect();
    if words.is_empty() || words.len() > 16 || text.chars().count() > 140 || text.contains(['(', '[']) {
        return false;
    }
    if AGENCIES.contains(&text.to_lowercase().as_str()) {
        return true;
    }
    let is_sentence =
        text.match_indices(". ").any(|(at, _)| text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count() > 2);
    !is_sentence && is_name_like(text) && (names_an_agency(text) || is_pair(text))
}

/// Whether `text` reads as names do rather than as a sentence: hardly a word in lower case but those that
/// names are joined with.
pub(super) fn is_name_like(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\'' | '.' | '-'));
    let words: Vec<&str> = words.filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let lower = words.iter().filter(|word| {
        let is_lower = !word.chars().any(char::is_uppercase) && word.chars().any(char::is_lowercase);
        is_lower && !JOINING.contains(word)
    });
    let ends_a_sentence = text.contains(['?', '!', '“', '”', '"']);
    lower.count() <= usize::from(words.len() > 8) && words.len() <= 22 && !ends_a_sentence
}

/// Words in lower case that stand inside names and credits.
const JOINING: &[&str] = &[
    "of", "the", "for", "and", "via", "by", "from", "on", "at", "with", "with:", "to", "courtesy", "photo", "image",
    "de", "la", "le", "du", "des", "del", "da", "do", "dos", "di", "van", "von", "der", "den", "per", "pour", "für",
    "und", "et", "y", "dpa",
];

/// Whether one of the agencies, image banks and libraries is named in `text`.
pub(super) fn names_an_agency(text: &str) -> bool {
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
    let lower = padded.to_lowercase();
    // The short ones are words in other languages when written small.
    let short = SHORT_AGENCIES.iter().any(|agency| padded.contains(&format!(" {agency} ")));
    short || AGENCIES.iter().any(|agency| lower.contains(&format!(" {agency} ")))
}

/// Agencies known by their initials; upper case only.
const SHORT_AGENCIES: &[&str] = &[
    "AP", "AFP", "EPA", "EFE", "DPA", "dpa", "PA", "ANSA", "TASS", "RIA", "CNS", "UPI", "TNS", "ANP", "NTB", "TT",
    "APA", "MTI", "PAP", "CP", "AAP", "SIPA", "NASA", "ESA",
];

/// Agencies, image banks, libraries and public collections, in lower case.
const AGENCIES: &[&str] = &[
    // News agencies
    "associated press",
    "reuters",
    "agence france presse",
    "press association",
    "ap photo",
    "xinhua",
    "usa today sports",
    "usatsi",
    "imagn",
    "bloomberg",
    "zuma press",
    "zumapress",
    "europa press",
    "canadian press",
    "kyodo",
    "anadolu",
    "action images",
    "picture alliance",
    "picture-alliance",
    "keystone",
    "ritzau",
    "scanpix",
    "imago",
    "imago images",
    "nurphoto",
    "icon sportswire",
    "invision",
    "hans lucas",
    "magnum photos",
    "redux",
    "polaris",
    // Image banks
    "getty",
    "getty images",
    "gettyimages",
    "shutterstock",
    "rex shutterstock",
    "istock",
    "istockphoto",
    "adobe stock",
    "adobestock",
    "fotolia",
    "alamy",
    "alamy stock photo",
    "dreamstime",
    "depositphotos",
    "123rf",
    "bigstock",
    "stocksy",
    "thinkstock",
    "corbis",
    "wireimage",
    "filmmagic",
    "photoshot",
    "science photo library",
    "fotostock",
    // Free collections
    "unsplash",
    "pexels",
    "pixabay",
    "flickr",
    "wikimedia",
    "wikimedia commons",
    "wikipedia",
    "creative commons",
    "public domain",
    "freepik",
    // Libraries and archives
    "bridgeman images",
    "library of congress",
    "national archives",
    "mary evans",
    "akg images",
];

/// "Name / House", both written as names.
fn is_pair(text: &str) -> bool {
    let Some((who, house)) = text.rsplit_once('/') else { return false };
    let is_name = |part: &str| {
        let part = part.trim();
        let words = part.split_whitespace().count();
        (1..=6).contains(&words) && part.starts_with(|c: char| c.is_uppercase() || c == '©') && part.len() >= 2
    };
    let has_full_name = who.split_whitespace().count() >= 2 || house.split_whitespace().count() >= 2;
    is_name(who) && is_name(house) && has_full_name && !text.contains([':', ';'])
}

/// Whether a link leads to where pictures are had from: its text, at the end of a caption, names the maker.
pub(super) fn is_picture_house(target: &Url) -> bool {
    let host = target.host_str().unwrap_or_default().trim_start_matches("www.");
    let is_house = PICTURE_HOUSES
        .iter()
        .any(|house| host == *house || host.strip_suffix(house).is_some_and(|rest| rest.ends_with('.')));
    is_house || (host.ends_with("wikipedia.org") && target.path().contains("File:"))
}

/// Sites where photographers show, sell or give away pictures.
const PICTURE_HOUSES: &[&str] = &[
    "gettyimages.com",
    "gettyimages.de",
    "gettyimages.co.uk",
    "gettyimages.fr",
    "gettyimages.es",
    "shutterstock.com",
    "istockphoto.com",
    "stock.adobe.com",
    "alamy.com",
    "unsplash.com",
    "pexels.com",
    "pixabay.com",
    "flickr.com",
    "flic.kr",
    "commons.wikimedia.org",
    "500px.com",
    "dreamstime.com",
    "depositphotos.com",
    "apimages.com",
    "twenty20.com",
    "newsroom.ap.org",
    "epa.eu",
    "freepik.com",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_without_a_label_is_known_by_its_agency() {
        for text in [
            "AP",
            "Amr Dalsh / Reuters",
            "iStock/Getty",
            "AP Photo/Lekan Oyekanmi",
            "Andrew Harnik/Shutterstock",
            "Scott Heins/Gothamist",
            "Rua Pereira via Unsplash",
            "Harry Benson/Getty",
        ] {
            assert!(is_bare_credit(text), "{text}");
        }
    }

    #[test]
    fn a_caption_is_no_credit_though_it_names_an_agency() {
        for text in [
            "The office of Reuters in London was empty on Monday",
            "Gretchen Carlson",
            "On and off/on again",
            "Pa and the boys",
            "Unsplash raised money from its users",
        ] {
            assert!(!is_bare_credit(text), "{text}");
        }
    }
}
