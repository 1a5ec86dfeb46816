//! Hidden: what no reader sees, told from what unfolds when a reader asks for it.

use super::lexicon::words;
use super::names::names;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::hidden::is_hidden_from_some;
use crate::clean::view::text_stats::TextStats;
use crate::clean::view::tree::{NodeIdx, PerNode, Tree, is_subheading};
use scraper::node::Element;

/// True if a script was to show what is hidden, since it is most of the page: pages sent in pieces hold each piece
/// hidden until all are there.
pub(super) fn are_shown(tree: &Tree, raw: &PerNode<TextStats>) -> bool {
    hidden_prose(tree, raw) * 2 > u64::from(raw[NodeIdx::ROOT].prose)
}

/// True of hidden lines as they were typed: the text in the form in which its author wrote it, kept for a script.
pub(super) fn is_hidden_source(element: &Element) -> bool {
    element.name() == "pre" && is_hidden_from_some(element)
}

/// The prose that is hidden.
fn hidden_prose(tree: &Tree, raw: &PerNode<TextStats>) -> u64 {
    let mut hidden = 0;
    let mut at = NodeIdx::ROOT;
    while at < tree.nodes().end {
        let counts =
            |element| is_hidden_from_some(element) && !unfolds(tree, at, element) && !is_hidden_source(element);
        // Most of a page holds no prose, hidden or not.
        if raw[at].prose == 0 {
            at = tree.end(at);
        } else if tree.element(at).is_some_and(counts) {
            hidden += u64::from(raw[at].prose);
            at = tree.end(at);
        } else {
            at = at.next();
        }
    }
    hidden
}

/// Hidden until the reader opens it: answers, tabs and folded sections belong to the article.
pub(super) fn unfolds(tree: &Tree, place: NodeIdx, element: &Element) -> bool {
    if tree.name(tree.node(place).parent) == "details" {
        return true;
    }
    // The pattern for folded sections and tabs of the ARIA Authoring Practices Guide: a region that its button labels.
    if matches!(element.attribute("role"), Some("region" | "tabpanel"))
        && element.attribute("aria-labelledby").is_some()
    {
        return true;
    }
    names(element).any(|name| {
        let mut found = false;
        words(name, &mut |word| {
            found |= matches!(
                word,
                "accordion"
                    | "collapse"
                    | "collapsible"
                    | "faq"
                    | "faqs"
                    | "answer"
                    | "panel"
                    | "tab"
                    | "tabs"
                    | "toggle"
                    | "expand"
                    | "expandable"
                    | "details"
                    | "spoiler"
            );
        });
        found
    })
}

/// A button that is the heading of a folded section: it stands in one, or its box is called so.
pub(super) fn is_question(tree: &Tree, place: NodeIdx) -> bool {
    let in_heading = tree
        .ancestors(place)
        .take(2)
        .any(|around| is_subheading(tree.name(around)) || matches!(tree.name(around), "dt" | "summary"));
    let holds_heading = tree.children(place).any(|child| is_subheading(tree.name(child)));
    in_heading
        || holds_heading
        || std::iter::once(place).chain(tree.ancestors(place).take(1)).filter_map(|at| tree.element(at)).any(
            |element| {
                names(element).any(|name| {
                    let name = name.to_ascii_lowercase();
                    ["accordion", "faq", "question", "collapsible"].iter().any(|word| name.contains(word))
                })
            },
        )
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::found;

    #[test]
    fn hidden_words_are_left_out_but_folded_answers_are_not() {
        let hidden = format!("<div style='display: none'>{TEXT}</div><div aria-hidden=true>{TEXT}</div>");
        let folded = format!("<div class=faq-answer style='display:none'>{TEXT}</div>");
        assert_eq!(found(&format!("<article>{TEXT}{TEXT}{TEXT}{TEXT}{hidden}{folded}</article>")).len(), 5);
    }

    #[test]
    fn the_answer_in_details_unfolds_though_it_is_hidden_from_screen_readers_till_then() {
        let question = format!("<details><summary>Who?</summary><div aria-hidden=true>{TEXT}</div></details>");
        assert_eq!(found(&format!("<article>{TEXT}{TEXT}{TEXT}{question}</article>")).len(), 5);
    }

    #[test]
    fn a_section_that_its_button_labels_unfolds() {
        let folded = format!("<div role=region aria-labelledby=b hidden>{TEXT}</div>");
        assert_eq!(found(&format!("<article>{TEXT}{TEXT}<h3 id=b>When?</h3>{folded}</article>")).len(), 4);
    }

    #[test]
    fn the_source_of_a_text_is_not_printed_below_it() {
        let source =
            format!("<pre hidden aria-hidden=true>{}</pre>", "The lock was closed for the winter. ".repeat(20));
        assert_eq!(found(&format!("<article>{TEXT}{TEXT}{TEXT}{source}</article>")).len(), 3);
    }

    #[test]
    fn a_hidden_body_is_the_body() {
        let page = format!("<p>Please wait.</p><div style='visibility:hidden'>{TEXT}{TEXT}{TEXT}</div>");
        assert_eq!(found(&page).len(), 3);
        let pieces = format!("<p>Please wait.</p>{}", format!("<div hidden>{TEXT}</div>").repeat(4));
        assert_eq!(found(&pieces).len(), 5);
    }

    #[test]
    fn the_question_of_a_folded_answer_stays_though_it_is_a_button() {
        let page = format!("<article>{TEXT}<h3><button>Why?</button></h3>{TEXT}<button>Share</button></article>");
        assert_eq!(found(&page)[1], "h3:Why?");
        assert_eq!(found(&page).len(), 3);
    }

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
}
