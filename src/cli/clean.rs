//! `bindery clean`: shows the article that is found in one page.

use super::network::NetworkArguments;
use super::sites::SiteArguments;
use super::{print, wrong_use};
use crate::article::Article;
use crate::clean::explanation::Explanation;
use crate::clean::{NoArticle, Verdict};
use crate::fetch::Fetcher;
use crate::source::Input;
use crate::{clean, render, source};
use clap::{Args, ValueEnum};
use std::process::ExitCode;
use url::Url;

/// Show the article that is found in one page
#[derive(Debug, Args)]
#[command(after_help = EXIT_STATUS)]
pub(super) struct CleanArguments {
    /// The page: a file, an http(s) address, or - for standard input
    input: String,
    /// The address the page was published at; its links are resolved against it
    #[arg(long)]
    url: Option<Url>,
    /// How to show the article
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Tell of each picture of the page which rule took or refused it, and what told its caption and its credit; as text,
    /// or with --format json in a field of its own
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    sites: SiteArguments,
    #[command(flatten)]
    network: NetworkArguments,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Everything that was found, for programs
    Json,
    Markdown,
    /// A page by itself
    Html,
    #[default]
    Text,
}

const EXIT_STATUS: &str = "\
Exit status:
  0    all is well
  2    the arguments are wrong
  3    no text was found, or it could not be printed
  4    what was shown looks like no article
  130  stopped with Ctrl-C or a signal";

/// The status of a page that looks like no article: what it has was shown, for whoever knows better, but a script that
/// goes on with it should know.
const NO_ARTICLE: u8 = 4;

pub(super) fn run(arguments: &CleanArguments) -> ExitCode {
    if arguments.explain && matches!(arguments.format, Format::Markdown | Format::Html) {
        wrong_use("clean", "--explain tells its reasons as text or with --format json");
    }
    let shown = find_article(arguments).and_then(|Found { article, verdict, explanation }| {
        if let Some(verdict) = verdict {
            eprintln!("bindery: {}: {verdict}", arguments.input);
        }
        if let Some(missing) = render::missing(&article) {
            eprintln!("bindery: {}: {missing}", arguments.input);
        }
        show(&article, verdict, explanation, arguments.format).map(|shown| (shown, verdict))
    });
    match shown {
        Ok((article, verdict)) if print(&article) => verdict.map_or(ExitCode::SUCCESS, |_| ExitCode::from(NO_ARTICLE)),
        Ok(_) => ExitCode::from(3),
        Err(error) => {
            eprintln!("bindery: {error}");
            ExitCode::from(3)
        }
    }
}

/// What was found in the page.
struct Found {
    article: Article,
    /// On a page that is none.
    verdict: Option<Verdict>,
    /// Where one was asked for.
    explanation: Option<Explanation>,
}

fn find_article(arguments: &CleanArguments) -> Result<Found, String> {
    let [input] = &source::expand(&[Input::named(&arguments.input)]).pages[..] else {
        wrong_use("clean", &format!("{} holds several pages; name one of them", arguments.input));
    };
    let sites = arguments.sites.read("clean");
    let fetcher = Fetcher::new(arguments.network.rules());
    let mut page = source::read(input, &fetcher).map_err(|error| error.to_string())?;
    page.url = arguments.url.clone().or(page.url);
    let (outcome, explanation) = if arguments.explain {
        let (outcome, explanation) = clean::explain_with(&page, &sites);
        (outcome, Some(explanation))
    } else {
        (clean::clean_last(&page, &sites), None)
    };
    match outcome {
        Ok(article) => Ok(Found { article, verdict: None, explanation }),
        Err(NoArticle::Unlikely { verdict, article }) => {
            Ok(Found { article: *article, verdict: Some(verdict), explanation })
        }
        Err(error) => Err(format!("{}: {error}", page.origin)),
    }
}

fn show(
    article: &Article,
    verdict: Option<Verdict>,
    explanation: Option<Explanation>,
    format: Format,
) -> Result<String, String> {
    match (format, explanation) {
        (Format::Json, explanation) => {
            render::json(article, verdict, explanation.as_ref()).map_err(|error| error.to_string())
        }
        (_, Some(explanation)) => Ok(render::explanation(&article.headline, &explanation)),
        (Format::Markdown, None) => Ok(render::markdown(article)),
        (Format::Html, None) => render::html(article).map_err(|error| error.to_string()),
        (Format::Text, None) => Ok(render::text(article)),
    }
}
