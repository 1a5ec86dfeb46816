//! Tidy: the finished blocks, freed of what only reading them shows to be superfluous.
//!
//! [`edges`] takes away what stands before and after the text proper: the headline and byline once more,
//! the heads of boxes whose contents are gone. [`signposts`] takes down the lines that lead elsewhere,
//! and [`parting`] what the site has to say for itself.
//! [`repeats`] takes away what is there twice and tells pull quotes from quotations. [`headings`] finds those that are
//! only bold, and puts their levels in order.

mod edges;
mod headings;
mod parting;
mod repeats;
mod signposts;

pub(crate) use edges::opens_with;
pub(crate) use signposts::announces_another;

use super::metadata::Metadata;
use crate::article::{Block, Inline, plain_text};

/// Puts the blocks of a body in order; `headlines` are the headlines by which the page goes.
pub(crate) fn tidy(mut blocks: Vec<Block>, headlines: &[String], metadata: &Metadata) -> Vec<Block> {
    edges::trim(&mut blocks, headlines, metadata);
    signposts::take_down(&mut blocks);
    parting::take_leave(&mut blocks, &metadata.byline.authors);
    repeats::drop(&mut blocks);
    edges::drop_bare_ends(&mut blocks);
    headings::promote(&mut blocks);
    headings::level(&mut blocks);
    blocks
}

/// The text of one block.
fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => Inline::plain_text(content),
        other => plain_text(std::slice::from_ref(other)),
    }
}

/// A text by its letters and digits alone, in lower case: what it says, however it is set.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_sign_of_a_word(c));
    for word in words.filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.push_str(word);
        } else {
            folded.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    // All at once: what is left in upper case is ASCII.
    folded.make_ascii_lowercase();
    folded
}

/// The tone marks and vowel killers of Thai, Lao and Devanagari stand within words and are no letters.
fn is_sign_of_a_word(c: char) -> bool {
    matches!(c, '\u{093C}' | '\u{094D}' | '\u{0E47}'..='\u{0E4E}' | '\u{0EC8}'..='\u{0ECD}')
}
