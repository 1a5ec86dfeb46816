//! Tidy: the finished blocks, freed of what only reading them shows to be superfluous.
//!
//! [`edges`] takes away what stands before and after the text proper: the headline and byline once more,
//! the heads of boxes whose contents are gone. [`signposts`] takes down the lines that lead elsewhere,
//! and [`parting`] what the site has to say for itself.
//! [`repeats`] takes away what is there twice and tells pull quotes from quotations. [`headings`] finds those that are
//! only bold, and puts their levels in order. All of them go by what a block [`said`], which is read once.

mod edges;
mod headings;
mod parting;
mod repeats;
mod said;
mod signposts;

pub(crate) use edges::opens_with;
pub(crate) use signposts::announces_another;

use super::metadata::Metadata;
use super::rules::Rule;
use crate::article::Block;
use said::{Blocks, Said};

/// The blocks of a body in order, and those that were left out of them.
pub(crate) struct Tidied {
    pub blocks: Vec<Block>,
    pub left_out: Vec<(Rule, Block)>,
}

/// Puts the blocks of a body in order; `headlines` are the headlines by which the page goes.
pub(crate) fn tidy(blocks: Vec<Block>, headlines: &[String], metadata: &Metadata) -> Tidied {
    let mut said = Blocks::of(blocks);
    edges::trim(&mut said, headlines, metadata);
    signposts::take_down(&mut said);
    parting::take_leave(&mut said, &metadata.byline.authors);
    repeats::drop(&mut said);
    let mut blocks: Vec<Block> = said.kept.into_iter().map(Said::into_block).collect();
    let left_out = said.left_out.into_iter().map(|(rule, said)| (rule, said.into_block())).collect();
    edges::drop_bare_ends(&mut blocks);
    headings::promote(&mut blocks);
    headings::level(&mut blocks);
    Tidied { blocks, left_out }
}
