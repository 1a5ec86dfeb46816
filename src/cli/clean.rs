//! `bindery clean`: shows the article that is found in one page.

use super::explanation::explained;
use super::markdown::markdown;
use super::network::NetworkArguments;
use super::words::in_words;
use super::{print, wrong_use};
use crate::article::{Article, Credit, Inline, Language, Words, plain_text};
use crate::clean::explanation::Explanation;
use crate::clean::{NoArticle, Verdict};
use crate::fetch::Fetcher;
use crate::issue::Wording;
use crate::source::Input;
use crate::{clean, epub, source};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::process::ExitCode;
use url::Url;

/// Show the article that is found in one page
#[derive(Debug, Args)]
#[command(after_help = EXIT_STATUS)]
pub struct CleanArguments {
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

pub fn run(arguments: &CleanArguments) -> ExitCode {
    if arguments.explain && matches!(arguments.format, Format::Markdown | Format::Html) {
        wrong_use("clean", "--explain tells its reasons as text or with --format json");
    }
    let shown = find_article(arguments).and_then(|Found { article, verdict, explanation }| {
        if let Some(verdict) = verdict {
            eprintln!("bindery: {}: {verdict}", arguments.input);
        }
        if let Some(missing) = article.missing() {
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
    let fetcher = Fetcher::new(arguments.network.rules());
    let mut page = source::read(input, &fetcher).map_err(|error| error.to_string())?;
    page.url = arguments.url.clone().or(page.url);
    let (outcome, explanation) = if arguments.explain {
        let (outcome, explanation) = clean::explain(&page);
        (outcome, Some(explanation))
    } else {
        (clean::clean_last(&page), None)
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
        (Format::Json, explanation) => serde_json::to_string(&Output { explanation, ..Output::of(article, verdict) })
            .map_err(|error| error.to_string()),
        (_, Some(explanation)) => Ok(explained(&article.headline, &explanation)),
        (Format::Markdown, None) => Ok(markdown(article)),
        (Format::Html, None) => epub::article_page(article).map_err(|error| error.to_string()),
        (Format::Text, None) => Ok(in_words(article)),
    }
}

/// The article as `--format json` prints it.
#[derive(Debug, Serialize)]
struct Output {
    title: String,
    byline: Option<String>,
    authors: Vec<String>,
    /// ISO 8601.
    published: Option<String>,
    modified: Option<String>,
    site: Option<String>,
    section: Option<String>,
    url: Option<Url>,
    lang: Option<String>,
    standfirst: Option<String>,
    words: usize,
    /// What the page is, where it looks like no article.
    not_an_article: Option<Verdict>,
    /// What of the article is not in the page.
    missing: Option<String>,
    /// The body alone, blocks parted by a blank line.
    text: String,
    images: Vec<Image>,
    /// Present where the article goes on on other pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Continuation>,
    /// Why each picture of the page is among these images or not, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation>,
}

/// Which page of an article this is.
#[derive(Debug, Serialize)]
struct Continuation {
    number: usize,
    of: Option<usize>,
    next: Option<Url>,
}

#[derive(Debug, Serialize)]
struct Image {
    src: String,
    caption: String,
    /// As printed.
    credit: Option<String>,
    /// The credit taken apart: makers, licence, addresses, where it was found and how sure it is.
    rights: Option<Credit>,
    alt: String,
}

impl Output {
    fn of(article: &Article, not_an_article: Option<Verdict>) -> Self {
        let images = article.figures().into_iter().map(|figure| Image {
            src: figure.picture.published().to_string(),
            caption: Inline::plain_text(&figure.caption),
            credit: figure.credit.as_ref().map(|credit| credit.text.clone()),
            rights: figure.credit.clone(),
            alt: figure.alt.clone(),
        });
        let text = plain_text(&article.body);
        Self {
            title: article.headline.clone(),
            byline: byline(article),
            authors: article.byline.authors.clone(),
            published: article.published.map(|moment| moment.to_string()),
            modified: article.modified.map(|moment| moment.to_string()),
            site: article.site.clone(),
            section: article.section.clone(),
            url: article.url.clone(),
            lang: article.language.as_ref().map(ToString::to_string),
            standfirst: article.standfirst.clone(),
            words: Words::count(&text),
            not_an_article,
            missing: article.missing(),
            text,
            images: images.collect(),
            parts: article.extent.parts().map(|parts| Continuation {
                number: parts.first,
                of: parts.of,
                next: parts.next.clone(),
            }),
            explanation: None,
        }
    }
}

/// The authors in one line. Only where there are several is the table of words asked for the one between the last two.
fn byline(article: &Article) -> Option<String> {
    match article.byline.authors.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => {
            let language = article.language.clone().unwrap_or_else(Language::english);
            Some(article.byline.joined(&Wording::in_language(&language).and))
        }
    }
}
