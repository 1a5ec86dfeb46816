//! Teasers: cards of one make that each lead to another page.

use crate::clean::body::Body;
use crate::clean::view::non_text::is_non_text;
use crate::clean::view::text_stats::{self, TextStats};
use crate::clean::view::tree::{NodeIdx, PerNode, Tree, is_heading};
use std::collections::BTreeMap;

/// So few cards may be the examples of an article.
const FEWEST: usize = 5;

/// A card has fewer letters; the entries of a ranked list say more of what they name.
const LONGEST: u32 = 300;

/// The share of a card's letters that its links make up at the least: a headline over two lines of summary.
const LEAST_LINKED: f32 = 0.12;

/// The elements of the body that are cards, in reading order, none inside another.
pub(super) fn cards(tree: &Tree, body: &Body) -> Vec<NodeIdx> {
    let out = |place: NodeIdx| body.leaves_out(place) || is_non_text(tree.name(place));
    let stats = text_stats::measure(tree, out);
    let mut cards = Vec::new();
    for part in &body.parts {
        let mut at = *part;
        while at < tree.end(*part) {
            if out(at) || stats[at].links == 0 {
                at = tree.end(at);
                continue;
            }
            let group = siblings_of_one_make(tree, &stats, at);
            if group.is_empty() {
                at = at.next();
            } else {
                cards.extend(group);
                at = tree.end(at);
            }
        }
    }
    cards
}

/// The largest group of cards of one make among the children of `around`; empty where there is none.
fn siblings_of_one_make(tree: &Tree, stats: &PerNode<TextStats>, around: NodeIdx) -> Vec<NodeIdx> {
    let mut makes: BTreeMap<(&str, &str), Vec<NodeIdx>> = BTreeMap::new();
    for child in tree.children(around).filter(|child| is_card(tree, stats, *child)) {
        // Content systems write a number or a section into the further classes of each card.
        let class = tree.attribute(child, "class").unwrap_or_default().split_whitespace().next().unwrap_or_default();
        makes.entry((tree.name(child), class)).or_default().push(child);
    }
    let largest = makes.into_values().max_by_key(Vec::len).unwrap_or_default();
    if largest.len() >= FEWEST { largest } else { Vec::new() }
}

fn is_card(tree: &Tree, stats: &PerNode<TextStats>, place: NodeIdx) -> bool {
    let held = stats[place];
    tree.node(place).is_block
        && !matches!(tree.name(place), "p" | "h2" | "h3" | "h4" | "section")
        && held.links > 0
        && (1..LONGEST).contains(&held.text)
        && held.link_density() >= LEAST_LINKED
        && leads_away(tree, place)
}

/// Whether a link inside begins a line, as a headline does, and leads to another page.
fn leads_away(tree: &Tree, place: NodeIdx) -> bool {
    tree.within(place).filter(|at| tree.name(*at) == "a").any(|at| {
        let leads = tree.attribute(at, "href").is_some_and(|href| !href.trim().is_empty() && !href.starts_with('#'));
        let in_heading = || tree.ancestors(at).take(4).any(|around| is_heading(tree.name(around)));
        let holds_heading = || tree.within(at).any(|inside| is_heading(tree.name(inside)));
        let fills_its_line = || {
            let own = text_stats::length(&tree.text(at, |_| false));
            let line = tree.ancestors(at).find(|around| tree.node(*around).is_block).unwrap_or(place);
            own * 10 >= text_stats::length(&tree.text(line, |_| false)) * 7
        };
        leads && (in_heading() || holds_heading() || fills_its_line())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn count(html: &str) -> usize {
        let document = Html::parse_document(html);
        let tree = Tree::of(&document);
        cards(&tree, &Body::whole(&tree)).len()
    }

    #[test]
    fn headlines_with_a_line_of_summary_are_cards() {
        let card =
            "<div class='card news'><h3><a href=/a>The lock is closed</a></h3><p>And nobody in Osk minds.</p></div>";
        assert_eq!(count(&card.repeat(6)), 6);
        assert_eq!(count(&card.repeat(3)), 0);
    }

    #[test]
    fn the_entries_of_an_article_are_none() {
        let entry = format!(
            "<div class=entry><h3>The lock</h3><p>{} <a href=/b>there</a>.</p></div>",
            "It is old and it is wide. ".repeat(5)
        );
        assert_eq!(count(&entry.repeat(8)), 0);
        let paragraph = "<p>The lock is closed, says <a href=/a>the Courier of Osk</a>, for the winter.</p>";
        assert_eq!(count(&paragraph.repeat(8)), 0);
    }
}
