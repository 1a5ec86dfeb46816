//! The options about the books: where they go, and what stands on their covers.

use super::day::Day;
use super::wrong_use;
use crate::article::Language;
use crate::issue::{LanguageChoice, Wording};
use crate::output::folder_of;
use crate::recipe::{Existing, Format, Output, Outputs};
use clap::Args;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(next_help_heading = "Books")]
pub(super) struct BookArguments {
    /// Where to write the book, in the place of one that is there; the ending says the format. Give it twice for both
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The formats to write when no file is named [default: epub]
    #[arg(long, value_enum, value_delimiter = ',', conflicts_with = "output")]
    format: Vec<Format>,
    /// When no file is named, overwrite a book of the same title and date instead of giving the new one a number
    #[arg(long)]
    force: bool,
    /// The title of the issue [default: "Digest" and the date, in the language of the issue]
    #[arg(long)]
    title: Option<String>,
    /// The date of the issue: today, yesterday, saturday, "last saturday" or 2026-11-21 [default: today]
    #[arg(long, value_name = "DAY")]
    date: Option<Day>,
    /// The language of the title, the contents and the fixed words, as in de or pt-BR [default: that of most articles, or
    /// yours where several are equally common]
    #[arg(long, value_name = "TAG", value_parser = known_language)]
    lang: Option<Language>,
    /// A folder with fonts for scripts that the built-in ones lack, and for those that a theme names
    #[arg(long, value_name = "FOLDER")]
    fonts: Option<PathBuf>,
}

impl BookArguments {
    pub(super) fn outputs(&self) -> Outputs {
        if self.output.is_empty() {
            let mut formats = self.format.clone();
            formats.sort();
            formats.dedup();
            if formats.is_empty() {
                formats.push(Format::Epub);
            }
            let existing = if self.force { Existing::Overwritten } else { Existing::Kept };
            return Outputs::ByTitle { folder: PathBuf::new(), formats, existing };
        }
        let mut outputs: Vec<Output> = Vec::new();
        for path in self.output.clone() {
            let Some(format) = Format::of(&path) else {
                wrong_use(
                    "bind",
                    &format!("{} ends neither in .epub nor in .pdf, so its format is not known", path.display()),
                );
            };
            if outputs.iter().any(|output| is_same_place(&output.path, &path)) {
                wrong_use("bind", &format!("{} is named twice", path.display()));
            }
            outputs.push(Output { path, format });
        }
        Outputs::Named(outputs)
    }

    /// The title, if there is anything in it.
    pub(super) fn title(&self) -> Option<String> {
        self.title.as_ref().map(|title| title.trim().to_owned()).filter(|title| !title.is_empty())
    }

    pub(super) fn date(&self) -> Date {
        self.date.unwrap_or(Day::Today).date(ZonedDateTime::now().date())
    }

    /// The folder with fonts, which is there.
    pub(super) fn fonts(&self) -> Option<PathBuf> {
        if let Some(folder) = self.fonts.as_ref().filter(|folder| !folder.is_dir()) {
            wrong_use(
                "bind",
                &format!("{} is no folder; --fonts names the folder in which the fonts are", folder.display()),
            );
        }
        self.fonts.clone()
    }

    pub(super) fn language(&self) -> LanguageChoice {
        match &self.lang {
            Some(language) => LanguageChoice::Always(language.clone()),
            None => LanguageChoice::OfMost { reader: locale() },
        }
    }
}

/// The language that the user's system speaks; "C" and "POSIX" are none.
fn locale() -> Option<Language> {
    sys_locale::get_locale().filter(|locale| locale != "POSIX").and_then(|locale| Language::parse(&locale))
}

/// The language of a tag, if an issue can be worded in it.
fn known_language(tag: &str) -> Result<Language, String> {
    let is_tag = tag.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let language = Language::parse(tag).filter(|_| is_tag).ok_or("it is no language tag, such as de or pt-BR")?;
    if Wording::is_known_in(&language) {
        return Ok(language);
    }
    let known = Wording::languages().collect::<Vec<_>>().join(", ");
    Err(format!("an issue has no words in it; choose one of {known}"))
}

/// Whether two paths name one file, which may not be there yet: "a.epub" and "./a.epub".
fn is_same_place(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| {
        let parent = folder_of(path);
        let parent = parent.canonicalize().or_else(|_| std::path::absolute(parent));
        parent.ok().map(|parent| (parent, path.file_name().map(ToOwned::to_owned)))
    };
    one == other || place(one).is_some_and(|there| place(other) == Some(there))
}
