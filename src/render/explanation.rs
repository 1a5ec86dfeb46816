//! Why each picture of a page is in the article or not, and which rules left words out, as text for people.

use crate::article::{Found, Trust};
use crate::clean::explanation::{Explanation, JudgedPicture, Judgement, OfferKind, PictureOffer, TakenPicture};

/// The pictures of the page in its order, numbered from 1: a paragraph for each that is in the article, two lines for each
/// other. Then a line for each passage that was left out of the text.
pub fn explanation(headline: &str, explanation: &Explanation) -> String {
    let pictures = &explanation.pictures;
    let is_taken = |picture: &JudgedPicture| matches!(picture.judgement, Judgement::Taken(_));
    let taken = pictures.iter().filter(|picture| is_taken(picture)).count();
    let mut text = format!("{headline}\n\n");
    text.push_str(&match pictures.len() {
        0 => "no pictures on the page".to_owned(),
        1 => format!("1 picture on the page, {taken} in the article"),
        all => format!("{all} pictures on the page, {taken} in the article"),
    });
    let mut parts = true;
    for (at, picture) in pictures.iter().enumerate() {
        parts |= is_taken(picture);
        text.push_str(if parts { "\n\n" } else { "\n" });
        text.push_str(&format!("{:>3}  {}", at + 1, lines(picture).join("\n     ")));
        parts = is_taken(picture);
    }
    for (at, left_out) in explanation.left_out.iter().enumerate() {
        text.push_str(if at == 0 { "\n\nleft out of the text\n\n" } else { "\n" });
        text.push_str(&format!(
            "  {:<17} “{}”: {}",
            left_out.rule.to_string(),
            abridged(&left_out.words),
            left_out.why
        ));
    }
    text
}

fn lines(picture: &JudgedPicture) -> Vec<String> {
    let address = picture.places.first().map_or("(no address)".to_owned(), |place| shortened(&place.address));
    let mut lines = vec![address];
    match &picture.judgement {
        Judgement::Taken(taken) => {
            lines.push(format!("taken: {}", taken.standing.why));
            lines.extend(words(taken));
            lines.extend(places(&picture.places));
            let larger = taken.larger.iter();
            lines.extend(
                larger.map(|place| format!("perhaps  larger   {}: {}", shortened(place.address.as_str()), place.why)),
            );
        }
        Judgement::Repeats { picture } => lines.push(format!("shows picture {} again", picture + 1)),
        Judgement::Refused(reason) => lines.push(format!("not taken: {}", reason.why)),
    }
    lines
}

fn words(taken: &TakenPicture) -> Vec<String> {
    let mut lines = vec![match &taken.caption {
        Some(caption) => format!("caption  “{}”: {}", abridged(&caption.words), caption.why),
        None => "caption  none".to_owned(),
    }];
    lines.push(match &taken.credit {
        Some(found) => {
            let credit = &found.words;
            let trust = trust(credit.trust);
            format!("credit   “{}”: {}; found {}, {trust}", credit.text, found.why, place_of(credit.found))
        }
        None => "credit   none".to_owned(),
    });
    for passed in &taken.passed_over {
        let line = format!("neither  “{}”: {}", abridged(&passed.words), passed.reason.why);
        // Pages write the words of their controls several times, for every kind of reader.
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn place_of(found: Found) -> &'static str {
    match found {
        Found::Page => "in what the page shows",
        Found::Attribute => "in an attribute",
        Found::Markup => "in the page's markup for programs",
        Found::LinkedData => "in the page's data",
        Found::File => "in the picture's file",
    }
}

fn trust(trust: Trust) -> &'static str {
    match trust {
        Trust::Named => "sure",
        Trust::Stated => "stated where no reader sees it",
        Trust::Read => "likely by its looks",
    }
}

/// The places of a picture where there are several, the best first.
fn places(places: &[PictureOffer]) -> Vec<String> {
    if places.len() < 2 {
        return Vec::new();
    }
    let mut lines: Vec<String> = places.iter().take(MAX_PLACES).map(place).collect();
    if places.len() > MAX_PLACES {
        lines.push(format!("and at   {} places more", places.len() - MAX_PLACES));
    }
    lines
}

/// So many say what the others would; all are told with `--format json`.
const MAX_PLACES: usize = 6;

fn place(place: &PictureOffer) -> String {
    let width = place.width.map_or("     ?".to_owned(), |width| format!("{width:.0} px"));
    let full = if place.kind == OfferKind::Full { "  (in full size)" } else { "" };
    format!("at       {width:>7}  {}{full}", shortened(&place.address))
}

/// The address without its scheme; of a long one the beginning and the end, which tell most.
fn shortened(address: &str) -> String {
    let bare = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    let characters: Vec<char> = bare.chars().collect();
    if characters.len() <= MAX_ADDRESS_CHARS {
        return bare.to_owned();
    }
    let (head, tail) =
        (&characters[..MAX_ADDRESS_CHARS / 3], &characters[characters.len() - MAX_ADDRESS_CHARS * 2 / 3..]);
    format!("{}…{}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}

/// In characters; with its indent a line of a wide terminal.
const MAX_ADDRESS_CHARS: usize = 90;

/// The first words of a text.
fn abridged(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..MAX_WORDS) {
        Some(first) if words.len() > MAX_WORDS + 3 => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

const MAX_WORDS: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_address_both_ends_are_shown() {
        let long = format!("https://example.org/{}/ferry-in-march.jpg", "sizes/".repeat(40));
        let short = shortened(&long);
        assert!(short.starts_with("example.org/") && short.ends_with("/ferry-in-march.jpg"), "{short}");
        assert!(short.chars().count() <= MAX_ADDRESS_CHARS + 1);
        assert_eq!(shortened("https://example.org/a.jpg"), "example.org/a.jpg");
    }

    #[test]
    fn a_page_without_pictures_says_so() {
        assert_eq!(explanation("The Lock", &Explanation::default()), "The Lock\n\nno pictures on the page");
    }
}
