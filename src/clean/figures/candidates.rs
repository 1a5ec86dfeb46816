//! The places where one picture can be had, put in order: the largest first.

use super::srcset::{self, Descriptor};
use super::{address, identity, larger};
use crate::article::{Address, PictureSource};
use crate::clean::view::addresses::Addresses;
use crate::clean::view::attributes::Attributes;
use crate::lexicon;
use scraper::node::Element;
use serde::Serialize;
use std::cell::LazyCell;
use std::cmp::Ordering;

/// One address at which the page offers a picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ImageCandidate {
    pub address: String,
    /// What the page says of its width in pixels, or the address itself.
    pub width: Option<f64>,
    /// The media type that a `source` states.
    pub mime: Option<String>,
    pub kind: OfferKind,
}

/// What an address is offered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfferKind {
    /// To be seen on the page.
    Shown,
    /// To be seen enlarged: the target of a link around it, an attribute that speaks of the full size.
    Full,
}

/// The offers of one element: `img`, `source`, `amp-img`, or anything with the attributes of lazy pictures.
pub(super) fn offers(element: &Element) -> Vec<ImageCandidate> {
    let mime = element.attribute("type").filter(|mime| mime.starts_with("image/")).map(str::to_owned);
    let declared = declared(element, "width");
    let narrow = element.attribute("media").and_then(widest_screen);
    let mut offers = Vec::new();
    let candidate =
        |address: &str, width, kind| ImageCandidate { address: address.to_owned(), width, mime: mime.clone(), kind };
    let width_of = |address: &str| {
        let small = || address::is_called_small(address).then_some(SMALL);
        address::width(address).or_else(small).or(narrow)
    };
    for (name, value) in element.attrs() {
        let value = value.trim();
        if value.is_empty() || value.len() > 20_000 || NOT_FOR_PICTURES.contains(&name) {
            continue;
        }
        let is_set = name.ends_with("srcset") || name == "data-sizes-set";
        if is_set || (name.starts_with("data-") && value.contains("w, ") && value.contains(' ') && value.contains('/'))
        {
            let entries = srcset::parse(value);
            let base = LazyCell::new(|| entries.iter().find_map(|entry| address::width(entry.address)).or(declared));
            for entry in &entries {
                let width = match entry.descriptor {
                    Descriptor::Width(width) => Some(width),
                    Descriptor::Density(density) => {
                        let own = address::width(entry.address);
                        own.or_else(|| base.map(|base| base * density))
                            .or((density > 1.0).then_some(UNKNOWN * density))
                            .or(narrow)
                    }
                };
                offers.push(candidate(entry.address, width, OfferKind::Shown));
            }
        } else if name.ends_with("src") || matches!(name, "content" | "itemid" | "original" | "file" | "lazyload") {
            if name == "src" || looks_like_one(value) {
                offers.push(candidate(value, width_of(value).or(declared), OfferKind::Shown));
            }
        } else if name.starts_with("data") && looks_like_one(value) {
            let full = lexicon::FIGURES_FULL_SIZE.within(name).next().is_some();
            let kind = if full { OfferKind::Full } else { OfferKind::Shown };
            offers.push(candidate(value, width_of(value), kind));
        }
    }
    offers.retain(|offer| !is_placeholder(&offer.address));
    offers
}

/// The width, in pixels, of a picture of which nothing is said: as wide as a column of text.
const UNKNOWN: f64 = 700.0;

/// The width, in pixels, of a picture that its name calls small.
const SMALL: f64 = 240.0;

/// The widest screen that a `source` is meant for, where it is a narrow one: "(max-width: 480px)".
fn widest_screen(media: &str) -> Option<f64> {
    if media.contains("min-width") {
        return None;
    }
    let (_, rest) = media.split_once("max-width")?;
    let digits: String = rest.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse::<f64>().ok().filter(|width| *width < 1_100.0)
}

/// Attributes that hold addresses of other things.
const NOT_FOR_PICTURES: [&str; 10] =
    ["alt", "title", "style", "class", "href", "sizes", "data-sizes", "data-permalink", "data-pin-url", "data-thumb"];

fn looks_like_one(value: &str) -> bool {
    address::names_a_picture(value)
        || (value.starts_with("http") || value.starts_with('/')) && value.contains("/image") && !value.contains(' ')
}

/// A declared size in pixels.
pub(super) fn declared(element: &Element, side: &str) -> Option<f64> {
    let value = element.attribute(side)?.trim().trim_end_matches("px");
    value.parse::<f64>().ok().filter(|n| n.is_finite() && *n > 0.0)
}

/// Whether an address stands where the picture will be put later.
pub(super) fn is_placeholder(address: &str) -> bool {
    if let Some(data) = address.strip_prefix("data:") {
        // Real pictures in data URIs are kilobytes; SVG boxes and one-pixel GIFs are not.
        return data.len() < 1_200 || data.starts_with("image/svg");
    }
    if address.is_empty()
        || address.starts_with(['#', '{'])
        || address.starts_with("about:")
        || address.starts_with("blob:")
    {
        return true;
    }
    let name = address::before_query(address).trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_size = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'x');
    let mut words = stem.split(['-', '_']);
    let says_so = words.clone().any(|word| lexicon::FIGURES_PLACEHOLDERS.contains(word));
    says_so
        && words.all(|word| {
            lexicon::FIGURES_PLACEHOLDERS.contains(word)
                || lexicon::FIGURES_BESIDE_PLACEHOLDERS.contains(word)
                || is_size(word)
        })
        || matches!(&*stem, "1x1" | "0" | "x")
}

/// The offers in order of preference as places to have the picture from; `None` if none can be resolved.
pub(super) fn in_order(offers: &[ImageCandidate], addresses: &Addresses) -> Option<PictureSource> {
    let best = preferred(offers).into_iter().take(MOST_PLACES);
    let places: Vec<Address> = best.flat_map(|offer| addresses.picture(&offer.address)).collect();
    // A file saved with the page is whole, whatever size the page says it was.
    let (saved, others): (Vec<_>, Vec<_>) = places.into_iter().partition(|place| matches!(place, Address::File(_)));
    PictureSource::from_candidates(saved.into_iter().chain(others)).map(larger::with_larger)
}

/// Nobody tries more places for one picture.
const MOST_PLACES: usize = 40;

/// What can be decoded comes before what cannot, the wide before the narrow, and JPEG before WebP of the same width.
pub(super) fn preferred(offers: &[ImageCandidate]) -> Vec<&ImageCandidate> {
    // Of an address that is offered twice, the page may tell the width once: "src" and "srcset".
    let is_told = |offer: &ImageCandidate| {
        offer.width.is_some()
            || offers
                .iter()
                .all(|other| other.address != offer.address || (other.width.is_none() && other.kind == offer.kind))
    };
    let told = offers.iter().filter(|offer| offer.kind == OfferKind::Full || is_told(offer));
    let mut offers: Vec<(Preference, &ImageCandidate)> =
        told.map(|offer| (Preference::for_one(offer), offer)).collect();
    offers.sort_by(|(a, _), (b, _)| a.order(b));
    offers.into_iter().map(|(_, offer)| offer).collect()
}

/// What an offer is preferred by.
struct Preference {
    format: u8,
    width: f64,
    /// Whether it is the file itself, and not what a server makes of it.
    is_bare: bool,
}

impl Preference {
    fn for_one(offer: &ImageCandidate) -> Self {
        let width = match (offer.kind, offer.width) {
            (_, Some(width)) => width,
            (OfferKind::Full, None) => f64::from(u16::MAX),
            (OfferKind::Shown, None) => UNKNOWN,
        };
        let format = address::format_rank(&offer.address, offer.mime.as_deref());
        Self { format, width, is_bare: identity::is_bare(&offer.address) }
    }

    fn order(&self, other: &Self) -> Ordering {
        let can_not_be_decoded = |one: &Self| one.format >= 9;
        can_not_be_decoded(self)
            .cmp(&can_not_be_decoded(other))
            .then_with(|| other.width.total_cmp(&self.width))
            .then_with(|| self.format.cmp(&other.format))
            .then_with(|| other.is_bare.cmp(&self.is_bare))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[track_caller]
    fn places(picture: &str, expected: &[&str]) {
        let found = figures(&format!("<main>{TEXT}{TEXT}{picture}{TEXT}</main>"));
        assert_eq!(found.len(), 1, "{picture}");
        assert_eq!(found[0].places, expected, "{picture}");
    }

    #[test]
    fn the_widest_comes_first_and_the_others_follow() {
        places(
            "<img src=/a-640.jpg srcset='/a-640.jpg 640w, /a-2400.jpg 2400w, /a-1200.jpg 1200w'>",
            &["/a-2400.jpg", "/a-1200.jpg", "/a-640.jpg"],
        );
        places("<img src=/a.jpg width=400 srcset='/a.jpg 1x, /a@2x.jpg 2x'>", &["/a@2x.jpg", "/a.jpg"]);
    }

    #[test]
    fn jpeg_comes_before_webp_of_the_same_width_and_avif_last() {
        places(
            "<picture><source type=image/avif srcset='/a.avif 3000w'><source type=image/webp srcset='/a.webp 900w, /b.webp 1800w'>\
             <img src=/a.jpg srcset='/a.jpg 900w'></picture>",
            &["/b.webp", "/a.jpg", "/a.webp", "/a.avif"],
        );
    }

    #[test]
    fn of_two_equally_wide_the_file_itself_comes_first() {
        places(
            "<img src='https://proxy.example/example.org/ferry-in-march.jpg?w=1600' srcset='https://proxy.example/example.org/ferry-in-march.jpg?w=1600 1600w, \
             https://example.org/ferry-in-march.jpg 1600w'>",
            &["/ferry-in-march.jpg", "/example.org/ferry-in-march.jpg"],
        );
    }

    #[test]
    fn a_width_that_is_told_once_holds_for_the_address() {
        places("<img src=/a-640.jpg data-src=/b.jpg srcset='/a-640.jpg 640w'>", &["/b.jpg", "/a-640.jpg"]);
    }

    #[test]
    fn a_lazy_picture_is_had_from_its_real_address() {
        places(
            "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACH5' data-src=/ferry.jpg data-srcset='/ferry-900.jpg 900w'>",
            &["/ferry-900.jpg", "/ferry.jpg"],
        );
        for attribute in ["nitro-lazy-src", "lazy-src", "original", "file", "_src"] {
            places(&format!("<img src=/blank.gif {attribute}=/ferry.jpg>"), &["/ferry.jpg"]);
        }
        places("<amp-img src=/ferry.jpg width=900 height=600></amp-img>", &["/ferry.jpg"]);
    }

    #[test]
    fn a_link_around_a_thumbnail_leads_to_the_full_picture() {
        places(
            "<a href=/ferry-in-march.jpg><img src=/ferry-in-march-300x200.jpg></a>",
            &["/ferry-in-march.jpg", "/ferry-in-march-300x200.jpg"],
        );
    }

    #[test]
    fn a_source_for_small_screens_is_small() {
        places(
            "<picture><source media='(max-width: 480px)' srcset=/phone/ferry-in-march.jpg><img src=/full/ferry-in-march.jpg></picture>",
            &["/full/ferry-in-march.jpg", "/phone/ferry-in-march.jpg"],
        );
    }

    #[test]
    fn a_placeholder_alone_is_no_picture() {
        for picture in
            ["<img src=/blank.gif>", "<img src='data:image/svg+xml,<svg/>'>", "<img src=/img/placeholder.png>"]
        {
            assert!(figures(&format!("<main>{TEXT}{TEXT}{picture}</main>")).is_empty(), "{picture}");
        }
    }

    #[test]
    fn a_picture_whose_file_is_called_image_is_one() {
        for address in ["/pictures/113552/750/422/image.jpg", "/_next/image?url=%2Fferry-in-march.jpg&w=1080&q=75"] {
            let picture = format!("<img src='{address}'>");
            assert_eq!(figures(&format!("<main>{TEXT}{TEXT}{picture}</main>")).len(), 1, "{address}");
        }
        assert!(figures(&format!("<main>{TEXT}{TEXT}<img src=/default-image-1x1.gif></main>")).is_empty());
    }
}
