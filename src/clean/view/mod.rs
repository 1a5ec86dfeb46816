//! The view of the page: what every room of the cleaning asks of the markup, found out once.

pub(super) mod addresses;
pub(super) mod attributes;
pub(super) mod hidden;
pub(super) mod linked_data;
pub(super) mod measures;
pub(super) mod statements;
pub(super) mod tree;

use measures::TextMeasures;
use scraper::Html;
use serde_json::Value;
use statements::Statements;
use tree::Tree;

/// One immutable view of a page.
pub(crate) struct PageView<'a> {
    /// The elements and texts of the page.
    pub tree: Tree<'a>,
    /// How much text stands where.
    pub measures: TextMeasures,
    /// All values in the page's JSON-LD.
    pub linked_data: Vec<Value>,
    /// What the page states of its own kind and extent.
    pub statements: Statements,
}

impl<'a> PageView<'a> {
    pub fn of(document: &'a Html) -> Self {
        let tree = Tree::of(document);
        let measures = TextMeasures::of(&tree);
        let linked_data = linked_data::read(&tree);
        let statements = Statements::of(&tree, &linked_data);
        Self { tree, measures, linked_data, statements }
    }
}
