//! Words: the text of an element as a reader sees it.

use super::tidy::collapsed;
use crate::clean::view::hidden::is_hidden;
use crate::clean::view::non_text::is_unread;
use crate::clean::view::tree::{Edge, NodeIdx, NodeKind, Tree};

/// The visible words of an element in one line.
pub(super) fn words_of(element: NodeIdx, tree: &Tree) -> String {
    collapsed(&read(element, tree, None))
}

/// The visible words of an element in lines, as blocks part them, and inline elements that follow one another
/// without so much as a space: those are set apart by their style.
pub(super) fn lines_of(element: NodeIdx, tree: &Tree) -> String {
    let words = read(element, tree, Some("\n"));
    let lines = words.split('\n').map(collapsed).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// How much of an element is read, in bytes: what is longer, even by its white space, is no headline and no byline.
const ENOUGH: usize = 4000;

/// The text of an element with a line break at every border of a block. Where neighbours in a line are to be parted, too,
/// no other line break is left.
fn read(element: NodeIdx, tree: &Tree, between_neighbours: Option<&str>) -> String {
    let mut words = String::new();
    let mut unread = 0_usize;
    let mut just_closed = false;
    for edge in tree.edges(element) {
        if words.len() > ENOUGH {
            break;
        }
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match tree.node(node).kind {
            NodeKind::Text(text) if unread == 0 => {
                match between_neighbours {
                    Some(_) => words.push_str(&text.replace(['\n', '\r', '\t'], " ")),
                    None => words.push_str(text),
                }
                just_closed = false;
            }
            NodeKind::Text(_) => {}
            NodeKind::Element(inner) => {
                if is_unread(inner.name()) || (node != element && is_hidden(inner)) {
                    unread = if opens { unread + 1 } else { unread.saturating_sub(1) };
                } else if !is_inline(inner.name()) {
                    words.push('\n');
                } else if opens && just_closed {
                    words.push_str(between_neighbours.unwrap_or_default());
                }
                just_closed = !opens;
            }
        }
    }
    words
}

/// Elements that stand in the line of text and do not part it.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn neighbours_without_a_space_are_lines_of_their_own() {
        let document = Html::parse_document("<p><span>Ada Roe</span><span>Founder</span> of <b>it</b></p>");
        let tree = Tree::of(&document);
        let paragraph = tree.first_named("p").unwrap();
        assert_eq!(lines_of(paragraph, &tree), "Ada Roe\nFounder of it");
        assert_eq!(words_of(paragraph, &tree), "Ada RoeFounder of it");
    }

    #[test]
    fn what_is_hidden_is_no_word_of_its_element() {
        let document = Html::parse_document(
            "<p>The <i hidden>high</i><i style='color: red; DISPLAY : none !important'>low</i><i style='display: inline'>tide</i></p>",
        );
        let tree = Tree::of(&document);
        let paragraph = tree.first_named("p").unwrap();
        assert_eq!(words_of(paragraph, &tree), "The tide");
    }
}
