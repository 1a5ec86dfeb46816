//! Which pictures belong to an article, and which are the page's furniture.

use super::candidates::{Offer, declared};
use super::names::{WordList, Words};
use crate::clean::attributes::Attributes;
use scraper::node::Element;
use serde::Serialize;
use std::fmt;

/// What makes a part of the page one that holds no content pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Furniture {
    /// What the element is: `nav`, `footer`.
    Element(&'static str),
    /// The `role` that it has: "navigation".
    Role(&'static str),
    /// A word in its names: "related".
    Word(&'static str),
    /// Two words of its names together: "read more".
    Words(&'static str, &'static str),
}

/// What makes `element`, which `words` name, open a part of the page that holds no content pictures.
pub(super) fn furniture(element: &Element, words: &Words) -> Option<Furniture> {
    if let Some(name) = ELEMENTS.iter().find(|name| **name == element.name()) {
        return Some(Furniture::Element(name));
    }
    let role = element.attribute("role").and_then(|role| ROLES.iter().find(|known| **known == role));
    if let Some(role) = role {
        return Some(Furniture::Role(role));
    }
    // A content system calls the lead picture the one that teases the article elsewhere too: "teaser-image".
    let is_teased = || words.pairs().any(|pair| matches!(pair, ("teaser", "image" | "bild" | "img")));
    if let Some(word) = words.one_of(&FURNITURE).filter(|_| !is_teased()) {
        return Some(Furniture::Word(word));
    }
    let pair = words.pairs().find_map(|pair| FURNITURE_PAIRS.iter().find(|known| **known == pair));
    pair.map(|(first, second)| Furniture::Words(first, second))
}

impl fmt::Display for Furniture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Element(name) => write!(f, "it stands in a `{name}`, which holds no part of an article"),
            Self::Role(role) => write!(f, "it stands in a part of the page whose role is \"{role}\""),
            Self::Word(word) => write!(f, "it stands in a part of the page that is called \"{word}\""),
            Self::Words(first, second) => {
                write!(f, "it stands in a part of the page that is called \"{first} {second}\"")
            }
        }
    }
}

/// Elements that hold nothing of an article's pictures.
const ELEMENTS: &[&str] = &["nav", "footer", "form", "button", "select", "template", "dialog", "iframe", "svg"];

/// Roles (WAI-ARIA 1.2) of such elements.
const ROLES: &[&str] = &["navigation", "contentinfo", "search", "banner"];

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

/// What makes a picture one that is no content, by what is known of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ornament {
    /// The page says that it is for looks only, and calls it an icon.
    Presentation,
    /// It is shown too small to be looked at, or is a line.
    Small,
    /// A word in the names of its element: "avatar".
    Word(&'static str),
    /// A word in the name of its file: "logo".
    File(&'static str),
    /// The name of its file is made of words for buttons: "share".
    Button(&'static str),
    /// A part of its address that counts readers or belongs to adverts, themes and comment systems.
    Address(&'static str),
}

/// What makes a picture that `value` shows an ornament: an icon, a logo, a portrait in a byline, a tracking pixel.
pub(super) fn ornament(value: &Element, offers: &[Offer], in_figure: bool) -> Option<Ornament> {
    if value.attribute("role") == Some("presentation")
        && !in_figure
        && declared(value, "width").is_none_or(|w| w < SMALLEST)
    {
        return Words::of(value).iter().any(|word| word == "icon").then_some(Ornament::Presentation);
    }
    if is_small(value, offers) {
        return Some(Ornament::Small);
    }
    let by_word = Words::of(value).one_of(&ORNAMENTS).map(Ornament::Word);
    by_word.or_else(|| {
        let mut by_address = offers.iter().map(|offer| ornament_address(&offer.address, in_figure));
        let first = by_address.next()??;
        by_address.all(|other| other.is_some()).then_some(first)
    })
}

impl fmt::Display for Ornament {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Presentation => f.write_str("it is an icon that the page calls mere presentation"),
            Self::Small => f.write_str("it is too small to be looked at: an icon, a portrait, a line"),
            Self::Word(word) => write!(f, "it is called \"{word}\""),
            Self::File(word) => write!(f, "the name of its file says \"{word}\""),
            Self::Button(word) => write!(f, "its file is named as that of a button is: \"{word}\""),
            Self::Address(part) => {
                write!(f, "its address has \"{part}\" in it, as those of counters, adverts and themes have")
            }
        }
    }
}

fn is_small(value: &Element, offers: &[Offer]) -> bool {
    let (width, height) = (declared(value, "width"), declared(value, "height"));
    let is_declared_small = match (width, height) {
        (Some(width), Some(height)) => width.max(height) < SMALLEST || width.min(height) < THINNEST,
        (Some(side), None) | (None, Some(side)) => side < SMALLEST / 2.0,
        (None, None) => false,
    };
    let widest = offers.iter().filter_map(|offer| offer.width).fold(0.0, f64::max);
    let all_tell = offers.iter().all(|offer| offer.width.is_some());
    is_declared_small || (all_tell && widest > 0.0 && widest < SMALLEST)
}

/// In CSS pixels: what is declared smaller than this both ways is an icon or a portrait.
const SMALLEST: f64 = 100.0;
/// In CSS pixels: what is thinner is a line.
const THINNEST: f64 = 20.0;

/// Words in the names of pictures that are no content.
static ORNAMENTS: WordList = WordList::new(&[
    "avatar", "gravatar", "logo", "logos", "icon", "icons", "emoji", "smiley", "headshot", "sprite", "tracking",
    "pixel", "badge", "flag", "loading", "spinner", "spin", "loader",
]);

fn ornament_address(address: &str, in_figure: bool) -> Option<Ornament> {
    let lower: String = address.chars().take(600).collect::<String>().to_ascii_lowercase();
    let tracker = counter(&lower).or_else(|| TRACKERS.iter().find(|tracker| lower.contains(**tracker)).copied());
    if let Some(part) = tracker {
        return Some(Ornament::Address(part));
    }
    // A figure with "logo" in its file name may well show the logo that the article is about.
    if in_figure {
        return None;
    }
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let words = Words::in_name(stem);
    let button = || {
        let mut controls = words.iter().map(|word| CONTROLS.iter().find(|known| **known == word));
        let first = controls.next()??;
        (controls.all(|word| word.is_some()) && stem.bytes().all(|b| !b.is_ascii_digit())).then_some(first)
    };
    words.one_of(&ORNAMENTS).map(Ornament::File).or_else(|| button().map(|word| Ornament::Button(word)))
}

/// The name of a host that only counts readers: "counter.example.org".
fn counter(address: &str) -> Option<&'static str> {
    let host = address.split_once("//").map_or("", |(_, rest)| rest).split('/').next().unwrap_or_default();
    let first = host.split('.').next()?;
    COUNTERS.iter().find(|counter| **counter == first).copied()
}

/// How hosts are called that only count readers.
const COUNTERS: &[&str] = &["counter", "count", "pixel", "tracking", "stats"];

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
        super::ornament(image.value(), &offers(image.value()), false).is_some()
    }

    fn furniture(html: &str) -> bool {
        let document = Html::parse_fragment(html);
        let selector = Selector::parse("[x]").unwrap();
        let element = document.select(&selector).next().unwrap().value();
        super::furniture(element, &Words::of(element)).is_some()
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
