//! The lists themselves, as they were packed when the program was built.

use super::beginnings::Beginnings;
use super::{GradedWords, PhraseTable, WordList};

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
