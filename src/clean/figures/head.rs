//! What the page's head offers of its pictures: `og:image` and the like, for the same picture in another size.

use super::address;
use super::candidates::{Offer, OfferKind};
use crate::clean::attributes::Attributes;
use crate::clean::metadata::Metadata;
use scraper::Html;
use serde_json::Value;

/// An offer of the head, and which picture it is of.
#[derive(Debug)]
pub(super) struct Named {
    offer: Offer,
    identity: String,
}

/// The pictures that the page names for others to show.
pub(super) fn offers(document: &Html, linked_data: &[Value], metadata: &Metadata) -> Vec<Named> {
    let mut offers: Vec<Offer> = Vec::new();
    let mut add = |address: &str, width: Option<f64>| {
        if !address.trim().is_empty() {
            offers.push(offer(address, width));
        }
    };
    if let Some(picture) = &metadata.picture {
        add(picture, None);
    }
    let mut named: Option<&str> = None;
    let elements = document.tree.nodes().filter_map(|node| node.value().as_element());
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
    offers.extend(of_linked_data(linked_data));
    let named = offers.into_iter().map(|offer| Named { identity: address::identity(&offer.address), offer });
    named.collect()
}

/// The pictures that the page's JSON-LD names: `image`, `thumbnailUrl`, and the `url` of an `ImageObject`
/// (https://schema.org/image).
fn of_linked_data(linked_data: &[Value]) -> Vec<Offer> {
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

fn offer(address: &str, width: Option<f64>) -> Offer {
    let address = address.trim().to_owned();
    let width = address::width(&address).or(width.filter(|width| width.is_finite() && *width > 0.0));
    Offer { address, width, mime: None, kind: OfferKind::Shown }
}

/// The offers of a picture with those of the head that are the same picture in another size.
pub(super) fn with_offers(own: &[Offer], identity: &str, head: &[Named]) -> Vec<Offer> {
    let mut all = own.to_vec();
    let is_new = |offer: &Offer| own.iter().all(|own| own.address != offer.address);
    // A page may be called what its picture is called.
    let is_picture = |offer: &Offer| {
        address::names_a_picture(&offer.address) || own.iter().all(|own| !address::names_a_picture(&own.address))
    };
    let shape = own.iter().find_map(|own| address::shape(&own.address));
    let is_crop = |offer: &Offer| match (shape, address::shape(&offer.address)) {
        (Some(own), Some(other)) => !(0.8..=1.25).contains(&(own / other)),
        _ => false,
    };
    let same = head.iter().filter(|named| named.identity == identity).map(|named| &named.offer);
    for offer in same.filter(|offer| is_new(offer) && is_picture(offer) && !is_crop(offer)) {
        // The file itself, where the page shows it through a server that cuts it to size.
        let is_whole = address::is_uncut(&offer.address) && own.iter().any(|own| !address::is_uncut(&own.address));
        let kind = if is_whole { OfferKind::Full } else { offer.kind };
        all.push(Offer { kind, ..offer.clone() });
    }
    all
}

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
