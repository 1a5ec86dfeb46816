//! What is measured on a page before its pictures are judged: how much text stands where, and where headline and body do.

use crate::clean::view::PageView;
use crate::clean::view::measures::Chars;
use crate::clean::view::tree::{NodeIdx, Tree};

/// A page with a part that is the article's body. Text is measured in [`Chars`].
#[derive(Clone, Copy)]
pub(super) struct PageMeasures<'a> {
    pub tree: &'a Tree<'a>,
    view: &'a PageView<'a>,
    /// The elements that the body is made of, in page order.
    body: &'a [NodeIdx],
    /// Where the headline stands.
    pub headline: Option<NodeIdx>,
}

impl<'a> PageMeasures<'a> {
    /// `body` is in page order.
    pub(super) fn of(view: &'a PageView<'a>, body: &'a [NodeIdx], headline: Option<&str>) -> Self {
        Self { tree: &view.tree, view, body, headline: headline_of(&view.tree, headline) }
    }

    /// How much text stands before a node.
    pub(super) fn text_before(&self, node: NodeIdx) -> Chars {
        self.view.measures.before(node)
    }

    /// How much text a node holds.
    pub(super) fn text_in(&self, node: NodeIdx) -> Chars {
        self.view.measures.between(node, self.tree.end(node))
    }

    /// How much text the body holds.
    pub(super) fn text_in_body(&self) -> Chars {
        self.body.iter().map(|part| self.text_in(*part)).sum()
    }

    /// How much of the body's text stands before a node of the body.
    pub(super) fn text_in_body_before(&self, node: NodeIdx) -> Chars {
        let parts = self.body.iter().filter(|part| **part < node);
        parts.map(|part| self.text_in(*part).min(self.text_before(node).saturating_sub(self.text_before(*part)))).sum()
    }

    /// Whether an element is one of those that make up the body.
    pub(super) fn is_part_of_body(&self, node: NodeIdx) -> bool {
        self.body.binary_search(&node).is_ok()
    }

    /// Whether an element is the whole body.
    pub(super) fn is_whole_body(&self, node: NodeIdx) -> bool {
        self.body == [node]
    }

    /// Whether an element lies around one of those that make up the body.
    pub(super) fn is_around_body(&self, node: NodeIdx) -> bool {
        let next = self.body.partition_point(|part| *part <= node);
        self.body.get(next).is_some_and(|part| *part < self.tree.end(node))
    }

    /// Whether a node stands before all of the body.
    pub(super) fn is_before_body(&self, node: NodeIdx) -> bool {
        self.body.first().is_none_or(|first| node < *first)
    }

    /// Whether a node stands behind all of the body.
    pub(super) fn is_behind_body(&self, node: NodeIdx) -> bool {
        self.body.iter().all(|part| self.tree.end(*part) <= node)
    }
}

/// The heading that says `headline`, or else the first of the highest level.
fn headline_of(tree: &Tree, headline: Option<&str>) -> Option<NodeIdx> {
    let wanted: Option<String> = headline.map(squeezed);
    let mut first = None;
    for node in tree.nodes() {
        let name = tree.name(node);
        if !matches!(name, "h1" | "h2") {
            continue;
        }
        let says_it = || squeezed(&tree.texts(node).take(MOST_TEXTS).collect::<String>());
        if wanted.as_ref().is_some_and(|wanted| *wanted == says_it()) {
            return Some(node);
        }
        if name == "h1" {
            first = first.or(Some(node));
        }
    }
    first
}

/// How many texts of a heading are read.
const MOST_TEXTS: usize = 20;

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(300).collect()
}
