//! Small pictures in notes of the house: who the author is, who paid for the report, where the debate was held.
//!
//! Such a note is set in italics from end to end, and what floats at its head is a portrait or a sponsor's logo.

use super::candidates::declared;
use super::measures::PageMeasures;
use super::sightings::Sighting;
use crate::clean::view::measures::Chars;
use crate::clean::view::tree::{NodeIdx, Tree};

/// Whether `picture` is small and floats in a paragraph of some length that is in italics throughout.
///
/// A caption in italics is shorter, or begins on a line of its own.
pub(super) fn is_in_one(picture: &Sighting, measures: &PageMeasures) -> bool {
    let tree = measures.tree;
    let mut around = tree.ancestors(picture.element).take(HIGHEST);
    let Some(paragraph) = around.find(|around| tree.name(*around) == "p") else { return false };
    let length = |side| declared(tree.element(picture.element)?, side);
    let is_small = |side| length(side).is_some_and(|length| length <= LARGEST);
    is_small("width")
        && is_small("height")
        && measures.text_in(paragraph) >= SHORTEST
        && tree.ancestors(picture.element).take(HIGHEST).any(|around| is_italic(around, tree))
        && !stands_on_a_line(picture.element, tree)
        && is_in_italics(paragraph, measures)
}

/// How many elements up the paragraph is: a link, italics and bold type may lie between.
const HIGHEST: usize = 5;
/// In CSS pixels: portraits and logos beside a few lines of text are no larger.
const LARGEST: f64 = 250.0;
/// Two or three lines.
const SHORTEST: Chars = Chars(160);
/// Of the text of a paragraph in italics; a name or a title may be set upright in it.
const LEAST_SHARE: f64 = 0.85;

fn is_italic(element: NodeIdx, tree: &Tree) -> bool {
    matches!(tree.name(element), "em" | "i")
}

fn stands_on_a_line(picture: NodeIdx, tree: &Tree) -> bool {
    let is_blank = |node: &NodeIdx| tree.own_text(*node).is_some_and(|text| text.trim().is_empty());
    tree.siblings_behind(picture).find(|next| !is_blank(next)).is_some_and(|next| tree.name(next) == "br")
}

fn is_in_italics(paragraph: NodeIdx, measures: &PageMeasures) -> bool {
    let tree = measures.tree;
    let italics = tree.inside(paragraph).filter(|inner| is_italic(*inner, tree));
    // Italics within italics are counted with the outer ones.
    let outermost = italics.filter(|one| {
        !tree.ancestors(*one).take_while(|around| *around != paragraph).any(|around| is_italic(around, tree))
    });
    let text: Chars = outermost.map(|one| measures.text_in(one)).sum();
    f64::from(text.0) >= LEAST_SHARE * f64::from(measures.text_in(paragraph).0)
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
