//! The recipe of an issue: everything a person decides before it is bound.

use crate::fetch::FetchRules;
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
    /// `None` gives "Digest, 23 November 2026" in the language.
    pub title: Option<String>,
    pub date: Date,
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
    /// To these files.
    Named(Vec<Output>),
    /// To `NAME-2026-11-23.FORMAT` in this folder, NAME made from the title.
    ByTitle { folder: PathBuf, formats: Vec<Format> },
}

/// One book to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    pub path: PathBuf,
    pub format: Format,
}

/// A kind of book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Epub,
    Pdf,
}

/// Which pictures go into the issue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Images {
    /// Every content picture
    #[default]
    All,
    /// Only pictures with a credit
    Credited,
    /// No picture
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Order {
    /// The paths and addresses, as people sort titles: "2" before "10", without "The", "A" and "An"
    Name,
    /// The day on which the articles were published, oldest first
    Date,
    /// The time at which the files were saved, oldest first
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

    /// The files, now that the issue has a `name` (the part of the title that a file is named by).
    pub fn named(&self, name: &str, date: Date) -> Vec<Output> {
        match self {
            Self::Named(outputs) => outputs.clone(),
            Self::ByTitle { folder, formats } => {
                let slug = match slug::slugify(name) {
                    slug if slug.is_empty() => "issue".to_owned(),
                    slug => slug.chars().take(LONGEST_NAME).collect(),
                };
                let path = |format| folder.join(format!("{slug}-{date}.{format}"));
                formats.iter().map(|&format| Output { path: path(format), format }).collect()
            }
        }
    }
}

/// The longest name made from a title, in characters: file systems end at 255 bytes with date and ending.
const LONGEST_NAME: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_book_is_named_by_its_title_and_date() {
        let outputs = Outputs::ByTitle { folder: "books".into(), formats: vec![Format::Epub, Format::Pdf] };
        let paths: Vec<_> =
            outputs.named("Übers Wochenende!", date(2026, 11, 23)).into_iter().map(|o| o.path).collect();
        let expected = ["books/ubers-wochenende-2026-11-23.epub", "books/ubers-wochenende-2026-11-23.pdf"];
        assert_eq!(paths, expected.map(PathBuf::from));
        let unnamed = outputs.named("***", date(2026, 11, 23));
        assert_eq!(unnamed[0].path, Path::new("books/issue-2026-11-23.epub"));
    }
}
