//! Measures: how much text stands before each node of a page, and so how much each holds.

use super::non_text::is_uncounted;
use super::tree::{NodeIdx, NodeKind, PerNode, Tree};
use std::iter::Sum;
use std::ops::Add;

/// An amount of text in characters, white space left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Chars(pub u32);

impl Chars {
    pub(crate) const ZERO: Self = Self(0);

    pub(crate) fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Add for Chars {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Chars {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Self::add)
    }
}

/// How much of the text that a reader sees stands before each node.
#[derive(Debug)]
pub(crate) struct TextMeasures {
    /// One more than there are nodes: the last is that of the whole page.
    before: PerNode<Chars>,
}

impl TextMeasures {
    pub(crate) fn of(tree: &Tree) -> Self {
        let mut before = PerNode::with_capacity(tree.len() + 1);
        let mut text_before = Chars::ZERO;
        // Where the element ends whose text nobody reads.
        let mut unread = NodeIdx::ROOT;
        for node in tree.nodes() {
            before.push(text_before);
            match tree.node(node).kind {
                NodeKind::Element(element) if node >= unread && is_uncounted(element.name()) => unread = tree.end(node),
                NodeKind::Text(text) if node >= unread => text_before = text_before + length(text),
                _ => {}
            }
        }
        before.push(text_before);
        Self { before }
    }

    /// How much text stands before a node.
    pub(crate) fn before(&self, node: NodeIdx) -> Chars {
        self.before[node]
    }

    /// How much text the nodes from `start` to before `end` hold.
    pub(crate) fn between(&self, start: NodeIdx, end: NodeIdx) -> Chars {
        self.before[end].saturating_sub(self.before[start])
    }
}

/// The characters of a text that are no white space.
fn length(text: &str) -> Chars {
    let characters = if text.is_ascii() {
        // As `char::is_whitespace`; counted many bytes at a time.
        text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'..=b'\r')).count()
    } else {
        text.chars().filter(|c| !c.is_whitespace()).count()
    };
    Chars(u32::try_from(characters).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn what_nobody_reads_is_not_counted() {
        let html = Html::parse_document("<body><p id=a>one <b>two</b></p><script>three</script><p id=b>ö</p>");
        let tree = Tree::of(&html);
        let measures = TextMeasures::of(&tree);
        let [a, b] = ["a", "b"].map(|id| tree.place_of_id(id).unwrap());
        assert_eq!((measures.before(a), measures.between(a, tree.end(a))), (Chars(0), Chars(6)));
        assert_eq!((measures.before(b), measures.between(b, tree.end(b))), (Chars(6), Chars(1)));
    }
}
