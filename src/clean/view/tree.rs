//! The page laid out flat: its elements and texts in document order.
//!
//! Every pass over the page is a loop over one vector: no recursion, so nesting can be as deep as it
//! likes, and no pass visits a node twice. The subtree of a node is the range from its place to its end.

use super::attributes::Attributes;
pub(crate) use super::nodes::{NodeIdx, NodeRange, PerNode};
use ego_tree::{NodeId, iter};
use foldhash::HashMap;
use scraper::node::Element;
use scraper::{Html, Node};

/// A page as a vector of elements and texts; the root stands at place 0.
pub(crate) struct Tree<'a> {
    nodes: PerNode<FlatNode<'a>>,
    by_id: HashMap<&'a str, NodeIdx>,
}

/// One element or text of the page.
pub(crate) struct FlatNode<'a> {
    /// The place of the element it stands in; the root is its own parent.
    pub parent: NodeIdx,
    /// The place after the last node inside it.
    pub end: NodeIdx,
    pub kind: NodeKind<'a>,
    /// Stands on lines of its own: a block element, or an inline one with blocks inside.
    pub is_block: bool,
}

/// Where a node begins, or where an element ends.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edge {
    Open(NodeIdx),
    Close(NodeIdx),
}

#[derive(Clone, Copy)]
pub(crate) enum NodeKind<'a> {
    Element(&'a Element),
    Text(&'a str),
}

impl<'a> NodeKind<'a> {
    /// What a node is that has a place; comments, doctypes and the like have none.
    fn of(node: &'a Node) -> Option<Self> {
        match node {
            Node::Element(element) => Some(Self::Element(element)),
            Node::Text(text) => Some(Self::Text(text)),
            _ => None,
        }
    }
}

/// Where these nodes of `document` stand in its [`Tree`], in page order.
pub(in crate::clean) fn places(document: &Html, nodes: &[NodeId]) -> Vec<NodeIdx> {
    let placed = document.tree.root().descendants().filter(|node| NodeKind::of(node.value()).is_some());
    let wanted = placed.enumerate().filter(|(_, node)| nodes.contains(&node.id()));
    wanted.map(|(place, _)| NodeIdx::after(place)).collect()
}

impl<'a> Tree<'a> {
    /// Lays `document` out; comments and doctypes are left behind, and what is in a template stands right inside it.
    pub(crate) fn of(document: &'a Html) -> Self {
        let mut nodes: PerNode<FlatNode<'a>> = PerNode::with_capacity(document.tree.nodes().len());
        let mut by_id = HashMap::default();
        let mut open: Vec<NodeIdx> = Vec::new();
        for edge in document.tree.root().traverse() {
            match edge {
                iter::Edge::Open(node) => {
                    let Some(kind) = NodeKind::of(node.value()) else { continue };
                    let place = nodes.nodes().end;
                    let parent = open.last().copied().unwrap_or(NodeIdx::ROOT);
                    let is_block = matches!(kind, NodeKind::Element(element) if is_block_name(element.name()));
                    if let NodeKind::Element(element) = kind {
                        if let Some(id) = element
                            .attribute("id")
                            .or_else(|| (element.name() == "a").then(|| element.attribute("name"))?)
                        {
                            by_id.entry(id).or_insert(place);
                        }
                        open.push(place);
                    }
                    nodes.push(FlatNode { parent, end: place.next(), kind, is_block });
                }
                iter::Edge::Close(node) => {
                    if node.value().is_element()
                        && let Some(place) = open.pop()
                    {
                        nodes[place].end = nodes.nodes().end;
                    }
                }
            }
        }
        let mut tree = Self { nodes, by_id };
        tree.spread_blocks();
        tree
    }

    /// Makes the inline elements that hold blocks blocks themselves.
    fn spread_blocks(&mut self) {
        for place in self.nodes().rev().filter(|place| *place != NodeIdx::ROOT) {
            if self.nodes[place].is_block {
                let parent = self.nodes[place].parent;
                self.nodes[parent].is_block = true;
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The places of all nodes.
    pub(crate) fn nodes(&self) -> NodeRange {
        self.nodes.nodes()
    }

    pub(crate) fn node(&self, place: NodeIdx) -> &FlatNode<'a> {
        &self.nodes[place]
    }

    pub(crate) fn element(&self, place: NodeIdx) -> Option<&'a Element> {
        match self.nodes[place].kind {
            NodeKind::Element(element) => Some(element),
            NodeKind::Text(_) => None,
        }
    }

    /// The element's name; empty for a text.
    pub(crate) fn name(&self, place: NodeIdx) -> &'a str {
        self.element(place).map_or("", Element::name)
    }

    /// The value of an attribute; `None` where there is none or the node is a text.
    pub(crate) fn attribute(&self, place: NodeIdx, name: &str) -> Option<&'a str> {
        self.element(place)?.attribute(name)
    }

    /// The first element with this `id` (or, for an `a`, this `name`).
    pub(crate) fn place_of_id(&self, id: &str) -> Option<NodeIdx> {
        self.by_id.get(id).copied()
    }

    /// The first element with one of these names, in document order.
    pub(crate) fn first_named(&self, name: &str) -> Option<NodeIdx> {
        self.nodes().find(|place| self.name(*place) == name)
    }

    /// The place of the element that a node stands in; `None` for the root.
    pub(crate) fn parent(&self, place: NodeIdx) -> Option<NodeIdx> {
        (place != NodeIdx::ROOT).then(|| self.nodes[place].parent)
    }

    /// The place after the last node inside this one.
    pub(crate) fn end(&self, place: NodeIdx) -> NodeIdx {
        self.nodes[place].end
    }

    pub(crate) fn is_element(&self, place: NodeIdx) -> bool {
        matches!(self.nodes[place].kind, NodeKind::Element(_))
    }

    /// The words of a text as they are written; `None` for an element.
    pub(crate) fn own_text(&self, place: NodeIdx) -> Option<&'a str> {
        match self.nodes[place].kind {
            NodeKind::Text(text) => Some(text),
            NodeKind::Element(_) => None,
        }
    }

    /// The places of the node and of all nodes inside it.
    pub(crate) fn within(&self, place: NodeIdx) -> NodeRange {
        NodeRange::new(place, self.nodes[place].end)
    }

    /// The places of all nodes inside a node.
    pub(crate) fn inside(&self, place: NodeIdx) -> NodeRange {
        NodeRange::new(place.next(), self.nodes[place].end)
    }

    /// All texts inside a node as they are written, those of scripts among them.
    pub(crate) fn texts(&self, place: NodeIdx) -> impl Iterator<Item = &'a str> + '_ {
        self.within(place).filter_map(|at| self.own_text(at))
    }

    /// The nodes behind a node that stand in the same element.
    pub(crate) fn siblings_behind(&self, place: NodeIdx) -> impl Iterator<Item = NodeIdx> + '_ {
        let (end, behind) = (self.nodes[self.nodes[place].parent].end, self.nodes[place].end);
        self.neighbours(behind, end)
    }

    /// The places of the nodes directly inside an element.
    pub(crate) fn children(&self, place: NodeIdx) -> impl Iterator<Item = NodeIdx> + '_ {
        self.neighbours(place.next(), self.nodes[place].end)
    }

    /// The nodes from `first` on, each behind the end of the one before, up to `end`.
    fn neighbours(&self, first: NodeIdx, end: NodeIdx) -> impl Iterator<Item = NodeIdx> + '_ {
        let mut at = first;
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let node = at;
                at = self.nodes[node].end;
                node
            })
        })
    }

    /// The beginnings and ends of a node and of all nodes inside it, in page order; a text has no end.
    pub(crate) fn edges(&self, place: NodeIdx) -> impl Iterator<Item = Edge> + '_ {
        let (root, end) = (place, self.nodes[place].end);
        let mut next = place;
        let mut open = None;
        std::iter::from_fn(move || {
            if let Some(element) = open.filter(|element: &NodeIdx| self.nodes[*element].end == next) {
                open = (element != root).then(|| self.nodes[element].parent);
                return Some(Edge::Close(element));
            }
            if next >= end {
                return None;
            }
            let node = next;
            next = next.next();
            if self.is_element(node) {
                open = Some(node);
            }
            Some(Edge::Open(node))
        })
    }

    /// The elements around a node, the nearest first, up to the root.
    pub(crate) fn ancestors(&self, place: NodeIdx) -> impl Iterator<Item = NodeIdx> + '_ {
        let mut at = place;
        std::iter::from_fn(move || {
            (at != NodeIdx::ROOT).then(|| {
                at = self.nodes[at].parent;
                at
            })
        })
    }

    /// All text inside a node as one line, `left_out` elements skipped, and the scripts and style sheets among the rest.
    pub(crate) fn text(&self, place: NodeIdx, left_out: impl Fn(NodeIdx) -> bool) -> String {
        let mut text = String::new();
        let end = self.nodes[place].end;
        let mut at = place;
        while at < end {
            if left_out(at) || (at > place && matches!(self.name(at), "script" | "style")) {
                at = self.nodes[at].end;
                continue;
            }
            match self.nodes[at].kind {
                NodeKind::Text(piece) => text.push_str(piece),
                NodeKind::Element(element) if self.nodes[at].is_block || element.name() == "br" => text.push(' '),
                NodeKind::Element(_) => {}
            }
            at = at.next();
        }
        if is_spaced_as_a_line(&text) { text } else { as_a_line(&text) }
    }
}

/// Whether there is just one plain space between all words of a text, and none at its ends.
fn is_spaced_as_a_line(text: &str) -> bool {
    let mut after_space = true;
    let is_in_place = |c: char| {
        let is_space = !matches!(c, '!'..='~') && c.is_whitespace();
        let follows = std::mem::replace(&mut after_space, is_space);
        !is_space || (c == ' ' && !follows)
    };
    text.chars().all(is_in_place) && !text.ends_with(' ')
}

fn as_a_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The classes of an element as they are written: scraper's own `classes` makes an interned string of each.
pub(crate) fn classes(element: &Element) -> impl Iterator<Item = &str> {
    element.attribute("class").unwrap_or_default().split_ascii_whitespace()
}

/// Whether elements of this name are headings.
pub(crate) fn is_heading(name: &str) -> bool {
    name == "h1" || is_subheading(name)
}

/// Whether elements of this name are headings of a part of the page, and not of the whole.
pub(crate) fn is_subheading(name: &str) -> bool {
    matches!(name, "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Elements that a browser sets on lines of their own (HTML Living Standard, 15.3), and the frames that
/// stand between paragraphs. Any other element, known or not, is taken for a part of the line.
fn is_block_name(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "frameset"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "iframe"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "noscript"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "video"
            | "xmp"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtree_is_a_range() {
        let html = Html::parse_document("<body><div id=a><p>one<b>two</b></p></div><p>three</p>");
        let tree = Tree::of(&html);
        let a = tree.place_of_id("a").unwrap();
        assert_eq!(tree.text(a, |_| false), "onetwo");
        let names: Vec<_> = tree.children(tree.node(a).parent).map(|place| tree.name(place)).collect();
        assert_eq!(names, ["div", "p"]);
        assert_eq!(tree.ancestors(a).map(|place| tree.name(place)).collect::<Vec<_>>(), ["body", "html"]);
    }

    #[test]
    fn a_link_around_blocks_is_a_block() {
        let html = Html::parse_document("<body><a id=a><div>one</div></a><a id=b>two</a>");
        let tree = Tree::of(&html);
        let is_block = |id| tree.node(tree.place_of_id(id).unwrap()).is_block;
        assert!(is_block("a") && !is_block("b"));
    }
}
