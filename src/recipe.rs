//! The recipe of an issue: everything a person decides before it is bound.

use crate::clean::sites::Sites;
use crate::fetch::FetchRules;
use crate::issue::LanguageChoice;
use crate::output::name::book_name;
use crate::pdf::PdfSettings;
use crate::source::Input;
use jiff::civil::Date;
use std::fmt;
use std::path::{Path, PathBuf};

/// What to bind, how, and where to put it: a recipe for no inputs by [`new`](Self::new), then whatever is to be otherwise.
///
/// ```
/// use bindery::recipe::{Images, Recipe};
/// use bindery::source::Input;
///
/// let recipe = Recipe::new(jiff::civil::date(2026, 11, 21))
///     .input(Input::named("saved"))
///     .title("The Saturday Read")
///     .images(Images::Credited);
/// assert_eq!(recipe.inputs.len(), 1);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Recipe {
    /// What to bind, in the order of the issue unless [`order`](Self::order) says otherwise. The pages of a folder come
    /// in the order of their names.
    pub inputs: Vec<Input>,
    /// The order of the whole issue; `None` leaves the inputs as they were named.
    pub order: Option<Order>,
    /// Where the books go.
    pub outputs: Outputs,
    /// `None` gives "Digest, 23 November 2026" in the issue's language.
    pub title: Option<String>,
    /// The day the issue is of.
    pub date: Date,
    /// Which language the title, the contents and the fixed words are in.
    pub language: LanguageChoice,
    /// Which pictures go in.
    pub images: Images,
    /// Which pages are bound.
    pub keep: Keep,
    /// What becomes of an article that repeats an earlier one.
    pub duplicates: Duplicates,
    /// How the pages of a PDF look.
    pub pdf: PdfSettings,
    /// A folder with fonts for what the built-in ones lack, and for what a theme names; they come before the system's.
    pub fonts: Option<PathBuf>,
    /// What is known of single sites.
    pub sites: Sites,
    /// How the network is used.
    pub fetch: FetchRules,
}

impl Recipe {
    /// A recipe for no inputs yet: an EPUB named by its title in the working folder, with every picture, without the pages
    /// that are no articles and without duplicates.
    pub fn new(date: Date) -> Self {
        Self {
            inputs: Vec::new(),
            order: None,
            outputs: Outputs::default(),
            title: None,
            date,
            language: LanguageChoice::default(),
            images: Images::default(),
            keep: Keep::default(),
            duplicates: Duplicates::default(),
            pdf: PdfSettings::default(),
            fonts: None,
            sites: Sites::default(),
            fetch: FetchRules::default(),
        }
    }

    /// Binds this input, too, behind those that are named already.
    pub fn input(mut self, input: Input) -> Self {
        self.inputs.push(input);
        self
    }

    /// Binds these inputs, too, behind those that are named already.
    pub fn inputs(mut self, inputs: impl IntoIterator<Item = Input>) -> Self {
        self.inputs.extend(inputs);
        self
    }

    /// Sorts the whole issue.
    pub fn order(mut self, order: impl Into<Option<Order>>) -> Self {
        self.order = order.into();
        self
    }

    /// Puts the books there.
    pub fn outputs(mut self, outputs: Outputs) -> Self {
        self.outputs = outputs;
        self
    }

    /// Gives the issue a title.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Words the issue in this language.
    pub fn language(mut self, language: LanguageChoice) -> Self {
        self.language = language;
        self
    }

    /// Takes these pictures.
    pub fn images(mut self, images: Images) -> Self {
        self.images = images;
        self
    }

    /// Binds these pages.
    pub fn keep(mut self, keep: Keep) -> Self {
        self.keep = keep;
        self
    }

    /// Does this with an article that repeats an earlier one.
    pub fn duplicates(mut self, duplicates: Duplicates) -> Self {
        self.duplicates = duplicates;
        self
    }

    /// Sets the pages of a PDF so.
    pub fn pdf(mut self, pdf: PdfSettings) -> Self {
        self.pdf = pdf;
        self
    }

    /// Looks for fonts in this folder before those of the system.
    pub fn fonts(mut self, folder: impl Into<Option<PathBuf>>) -> Self {
        self.fonts = folder.into();
        self
    }

    /// Reads the pages of single sites by these rules.
    pub fn sites(mut self, sites: Sites) -> Self {
        self.sites = sites;
        self
    }

    /// Fetches by these rules.
    pub fn fetch(mut self, rules: FetchRules) -> Self {
        self.fetch = rules;
        self
    }
}

/// Where the books go.
#[derive(Debug, Clone)]
pub enum Outputs {
    /// To these files, in the place of those that are there.
    Named(Vec<Output>),
    /// To `NAME-2026-11-23.FORMAT` in this folder: NAME is the issue's title, or "digest" if it was given none.
    ByTitle {
        /// Where they go.
        folder: PathBuf,
        /// One book for each.
        formats: Vec<Format>,
        /// What becomes of files of the same name.
        existing: Existing,
    },
}

impl Default for Outputs {
    /// An EPUB named by its title in the working folder; what is there is kept.
    fn default() -> Self {
        Self::ByTitle { folder: PathBuf::new(), formats: vec![Format::Epub], existing: Existing::default() }
    }
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
    /// The file.
    pub path: PathBuf,
    /// What kind of book goes there.
    pub format: Format,
}

/// A kind of book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// EPUB 3.3, for e-readers.
    Epub,
    /// PDF, to be printed.
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
