//! The pages in a folder, and the other files that lie there.

use super::{COMPANIONS, Input, name_order};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The endings of the files that are taken from a folder.
const PAGES: [&str; 6] = ["html", "htm", "xhtml", "xht", "md", "markdown"];

/// The endings of the files that pages use. They lie beside pages, and nobody would look for them in an issue by themselves.
const RESOURCES: [&str; 22] = [
    "apng", "avif", "bmp", "css", "eot", "gif", "heic", "ico", "jfif", "jpeg", "jpg", "js", "mjs", "otf", "png", "svg",
    "tif", "tiff", "ttf", "webp", "woff", "woff2",
];

/// What inputs stand for, one by one.
#[derive(Debug, Default)]
pub struct Expansion {
    /// Each gives one page, or says when it is read why it gives none. A folder is left only where no page can be had
    /// from it: it is empty, or cannot be read.
    pub pages: Vec<Input>,
    /// The files of the folders that are no pages, a folder each; none where there are no such files.
    pub passed_over: Vec<PassedOver>,
}

/// Files of a folder that are no pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassedOver {
    /// The folder that was named.
    pub folder: PathBuf,
    /// How many there are.
    pub files: usize,
    /// How many there are of each ending, in small letters and without its dot; "" stands for none.
    pub endings: BTreeMap<String, usize>,
}

/// Puts in the place of each folder all pages in it and in its folders, in the order of their names: as people sort
/// titles, "2" before "10", large letters with small ones, and without the English articles "The", "A" and "An".
///
/// Hidden files and the folders that browsers write beside a page are passed over. Whatever else is no page is counted,
/// but for what pages use: pictures, style sheets, scripts and fonts.
pub fn expand(inputs: &[Input]) -> Expansion {
    let mut expansion = Expansion::default();
    for input in inputs {
        let Input::Folder(folder) = input else {
            expansion.pages.push(input.clone());
            continue;
        };
        let mut pages = Vec::new();
        let mut others = PassedOver { folder: folder.clone(), files: 0, endings: BTreeMap::new() };
        collect(folder, &mut pages, &mut others);
        if pages.is_empty() {
            pages.push(input.clone());
        }
        expansion.pages.extend(name_order::sorted(pages));
        expansion.passed_over.extend((others.files > 0).then_some(others));
    }
    expansion
}

fn collect(folder: &Path, pages: &mut Vec<Input>, others: &mut PassedOver) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let entries: Vec<PathBuf> = match entries {
        Ok(entries) => entries,
        Err(_) => return pages.push(Input::Folder(folder.to_owned())),
    };
    for path in &entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            // A link to a folder above would lead round in circles.
            if !path.is_symlink() && !is_companion(&name, &entries) {
                collect(path, pages, others);
            }
        } else if has_ending(path, &PAGES) {
            pages.push(Input::File(path.clone()));
        } else if !has_ending(path, &RESOURCES) {
            others.count(path);
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
    endings.contains(&ending(path).as_str())
}

/// The ending of a file's name in small letters, without its dot.
fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

impl PassedOver {
    fn count(&mut self, file: &Path) {
        self.files += 1;
        *self.endings.entry(ending(file)).or_default() += 1;
    }
}

/// How many endings are named.
const MAX_NAMED_ENDINGS: usize = 4;

impl fmt::Display for PassedOver {
    /// "12 other files in saved/ were passed over (9 .pdf, 2 .docx, 1 without an ending)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (others, were) = if self.files == 1 { ("file", "was") } else { ("files", "were") };
        // Joined with nothing, the folder ends in a slash.
        write!(f, "{} other {others} in {} {were} passed over (", self.files, self.folder.join("").display())?;
        let mut endings: Vec<_> = self.endings.iter().collect();
        endings.sort_by_key(|(_, files)| std::cmp::Reverse(**files));
        let named = endings.iter().take(MAX_NAMED_ENDINGS).map(|(ending, files)| match ending.is_empty() {
            true => format!("{files} without an ending"),
            false => format!("{files} .{ending}"),
        });
        f.write_str(&named.collect::<Vec<_>>().join(", "))?;
        f.write_str(if endings.len() > MAX_NAMED_ENDINGS { ", …)" } else { ")" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn folder_with(files: &[&str]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "text").unwrap();
        }
        folder
    }

    fn expanded(folder: &Path) -> Expansion {
        expand(&[Input::Folder(folder.to_owned())])
    }

    #[test]
    fn a_folder_gives_its_pages_in_order_without_what_browsers_wrote_beside_them() {
        let files = ["b.html", "a/z.md", "b_files/frame.html", "notes_files/c.htm", ".hidden.md", "picture.png"];
        let folder = folder_with(&files);
        let expected = ["a/z.md", "b.html", "notes_files/c.htm"];
        assert_eq!(expanded(folder.path()).pages, expected.map(|file| Input::File(folder.path().join(file))));
    }

    #[test]
    fn an_empty_folder_is_an_input_that_fails_by_itself() {
        let folder = folder_with(&[]);
        assert_eq!(expanded(folder.path()).pages, [Input::Folder(folder.path().to_owned())]);
    }

    #[test]
    fn other_files_are_counted_by_their_endings_and_the_commonest_are_named() {
        let files =
            ["a.md", "1.pdf", "in/2.PDF", "3.pdf", "x.docx", "README", "y.txt", "z.epub", "a_files/4.pdf", "p.JPG"];
        let folder = folder_with(&files);
        let mut others = expanded(folder.path()).passed_over.remove(0);
        others.folder = "saved".into();
        let told = "7 other files in saved/ were passed over (3 .pdf, 1 without an ending, 1 .docx, 1 .epub, …)";
        assert_eq!(others.to_string(), told);
        assert_eq!(expanded(folder_with(&["a.md", "a.css"]).path()).passed_over, []);
    }
}
