//! What a person names on the command line: files, folders, addresses, standard input.

use super::{COMPANIONS, Origin};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use url::Url;

/// One thing to be read as one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    File(PathBuf),
    /// A folder that no page can be had from: it is empty, or cannot be read. Reading it says which.
    Folder(PathBuf),
    Web(Url),
    StandardInput,
}

/// The endings of the files that are taken from a folder.
const PAGES: [&str; 6] = ["html", "htm", "xhtml", "xht", "md", "markdown"];

impl Input {
    /// What `argument` stands for: `-`, an http(s) address, a file, or a folder with all pages in it. At least one.
    ///
    /// The pages of a folder come in the order of their paths; hidden files and the folders that browsers
    /// write beside a page are passed over. Whether a file is there is found out when it is read.
    pub fn named(argument: &str) -> Vec<Self> {
        if argument == "-" {
            return vec![Self::StandardInput];
        }
        if let Some(url) = Url::parse(argument).ok().filter(|url| matches!(url.scheme(), "http" | "https")) {
            return vec![Self::Web(url)];
        }
        let path = Path::new(argument);
        if !path.is_dir() {
            return vec![Self::File(path.to_owned())];
        }
        let mut pages = Vec::new();
        collect(path, &mut pages);
        if pages.is_empty() {
            pages.push(Self::Folder(path.to_owned()));
        }
        pages
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
            Input::File(path) | Input::Folder(path) => Origin::File(path.clone()),
            Input::Web(url) => Origin::Web(url.clone()),
            Input::StandardInput => Origin::StandardInput,
        }
    }
}

fn collect(folder: &Path, pages: &mut Vec<Input>) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut entries: Vec<PathBuf> = match entries {
        Ok(entries) => entries,
        Err(_) => return pages.push(Input::Folder(folder.to_owned())),
    };
    entries.sort();
    for path in &entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            // A link to a folder above would lead round in circles.
            if !path.is_symlink() && !is_companion(&name, &entries) {
                collect(path, pages);
            }
        } else if has_ending(path, &PAGES) {
            pages.push(Input::File(path.clone()));
        }
    }
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
        let inputs = Input::named(folder.path().to_str().unwrap());
        let expected = ["a/z.md", "b.html", "notes_files/c.htm"];
        assert_eq!(inputs, expected.map(|file| Input::File(folder.path().join(file))));
    }

    #[test]
    fn addresses_files_and_standard_input_are_told_apart() {
        assert_eq!(Input::named("-"), [Input::StandardInput]);
        assert!(matches!(Input::named("https://example.org/a")[..], [Input::Web(_)]));
        assert_eq!(Input::named("c:x.html"), [Input::File("c:x.html".into())]);
    }

    #[test]
    fn an_empty_folder_is_an_input_that_fails_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let inputs = Input::named(folder.path().to_str().unwrap());
        assert_eq!(inputs, [Input::Folder(folder.path().to_owned())]);
    }
}
