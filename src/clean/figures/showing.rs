//! What picture an element shows, and where the page offers it.

use super::address;
use super::candidates::{self, ImageCandidate, OfferKind};
use super::names::Words;
use crate::clean::parse;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::tree::{NodeIdx, Tree};
use crate::lexicon;
use scraper::node::Element;
use std::borrow::Cow;

/// The picture that one element shows.
#[derive(Debug)]
pub(super) struct ImageSource<'a> {
    /// Never empty.
    pub offers: Vec<ImageCandidate>,
    pub alt: String,
    /// The element that states its size and its names: the `img`, where there is one.
    pub image: Cow<'a, Element>,
}

impl<'a> ImageSource<'a> {
    /// Whether `element` is of a kind that shows pictures, or has an attribute that tells of one. All others, and nearly
    /// all elements of a page are, show none.
    pub(super) fn is_likely(element: &Element) -> bool {
        match Way::of(element) {
            Some(Way::Box) => is_lazy(element) || backdrop(element).is_some(),
            way => way.is_some(),
        }
    }

    /// What an element shows: an `img` or what takes its place, a `picture`, the `noscript` beside a lazy picture, a
    /// box that a script or a style sheet fills.
    pub(super) fn of(node: NodeIdx, tree: &Tree<'a>) -> Option<Self> {
        let value = tree.element(node)?;
        let alone = |offers: Vec<ImageCandidate>| {
            (!offers.is_empty()).then(|| Self { offers, alt: String::new(), image: Cow::Borrowed(value) })
        };
        let mut source = match Way::of(value)? {
            Way::Image => alone(candidates::offers(value)),
            Way::Picture => Some(picture(node, value, tree)),
            Way::WithoutScripts => without_scripts(node, tree),
            Way::Box => alone(lazy_box(value)),
        }?;
        if source.alt.is_empty() {
            let alt = value
                .attribute("alt")
                .or(value.attribute("data-alt"))
                .or(value.attribute("aria-label"))
                .unwrap_or_default();
            source.alt = alt.to_owned();
        }
        source.alt = source.alt.split_whitespace().collect::<Vec<_>>().join(" ");
        if NO_TEXTS.contains(&source.alt.as_str()) {
            source.alt.clear();
        }
        (!source.offers.is_empty()).then_some(source)
    }
}

/// What programs write for an alternative text that is not there.
const NO_TEXTS: &[&str] = &["null", "undefined", "None", "NaN"];

/// A `picture` with its sources, the `img` in it, and what it shows without scripts.
fn picture<'a>(node: NodeIdx, element: &'a Element, tree: &Tree<'a>) -> ImageSource<'a> {
    let mut source =
        ImageSource { offers: candidates::offers(element), alt: String::new(), image: Cow::Borrowed(element) };
    for at in tree.inside(node).take(MOST_PARTS) {
        let Some(part) = tree.element(at) else { continue };
        match part.name() {
            "source" => source.offers.extend(candidates::offers(part)),
            "img" | "amp-img" => {
                source.offers.extend(candidates::offers(part));
                source.image = Cow::Borrowed(part);
                source.alt = part.attribute("alt").unwrap_or_default().to_owned();
            }
            "noscript" => source.offers.extend(without_scripts(at, tree).into_iter().flat_map(|inner| inner.offers)),
            _ => {}
        }
    }
    source
}

/// How an element may show a picture.
enum Way {
    Image,
    Picture,
    WithoutScripts,
    Box,
}

impl Way {
    fn of(element: &Element) -> Option<Self> {
        Some(match element.name() {
            "img" | "amp-img" | "image" => Self::Image,
            "picture" => Self::Picture,
            "noscript" => Self::WithoutScripts,
            "div" | "span" | "figure" | "a" | "section" | "header" => Self::Box,
            _ => return None,
        })
    }
}

/// How many elements and texts of a `picture` are looked at.
const MOST_PARTS: usize = 80;

/// The picture that is shown where no scripts run. The parser takes what stands in `noscript` for text.
fn without_scripts<'a>(node: NodeIdx, tree: &Tree<'a>) -> Option<ImageSource<'a>> {
    /// In bytes: what is longer is a part of the page for readers without scripts.
    const ENOUGH: usize = 20_000;
    let text = tree.texts(node).next().unwrap_or_default();
    let text = &text[..text.floor_char_boundary(ENOUGH)];
    let inner = if text.contains("<img") { parse::fragment(text) } else { None };
    match &inner {
        Some(fragment) => {
            let shown = first_image(fragment.tree.nodes().filter_map(|node| node.value().as_element()))?;
            Some(ImageSource { offers: shown.offers, alt: shown.alt, image: Cow::Owned(shown.image.into_owned()) })
        }
        None => first_image(tree.inside(node).take(40).filter_map(|at| tree.element(at))),
    }
}

/// The first `img` of some elements, with all that is offered for it.
fn first_image<'e>(elements: impl Iterator<Item = &'e Element>) -> Option<ImageSource<'e>> {
    let mut offers = Vec::new();
    let mut first = None;
    for image in elements.filter(|element| matches!(element.name(), "img" | "source")) {
        offers.extend(candidates::offers(image));
        first = first.or((image.name() == "img").then_some(image));
    }
    let image = first?;
    let alt = image.attribute("alt").unwrap_or_default().to_owned();
    Some(ImageSource { offers, alt, image: Cow::Borrowed(image) })
}

/// The picture of a box that a script or a style sheet would fill: `data-src`, a CSS background.
fn lazy_box(element: &Element) -> Vec<ImageCandidate> {
    let mut offers = if is_lazy(element) { candidates::offers(element) } else { Vec::new() };
    let is_box = || Words::of(element).has_one_of(&lexicon::FIGURES_PICTURE_BOXES);
    if let Some(background) = backdrop(element)
        && is_box()
        && !candidates::is_placeholder(background)
    {
        let width = address::width(background);
        offers.push(ImageCandidate { address: background.to_owned(), width, mime: None, kind: OfferKind::Shown });
    }
    offers
}

/// Whether an attribute is called as those are that scripts take a picture from.
fn is_lazy(element: &Element) -> bool {
    let says_so =
        |name: &str| name.starts_with("data-") && ["src", "bg", "background"].iter().any(|w| name.contains(w));
    element.name() != "a" && element.attrs().any(|(name, value)| says_so(name) && !value.contains('{'))
}

/// The address of the picture that the element's own style puts behind it.
fn backdrop(element: &Element) -> Option<&str> {
    element.attribute("style").and_then(background)
}

/// The address in `background-image: url(...)`.
fn background(style: &str) -> Option<&str> {
    let at = style.find("background")?;
    let (_, rest) = style[at..].split_once("url(")?;
    let rest = rest.trim_start();
    let address = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest[1..].split(quote).next()?,
        _ => rest.split(')').next()?,
    };
    Some(address.trim()).filter(|address| !address.is_empty())
}
