//! Headings in order: the topmost is 2, and no level is jumped over on the way down.

use crate::article::{Block, HeadingLevel};
use std::collections::BTreeSet;

pub(super) fn level(blocks: &mut [Block]) {
    let used: BTreeSet<HeadingLevel> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            _ => None,
        })
        .collect();
    let mut before = 1;
    for block in blocks {
        if let Block::Heading { level, .. } = block {
            let rank = used.range(..*level).count() as u8 + 2;
            before = rank.min(before + 1);
            *level = HeadingLevel::new(before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_start_at_two_and_skip_none() {
        let mut blocks: Vec<Block> =
            [4, 6, 3, 6, 4].map(|level| Block::Heading { level: HeadingLevel::new(level), content: Vec::new() }).into();
        level(&mut blocks);
        let levels: Vec<u8> = blocks
            .iter()
            .map(|block| match block {
                Block::Heading { level, .. } => level.get(),
                _ => 0,
            })
            .collect();
        assert_eq!(levels, [2, 3, 2, 3, 3]);
    }
}
