//! A page as it was saved: decoded, but not yet understood.

use std::fmt;
use std::path::PathBuf;
use url::Url;

/// The markup of one saved page, with all that is known of where it came from.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where it was read from; names the page in messages.
    pub origin: Origin,
    /// The markup as HTML; Markdown has been turned into HTML by now.
    pub html: String,
    /// The address the page was published at, as far as the reader of the source knows it: the address
    /// fetched, the one given with `--url`, or a browser's "saved from url" remark.
    pub url: Option<Url>,
    /// The files that were saved with the page.
    pub saved: Option<SavedFiles>,
    /// What the source says of the page beside its markup; it is trusted over the markup.
    pub declared: Declared,
}

/// Where the files saved with a page are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFiles {
    /// The folder of the page itself: relative addresses may name files below it.
    pub folder: PathBuf,
    /// The folder that a browser wrote beside the page ("Story_files"), if there is one: addresses into
    /// it name files only, never places on the web.
    pub companion: Option<String>,
}

/// What is stated beside the markup: a Markdown file's front matter, a clipper's or a reading list's fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declared {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// As written there; any form that `clean` reads.
    pub published: Option<String>,
    /// The day or moment of its last change, in any form that pages use.
    pub modified: Option<String>,
    /// The name of the publication.
    pub site: Option<String>,
    /// The part of the publication.
    pub section: Option<String>,
    /// The deck under the headline.
    pub standfirst: Option<String>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// Address of a lead picture.
    pub picture: Option<String>,
}

/// Where an input came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A file on this machine.
    File(PathBuf),
    /// The address it was fetched from.
    Web(Url),
    /// The standard input of the program.
    StandardInput,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::File(path) => write!(f, "{}", path.display()),
            Origin::Web(url) => f.write_str(url.as_str()),
            Origin::StandardInput => f.write_str("standard input"),
        }
    }
}
