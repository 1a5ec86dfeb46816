//! Parses markup into a tree, within bounds.
//!
//! A parser of HTML makes a tree of any text whatever (HTML Living Standard, 13.2), but some texts cost it time or
//! memory that grow with the square of their length: elements nested without end, since every tag looks through the
//! open ones; formatting left open, which every new block repeats; attributes by the million, each compared with those
//! before. So the parser is fed piece by piece, watched while it builds, and stopped where no article ever went. All
//! bounds stand here; what is within them is parsed as browsers parse it.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef, Tree};
use html5ever::driver::{self, ParseOpts, Parser};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use scraper::{Html, HtmlTreeSink, Node};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;

/// How far the parser may go.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// How many elements may stand one inside another.
    depth: usize,
    /// How many elements, texts and comments there may be.
    nodes: usize,
    /// How many steps may be taken along open elements, formatting and attributes; a hundred million take about
    /// half a second.
    steps: u64,
}

/// Real pages nest some tens of elements, or some hundreds where each paragraph leaves a `font` open, have less than
/// a million nodes, be they whole books in one file, and take ten or twenty steps a tag.
const OF_A_PAGE: Bounds = Bounds { depth: 12_000, nodes: 3_000_000, steps: 250_000_000 };

/// What a page states in an attribute or a `noscript`: a caption, a picture. There may be thousands in one page.
const OF_A_FRAGMENT: Bounds = Bounds { depth: 500, nodes: 5_000, steps: 200_000 };

/// In bytes. No page is longer.
const LONGEST: usize = 256 << 20;

/// How many attributes one element may have; pages put up to some hundreds there.
const MOST_ATTRIBUTES: usize = 5_000;

/// How many elements stand one inside another in the tree that is handed on: what is deeper is hung up this deep, in
/// the same order, as Blink and WebKit do (their limit is the same).
const DEEPEST_KEPT: usize = 512;

/// How many bytes of markup there are for each element and text, in pages that have few.
const BYTES_OF_A_NODE: usize = 24;

/// How many bytes the parser gets between two looks at what it has done.
const PIECE: usize = 4096;

/// Parses `html` as a whole page.
///
/// # Errors
/// When it goes beyond what any page needs.
pub(super) fn document(html: &str) -> Result<Html, TooMuch> {
    let mut tree = Html::new_document();
    // Room for what most pages have, so that the tree is not moved while it grows.
    tree.tree = Tree::with_capacity(Node::Document, (html.len() / BYTES_OF_A_NODE).min(OF_A_PAGE.nodes));
    let sink = Watched::new(tree, OF_A_PAGE);
    let html = fed(driver::parse_document(sink, ParseOpts::default()), html)?;
    Ok(flattened(html))
}

/// Parses `html` as what may stand in a `body`; `None` when that is more than the markup of a few words.
pub(super) fn fragment(html: &str) -> Option<Html> {
    let sink = Watched::new(Html::new_fragment(), OF_A_FRAGMENT);
    let body = QualName::new(None, ns!(html), local_name!("body"));
    fed(driver::parse_fragment(sink, ParseOpts::default(), body, Vec::new(), false), html).ok()
}

/// Why a page is not parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    #[error("the page is longer than {} MB, which no article is; was the right file named?", LONGEST >> 20)]
    Text,
    #[error("the page nests more than {} elements one inside another, which no article does; {REMEDY}", OF_A_PAGE.depth)]
    Depth,
    #[error("the page has more than {} elements and texts, which no article has; {REMEDY}", OF_A_PAGE.nodes)]
    Nodes,
    #[error("an element of the page has more than {MOST_ATTRIBUTES} attributes, which none needs; {REMEDY}")]
    Attributes,
    #[error("the page leaves so many elements open inside one another that reading it would take too long; {REMEDY}")]
    Steps,
}

const REMEDY: &str = "save the article again, from the browser's reading view if it has one";

/// Feeds the parser with `html`, as long as it stays within bounds.
fn fed(mut parser: Parser<Watched>, html: &str) -> Result<Html, TooMuch> {
    if html.len() > LONGEST {
        return Err(TooMuch::Text);
    }
    let mut silent = Silence::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.ceil_char_boundary(PIECE));
        rest = after;
        parser.process(StrTendril::from_slice(piece));
        let watched = &parser.tokenizer.sink.sink;
        if let Some(excess) = watched.excess.get() {
            return Err(excess);
        }
        if silent.is_long_after(piece.len(), watched.steps.get()) && has_endless_tag(html) {
            return Err(TooMuch::Attributes);
        }
    }
    parser.finish()
}

/// How long the parser has been within one tag or comment.
#[derive(Debug, Default)]
struct Silence {
    bytes: usize,
    steps: u64,
    is_known: bool,
}

impl Silence {
    /// Whether there is, for the first time, room for too many attributes in what was fed without a step taken.
    fn is_long_after(&mut self, fed: usize, steps: u64) -> bool {
        self.bytes = if steps == self.steps { self.bytes + fed } else { 0 };
        self.steps = steps;
        let is_first = self.bytes > 2 * MOST_ATTRIBUTES && !self.is_known;
        self.is_known |= is_first;
        is_first
    }
}

/// Whether there is a tag with too many attributes. The parser hands a tag over when it is whole, which may be never.
fn has_endless_tag(html: &str) -> bool {
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let Some(length) = length_of_tag(rest) else { return true };
            let (tag, after) = rest.split_at(length);
            rest = after;
            let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            if let Some(end) = ["script", "style"].iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
                let is_end = |at: &usize| {
                    rest.get(at + 2..at + 2 + end.len()).is_some_and(|name| name.eq_ignore_ascii_case(end))
                };
                rest = rest.match_indices("</").map(|(at, _)| at).find(is_end).map_or("", |at| &rest[at..]);
            }
        }
    }
    false
}

/// The bytes from a tag's name to its end; `None` where it has too many attributes.
fn length_of_tag(tag: &str) -> Option<usize> {
    let mut attributes = 0;
    let mut quote = None;
    let mut previous = b' ';
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if open != byte => continue,
            Some(_) => quote = None,
            None => match byte {
                b'>' => return Some(at),
                b'"' | b'\'' if previous == b'=' => quote = Some(byte),
                b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' => {}
                _ if matches!(previous, b' ' | b'/' | b'"' | b'\'') => attributes += 1,
                _ => {}
            },
        }
        if attributes > MOST_ATTRIBUTES {
            return None;
        }
        match byte {
            // The value may stand after white space: `a = "b"`.
            b' ' | b'\t' | b'\n' | b'\r' | 0x0c if previous == b'=' => {}
            b'\t' | b'\n' | b'\r' | 0x0c => previous = b' ',
            _ => previous = byte,
        }
    }
    Some(tag.len())
}

/// The tree as it is built, and what building it has taken.
struct Watched {
    html: HtmlTreeSink,
    bounds: Bounds,
    steps: Cell<u64>,
    /// The element that was added last, and those around it, the outermost first.
    path: RefCell<Vec<NodeId>>,
    excess: Cell<Option<TooMuch>>,
    /// One element of each name. Beyond the bounds these stand for all that the parser still asks for, until it has
    /// read the piece that it is at.
    stand_ins: RefCell<HashMap<LocalName, NodeId>>,
}

impl Watched {
    fn new(html: Html, bounds: Bounds) -> Self {
        Self {
            html: HtmlTreeSink::new(html),
            bounds,
            steps: Cell::new(0),
            path: RefCell::default(),
            excess: Cell::new(None),
            stand_ins: RefCell::default(),
        }
    }

    fn step(&self, steps: u64) {
        let taken = self.steps.get().saturating_add(steps);
        self.steps.set(taken);
        if taken > self.bounds.steps {
            self.stop(TooMuch::Steps);
        }
    }

    fn stop(&self, excess: TooMuch) {
        if self.excess.get().is_none() {
            self.excess.set(Some(excess));
        }
    }

    fn has_stopped(&self) -> bool {
        self.excess.get().is_some()
    }

    /// Takes notice of `child`, which is about to be added to `parent`.
    fn descend(&self, parent: NodeId, child: NodeId) {
        let mut path = self.path.borrow_mut();
        while path.last().is_some_and(|last| *last != parent) {
            path.pop();
        }
        if path.is_empty() {
            let html = self.html.0.borrow();
            let around = html.tree.get(parent).map(|parent| parent.ancestors().map(|node| node.id()).collect());
            let around: Vec<NodeId> = around.unwrap_or_default();
            path.extend(around.into_iter().rev());
            path.push(parent);
        }
        path.push(child);
        let depth = path.len();
        drop(path);
        // Every tag is compared with the open elements or the formatting left open, as a rule.
        self.step(depth as u64);
        if depth > self.bounds.depth {
            self.stop(TooMuch::Depth);
        }
    }
}

impl TreeSink for Watched {
    type Output = Result<Html, TooMuch>;
    type Handle = NodeId;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self::Output {
        match self.excess.get() {
            Some(excess) => Err(excess),
            None => Ok(self.html.finish()),
        }
    }

    /// Nobody reads them.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.html.set_quirks_mode(mode);
    }

    fn get_document(&self) -> NodeId {
        self.html.get_document()
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        self.step(1);
        one == other
    }

    fn elem_name<'a>(&'a self, element: &'a NodeId) -> Ref<'a, QualName> {
        self.step(1);
        self.html.elem_name(element)
    }

    fn create_element(&self, name: QualName, mut attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        if self.has_stopped() {
            let mut stand_ins = self.stand_ins.borrow_mut();
            let local = name.local.clone();
            return *stand_ins.entry(local).or_insert_with(|| self.html.create_element(name, Vec::new(), flags));
        }
        let pairs = attributes.len() as u64 * attributes.len() as u64 / 2;
        self.step(pairs);
        if attributes.len() > MOST_ATTRIBUTES {
            self.stop(TooMuch::Attributes);
        }
        if self.html.0.borrow().tree.nodes().len() >= self.bounds.nodes {
            self.stop(TooMuch::Nodes);
        }
        attributes.iter_mut().for_each(|attribute| make_printable(&mut attribute.value));
        self.html.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.html.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.html.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, mut child: NodeOrText<NodeId>) {
        if self.has_stopped() {
            return;
        }
        match &mut child {
            NodeOrText::AppendNode(child) => self.descend(*parent, *child),
            NodeOrText::AppendText(text) => make_printable(text),
        }
        self.html.append(parent, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.html.0.borrow().tree.get(*element).is_some_and(|element| element.parent().is_some());
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, name: StrTendril, public_id: StrTendril, system_id: StrTendril) {
        self.html.append_doctype_to_document(name, public_id, system_id);
    }

    fn get_template_contents(&self, template: &NodeId) -> NodeId {
        self.html.get_template_contents(template)
    }

    fn append_before_sibling(&self, sibling: &NodeId, mut new: NodeOrText<NodeId>) {
        if let NodeOrText::AppendText(text) = &mut new {
            make_printable(text);
        }
        if !self.has_stopped() {
            self.html.append_before_sibling(sibling, new);
        }
    }

    fn add_attrs_if_missing(&self, element: &NodeId, attributes: Vec<Attribute>) {
        self.html.add_attrs_if_missing(element, attributes);
    }

    fn remove_from_parent(&self, node: &NodeId) {
        if !self.has_stopped() {
            self.html.remove_from_parent(node);
        }
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        if !self.has_stopped() {
            self.html.reparent_children(node, new_parent);
        }
    }
}

/// Takes out the characters that no text has: control characters, which a page may hold raw or as `&#27;`, and those
/// that are none (Unicode, 23.7). Those among them that are white space become a space.
fn make_printable(text: &mut StrTendril) {
    let is_one = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    // How such characters begin in UTF-8; few texts have any of these bytes.
    let may_be_one = |byte: u8| (byte < b' ' && byte != b'\n' && byte != b'\t') || matches!(byte, 0x7f | 0xc2 | 0xef);
    // Not `any`: without a way out in the middle, many bytes are looked at in one step.
    if text.bytes().fold(false, |found, byte| found | may_be_one(byte)) && text.contains(is_one) {
        let kept = text.chars().filter(|c| !is_one(*c) || c.is_whitespace());
        *text = kept.map(|c| if is_one(c) { ' ' } else { c }).collect::<String>().into();
    }
}

/// Hangs up what is too deep at the greatest depth that is kept.
fn flattened(mut html: Html) -> Html {
    let mut holders = Vec::new();
    let mut depth = 0;
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                depth += 1;
                if depth == DEEPEST_KEPT && node.children().any(|child| child.has_children()) {
                    holders.push(node.id());
                }
            }
            Edge::Close(_) => depth -= 1,
        }
    }
    for holder in holders {
        let Some(inside) = html.tree.get(holder).map(in_order) else { continue };
        for id in inside.unread {
            if let Some(mut element) = html.tree.get_mut(id) {
                element.detach();
            }
        }
        for id in inside.kept {
            if let Some(mut holder) = html.tree.get_mut(holder) {
                holder.append_id(id);
            }
        }
    }
    html
}

/// What is inside an element, in page order.
#[derive(Default)]
struct Inside {
    kept: Vec<NodeId>,
    /// Elements in those whose text is no text of the page: among the others it would be.
    unread: Vec<NodeId>,
}

fn in_order(holder: NodeRef<Node>) -> Inside {
    let mut inside = Inside::default();
    let mut unread = None;
    for edge in holder.traverse().skip(1) {
        match edge {
            Edge::Open(node) if unread.is_none() => {
                inside.kept.push(node.id());
                if node.value().as_element().is_some_and(|element| is_unread(element.name())) {
                    unread = Some(node.id());
                    let elements = node.children().filter(|child| !child.value().is_text());
                    inside.unread.extend(elements.map(|element| element.id()));
                }
            }
            Edge::Close(node) if unread == Some(node.id()) => unread = None,
            _ => {}
        }
    }
    inside
}

/// Elements whose text is no text of the page.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "iframe" | "math" | "noscript" | "script" | "select" | "style" | "svg" | "template" | "textarea" | "title"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &Html) -> String {
        html.tree.root().descendants().filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
    }

    fn depth(html: &Html) -> usize {
        let elements = html.tree.nodes().filter(|node| node.value().is_element());
        elements.map(|element| element.ancestors().count()).max().unwrap_or_default()
    }

    #[test]
    fn what_is_within_bounds_is_parsed_as_ever_however_it_falls_into_pieces() {
        let page = "<title>Żółw</title><p class='ą'>Żółta <b>łódź<p>i dwie</b> kaczki &amp; gęś<table>ż<td>x</table>";
        let page = page.repeat(300);
        assert_eq!(document(&page).unwrap().html(), Html::parse_document(&page).html());
    }

    #[test]
    fn what_is_too_deep_is_hung_up_in_the_same_order() {
        let mut page = String::new();
        for number in 0..600 {
            page += &format!("{number} <div>");
        }
        page += "<script>not 1 <b></script><svg><text>not 2</text></svg>the end";
        for number in 0..600 {
            page += &format!("</div> {number}");
        }
        let (parsed, whole) = (document(&page).unwrap(), Html::parse_document(&page));
        assert!(depth(&whole) > 600);
        assert_eq!(depth(&parsed), DEEPEST_KEPT);
        // What an `svg` says there is given up.
        assert_eq!(texts(&parsed), texts(&whole).replace("not 2", ""));
        let script = parsed.tree.nodes().find(|node| node.value().as_element().is_some_and(|e| e.name() == "script"));
        assert!(script.is_some_and(|script| script.has_children()));
    }

    #[test]
    fn every_bound_is_held() {
        let numbered =
            |text: &str, count: usize| (0..count).map(|n| text.replace('#', &n.to_string())).collect::<String>();
        let refused = |page: String| document(&page).unwrap_err();
        assert_eq!(refused("<b id=x><i><font>".repeat(8_000)), TooMuch::Depth);
        assert_eq!(refused(numbered("<p><b id=b#>text</p>", 3_000).repeat(3)), TooMuch::Steps);
        let few = Watched::new(Html::new_document(), Bounds { nodes: 100, ..OF_A_PAGE });
        let parser = driver::parse_document(few, ParseOpts::default());
        assert_eq!(fed(parser, &"<p>text".repeat(100)), Err(TooMuch::Nodes));
        assert_eq!(refused(format!("<p{}>", numbered(" a#=b", MOST_ATTRIBUTES + 1))), TooMuch::Attributes);
        assert_eq!(refused(format!("<p{}", numbered(" a#='>' b# c# = d", 20_000))), TooMuch::Attributes);
        assert!(document(&format!("<p{}>", numbered(" a#='x > y' ", MOST_ATTRIBUTES - 1))).is_ok());
    }

    #[test]
    fn long_values_comments_and_scripts_have_no_attributes() {
        let long = "a b = ' c > ".repeat(20_000);
        for page in
            [format!("<img alt=\"{long}\">"), format!("<!-- <p {long}-->"), format!("<script>if (a<b) {long}</script>")]
        {
            assert!(!has_endless_tag(&page));
            assert!(document(&page).is_ok());
        }
    }

    #[test]
    fn a_fragment_has_bounds_of_its_own() {
        assert!(fragment("A kiln <i>at dusk").is_some());
        assert!(fragment(&"<b><i><font>".repeat(1_000)).is_none());
    }

    #[test]
    fn no_control_character_gets_through() {
        let page =
            "<p title='a&#27;b'>one\u{1b}two&#x1f;&#13;three\u{c}four\u{85}\u{ffff} fünf\u{a0}</p><pre>a\tb\nc</pre>";
        let parsed = document(page).unwrap();
        assert_eq!(texts(&parsed), "onetwo three four  fünf\u{a0}a\tb\nc");
        assert!(parsed.html().contains("title=\"ab\""));
    }
}
