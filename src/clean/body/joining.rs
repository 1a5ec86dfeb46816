//! Joining: the parts of the body that stand beside the chosen element.
//!
//! Page builders set an opening, or a closing section, in a box of its own; the chosen element then
//! holds most of the body but not all. Whoever goes up from it meets the others as neighbours.

use super::RulesAgainst;
use crate::article::folded;
use crate::clean::view::text_stats::{TextStats, length};
use crate::clean::view::tree::{NodeIdx, NodeKind, NodeRange, PerNode, Tree};
use crate::lexicon;

/// A neighbour that is more than this share links leads away from the article.
const LINKED: f32 = 0.45;
/// One paragraph between headline and body is the standfirst, or a word from the publisher; in letters, a paragraph
/// that opens the text is longer.
const A_STANDFIRST: u32 = 140;
/// A word from the publisher has its links.
const A_WORD_FROM_THE_PUBLISHER: f32 = 0.2;
/// In letters: what is said of a picture is shorter.
const A_CAPTION: u32 = 200;
/// How many levels up neighbours are looked for.
const LEVELS: usize = 12;

/// The chosen element and the neighbours that belong to it, in reading order.
///
/// `standfirst` is shown above the text already.
pub(crate) fn join(
    tree: &Tree,
    stats: &PerNode<TextStats>,
    left_out: &RulesAgainst,
    chosen: NodeIdx,
    standfirst: Option<&str>,
) -> Vec<NodeIdx> {
    let headline = last_headline(tree, chosen);
    let opening = Opening { tree, stats, left_out, headline: headline.unwrap_or(tree.nodes().end), standfirst };
    let mut parts = vec![chosen];
    let mut inner = chosen;
    for around in tree.ancestors(chosen).take(LEVELS) {
        if matches!(tree.name(inner), "article" | "main" | "body") || matches!(tree.name(around), "html") {
            break;
        }
        if headline.is_some_and(|headline| headline < inner) {
            let beside = tree.children(around).take_while(|beside| *beside < inner);
            beside.for_each(|beside| opening.find(beside, &mut parts));
        }
        let below = tree.children(around).filter(|beside| *beside > inner && left_out[*beside].is_none());
        parts.extend(below.filter(|beside| is_closing(tree, stats, *beside)));
        inner = around;
    }
    parts.sort_unstable();
    parts
}

/// How the opening of a text is known.
struct Opening<'a> {
    tree: &'a Tree<'a>,
    stats: &'a PerNode<TextStats>,
    left_out: &'a RulesAgainst,
    headline: NodeIdx,
    standfirst: Option<&'a str>,
}

impl Opening<'_> {
    /// Adds what opens the text in a box above the chosen element: the box, or what stands below the headline in it.
    fn find(&self, beside: NodeIdx, parts: &mut Vec<NodeIdx>) {
        let held = self.stats[beside];
        let within = self.tree.within(beside);
        if self.left_out[beside].is_some() || within.end <= self.headline {
            return;
        }
        if within.contains(self.headline) {
            self.tree.children(beside).for_each(|inside| self.find(inside, parts));
        } else if held.link_density() <= LINKED && (self.is_text(beside) || self.is_picture_below(beside, parts)) {
            parts.push(beside);
        }
    }

    fn is_text(&self, place: NodeIdx) -> bool {
        let held = self.stats[place];
        let is_long = || held.prose > A_STANDFIRST && held.link_density() < A_WORD_FROM_THE_PUBLISHER;
        held.runs >= 2 || (is_long() && !self.is_standfirst(place))
    }

    /// A picture between the opening and the rest of the text.
    fn is_picture_below(&self, place: NodeIdx, parts: &[NodeIdx]) -> bool {
        parts.len() > 1
            && self.stats[place].text < A_CAPTION
            && self.tree.within(place).any(|at| matches!(self.tree.name(at), "img" | "picture"))
    }

    fn is_standfirst(&self, place: NodeIdx) -> bool {
        let text =
            |standfirst: &str| folded(standfirst) == folded(&self.tree.text(place, |at| self.left_out[at].is_some()));
        self.standfirst.is_some_and(text)
    }
}

/// In letters: a closing section says more.
const A_CLOSING: u32 = 250;
/// In letters: a word on the picture above may stand before the heading.
const A_LINE_ABOVE: u32 = 60;
/// Questions may be links that unfold their answers.
const A_CLOSING_LINKED: f32 = 0.35;

/// True of a section that builders set below the text though it belongs to it: the questions that readers ask, or how
/// it was found out.
fn is_closing(tree: &Tree, stats: &PerNode<TextStats>, place: NodeIdx) -> bool {
    let held = stats[place];
    if held.prose < A_CLOSING || held.runs < 2 || held.link_density() > A_CLOSING_LINKED {
        return false;
    }
    let is_heading = |at: &NodeIdx| matches!(tree.name(*at), "h2" | "h3");
    let Some(heading) = tree.within(place).find(is_heading) else { return false };
    let above = NodeRange::new(place, heading).map(|at| match tree.node(at).kind {
        NodeKind::Text(text) => length(text),
        NodeKind::Element(_) => 0,
    });
    let opens = above.sum::<u32>() < A_LINE_ABOVE;
    let line = folded(&tree.text(heading, |_| false));
    opens && lexicon::APPENDICES_HEADINGS.within(&line).next().is_some()
}

/// The last headline above an element, if there is one.
fn last_headline(tree: &Tree, place: NodeIdx) -> Option<NodeIdx> {
    NodeRange::new(NodeIdx::ROOT, place).rev().find(|at| tree.name(*at) == "h1")
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::found;

    #[test]
    fn an_opening_in_a_box_of_its_own_belongs_to_the_body() {
        let paragraph =
            |n: u32| format!("<p>The lock was closed for the winter of {n}, and nobody minded it much.</p>");
        let many: String = (1900..1920).map(paragraph).collect();
        let page = format!("<div><h1>The Lock</h1><div>{}{}</div><div>{many}</div></div>", paragraph(1), paragraph(2));
        assert_eq!(found(&page).len(), 22);
        let above =
            |words: &str| found(&format!("<div><h1>The Lock</h1><div>{words}</div><div>{many}</div></div>")).len();
        assert_eq!(above(&paragraph(1)), 20);
        let long = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much, since it froze every \
                    year and the ferry stopped, and whatever grain there was went by the road over the hills.</p>";
        assert_eq!(above(long), 21);
    }

    #[test]
    fn the_questions_below_a_text_belong_to_it_and_other_boxes_do_not() {
        let paragraph =
            |n: u32| format!("<p>The lock was closed for the winter of {n}, and nobody minded it much.</p>");
        let many: String = (1900..1940).map(paragraph).collect();
        let below = |heading: &str| {
            let answers: String = (1..6).map(paragraph).collect();
            found(&format!("<div><h1>The Lock</h1><div>{many}</div><div><h2>{heading}</h2>{answers}</div></div>")).len()
        };
        assert_eq!(below("Frequently asked questions"), 46);
        assert_eq!(below("Who we are"), 40);
    }

    #[test]
    fn a_picture_between_the_opening_and_the_text_is_not_lost() {
        let paragraph = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
        let html = format!(
            "<section><h1>The Lock</h1><div>{0}{0}</div></section>\
             <section><img src=https://example.org/lock.jpg width=800 height=600 alt='The lock in winter'></section>\
             <section><div>{1}</div></section>",
            paragraph,
            paragraph.replace("closed", "open").repeat(9)
        );
        let article = crate::clean::clean(&crate::clean::testing::page(&html)).unwrap();
        assert_eq!(article.figures().len(), 1);
    }
}
