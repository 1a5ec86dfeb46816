//! Sorts the elements of a figure's frame by the parts that they play.

use super::super::role::{Ground, Role};
use super::super::{credit, names};
use super::rule::{PassedOver, WhyNot};
use ego_tree::NodeId;
use scraper::{ElementRef, Node};
use std::collections::BTreeSet;

/// The elements of a frame by their roles, in page order.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    pub captions: Vec<Called<'a>>,
    pub credits: Vec<Called<'a>>,
    /// Elements with words of their own that have no role.
    pub plain: Vec<ElementRef<'a>>,
    /// What is left out when the words of an element are read: pictures, furniture, and parts with another role.
    pub left_out: BTreeSet<NodeId>,
    pub passed_over: Vec<PassedOver>,
}

/// An element that is called a caption or a credit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Called<'a> {
    pub element: ElementRef<'a>,
    pub role: Role,
    /// `None` where the end of a caption was taken for an element that should be called so.
    pub ground: Option<Ground>,
}

/// Frames are shallow; deeper markup is not walked.
const DEEPEST: usize = 30;

impl<'a> Parts<'a> {
    /// Sorts `element` and what is inside by role; `within` is the role of what is around it.
    pub fn sort(&mut self, element: ElementRef<'a>, within: Role, pictures: &BTreeSet<NodeId>, depth: usize) {
        let id = element.id();
        if pictures.contains(&id) && !has_words(element) || depth > DEEPEST {
            self.left_out.insert(id);
            return;
        }
        let is_heading = matches!(element.value().name(), "h1" | "h2" | "h3") && within == Role::Plain;
        if is_heading {
            self.pass_over(id, WhyNot::Heading);
            return;
        }
        let in_caption = within == Role::Caption;
        let (role, ground) = Role::grounded(element);
        let role = match role {
            // Scripts put whole parts of a page into place that were hidden before.
            Role::Furniture if names::is_hidden(element.value()) && holds_one_of(element, pictures) => Role::Plain,
            Role::Furniture => {
                self.pass_over(id, WhyNot::Control);
                return;
            }
            // The names of a caption's wrapper may speak of the credit that it holds as well.
            role if role.is_credit() => role_of_named_credit(element, role, within),
            Role::Caption if within.is_credit() => Role::Caption,
            Role::Caption if in_caption => Role::Plain,
            role => role,
        };
        match role {
            Role::Caption if !in_caption => {
                if within != Role::Plain {
                    self.left_out.insert(id);
                }
                self.captions.push(Called { element, role, ground });
            }
            Role::Credit | Role::NearCredit if !within.is_credit() => {
                self.left_out.insert(id);
                self.credits.push(Called { element, role, ground });
            }
            _ if within == Role::Plain && has_own_words(element) => self.plain.push(element),
            _ => {}
        }
        let inside = if role == Role::Plain { within } else { role };
        for child in element.children().filter_map(ElementRef::wrap) {
            self.sort(child, inside, pictures, depth + 1);
        }
        if within == Role::Plain && role == Role::Caption {
            // A plain part around it must not repeat it.
            self.left_out.insert(id);
        }
    }

    pub fn pass_over(&mut self, element: NodeId, why: WhyNot) {
        self.left_out.insert(element);
        self.passed_over.push(PassedOver { element, why });
    }

    /// The words of a credit: neighbouring elements are parted, since the page parts them by their looks.
    pub fn text(&self, element: ElementRef) -> String {
        let mut open: Vec<_> = vec![element.first_child()];
        let mut text = String::new();
        while let Some(next) = open.pop() {
            let Some(node) = next else { continue };
            open.push(node.next_sibling());
            if self.left_out.contains(&node.id()) || open.len() > 200 {
                continue;
            }
            match node.value() {
                Node::Text(more) => {
                    let begins = more.starts_with(char::is_whitespace);
                    let parts = text.ends_with(|c: char| c.is_alphanumeric() || c == '.')
                        && more.starts_with(|c: char| c.is_uppercase());
                    if begins || parts {
                        text.push(' ');
                    }
                    text.push_str(more);
                }
                Node::Element(inner) => {
                    if matches!(inner.name(), "br" | "p" | "div" | "li") {
                        text.push(' ');
                    }
                    if !matches!(inner.name(), "script" | "style" | "svg" | "noscript" | "template") {
                        open.push(node.first_child());
                    }
                }
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// An element called a credit is a credit, unless it is the box of caption and credit both.
fn role_of_named_credit(element: ElementRef, role: Role, within: Role) -> Role {
    let inner = || element.descendants().skip(1).take(40).filter_map(ElementRef::wrap);
    let holds_credit =
        inner().any(|inner| Role::of(inner).is_credit() && credit::marked(&inner.text().collect::<String>()).is_some());
    let holds_caption = inner().any(|inner| Role::of(inner) == Role::Caption);
    if holds_credit && (holds_caption || has_own_words(element)) {
        // `figcaption.credit > span.caption + span.credit`
        return if within == Role::Caption { Role::Plain } else { Role::Caption };
    }
    role
}

/// Whether a picture's own element has words besides: a lazy box around a figure.
fn has_words(element: ElementRef) -> bool {
    !matches!(element.value().name(), "img" | "picture" | "noscript" | "amp-img")
        && element.text().any(|text| !text.trim().is_empty())
}

fn holds_one_of(element: ElementRef, pictures: &BTreeSet<NodeId>) -> bool {
    element.descendants().any(|inner| pictures.contains(&inner.id()))
}

fn has_own_words(element: ElementRef) -> bool {
    element.children().any(|child| child.value().as_text().is_some_and(|text| !text.trim().is_empty()))
}
