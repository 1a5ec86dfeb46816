//! Words: the text of an element as a reader sees it.

use super::tidy::collapsed;
use crate::clean::view::hidden::is_hidden;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Node};

/// The visible words of `element` in one line.
pub(super) fn words_of(element: ElementRef) -> String {
    collapsed(&read(element, None))
}

/// The visible words of `element` in lines, as blocks part them, and inline elements that follow one another
/// without so much as a space: those are set apart by their style.
pub(super) fn lines_of(element: ElementRef) -> String {
    let words = read(element, Some("\n"));
    let lines = words.split('\n').map(collapsed).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// How much of an element is read, in bytes: what is longer, even by its white space, is no headline and no byline.
const ENOUGH: usize = 4000;

/// The text of an element with a line break at every border of a block. Where neighbours in a line are to be parted, too,
/// no other line break is left.
fn read(element: ElementRef, between_neighbours: Option<&str>) -> String {
    let mut words = String::new();
    let mut unread = 0_usize;
    let mut just_closed = false;
    for edge in element.traverse() {
        if words.len() > ENOUGH {
            break;
        }
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(text) if opens && unread == 0 => {
                match between_neighbours {
                    Some(_) => words.push_str(&text.replace(['\n', '\r', '\t'], " ")),
                    None => words.push_str(text),
                }
                just_closed = false;
            }
            Node::Element(inner) => {
                if is_unread(inner.name()) || (node.id() != element.id() && is_hidden(inner)) {
                    unread = if opens { unread + 1 } else { unread.saturating_sub(1) };
                } else if !is_inline(inner.name()) {
                    words.push('\n');
                } else if opens && just_closed {
                    words.push_str(between_neighbours.unwrap_or_default());
                }
                just_closed = !opens;
            }
            _ => {}
        }
    }
    words
}

/// Elements whose text nobody reads as part of the page.
pub(super) fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "head"
            | "select"
            | "textarea"
            | "iframe"
            | "object"
            | "math"
            | "audio"
            | "video"
    )
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
        let paragraph =
            document.root_element().descendent_elements().find(|element| element.value().name() == "p").unwrap();
        assert_eq!(lines_of(paragraph), "Ada Roe\nFounder of it");
        assert_eq!(words_of(paragraph), "Ada RoeFounder of it");
    }

    #[test]
    fn what_is_hidden_is_no_word_of_its_element() {
        let document = Html::parse_document(
            "<p>The <i hidden>high</i><i style='color: red; DISPLAY : none !important'>low</i><i style='display: inline'>tide</i></p>",
        );
        let paragraph =
            document.root_element().descendent_elements().find(|element| element.value().name() == "p").unwrap();
        assert_eq!(words_of(paragraph), "The tide");
    }
}
