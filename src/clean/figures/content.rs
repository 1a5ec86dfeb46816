//! Which pictures belong to an article, and which are the page's furniture.

use super::candidates::{Offer, declared};
use super::names::{WordList, Words};
use crate::clean::attributes::Attributes;
use scraper::node::Element;

/// Whether `element`, which `words` name, opens a part of the page that holds no content pictures.
pub(super) fn is_furniture(element: &Element, words: &Words) -> bool {
    if matches!(
        element.name(),
        "nav" | "footer" | "form" | "button" | "select" | "template" | "dialog" | "iframe" | "svg"
    ) {
        return true;
    }
    if matches!(element.attribute("role"), Some("navigation" | "contentinfo" | "search" | "banner")) {
        return true;
    }
    let is_named = words.has_one_of(&FURNITURE);
    // A content system calls the lead picture the one that teases the article elsewhere too: "teaser-image".
    let is_teased = || words.pairs().any(|pair| matches!(pair, ("teaser", "image" | "bild" | "img")));
    let is_named_twice = || words.pairs().any(|pair| FURNITURE_PAIRS.contains(&pair));
    (is_named && !is_teased()) || is_named_twice()
}

/// Words in the names of parts that only hold furniture.
static FURNITURE: WordList = WordList::new(&[
    // Adverts
    "ad",
    "ads",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "adslot",
    "adunit",
    "dfp",
    "sponsored",
    "sponsor",
    "sponsors",
    "promo",
    "promos",
    "promotion",
    "outbrain",
    "taboola",
    "revcontent",
    "affiliate",
    // Other articles
    "related",
    "recommended",
    "recommendations",
    "recommendation",
    "recirc",
    "recirculation",
    "teaser",
    "teasers",
    "trending",
    "popular",
    "readmore",
    "morefrom",
    "seealso",
    "verwandt",
    "relacionadas",
    "relacionados",
    "mosaic",
    // People
    "avatar",
    "avatars",
    "gravatar",
    "headshot",
    "headshots",
    "author",
    "authors",
    "byline",
    "bylines",
    "bio",
    "biography",
    "contributor",
    "contributors",
    "userpic",
    "profile",
    // The site
    "logo",
    "logos",
    "masthead",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "newsletter",
    "subscribe",
    "paywall",
    "cookie",
    "comments",
    "sharebar",
    "toolbar",
    "emoji",
]);

/// Pairs of words that mean furniture together.
const FURNITURE_PAIRS: &[(&str, &str)] = &[
    ("more", "on"),
    ("more", "from"),
    ("more", "stories"),
    ("more", "news"),
    ("read", "next"),
    ("read", "more"),
    ("read", "also"),
    ("up", "next"),
    ("also", "like"),
    ("most", "read"),
    ("most", "viewed"),
    ("social", "share"),
    ("share", "buttons"),
    ("social", "links"),
    ("site", "header"),
    ("site", "footer"),
    ("site", "index"),
    ("left", "rail"),
];

/// Whether a picture is furniture by what is known of itself: icons, logos, portraits in bylines, tracking pixels.
pub(super) fn is_ornament(value: &Element, offers: &[Offer], in_figure: bool) -> bool {
    if value.attribute("role") == Some("presentation")
        && !in_figure
        && declared(value, "width").is_none_or(|w| w < 100.0)
    {
        return Words::of(value).iter().any(|word| word == "icon");
    }
    if let (Some(width), Some(height)) = (declared(value, "width"), declared(value, "height")) {
        let is_line = width < 20.0 || height < 20.0;
        if (width < SMALLEST && height < SMALLEST) || is_line {
            return true;
        }
    } else if declared(value, "width").or_else(|| declared(value, "height")).is_some_and(|side| side < SMALLEST / 2.0) {
        return true;
    }
    let widest = offers.iter().filter_map(|offer| offer.width).fold(0.0, f64::max);
    let all_tell = offers.iter().all(|offer| offer.width.is_some());
    if all_tell && widest > 0.0 && widest < SMALLEST {
        return true;
    }
    Words::of(value).has_one_of(&ORNAMENTS) || offers.iter().all(|offer| is_ornament_address(&offer.address, in_figure))
}

/// In CSS pixels: what is declared smaller than this both ways is an icon or a portrait.
const SMALLEST: f64 = 100.0;

/// Words in the names of pictures that are no content.
static ORNAMENTS: WordList = WordList::new(&[
    "avatar", "gravatar", "logo", "logos", "icon", "icons", "emoji", "smiley", "headshot", "sprite", "tracking",
    "pixel", "badge", "flag", "loading", "spinner", "spin", "loader",
]);

/// The name of a host that only counts readers: "counter.example.org".
fn is_counter(address: &str) -> bool {
    let host = address.split_once("//").map_or("", |(_, rest)| rest).split('/').next().unwrap_or_default();
    host.split('.').next().is_some_and(|first| matches!(first, "counter" | "count" | "pixel" | "tracking" | "stats"))
}

fn is_ornament_address(address: &str, in_figure: bool) -> bool {
    let lower: String = address.chars().take(600).collect::<String>().to_ascii_lowercase();
    if is_counter(&lower) || TRACKERS.iter().any(|tracker| lower.contains(tracker)) {
        return true;
    }
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let words = Words::in_name(stem);
    let is_named = words.has_one_of(&ORNAMENTS)
        || (stem.bytes().all(|b| !b.is_ascii_digit())
            && words.iter().next().is_some()
            && words.iter().all(|word| CONTROLS.contains(&word)));
    // A figure with "logo" in its file name may well show the logo that the article is about.
    is_named && !in_figure
}

/// Words that the file names of buttons are made of.
const CONTROLS: &[&str] = &[
    "share",
    "comment",
    "comments",
    "print",
    "facebook",
    "twitter",
    "email",
    "mail",
    "search",
    "arrow",
    "play",
    "button",
    "close",
    "menu",
    "left",
    "right",
    "up",
    "down",
    "instagram",
    "youtube",
    "linkedin",
    "pinterest",
    "whatsapp",
    "rss",
    "x",
];

/// Parts of addresses that count readers or belong to adverts and comment systems.
const TRACKERS: &[&str] = &[
    "doubleclick.net",
    "scorecardresearch.com",
    "facebook.com/tr",
    "googlesyndication",
    "google-analytics",
    "quantserve.com",
    "gravatar.com/avatar",
    "/smileys/",
    "/emoji/",
    "s.w.org/images/core",
    "statcounter",
    "feedburner",
    "adserver",
    "/sites/all/themes/",
    "/wp-content/themes/",
    "/wp-content/plugins/",
    "/icons/",
    "pixel.gif",
    "vgwort.de",
    "/beacon",
    "chartbeat",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::figures::candidates::offers;
    use scraper::{Html, Selector};

    fn ornament(html: &str) -> bool {
        let document = Html::parse_fragment(html);
        let selector = Selector::parse("img").unwrap();
        let image = document.select(&selector).next().unwrap();
        is_ornament(image.value(), &offers(image.value()), false)
    }

    fn furniture(html: &str) -> bool {
        let document = Html::parse_fragment(html);
        let selector = Selector::parse("[x]").unwrap();
        let element = document.select(&selector).next().unwrap().value();
        is_furniture(element, &Words::of(element))
    }

    #[test]
    fn icons_logos_portraits_and_pixels_are_no_content() {
        assert!(ornament("<img src=/a.jpg width=48 height=48>"));
        assert!(ornament("<img src=/site-logo.png>"));
        assert!(ornament("<img class=avatar src=/jane.jpg>"));
        assert!(ornament("<img src=https://b.scorecardresearch.com/p?c1=2>"));
        assert!(ornament("<img src=https://counter.example.org/content/91/count.gif>"));
        assert!(!ornament("<img src=https://example.org/counter/harbour.jpg>"));
        assert!(ornament("<img src=/rule.png width=464 height=2>"));
        assert!(!ornament("<img src=/harbour.jpg width=640 height=90>"));
        assert!(!ornament("<img src=/iconic-harbour.jpg>"));
    }

    #[test]
    fn parts_of_the_page_are_known_by_their_names() {
        assert!(furniture("<div x class=related-articles>"));
        assert!(furniture("<aside x id=more-on>"));
        assert!(furniture("<div x class='author-box'>"));
        assert!(!furniture("<div x class='article-header'>"));
        assert!(!furniture("<div x class='shadow adapted'>"));
    }
}
