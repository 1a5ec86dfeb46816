//! Tells the credit from the caption in what is written beside a picture.
//!
//! What the page calls a credit is read by [`marked`]; of other words, [`whole`] tells whether they are one, and [`part`]
//! finds one at the end of a caption. [`rule`] says by what.

mod attribution;
mod looks;
mod parting;
pub(super) mod rule;

pub(super) use looks::whole;
pub(super) use parting::{Parted, part, part_of_marked};

use super::label::{self, Strength};
use crate::credit::stand_ins::stand_in;
use crate::lexicon;
use rule::{CreditRule, Looks};

/// The credit in a text that the page itself calls one: without its labels and brackets. `None` if nothing is left.
pub(super) fn marked(text: &str) -> Option<String> {
    let mut text = text.trim();
    for _ in 0..4 {
        let bare = without_brackets(text);
        // "Foto: Divulgação": what labels elsewhere may itself stand for a name.
        if stand_in(bare).is_some() {
            text = bare;
            break;
        }
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
    if lexicon::CAPTION_NO_CREDIT_OPENINGS.opening(&lower).next().is_some() || lower.starts_with("view ") {
        return None;
    }
    let opening = ["via ", "by: ", "by "].into_iter().find(|opening| lower.starts_with(opening));
    tidy(opening.and_then(|opening| text.get(opening.len()..)).unwrap_or(text))
}

/// Whether `text` is a caption that ends in a credit with a label for pictures: "The kiln at dusk. Photo by Ines Okafor".
///
/// Beside a picture that is said of it, whatever the element is called. A source is not enough: articles give theirs so.
pub(super) fn is_captioned(text: &str) -> bool {
    let text = text.trim();
    // Hardly a paragraph holds such a label, and none of the others needs to be parted.
    if text.chars().count() > LONGEST || !holds_label_for_pictures(text) {
        return false;
    }
    let Some(Parted { rule: CreditRule::Read(Looks::Label(label), _), .. }) = part(text) else { return false };
    opens_for_pictures(label.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©'))
}

/// Whether a label that speaks of pictures begins at one of the words of `text`.
fn holds_label_for_pictures(text: &str) -> bool {
    let mut previous = ' ';
    text.char_indices().any(|(at, character)| {
        let is_start = !previous.is_alphanumeric();
        previous = character;
        let is_label = || label::at_head(&text[at..]).is_some_and(|label| label.strength > Strength::Word);
        is_start && opens_for_pictures(&text[at..]) && is_label()
    })
}

/// Whether `text` begins as labels do that speak of pictures.
fn opens_for_pictures(text: &str) -> bool {
    let small = || text.chars().flat_map(char::to_lowercase);
    lexicon::CAPTION_PICTURE_OPENINGS
        .with_first_letter_of(text)
        .any(|word| small().take(word.chars().count()).eq(word.chars()))
}

fn may_be_stripped(text: &str) -> bool {
    let Some(label) = label::at_head(text) else { return false };
    let first = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    let first = first.to_lowercase();
    // "Photo 001-01: …" is named by its number; "Photo Ines Okafor" is a label and a name.
    let is_numbered = label.rest.starts_with(|c: char| c.is_ascii_digit() || c == '#');
    match label.strength {
        Strength::Word => {
            !is_numbered
                && ["credit", "credits", "crédit", "crédits", "photo", "foto", "beeld", "фото", "copyright"]
                    .contains(&first.as_str())
        }
        _ => true,
    }
}

/// In characters; a compound credit with its sources is long, a sentence is longer.
const LONGEST: usize = 320;

/// The text without one pair of brackets around all of it.
fn without_brackets(text: &str) -> &str {
    let text = text.trim();
    for (open, close) in [('(', ')'), ('[', ']'), ('（', '）'), ('【', '】')] {
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
    let text = text.strip_prefix("- ").unwrap_or(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let unopened = text.ends_with([')', ']']) && !text.contains(['(', '[']);
    let text = if unopened { text.trim_end_matches([')', ']']).trim_end().to_owned() } else { text };
    // A point that ends no abbreviation ends the line.
    let last = text.rsplit([' ', '.']).nth(usize::from(text.ends_with('.'))).unwrap_or_default();
    let is_line_end =
        last.chars().count() > 3 && !lexicon::ORGANISATIONS_CUT_SHORT.contains(last) && !text.ends_with("..");
    let text = if is_line_end { text.strip_suffix('.').map_or(text.clone(), str::to_owned) } else { text };
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
        parts_into("The kiln was cold. Foto Inés Okafor.", "The kiln was cold.", "Inés Okafor");
        parts_into("The kiln, 2011. Courtesy Galerie Brume.", "The kiln, 2011.", "Galerie Brume");
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
            "Nature Drawing: A Tool for Learning",
        ] {
            assert_eq!(parted(text), None, "{text}");
        }
    }

    #[test]
    fn a_caption_is_known_by_the_credit_of_a_picture_at_its_end() {
        assert!(is_captioned("The kiln was cold. Photo by Ines Okafor."));
        assert!(is_captioned("Der Ofen war kalt. (Foto: Ines Okafor)"));
        assert!(!is_captioned("Nine in ten kilns are cold. (Source: Kiln Office)"));
        assert!(!is_captioned("The kiln was cold, and nobody said so."));
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
    fn a_label_and_a_name_may_stand_before_the_caption() {
        parts_into(
            "Foto: Inés Okafor. El horno se quedó en el puerto.",
            "El horno se quedó en el puerto.",
            "Inés Okafor",
        );
        parts_into(
            "© Ines Okafor | Der Ofen, wie er am Morgen stand",
            "Der Ofen, wie er am Morgen stand",
            "Ines Okafor",
        );
        parts_into("Photo: J. Okafor. Courtesy Galerie Brume", "", "J. Okafor. Courtesy Galerie Brume");
    }

    #[test]
    fn papers_in_german_name_the_agency_behind_the_photographer_and_say_that_a_picture_is_old() {
        let caption = "Der Ofen von Vrana.";
        for (credit, name) in [
            ("Foto: Ines Okafor (dpa)", "Ines Okafor (dpa)"),
            ("Foto (Archiv): Ines Okafor", "Ines Okafor"),
            ("Archiv-Foto: Ines Okafor", "Ines Okafor"),
            ("Foto: picture-alliance/ dpa", "picture-alliance/ dpa"),
            ("Foto: Adobe Stock/okafor", "Adobe Stock/okafor"),
            ("(Bild: zVg)", "zVg"),
        ] {
            parts_into(&format!("{caption} {credit}"), caption, name);
        }
        assert_eq!(parted("Der Ofen von Vrana (Archivbild)"), None);
    }

    #[test]
    fn papers_in_spanish_and_portuguese_put_the_agency_behind_the_caption() {
        let caption = "El horno se quedó en el puerto.";
        for credit in [
            "EFE/Inés Okafor",
            "Inés Okafor (EFE)",
            "Inés Okafor / LA GACETA",
            "INÉS OKAFOR",
            "EUROPA PRESS",
            "Cortesía",
        ] {
            parts_into(&format!("{caption} {credit}"), caption, credit);
        }
        parts_into("El horno en el puerto / EFE", "El horno en el puerto", "EFE");
        parts_into("El horno en el puerto - Inés Okafor - EFE", "El horno en el puerto", "Inés Okafor - EFE");
        parts_into("El horno en el puerto. (Inés Okafor)", "El horno en el puerto.", "Inés Okafor");
        parts_into("O forno no porto — Foto: Divulgação", "O forno no porto", "Divulgação");
        parts_into("O forno no porto — Foto: Reprodução/TV Sul", "O forno no porto", "Reprodução/TV Sul");
        parts_into("Il forno nel porto. (Foto Ansa)", "Il forno nel porto.", "Ansa");
    }

    #[test]
    fn capitals_behind_a_stop_are_not_always_a_name() {
        parts_into("El horno en el puerto.EFE", "El horno en el puerto.", "EFE");
        parts_into("El horno en el puerto.Cortesía", "El horno en el puerto.", "Cortesía");
        parts_into("渡轮停在港口。Ines Okafor/Courier", "渡轮停在港口。", "Ines Okafor/Courier");
        for text in [
            "The team builds on ASP.NET MVC",
            "The banner reads “Stop.” BLACK LIVES MATTER",
            "El cartel dice «Basta.» VIDAS NEGRAS",
            "A sign stood in the harbour. MIND THE STEP",
        ] {
            assert_eq!(parted(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_in_brackets_that_tells_who_is_seen_stays() {
        assert_eq!(parted("La capitana (Inés Okafor)"), None);
        assert_eq!(parted("El horno en el puerto. (Imagen de archivo)"), None);
        assert_eq!(parted("La Fuente: plaza central de Vrana"), None);
        assert_eq!(parted("Der Ofen – Vrana"), None);
        assert_eq!(parted("Foto: el horno en invierno"), None);
    }

    #[test]
    fn in_scripts_without_capitals_a_label_or_an_agency_tells() {
        parts_into("渡轮停在港口。图：新华社", "渡轮停在港口。", "新华社");
        parts_into("渡轮停在港口。（图片来源：新华社）", "渡轮停在港口。", "新华社");
        parts_into("渡轮停在港口。王小明 摄", "渡轮停在港口。", "王小明 摄");
        parts_into("港に停泊する（田中一郎撮影）", "港に停泊する", "田中一郎撮影");
        parts_into("항구의 페리. 연합뉴스", "항구의 페리.", "연합뉴스");
        parts_into("العبارة في الميناء. تصوير: أحمد علي", "العبارة في الميناء.", "أحمد علي");
        assert_eq!(parted("新华社的记者在渡轮停靠的港口里等了一个下午"), None);
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
    fn a_point_ends_the_line_unless_it_ends_an_abbreviation() {
        assert_eq!(marked("Photo: Ines Okafor.").as_deref(), Some("Ines Okafor"));
        for name in ["Merrow Corp.", "Okafor Bros.", "Merrow Univ.", "Merrow Ferries Ltd.", "Piet van Oorde Jr."] {
            assert_eq!(marked(&format!("Photo: {name}")).as_deref(), Some(name));
            parts_into(&format!("The kiln was cold. Photo: {name}"), "The kiln was cold.", name);
        }
    }

    #[test]
    fn a_label_with_nothing_behind_it_is_no_credit() {
        for text in ["Credit:", "Photo", "©", "Image credit: ", "Foto: -"] {
            assert_eq!(marked(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_caption_makes_it_panic(
            pieces in proptest::collection::vec(0..PIECES.len(), 0..9), text in "[\\PC.”…。/|() ]{0,12}"
        ) {
            let caption: String = pieces.into_iter().map(|at| PIECES[at].replace("TEXT", &text)).collect();
            if let Some(parted) = part(&caption) {
                proptest::prop_assert!(caption.get(parted.caption).is_some());
            }
            marked(&caption);
            is_captioned(&caption);
        }
    }

    const PIECES: &[&str] = &[
        "TEXT",
        "Foto: ",
        "© ",
        " (",
        ")",
        "（",
        "） ",
        ". ",
        "…",
        "” ",
        "。",
        " | ",
        " / ",
        " - ",
        "＝",
        "Ines Okafor",
        "INÉS OKAFOR",
        "EFE",
        "Foto (Archiv): ",
        "新华社",
        "摄",
        "The kiln was cold and old",
        "Divulgação",
        "\n",
        " ",
    ];
}
