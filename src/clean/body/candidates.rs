//! Candidates: which element of the page is the body.
//!
//! The search starts at the page and goes down as long as one element inside holds nearly all the prose
//! of the one around it. An element that the site itself calls the article's body may hold less.

use super::RulesAgainst;
use super::names;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::text_stats::TextStats;
use crate::clean::view::tree::{NodeIdx, PerNode, Tree};

/// How much of the prose around it an element must hold to be gone into, by what the site calls it.
const SHARES: &[(Hint, f32)] = &[
    // schema.org's own name for it; what stands outside is furniture or a teaser.
    (Hint::ArticleBody, 0.35),
    (Hint::NamedBody, 0.55),
    // Sites call wider parts so, too.
    (Hint::BarelyNamed, 0.65),
    // There may be several `article`s; the rest may be the answers to this one.
    (Hint::Article, 0.5),
    (Hint::Main, 0.4),
    (Hint::Nothing, 0.8),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hint {
    Nothing,
    Main,
    Article,
    BarelyNamed,
    NamedBody,
    ArticleBody,
}

impl Hint {
    fn of(tree: &Tree, place: NodeIdx) -> Self {
        let Some(element) = tree.element(place) else { return Hint::Nothing };
        let property = element.attribute("itemprop").unwrap_or_default();
        if property
            .split_whitespace()
            .any(|word| matches!(word, "articleBody" | "reviewBody" | "blogPost" | "recipeInstructions"))
        {
            return if property.contains("articleBody") { Hint::ArticleBody } else { Hint::NamedBody };
        }
        if names::is_slot(element) {
            return Hint::ArticleBody;
        }
        match element.name() {
            "html" | "body" | "p" | "span" | "a" | "li" | "ul" | "h1" | "h2" | "h3" => return Hint::Nothing,
            "main" => return Hint::Main,
            "article" => return Hint::Article,
            _ => {}
        }
        if names::is_named_body(element) {
            Hint::NamedBody
        } else if names::is_barely_named(element) {
            Hint::BarelyNamed
        } else if element.attribute("role") == Some("main") {
            Hint::Main
        } else {
            Hint::Nothing
        }
    }

    fn share(self) -> f32 {
        SHARES.iter().find(|(hint, _)| *hint == self).map_or(1.0, |(_, share)| *share)
    }
}

/// How many steps the search goes down at most; real pages need a dozen.
const DEEPEST: usize = 60;

/// How many elements of one search are compared with others of their make; real pages have a handful.
const MOST_TESTS: u32 = 20;

/// The elements that make up the body.
pub(crate) fn choose(
    tree: &Tree,
    stats: &PerNode<TextStats>,
    left_out: &RulesAgainst,
    standfirst: Option<&str>,
) -> Vec<NodeIdx> {
    let mut chosen = tree.first_named("body").unwrap_or(NodeIdx::ROOT);
    let mut hints = PerNode::of(None, tree.len());
    let mut in_vain = None;
    for _ in 0..DEEPEST {
        // Going down without losing prose brings no hint to light that was not there before.
        let prose = Some(stats[chosen].prose);
        let hinted = if in_vain == prose { None } else { hinted_inside(tree, stats, left_out, &mut hints, chosen) };
        in_vain = if hinted.is_none() { prose } else { None };
        match hinted.or_else(|| heaviest_inside(tree, stats, left_out, chosen)) {
            Some(inner) => chosen = inner,
            None => break,
        }
    }
    super::joining::join(tree, stats, left_out, chosen, standfirst)
}

/// The first and best element anywhere inside that the site calls the body and that holds enough.
fn hinted_inside(
    tree: &Tree,
    stats: &PerNode<TextStats>,
    left_out: &RulesAgainst,
    hints: &mut PerNode<Option<Hint>>,
    around: NodeIdx,
) -> Option<NodeIdx> {
    let whole = stats[around].prose as f32;
    let mut best: Option<(u32, NodeIdx)> = None;
    let mut tests = 0;
    let mut at = around.next();
    while at < tree.end(around) {
        let held = stats[at];
        // Nothing inside can hold enough.
        if left_out[at].is_some() || (held.prose as f32) < whole * 0.3 {
            at = tree.end(at);
            continue;
        }
        let hint = *hints[at].get_or_insert_with(|| Hint::of(tree, at));
        let holds_enough = hint != Hint::Nothing && held.prose > 0 && held.prose as f32 >= whole * hint.share();
        if holds_enough && best.is_none_or(|(prose, _)| held.prose > prose) && tests < MOST_TESTS {
            tests += 1;
            if !has_peers(tree, stats, left_out, around, at) {
                best = Some((held.prose, at));
            }
        }
        at = at.next();
    }
    best.map(|(_, place)| place)
}

/// The child that holds nearly all.
fn heaviest_inside(
    tree: &Tree,
    stats: &PerNode<TextStats>,
    left_out: &RulesAgainst,
    around: NodeIdx,
) -> Option<NodeIdx> {
    let whole = stats[around].prose as f32;
    let heaviest = tree.children(around).filter(|child| left_out[*child].is_none() && tree.element(*child).is_some());
    let heaviest = heaviest.max_by_key(|child| (stats[*child].prose, std::cmp::Reverse(*child)))?;
    let opens = tree.node(heaviest).is_block
        && !matches!(
            tree.name(heaviest),
            "p" | "li" | "ul" | "ol" | "table" | "blockquote" | "tr" | "tbody" | "pre" | "dl" | "h1" | "h2"
        );
    let holds_enough = stats[heaviest].prose > 0 && stats[heaviest].prose as f32 >= whole * Hint::Nothing.share();
    (opens && holds_enough && !has_peers(tree, stats, left_out, around, heaviest)).then_some(heaviest)
}

/// The share of the prose that several elements of one make must hold beside the first.
const PEERS: f32 = 0.04;

/// True if there are other elements of the same make, classes and all, and prose in them: page builders
/// cut a body into many. An `article` may well stand among others.
fn has_peers(
    tree: &Tree,
    stats: &PerNode<TextStats>,
    left_out: &RulesAgainst,
    around: NodeIdx,
    place: NodeIdx,
) -> bool {
    let make = |at: NodeIdx| (tree.name(at), tree.attribute(at, "class"));
    if tree.name(place) == "article" || tree.attribute(place, "class").is_none() {
        return false;
    }
    let mut prose = 0;
    let mut at = around.next();
    while at < tree.end(around) {
        if left_out[at].is_some() || at == place || stats[at].prose == 0 {
            at = tree.end(at);
            continue;
        }
        let is_around = at < place && tree.end(at) > place;
        if !is_around && make(at) == make(place) && stats[at].link_density() < 0.45 {
            prose += stats[at].prose;
            at = tree.end(at);
            continue;
        }
        at = at.next();
    }
    prose as f32 > stats[around].prose as f32 * PEERS
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::found;

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>\
                        <p>It froze in March, and the ferry stopped; the grain went by the road over the hills.</p>";

    #[test]
    fn the_body_is_found_by_its_text_alone() {
        let page = format!(
            "<div><a href=/>Home</a> <a href=/news>News</a></div><div><div>{TEXT}</div></div><div>© 2020</div>"
        );
        assert_eq!(found(&page).len(), 2);
    }

    #[test]
    fn a_named_body_is_preferred_to_what_stands_around_it() {
        let teaser =
            "<div><p>Ten chairs our editors would sit in again, chosen by hand and tested for a week.</p></div>";
        let page = format!("<div><div itemprop=articleBody>{TEXT}</div>{teaser}{teaser}</div>");
        assert_eq!(found(&page).len(), 2);
    }

    #[test]
    fn the_slot_that_a_builder_fills_and_a_box_called_article_are_the_body() {
        let other = |word: &str| format!("<section>{}</section>", TEXT.replace("town", word).repeat(2));
        for (slot, others) in [
            ("class='elementor-widget elementor-widget-theme-post-content'", [other("city"), other("port")].concat()),
            ("class=article", other("city")),
            ("id=content", other("city")),
        ] {
            let page = format!("<section><div {slot}>{}</div><div>{others}</div></section>", TEXT.repeat(5));
            assert!(found(&page).iter().all(|block| !block.contains("city")), "{slot}");
        }
    }

    #[test]
    fn a_body_cut_into_boxes_of_one_make_is_taken_whole() {
        let april = "<p>In April the grain lift was opened again, and the ferry went twice a day.</p>";
        let page =
            format!("<main><div class=rich-text>{TEXT}{TEXT}{TEXT}</div><div class=rich-text>{april}</div></main>");
        assert!(found(&page).last().unwrap().contains("April"));
    }
}
