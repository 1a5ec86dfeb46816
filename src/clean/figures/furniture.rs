//! The parts of a page that hold no part of an article, and so none of its pictures.

use super::names::{WordList, Words};
use crate::clean::view::attributes::Attributes;
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
    let mut pairs = words.pairs().filter(|(first, _)| FIRST_OF_PAIR.find(first).is_some());
    let pair = pairs.find_map(|pair| FURNITURE_PAIRS.iter().find(|known| **known == pair));
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
    "anzeige",
    "werbung",
    "publicidad",
    "publicite",
    "patrocinado",
    "advertentie",
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
    // German and Spanish; "autor" alone is whoever took a picture, too
    ("autor", "box"),
    ("autor", "info"),
    ("autor", "bio"),
    ("autor", "bild"),
    ("mehr", "zum"),
    ("lesen", "sie"),
    ("puede", "interesar"),
    ("mas", "noticias"),
    ("mas", "leido"),
    ("mas", "leidas"),
    ("leia", "mais"),
    ("lire", "aussi"),
];

/// The first words of the pairs, by which nearly all other pairs are told.
static FIRST_OF_PAIR: WordList = WordList::new(&FIRST_WORDS);

const FIRST_WORDS: [&str; FURNITURE_PAIRS.len()] = {
    let mut words = [""; FURNITURE_PAIRS.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = FURNITURE_PAIRS[at].0;
        at += 1;
    }
    words
};

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::{Html, Selector};

    fn furniture(html: &str) -> bool {
        let document = Html::parse_fragment(html);
        let selector = Selector::parse("[x]").unwrap();
        let element = document.select(&selector).next().unwrap().value();
        super::furniture(element, &Words::of(element)).is_some()
    }

    #[test]
    fn every_pair_is_looked_for() {
        for (first, second) in FURNITURE_PAIRS {
            assert!(furniture(&format!("<div x class='{first}-{second}'>")), "{first} {second}");
        }
    }

    #[test]
    fn parts_of_the_page_are_known_by_their_names() {
        assert!(furniture("<div x class=related-articles>"));
        assert!(furniture("<aside x id=more-on>"));
        assert!(furniture("<div x class='author-box'>"));
        assert!(furniture("<div x class='autor-box'>"));
        assert!(furniture("<div x class='te-puede-interesar'>"));
        assert!(!furniture("<div x class='foto-autor'>"));
        assert!(!furniture("<div x class='article-header'>"));
        assert!(!furniture("<div x class='shadow adapted'>"));
    }
}
