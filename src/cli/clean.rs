//! `bindery clean`: shows the article that is found in one page.

use super::markdown::markdown;
use super::network::NetworkArguments;
use super::words::in_words;
use super::{print, wrong_use};
use crate::article::{Article, Credit, Inline, Language, plain_text};
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
pub struct CleanArguments {
    /// The page: a file, an http(s) address, or - for standard input
    input: String,
    /// The address the page was published at; its links are resolved against it
    #[arg(long)]
    url: Option<Url>,
    /// How to show the article
    #[arg(long, value_enum, default_value_t)]
    format: Format,
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

/// The status of a page that looks like no article: what it has was shown, for whoever knows better, but a script that
/// goes on with it should know.
const NO_ARTICLE: u8 = 4;

pub fn run(arguments: &CleanArguments) -> ExitCode {
    let shown = find_article(arguments).and_then(|(article, verdict)| {
        if let Some(verdict) = verdict {
            eprintln!("bindery: {}: {verdict}", arguments.input);
        }
        if let Some(missing) = article.missing() {
            eprintln!("bindery: {}: {missing}", arguments.input);
        }
        show(&article, verdict, arguments.format).map(|shown| (shown, verdict))
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

/// The article, and the verdict on a page that is none.
fn find_article(arguments: &CleanArguments) -> Result<(Article, Option<Verdict>), String> {
    let [input] = &Input::named(&arguments.input)[..] else {
        wrong_use(&format!("{} holds several pages; name one of them", arguments.input));
    };
    let fetcher = Fetcher::new(arguments.network.rules());
    let mut page = source::read(input, &fetcher).map_err(|error| error.to_string())?;
    page.url = arguments.url.clone().or(page.url);
    match clean::clean(&page) {
        Ok(article) => Ok((article, None)),
        Err(NoArticle::Unlikely { verdict, article }) => Ok((*article, Some(verdict))),
        Err(error) => Err(format!("{}: {error}", page.origin)),
    }
}

fn show(article: &Article, verdict: Option<Verdict>, format: Format) -> Result<String, String> {
    match format {
        Format::Json => serde_json::to_string(&Output::of(article, verdict)).map_err(|error| error.to_string()),
        Format::Markdown => Ok(markdown(article)),
        Format::Html => epub::article_page(article).map_err(|error| error.to_string()),
        Format::Text => Ok(in_words(article)),
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
        let language = article.language.clone().unwrap_or_else(Language::english);
        let wording = Wording::in_language(&language);
        Self {
            title: article.headline.clone(),
            byline: (!article.byline.is_empty()).then(|| article.byline.joined(&wording.and)),
            authors: article.byline.authors.clone(),
            published: article.published.map(|moment| moment.to_string()),
            modified: article.modified.map(|moment| moment.to_string()),
            site: article.site.clone(),
            section: article.section.clone(),
            url: article.url.clone(),
            lang: article.language.as_ref().map(ToString::to_string),
            standfirst: article.standfirst.clone(),
            words: article.words(),
            not_an_article,
            missing: article.missing(),
            text: plain_text(&article.body),
            images: images.collect(),
            parts: article.extent.parts().map(|parts| Continuation {
                number: parts.first,
                of: parts.of,
                next: parts.next.clone(),
            }),
        }
    }
}
