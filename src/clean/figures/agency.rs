//! The names of those whom pictures are credited to without a label, and how an unlabelled credit looks.

use super::credit::rule::Looks;
use crate::credit::houses;
pub(super) use crate::credit::houses::names_an_agency;
use crate::lexicon;
use url::Url;

/// What makes `text` a credit by its looks alone: "AP", "Piet van Oorde / Reuters", "iStock/Getty",
/// "Rua Pereira via Unsplash". A false credit is worse than none: a sentence never is one.
pub(super) fn bare_credit(text: &str) -> Option<Looks> {
    let text = text.trim().trim_end_matches('.');
    if text.chars().count() > LONGEST {
        return None;
    }
    if houses::is_agency(text) {
        return Some(Looks::Agency);
    }
    if !is_line(text) || (opens_a_caption(text) && !text.contains('/')) {
        return None;
    }
    let looks = [
        (Looks::Agency, names_an_agency as fn(&str) -> bool),
        (Looks::ForHouse, is_for_the_house),
        (Looks::Studio, is_studio),
        (Looks::Pair, is_pair),
    ];
    looks.into_iter().find(|(_, looks_so)| looks_so(text)).map(|(looks, _)| looks)
}

/// The same of what stands apart in brackets, where less is needed: "Ines Okafor for Courier".
pub(super) fn bracketed_credit(text: &str) -> Option<Looks> {
    let text = text.trim();
    bare_credit(text).or_else(|| (is_line(text) && is_for_a_house(text)).then_some(Looks::ForHouse))
}

/// Whether `text` has the length and the form of a credit line.
fn is_line(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || c == '/').filter(|word| !word.is_empty()).count();
    let is_sentence =
        text.match_indices(". ").any(|(at, _)| text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count() > 2);
    let characters = text.chars().count();
    let fits = if has_capitals(text) {
        characters <= LONGEST
    } else {
        characters <= 24 && !text.contains(['。', '，', '.', '،'])
    };
    (1..=16).contains(&words) && fits && !text.contains(['(', '[']) && !is_sentence && is_name_like(text)
}

/// In characters; the names of agencies are much shorter.
const LONGEST: usize = 140;

/// Whether `text` is in a script that has capitals, by which names are told from other words.
pub(super) fn has_capitals(text: &str) -> bool {
    text.chars().any(|c| c.is_uppercase() || c.is_lowercase()) || !text.chars().any(char::is_alphabetic)
}

/// "王小明 摄", "田中一郎撮影": the name comes first in scripts that write no capitals, and then what its bearer did.
pub(super) fn is_taken_by(text: &str) -> bool {
    let is_short = (3..=20).contains(&text.chars().count()) && !text.contains(['。', '，', '、']);
    is_short && !has_capitals(text) && lexicon::CAPTION_TOOK.ending(text).next().is_some()
}

/// "Gilles Martin for The Courier".
fn is_for_the_house(text: &str) -> bool {
    // Two names in capitals are of nobody who is for something.
    let is_shouted = || !text.chars().any(char::is_lowercase);
    is_for_a_house(text) && (text.contains(" for The ") || text.contains(" For The ") || is_shouted())
}

fn is_for_a_house(text: &str) -> bool {
    let Some((who, house)) =
        [" for ", " FOR ", " For ", " POUR ", " pour "].iter().find_map(|word| text.split_once(word))
    else {
        return false;
    };
    let is_name = |part: &str| {
        part.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase()) || is_joining(word))
    };
    (2..=4).contains(&who.split_whitespace().count()) && is_name(who) && is_name(house)
}

/// "Abby Lane Photography".
fn is_studio(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.last().copied().unwrap_or_default();
    (2..=5).contains(&words.len())
        && matches!(last, "Photography" | "Photographie" | "Fotografie" | "Fotografía" | "Photographers")
        && words.iter().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&') || *word == "and")
}

/// Whether `text` is the name of a person or a house, as it may stand alone beside a caption: two words or more,
/// all as names are written, or an agency.
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    let starts_small = text.starts_with(char::is_lowercase);
    let all_named = !starts_small
        && words.iter().all(|word| {
            let first = word.chars().find(|c| c.is_alphabetic());
            first.is_some_and(char::is_uppercase) || is_joining(word) || matches!(*word, "/" | "|" | "-" | "&")
        });
    let is_plain =
        !text.contains(['.', ':', '?', '!', '“', '”', '"', '«']) && !text.chars().any(|c| c.is_ascii_digit());
    let is_shouted = words.len() == 1 && text.chars().count() >= 2 && text.chars().all(char::is_uppercase);
    is_line(text)
        && all_named
        && (bare_credit(text).is_some() || (is_plain && ((2..=6).contains(&words.len()) || is_shouted)))
}

/// Whether `text` reads as names do rather than as a sentence: hardly a word in lower case but those that
/// names are joined with.
pub(super) fn is_name_like(text: &str) -> bool {
    // An address stands for the house.
    if !text.contains(char::is_whitespace) && text.trim_end_matches('/').contains('.') {
        return true;
    }
    let mut lower = 0;
    let mut words = 0;
    let mut before = ' ';
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\'' | '.' | '-')) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
        if word.chars().any(char::is_alphabetic) {
            let is_small = !word.chars().any(char::is_uppercase) && word.chars().any(char::is_lowercase);
            // Users of picture banks and networks write themselves small: "Adobe Stock/okafor", "@okafor"; so do addresses.
            let is_address = matches!(before, '/' | '@' | '_') || word.trim_matches('.').contains('.');
            words += 1;
            lower += usize::from(is_small && !is_address && !is_joining(word));
        }
        before = piece.chars().next_back().unwrap_or(' ');
    }
    // "Inés Okafor en Unsplash"
    let is_on = || text.split(' ').any(|word| lexicon::CAPTION_ON.contains(word)) && names_an_agency(text);
    let lower = if lower == 1 && is_on() { 0 } else { lower };
    let ends_a_sentence = text.contains(['?', '!', '“', '”', '"']);
    lower <= usize::from(words > 8) && words <= 22 && !ends_a_sentence
}

/// Whether a word in lower case may stand inside names and credits.
fn is_joining(word: &str) -> bool {
    lexicon::CAPTION_JOINING.contains(word) || lexicon::ORGANISATIONS_WRITTEN_SMALL.contains(word)
}

/// "Name / House", both written as names, or "HSE/Name", as papers shorten their own.
fn is_pair(text: &str) -> bool {
    let Some((who, house)) = text.split_once('/') else { return false };
    let is_name = |part: &str, least: usize| {
        let part = part.trim();
        let words = part.split_whitespace().count();
        (least..=5).contains(&words) && part.starts_with(|c: char| c.is_uppercase() || c == '©') && part.len() >= 2
    };
    let is_plain = !text.contains([':', ';', '–', '—', '?', '!', '|']) && !text.chars().any(|c| c.is_ascii_digit());
    let house = house.trim_start_matches('/');
    let is_short = (2..=4).contains(&who.chars().count()) && who.chars().all(char::is_uppercase);
    let is_full = is_name(who, 2) && is_name(house, 1) && who.split_whitespace().count() <= 4;
    is_plain && !opens_a_caption(text) && (is_full || (is_short && is_name(house, 2)))
}

/// Whether `text` begins as captions do and names do not: with a preposition. Some of them begin names as well,
/// "De Vries/Courier": there a small word or many words before the house make a caption.
fn opens_a_caption(text: &str) -> bool {
    let before_house = text.split(['/', ',', '|']).next().unwrap_or_default();
    let mut words = before_house.split_whitespace().take_while(|word| *word != "via");
    let first = words.next().unwrap_or_default();
    let opens_name = lexicon::CAPTION_OPENINGS_OF_NAMES_TOO.contains(first) && words.clone().count() < 3;
    let is_name = opens_name && !words.any(|word| word.starts_with(char::is_lowercase));
    !is_name && (lexicon::CAPTION_OPENINGS.contains(first) || lexicon::CAPTION_OPENINGS_OF_NAMES_TOO.contains(first))
}

/// Whether a link leads to where pictures are had from: its text, at the end of a caption, names the maker.
pub(super) fn is_picture_house(target: &Url) -> bool {
    let host = target.host_str().unwrap_or_default().trim_start_matches("www.");
    let mut houses = lexicon::ORGANISATIONS_PICTURE_SITES.ending(host).map(|house| &host[..host.len() - house.len()]);
    let is_house = houses.any(|subdomain| subdomain.is_empty() || subdomain.ends_with('.'));
    is_house || (host.ends_with("wikipedia.org") && target.path().contains("File:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_without_a_label_is_known_by_its_agency() {
        for text in [
            "AP",
            "Piet van Oorde / Reuters",
            "iStock/Getty",
            "AP Photo/Noor Castellan",
            "Noor Castellan/Shutterstock",
            "Rua Pereira via Unsplash",
            "Marit Solheim/Getty",
            "Rua Pereira, CC BY 2.0",
            "Gilles Martin for The Courier",
            "Abby Lane Photography",
        ] {
            assert!(bare_credit(text).is_some(), "{text}");
        }
        assert!(bare_credit("Ines Okafor/Courier").is_some());
        assert!(bare_credit("LG/Inès Okafor").is_some());
        assert!(bracketed_credit("Ines Okafor for Courier").is_some());
    }

    #[test]
    fn a_caption_is_no_credit_though_it_names_an_agency() {
        for text in [
            "The office of Reuters in London was empty on Monday",
            "Marit Solheim",
            "On and off/on again",
            "Pa and the boys",
            "Unsplash raised money from its users",
            "Castellan / Solheim",
            "Best Boots for Men",
            "Im Hafen von Vrana/Merrow",
            "Vor dem Haus der AFP in Vrana",
            "In the office of AFP",
            "An der Elbe/Merrow",
            "De Oude Haven Vrana/Merrow",
        ] {
            assert!(bare_credit(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_name_may_begin_as_captions_do() {
        for text in ["De Vries/Courier", "An Nguyen/Merrow Courier", "Na Kyung Su / Yonhap", "An Nguyen via Unsplash"] {
            assert!(bare_credit(text).is_some(), "{text}");
        }
    }

    #[test]
    fn users_and_addresses_are_names_though_they_are_written_small() {
        for text in
            ["Adobe Stock/okafor", "AdobeStock (123456789)/okafor", "X @merrowlines", "Ines Okafor – stock.adobe.com"]
        {
            assert!(is_name_like(text), "{text}");
        }
        assert!(is_name_like("Inés Okafor en Unsplash"));
        assert!(!is_name_like("Inés Okafor en la playa"));
    }

    #[test]
    fn a_name_may_stand_alone() {
        for text in ["María Pérez", "EFE", "Jaime García / Agencia Sur"] {
            assert!(is_name(text), "{text}");
        }
        for text in ["Madrid", "The mayor speaks", "In 2019 Jaime García", "More: Jaime García"] {
            assert!(!is_name(text), "{text}");
        }
    }
}
