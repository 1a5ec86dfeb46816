//! The pictures that a page shows, each where it is sighted first and where again.
//!
//! One walk over the page finds them ([`walk`]).

mod walk;

use super::candidates::ImageCandidate;
use super::measures::PageMeasures;
use super::refusal::{Refusal, Refused};
use crate::clean::view::tree::NodeIdx;
use std::collections::BTreeSet;

/// The pictures of a page.
#[derive(Debug, Default)]
pub(super) struct PictureSightings<'a> {
    /// The content pictures, in page order; each picture once.
    pub pictures: Vec<Sighting<'a>>,
    /// The others.
    pub refused: Vec<Refused>,
    /// The `figure`s of the body that show an icon or another ornament, and nothing else.
    pub ornaments: BTreeSet<NodeIdx>,
    /// The elements at which the pictures were met first, in page order.
    met: Vec<NodeIdx>,
}

/// A picture as the page shows it.
#[derive(Debug)]
pub(super) struct Sighting<'a> {
    /// The element that shows it: `img`, `picture`, or what a script would put one into.
    pub element: NodeIdx,
    pub offers: Vec<ImageCandidate>,
    pub identity: String,
    pub alt: String,
    /// Other elements that show it too: smaller, for other screens, or without scripts.
    pub duplicates: Vec<DuplicateSighting>,
    pub in_body: bool,
    /// The target of the link around it, where that is no picture.
    pub link: Option<&'a str>,
    pub in_figure: bool,
    /// Whether a box around it is named as the page's lead picture is: hero, featured, lead.
    pub in_hero: bool,
    pub in_aside: bool,
    /// Whether words stand on it: a box whose background it is.
    pub is_backdrop: bool,
    /// Why it is none of the article's, wherever it stands: it belongs to the card of another, it shows the author, it is
    /// for other screens.
    pub refusal: Option<Refusal>,
}

/// A second place of the same picture.
#[derive(Debug)]
pub(super) struct DuplicateSighting {
    pub element: NodeIdx,
    pub in_body: bool,
}

impl Sighting<'_> {
    /// The elements that show the picture.
    pub(super) fn elements(&self) -> impl Iterator<Item = NodeIdx> {
        std::iter::once(self.element).chain(self.duplicates.iter().map(|duplicate| duplicate.element))
    }
}

impl PictureSightings<'_> {
    /// The elements that show content pictures.
    pub(super) fn elements(&self) -> BTreeSet<NodeIdx> {
        self.pictures.iter().flat_map(Sighting::elements).collect()
    }

    /// How many content pictures an element holds that did not stand before it.
    pub(super) fn pictures_in(&self, element: NodeIdx, measures: &PageMeasures) -> usize {
        let until = |end: NodeIdx| self.met.partition_point(|met| *met < end);
        until(measures.tree.end(element)) - until(element)
    }
}
