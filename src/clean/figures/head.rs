//! What the page's head offers of its pictures: `og:image` and the like, for the same picture in another size.

use super::address;
use super::candidates::{Offer, OfferKind};
use crate::clean::metadata::Metadata;
use scraper::Html;

/// The pictures that the page names for others to show.
pub(super) fn offers(document: &Html, metadata: &Metadata) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let mut add = |address: &str, width: Option<f64>| {
        let address = address.trim();
        if !address.is_empty() {
            let width = address::width(address).or(width);
            offers.push(Offer { address: address.to_owned(), width, mime: None, kind: OfferKind::Shown });
        }
    };
    if let Some(picture) = &metadata.picture {
        add(picture, None);
    }
    let mut named: Option<&str> = None;
    let elements = document.tree.nodes().filter_map(|node| node.value().as_element());
    for element in elements.filter(|element| matches!(element.name(), "meta" | "link")) {
        let key = ["property", "name", "itemprop", "rel"].iter().find_map(|key| element.attr(key)).unwrap_or_default();
        let value = element.attr("content").or_else(|| element.attr("href")).unwrap_or_default();
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
                    add(picture, value.trim().parse().ok().filter(|width: &f64| width.is_finite() && *width > 0.0));
                }
            }
            _ => {}
        }
    }
    offers
}

/// The offers of a picture with those of the head that are the same picture in another size.
pub(super) fn with_offers(own: &[Offer], identity: &str, head: &[Offer]) -> Vec<Offer> {
    let mut all = own.to_vec();
    let is_new = |offer: &Offer| own.iter().all(|own| own.address != offer.address);
    for offer in head.iter().filter(|offer| address::identity(&offer.address) == identity && is_new(offer)) {
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
            "<meta property=og:image content=https://example.org/ferry-in-march-1200x630.jpg>\
             <main>{TEXT}<img src=/ferry-in-march-640x480.jpg>{TEXT}</main>"
        );
        assert_eq!(figures(&page)[0].places, ["/ferry-in-march-1200x630.jpg", "/ferry-in-march-640x480.jpg"]);
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
