//! The view of the page: what every room of the cleaning asks of the markup, found out once.
//!
//! The page is laid out flat ([`tree`]); how much text stands where is one sum ([`measures`]), and how much of it is prose
//! or links is counted for each part that is left out ([`text_stats`]). What the page tells programs of itself is read once,
//! as claims that each room weighs ([`linked_data`], [`claims`]). What is [`hidden`], what is [`non_text`] and where
//! [`addresses`] lead is asked here, too.

pub(super) mod addresses;
pub(super) mod attributes;
pub(super) mod claims;
pub(super) mod hidden;
pub(super) mod linked_data;
pub(super) mod measures;
pub(super) mod nodes;
pub(super) mod non_text;
pub(super) mod text_stats;
pub(super) mod tree;

use claims::PageClaims;
use measures::TextMeasures;
use scraper::Html;
use serde_json::Value;
use tree::{NodeIdx, Tree};

/// One immutable view of a page.
pub(crate) struct PageView<'a> {
    /// The elements and texts of the page.
    pub tree: Tree<'a>,
    /// How much text stands where.
    pub measures: TextMeasures,
    /// The elements that tell programs of the page, in page order: `base`, `html`, `link`, `meta`, `script`.
    pub telling: Vec<NodeIdx>,
    /// All values in the page's JSON-LD.
    pub linked_data: Vec<Value>,
    /// What the page claims of itself.
    pub claims: PageClaims<'a>,
}

impl<'a> PageView<'a> {
    pub(super) fn of(document: &'a Html) -> Self {
        let tree = Tree::of(document);
        let measures = TextMeasures::of(&tree);
        let tells = |node: &NodeIdx| matches!(tree.name(*node), "base" | "html" | "link" | "meta" | "script");
        let telling: Vec<NodeIdx> = tree.nodes().filter(tells).collect();
        let linked_data = linked_data::read(&tree, &telling);
        let claims = PageClaims::of(&tree, &telling, &linked_data);
        Self { tree, measures, telling, linked_data, claims }
    }
}
