//! `bindery bind`: binds articles into an issue.

use super::books::BookArguments;
use super::network::NetworkArguments;
use super::print::PrintArguments;
use super::progress::Progress;
use super::sites::SiteArguments;
use super::{print, wrong_use};
use crate::recipe::{Duplicates, Format, Images, Keep, Order, Recipe};
use crate::report::{Outcome, Report, Status};
use crate::source::Input;
use clap::Args;
use std::process::ExitCode;
use url::Url;

/// Bind articles into one dated issue
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct BindArguments {
    /// The articles: files, folders, http(s) addresses, or - for standard input
    #[arg(required = true, help_heading = "Articles")]
    input: Vec<String>,
    /// The address the page was published at, for a single file or standard input
    #[arg(long, help_heading = "Articles")]
    url: Option<Url>,
    /// Sort the whole issue [default: as named, the pages of a folder by name]
    #[arg(long, value_enum, help_heading = "Articles")]
    order: Option<Order>,
    /// Bind every page with text, even one that looks like no article
    #[arg(long, help_heading = "Choosing")]
    keep_all: bool,
    /// Bind an article that repeats another, too
    #[arg(long, help_heading = "Choosing")]
    keep_doubles: bool,
    #[command(flatten)]
    sites: SiteArguments,
    /// Print the report as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    books: BookArguments,
    /// Which pictures to take
    #[arg(long, value_enum, default_value_t, help_heading = "Pictures")]
    images: Images,
    #[command(flatten)]
    print: PrintArguments,
    #[command(flatten)]
    network: NetworkArguments,
}

const AFTER_HELP: &str = "\
Examples:
  bindery bind saved -o saturday.epub
  bindery bind saved/*.html notes.md --title \"The Saturday Read\" --format epub,pdf
  bindery bind saved --theme book --booklet -o booklet.pdf

Exit status:
  0    all is well
  1    an issue was bound, but something in it or one of its books is missing
  2    the arguments are wrong
  3    nothing was bound: there was no article, or no book could be written
  130  stopped with Ctrl-C or a signal; no book is half written";

pub(super) fn run(arguments: BindArguments) -> ExitCode {
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

/// Says on standard error why nothing was bound; why a book was not written has been said by then.
fn complain(report: &Report) {
    if report.books.is_empty() {
        eprintln!("bindery: nothing was bound, because no input gave an article");
        for article in &report.articles {
            if let Status::Failed { why } = &article.status {
                eprintln!("bindery: {why}");
            }
        }
    }
}

impl BindArguments {
    fn recipe(self) -> Recipe {
        let inputs: Vec<_> = self.input.iter().map(|argument| Input::named(argument)).collect();
        if inputs.iter().filter(|input| **input == Input::StandardInput).count() > 1 {
            wrong_use("bind", "standard input (-) can be read only once");
        }
        let outputs = self.books.outputs();
        if !outputs.want(Format::Pdf) {
            self.print.tell_of_no_effect();
        }
        Recipe {
            inputs: published_at(self.url, inputs),
            order: self.order,
            outputs,
            title: self.books.title(),
            date: self.books.date(),
            language: self.books.language(),
            images: self.images,
            keep: if self.keep_all { Keep::All } else { Keep::Articles },
            duplicates: if self.keep_doubles { Duplicates::Bind } else { Duplicates::LeaveOut },
            pdf: self.print.settings(),
            fonts: self.books.fonts(),
            sites: self.sites.read("bind"),
            fetch: self.network.rules(),
        }
    }
}

/// The inputs, of which the only one was published at `url`.
fn published_at(url: Option<Url>, inputs: Vec<Input>) -> Vec<Input> {
    let Some(url) = url else { return inputs };
    match <[Input; 1]>::try_from(inputs) {
        Ok([page]) if !matches!(page, Input::Folder(_)) => vec![page.published_at(url)],
        _ => wrong_use("bind", "--url says where one page was published; name a single file, or - for standard input"),
    }
}
