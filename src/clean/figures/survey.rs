//! One walk over the page: which pictures it shows where, and how many words and pictures each element holds.

use super::candidates::{Offer, OfferKind};
use super::names::Words;
use super::showing::Showing;
use super::{address, content, lead, teaser};
use crate::clean::attributes::Attributes;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use rustc_hash::FxHashMap;
use scraper::{ElementRef, Html, Node};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// All that one walk tells of a page.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    /// The content pictures, in page order; each picture once.
    pub pictures: Vec<Shown<'a>>,
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
    /// Whether words stand on it: a box whose background it is.
    pub is_backdrop: bool,
    /// Whether it belongs to a card that leads to another page.
    pub is_teaser: bool,
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

/// What is known at a point of the walk from the elements around it.
#[derive(Debug, Clone, Copy, Default)]
struct Context<'a> {
    in_furniture: bool,
    in_body: bool,
    in_figure: bool,
    in_hero: bool,
    link: Option<&'a str>,
}

impl Shown<'_> {
    /// The elements that show the picture.
    pub fn elements(&self) -> impl Iterator<Item = NodeId> {
        std::iter::once(self.element.id()).chain(self.twins.iter().map(|twin| twin.element.id()))
    }
}

impl<'a> Survey<'a> {
    pub fn of(document: &'a Html, body: &[ElementRef], headline: Option<&str>, page: Option<&Url>) -> Self {
        let mut survey = Survey {
            pictures: Vec::new(),
            extents: FxHashMap::default(),
            body: body.iter().map(|element| element.id()).collect(),
            around_body: body.iter().flat_map(|element| element.ancestors().map(|node| node.id())).collect(),
            body_extent: (usize::MAX, 0),
            headline: None,
            ornaments: BTreeSet::new(),
        };
        survey.measure(document);
        survey.find_headline(document, headline);
        survey.find_pictures(document);
        survey.keep_bare_ornaments(document);
        for at in 0..survey.pictures.len() {
            survey.pictures[at].is_teaser = teaser::leads_elsewhere(survey.pictures[at].element, &survey, page);
        }
        survey
    }

    /// First walk: how many characters of text every element holds, and where it stands.
    fn measure(&mut self, document: &'a Html) {
        let (mut place, mut characters) = (0, 0);
        let mut silent = 0_usize;
        for edge in document.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    place += 1;
                    match node.value() {
                        Node::Element(element) => {
                            silent += usize::from(is_silent(element.name()));
                            self.extents.insert(node.id(), Extent { place, before: characters, ..Extent::default() });
                        }
                        Node::Text(text) if silent == 0 => {
                            characters += length(text);
                        }
                        _ => {}
                    }
                }
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        silent -= usize::from(is_silent(element.name()));
                        if let Some(extent) = self.extents.get_mut(&node.id()) {
                            extent.characters = characters - extent.before;
                            extent.end = place;
                            if self.body.contains(&node.id()) {
                                self.body_extent.0 = self.body_extent.0.min(extent.place);
                                self.body_extent.1 = self.body_extent.1.max(extent.end);
                            }
                        }
                    }
                }
            }
        }
    }

    fn find_headline(&mut self, document: &'a Html, headline: Option<&str>) {
        let wanted: Option<String> = headline.map(squeezed);
        let mut first = None;
        for node in document.tree.root().descendants() {
            let Some(element) = ElementRef::wrap(node).filter(|element| matches!(element.value().name(), "h1" | "h2"))
            else {
                continue;
            };
            let extent = self.extent(element.id());
            let place = Headline { place: extent.place, before: extent.before };
            let says_it = || squeezed(&element.text().take(20).collect::<String>());
            if wanted.as_ref().is_some_and(|wanted| *wanted == says_it()) {
                self.headline = Some(place);
                return;
            }
            if element.value().name() == "h1" && first.is_none() {
                first = Some(place);
            }
        }
        self.headline = first;
    }

    /// Second walk: the pictures, with what stands around each.
    fn find_pictures(&mut self, document: &'a Html) {
        let mut by_identity: BTreeMap<String, usize> = BTreeMap::new();
        let mut contexts: Vec<Context<'a>> = vec![Context::default()];
        let mut passed_over: Option<NodeId> = None;
        let mut words = Words::default();
        let whole_body: usize = self.body.iter().map(|id| self.extent(*id).characters).sum();
        for edge in document.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    if passed_over.is_some() {
                        continue;
                    }
                    let Some(element) = ElementRef::wrap(node) else { continue };
                    let outer = contexts.last().copied().unwrap_or_default();
                    let context = self.context(element, outer, whole_body, &mut words);
                    contexts.push(context);
                    if let Some(id) = self.extents.get_mut(&node.id()) {
                        id.pictures = self.pictures.len();
                    }
                    if let Some(found) = self.picture_at(element, context) {
                        let passes_over = matches!(element.value().name(), "picture" | "noscript");
                        self.add(found, &mut by_identity);
                        if passes_over {
                            passed_over = Some(node.id());
                        }
                    } else if matches!(element.value().name(), "picture" | "script" | "template" | "head") {
                        passed_over = Some(node.id());
                    }
                }
                Edge::Close(node) => {
                    if passed_over.is_some_and(|id| id != node.id()) {
                        continue;
                    }
                    passed_over = None;
                    if node.value().is_element() {
                        contexts.pop();
                        let count = self.pictures.len();
                        if let Some(extent) = self.extents.get_mut(&node.id()) {
                            extent.pictures = count - extent.pictures;
                        }
                    }
                }
            }
        }
    }

    /// Leaves among the figures with ornaments those that hold nothing to be seen or read beside them.
    fn keep_bare_ornaments(&mut self, document: &'a Html) {
        let showing: BTreeSet<NodeId> = self.pictures.iter().flat_map(Shown::elements).collect();
        let extents = &self.extents;
        let is_bare = |figure: &NodeId| {
            extents.get(figure).is_some_and(|extent| extent.characters <= LONGEST_OF_ORNAMENT)
                && document.tree.get(*figure).is_some_and(|figure| {
                    figure.descendants().all(|inner| {
                        let name = inner.value().as_element().map_or("", |element| element.name());
                        !showing.contains(&inner.id()) && !MATTER.contains(&name)
                    })
                })
        };
        self.ornaments.retain(is_bare);
    }

    /// `words` are whatever they were; used for the names of the element, they spare a place to put them each time.
    fn context(
        &self,
        element: ElementRef<'a>,
        outer: Context<'a>,
        whole_body: usize,
        words: &mut Words,
    ) -> Context<'a> {
        let value = element.value();
        let mut context = outer;
        context.in_body |= self.body.contains(&element.id());
        let holds_much = self.extent(element.id()).characters * 2 > whole_body && whole_body > 0;
        // A body of many elements may have furniture among them; one element is the body, whatever it is called.
        let is_body = self.body.len() == 1 && self.body.contains(&element.id());
        let is_around = self.around_body.contains(&element.id()) || is_body || holds_much;
        let is_settled = context.in_furniture && context.in_hero;
        let is_looked_at = !is_around && !is_settled;
        if is_looked_at {
            words.become_those_of(value);
        }
        if is_looked_at && !context.in_furniture {
            context.in_furniture = content::is_furniture(value, words);
        }
        match value.name() {
            "figure" => context.in_figure = true,
            "a" => context.link = value.attribute("href").or(context.link),
            "article" | "main" => context.in_figure = false,
            _ => {}
        }
        if is_looked_at && !context.in_hero {
            context.in_hero = lead::is_named_hero(words);
        }
        context
    }

    fn picture_at(&mut self, element: ElementRef<'a>, context: Context<'a>) -> Option<Shown<'a>> {
        if context.in_furniture {
            return None;
        }
        let Showing { mut offers, alt, image } = Showing::of(element)?;
        if content::is_ornament(&image, &offers, context.in_figure) {
            let around =
                element.ancestors().filter_map(ElementRef::wrap).find(|around| around.value().name() == "figure");
            self.ornaments.extend(around.filter(|_| context.in_figure && context.in_body).map(|figure| figure.id()));
            return None;
        }
        let link = context.link.filter(|target| !target.starts_with('#'));
        let (full, link) = match link {
            Some(target) if address::names_a_picture(target) => (Some(target), None),
            other => (None, other),
        };
        if let Some(target) = full {
            let is_same = address::identity(target) == address::identity(&offers.first()?.address);
            if is_same || context.in_figure {
                let width = address::width(target);
                offers.push(Offer { address: target.to_owned(), width, mime: None, kind: OfferKind::Full });
            }
        }
        let is_box = !matches!(element.value().name(), "img" | "amp-img" | "image" | "picture" | "noscript" | "figure");
        Some(Shown {
            element,
            place: self.extent(element.id()).place,
            identity: address::identity(&offers.first()?.address),
            offers,
            alt,
            twins: Vec::new(),
            in_body: context.in_body,
            link,
            in_figure: context.in_figure,
            in_hero: context.in_hero,
            is_backdrop: is_box && self.characters(element.id()) > 0,
            is_teaser: false,
        })
    }

    /// Adds a picture, or another place of one that is there already.
    fn add(&mut self, found: Shown<'a>, by_identity: &mut BTreeMap<String, usize>) {
        if let Some(&first) = by_identity.get(&found.identity) {
            let first = &mut self.pictures[first];
            first.offers.extend(found.offers);
            if first.alt.is_empty() {
                first.alt = found.alt;
            }
            if found.in_body && !first.in_body {
                // Where it stands in the body is its place; the other was a gallery's or the lead's.
                let other = std::mem::replace(&mut first.element, found.element);
                first.twins.push(Twin { element: other, in_body: false });
                (first.place, first.in_body, first.in_figure, first.link) =
                    (found.place, true, found.in_figure, found.link);
            } else {
                first.twins.push(Twin { element: found.element, in_body: found.in_body });
            }
            return;
        }
        for identity in found.offers.iter().map(|offer| address::identity(&offer.address)) {
            by_identity.entry(identity).or_insert(self.pictures.len());
        }
        self.pictures.push(found);
    }

    fn extent(&self, id: NodeId) -> Extent {
        self.extents.get(&id).copied().unwrap_or_default()
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

/// In characters; who writes more below an icon writes of something else.
const LONGEST_OF_ORNAMENT: usize = 420;

/// What else a `figure` may be there for.
const MATTER: &[&str] =
    &["audio", "blockquote", "canvas", "code", "iframe", "li", "math", "object", "pre", "svg", "table", "video"];

/// Elements whose text nobody reads.
fn is_silent(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "template" | "svg" | "head" | "textarea" | "select")
}

/// The bytes of a text that are no white space.
fn length(text: &str) -> usize {
    if text.is_ascii() {
        // As `char::is_whitespace`; counted many bytes at a time.
        text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'..=b'\r')).count()
    } else {
        text.split_whitespace().map(str::len).sum()
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(html: &str) -> Vec<Vec<String>> {
        let document = Html::parse_document(html);
        let survey = Survey::of(&document, &[], None, None);
        let pictures = survey.pictures.iter();
        pictures.map(|picture| picture.offers.iter().map(|offer| offer.address.clone()).collect()).collect()
    }

    #[test]
    fn a_noscript_twin_is_the_same_picture() {
        let found = addresses(
            "<p><img src='data:image/gif;base64,R0lGOD' data-src=/tide-gate-2024.jpg><noscript><img src=/tide-gate-2024.jpg></noscript>",
        );
        assert_eq!(found.len(), 1);
        let found = addresses("<div><noscript><img src=/tide-gate-2024.jpg></noscript></div>");
        assert_eq!(found, [["/tide-gate-2024.jpg"]]);
    }

    #[test]
    fn a_background_counts_where_the_box_is_named_for_a_picture() {
        let html = |class| format!("<div class={class} style=\"background-image: url('/tide-gate-2024.jpg')\"></div>");
        assert_eq!(addresses(&html("hero")), [["/tide-gate-2024.jpg"]]);
        assert_eq!(addresses(&html("column")), Vec::<Vec<String>>::new());
    }

    #[test]
    fn the_address_in_any_lazy_attribute_is_found() {
        for attribute in ["data-src", "data-original", "data-lazy-src", "datasrc", "data-platform-src"] {
            let html = format!("<img src=/spacer.gif {attribute}=/tide-gate-2024.jpg>");
            assert_eq!(addresses(&html), [["/tide-gate-2024.jpg"]], "{attribute}");
        }
    }

    #[test]
    fn what_a_part_of_the_page_is_called_keeps_its_pictures_out() {
        assert!(addresses("<div class=related-stories><img src=/tide-gate-2024.jpg></div>").is_empty());
        assert!(addresses("<nav><img src=/tide-gate-2024.jpg></nav>").is_empty());
    }
}
