//! EPUB: an issue as an EPUB 3.3 book.
//!
//! The book has a cover, a title page, the contents, a file for each article, a page of picture credits and a colophon,
//! in this order. `epub-builder` writes the container, the package document, the navigation document for today's reading
//! systems and the NCX for old ones; the pages that a reader turns are ours.
//!
//! - `book` puts the pages into the container in order.
//! - `metadata` says what the book is: title, date, makers, and how accessible it is.
//! - `article`, `contents`, `credits`, `colophon` and `front` gather the words of each kind of page, and `frames` holds
//!   the templates (`templates/epub/`) that those words are set in.
//! - `body` turns the blocks and inlines of an article into XHTML, through `markup`, which escapes every word;
//!   `voice` marks the language of a piece.
//! - `links` writes addresses as strictly as a book wants them; `pictures` and `names` give each file its name: pictures by what they show, articles by their headline.
//!
//! Nothing here fetches, decodes or cleans. Nothing in the book points to anything outside it but the links a reader
//! may follow. The clock is not looked at: the same issue gives the same bytes.

mod article;
mod body;
mod book;
mod colophon;
mod contents;
mod context;
mod credits;
mod frames;
mod front;
mod links;
mod markup;
mod metadata;
mod names;
mod pictures;
mod voice;

use crate::article::Article;
use crate::issue::Issue;
use std::io;

/// Why an issue did not become an EPUB.
#[derive(Debug, thiserror::Error)]
pub enum EpubError {
    #[error("could not make up the page {page} from its template; check the templates of the book")]
    Template { page: String, source: minijinja::Error },
    #[error("could not put {file} into the book")]
    Binding { file: String, source: epub_builder::Error },
    #[error("could not date the book {date}; choose a date between the years 1 and 9999")]
    Date { date: jiff::civil::Date, source: jiff::Error },
    #[error("could not write the book")]
    Output(#[source] io::Error),
}

/// Writes `issue` to `out` as an EPUB 3.3 book. The book is put together in memory first, so that `out` is only
/// written to once all of it is there; `out` is not flushed.
///
/// # Errors
/// When `out` takes no more, when a template does not fit its page, or when the date cannot be expressed.
pub fn write(issue: &Issue, out: &mut dyn io::Write) -> Result<(), EpubError> {
    book::Book::of(issue)?.write(out)
}

/// The page of one article as it would stand in a book, as a document by itself: its style is in it, and its pictures
/// are where they were published.
///
/// # Errors
/// When the template does not fit the page.
pub fn article_page(article: &Article) -> Result<String, EpubError> {
    article::page_by_itself(article)
}
