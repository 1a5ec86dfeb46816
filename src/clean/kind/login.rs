//! Log-in: whether a page is a form to log in, saved in the place of an article.

use crate::clean::view::non_text::is_non_text;
use crate::clean::view::text_stats;
use crate::clean::view::tree::{NodeIdx, Tree};

/// Whether the page asks for a password, or for little else than a name or an address, in its own right: sites have
/// such forms in headers and windows above every article, too.
pub(super) fn asks_to_log_in(tree: &Tree) -> bool {
    let own = |place: &NodeIdx| !std::iter::once(*place).chain(tree.ancestors(*place)).any(|at| is_aside(tree, at));
    let inputs = || tree.nodes().filter(|place| tree.name(*place) == "input");
    let is_of = |place: NodeIdx, kinds: &[&str]| {
        let kind = tree.attribute(place, "type").unwrap_or("text").trim().to_ascii_lowercase();
        kinds.contains(&kind.as_str())
    };
    if inputs().any(|place| is_of(place, &["password"]) && own(&place)) {
        return true;
    }
    let is_in_form = |place: NodeIdx| tree.ancestors(place).any(|around| tree.name(around) == "form");
    inputs().any(|place| is_of(place, &["email", "tel", "text"]) && is_in_form(place) && own(&place))
        && is_all_labels(tree)
}

/// Parts of a page that stand on every page of a site, and searches.
fn is_aside(tree: &Tree, place: NodeIdx) -> bool {
    matches!(tree.name(place), "nav" | "header" | "footer" | "aside" | "dialog")
        || matches!(tree.attribute(place, "role"), Some("dialog" | "search"))
}

/// Whether three quarters of what the page says are links, labels and buttons.
fn is_all_labels(tree: &Tree) -> bool {
    let stats = text_stats::measure(tree, |place| is_non_text(tree.name(place)) || is_aside(tree, place));
    stats[NodeIdx::ROOT].linked * 4 >= stats[NodeIdx::ROOT].text * 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn asks(html: &str) -> bool {
        asks_to_log_in(&Tree::of(&Html::parse_document(html)))
    }

    #[test]
    fn a_form_that_is_the_page_asks_to_log_in() {
        assert!(asks("<h1>Hello</h1><form><input name=user><input type=Password><button>Go</button></form>"));
        assert!(asks(
            "<form><label>Your address <input type=email></label><button>Send me a link</button></form><a href=/>Home</a>"
        ));
    }

    #[test]
    fn a_form_on_every_page_of_a_site_does_not() {
        let poem = "<p>The lock is shut,</p><p>the water high,</p><p>the ferry waits,</p><p>and so do I</p>";
        assert!(!asks(&format!("<header><form><input type=password></form></header>{poem}")));
        assert!(!asks(&format!("<form role=search><label>Search <input></label></form>{poem}")));
        assert!(!asks(&format!("<form><label>Letters <input type=email></label></form>{poem}")));
        assert!(!asks(poem));
    }
}
