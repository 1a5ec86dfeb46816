//! Several pictures in one figure: they share its caption and its credit.

use super::frame::Frame;
use super::survey::Survey;
use super::wording::rule::Whence;
use super::wording::{Credited, Wording};
use crate::clean::addresses::Addresses;
use ego_tree::NodeId;
use scraper::ElementRef;
use std::collections::{BTreeMap, BTreeSet};

/// A picture of the body with its words, before it becomes a figure.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// The element that shows it.
    pub element: ElementRef<'a>,
    pub wording: Wording,
}

/// Gives the pictures that stand in one `figure` the words of that figure: the caption to the last, below which
/// it is read, the credit to all that have none. Returns the elements whose words were given.
pub(super) fn share(
    found: &mut [Found],
    survey: &Survey,
    pictures: &BTreeSet<NodeId>,
    addresses: &Addresses,
) -> Vec<NodeId> {
    let mut by_figure: BTreeMap<NodeId, (ElementRef, Vec<usize>)> = BTreeMap::new();
    for (at, one) in found.iter().enumerate() {
        let around = one.element.ancestors().take(HIGHEST).filter_map(ElementRef::wrap);
        if let Some(figure) = { around }.find(|ancestor| ancestor.value().name() == "figure") {
            by_figure.entry(figure.id()).or_insert((figure, Vec::new())).1.push(at);
        }
    }
    let mut spent = Vec::new();
    for (figure, members) in by_figure.into_values().filter(|(_, members)| members.len() > 1) {
        let Some(&last) = members.last() else { continue };
        if found[last].wording.is_empty()
            && let Some(caption) = own_caption(figure, survey)
        {
            let frame = Frame { root: caption, annexes: Vec::new() };
            found[last].wording = Wording::of(&frame, pictures, addresses).from(Whence::Gallery);
            spent.push(caption.id());
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
fn own_caption<'a>(figure: ElementRef<'a>, survey: &Survey) -> Option<ElementRef<'a>> {
    let inner = figure.descendants().skip(1).take(200).filter_map(ElementRef::wrap);
    let of_figure = |caption: &ElementRef| {
        let around = caption.ancestors().filter_map(ElementRef::wrap).find(|around| around.value().name() == "figure");
        around.is_some_and(|around| around.id() == figure.id())
    };
    { inner }
        .find(|inner| inner.value().name() == "figcaption" && survey.pictures_in(inner.id()) == 0 && of_figure(inner))
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
