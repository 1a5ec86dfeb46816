//! Flattening: elements nested deeper than any page needs are hung up less deep, so that whoever walks the tree may recurse.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};

/// How many elements stand one inside another in the tree that is handed on: what is deeper is hung up this deep, in
/// the same order, as Blink and WebKit do (their limit is the same).
const DEEPEST_KEPT: usize = 512;

/// Hangs up what is too deep at the greatest depth that is kept.
pub(super) fn flattened(mut html: Html) -> Html {
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
    use super::super::document;
    use super::*;
    use crate::clean::parse::tests::texts;

    fn depth(html: &Html) -> usize {
        let elements = html.tree.nodes().filter(|node| node.value().is_element());
        elements.map(|element| element.ancestors().count()).max().unwrap_or_default()
    }

    #[test]
    fn what_is_too_deep_is_hung_up_in_the_same_order() {
        let mut page = String::new();
        for number in 0..600 {
            page += &format!("{number} <div>");
        }
        page += "<script type=text/plain>not 1 <b></script><svg><text>not 2</text></svg>the end";
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
}
