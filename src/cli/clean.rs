//! `bindery clean`: shows the article that is found in one page.

use crate::article::{Article, Inline, plain_text};
use crate::{clean, source};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;
use url::Url;

/// Show the article that Bindery finds in one page
#[derive(Debug, Args)]
pub struct CleanArguments {
    /// The page: a file
    input: PathBuf,
    /// The address the page was published at; relative links are resolved against it
    #[arg(long)]
    url: Option<Url>,
    /// How to show the article
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Text,
}

pub fn run(arguments: &CleanArguments) -> ExitCode {
    let page = match source::read_file(&arguments.input, arguments.url.clone()) {
        Ok(page) => page,
        Err(error) => {
            eprintln!("bindery: {error}");
            return ExitCode::from(3);
        }
    };
    let article = match clean::clean(&page) {
        Ok(article) => article,
        Err(error) => {
            eprintln!("bindery: {}: {error}", page.origin);
            return ExitCode::from(3);
        }
    };
    match arguments.format {
        Format::Json => println!("{}", serde_json::to_string(&Output::of(&article)).unwrap_or_default()),
        Format::Text => println!("{}\n\n{}", article.headline, plain_text(&article.body)),
    }
    ExitCode::SUCCESS
}

/// The article as `--format json` prints it.
#[derive(Debug, Serialize)]
struct Output {
    title: String,
    byline: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    modified: Option<String>,
    site: Option<String>,
    section: Option<String>,
    url: Option<Url>,
    lang: Option<String>,
    standfirst: Option<String>,
    words: usize,
    text: String,
    images: Vec<Image>,
}

#[derive(Debug, Serialize)]
struct Image {
    src: String,
    caption: String,
    credit: Option<String>,
    alt: String,
}

impl Output {
    fn of(article: &Article) -> Self {
        let images = article.figures().into_iter().map(|figure| Image {
            src: figure.picture.published().to_string(),
            caption: Inline::plain_text(&figure.caption),
            credit: figure.credit.as_ref().map(|credit| credit.text.clone()),
            alt: figure.alt.clone(),
        });
        Self {
            title: article.headline.clone(),
            byline: (!article.byline.is_empty()).then(|| article.byline.joined("and")),
            authors: article.byline.authors.clone(),
            published: article.published.map(|moment| moment.to_string()),
            modified: article.modified.map(|moment| moment.to_string()),
            site: article.site.clone(),
            section: article.section.clone(),
            url: article.url.clone(),
            lang: article.language.as_ref().map(ToString::to_string),
            standfirst: article.standfirst.clone(),
            words: article.words(),
            text: plain_text(&article.body),
            images: images.collect(),
        }
    }
}
