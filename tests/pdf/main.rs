//! What a reader of the PDF finds, through the library's front door.
//!
//! Pages are looked at with poppler's programs, and files held to their standards with veraPDF and qpdf. Where one is
//! missing its test says so and passes; with `BINDERY_CHECKERS=required` in the environment it fails instead.

mod columns;
mod contents;
mod notes;
mod pictures;
mod standards;
mod structure;
mod words;

mod inside;
mod made;
mod measure;
mod read;

#[path = "../support/checkers.rs"]
#[allow(dead_code, reason = "there is no EPUB here")]
mod checkers;
