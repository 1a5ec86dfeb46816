//! What a person names on the command line: files, folders, addresses, standard input.

use super::{COMPANIONS, Origin, SourceError};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use url::Url;

/// One thing to be read as one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    File(PathBuf),
    Web(Url),
    StandardInput,
}

/// The endings of the files that are taken from a folder.
const PAGES: [&str; 6] = ["html", "htm", "xhtml", "xht", "md", "markdown"];

impl Input {
    /// What `argument` stands for: `-`, an http(s) address, a file, or a folder with all pages in it.
    ///
    /// The pages of a folder come in the order of their paths; hidden files and the folders that browsers
    /// write beside a page are passed over.
    ///
    /// # Errors
    /// When there is no such file, or a folder cannot be read or has no page in it.
    pub fn named(argument: &str) -> Result<Vec<Self>, SourceError> {
        if argument == "-" {
            return Ok(vec![Self::StandardInput]);
        }
        if let Some(url) = Url::parse(argument).ok().filter(|url| matches!(url.scheme(), "http" | "https")) {
            return Ok(vec![Self::Web(url)]);
        }
        let path = Path::new(argument);
        if !path.is_dir() {
            // Whether the file is there is found out when it is read: one that is not never costs the issue.
            return Ok(vec![Self::File(path.to_owned())]);
        }
        let mut pages = Vec::new();
        collect(path, &mut pages)?;
        if pages.is_empty() {
            return Err(SourceError::EmptyFolder { path: path.to_owned() });
        }
        Ok(pages.into_iter().map(Self::File).collect())
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Origin::from(self).fmt(f)
    }
}

impl From<&Input> for Origin {
    fn from(input: &Input) -> Self {
        match input {
            Input::File(path) => Origin::File(path.clone()),
            Input::Web(url) => Origin::Web(url.clone()),
            Input::StandardInput => Origin::StandardInput,
        }
    }
}

fn collect(folder: &Path, pages: &mut Vec<PathBuf>) -> Result<(), SourceError> {
    let unreadable = |error| SourceError::Unreadable { path: folder.to_owned(), error };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort();
    for path in &entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            // A link to a folder above would lead round in circles.
            if !path.is_symlink() && !is_companion(&name, &entries) {
                collect(path, pages)?;
            }
        } else if has_ending(path, &PAGES) {
            pages.push(path.clone());
        }
    }
    Ok(())
}

/// Whether a folder of this name was written by a browser for a page beside it.
fn is_companion(name: &str, beside: &[PathBuf]) -> bool {
    let pages = beside.iter().filter(|path| has_ending(path, &PAGES));
    let mut stems = pages.filter_map(|page| page.file_stem());
    stems.any(|stem| COMPANIONS.iter().any(|pattern| pattern.replace("{}", &stem.to_string_lossy()) == name))
}

/// Whether the file's name ends in one of `endings`, in whatever case.
pub(super) fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    endings.contains(&ending.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_pages_in_order_without_what_browsers_wrote_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["b.html", "a/z.md", "b_files/frame.html", "notes_files/c.htm", ".hidden.md", "picture.png"] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "text").unwrap();
        }
        let inputs = Input::named(folder.path().to_str().unwrap()).unwrap();
        let expected = ["a/z.md", "b.html", "notes_files/c.htm"];
        assert_eq!(inputs, expected.map(|file| Input::File(folder.path().join(file))));
    }

    #[test]
    fn addresses_files_and_standard_input_are_told_apart() {
        assert_eq!(Input::named("-").unwrap(), [Input::StandardInput]);
        assert!(matches!(Input::named("https://example.org/a").unwrap()[..], [Input::Web(_)]));
        assert_eq!(Input::named("c:x.html").unwrap(), [Input::File("c:x.html".into())]);
    }
}
