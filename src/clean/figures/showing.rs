//! What picture an element shows, and where the page offers it.

use super::address;
use super::candidates::{self, Offer, OfferKind};
use super::names::Words;
use crate::clean::attributes::Attributes;
use crate::clean::parse;
use crate::lexicon;
use scraper::ElementRef;
use scraper::node::Element;

/// The picture that one element shows.
#[derive(Debug)]
pub(super) struct Showing {
    /// Never empty.
    pub offers: Vec<Offer>,
    pub alt: String,
    /// The element that states its size and its names: the `img`, where there is one.
    pub image: Element,
}

impl Showing {
    /// Whether `element` is of a kind that shows pictures, or has an attribute that tells of one. All others, and nearly
    /// all elements of a page are, show none.
    pub fn is_likely(element: ElementRef) -> bool {
        let value = element.value();
        match Way::of(value) {
            Some(Way::Box) => is_lazy(value) || backdrop(value).is_some(),
            way => way.is_some(),
        }
    }

    /// What `element` shows: an `img` or what takes its place, a `picture`, the `noscript` beside a lazy picture, a
    /// box that a script or a style sheet fills.
    pub fn of(element: ElementRef) -> Option<Self> {
        let value = element.value();
        let alone = |offers: Vec<Offer>| {
            (!offers.is_empty()).then(|| Self { offers, alt: String::new(), image: value.clone() })
        };
        let mut showing = match Way::of(value)? {
            Way::Image => alone(candidates::offers(value)),
            Way::Picture => Some(picture(element)),
            Way::WithoutScripts => without_scripts(element),
            Way::Box => alone(lazy_box(value)),
        }?;
        if showing.alt.is_empty() {
            let alt = value
                .attribute("alt")
                .or(value.attribute("data-alt"))
                .or(value.attribute("aria-label"))
                .unwrap_or_default();
            showing.alt = alt.to_owned();
        }
        showing.alt = showing.alt.split_whitespace().collect::<Vec<_>>().join(" ");
        if NO_TEXTS.contains(&showing.alt.as_str()) {
            showing.alt.clear();
        }
        (!showing.offers.is_empty()).then_some(showing)
    }
}

/// What programs write for an alternative text that is not there.
const NO_TEXTS: &[&str] = &["null", "undefined", "None", "NaN"];

/// A `picture` with its sources, the `img` in it, and what it shows without scripts.
fn picture(element: ElementRef) -> Showing {
    let mut showing =
        Showing { offers: candidates::offers(element.value()), alt: String::new(), image: element.value().clone() };
    for part in element.descendants().skip(1).take(MOST_PARTS).filter_map(ElementRef::wrap) {
        match part.value().name() {
            "source" => showing.offers.extend(candidates::offers(part.value())),
            "img" | "amp-img" => {
                showing.offers.extend(candidates::offers(part.value()));
                showing.image = part.value().clone();
                showing.alt = part.value().attribute("alt").unwrap_or_default().to_owned();
            }
            "noscript" => showing.offers.extend(without_scripts(part).into_iter().flat_map(|inner| inner.offers)),
            _ => {}
        }
    }
    showing
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

/// How many elements of a `picture` are looked at.
const MOST_PARTS: usize = 80;

/// The picture that is shown where no scripts run. The parser takes what stands in `noscript` for text.
fn without_scripts(element: ElementRef) -> Option<Showing> {
    /// In bytes: what is longer is a part of the page for readers without scripts.
    const ENOUGH: usize = 20_000;
    let text = element.text().next().unwrap_or_default();
    let text = &text[..text.floor_char_boundary(ENOUGH)];
    let mut offers = Vec::new();
    let mut alt = String::new();
    let inner = if text.contains("<img") { parse::fragment(text) } else { None };
    let parsed: Vec<&Element> = match &inner {
        Some(fragment) => fragment.tree.nodes().filter_map(|node| node.value().as_element()).collect(),
        None => element.descendants().skip(1).take(40).filter_map(|node| node.value().as_element()).collect(),
    };
    let mut shown = None;
    for image in parsed.into_iter().filter(|element| matches!(element.name(), "img" | "source")) {
        offers.extend(candidates::offers(image));
        if image.name() == "img" && shown.is_none() {
            alt = image.attribute("alt").unwrap_or_default().to_owned();
            shown = Some(image.clone());
        }
    }
    shown.map(|image| Showing { offers, alt, image })
}

/// The picture of a box that a script or a style sheet would fill: `data-src`, a CSS background.
fn lazy_box(element: &Element) -> Vec<Offer> {
    let mut offers = if is_lazy(element) { candidates::offers(element) } else { Vec::new() };
    let is_box = || Words::of(element).has_one_of(&lexicon::FIGURES_PICTURE_BOXES);
    if let Some(background) = backdrop(element)
        && is_box()
        && !candidates::is_placeholder(background)
    {
        let width = address::width(background);
        offers.push(Offer { address: background.to_owned(), width, mime: None, kind: OfferKind::Shown });
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
