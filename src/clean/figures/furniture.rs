//! The parts of a page that hold no part of an article, and so none of its pictures.

use super::names::Words;
use crate::clean::view::attributes::Attributes;
use crate::lexicon;
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
    if let Some(word) = words.one_of(&lexicon::FIGURES_FURNITURE).filter(|_| !is_teased()) {
        return Some(Furniture::Word(word));
    }
    let pair = words.pairs().find_map(|(first, second)| lexicon::FIGURES_FURNITURE_PAIRS.find_pair(first, second));
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
