//! Several pictures in one figure: they share its caption and its credit.

use super::frame::{Frame, Framing};
use super::wording::rule::Whence;
use super::wording::{Credited, Wording};
use crate::clean::view::addresses::Addresses;
use crate::clean::view::tree::NodeIdx;
use std::collections::{BTreeMap, BTreeSet};

/// A picture of the body with its words, before it becomes a figure.
#[derive(Debug)]
pub(super) struct Found {
    /// The element that shows it.
    pub element: NodeIdx,
    pub wording: Wording,
}

/// Gives the pictures that stand in one `figure` the words of that figure: the caption to the last, below which
/// it is read, the credit to all that have none. Returns the elements whose words were given.
pub(super) fn share(
    found: &mut [Found],
    framing: Framing,
    pictures: &BTreeSet<NodeIdx>,
    addresses: &Addresses,
) -> Vec<NodeIdx> {
    let tree = framing.measures.tree;
    let mut by_figure: BTreeMap<NodeIdx, Vec<usize>> = BTreeMap::new();
    for (at, one) in found.iter().enumerate() {
        let mut around = tree.ancestors(one.element).take(HIGHEST);
        if let Some(figure) = around.find(|around| tree.name(*around) == "figure") {
            by_figure.entry(figure).or_default().push(at);
        }
    }
    let mut spent = Vec::new();
    for (figure, members) in by_figure.into_iter().filter(|(_, members)| members.len() > 1) {
        let Some(&last) = members.last() else { continue };
        if found[last].wording.is_empty()
            && let Some(caption) = own_caption(figure, framing)
        {
            let frame = Frame { root: caption, annexes: Vec::new() };
            found[last].wording = Wording::of(&frame, tree, pictures, addresses).from(Whence::Gallery);
            spent.push(caption);
        }
        let credit = found[last].wording.credit.clone().map(|credit| Credited { whence: Whence::Gallery, ..credit });
        for member in members {
            let wording = &mut found[member].wording;
            // Who has a caption has it from an element of their own, and may well have no credit.
            if wording.is_empty() {
                wording.credit.clone_from(&credit);
            }
        }
    }
    spent
}

/// How many elements up the figure may be.
const HIGHEST: usize = 8;

/// The caption of the figure as a whole.
fn own_caption(figure: NodeIdx, framing: Framing) -> Option<NodeIdx> {
    let tree = framing.measures.tree;
    let is_of_figure =
        |caption: NodeIdx| tree.ancestors(caption).find(|around| tree.name(*around) == "figure") == Some(figure);
    let holds_no_picture = |caption| framing.sightings.pictures_in(caption, framing.measures) == 0;
    let mut captions = tree.inside(figure).take(200).filter(|inner| tree.name(*inner) == "figcaption");
    captions.find(|caption| holds_no_picture(*caption) && is_of_figure(*caption))
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn two_pictures_in_one_figure_share_its_credit() {
        for pictures in [
            "<img src=/ferry-in-march.jpg><img src=/ferry-in-june.jpg>",
            "<div><div><img src=/ferry-in-march.jpg></div><div><img src=/ferry-in-june.jpg></div></div>",
        ] {
            let found = figures(&format!(
                "<main>{TEXT}<figure>{pictures}<figcaption>Before and after. <span class=credit>Ines Okafor</span></figcaption></figure>{TEXT}</main>"
            ));
            let seen: Vec<_> = found.iter().map(|one| (one.caption.as_str(), one.credit.as_deref())).collect();
            assert_eq!(seen, [("", Some("Ines Okafor")), ("Before and after.", Some("Ines Okafor"))]);
        }
    }

    #[test]
    fn the_slides_of_a_gallery_keep_their_own_words() {
        let found = figures(&format!(
            "<main>{TEXT}<div class=gallery><figure><img src=/ferry-in-march.jpg><figcaption>March (Ines Okafor / AP)</figcaption></figure>\
             <figure><img src=/ferry-in-june.jpg><figcaption>June</figcaption></figure></div>{TEXT}</main>"
        ));
        let seen: Vec<_> = found.iter().map(|one| (one.caption.as_str(), one.credit.as_deref())).collect();
        assert_eq!(seen, [("March", Some("Ines Okafor / AP")), ("June", None)]);
    }
}
