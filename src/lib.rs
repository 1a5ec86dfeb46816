//! Bindery binds saved articles into one dated issue: an EPUB for an e-reader, or a PDF to print.
//!
//! Everything flows one way. Each stage is one folder, takes one type and gives one type:
//!
//! ```text
//! a path, an address, standard input
//!     │  source      reads it: which format, which encoding, which address, which files lie beside it
//!     ▼
//!   Page
//!     │  clean       finds the article in the page
//!     ▼
//!   Article          headline, byline, dates, blocks, figures with captions and credits
//!     │  pictures    fetches, checks, resizes, re-encodes each figure's picture for its target
//!     ▼
//!   Articles and their Pictures
//!     │  issue       leaves out duplicates, dates and numbers, draws up contents and credits
//!     ▼
//!   Issue
//!     ├─ epub        an EPUB 3.3 book
//!     ├─ pdf         pages to print
//!     └─ render      an article as text, Markdown, HTML, JSON; the XHTML of books
//! ```
//!
//! [`bind`] runs the whole line, and [`render`] shows an article as text, Markdown, HTML or JSON:
//!
//! ```
//! use bindery::recipe::{Format, Output, Outputs, Recipe};
//! use bindery::source::Input;
//!
//! # let folder = tempfile::tempdir()?;
//! # std::env::set_current_dir(&folder)?;
//! std::fs::create_dir("saved")?;
//! std::fs::write("saved/the-lock.md", "# The Lock\n\nThe lock was closed for the winter, and nobody in Osk minded.")?;
//!
//! let recipe = Recipe::new(jiff::civil::date(2026, 11, 21))
//!     .input(Input::named("saved"))
//!     .title("The Saturday Read")
//!     .outputs(Outputs::Named(vec![Output { path: "saturday.epub".into(), format: Format::Epub }]));
//! let report = bindery::bind(&recipe, &|_| ());
//!
//! println!("{report}");
//! assert_eq!(report.articles[0].headline.as_deref(), Some("The Lock"));
//! assert!(std::path::Path::new("saturday.epub").exists());
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Features: `fetch`, the door to the network; `epub` and `pdf`, each with what a book needs; `cli`, the program, with all of
//! them, which is the default. Without any there are [`source`], [`clean`] and [`article`]: a saved page in, its article out.

#![cfg_attr(
    not(feature = "cli"),
    allow(
        dead_code,
        unused_imports,
        reason = "without the whole program some of what its parts offer is asked by nobody"
    )
)]

pub mod article;
#[cfg(all(feature = "epub", feature = "pdf"))]
mod bind;
pub mod clean;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
mod credit;
#[cfg(feature = "epub")]
pub mod epub;
#[cfg(feature = "fetch")]
pub mod fetch;
#[cfg(feature = "_books")]
pub mod fonts;
#[cfg(feature = "_books")]
pub mod issue;
mod lexicon;
#[cfg(all(feature = "epub", feature = "pdf"))]
mod output;
#[cfg(feature = "fetch")]
mod parallel;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "_books")]
pub mod pictures;
#[cfg(all(feature = "epub", feature = "pdf"))]
pub mod recipe;
#[cfg(feature = "_books")]
pub mod render;
#[cfg(all(feature = "epub", feature = "pdf"))]
pub mod report;
pub mod source;
#[cfg(feature = "fetch")]
mod unfinished;

#[cfg(all(feature = "epub", feature = "pdf"))]
pub use bind::{Assembled, Event, assemble, bind, write};
