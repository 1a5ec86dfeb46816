//! Sorts the elements of a figure's frame by the parts that they play.

use super::super::role::{Ground, Role};
use super::super::{credit, names};
use super::rule::{PassedOver, WhyNot};
use crate::clean::view::non_text::is_no_line;
use crate::clean::view::tree::{NodeIdx, NodeKind, Tree};
use std::collections::BTreeSet;

/// The elements of a frame by their roles, in page order.
pub(super) struct Parts<'a> {
    pub tree: &'a Tree<'a>,
    pub captions: Vec<Called>,
    pub credits: Vec<Called>,
    /// Elements with words of their own that have no role.
    pub plain: Vec<NodeIdx>,
    /// What is left out when the words of an element are read: pictures, furniture, and parts with another role.
    pub left_out: BTreeSet<NodeIdx>,
    pub passed_over: Vec<PassedOver>,
}

/// An element that is called a caption or a credit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Called {
    pub element: NodeIdx,
    pub role: Role,
    /// `None` where the end of a caption was taken for an element that should be called so.
    pub ground: Option<Ground>,
}

/// Frames are shallow; deeper markup is not walked.
const DEEPEST: usize = 30;

impl<'a> Parts<'a> {
    pub(super) fn of(tree: &'a Tree<'a>) -> Self {
        Self {
            tree,
            captions: Vec::new(),
            credits: Vec::new(),
            plain: Vec::new(),
            left_out: BTreeSet::new(),
            passed_over: Vec::new(),
        }
    }

    /// Sorts an element and what is inside by role; `within` is the role of what is around it.
    pub(super) fn sort(&mut self, element: NodeIdx, within: Role, pictures: &BTreeSet<NodeIdx>, depth: usize) {
        let tree = self.tree;
        let Some(value) = tree.element(element) else { return };
        if pictures.contains(&element) && !has_words(element, tree) || depth > DEEPEST {
            self.left_out.insert(element);
            return;
        }
        let is_heading = matches!(value.name(), "h1" | "h2" | "h3") && within == Role::Plain;
        if is_heading {
            self.pass_over(element, WhyNot::Heading);
            return;
        }
        let in_caption = within == Role::Caption;
        let holds_a_picture = || pictures.range(tree.within(element)).next().is_some();
        let (role, ground) = Role::grounded(element, tree);
        let role = match role {
            // Scripts put whole parts of a page into place that were hidden before.
            Role::Furniture if names::is_hidden(value) && holds_a_picture() => Role::Plain,
            Role::Furniture => {
                self.pass_over(element, WhyNot::Control);
                return;
            }
            // The names of a caption's wrapper may speak of the credit that it holds as well.
            role if role.is_credit() => role_of_named_credit(element, tree, role, within),
            Role::Caption if within.is_credit() => Role::Caption,
            Role::Caption if in_caption => Role::Plain,
            role => role,
        };
        match role {
            Role::Caption if !in_caption => {
                if within != Role::Plain {
                    self.left_out.insert(element);
                }
                self.captions.push(Called { element, role, ground });
            }
            Role::Credit | Role::NearCredit if !within.is_credit() => {
                self.left_out.insert(element);
                self.credits.push(Called { element, role, ground });
            }
            _ if within == Role::Plain && has_own_words(element, tree) => self.plain.push(element),
            _ => {}
        }
        let inside = if role == Role::Plain { within } else { role };
        for child in tree.children(element) {
            self.sort(child, inside, pictures, depth + 1);
        }
        if within == Role::Plain && role == Role::Caption {
            // A plain part around it must not repeat it.
            self.left_out.insert(element);
        }
    }

    pub(super) fn pass_over(&mut self, element: NodeIdx, why: WhyNot) {
        self.left_out.insert(element);
        self.passed_over.push(PassedOver { element, why });
    }

    /// The words of a credit: neighbouring elements are parted, since the page parts them by their looks.
    pub(super) fn text(&self, element: NodeIdx) -> String {
        let tree = self.tree;
        let mut text = String::new();
        let mut at = element.next();
        while at < tree.end(element) {
            if self.left_out.contains(&at) {
                at = tree.end(at);
                continue;
            }
            match tree.node(at).kind {
                NodeKind::Text(more) => {
                    let begins = more.starts_with(char::is_whitespace);
                    let parts = text.ends_with(|c: char| c.is_alphanumeric() || c == '.')
                        && more.starts_with(|c: char| c.is_uppercase());
                    if begins || parts {
                        text.push(' ');
                    }
                    text.push_str(more);
                }
                NodeKind::Element(inner) if is_no_line(inner.name()) => {
                    at = tree.end(at);
                    continue;
                }
                NodeKind::Element(inner) if matches!(inner.name(), "br" | "p" | "div" | "li") => text.push(' '),
                NodeKind::Element(_) => {}
            }
            at = at.next();
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// An element called a credit is a credit, unless it is the box of caption and credit both.
fn role_of_named_credit(element: NodeIdx, tree: &Tree, role: Role, within: Role) -> Role {
    let inner = || tree.inside(element).take(40).filter(|inner| tree.is_element(*inner));
    let is_credit = |inner| Role::of(inner, tree).is_credit();
    let holds_credit =
        inner().any(|inner| is_credit(inner) && credit::marked(&tree.texts(inner).collect::<String>()).is_some());
    let holds_caption = inner().any(|inner| Role::of(inner, tree) == Role::Caption);
    if holds_credit && (holds_caption || has_own_words(element, tree)) {
        // `figcaption.credit > span.caption + span.credit`
        return if within == Role::Caption { Role::Plain } else { Role::Caption };
    }
    role
}

/// Whether a picture's own element has words besides: a lazy box around a figure.
fn has_words(element: NodeIdx, tree: &Tree) -> bool {
    !matches!(tree.name(element), "img" | "picture" | "noscript" | "amp-img")
        && tree.texts(element).any(|text| !text.trim().is_empty())
}

fn has_own_words(element: NodeIdx, tree: &Tree) -> bool {
    tree.children(element).any(|child| tree.own_text(child).is_some_and(|text| !text.trim().is_empty()))
}
