//! The words that pages are read by: of each language what stands before a name or a date, what a paywall says, how a picture is
//! credited; what sites call the parts of a page; and the names of agencies and other organisations.
//!
//! They stand in `src/lexicon/*.toml`, a file for each language. As the program is built they are packed into one text, in
//! which each list is a row of words that knows its place: see `build/main.rs`. Here the lists are looked up.
//!
//! A list is a [`WordList`] of words for themselves, a [`PhraseTable`] of phrases that are looked for in many lines, or
//! [`GradedWords`], of which each stands for something.

mod beginnings;
mod graded;
mod letters;
mod lists;
mod packed;
mod phrases;
mod words;

pub(crate) use graded::{GradedWord, GradedWords};
pub(crate) use lists::*;
pub(crate) use phrases::PhraseTable;
pub(crate) use words::WordList;
