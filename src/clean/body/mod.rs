//! Body: finds the part of the page that is the article's text.
//!
//! Seven steps, each a file: names mark the page's [`furniture`]; the [`stories`] below the first are set aside, and
//! the [`stamps`] of posts taken back; of what is left the text and its links are measured; the
//! [`candidates`] for the body are compared and the best is taken; [`joining`] adds what a page builder set apart from
//! it. [`pruning`] then takes out of the body what only shows itself as furniture from within. How strict all of them
//! are is the [`Appetite`].

mod candidates;
mod furniture;
mod hidden;
mod joining;
mod lexicon;
mod names;
mod pruning;
mod stamps;
mod stories;
mod vocabulary;

use super::rules::Rule;
use super::view::non_text::is_non_text;
use super::view::text_stats::{Measurer, TextStats};
use super::view::tree::{NodeIdx, PerNode, Tree};

/// The article's part of a page.
#[derive(Debug)]
pub(crate) struct Body {
    /// The places of the elements that make up the body, in reading order, none inside another.
    pub parts: Vec<NodeIdx>,
    /// The prose of the whole page, furniture and all, in letters.
    pub prose_of_page: u32,
    /// Marks the roots of the subtrees that are no part of it.
    left_out: RulesAgainst,
}

impl Body {
    /// These elements and all that is shown in them.
    pub(super) fn of_parts(tree: &Tree, parts: Vec<NodeIdx>) -> Self {
        let left_out: RulesAgainst =
            tree.nodes().map(|place| Rule::NonText.when(is_non_text(tree.name(place)))).collect();
        let prose_of_page = Measurer::of(tree).measure(|place| left_out[place].is_some())[NodeIdx::ROOT].prose;
        Self { parts, prose_of_page, left_out }
    }

    /// The whole of a page.
    #[cfg(test)]
    pub(super) fn whole(tree: &Tree) -> Self {
        Self::of_parts(tree, vec![NodeIdx::ROOT])
    }

    /// True if the subtree at `place` is no part of the body.
    pub(super) fn leaves_out(&self, place: NodeIdx) -> bool {
        self.left_out[place].is_some()
    }

    /// The subtrees inside the body that are no part of it, each with the rule that left it out, in page order.
    pub(crate) fn left_out(&self, tree: &Tree) -> Vec<(Rule, NodeIdx)> {
        let within = self.parts.iter().flat_map(|part| tree.within(*part));
        within.filter_map(|at| self.left_out[at].map(|rule| (rule, at))).collect()
    }
}

/// The rule by which each node is none of the body, where there is one; that of a subtree stands at its root.
type RulesAgainst = PerNode<Option<Rule>>;

/// How much is taken for the article's, from little to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Appetite {
    /// Every rule holds.
    Picky,
    /// Names that are only likely to tell furniture are ignored, as are all on what holds much prose, and
    /// nothing is pruned.
    Hungry,
    /// The page's main part, but for what only leads elsewhere or is not shown.
    Greedy,
    /// The whole page but its scripts.
    Ravenous,
}

/// Finds the body in `tree` with the appetite given; the `standfirst` is known already, and no part of it.
pub(crate) fn find(tree: &Tree, appetite: Appetite, standfirst: Option<&str>) -> Body {
    let mut measurer = Measurer::of(tree);
    let raw = measurer.measure(|place| is_non_text(tree.name(place)));
    let mut left_out = furniture::marks(tree, &raw, appetite);
    if appetite <= Appetite::Hungry {
        stories::leave_out_later(tree, &raw, &mut left_out);
        stamps::take_back(tree, &raw, &mut left_out);
    }
    let stats = measurer.measure(|place| left_out[place].is_some());
    let parts = match appetite {
        Appetite::Ravenous => vec![NodeIdx::ROOT],
        Appetite::Greedy => vec![landmark(tree, &stats)],
        Appetite::Picky | Appetite::Hungry => candidates::choose(tree, &stats, &left_out, standfirst),
    };
    if appetite == Appetite::Picky {
        pruning::prune(tree, &stats, &parts, &mut left_out);
    }
    Body { parts, prose_of_page: raw[NodeIdx::ROOT].prose, left_out }
}

/// The page's `main` or only `article`, if it holds most of the prose.
fn landmark(tree: &Tree, stats: &PerNode<TextStats>) -> NodeIdx {
    let holds_most = |place: &NodeIdx| stats[*place].prose * 2 > stats[NodeIdx::ROOT].prose;
    ["main", "article"].iter().filter_map(|name| tree.first_named(name)).find(holds_most).unwrap_or(NodeIdx::ROOT)
}
