//! Said: a block together with what it says, so that the steps of tidying do not each read it anew.

use crate::article::folded;
use crate::article::{Block, Inline, plain_text};
use crate::clean::rules::Rule;
use std::cell::OnceCell;

/// A block and what it says.
pub(super) struct Said {
    block: Block,
    text: OnceCell<String>,
    line: OnceCell<String>,
}

impl Said {
    pub(super) fn by(block: Block) -> Self {
        Self { block, text: OnceCell::new(), line: OnceCell::new() }
    }

    pub(super) fn block(&self) -> &Block {
        &self.block
    }

    pub(super) fn into_block(self) -> Block {
        self.block
    }

    /// Its text, as it is set.
    pub(super) fn text(&self) -> &str {
        self.text.get_or_init(|| text_of(&self.block))
    }

    /// Its text, [folded].
    pub(super) fn line(&self) -> &str {
        self.line.get_or_init(|| folded(self.text()))
    }

    pub(super) fn is_paragraph(&self) -> bool {
        matches!(self.block, Block::Paragraph(_))
    }
}

/// The blocks of a body, and what was left out of them.
pub(super) struct Blocks {
    pub kept: Vec<Said>,
    pub left_out: Vec<(Rule, Said)>,
}

impl Blocks {
    pub(super) fn of(blocks: Vec<Block>) -> Self {
        Self { kept: blocks.into_iter().map(Said::by).collect(), left_out: Vec::new() }
    }

    /// Leaves out each block against which `against` has a rule; it is asked of all in their order.
    pub(super) fn leave_out(&mut self, mut against: impl FnMut(&Said) -> Option<Rule>) {
        let mut kept = Vec::with_capacity(self.kept.len());
        for said in std::mem::take(&mut self.kept) {
            match against(&said) {
                Some(rule) => self.left_out.push((rule, said)),
                None => kept.push(said),
            }
        }
        self.kept = kept;
    }

    /// Leaves out each block for whose place a rule is given.
    pub(super) fn leave_out_each(&mut self, against: Vec<Option<Rule>>) {
        let mut against = against.into_iter();
        self.leave_out(|_| against.next().flatten());
    }
}

/// The text of one block.
pub(super) fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => Inline::plain_text(content),
        other => plain_text(std::slice::from_ref(other)),
    }
}

/// Does to blocks what is done to what they say.
#[cfg(test)]
pub(super) fn tidied(blocks: &mut Vec<Block>, step: impl FnOnce(&mut Blocks)) {
    let mut said = Blocks::of(std::mem::take(blocks));
    step(&mut said);
    blocks.extend(said.kept.into_iter().map(Said::into_block));
}
