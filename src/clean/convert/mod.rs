//! Convert: turns the elements of the body into blocks and inlines.
//!
//! What is not understood leaves its text and nothing else: no element, no attribute, no script has a
//! place in a [`Block`], so none can get through. [`blocks`] walks the page and hands each kind of
//! element to the file that knows it; text that stands between blocks becomes paragraphs.

mod blocks;
mod code;
mod embeds;
mod figures;
mod inlines;
mod lists;
mod mathematics;
mod notes;
mod quotes;
mod tables;
mod torn;

use super::body::Body;
use super::figures::Figures;
use super::view::addresses::Addresses;
use super::view::tree::{NodeIdx, Tree};
use crate::article::{Block, Note};
use embeds::Titles;
use notes::Marks;

/// How many lists, quotes, tables or emphases may stand inside one another; what is deeper is read as
/// if they were not there. Pages nest four or five.
const DEEPEST: usize = 40;

/// The blocks of the body and the footnotes they refer to.
pub(crate) fn convert(tree: &Tree, body: &Body, figures: &Figures, addresses: &Addresses) -> (Vec<Block>, Vec<Note>) {
    let marks = Marks::find(tree, body);
    // Where chapters are headed by `h1`, all headings stand one lower than they say: the headline is above them.
    let has_h1 = body.parts.iter().flat_map(|part| tree.within(*part)).any(|at| tree.name(at) == "h1");
    let below = has_h1.into();
    let is_on_markup = tree.first_named("code").or_else(|| tree.first_named("pre")).is_some();
    let titles = Titles::of(tree);
    let walker = Walker { tree, body, figures, addresses, marks: &marks, titles: &titles, below, is_on_markup };
    let mut blocks = Vec::new();
    blocks.extend(figures.lead.iter().cloned().map(Block::Figure));
    for part in &body.parts {
        blocks.extend(walker.blocks(tree.within(*part), 0));
    }
    let notes = marks.targets().map(|target| walker.note(target)).collect();
    (torn::join_datelines(blocks), notes)
}

/// All that is looked up while the body is walked.
struct Walker<'a> {
    tree: &'a Tree<'a>,
    body: &'a Body,
    figures: &'a Figures,
    addresses: &'a Addresses,
    marks: &'a Marks,
    titles: &'a Titles,
    /// How far headings stand below the level they say.
    below: u8,
    /// The page shows code: what looks like markup in its words may be meant.
    is_on_markup: bool,
}

impl Walker<'_> {
    /// True for what says something in the line though it is walked around otherwise: the mark of a note that a script
    /// hides, a formula that a script was to set.
    fn speaks(&self, place: NodeIdx) -> bool {
        self.marks.reference_at(place).is_some() || self.is_tex(place)
    }

    /// True for what is walked around: furniture, words that went into a caption, footnotes.
    fn skips(&self, place: NodeIdx) -> bool {
        self.body.leaves_out(place)
            || self.marks.takes_away(place)
            || self.is_set_formula(place)
            || self.is_permalink(place)
            || self.labels_a_field(place)
            || self.lies_over_picture(place)
            || (!self.figures.spent.is_empty() && self.figures.spent.contains(&place))
    }
}
