//! EPUB: an issue as an EPUB 3.3 book.
//!
//! The book has a cover, a title page, the contents, a file for each article, a page of picture credits and a colophon,
//! in this order. `epub-builder` writes the container, the package document, the navigation document for today's reading
//! systems and the NCX for old ones; the pages that a reader turns are ours.
//!
//! - `book` puts the pages into the container in order.
//! - `metadata` says what the book is: title, date, makers, and how accessible it is.
//! - `article`, `contents`, `credits`, `colophon` and `front` gather the words of each kind of page; what an article
//!   becomes in XHTML, and the templates (`templates/epub/`) that all pages are set in, stand in
//!   [`render`](crate::render).
//! - `pictures` and `names` give each file its name: pictures by what they show, articles by their headline.
//!
//! Nothing here fetches, decodes or cleans. Nothing in the book points to anything outside it but the links a reader
//! may follow. The clock is not looked at: the same issue gives the same bytes.

mod article;
mod book;
mod colophon;
mod contents;
mod context;
mod credits;
mod front;
mod metadata;
mod names;
mod pictures;

use crate::issue::Issue;
use crate::render::xhtml::frames::FrameError;
use std::io;

/// Why an issue did not become an EPUB.
#[derive(Debug, thiserror::Error)]
pub enum EpubError {
    /// A template does not fit its page.
    #[error(transparent)]
    Template(#[from] FrameError),
    /// The container does not take a file.
    #[error("could not put {file} into the book")]
    Binding {
        /// The name of the file.
        file: String,
        /// What the container says.
        source: epub_builder::Error,
    },
    /// The date of the issue is none that a package can state.
    #[error("could not date the book {date}; choose a date between the years 1 and 9999")]
    Date {
        /// The date.
        date: jiff::civil::Date,
        /// What is wrong with it.
        source: jiff::Error,
    },
    /// The output takes no more.
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
