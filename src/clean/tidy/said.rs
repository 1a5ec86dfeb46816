//! Said: a block together with what it says, so that the steps of tidying do not each read it anew.

use crate::article::folded;
use crate::article::{Block, Inline, plain_text};
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

/// The text of one block.
pub(super) fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => Inline::plain_text(content),
        other => plain_text(std::slice::from_ref(other)),
    }
}

/// Does to blocks what is done to what they say.
#[cfg(test)]
pub(super) fn tidied(blocks: &mut Vec<Block>, step: impl FnOnce(&mut Vec<Said>)) {
    let mut said: Vec<Said> = std::mem::take(blocks).into_iter().map(Said::by).collect();
    step(&mut said);
    blocks.extend(said.into_iter().map(Said::into_block));
}
