//! `bindery bind`: binds articles into an issue.

use super::network::NetworkArguments;
use super::print::PrintArguments;
use super::progress::Progress;
use super::{print, wrong_use};
use crate::recipe::{Duplicates, Format, Images, Keep, Order, Output, Outputs, Recipe};
use crate::report::{BookFate, Fate, Outcome, Report};
use crate::source::Input;
use clap::Args;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use url::Url;

/// Bind articles into one dated issue
#[derive(Debug, Args)]
pub struct BindArguments {
    /// The articles: files, folders, http(s) addresses, or - for standard input
    #[arg(required = true)]
    input: Vec<String>,
    /// The address the page was published at, for a single file or standard input
    #[arg(long)]
    url: Option<Url>,
    /// Sort the whole issue [default: as named, the pages of a folder by name]
    #[arg(long, value_enum)]
    order: Option<Order>,
    /// Where to write the book; the ending says the format. Give it twice for both
    #[arg(short, long, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The formats to write when no file is named [default: epub]
    #[arg(long, value_enum, value_delimiter = ',', conflicts_with = "output")]
    format: Vec<Format>,
    /// The title of the issue [default: "Digest" and the date, in the language of the articles]
    #[arg(long)]
    title: Option<String>,
    /// The date of the issue, as 2026-11-23 [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Which pictures to take
    #[arg(long, value_enum, default_value_t)]
    images: Images,
    /// Bind every page with text, even one that looks like no article
    #[arg(long)]
    keep_all: bool,
    /// A folder with fonts for scripts that the built-in ones lack, and for those that a theme names
    #[arg(long, value_name = "FOLDER")]
    fonts: Option<PathBuf>,
    /// Bind an article that repeats another, too
    #[arg(long)]
    keep_doubles: bool,
    /// Print the report as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    print: PrintArguments,
    #[command(flatten)]
    network: NetworkArguments,
}

pub fn run(arguments: BindArguments) -> ExitCode {
    let as_json = arguments.json;
    let recipe = arguments.recipe();
    let progress = Progress::on_terminal();
    let report = crate::bind(&recipe, &|event| progress.show(event));
    progress.done();
    // The report holds nothing that JSON cannot.
    let text = if as_json { serde_json::to_string_pretty(&report).unwrap_or_default() } else { report.to_string() };
    let printed = print(&text);
    complain(&report);
    // The books are there, but whoever asked for the report does not have it.
    let outcome = if printed { report.outcome() } else { report.outcome().max(Outcome::Incomplete) };
    outcome.into()
}

/// Says on standard error why there is no book; everything else is in the report.
fn complain(report: &Report) {
    if report.books.is_empty() {
        eprintln!("bindery: nothing was bound, because no input gave an article");
        for article in &report.articles {
            if let Fate::Failed { why } = &article.fate {
                eprintln!("bindery: {why}");
            }
        }
    }
    for book in &report.books {
        if let BookFate::Failed { why } = &book.fate {
            eprintln!("bindery: {why}");
        }
    }
}

impl BindArguments {
    fn recipe(self) -> Recipe {
        let inputs: Vec<_> = self.input.iter().map(|argument| Input::named(argument)).collect();
        if inputs.iter().filter(|input| **input == Input::StandardInput).count() > 1 {
            wrong_use("standard input (-) can be read only once");
        }
        if let Some(folder) = self.fonts.as_ref().filter(|folder| !folder.is_dir()) {
            wrong_use(&format!("{} is no folder; --fonts names the folder in which the fonts are", folder.display()));
        }
        Recipe {
            inputs: published_at(self.url, inputs),
            order: self.order,
            outputs: outputs(self.output, self.format),
            title: self.title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty()),
            date: self.date.unwrap_or_else(|| ZonedDateTime::now().date()),
            images: self.images,
            keep: if self.keep_all { Keep::All } else { Keep::Articles },
            duplicates: if self.keep_doubles { Duplicates::Bind } else { Duplicates::LeaveOut },
            pdf: self.print.settings(),
            fonts: self.fonts,
            fetch: self.network.rules(),
        }
    }
}

/// The inputs, of which the only one was published at `url`.
fn published_at(url: Option<Url>, inputs: Vec<Input>) -> Vec<Input> {
    let Some(url) = url else { return inputs };
    match <[Input; 1]>::try_from(inputs) {
        Ok([page]) if !matches!(page, Input::Folder(_)) => vec![page.published_at(url)],
        _ => wrong_use("--url says where one page was published; name a single file, or - for standard input"),
    }
}

fn outputs(files: Vec<PathBuf>, mut formats: Vec<Format>) -> Outputs {
    if files.is_empty() {
        formats.sort();
        formats.dedup();
        if formats.is_empty() {
            formats.push(Format::Epub);
        }
        return Outputs::ByTitle { folder: PathBuf::new(), formats };
    }
    let mut outputs: Vec<Output> = Vec::new();
    for path in files {
        let Some(format) = Format::of(&path) else {
            wrong_use(&format!("{} ends neither in .epub nor in .pdf, so its format is not known", path.display()));
        };
        if outputs.iter().any(|output| is_same_place(&output.path, &path)) {
            wrong_use(&format!("{} is named twice", path.display()));
        }
        outputs.push(Output { path, format });
    }
    Outputs::Named(outputs)
}

/// Whether two paths name one file, which may not be there yet: "a.epub" and "./a.epub".
fn is_same_place(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        parent.canonicalize().ok().map(|parent| (parent, path.file_name().map(ToOwned::to_owned)))
    };
    one == other || place(one).is_some_and(|there| place(other) == Some(there))
}
