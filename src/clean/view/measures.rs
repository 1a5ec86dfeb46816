//! Measures: how much text stands before each node of a page, and so how much each holds.

use super::tree::{NodeIdx, NodeKind, PerNode, Tree};

/// How many bytes of the text that a reader sees, white space left out, stand before each node.
#[derive(Debug)]
pub(crate) struct TextMeasures {
    /// One more than there are nodes: the last is that of the whole page.
    before: PerNode<u32>,
}

impl TextMeasures {
    pub fn of(tree: &Tree) -> Self {
        let mut before = PerNode::with_capacity(tree.len() + 1);
        let mut bytes = 0_u32;
        // Where the element ends whose text nobody reads.
        let mut unread = NodeIdx::ROOT;
        for node in tree.nodes() {
            before.push(bytes);
            match tree.node(node).kind {
                NodeKind::Element(element) if node >= unread && is_unread(element.name()) => unread = tree.end(node),
                NodeKind::Text(text) if node >= unread => bytes = bytes.saturating_add(length(text)),
                _ => {}
            }
        }
        before.push(bytes);
        Self { before }
    }

    /// How much text stands before a node.
    pub fn before(&self, node: NodeIdx) -> usize {
        self.before[node] as usize
    }

    /// How much text the nodes from `start` to before `end` hold.
    pub fn between(&self, start: NodeIdx, end: NodeIdx) -> usize {
        (self.before[end] - self.before[start]) as usize
    }
}

/// Elements whose text nobody reads.
fn is_unread(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "template" | "svg" | "head" | "textarea" | "select")
}

/// The bytes of a text that are no white space.
fn length(text: &str) -> u32 {
    let bytes = if text.is_ascii() {
        // As `char::is_whitespace`; counted many bytes at a time.
        text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'..=b'\r')).count()
    } else {
        text.split_whitespace().map(str::len).sum()
    };
    u32::try_from(bytes).unwrap_or(u32::MAX)
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
        assert_eq!((measures.before(a), measures.between(a, tree.end(a))), (0, 6));
        assert_eq!((measures.before(b), measures.between(b, tree.end(b))), (6, 2));
    }
}
