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
mod said;
mod signposts;

pub(crate) use edges::opens_with;
pub(crate) use signposts::announces_another;

use super::metadata::Metadata;
use crate::article::Block;
use said::Said;

/// Puts the blocks of a body in order; `headlines` are the headlines by which the page goes.
pub(crate) fn tidy(blocks: Vec<Block>, headlines: &[String], metadata: &Metadata) -> Vec<Block> {
    let mut said: Vec<Said> = blocks.into_iter().map(Said::by).collect();
    edges::trim(&mut said, headlines, metadata);
    signposts::take_down(&mut said);
    parting::take_leave(&mut said, &metadata.byline.authors);
    repeats::drop(&mut said);
    let mut blocks: Vec<Block> = said.into_iter().map(|said| said.block).collect();
    edges::drop_bare_ends(&mut blocks);
    headings::promote(&mut blocks);
    headings::level(&mut blocks);
    blocks
}

/// A text by its letters and digits alone, in lower case: what it says, however it is set.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // What ASCII parts needs no look at the tables of Unicode, and mostly holds no other letters.
    let mut at = 0;
    while at < text.len() {
        let length = text.as_bytes()[at..].iter().position(|byte| PARTS[usize::from(*byte)]);
        let end = length.map_or(text.len(), |length| at + length);
        let piece = &text[at..end];
        if piece.is_ascii() {
            push_word(&mut folded, piece);
        } else {
            piece
                .split(|c: char| !c.is_alphanumeric() && !is_sign_of_a_word(c))
                .for_each(|word| push_word(&mut folded, word));
        }
        at = end + 1;
    }
    // All at once: what is left in upper case is ASCII.
    folded.make_ascii_lowercase();
    folded
}

/// The bytes of ASCII that part words.
const PARTS: [bool; 256] = {
    let mut parts = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        parts[byte as usize] = !byte.is_ascii_alphanumeric();
        byte += 1;
    }
    parts
};

fn push_word(folded: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !folded.is_empty() {
        folded.push(' ');
    }
    if word.is_ascii() {
        folded.push_str(word);
    } else {
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
}

/// The tone marks and vowel killers of Thai, Lao and Devanagari stand within words and are no letters.
fn is_sign_of_a_word(c: char) -> bool {
    matches!(c, '\u{093C}' | '\u{094D}' | '\u{0E47}'..='\u{0E4E}' | '\u{0EC8}'..='\u{0ECD}')
}
