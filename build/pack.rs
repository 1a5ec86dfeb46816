//! Lays the words of the lists out one behind another, in the order in which they are looked up.
//!
//! The code that comes of it holds numbers alone and no address: a list of strings would have an address for each, all of
//! which the system would have to correct each time the program starts.

use crate::keys::{Form, KEYS, Key};
use crate::letters::{FIRST_BYTES, KINDS, LAST_OF_CASES, STEM, first_byte, kind_of, length_bit};
use crate::read::{List, Lists, Word};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The words, and the code that finds them.
pub(crate) struct Packed {
    /// All words as one text.
    pub words: String,
    /// Where in it each word ends, and what it stands for.
    pub places: String,
    /// The lists, each of which knows its row of words.
    pub lists: String,
}

pub(crate) fn pack(read: &Lists) -> Packed {
    let mut table = Table::default();
    let mut lists = String::new();
    for key in KEYS {
        let name = key.name.replace('.', "_").to_uppercase();
        let (kind, value) = table.add(key, &read[key.name]);
        writeln!(lists, "pub(crate) static {name}: {kind} = {value};").expect("a string takes all");
    }
    let Table { words, ends, tags } = table;
    let count = ends.len();
    let places = format!("static ENDS: [u32; {count}] = {ends:?};\nstatic TAGS: [u8; {count}] = {tags:?};\n");
    Packed { words, places, lists }
}

/// What the code says of all words so far.
#[derive(Default)]
struct Table {
    words: String,
    /// Where each word ends in the text; it begins where the one before ends.
    ends: Vec<usize>,
    tags: Vec<u8>,
}

impl Table {
    /// Adds a list; the type of what finds it again, and its value, in Rust.
    fn add(&mut self, key: &Key, list: &List) -> (&'static str, String) {
        match key.form {
            Form::Words => ("WordList", self.word_list(list)),
            Form::Phrases | Form::PhrasesByLanguage => ("PhraseTable", self.phrase_table(list)),
            Form::Graded(_) | Form::Months => ("GradedWords", self.graded_words(list)),
        }
    }

    /// Words in the order of their bytes, in which those with one beginning stand together.
    fn word_list(&mut self, list: &List) -> String {
        let words: BTreeSet<&str> = list.words.iter().map(|word| word.text.as_str()).collect();
        let mut lengths = [0_u32; FIRST_BYTES];
        for word in &words {
            lengths[first_byte(word)] |= length_bit(word);
        }
        let start = self.ends.len();
        words.into_iter().for_each(|word| self.push(word, 0));
        format!("WordList {{ start: {start}, end: {}, lengths: {lengths:?} }}", self.ends.len())
    }

    /// First the phrases of scripts that part their words, in the order of their beginnings, then those of other scripts;
    /// of phrases that begin alike the longer stand first.
    fn phrase_table(&mut self, list: &List) -> String {
        let phrases: BTreeSet<(&str, u8)> = list.words.iter().map(|word| (word.text.as_str(), word.tag)).collect();
        let (mut parted, others): (Vec<_>, Vec<_>) = phrases.into_iter().rev().partition(|(text, _)| parts_words(text));
        parted.sort_by_key(|(text, _)| kind_of(text.as_bytes()));
        let words = parted.iter().filter(|(text, _)| !text.contains(' '));
        let shortest_word = words.map(|(text, _)| text.len()).min().unwrap_or(usize::from(u16::MAX));
        let beginnings = self.with_beginnings(parted.iter().copied());
        others.into_iter().for_each(|(text, tag)| self.push(text, tag));
        let end = self.ends.len();
        format!("PhraseTable {{ beginnings: {beginnings}, end: {end}, shortest_word: {shortest_word} }}")
    }

    /// Words in the order of their beginnings; `menu*` is the beginning of longer ones.
    fn graded_words(&mut self, list: &List) -> String {
        let entry = |word: &'_ Word| match word.text.strip_suffix('*') {
            Some(stem) => (stem.to_owned(), word.tag | STEM),
            None => (word.text.clone(), word.tag),
        };
        let words: BTreeSet<(String, u8)> = list.words.iter().map(entry).collect();
        let mut words: Vec<(String, u8)> = words.into_iter().collect();
        words.sort_by_key(|(text, _)| kind_of(text.as_bytes()));
        let beginnings = self.with_beginnings(words.iter().map(|(text, tag)| (text.as_str(), *tag)));
        format!("GradedWords {{ beginnings: {beginnings} }}")
    }

    /// Adds words that are in the order of their beginnings.
    fn with_beginnings<'w>(&mut self, words: impl Iterator<Item = (&'w str, u8)>) -> String {
        let start = self.ends.len();
        let mut starts = [0; KINDS + 1];
        for (text, tag) in words {
            starts[kind_of(text.as_bytes()) + 1] += 1;
            self.push(text, tag);
        }
        starts[0] = start;
        for kind in 0..KINDS {
            starts[kind + 1] += starts[kind];
        }
        format!("Beginnings {{ starts: {starts:?} }}")
    }

    fn push(&mut self, word: &str, tag: u8) {
        self.words.push_str(word);
        self.ends.push(self.words.len());
        self.tags.push(tag);
        assert!(self.ends.len() <= usize::from(u16::MAX), "the lists find their words by numbers of two bytes");
    }
}

/// Latin, Greek and Cyrillic part their words by spaces and have two cases; other scripts may do neither, or write
/// particles together with their words. One small letter of the former tells a folded phrase.
fn parts_words(phrase: &str) -> bool {
    phrase.is_ascii() || phrase.bytes().any(|byte| byte.is_ascii_lowercase() || (0xC3..=LAST_OF_CASES).contains(&byte))
}
