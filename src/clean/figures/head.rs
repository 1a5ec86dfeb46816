//! What the page's head offers of its pictures: `og:image` and the like, for the same picture in another size.

use super::candidates::{ImageCandidate, OfferKind};
use super::{address, identity};
use crate::clean::metadata::Metadata;
use crate::clean::view::PageView;
use crate::clean::view::attributes::Attributes;
use serde_json::Value;
use std::ops::RangeInclusive;

/// An offer of the head, and which picture it is of.
#[derive(Debug)]
pub(super) struct Named {
    offer: ImageCandidate,
    identity: String,
}

/// The pictures that the page names for others to show.
pub(super) fn offers(view: &PageView, metadata: &Metadata) -> Vec<Named> {
    let mut offers: Vec<ImageCandidate> = Vec::new();
    let mut add = |address: &str, width: Option<f64>| {
        if !address.trim().is_empty() {
            offers.push(offer(address, width));
        }
    };
    if let Some(picture) = &metadata.picture {
        add(picture, None);
    }
    let mut named: Option<&str> = None;
    let elements = view.telling.iter().filter_map(|node| view.tree.element(*node));
    for element in elements.filter(|element| matches!(element.name(), "meta" | "link")) {
        let key =
            ["property", "name", "itemprop", "rel"].iter().find_map(|key| element.attribute(key)).unwrap_or_default();
        let value = ["content", "href", "value"].iter().find_map(|name| element.attribute(name)).unwrap_or_default();
        match key {
            "og:image" | "og:image:url" | "og:image:secure_url" => {
                add(value, None);
                named = Some(value);
            }
            "twitter:image" | "twitter:image:src" | "image_src" | "image" | "thumbnailUrl" => add(value, None),
            "url" | "contentUrl" if address::names_a_picture(value) => add(value, None),
            "og:image:width" => {
                // It follows the picture that it speaks of (https://ogp.me, "Structured Properties").
                if let Some(picture) = named.take() {
                    add(picture, value.trim().parse().ok());
                }
            }
            _ => {}
        }
    }
    offers.extend(of_linked_data(&view.linked_data));
    let named = offers.into_iter().map(|offer| Named { identity: identity::identity(&offer.address), offer });
    named.collect()
}

/// The pictures that the page's JSON-LD names: `image`, `thumbnailUrl`, and the `url` of an `ImageObject`
/// (https://schema.org/image).
fn of_linked_data(linked_data: &[Value]) -> Vec<ImageCandidate> {
    let mut offers = Vec::new();
    // What is left to look at, and whether it is the value of a picture's key; the page's first script on top.
    let mut open: Vec<(&Value, bool)> = linked_data.iter().rev().map(|data| (data, false)).collect();
    while let Some((value, is_picture)) = open.pop() {
        if offers.len() >= MOST_OFFERS {
            break;
        }
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, is_picture))),
            Value::String(text) if is_picture => offers.push(offer(text, None)),
            Value::Object(fields) => {
                let is_object = is_picture || fields.get("@type").is_some_and(|kind| kind == "ImageObject");
                if is_object {
                    let width = fields.get("width").and_then(|width| {
                        width.as_f64().or_else(|| width.as_str()?.trim_end_matches("px").trim().parse().ok())
                    });
                    let named = ["contentUrl", "url"].iter().find_map(|key| fields.get(*key)?.as_str());
                    offers.extend(named.map(|address| offer(address, width)));
                }
                let inner =
                    fields.iter().filter(|(_, value)| value.is_object() || value.is_array() || value.is_string());
                open.extend(inner.map(|(key, value)| (value, matches!(key.as_str(), "image" | "thumbnailUrl"))));
            }
            _ => {}
        }
    }
    offers
}

/// No page names more pictures of one article.
const MOST_OFFERS: usize = 200;

fn offer(address: &str, width: Option<f64>) -> ImageCandidate {
    let address = address.trim().to_owned();
    let width = address::width(&address).or(width.filter(|width| width.is_finite() && *width > 0.0));
    ImageCandidate { address, width, mime: None, kind: OfferKind::Shown }
}

/// The offers of a picture with those of the head that are the same picture in another size.
pub(super) fn with_offers(own: &[ImageCandidate], identity: &str, head: &[Named]) -> Vec<ImageCandidate> {
    let mut all = own.to_vec();
    let is_new = |offer: &ImageCandidate| own.iter().all(|own| own.address != offer.address);
    // A page may be called what its picture is called.
    let is_picture = |offer: &ImageCandidate| {
        address::names_a_picture(&offer.address) || own.iter().all(|own| !address::names_a_picture(&own.address))
    };
    let shape = own.iter().find_map(|own| address::shape(&own.address));
    let is_large = own.iter().any(|own| own.width.is_none_or(|width| width >= LARGE));
    let is_crop = |offer: &ImageCandidate| match (shape, address::shape(&offer.address)) {
        // What is cut for a card may still be the only one that is large.
        (Some(own), Some(other)) if CARD.contains(&other) && is_large => !(0.97..=1.03).contains(&(own / other)),
        (Some(own), Some(other)) => !(0.8..=1.25).contains(&(own / other)),
        (None, Some(other)) => CARD.contains(&other) && is_large,
        _ => false,
    };
    let same = head.iter().filter(|named| named.identity == identity).map(|named| &named.offer);
    for offer in same.filter(|offer| is_new(offer) && is_picture(offer) && !is_crop(offer)) {
        // The file itself, where the page shows it through a server that cuts it to size.
        let is_whole = identity::is_uncut(&offer.address) && own.iter().any(|own| !identity::is_uncut(&own.address));
        let kind = if is_whole { OfferKind::Full } else { offer.kind };
        all.push(ImageCandidate { kind, ..offer.clone() });
    }
    all
}

/// The shape of the cards that networks show links as, 1.91:1 (1200 by 630 or 628): pictures are cut to it for them.
const CARD: RangeInclusive<f64> = 1.9..=1.915;

/// In pixels: as wide as a column of text.
const LARGE: f64 = 600.0;

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn a_larger_size_of_the_same_picture_in_the_head_is_the_best_place() {
        let page = format!(
            "<meta property=og:image content=https://example.org/ferry-in-march-1200x900.jpg>\
             <main>{TEXT}<img src=/ferry-in-march-640x480.jpg>{TEXT}</main>"
        );
        assert_eq!(figures(&page)[0].places, ["/ferry-in-march-1200x900.jpg", "/ferry-in-march-640x480.jpg"]);
    }

    #[test]
    fn a_larger_size_in_the_pages_data_is_the_best_place() {
        let page = format!(
            "<script type=application/ld+json>{{\"@type\": \"NewsArticle\", \"image\": [{{\"@type\": \"ImageObject\", \
             \"url\": \"/full/ferry-in-march.jpg\", \"width\": 2000}}]}}</script>\
             <main>{TEXT}<img src=/small/ferry-in-march.jpg width=640 height=480>{TEXT}</main>"
        );
        assert_eq!(figures(&page)[0].places, ["/full/ferry-in-march.jpg", "/small/ferry-in-march.jpg"]);
    }

    #[test]
    fn a_crop_of_another_shape_is_not_taken_for_a_larger_size() {
        let page = format!(
            "<meta property=og:image content=/ferry-in-march-1200x630.jpg><main>{TEXT}<img src=/ferry-in-march-640x960.jpg>{TEXT}</main>"
        );
        assert_eq!(figures(&page)[0].places, ["/ferry-in-march-640x960.jpg"]);
    }

    #[test]
    fn what_is_cut_to_a_card_is_not_taken_for_a_larger_size() {
        let page = format!(
            "<meta property=og:image content='/ferry-in-march.jpg?resize=1200,630'><main>{TEXT}<img src='/ferry-in-march.jpg?w=640'>{TEXT}</main>"
        );
        let found = figures(&page);
        assert_eq!(found[0].places.len(), 1, "{found:?}");
    }

    #[test]
    fn another_picture_in_the_head_is_not_taken() {
        let page = format!(
            "<meta property=og:image content=https://example.org/harbour-fire-1200x630.jpg>\
             <main>{TEXT}<img src=/ferry-in-march-640x480.jpg>{TEXT}</main>"
        );
        let found = figures(&page);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].places, ["/ferry-in-march-640x480.jpg"]);
        assert!(
            figures(&format!("<meta property=og:image content=/ferry-in-march.jpg><main>{TEXT}</main>")).is_empty()
        );
    }
}
