//! Reads the files of the lexicon into lists, and says where one is not as it should be.

use crate::folding::folded;
use crate::keys::{Case, Form, Home, KEYS, Key};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file of the lexicon: `en.toml`, `structure.toml`.
pub(crate) struct File {
    pub name: String,
    pub text: String,
}

/// The words of a key in all files; a language is told by the name of its file.
#[derive(Default)]
pub(crate) struct List {
    pub words: Vec<Word>,
}

/// A word with its place in its file.
pub(crate) struct Word {
    pub text: String,
    /// What the word stands for in lists that tell that: a month from 1, the place of a grade or a language from 0.
    pub tag: u8,
    /// The language of its file, `und` for the files that belong to none.
    pub language: String,
}

/// All lists by their keys; those that have no word in any file are there too.
pub(crate) type Lists = BTreeMap<&'static str, List>;

/// What is wrong with a file, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub file: String,
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/lexicon/{}:{}: {}", self.file, self.line, self.what)
    }
}

/// The files of the folder in the order of their names.
pub(crate) fn files(folder: &Path) -> Result<Vec<File>, Fault> {
    let fault = |error| Fault { file: String::new(), line: 0, what: format!("reading the folder: {error}") };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(File { name, text: fs::read_to_string(&path).map_err(fault)? });
        }
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

/// The lists of all `files`.
///
/// # Errors
/// The first fault of the first file that has one.
pub(crate) fn lists(files: &[File]) -> Result<Lists, Fault> {
    let mut lists: Lists = KEYS.iter().map(|key| (key.name, List::default())).collect();
    for (number, file) in files.iter().enumerate() {
        let (home, language) = match file.name.strip_suffix(".toml") {
            Some("structure") => (Home::Structure, "und"),
            Some("organisations") => (Home::Organisations, "und"),
            Some(tag) if (2..=3).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase()) => {
                (Home::Languages, tag)
            }
            _ => {
                let what = "a file is called after the language of its words, as `de.toml`".to_owned();
                return Err(Fault { file: file.name.clone(), line: 1, what });
            }
        };
        let number = u8::try_from(number).expect("there are fewer than 256 files");
        let mut reader = Reader { file, home, language, number, lists: &mut lists };
        let table = DeTable::parse(&file.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            reader.fault(at, error.message().to_owned())
        })?;
        reader.read_table("", table.get_ref())?;
    }
    Ok(lists)
}

struct Reader<'f> {
    file: &'f File,
    home: Home,
    language: &'f str,
    number: u8,
    lists: &'f mut Lists,
}

impl Reader<'_> {
    fn fault(&self, at: usize, what: String) -> Fault {
        let line = 1 + self.file.text.get(..at).unwrap_or_default().matches('\n').count();
        Fault { file: self.file.name.clone(), line, what }
    }

    fn read_table(&mut self, path: &str, table: &DeTable) -> Result<(), Fault> {
        for (name, value) in table {
            let path = if path.is_empty() { name.get_ref().to_string() } else { format!("{path}.{}", name.get_ref()) };
            match value.get_ref() {
                DeValue::Table(inner) => self.read_table(&path, inner)?,
                _ => {
                    let at = name.span().start;
                    let (key, grade) = self.key(&path).map_err(|what| self.fault(at, what))?;
                    self.read_list(key, grade, value)?;
                }
            }
        }
        Ok(())
    }

    /// The key that is called `path`, and for a list with grades the place of the grade.
    fn key(&self, path: &str) -> Result<(&'static Key, u8), String> {
        let here = || KEYS.iter().filter(|key| key.homes.contains(&self.home));
        if let Some(key) = here().find(|key| key.name == path && !matches!(key.form, Form::Graded(_))) {
            return Ok((key, 0));
        }
        for key in here() {
            if let (Form::Graded(grades), Some(grade)) = (key.form, path.strip_prefix(key.name))
                && let Some(place) = grades.iter().position(|known| grade.strip_prefix('.') == Some(known))
            {
                return Ok((key, place as u8));
            }
        }
        let known: Vec<String> = here().flat_map(Key::paths).collect();
        Err(format!("nothing is called `{path}` here; known are {}", known.join(", ")))
    }

    fn read_list(&mut self, key: &'static Key, grade: u8, value: &Spanned<DeValue>) -> Result<(), Fault> {
        let at = value.span().start;
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.fault(at, format!("`{}` is to be a list: [\"…\", \"…\"]", key.name)));
        };
        if items.is_empty() {
            return Err(
                self.fault(at, format!("`{}` is empty; a language without such words has no such line", key.name))
            );
        }
        if let Form::Months = key.form {
            for row in items {
                let at = row.span().start;
                let months = row.get_ref().as_array().filter(|row| row.len() == 12);
                let months = months.ok_or_else(|| self.fault(at, "a row is to have the twelve months".to_owned()))?;
                for (month, word) in (1..).zip(months) {
                    self.read_word(key, month, word)?;
                }
            }
            return Ok(());
        }
        let tag = if let Form::PhrasesByLanguage = key.form { self.number } else { grade };
        items.iter().try_for_each(|word| self.read_word(key, tag, word))
    }

    fn read_word(&mut self, key: &'static Key, tag: u8, word: &Spanned<DeValue>) -> Result<(), Fault> {
        let at = word.span().start;
        let text = word.get_ref().as_str().ok_or_else(|| self.fault(at, "a word stands in quotes".to_owned()))?;
        let text = key.case.stored(text).map_err(|what| self.fault(at, format!("\"{text}\" {what}")))?;
        let words = &self.lists[key.name].words;
        let is_here = |known: &&Word| known.text == text && known.language == self.language;
        if let Some(known) = words.iter().find(is_here)
            && !matches!(key.form, Form::Months)
        {
            return Err(self.fault(at, format!("\"{}\" stands in `{}` twice", known.text, key.name)));
        }
        let means_something_else = |known: &&Word| {
            known.text == text && known.tag != tag && matches!(key.form, Form::Months | Form::Graded(_))
        };
        if let Some(known) = words.iter().find(means_something_else) {
            let what = format!("\"{text}\" stands for something else in the words of `{}`", known.language);
            return Err(self.fault(at, what));
        }
        let word = Word { text, tag, language: self.language.to_owned() };
        self.lists.entry(key.name).or_default().words.push(word);
        Ok(())
    }
}

impl Case {
    /// A word of the file as it is kept, or what is wrong with it.
    fn stored(self, text: &str) -> Result<String, String> {
        if text.trim().is_empty() {
            return Err("is no word".to_owned());
        }
        // In East Asia a space may be what tells a title from the end of a name: " 기자".
        let is_spaced = text.trim() != text && text.is_ascii();
        if is_spaced || text.contains("  ") {
            return Err("has a space too many".to_owned());
        }
        if matches!(self, Case::Folded | Case::Small) && text.to_lowercase() != text {
            return Err(format!("is to be in small letters: \"{}\"", text.to_lowercase()));
        }
        Ok(match self {
            Case::Folded => folded(text),
            Case::Small | Case::AsWritten => text.to_owned(),
            Case::Between => format!(" {text} "),
        })
    }
}
