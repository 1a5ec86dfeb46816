//! Small pictures in notes of the house: who the author is, who paid for the report, where the debate was held.
//!
//! Such a note is set in italics from end to end, and what floats at its head is a portrait or a sponsor's logo.

use super::candidates::declared;
use super::survey::{Shown, Survey};
use scraper::ElementRef;

/// Whether `picture` is small and floats in a paragraph of some length that is in italics throughout.
///
/// A caption in italics is shorter, or begins on a line of its own.
pub(super) fn is_in_one(picture: &Shown, survey: &Survey) -> bool {
    let Some(paragraph) = picture.element.ancestors().take(HIGHEST).filter_map(ElementRef::wrap).find(is_paragraph)
    else {
        return false;
    };
    let value = picture.element.value();
    let is_small = |side| declared(value, side).is_some_and(|length| length <= LARGEST);
    is_small("width")
        && is_small("height")
        && survey.characters(paragraph.id()) >= SHORTEST
        && picture.element.ancestors().take(HIGHEST).filter_map(ElementRef::wrap).any(|around| is_italic(&around))
        && !stands_on_a_line(picture.element)
        && is_in_italics(paragraph, survey)
}

/// How many elements up the paragraph is: a link, italics and bold type may lie between.
const HIGHEST: usize = 5;
/// In CSS pixels: portraits and logos beside a few lines of text are no larger.
const LARGEST: f64 = 250.0;
/// In characters, white space left out: two or three lines.
const SHORTEST: usize = 160;
/// Of the characters of a paragraph in italics; a name or a title may be set upright in it.
const LEAST_SHARE: f64 = 0.85;

fn is_paragraph(element: &ElementRef) -> bool {
    element.value().name() == "p"
}

fn is_italic(element: &ElementRef) -> bool {
    matches!(element.value().name(), "em" | "i")
}

fn stands_on_a_line(picture: ElementRef) -> bool {
    let next = picture.next_siblings().find(|node| node.value().is_element() || !is_blank(*node));
    next.and_then(ElementRef::wrap).is_some_and(|next| next.value().name() == "br")
}

fn is_blank(node: ego_tree::NodeRef<scraper::Node>) -> bool {
    node.value().as_text().is_none_or(|text| text.trim().is_empty())
}

fn is_in_italics(paragraph: ElementRef, survey: &Survey) -> bool {
    let inner = paragraph.descendants().skip(1).filter_map(ElementRef::wrap).filter(is_italic);
    // Italics within italics are counted with the outer ones.
    let outermost = inner.filter(|one| {
        let around = one.ancestors().take_while(|node| node.id() != paragraph.id()).filter_map(ElementRef::wrap);
        !{ around }.any(|around| is_italic(&around))
    });
    let characters: usize = outermost.map(|one| survey.characters(one.id())).sum();
    // Numbers of characters on a page are far below the 2^53 that a double holds exactly.
    characters as f64 >= LEAST_SHARE * survey.characters(paragraph.id()) as f64
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";
    const NOTE: &str = "On the third of May the <a href=/hall>Harbour Hall</a> held an evening on the ferry, at which the \
                        pilots, the owners and the town were heard, and of which a report is to be had at the door for \
                        nothing until the end of the year. Those who spoke are named in it.";

    fn count(note: &str) -> usize {
        figures(&format!("<main>{TEXT}{TEXT}<p>{note}</p></main>")).len()
    }

    #[test]
    fn a_small_picture_in_a_note_in_italics_is_no_figure() {
        let picture = "<img src=/hall-2024-01.jpeg width=210 height=106>";
        assert_eq!(count(&format!("<em>{picture}{NOTE}</em>")), 0);
        assert_eq!(count(&format!("<i>{picture}</i><i>{NOTE}</i> (<a href=/r>more</a>)")), 0);
    }

    #[test]
    fn a_picture_of_some_size_or_with_a_caption_or_in_upright_text_is_one() {
        let picture = "<img src=/hall-2024-01.jpeg width=210 height=106>";
        assert_eq!(count(&format!("<em><img src=/hall-2024-01.jpeg width=640 height=427>{NOTE}</em>")), 1);
        assert_eq!(count(&format!("<em><img src=/hall-2024-01.jpeg>{NOTE}</em>")), 1, "nothing tells its size");
        assert_eq!(count(&format!("<em>{picture}The Harbour Hall on the evening</em>")), 1);
        assert_eq!(count(&format!("<em>{picture}<br>{NOTE}</em>")), 1);
        assert_eq!(count(&format!("<em>{picture}</em>{NOTE}")), 1);
    }
}
