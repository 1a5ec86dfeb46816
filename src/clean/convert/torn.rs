//! Puts together what the boxes of a page tear: the sign of a callout and its words, a dateline and its sentence.

use super::{Walker, inlines};
use crate::article::{Block, Inline};
use crate::clean::view::tree::NodeIdx;

/// A sign is so many characters at most: an emoji may be written in four.
const A_SIGN: usize = 4;
/// A box around a sign holds so many nodes at most.
const A_SMALL_BOX: usize = 4;
/// "SAN FRANCISCO and NEW YORK (Agence) —", in characters.
const LONGEST_DATELINE: usize = 60;

impl Walker<'_> {
    /// A box of two, of which the first holds nothing but a sign: it begins the line of the second.
    pub(super) fn callout(&self, place: NodeIdx, depth: usize) -> Option<Vec<Block>> {
        let mut parts = self.tree.children(place).filter(|at| self.tree.element(*at).is_some() && !self.skips(*at));
        let (sign, words) = (parts.next()?, parts.next()?);
        let is_small = self.tree.within(sign).len() <= A_SMALL_BOX && self.tree.node(sign).is_block;
        if !is_small || parts.next().is_some() || !self.tree.node(words).is_block {
            return None;
        }
        let sign = self.tree.text(sign, |at| self.skips(at));
        let is_sign =
            (1..=A_SIGN).contains(&sign.chars().count()) && sign.chars().all(|c| !c.is_alphanumeric() && !c.is_ascii());
        if !is_sign {
            return None;
        }
        let mut blocks = self.blocks(self.tree.within(words), depth + 1);
        if let Some(Block::Paragraph(line)) = blocks.first_mut() {
            line.insert(0, Inline::text(format!("{sign} ")));
            *line = inlines::tidied(std::mem::take(line));
        }
        Some(blocks)
    }
}

/// Joins each dateline that stands alone to the paragraph it begins.
pub(super) fn join_datelines(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (joined.last_mut(), block) {
            (Some(Block::Paragraph(dateline)), Block::Paragraph(line)) if is_dateline(dateline) => {
                dateline.push(Inline::text(" "));
                dateline.extend(line);
                *dateline = inlines::tidied(std::mem::take(dateline));
            }
            (_, block) => joined.push(block),
        }
    }
    joined
}

/// A short line that ends in a dash.
fn is_dateline(line: &[Inline]) -> bool {
    let text = Inline::plain_text(line);
    text.chars().count() <= LONGEST_DATELINE && text.ends_with(['—', '–']) && text.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn the_sign_of_a_callout_begins_its_line() {
        let page = "<div><div>💡</div><div><p>Ice <b>floats</b>.</p></div></div>";
        assert_eq!(blocks(page), ["p:💡 Ice *floats*."]);
        assert_eq!(blocks("<div><p>* * *</p><p>Ice floats.</p></div>").len(), 2, "a break");
    }

    #[test]
    fn a_dateline_of_its_own_begins_the_sentence() {
        let page = "<div><div><cite>OSK&nbsp;—&nbsp;</cite></div><p>It froze.</p><p>So —</p></div>";
        assert_eq!(blocks(page), ["p:_OSK\u{a0}—_ It froze.", "p:So —"]);
    }
}
