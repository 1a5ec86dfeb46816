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
//!     │  issue       leaves out doubles, dates and numbers, draws up contents and credits
//!     ▼
//!   Issue
//!     ├─ epub        an EPUB 3.3 book
//!     └─ pdf         pages to print
//! ```
//!
//! Features: `fetch`, the door to the network; `epub` and `pdf`, each with what a book needs; `cli`, the program, with all of
//! them, which is the default. Without any there are `source`, `clean` and `article`: a saved page in, its article out.
//!
//! [`bind`] runs the whole line:
//!
//! ```no_run
//! use bindery::fetch::FetchRules;
//! use bindery::recipe::{Duplicates, Existing, Format, Images, Keep, Outputs, Recipe};
//! use bindery::source::Input;
//!
//! let recipe = Recipe {
//!     inputs: vec![Input::named("saved")],
//!     order: None,
//!     outputs: Outputs::ByTitle { folder: ".".into(), formats: vec![Format::Epub], existing: Existing::Kept },
//!     title: Some("The Saturday Read".into()),
//!     date: jiff::civil::date(2026, 11, 23),
//!     language: Default::default(),
//!     images: Images::All,
//!     keep: Keep::Articles,
//!     duplicates: Duplicates::LeaveOut,
//!     pdf: Default::default(),
//!     fonts: None,
//!     fetch: FetchRules::default(),
//! };
//! let report = bindery::bind(&recipe, &|_| ());
//! println!("{report}");
//! ```

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
#[cfg(all(feature = "epub", feature = "pdf"))]
pub mod report;
pub mod source;
#[cfg(feature = "fetch")]
mod unfinished;

#[cfg(all(feature = "epub", feature = "pdf"))]
pub use bind::{Event, bind};
