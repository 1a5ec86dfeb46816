//! The tree as the parser builds it, watched.

use super::{Bounds, MOST_ATTRIBUTES, TooMuch, raw_text};
use ego_tree::NodeId;
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, QualName};
use scraper::{Html, HtmlTreeSink};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;

/// The tree as it is built, and what building it has taken.
pub(super) struct Watched {
    html: HtmlTreeSink,
    bounds: Bounds,
    pub steps: Cell<u64>,
    /// The element that was added last, and those around it, the outermost first.
    path: RefCell<Vec<NodeId>>,
    pub excess: Cell<Option<TooMuch>>,
    /// The name of the element that was created last, if nobody reads its text.
    pub unread: Cell<Option<&'static str>>,
    /// One element of each name. Beyond the bounds these stand for all that the parser still asks for, until it has
    /// read the piece that it is at.
    stand_ins: RefCell<HashMap<LocalName, NodeId>>,
}

impl Watched {
    pub(super) fn new(html: Html, bounds: Bounds) -> Self {
        Self {
            html: HtmlTreeSink::new(html),
            bounds,
            steps: Cell::new(0),
            path: RefCell::default(),
            excess: Cell::new(None),
            unread: Cell::new(None),
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
        self.unread.set(raw_text::unread(&name, &attributes));
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
    // Not `any`: without a way out in the middle, many bytes are looked at in one step.
    if text.bytes().fold(false, |found, byte| found | MAY_BEGIN_ONE[usize::from(byte)]) && text.contains(is_one) {
        let kept = text.chars().filter(|c| !is_one(*c) || c.is_whitespace());
        *text = kept.map(|c| if is_one(c) { ' ' } else { c }).collect::<String>().into();
    }
}

/// By which bytes such characters begin in UTF-8; few texts have any of them.
const MAY_BEGIN_ONE: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < b' ' as usize {
        bytes[byte] = byte != b'\n' as usize && byte != b'\t' as usize;
        byte += 1;
    }
    (bytes[0x7f], bytes[0xc2], bytes[0xef]) = (true, true, true);
    bytes
};
