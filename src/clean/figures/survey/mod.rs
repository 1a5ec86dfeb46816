//! Which pictures a page shows where, and how many words and pictures each of its elements holds.
//!
//! Two walks over the page tell it: [`measure`] counts what is written, [`walk`] finds what is shown.

mod measure;
mod walk;

use super::candidates::Offer;
use super::refusal::{Refusal, Refused};
use crate::clean::metadata::Metadata;
use ego_tree::NodeId;
use rustc_hash::{FxBuildHasher, FxHashMap};
use scraper::{ElementRef, Html};
use std::collections::BTreeSet;
use url::Url;

/// All that the walks tell of a page.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    /// The content pictures, in page order; each picture once.
    pub pictures: Vec<Shown<'a>>,
    /// The others.
    pub refused: Vec<Refused>,
    /// All elements, in page order.
    elements: Vec<ElementRef<'a>>,
    /// Looked up, never walked: its order does not matter.
    extents: FxHashMap<NodeId, Extent>,
    /// The elements that the body is made of.
    body: BTreeSet<NodeId>,
    /// The elements around those.
    around_body: BTreeSet<NodeId>,
    /// Where the body begins and ends, as places in page order.
    pub body_extent: (usize, usize),
    /// Where the headline stands.
    pub headline: Option<Headline>,
    /// The `figure`s of the body that show an icon or another ornament, and nothing else.
    pub ornaments: BTreeSet<NodeId>,
}

/// Where the headline stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headline {
    pub place: usize,
    /// How many characters of text stand before it.
    pub before: usize,
}

/// A picture as the page shows it.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    /// The element that shows it: `img`, `picture`, or what a script would put one into.
    pub element: ElementRef<'a>,
    /// Its place in page order.
    pub place: usize,
    pub offers: Vec<Offer>,
    pub identity: String,
    pub alt: String,
    /// Other elements that show it too: smaller, for other screens, or without scripts.
    pub twins: Vec<Twin<'a>>,
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
pub(super) struct Twin<'a> {
    pub element: ElementRef<'a>,
    pub in_body: bool,
}

/// What an element holds.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    place: usize,
    end: usize,
    before: usize,
    characters: usize,
    pictures: usize,
}

impl Shown<'_> {
    /// The elements that show the picture.
    pub fn elements(&self) -> impl Iterator<Item = NodeId> {
        std::iter::once(self.element.id()).chain(self.twins.iter().map(|twin| twin.element.id()))
    }
}

impl<'a> Survey<'a> {
    pub fn of(document: &'a Html, body: &[ElementRef], metadata: &Metadata, page: Option<&Url>) -> Self {
        let mut survey = Survey {
            pictures: Vec::new(),
            refused: Vec::new(),
            // Half of the nodes of most pages are elements.
            elements: Vec::with_capacity(document.tree.nodes().len() / 2),
            extents: FxHashMap::with_capacity_and_hasher(document.tree.nodes().len() / 2, FxBuildHasher),
            body: body.iter().map(|element| element.id()).collect(),
            around_body: body.iter().flat_map(|element| element.ancestors().map(|node| node.id())).collect(),
            body_extent: (usize::MAX, 0),
            headline: None,
            ornaments: BTreeSet::new(),
        };
        survey.measure(document);
        survey.find_headline(metadata.headline.as_deref());
        survey.find_pictures(page);
        survey.keep_bare_ornaments(document);
        survey
    }

    fn extent(&self, id: NodeId) -> Extent {
        self.extents.get(&id).copied().unwrap_or_default()
    }

    /// The elements that begin behind a place, in page order.
    pub fn elements_behind(&self, place: usize) -> &[ElementRef<'a>] {
        let start = self.elements.partition_point(|element| self.place(element.id()) <= place);
        &self.elements[start..]
    }

    /// The place of an element in page order.
    pub fn place(&self, id: NodeId) -> usize {
        self.extent(id).place
    }

    /// The place of the last node inside an element.
    pub fn end(&self, id: NodeId) -> usize {
        self.extent(id).end
    }

    /// How many characters of text stand before an element.
    pub fn characters_before(&self, id: NodeId) -> usize {
        self.extent(id).before
    }

    /// How many characters of text an element holds, white space left out.
    pub fn characters(&self, id: NodeId) -> usize {
        self.extent(id).characters
    }

    /// How many characters of the body's text stand before an element of the body.
    pub fn characters_in_body_before(&self, id: NodeId) -> usize {
        let place = self.extent(id).place;
        let parts = self.body.iter().map(|part| self.extent(*part)).filter(|part| part.place < place);
        parts.map(|part| part.characters.min(self.extent(id).before.saturating_sub(part.before))).sum()
    }

    /// How many content pictures an element holds that did not stand before it.
    pub fn pictures_in(&self, id: NodeId) -> usize {
        self.extent(id).pictures
    }

    /// Whether an element lies around one of those that make up the body.
    pub fn is_around_body(&self, id: NodeId) -> bool {
        self.around_body.contains(&id)
    }
}
