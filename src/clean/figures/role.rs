//! The part that an element near a picture plays: caption, credit, or furniture.

use super::names::{self, Words};
use crate::clean::view::attributes::Attributes;
use crate::clean::view::tree::{NodeIdx, Tree};
use crate::lexicon;
use serde::Serialize;
use std::fmt;

/// What an element near a picture holds, by its tag and its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Caption,
    /// Called a credit in so many words.
    Credit,
    /// Called something that is a credit beside a picture and something else elsewhere: "author", "source".
    NearCredit,
    /// Buttons, counters, share bars: not part of the article.
    Furniture,
    Plain,
}

/// What told the role of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// What the element is: `figcaption`, `cite`.
    Element(&'static str),
    /// Its `itemprop`.
    Property(&'static str),
    /// A word in its names, whole or at the end of one: "credit".
    Word(&'static str),
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Element(name) => write!(f, "in a `{name}`"),
            Self::Property(name) => write!(f, "in an element with the property \"{name}\""),
            Self::Word(word) => write!(f, "in an element that is called \"{word}\""),
        }
    }
}

impl Role {
    pub(super) fn of(element: NodeIdx, tree: &Tree) -> Self {
        Self::grounded(element, tree).0
    }

    /// The role of an element, and what tells it; nothing tells plain ones, and of furniture nobody asks.
    pub(super) fn grounded(element: NodeIdx, tree: &Tree) -> (Self, Option<Ground>) {
        let Some(value) = tree.element(element) else { return (Role::Plain, None) };
        match value.name() {
            "button" | "script" | "style" | "svg" | "noscript" | "template" | "form" | "select" | "input"
            | "iframe" | "textarea" | "nav" | "object" | "video" | "audio" => return (Role::Furniture, None),
            _ => {}
        }
        if let Some((role, property)) = value.attribute("itemprop").and_then(Self::of_property) {
            return (role, Some(Ground::Property(property)));
        }
        if names::is_hidden(value) {
            return (Role::Furniture, None);
        }
        let words = Words::of(value);
        if words.has_one_of(&lexicon::FIGURES_CONTROLS) && is_short(element, tree) && !holds_a_picture(element, tree) {
            return (Role::Furniture, None);
        }
        // "caption-credit" is a credit, "credit-caption" a caption: the last word names the thing itself.
        let by_name = words.iter().rev().find_map(Self::of_word);
        match by_name {
            // A picture's box that is called "has-caption" holds one; it is none.
            Some((Role::Caption, _)) if holds_a_picture(element, tree) => (Role::Plain, None),
            Some(_) if matches!(value.name(), "figure" | "picture" | "img" | "main" | "article") => (Role::Plain, None),
            Some((role, word)) => (role, Some(Ground::Word(word))),
            None if value.name() == "figcaption" => (Role::Caption, Some(Ground::Element("figcaption"))),
            None if value.name() == "cite" => (Role::NearCredit, Some(Ground::Element("cite"))),
            None => (Role::Plain, None),
        }
    }

    fn of_property(property: &str) -> Option<(Self, &'static str)> {
        let property = property.to_ascii_lowercase();
        let caption = if property.contains("caption") { Some("caption") } else { None };
        let caption = caption.or_else(|| (property == "description").then_some("description"));
        let credit = || lexicon::FIGURES_CREDIT_PROPERTIES.find(&property);
        let caption = caption.map(|name| (Role::Caption, name));
        caption.or_else(|| credit().map(|name| (Role::Credit, name)))
    }

    fn of_word(word: &str) -> Option<(Self, &'static str)> {
        let endings = lexicon::FIGURES_CREDIT.ending(word).filter(|credit| word == *credit || credit.len() > 5);
        let credit = endings.max_by_key(|credit| credit.len()).map(|word| (Role::Credit, word));
        let near_credit = || lexicon::FIGURES_NEAR_CREDIT.find(word).map(|word| (Role::NearCredit, word));
        let caption = || if word.ends_with("caption") { Some("caption") } else { lexicon::FIGURES_CAPTION.find(word) };
        credit.or_else(near_credit).or_else(|| caption().map(|word| (Role::Caption, word)))
    }

    pub(super) fn is_credit(self) -> bool {
        matches!(self, Role::Credit | Role::NearCredit)
    }
}

/// Whether there is a picture inside an element; looks at the first few elements and texts only.
fn holds_a_picture(element: NodeIdx, tree: &Tree) -> bool {
    tree.inside(element).take(60).any(|inner| matches!(tree.name(inner), "img" | "picture" | "amp-img"))
}

/// Furniture is terse; a caption in a box with a furniture name is not.
fn is_short(element: NodeIdx, tree: &Tree) -> bool {
    tree.texts(element).take(40).map(|text| text.trim().chars().count()).sum::<usize>() <= 48
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn role(html: &str) -> Role {
        let document = Html::parse_fragment(html);
        let tree = Tree::of(&document);
        let element = tree.nodes().find(|node| tree.attribute(*node, "x").is_some());
        Role::of(element.unwrap(), &tree)
    }

    #[test]
    fn the_last_of_two_names_tells_the_role() {
        assert_eq!(role("<p x class='caption__credit'>A"), Role::Credit);
        assert_eq!(role("<p x class='credit-caption'>A"), Role::Caption);
        assert_eq!(role("<p x class='photoCredit'>A"), Role::Credit);
    }

    #[test]
    fn a_property_is_trusted_over_a_class() {
        assert_eq!(role("<p x class=attribution itemprop=caption>A"), Role::Caption);
        assert_eq!(role("<p x class=caption itemprop=copyrightHolder>A"), Role::Credit);
    }

    #[test]
    fn a_box_with_the_picture_in_it_is_no_caption() {
        assert_eq!(role("<div x class=wp-caption><img src=a.jpg>A</div>"), Role::Plain);
        assert_eq!(role("<div x class=wp-caption-text>A</div>"), Role::Caption);
    }

    #[test]
    fn a_button_on_the_picture_is_furniture() {
        assert_eq!(role("<b x class='toggle-caption'>toggle caption</b>"), Role::Furniture);
        assert_eq!(role("<span x class='icon'></span>"), Role::Furniture);
    }
}
