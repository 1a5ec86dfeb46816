//! Attributions: a line that names the author and the free licence of a picture, as those who give pictures away ask for it.
//!
//! - "“The Kiln at Dawn” by Ines Okafor is licensed under CC BY 2.0": title, author and licence, as Creative Commons
//!   recommends (wiki.creativecommons.org, "Recommended practices for attribution"), in the languages of its deeds;
//! - "Ines Okafor, CC BY-SA 4.0 <https://…>, via Wikimedia Commons" and "By Ines Okafor - Own work, CC BY-SA 4.0, https://…":
//!   what Wikimedia Commons offers to be copied (commons.wikimedia.org, "Commons:Credit line");
//! - "Some rights reserved by Ines Okafor": what Flickr showed.
//!
//! The licence is what it is known by. What stands before it must be a title or a name, and what follows an address or
//! the house that it was had from; so a sentence about a licence is none.

use super::super::agency;
use super::super::label::{self, Strength};
use super::LONGEST;
use crate::article::Licence;
use crate::credit::title;
use crate::lexicon;

/// Whether all of `text` is an attribution.
pub(super) fn is_attribution(text: &str) -> bool {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return false;
    }
    let reserved = some_rights(text).map(|at| (at, Grade::Reserved));
    let Some((place, grade)) = reserved.or_else(|| named(text)) else { return false };
    let (before, after) = (&text[..place.start], &text[place.end..]);
    names_the_author(before, grade) && is_rest(after) || grade == Grade::Reserved && before.is_empty() && by_name(after)
}

/// Where in `text` the attribution begins that it ends in.
pub(super) fn begins(text: &str) -> Option<usize> {
    // Hardly a caption names a licence.
    some_rights(text).or_else(|| Some(named(text)?.0))?;
    let mut previous: Option<char> = None;
    let mut starts = text.char_indices().filter(move |(_, c)| {
        let is_start = previous.is_none_or(|c| ENDS.contains(&c));
        let opens = !c.is_whitespace() && (is_start || title::opens(*c));
        if !c.is_whitespace() || *c == '\n' {
            previous = Some(*c);
        }
        opens
    });
    { &mut starts }
        .map(|(at, _)| at)
        .filter(|at| text[*at..].chars().count() <= LONGEST)
        .find(|at| is_attribution(&text[*at..]))
}

/// What ends the caption before an attribution.
const ENDS: [char; 12] = ['.', '!', '?', '(', '[', '|', ':', '\n', '”', '"', '»', '…'];

/// How much the name of a licence says of the line that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grade {
    /// A licence that only licensed works have: "CC BY 2.0".
    Licence,
    /// "Public domain" is said of laws and songs, too.
    Commons,
    /// "Some rights reserved".
    Reserved,
}

fn named(text: &str) -> Option<(std::ops::Range<usize>, Grade)> {
    let (place, licence) = Licence::place_in(text)?;
    let grade = if licence.name == "Public domain" { Grade::Commons } else { Grade::Licence };
    Some((place, grade))
}

/// Where a text says that some rights are reserved.
fn some_rights(text: &str) -> Option<std::ops::Range<usize>> {
    // "rv" as in "reserved", "vo" as in "vorbehalten": hardly a caption has the letters that all of them have.
    let mut pairs = text.as_bytes().windows(2);
    if !pairs.any(|pair| matches!(pair, [b'r' | b'R', b'v' | b'V'] | [b'v' | b'V', b'o' | b'O'])) {
        return None;
    }
    let lower = text.to_lowercase();
    // Only where no letter has another length in lower case are the places the same.
    let phrase = lexicon::LICENCE_SOME_RIGHTS.within(&lower).filter(|_| lower.len() == text.len());
    { phrase }
        .find_map(|phrase| lower.find(phrase).map(|at| at..at + phrase.len()))
        .filter(|at| text.is_char_boundary(at.start) && text.is_char_boundary(at.end))
}

/// Whether what stands before a licence is the author: after a label, after the title and "by", or alone.
fn names_the_author(text: &str, grade: Grade) -> bool {
    let text = bare(text);
    let text = label::at_head(text).filter(|label| label.strength > Strength::Word).map_or(text, |label| label.rest);
    let text = own_work(bare(text));
    if let Some(author) = title::after(text) {
        return bare(author).is_empty() || by_name(bare(author));
    }
    // "By Ines Okafor"
    if title::after_by(text).is_some() {
        return by_name(text);
    }
    // "Photo by Ines Okafor"
    if let Some((what, name)) = text.split_once(" by ") {
        return matches!(what.to_lowercase().as_str(), "photo" | "image" | "picture" | "illustration") && is_name(name);
    }
    grade != Grade::Commons && is_name(text)
}

/// "by Ines Okafor"
fn by_name(text: &str) -> bool {
    title::after_by(bare(text)).is_some_and(|name| is_name(own_work(bare(name))))
}

/// A name of one author or of an author and a house; on the sites where pictures are given away, many are called by one word.
fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let opens = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '@') || words == 1;
    let ends_a_sentence =
        text.match_indices(". ").any(|(at, _)| text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count() > 2);
    (1..=7).contains(&words) && opens && !ends_a_sentence && agency::is_name_like(text)
}

/// A name without what says that its bearer made the picture.
fn own_work(text: &str) -> &str {
    let lower = text.to_lowercase();
    let phrase = lexicon::LICENCE_OWN_WORK.ending(&lower).find(|_| lower.len() == text.len());
    phrase.map_or(text, |phrase| bare(&text[..text.len() - phrase.len()]))
}

/// Whether nothing follows a licence but addresses, the house that the picture was had from, and marks.
fn is_rest(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '(' | ')' | '[' | ']' | '<' | '>'))
        .filter(|word| word.chars().any(char::is_alphanumeric) && !word.contains("://"))
        .collect();
    let from = words
        .split_first()
        .map_or(&words[..], |(first, rest)| if lexicon::LICENCE_HAD_FROM.contains(first) { rest } else { &words });
    let is_link = |word: &str| lexicon::LICENCE_LINKS.contains(word.to_lowercase().trim_end_matches('.'));
    from.len() <= 4
        && from.iter().all(|word| word.starts_with(|c: char| !c.is_lowercase()) || word.contains('.') || is_link(word))
}

/// The text without the marks around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | '[' | ']' | ')' | '-' | '–' | '—' | '|' | '/' | '·')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_of_reserved_rights_is_found_in_any_case() {
        for phrase in lexicon::LICENCE_SOME_RIGHTS.iter() {
            let title = format!("Osk harbour {} by Ines Okafor", phrase.to_uppercase());
            assert!(some_rights(&title).is_some_and(|place| title[place].to_lowercase() == *phrase), "{phrase}");
        }
    }

    #[test]
    fn what_those_ask_for_who_give_pictures_away_is_an_attribution() {
        for text in [
            "“The Kiln at Dawn” by Ines Okafor is licensed under CC BY 2.0",
            "\"The Kiln at Dawn\" by Ines Okafor is marked with Public Domain Mark 1.0.",
            "\"Photo\" by Ines Okafor is licensed under CC BY 2.0",
            "Photo by Ines Okafor licensed under CC BY 2.0",
            "Image: “The Kiln at Dawn” by Ines Okafor, via Wikimedia Commons, CC BY-SA 4.0",
            "Ines Okafor, CC BY-SA 4.0 <https://creativecommons.org/licenses/by-sa/4.0>, via Wikimedia Commons",
            "By Ines Okafor - Own work, CC BY-SA 4.0, https://commons.wikimedia.org/w/index.php?curid=123",
            "By Ines Okafor - Own work, CC BY-SA 4.0, Link",
            "By Ines Okafor (Own work) [CC BY-SA 4.0], via Wikimedia Commons",
            "Von Ines Okafor - Eigenes Werk, CC BY-SA 4.0, https://commons.wikimedia.org/w/index.php?curid=123",
            "By Ines Okafor, Public Domain, https://commons.wikimedia.org/w/index.php?curid=123",
            "Inoka77, CC BY 3.0",
            "„Der Ofen am Morgen“ von Ines Okafor, Lizenz: CC BY-SA 2.0",
            "« Le four à l’aube » par Inès Okafor, sous licence CC BY-SA 2.0",
            "«El horno» de Inés Okafor, bajo licencia CC BY 4.0",
            "Some rights reserved by Ines Okafor",
            "Photo: Ines Okafor/Flickr, some rights reserved",
        ] {
            assert!(is_attribution(text), "{text}");
        }
    }

    #[test]
    fn what_speaks_of_a_licence_is_none() {
        for text in [
            "The town is licensed under the act of 1911",
            "The kiln at Vrana, CC BY 2.0",
            "All text on this page is licensed under CC BY 4.0",
            "Ines Okafor chose CC BY 2.0 for her pictures of the kiln",
            "The song is in the public domain",
            "Vrana, public domain",
            "The kiln. Some rights reserved by law are not enforced",
            "Ines Okafor, CC BY 2.0, speaks at the kiln on Monday",
        ] {
            assert!(!is_attribution(text), "{text}");
        }
    }

    #[test]
    fn an_attribution_begins_where_the_caption_ends() {
        for (caption, attribution) in [
            ("The kiln in March. ", "By Ines Okafor (Own work) [CC BY-SA 4.0], via Wikimedia Commons"),
            ("The kiln in March! ", "Ines Okafor, CC BY-SA 4.0"),
            ("The kiln in March ", "“The Kiln at Dawn” by Ines Okafor is licensed under CC BY 2.0"),
            ("The “old” kiln. ", "J. Okafor, CC BY-SA 4.0, via Wikimedia Commons"),
            ("", "J. Okafor, CC BY-SA 4.0"),
        ] {
            assert_eq!(begins(&format!("{caption}{attribution}")), Some(caption.len()), "{attribution}");
        }
        assert_eq!(begins("The kiln in March, CC BY 2.0"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\PC“” ,.()]{0,40}", tail in "(CC BY 2.0|some rights reserved|, via İ)?") {
            begins(&format!("{text}{tail}"));
        }
    }
}
