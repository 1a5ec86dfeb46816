//! Source: reads a path or an address into a page.
//!
//! What comes out is decoded and is HTML, whatever came in: the later stages know nothing of encodings,
//! Markdown or the folders that browsers write.

mod encoding;
mod page;
mod saved;

pub use page::{Declared, Origin, Page, SavedFiles};

use std::fs;
use std::path::Path;
use url::Url;

/// Reads one saved page from a file; `url` is the address it was published at, if the caller knows.
///
/// # Errors
/// When the file cannot be read.
pub fn read_file(path: &Path, url: Option<Url>) -> Result<Page, SourceError> {
    let bytes = fs::read(path).map_err(|error| SourceError::Unreadable { path: path.to_owned(), error })?;
    let html = encoding::decode_html(&bytes, None);
    Ok(Page {
        origin: Origin::File(path.to_owned()),
        url: url.or_else(|| saved::address_in(&html)),
        html,
        saved: Some(SavedFiles::beside(path)),
        declared: Declared::default(),
    })
}

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error("cannot read {}: {error}", .path.display())]
    Unreadable { path: std::path::PathBuf, error: std::io::Error },
}
