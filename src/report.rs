//! What happened to each article and each picture, for people and as JSON.

use crate::article::Credit;
use crate::clean::Verdict;
use crate::recipe::Format;
use crate::source::PassedOver;
use serde::Serialize;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

/// The whole truth about one run.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Report {
    /// The title of the issue, if there was one to give it to.
    pub title: Option<String>,
    /// One for each page, in the order of the issue; empty if no book could have been written, so that nothing was read.
    pub articles: Vec<ArticleReport>,
    /// The files in the folders named that are no pages. Nothing is missing for them.
    pub passed_over: Vec<PassedOver>,
    /// One for each book asked for; empty if there was nothing to bind.
    pub books: Vec<BookReport>,
    /// How long it all took.
    pub seconds: f64,
}

/// What became of one page.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleReport {
    /// The file or address.
    pub source: String,
    /// `None` where no article was found.
    pub headline: Option<String>,
    /// The words of the body.
    pub words: usize,
    /// What the page looks like, where that is no article and it was taken all the same.
    pub not_an_article: Option<Verdict>,
    /// What of the article was not there: "only the first 120 words are in this page".
    pub missing: Option<String>,
    /// What became of it.
    #[serde(flatten)]
    pub status: Status,
    /// The pictures asked for, in reading order.
    pub pictures: Vec<PictureReport>,
}

/// Whether an article is in the issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum Status {
    /// It is.
    Bound,
    /// It was left out, because it repeats the article from `of`.
    #[serde(rename = "double")]
    Duplicate {
        /// The file or address of the other.
        of: String,
    },
    /// It is a part of the article from `to`.
    Joined {
        /// The file or address of the other.
        to: String,
    },
    /// The page gave no article.
    Failed {
        /// As a sentence that names the page.
        why: String,
    },
}

/// What became of one picture.
#[derive(Debug, Clone, Serialize)]
pub struct PictureReport {
    /// Where the page's author would say that it is.
    pub address: String,
    /// As printed.
    pub credit: Option<String>,
    /// The credit taken apart: makers, licence, addresses, where it was found and how sure it is.
    pub rights: Option<Credit>,
    /// What became of it.
    #[serde(flatten)]
    pub status: PictureStatus,
}

/// Whether a picture is in the issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum PictureStatus {
    /// It came from the place `from`.
    Got {
        /// An address or a file.
        from: String,
    },
    /// It could not be had.
    Missing {
        /// As a sentence.
        why: String,
    },
}

/// What became of one book.
#[derive(Debug, Clone, Serialize)]
pub struct BookReport {
    /// The file.
    pub path: PathBuf,
    /// What kind of book it is.
    pub format: Format,
    /// What became of it.
    #[serde(flatten)]
    pub status: BookStatus,
}

/// Whether a book was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum BookStatus {
    /// It is in its place.
    Written {
        /// How large it is.
        bytes: u64,
        /// Only where pages are fixed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pages: Option<usize>,
        /// What a reader of the book will miss, as sentences.
        warnings: Vec<String>,
    },
    /// It could not be written; what was in its place is there still.
    Failed {
        /// As a sentence that names the file.
        why: String,
    },
}

/// The one word for a whole run; the program's exit status says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything that was asked for is there.
    Whole,
    /// An issue was bound, but something in it is missing.
    Incomplete,
    /// Nothing was bound.
    Nothing,
}

impl Report {
    /// How it went, in one word.
    pub fn outcome(&self) -> Outcome {
        let written = |book: &BookReport| matches!(book.status, BookStatus::Written { .. });
        if !self.books.iter().any(written) {
            return Outcome::Nothing;
        }
        let article_missing = self
            .articles
            .iter()
            .any(|article| matches!(article.status, Status::Failed { .. }) || article.missing.is_some());
        let picture_missing = self.missing().next().is_some();
        let book_faulty = self.books.iter().any(|book| match &book.status {
            BookStatus::Written { warnings, .. } => !warnings.is_empty(),
            BookStatus::Failed { .. } => true,
        });
        if article_missing || picture_missing || book_faulty { Outcome::Incomplete } else { Outcome::Whole }
    }

    fn pictures(&self) -> impl Iterator<Item = (&ArticleReport, &PictureReport)> {
        self.articles.iter().flat_map(|article| article.pictures.iter().map(move |picture| (article, picture)))
    }

    fn missing(&self) -> impl Iterator<Item = (&ArticleReport, &str)> {
        self.pictures().filter_map(|(article, picture)| match &picture.status {
            PictureStatus::Missing { why } => Some((article, why.as_str())),
            PictureStatus::Got { .. } => None,
        })
    }
}

impl fmt::Display for Report {
    /// A few lines for people; every line but the first is about one thing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(title) = &self.title {
            writeln!(f, "{title}")?;
        }
        let bound = self.articles.iter().filter(|article| article.status == Status::Bound);
        let words: usize = bound.clone().map(|article| article.words).sum();
        match self.articles.is_empty() {
            true => writeln!(f, "  nothing was read, because no book can be written")?,
            false => writeln!(f, "  {}, {}", counted(bound.count(), "article"), counted(words, "word"))?,
        }
        for article in &self.articles {
            let headline = article.headline.as_deref().unwrap_or(&article.source);
            if let Some(verdict) = article.not_an_article {
                writeln!(f, "  “{headline}” {verdict}")?;
            }
            if let Some(missing) = &article.missing {
                writeln!(f, "  “{headline}”: {missing}")?;
            }
            match &article.status {
                Status::Bound => {}
                Status::Duplicate { of } => {
                    let (left_out, first) = (article.named(), self.named(of));
                    writeln!(f, "  left out {left_out}: it repeats {first}; bind it all the same with --keep-doubles")?
                }
                Status::Joined { to } => writeln!(f, "  joined {} to the article from {to}", article.source)?,
                Status::Failed { why } => writeln!(f, "  not bound: {why}")?,
            }
        }
        for others in &self.passed_over {
            writeln!(f, "  {others}")?;
        }
        self.write_pictures(f)?;
        for book in &self.books {
            book.fmt(f)?;
        }
        write!(f, "  {:.1} s", self.seconds)
    }
}

impl ArticleReport {
    /// "“Tides” (saved/tides.html)"; the source alone where no headline was found.
    fn named(&self) -> String {
        let source = &self.source;
        self.headline.as_ref().map_or_else(|| source.clone(), |headline| format!("“{headline}” ({source})"))
    }
}

impl Report {
    /// The article from `source`, by its name.
    fn named(&self, source: &str) -> String {
        let article = self.articles.iter().find(|article| article.source == source);
        article.map_or_else(|| source.to_owned(), ArticleReport::named)
    }

    fn write_pictures(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (asked, missing) = (self.pictures().count(), self.missing().count());
        match (asked, missing) {
            (0, _) => return Ok(()),
            (asked, 0) => writeln!(f, "  {}", counted(asked, "picture"))?,
            (asked, missing) => writeln!(f, "  {} of {}; missing:", asked - missing, counted(asked, "picture"))?,
        }
        for (article, why) in self.missing() {
            let headline = article.headline.as_deref().unwrap_or(&article.source);
            writeln!(f, "    in “{headline}”: {why}")?;
        }
        let got = self.pictures().filter(|(_, picture)| matches!(picture.status, PictureStatus::Got { .. }));
        let (got, uncredited) = got.fold((0, 0), |(got, uncredited), (_, picture)| {
            (got + 1, uncredited + usize::from(picture.credit.is_none()))
        });
        match uncredited {
            0 => Ok(()),
            1 => writeln!(f, "  1 of {} names no maker", counted(got, "picture")),
            several => writeln!(f, "  {several} of {} name no maker", counted(got, "picture")),
        }
    }
}

impl fmt::Display for BookReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.status {
            BookStatus::Written { bytes, pages, warnings } => {
                write!(f, "  {path}: {}", in_megabytes(*bytes))?;
                if let Some(pages) = pages {
                    write!(f, ", {}", counted(*pages, "page"))?;
                }
                writeln!(f)?;
                warnings.iter().try_for_each(|warning| writeln!(f, "    {warning}"))
            }
            BookStatus::Failed { why } => writeln!(f, "  {path} was not written: {why}"),
        }
    }
}

/// "1 page", "2 pages", "28,412 words".
fn counted(number: usize, thing: &str) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {thing}{}", if number == 1 { "" } else { "s" })
}

fn in_megabytes(bytes: u64) -> String {
    match bytes {
        0..100_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// Seconds for a report, to the millisecond.
pub(crate) fn in_seconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(articles: Vec<Status>, books: Vec<BookStatus>) -> Report {
        let articles = articles.into_iter().map(|status| ArticleReport {
            source: "a.html".into(),
            headline: None,
            words: 1200,
            not_an_article: None,
            missing: None,
            status,
            pictures: Vec::new(),
        });
        let books = books.into_iter().map(|status| BookReport { path: "a.epub".into(), format: Format::Epub, status });
        Report {
            title: None,
            articles: articles.collect(),
            passed_over: Vec::new(),
            books: books.collect(),
            seconds: 1.0,
        }
    }

    #[test]
    fn the_outcome_is_the_worst_that_happened() {
        let written = || BookStatus::Written { bytes: 1, pages: None, warnings: Vec::new() };
        let failed = || BookStatus::Failed { why: "disk full".into() };
        let bad = || Status::Failed { why: "empty".into() };
        assert_eq!(report(vec![Status::Bound], vec![written()]).outcome(), Outcome::Whole);
        assert_eq!(report(vec![Status::Bound, bad()], vec![written()]).outcome(), Outcome::Incomplete);
        assert_eq!(report(vec![Status::Bound], vec![written(), failed()]).outcome(), Outcome::Incomplete);
        assert_eq!(report(vec![Status::Bound], vec![failed()]).outcome(), Outcome::Nothing);
        assert_eq!(report(vec![bad()], vec![]).outcome(), Outcome::Nothing);
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(counted(1, "page"), "1 page");
        assert_eq!(counted(28_412, "word"), "28,412 words");
        assert_eq!(counted(1_000_000, "word"), "1,000,000 words");
    }
}
