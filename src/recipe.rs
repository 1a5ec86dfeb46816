//! The recipe of an issue: everything a person decides before it is bound.

use crate::fetch::FetchRules;
use crate::issue::LanguageChoice;
use crate::output::name::book_name;
use crate::pdf::PdfSettings;
use crate::source::Input;
use jiff::civil::Date;
use std::fmt;
use std::path::{Path, PathBuf};

/// What to bind, how, and where to put it.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// What to bind, in the order of the issue unless [`order`](Self::order) says otherwise. The pages of a folder come
    /// in the order of their names.
    pub inputs: Vec<Input>,
    /// The order of the whole issue; `None` leaves the inputs as they were named.
    pub order: Option<Order>,
    pub outputs: Outputs,
    /// `None` gives "Digest, 23 November 2026" in the issue's language.
    pub title: Option<String>,
    pub date: Date,
    /// Which language the title, the contents and the fixed words are in.
    pub language: LanguageChoice,
    pub images: Images,
    pub keep: Keep,
    pub duplicates: Duplicates,
    /// How the pages of a PDF look.
    pub pdf: PdfSettings,
    /// A folder with fonts for what the built-in ones lack, and for what a theme names; they come before the system's.
    pub fonts: Option<PathBuf>,
    pub fetch: FetchRules,
}

/// Where the books go.
#[derive(Debug, Clone)]
pub enum Outputs {
    /// To these files, in the place of those that are there.
    Named(Vec<Output>),
    /// To `NAME-2026-11-23.FORMAT` in this folder: NAME is the issue's title, or "digest" if it was given none.
    ByTitle { folder: PathBuf, formats: Vec<Format>, existing: Existing },
}

/// What becomes of a file that has the name of a book.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the books of the run get a number: `digest-2026-11-23-2.epub`.
    #[default]
    Kept,
    /// The book takes its place.
    Overwritten,
}

/// One book to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    pub path: PathBuf,
    pub format: Format,
}

/// A kind of book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Epub,
    Pdf,
}

/// Which pictures go into the issue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Images {
    /// Every content picture.
    #[default]
    All,
    /// Only pictures with a credit.
    Credited,
    /// No picture.
    None,
}

/// Which pages are bound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keep {
    /// Those that may be articles.
    #[default]
    Articles,
    /// All that have any text: the results of a search, a page to log in.
    All,
}

/// What becomes of an article that repeats an earlier one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// It is left out, and the report says so.
    #[default]
    LeaveOut,
    /// It is bound, too.
    Bind,
}

/// What an issue is sorted by. Articles that are alike in it, and those that have none, which come last, stand in the
/// order of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The paths and addresses, as people sort titles: "2" before "10", without "The", "A" and "An".
    Name,
    /// The day on which the articles were published, oldest first.
    Date,
    /// The time at which the files were saved, oldest first.
    Added,
}

impl Format {
    /// The format that a file's ending stands for.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_lowercase().as_str() {
            "epub" => Some(Self::Epub),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Epub => "epub",
            Self::Pdf => "pdf",
        })
    }
}

impl Outputs {
    /// Whether a book of this format is asked for.
    pub fn want(&self, format: Format) -> bool {
        match self {
            Self::Named(outputs) => outputs.iter().any(|output| output.format == format),
            Self::ByTitle { formats, .. } => formats.contains(&format),
        }
    }

    /// What becomes of the files that are there.
    pub fn existing(&self) -> Existing {
        match self {
            Self::Named(_) => Existing::Overwritten,
            Self::ByTitle { existing, .. } => *existing,
        }
    }

    /// The files of an issue with this title; those that have no name get their number when they are written.
    pub fn named(&self, title: Option<&str>, date: Date) -> Vec<Output> {
        match self {
            Self::Named(outputs) => outputs.clone(),
            Self::ByTitle { folder, formats, .. } => {
                let name = book_name(title, date);
                let path = |format| folder.join(format!("{name}.{format}"));
                formats.iter().map(|&format| Output { path: path(format), format }).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_book_is_named_by_its_title_and_date() {
        let formats = vec![Format::Epub, Format::Pdf];
        let outputs = Outputs::ByTitle { folder: "books".into(), formats, existing: Existing::Kept };
        let paths = |title| outputs.named(title, date(2026, 11, 23)).into_iter().map(|output| output.path);
        let expected = ["books/übers-wochenende-2026-11-23.epub", "books/übers-wochenende-2026-11-23.pdf"];
        assert!(paths(Some("Übers Wochenende!")).eq(expected.map(PathBuf::from)));
        assert_eq!(paths(None).next(), Some(PathBuf::from("books/digest-2026-11-23.epub")));
    }
}
