//! Reads an input and makes a page of what it holds.

use super::folder::has_ending;
use super::{Declared, Input, Origin, Page, SavedFiles, encoding, front_matter, markdown, saved};
#[cfg(feature = "fetch")]
use crate::fetch::FetchError;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use url::Url;

/// The largest page that is read, in bytes. The largest real pages have a few MB; beyond this there is no
/// article, but a file that was named by mistake.
pub(super) const LARGEST_PAGE: u64 = 64 << 20;

/// Reads what is on this machine: a file, a folder without pages, standard input.
///
/// # Errors
/// When it cannot be read, is too large, holds no text, or is an address of the web.
pub fn read_local(input: &Input) -> Result<Page, SourceError> {
    match input {
        Input::File(path) => read_file(path),
        Input::Folder(path) => Err(match fs::read_dir(path) {
            Ok(_) => SourceError::EmptyFolder { path: path.clone() },
            Err(error) => SourceError::Unreadable { path: path.clone(), error },
        }),
        Input::Web(url) => Err(SourceError::NotLocal { url: url.clone() }),
        Input::StandardInput => read_standard_input(),
        Input::Published { page, url } => Ok(Page { url: Some(url.clone()), ..read_local(page)? }),
        Input::OtherAddress(address) => Err(SourceError::of_address(address)),
    }
}

fn read_file(path: &Path) -> Result<Page, SourceError> {
    let unreadable = |error| SourceError::Unreadable { path: path.to_owned(), error };
    let bytes = read_whole(path).map_err(unreadable)?;
    let origin = Origin::File(path.to_owned());
    let kind = if has_ending(path, &["md", "markdown"]) {
        Kind::Markdown
    } else if has_ending(path, &["html", "htm", "xhtml", "xht"]) {
        Kind::Html
    } else {
        Kind::sniff(&bytes)
    };
    let mut page = page_of(origin, bytes, kind, None)?;
    page.saved = Some(SavedFiles::beside(path));
    Ok(page)
}

fn read_standard_input() -> Result<Page, SourceError> {
    let bytes = read_up_to_limit(io::stdin().lock(), 0).map_err(|error| SourceError::StandardInput { error })?;
    let kind = Kind::sniff(&bytes);
    page_of(Origin::StandardInput, bytes, kind, None)
}

fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    // One more than there are, so that the end is met without room being made for more.
    let length = file.metadata()?.len().min(LARGEST_PAGE) + 1;
    read_up_to_limit(file, usize::try_from(length).unwrap_or_default())
}

/// Reads all there is; `length` is how many bytes that may be.
fn read_up_to_limit(reader: impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    reader.take(LARGEST_PAGE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_PAGE {
        let limit = format!("it is larger than {} MB, which no page is", LARGEST_PAGE >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, limit));
    }
    Ok(bytes)
}

/// The two kinds of text that a page can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Html,
    Markdown,
}

impl Kind {
    /// Told by how the text begins, where neither a file's name nor a server says. Markdown may hold any element,
    /// but it does not begin with those of a whole document.
    pub(super) fn sniff(bytes: &[u8]) -> Self {
        // Every other byte of UTF-16 is zero; the mark of the byte order and white space say nothing either.
        let head: String = bytes.iter().take(8192).filter(|byte| **byte != 0).map(|&byte| char::from(byte)).collect();
        let head = head.to_ascii_lowercase();
        let mut rest = head.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
        while let Some(after) = rest
            .strip_prefix("<!--")
            .and_then(|after| after.split_once("-->"))
            .or_else(|| rest.strip_prefix("<?xml").and_then(|after| after.split_once("?>")))
        {
            rest = after.1.trim_start();
        }
        let begins = |name: &str| {
            let after = rest.strip_prefix(name);
            after.is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-'))
        };
        let of_a_document = ["<!doctype", "<html", "<head", "<body", "<meta", "<title"];
        if of_a_document.iter().any(|name| begins(name)) { Self::Html } else { Self::Markdown }
    }
}

pub(super) fn page_of(
    origin: Origin,
    bytes: Vec<u8>,
    kind: Kind,
    content_type: Option<&str>,
) -> Result<Page, SourceError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SourceError::Empty { origin });
    }
    let (html, declared, url) = match kind {
        Kind::Html => {
            let html = encoding::decode_html(bytes, content_type);
            let url = saved::address_in(&html);
            (html, Declared::default(), url)
        }
        Kind::Markdown => {
            let text = encoding::decode_text(bytes, content_type);
            let (declared, url, rest) = front_matter::split(&text);
            (markdown::to_html(rest), declared, url)
        }
    };
    if is_binary(&html) {
        return Err(SourceError::Binary { origin });
    }
    Ok(Page { origin, html, url, saved: None, declared })
}

/// Whether the text is the decoding of something that never was text: it holds control characters that no
/// page has.
fn is_binary(text: &str) -> bool {
    let control = |c: &char| c.is_control() && !c.is_whitespace();
    let (seen, controls) =
        text.chars().take(4096).fold((0, 0), |(seen, controls), c| (seen + 1, controls + usize::from(control(&c))));
    controls * 50 > seen
}

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file cannot be opened or read.
    #[error("cannot read {}: {error}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Standard input cannot be read.
    #[error("cannot read standard input: {error}")]
    StandardInput {
        /// What the system says.
        error: io::Error,
    },
    /// No page is in the folder.
    #[error("{} has no page in it; pages end in .html, .htm, .xhtml or .md", .path.display())]
    EmptyFolder {
        /// The folder.
        path: PathBuf,
    },
    /// There is nothing in it.
    #[error("{origin} is empty; save the page again")]
    Empty {
        /// Where it was read.
        origin: Origin,
    },
    /// It is no text.
    #[error("{origin} is not text, so it cannot be a page; name an HTML or a Markdown file")]
    Binary {
        /// Where it was read.
        origin: Origin,
    },
    /// It is something else than a page.
    #[error("{origin} is not a page but {kind}; name the page that it stands on")]
    NoPage {
        /// Where it was read.
        origin: Origin,
        /// What the server calls it: "image/png".
        kind: String,
    },
    /// An argument looks like an address and is none.
    #[error("cannot fetch {address}: {error}; copy the whole address from the browser")]
    NoAddress {
        /// The argument.
        address: String,
        /// What is wrong with it.
        error: url::ParseError,
    },
    /// A `file:` address of another machine.
    #[error("cannot read {address}: it names no file of this machine; name the file by its path")]
    FileElsewhere {
        /// The address.
        address: String,
    },
    /// An address that is neither http nor https.
    #[error("cannot fetch {address}: pages are fetched over http and https alone; save the page and name its file")]
    OtherScheme {
        /// The address.
        address: String,
    },
    /// A page of the web, in a build without `fetch`.
    #[error("{url} is on the web, and nothing was to be fetched; save the page, and name the file")]
    NotLocal {
        /// The address.
        url: Url,
    },
    /// It could not be fetched.
    #[cfg(feature = "fetch")]
    #[error(transparent)]
    Fetch(#[from] FetchError),
}

impl SourceError {
    /// Why no page can be had from an address.
    fn of_address(address: &str) -> Self {
        let address = address.to_owned();
        match Url::parse(&address) {
            Err(error) => Self::NoAddress { address, error },
            Ok(url) if url.scheme() == "file" => Self::FileElsewhere { address },
            Ok(_) => Self::OtherScheme { address },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_input_tells_html_from_markdown() {
        assert_eq!(Kind::sniff(b"\n<!DOCTYPE html><p>"), Kind::Html);
        assert_eq!(Kind::sniff(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- saved --> <html lang=en>"), Kind::Html);
        assert_eq!(Kind::sniff(b"<div>\n\n# Headline\n\n</div>"), Kind::Markdown);
        assert_eq!(Kind::sniff(b"<header>\n\n# Headline\n\n</header> `<body>`"), Kind::Markdown);
    }

    #[test]
    fn a_picture_under_a_pages_name_is_told_as_such() {
        let bytes: Vec<u8> = (0..2000u32).map(|n| (n * 7 % 256) as u8).collect();
        let origin = Origin::File("photo.html".into());
        assert!(matches!(page_of(origin, bytes, Kind::Html, None), Err(SourceError::Binary { .. })));
    }
}
