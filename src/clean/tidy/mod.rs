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
use crate::article::Block;
use said::Said;

/// Puts the blocks of a body in order; `headlines` are the headlines by which the page goes.
pub(crate) fn tidy(blocks: Vec<Block>, headlines: &[String], metadata: &Metadata) -> Vec<Block> {
    let mut said: Vec<Said> = blocks.into_iter().map(Said::by).collect();
    edges::trim(&mut said, headlines, metadata);
    signposts::take_down(&mut said);
    parting::take_leave(&mut said, &metadata.byline.authors);
    repeats::drop(&mut said);
    let mut blocks: Vec<Block> = said.into_iter().map(Said::into_block).collect();
    edges::drop_bare_ends(&mut blocks);
    headings::promote(&mut blocks);
    headings::level(&mut blocks);
    blocks
}

/// A text by its letters and digits alone, in lower case: what it says, however it is set.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_apart = true;
    for c in text.chars() {
        let was_apart = is_apart;
        match FOLDED.get(c as usize) {
            Some(byte) => {
                is_apart = *byte == b' ';
                if !is_apart || !was_apart {
                    folded.push(char::from(*byte));
                }
            }
            None => {
                is_apart = !c.is_alphanumeric() && !is_sign_of_a_word(c);
                if !is_apart {
                    folded.extend(c.to_lowercase());
                } else if !was_apart {
                    folded.push(' ');
                }
            }
        }
    }
    if is_apart {
        folded.pop();
    }
    folded
}

/// What becomes of each character of ASCII: what is no letter and no digit parts words.
const FOLDED: [u8; 128] = {
    let mut folded = [b' '; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// The tone marks and vowel killers of Thai, Lao and Devanagari stand within words and are no letters.
fn is_sign_of_a_word(c: char) -> bool {
    matches!(c, '\u{093C}' | '\u{094D}' | '\u{0E47}'..='\u{0E4E}' | '\u{0EC8}'..='\u{0ECD}')
}
