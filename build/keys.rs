//! The lists of the lexicon: how each is called in the files and in the code, and how it is looked up.
//!
//! `byline.labels` stands as `labels` under `[byline]` in a file, and is `lexicon::BYLINE_LABELS` in the code.

/// A list that files may have words for.
pub struct Key {
    pub name: &'static str,
    pub homes: &'static [Home],
    pub form: Form,
    pub case: Case,
}

/// The files in which a list may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    Languages,
    Structure,
    Organisations,
}

/// How a list is looked up.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Each word by itself.
    Words,
    /// In many lines.
    Phrases,
    /// The same, and what is found is counted for each language by itself.
    PhrasesByLanguage,
    /// Each word stands for one of these.
    Graded(&'static [&'static str]),
    /// Rows of the twelve months.
    Months,
}

/// How words are to be written.
#[derive(Debug, Clone, Copy)]
pub enum Case {
    /// In small letters. Marks are left out as the files are read: "don't miss" is looked for as "don t miss".
    Folded,
    /// In small letters.
    Small,
    /// As they are printed: "INÉS" is not "Inés".
    AsWritten,
    /// As they are printed, between two spaces.
    Between,
}

const LANGUAGES: &[Home] = &[Home::Languages];
const EVERYWHERE: &[Home] = &[Home::Languages, Home::Organisations];

const fn words(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Words, case: Case::Small }
}

const fn written(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Words, case: Case::AsWritten }
}

const fn between(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Words, case: Case::Between }
}

const fn phrases(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Phrases, case: Case::Folded }
}

const fn of_organisations(name: &'static str, case: Case) -> Key {
    Key { name, homes: EVERYWHERE, form: Form::Words, case }
}

const fn of_structure(name: &'static str) -> Key {
    Key { name, homes: &[Home::Structure], form: Form::Words, case: Case::Small }
}

const fn graded(name: &'static str, grades: &'static [&'static str]) -> Key {
    Key { name, homes: &[Home::Structure], form: Form::Graded(grades), case: Case::Small }
}

impl Key {
    /// What is to be written in a file: the name, and the grades if it has such.
    pub fn paths(&self) -> Vec<String> {
        match self.form {
            Form::Graded(grades) => grades.iter().map(|grade| format!("{}.{grade}", self.name)).collect(),
            _ => vec![self.name.to_owned()],
        }
    }
}

pub const KEYS: &[Key] = &[
    phrases("paywall.lines"),
    phrases("paywall.remains"),
];
