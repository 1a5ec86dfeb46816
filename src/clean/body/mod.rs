//! Body: finds the part of the page that is the article's text.
//!
//! Seven steps, each a file: names mark the page's [`furniture`]; the [`stories`] below the first are set aside, and
//! the [`stamps`] of posts taken back; of what is left the [`density`] of text and links is weighed; the
//! [`candidates`] for the body are compared and the best is taken; [`joining`] adds what a page builder set apart from
//! it. [`pruning`] then takes out of the body what only shows itself as furniture from within. How strict all of them
//! are is the [`Appetite`].

mod candidates;
pub(crate) mod density;
pub(crate) mod furniture;
pub(super) mod hidden;
mod joining;
mod lexicon;
mod names;
mod pruning;
mod stamps;
mod stories;
mod vocabulary;

use super::view::tree::{NodeIdx, PerNode, Tree};
use density::Scale;

/// The article's part of a page.
#[derive(Debug)]
pub(crate) struct Body {
    /// The places of the elements that make up the body, in reading order, none inside another.
    pub parts: Vec<NodeIdx>,
    /// The prose of the whole page, furniture and all, in letters.
    pub prose_of_page: u32,
    /// Marks the roots of the subtrees that are no part of it.
    left_out: PerNode<bool>,
}

impl Body {
    /// The whole of a page.
    #[cfg(test)]
    pub fn whole(tree: &Tree) -> Self {
        let left_out = tree.nodes().map(|place| furniture::is_machinery(tree, place)).collect();
        Self { parts: vec![NodeIdx::ROOT], prose_of_page: 0, left_out }
    }

    /// True if the subtree at `place` is no part of the body.
    pub fn leaves_out(&self, place: NodeIdx) -> bool {
        self.left_out[place]
    }
}

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
    let mut scale = Scale::of(tree);
    let raw = scale.weigh(|place| furniture::is_machinery(tree, place));
    let mut left_out = furniture::marks(tree, &raw, appetite);
    if appetite <= Appetite::Hungry {
        stories::leave_out_later(tree, &raw, &mut left_out);
        stamps::take_back(tree, &raw, &mut left_out);
    }
    let masses = scale.weigh(|place| left_out[place]);
    let parts = match appetite {
        Appetite::Ravenous => vec![NodeIdx::ROOT],
        Appetite::Greedy => vec![landmark(tree, &masses)],
        Appetite::Picky | Appetite::Hungry => candidates::choose(tree, &masses, &left_out, standfirst),
    };
    if appetite == Appetite::Picky {
        pruning::prune(tree, &masses, &parts, &mut left_out);
    }
    Body { parts, prose_of_page: raw[NodeIdx::ROOT].prose, left_out }
}

/// The page's `main` or only `article`, if it holds most of the prose.
fn landmark(tree: &Tree, masses: &PerNode<density::Mass>) -> NodeIdx {
    let holds_most = |place: &NodeIdx| masses[*place].prose * 2 > masses[NodeIdx::ROOT].prose;
    ["main", "article"].iter().filter_map(|name| tree.first_named(name)).find(holds_most).unwrap_or(NodeIdx::ROOT)
}
