//! Bindery binds saved articles into one dated issue: an EPUB for an e-reader, or a PDF to print.

pub mod article;
pub mod clean;
pub mod cli;
pub mod epub;
pub mod fetch;
pub mod issue;
pub mod pdf;
pub mod pictures;
pub mod source;
