//! What is there twice: a page printed for two widths of screen, a sentence set again in display type.

use super::{folded, text_of};
use crate::article::Block;
use std::collections::{HashMap, HashSet};

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
    tell_pull_quotes(blocks);
}

/// How many words of a quotation are looked up in the text; the rest is compared where they are found.
const FIRST_WORDS: usize = 4;

/// Makes quotations that repeat the text pull quotes.
fn tell_pull_quotes(blocks: &mut [Block]) {
    let mut by_start: HashMap<String, Vec<(usize, String)>> = HashMap::new();
    for (index, block) in blocks.iter().enumerate() {
        if let Block::Quote(quote) = block {
            let text = folded(&quote.content.iter().map(text_of).collect::<Vec<_>>().join(" "));
            if text.chars().count() >= PULLED {
                let start = text.split(' ').take(FIRST_WORDS).collect::<Vec<_>>().join(" ");
                by_start.entry(start).or_default().push((index, text));
            }
        }
    }
    if by_start.is_empty() {
        return;
    }
    let mut pulled = Vec::new();
    for block in blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))) {
        let running = folded(&text_of(block));
        let starts: Vec<usize> = std::iter::once(0).chain(running.match_indices(' ').map(|(at, _)| at + 1)).collect();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + FIRST_WORDS).map_or(running.len(), |next| next - 1);
            let Some(quotes) = by_start.get(&running[*start..end]) else { continue };
            let rest = &running[*start..];
            let said = quotes.iter().filter(|(_, text)| {
                rest.strip_prefix(text.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            pulled.extend(said.map(|(index, _)| *index));
        }
    }
    for index in pulled {
        if let Block::Quote(quote) = &blocks[index] {
            blocks[index] = Block::PullQuote(quote.clone());
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
