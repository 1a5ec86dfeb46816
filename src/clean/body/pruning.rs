//! Pruning: takes out of the body what shows itself as furniture only from within.

use super::RulesAgainst;
use super::furniture::is_dressed_as_button;
use crate::clean::rules::Rule;
use crate::clean::view::text_stats::{TextStats, length};
use crate::clean::view::tree::{NodeIdx, NodeRange, PerNode, Tree, is_subheading};

/// Marks what is to be left out inside the body's `parts`.
pub(crate) fn prune(tree: &Tree, stats: &PerNode<TextStats>, parts: &[NodeIdx], left_out: &mut RulesAgainst) {
    for part in parts {
        let offers = offers(tree, stats, *part, left_out);
        let mut at = part.next();
        while at < tree.end(*part) {
            // The links of an embedded post are all that it says.
            if tree.name(at) == "blockquote" {
                at = tree.end(at);
                continue;
            }
            let against = || {
                (Rule::LinkCluster.when(is_cluster_of_links(tree, stats, at)))
                    .or_else(|| Rule::Offer.when(offers.contains(&at)))
            };
            left_out[at] = left_out[at].or_else(against);
            at = if left_out[at].is_some() { tree.end(at) } else { at.next() };
        }
    }
}

/// What is links to a larger share says nothing itself.
const MOSTLY_LINKS: f32 = 0.7;

/// A list or box that is nearly all links, and more than one.
fn is_cluster_of_links(tree: &Tree, stats: &PerNode<TextStats>, place: NodeIdx) -> bool {
    let held = stats[place];
    let is_box = matches!(
        tree.name(place),
        "ul" | "ol" | "div" | "section" | "aside" | "dl" | "article" | "center" | "header" | "fieldset"
    );
    is_box
        && held.links >= 2
        && held.link_density() > MOSTLY_LINKS
        && held.prose == 0
        && !is_introduced(tree, place)
        && !is_in_data(tree, place)
        && !is_title(tree, place)
        && !is_among_lists(tree, stats, place)
}

/// In a table with heads the links are its data.
fn is_in_data(tree: &Tree, place: NodeIdx) -> bool {
    let Some(table) = tree.ancestors(place).find(|at| tree.name(*at) == "table") else { return false };
    tree.within(table).any(|at| tree.name(at) == "th")
}

/// A heading with another of lower rank below it, and nothing else, is a title that leads to the shop; the heads of
/// teasers are of one rank.
fn is_title(tree: &Tree, place: NodeIdx) -> bool {
    let is_heading = |at: &NodeIdx| is_subheading(tree.name(*at));
    let headings: Vec<NodeIdx> = tree.within(place).filter(is_heading).collect();
    let length = |at: NodeIdx| length(&tree.text(at, |_| false));
    let [first, second] = headings[..] else { return false };
    tree.name(first) < tree.name(second) && length(first) + length(second) == length(place)
}

/// A list whose line above is set like that of a neighbouring list with text is one of several of the article.
fn is_among_lists(tree: &Tree, stats: &PerNode<TextStats>, place: NodeIdx) -> bool {
    let is_list = |at: NodeIdx| matches!(tree.name(at), "ul" | "ol");
    if !is_list(place) {
        return false;
    }
    let beside: Vec<NodeIdx> =
        tree.children(tree.node(place).parent).filter(|at| tree.element(*at).is_some()).collect();
    let line_above = |list: NodeIdx| {
        let nth = beside.iter().position(|at| *at == list)?;
        let line = *beside.get(nth.checked_sub(1)?)?;
        (!is_list(line) && stats[line].text > 0 && stats[line].text < A_LINE).then_some(tree.name(line))
    };
    let Some(line) = line_above(place) else { return false };
    let is_of_text = |at: NodeIdx| {
        let held = stats[at];
        at != place && is_list(at) && (held.link_density() < MOSTLY_LINKS || held.prose > 0) && held.text > A_LINE
    };
    beside.iter().any(|at| is_of_text(*at) && line_above(*at) == Some(line))
}

/// In letters: what stands over a list is shorter.
const A_LINE: u32 = 80;

/// In letters and runs of prose: an offer says no more than this.
const AN_OFFER: u32 = 260;
const RUNS_OF_AN_OFFER: u32 = 3;
/// In letters: the heading of an offer is shorter.
const ITS_HEADING: u32 = 60;

/// More boxes of this kind are what the article is about: courses, chairs, cameras.
const MOST_OFFERS: usize = 2;

/// The boxes inside a part of the body that ask to buy, to try or to join.
fn offers(tree: &Tree, stats: &PerNode<TextStats>, part: NodeIdx, left_out: &RulesAgainst) -> Vec<NodeIdx> {
    let mut offers = Vec::new();
    let mut at = part.next();
    while at < tree.end(part) {
        if left_out[at].is_some() {
            at = tree.end(at);
        } else if is_offer(tree, stats, at) {
            offers.push(at);
            at = tree.end(at);
        } else {
            at = at.next();
        }
    }
    if offers.len() > MOST_OFFERS { Vec::new() } else { offers }
}

/// A heading, a few sentences, and a button below them.
fn is_offer(tree: &Tree, stats: &PerNode<TextStats>, place: NodeIdx) -> bool {
    let held = stats[place];
    if !matches!(tree.name(place), "div" | "section" | "aside")
        || !(1..=AN_OFFER).contains(&held.text)
        || !(1..=RUNS_OF_AN_OFFER).contains(&held.runs)
    {
        return false;
    }
    let within = || tree.within(place);
    let is_heading = |at: &NodeIdx| is_subheading(tree.name(*at));
    let headings: Vec<NodeIdx> = within().filter(is_heading).collect();
    let [heading] = headings[..] else { return false };
    // A heading that is a link names a thing among others.
    let holds_more = within().any(|at| match tree.name(at) {
        "pre" | "table" | "figure" | "blockquote" | "details" | "dl" | "iframe" | "video" | "ol" => true,
        "a" => tree.within(heading).contains(at) || tree.within(at).contains(heading),
        _ => false,
    });
    let presses = |at: NodeIdx| {
        let is_button = tree.name(at) == "button" && tree.text(at, |_| false).chars().any(char::is_alphabetic);
        is_button || tree.name(at) == "a" && tree.element(at).is_some_and(is_dressed_as_button)
    };
    let ends_in_button = NodeRange::new(tree.end(heading), tree.end(place)).any(presses);
    let length = length(&tree.text(heading, |_| false));
    !holds_more && (1..ITS_HEADING).contains(&length) && ends_in_button && !is_repeated(tree, place)
}

/// True if there are others of the same make beside the box.
fn is_repeated(tree: &Tree, place: NodeIdx) -> bool {
    let make = |at: NodeIdx| (tree.name(at), tree.attribute(at, "class"));
    tree.children(tree.node(place).parent).any(|at| at != place && make(at) == make(place))
}

/// A list that the paragraph above announces ("The mills that are left:") belongs to the text.
fn is_introduced(tree: &Tree, place: NodeIdx) -> bool {
    if !matches!(tree.name(place), "ul" | "ol") {
        return false;
    }
    let parent = tree.node(place).parent;
    let before = tree.children(parent).take_while(|at| *at < place).filter(|at| tree.element(*at).is_some()).last();
    before.is_some_and(|at| matches!(tree.name(at), "p") && tree.text(at, |_| false).trim_end().ends_with([':', '：']))
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::found;

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";

    #[test]
    fn links_that_are_the_articles_own_stay() {
        for (own, telling) in [
            ("<div><h2><a href=/a>The best chairs</a></h2><h3><a href=/b>The Merrow, in oak</a></h3></div>", "Merrow"),
            (
                "<table><tr><th>Maker</th><th>Price</th></tr><tr><td><div><a href=/a>Chairs of Osk</a> <a href=/b>Shop</a>\
                 </div></td><td>40</td></tr></table>",
                "Chairs of Osk",
            ),
            (
                "<p><b>A month before</b></p><ul><li>Ask the keeper of the lock for a day, and write the day down twice</li>\
                 <li>Pack what the winter will ask for, and leave the chairs where they are</li></ul>\
                 <p><b>A day before</b></p><ul><li><a href=/a>Pay the toll</a></li><li><a href=/b>Fill the lamp</a></li></ul>",
                "Fill the lamp",
            ),
        ] {
            let left = found(&format!("<article>{TEXT}{TEXT}{own}{TEXT}{TEXT}</article>"));
            assert!(left.iter().any(|block| block.contains(telling)), "{left:?}");
        }
    }

    #[test]
    fn a_box_that_sells_goes_and_several_of_one_make_stay() {
        let offer = |name: &str| {
            format!(
                "<div class=box><h3>{name}</h3><p>It is free for a month, and no card is asked for.</p>\
                     <p><a class='btn btn-primary' href=/try>Begin</a></p></div>"
            )
        };
        let text = TEXT.repeat(4);
        let left = |boxes: &str| found(&format!("<article>{text}{boxes}{text}</article>"));
        assert_eq!(left(&offer("Try the ledger")).len(), 8);
        let courses = ["The first ledger", "The second ledger", "The third ledger"].map(offer);
        assert!(left(&courses.concat()).len() > 12);
    }

    #[test]
    fn a_box_of_links_goes_and_a_list_with_links_stays() {
        let text = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
        let links = "<ul><li><a href=/a>Ten chairs</a></li><li><a href=/b>Nine locks</a></li></ul>";
        let list = "<ul><li>The <a href=/a>chairs</a> of the reading room, which are new</li><li>The locks of the upper Merrow</li></ul>";
        let left = found(&format!("<article>{text}{links}{text}{list}</article>"));
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(left[2].starts_with("ul("));
    }
}
