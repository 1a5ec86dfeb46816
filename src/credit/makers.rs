//! Those whom a printed credit names, and the part that each had in the picture.
//!
//! A credit is a row of names, parted by slashes, bars, commas and brackets, and by words that say how the next name
//! belongs to the last: "Ines Okafor for The Courier, via Getty Images". Each piece is read by itself.

use super::houses::{self, is_house, is_ideograph};
use super::label::{self, Strength};
use super::pieces::pieces;
use super::title;
use crate::article::{Maker, MakerKind, Part};
use crate::lexicon;

/// The makers whom `credit` names, in its order, each once.
pub(super) fn read(credit: &str) -> Vec<Maker> {
    let mut makers: Vec<Maker> = Vec::new();
    let mut handed_out = false;
    let credit = title::without_titles(credit);
    for piece in pieces(&credit) {
        let piece = Piece::read(piece);
        let Some(piece) = piece else { continue };
        if is_handout(&piece.name) {
            // "Sarn Police/Handout via Reuters": those named before gave it.
            match makers.last_mut() {
                Some(giver) if giver.part.is_none() => giver.part = Some(Part::Giver),
                _ => handed_out = true,
            }
            continue;
        }
        for name in persons(&piece.name) {
            let Some(name) = as_name(name) else { continue };
            let part = piece.part.or((handed_out && makers.is_empty()).then_some(Part::Giver));
            if makers.len() < MOST && makers.iter().all(|known| known.name != name) {
                // Pictures are made for houses and spread by them.
                let by_part = matches!(part, Some(Part::Client | Part::Distributor)).then_some(MakerKind::House);
                makers.push(Maker { kind: by_part.or_else(|| kind(&name)), name, part, address: None });
            }
        }
    }
    makers
}

/// No picture has more; a longer row is a list of something else.
const MOST: usize = 12;

/// What stands between two names, and the part of whom it stands before.
struct Piece {
    name: String,
    part: Option<Part>,
}

impl Piece {
    /// A piece without its label; `None` if nothing is left.
    fn read((part, text): (Option<Part>, &str)) -> Option<Self> {
        let mut text = text.trim();
        let mut part = part;
        if let Some((made, name)) = label::made_at_head(text) {
            (part, text) = (Some(made), name);
        } else if let Some(label) = label::at_head(text) {
            let is_label = label.strength > Strength::Word || label.rest.split_whitespace().count() >= 2;
            if is_label && !houses::names_an_agency(text.get(..text.len() - label.rest.len()).unwrap_or_default()) {
                let is_photograph = label::is_of_photograph(text);
                part = part.or(is_photograph.then_some(Part::Photograph));
                text = label.rest;
            }
        }
        let text = text.strip_prefix("and ").unwrap_or(text);
        // "by Ines Okafor", "von Ines Okafor"; "“The Lock at Dawn” by Ines Okafor"
        let by = lexicon::CREDIT_BY_AS_WRITTEN.opening(text).find_map(|by| text[by.len()..].strip_prefix(' '));
        let by = by.or_else(|| text.rsplit_once(" by ").map(|(_, name)| name));
        let name = by.unwrap_or(text).to_owned();
        (!name.is_empty()).then_some(Self { name, part })
    }
}

/// The persons in "Ines Okafor and Piet van Oorde"; a house may have an "and" in its name.
fn persons(text: &str) -> Vec<&str> {
    let is_person = |name: &str| name.split_whitespace().count() >= 2 && kind(name.trim()) == Some(MakerKind::Person);
    let is_one = |name: &str| is_person(name) || houses::is_agency(name.trim());
    let and = lexicon::NAMES_AND
        .iter()
        .chain([" & "])
        .find_map(|and| text.split_once(and).filter(|(one, other)| is_one(one) && is_one(other)));
    and.map_or(vec![text], |(one, other)| vec![one, other])
}

/// A name as it is kept: no marks around it. `None` for what is none.
fn as_name(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | '-' | '"' | '“' | '”' | '‘' | '…' | '*' | '\'' | '«' | '»' | '。')
    });
    // A point belongs to what is shortened: "Ines Okafor Jr.", "Sarn Inc."
    let last = text.trim_end_matches('.').rsplit([' ', '.']).next().unwrap_or_default();
    let is_short = last.chars().count() <= 3 && last.starts_with(char::is_uppercase);
    let text = if is_short { text } else { text.trim_end_matches('.') };
    let text = without_year(text);
    let text = lexicon::CREDIT_AFTER_NAMES.ending(text).next().map_or(text, |word| &text[..text.len() - word.len()]);
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = name.to_lowercase();
    let has_letters = name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let is_note = lexicon::CREDIT_NOTES.contains(&lower);
    (has_letters && !is_note && name.split(' ').count() <= MOST_WORDS).then_some(name)
}

/// More words make a sentence, and no name.
const MOST_WORDS: usize = 9;

/// "2019 Ines Okafor", "Ines Okafor 2019": the year is no part of the name.
fn without_year(text: &str) -> &str {
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let text = match text.split_once(' ') {
        Some((first, rest)) if is_year(first) && is_number(first) => rest,
        _ => text,
    };
    match text.rsplit_once(' ') {
        Some((rest, last)) if is_year(last) && is_number(last) => rest,
        _ => text,
    }
}

/// Words that say that the one before gave the picture to the press.
fn is_handout(name: &str) -> bool {
    let bare = name.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    lexicon::CREDIT_HANDOUTS.contains(&bare)
}

fn kind(name: &str) -> Option<MakerKind> {
    if is_house(name) {
        return Some(MakerKind::House);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_named = |word: &&&str| {
        let first = word.chars().find(|c| c.is_alphabetic());
        first.is_some_and(|c| !c.is_lowercase()) || lexicon::NAMES_PARTICLES.contains(word)
    };
    // A name in ideographs or Hangul is one word.
    let is_short_word = words.len() == 1 && (2..=4).contains(&name.chars().count()) && name.chars().all(is_ideograph);
    let is_full = (2..=5).contains(&words.len()) && words.iter().filter(is_named).count() == words.len();
    (is_full || is_short_word).then_some(MakerKind::Person)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Ines Okafor" is a person, "[Reuters]" a house, "?Sarn" neither for sure; "via:" and the like tell the part.
    fn told(credit: &str) -> String {
        let told = |maker: &Maker| {
            let part = maker.part.map(|part| match part {
                Part::Photograph => "photo:",
                Part::Illustration => "illustration:",
                Part::PhotoIllustration => "photo illustration:",
                Part::Montage => "montage:",
                Part::Drawing => "drawing:",
                Part::Painting => "painting:",
                Part::Graphic => "graphic:",
                Part::Map => "map:",
                Part::Client => "for:",
                Part::Distributor => "via:",
                Part::Giver => "from:",
            });
            let name = match maker.kind {
                Some(MakerKind::Person) => maker.name.clone(),
                Some(MakerKind::House) => format!("[{}]", maker.name),
                None => format!("?{}", maker.name),
            };
            format!("{}{name}", part.unwrap_or_default())
        };
        crate::article::Credit::new(credit).makers.iter().map(told).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn those_whom_a_credit_names_are_told_apart() {
        for (credit, makers) in [
            ("Ines Okafor", "Ines Okafor"),
            ("INES OKAFOR", "INES OKAFOR"),
            ("Piet van Oorde / Reuters", "Piet van Oorde [Reuters]"),
            ("Ines Okafor/AFP via Getty Images", "Ines Okafor [AFP] via:[Getty Images]"),
            ("AP Photo/Ines Okafor, File", "[AP Photo] Ines Okafor"),
            ("Ines Okafor for The New York Times", "Ines Okafor for:[The New York Times]"),
            ("INES OKAFOR FOR COURIER", "INES OKAFOR for:[COURIER]"),
            ("Ines Okafor on Unsplash", "Ines Okafor via:[Unsplash]"),
            ("Ines Okafor, CC BY-SA 4.0, via Wikimedia Commons", "Ines Okafor via:[Wikimedia Commons]"),
            ("Ines Okafor (CC BY 2.0)", "Ines Okafor"),
            ("Ines Okafor/Flickr/CC", "Ines Okafor [Flickr]"),
            ("“The Lock at Dawn” by Ines Okafor is licensed under CC BY 2.0", "Ines Okafor"),
            ("“The Lock, at Dawn” by Ines Okafor, CC BY 2.0", "Ines Okafor"),
            ("« L’écluse » par Inès Okafor, sous licence CC BY-SA 2.0", "Inès Okafor"),
            ("Ines Okafor - Own work, CC BY-SA 4.0", "Ines Okafor"),
            ("Ines Okafor/Flickr, some rights reserved", "Ines Okafor [Flickr]"),
            ("Brown Bird Design; Source: “The Lock,” by Ines Okafor", "[Brown Bird Design]"),
            ("Sarn Energy, Inc.", "[Sarn Energy, Inc.]"),
            ("Ines Okafor via One Fine Day (license)", "Ines Okafor via:[One Fine Day]"),
            ("AP/Ines Okafor/Photo montage by Sarn", "[AP] Ines Okafor montage:?Sarn"),
            ("SDSU Athletics", "[SDSU Athletics]"),
            ("Inès OKAFOR / AFP", "Inès OKAFOR [AFP]"),
            ("Courtesy of Galerie Brume", "from:[Galerie Brume]"),
            ("Submitted by Marit Solheim", "from:Marit Solheim"),
            ("Sarn Police/Handout via REUTERS", "from:[Sarn Police] via:[REUTERS]"),
            ("Handout", ""),
            ("Public domain", ""),
            ("privat", ""),
            ("Photo illustration by Ines Okafor", "photo illustration:Ines Okafor"),
            ("Illustration by Ines Okafor; Getty Images", "illustration:Ines Okafor [Getty Images]"),
            (
                "Photo illustration by Ines Okafor. Photo by Piet Oorde",
                "photo illustration:Ines Okafor photo:Piet Oorde",
            ),
            ("Map: Ilse Montefiore", "map:Ilse Montefiore"),
            ("Ines Okafor and Piet van Oorde", "Ines Okafor Piet van Oorde"),
            ("Ines Okafor & Piet Oorde/dpa", "Ines Okafor Piet Oorde [dpa]"),
            ("Science and Society Picture Library", "[Science and Society Picture Library]"),
            ("picture alliance/dpa | Ines Okafor", "[picture alliance] [dpa] Ines Okafor"),
            ("Okafor/dpa", "?Okafor [dpa]"),
            ("imago images/Ines Okafor", "[imago images] Ines Okafor"),
            ("© Studio Halde / Photo C. Morel", "[Studio Halde] photo:C. Morel"),
            ("Inès Okafor pour La Gazette", "Inès Okafor for:[La Gazette]"),
            ("INÉS OKAFOR (EFE)", "INÉS OKAFOR [EFE]"),
            ("Rovena Rosa/Agência Sul", "Rovena Rosa [Agência Sul]"),
            ("Иван Петров / ТАСС", "Иван Петров [ТАСС]"),
            ("新华社", "[新华社]"),
            ("王小明 摄", "王小明"),
            ("田中一郎/共同通信", "田中一郎 [共同通信]"),
            ("أحمد علي / رويترز", "أحمد علي [رويترز]"),
            ("2019 Ines Okafor", "Ines Okafor"),
            ("NASA/JPL", "[NASA] [JPL]"),
            ("sarn-lines.example", "[sarn-lines.example]"),
            ("Ines Okafor Jr., Sarn Inc.", "Ines Okafor Jr. [Sarn Inc.]"),
            ("Magnum Photos", "[Magnum Photos]"),
            ("Keystone/EPA/Ines Okafor", "[Keystone] [EPA] Ines Okafor"),
            ("Ines Okafor / Yonhap", "Ines Okafor [Yonhap]"),
        ] {
            assert_eq!(told(credit), makers, "{credit}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_printed_gives_few_names_of_its_words(credit in "[\\PC/|,.() ]{0,80}") {
            let makers = read(&credit);
            proptest::prop_assert!(makers.len() <= MOST);
            for maker in makers {
                for word in maker.name.split(' ') {
                    proptest::prop_assert!(credit.contains(word));
                }
            }
        }
    }
}
