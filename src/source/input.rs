//! What a person names on the command line: files, folders, addresses, standard input.

use std::fmt;
use std::path::{Path, PathBuf};
use url::Url;

/// What is to be read, as a person names it. A folder stands for [all pages in it](super::expand), anything else for one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A saved page.
    File(PathBuf),
    /// All pages in a folder and those below it.
    Folder(PathBuf),
    /// A page on the web: http or https.
    Web(Url),
    /// What the program is given on its standard input.
    StandardInput,
    /// A page that was published at `url`, whatever it says itself. It is no folder.
    Published {
        /// What is read.
        page: Box<Input>,
        /// The address it was published at.
        url: Url,
    },
    /// An address that no page can be had from. Reading it says why.
    OtherAddress(String),
}

impl Input {
    /// The file or the folder of this path.
    pub(super) fn at(path: PathBuf) -> Self {
        if path.is_dir() { Self::Folder(path) } else { Self::File(path) }
    }

    /// The same page, of which a person says that it was published at `url`.
    pub fn published_at(self, url: Url) -> Self {
        Self::Published { page: Box::new(self), url }
    }

    /// Where it lies on the disk, if it does.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) | Self::Folder(path) => Some(path),
            Self::Published { page, .. } => page.path(),
            Self::Web(_) | Self::StandardInput | Self::OtherAddress(_) => None,
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) | Self::Folder(path) => write!(f, "{}", path.display()),
            Self::Web(url) => f.write_str(url.as_str()),
            Self::StandardInput => f.write_str("standard input"),
            Self::Published { page, .. } => page.fmt(f),
            Self::OtherAddress(address) => f.write_str(address),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_files_and_standard_input_are_told_apart() {
        assert_eq!(Input::named("-"), Input::StandardInput);
        assert!(matches!(Input::named("https://example.org/a"), Input::Web(_)));
        assert_eq!(Input::named("c:x.html"), Input::File("c:x.html".into()));
    }

    #[test]
    fn what_is_there_is_a_file_though_its_name_looks_like_an_address() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("www.example.org");
        assert!(matches!(Input::named("www.example.org/a"), Input::Web(_)));
        std::fs::create_dir(&path).unwrap();
        assert_eq!(Input::named(path.to_str().unwrap()), Input::Folder(path));
    }
}
