//! Captions and credits that stand in attributes, where the page's scripts show them from.

use super::caption;
use super::credit;
use super::credit::rule::CreditRule;
use super::wording::rule::CaptionRule;
use super::wording::{Caption, Credited, Wording};
use crate::article::{Credit, Found, Inline};
use crate::clean::parse;
use crate::clean::view::addresses::Addresses;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::tree::{NodeIdx, Tree};
use scraper::node::Element;

/// What the attributes of a picture and of the elements around it state, up to `root`.
pub(super) fn wording(picture: NodeIdx, root: NodeIdx, tree: &Tree, addresses: &Addresses) -> Wording {
    let mut found = Wording::default();
    for around in std::iter::once(picture).chain(tree.ancestors(picture)).take(HIGHEST) {
        if let Some(element) = tree.element(around) {
            found = found.filled_from(of(element, addresses));
        }
        if around == root {
            break;
        }
    }
    // `picture` keeps what it states in its `img`.
    let image =
        tree.inside(picture).take(40).filter_map(|inner| tree.element(inner)).find(|inner| inner.name() == "img");
    match image {
        Some(image) => found.filled_from(of(image, addresses)),
        None => found,
    }
}

/// How many elements up are looked at.
const HIGHEST: usize = 12;

fn of(element: &Element, addresses: &Addresses) -> Wording {
    let stated = |names: &[&'static str]| {
        let values = names.iter().filter_map(|name| Some((*name, element.attribute(name)?.trim())));
        { values }.find(|(_, value)| !value.is_empty() && value.len() < 4_000 && !value.starts_with(['{', '[']))
    };
    let mut wording = Wording::default();
    if let Some((name, text)) = stated(CAPTIONS) {
        let inlines = in_markup(text, addresses);
        let words = caption::words(&inlines);
        let rule = CaptionRule::Attribute(name);
        match credit::part(&words) {
            Some(parted) => {
                wording.caption = Caption::new(caption::cut(&inlines, parted.caption.clone()), rule);
                wording.credit = Some(Credited::new(parted.into_credit(Found::Attribute)));
            }
            // "true", "caption-3": settings of scripts.
            None if words.split_whitespace().count() >= 3 => wording.caption = Caption::new(inlines, rule),
            None => {}
        }
    }
    if let Some((attribute, text)) = stated(CREDITS) {
        let words = caption::words(&in_markup(text, addresses));
        let rule = CreditRule::Attribute(attribute);
        wording.credit = credit::marked(&words)
            .filter(|name| !matches!(name.as_str(), "true" | "false" | "null"))
            .map(|name| Credited::new((Credit::printed(name, Found::Attribute, rule.trust()), rule)))
            .or(wording.credit);
    }
    wording
}

/// Attributes for captions: of galleries and lightboxes.
const CAPTIONS: &[&str] =
    &["data-caption", "data-image-caption", "data-caption-text", "data-lightbox-caption", "data-desc"];

/// Attributes for credits.
const CREDITS: &[&str] = &[
    "data-credit",
    "data-credits",
    "data-image-credit",
    "data-photo-credit",
    "data-copyright",
    "data-photographer",
    "data-attribution",
    "data-credit-line",
    "data-image-copyright",
];

/// Attributes for captions hold markup, as a rule.
fn in_markup(text: &str, addresses: &Addresses) -> Vec<Inline> {
    let Some(fragment) = parse::fragment(text) else { return Vec::new() };
    caption::inlines(NodeIdx::ROOT, &Tree::of(&fragment), &|_| false, addresses)
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn a_caption_and_a_credit_in_attributes_are_read() {
        let found = figures(&format!(
            "<main>{TEXT}<img src=/ferry-in-march.jpg data-caption='The &lt;i>ferry&lt;/i> in March' data-credit='Photo: Ines Okafor'>{TEXT}</main>"
        ));
        assert_eq!(found[0].caption, "The ferry in March");
        assert_eq!(found[0].credit.as_deref(), Some("Ines Okafor"));
    }

    #[test]
    fn what_the_page_shows_is_taken_before_its_attributes() {
        let found = figures(&format!(
            "<main>{TEXT}<figure data-caption='Another story of the ferry'><img src=/ferry-in-march.jpg><figcaption>The ferry in March</figcaption></figure>{TEXT}</main>"
        ));
        assert_eq!(found[0].caption, "The ferry in March");
    }

    #[test]
    fn a_setting_is_no_caption() {
        let found = figures(&format!(
            "<main>{TEXT}<img src=/ferry-in-march.jpg data-caption=true data-credit=false>{TEXT}</main>"
        ));
        assert_eq!((found[0].caption.as_str(), &found[0].credit), ("", &None));
    }
}
