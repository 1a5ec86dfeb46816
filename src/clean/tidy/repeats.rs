//! What is there twice: a page printed for two widths of screen, a sentence set again in display type.

use super::{folded, text_of};
use crate::article::Block;
use std::collections::HashSet;

/// Shorter texts may well be said twice, in characters.
const TELLING: usize = 40;
/// A pull quote has at least so many characters; "He said no." may be said twice.
const PULLED: usize = 25;

/// Keeps the first of what is repeated, and makes quotations that repeat the text pull quotes.
pub(super) fn drop(blocks: &mut Vec<Block>) {
    let mut seen: HashSet<String> = HashSet::new();
    let mut last_heading = String::new();
    blocks.retain(|block| {
        if matches!(block, Block::Figure(_) | Block::Rule | Block::Quote(_) | Block::PullQuote(_)) {
            return true;
        }
        let text = folded(&text_of(block));
        if text.is_empty() {
            return matches!(block, Block::Code(_)) || !text_of(block).is_empty();
        }
        if matches!(block, Block::Heading { .. }) {
            let again = text == last_heading;
            last_heading = text;
            return !again;
        }
        last_heading.clear();
        text.chars().count() < TELLING || seen.insert(text)
    });
    let running: Vec<String> = blocks
        .iter()
        .filter(|block| matches!(block, Block::Paragraph(_)))
        .map(|block| format!(" {} ", folded(&text_of(block))))
        .collect();
    for block in blocks.iter_mut() {
        if let Block::Quote(quote) = block {
            let text = folded(&quote.content.iter().map(text_of).collect::<Vec<_>>().join(" "));
            let text = format!(" {text} ");
            if text.chars().count() >= PULLED && running.iter().any(|paragraph| paragraph.contains(&text)) {
                *block = Block::PullQuote(quote.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Inline, Quote};

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Inline::text(text)])
    }

    #[test]
    fn an_article_printed_twice_is_taken_once() {
        let once = paragraph("The lock was closed for the winter, and nobody minded.");
        let mut blocks = vec![once.clone(), paragraph("No."), once.clone(), paragraph("No.")];
        drop(&mut blocks);
        assert_eq!(blocks, [once, paragraph("No."), paragraph("No.")]);
    }

    #[test]
    fn a_quotation_that_repeats_the_text_is_a_pull_quote() {
        let quote = |text: &str| Quote { content: vec![paragraph(text)], attribution: Vec::new() };
        let text = paragraph("They said that nobody minded the lock at all, and went home.");
        let mut blocks = vec![
            text,
            Block::Quote(quote("“Nobody minded the lock at all”")),
            Block::Quote(quote("Somebody did mind the lock, though")),
        ];
        drop(&mut blocks);
        assert!(matches!(blocks[1], Block::PullQuote(_)));
        assert!(matches!(blocks[2], Block::Quote(_)));
    }
}
