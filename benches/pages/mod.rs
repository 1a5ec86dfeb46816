//! The pages of a folder for a bench: where each lies, and what a file beside it tells of it.

use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A page of the folder.
pub(crate) struct SavedPage {
    /// Its path below the folder, without compression: "0001.html".
    pub name: String,
    pub file: PathBuf,
    /// What the file of the same name with the ending `.json` holds.
    told: Option<Value>,
}

impl SavedPage {
    /// What is told of the page under this key.
    pub(crate) fn told(&self, key: &str) -> Option<&str> {
        self.told.as_ref()?.get(key)?.as_str()
    }

    /// The address that it was published at.
    pub(crate) fn url(&self) -> Option<&str> {
        self.told("url")
    }
}

/// The pages below `folder` (`.html`, `.htm`, `.xhtml`, `.md`, or one of these compressed as `.gz`) in the order of their
/// paths; compressed ones are written out below `scratch`.
pub(crate) fn all_pages(folder: &Path, scratch: &Path) -> Vec<SavedPage> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let page = |file: &PathBuf| {
        let below = file.strip_prefix(folder).ok()?.to_str()?;
        let name = below.strip_suffix(".gz").unwrap_or(below);
        let (stem, _) = name.rsplit_once('.').filter(|(_, ending)| ["html", "htm", "xhtml", "md"].contains(ending))?;
        let told = fs::read(folder.join(format!("{stem}.json"))).ok();
        let told = told.and_then(|told| serde_json::from_slice(&told).ok());
        let file = if below == name { file.clone() } else { decompressed(file, &scratch.join("pages").join(name)) };
        Some(SavedPage { name: name.to_owned(), file, told })
    };
    files.iter().filter_map(page).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder that can be read").flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}

fn decompressed(file: &Path, target: &Path) -> PathBuf {
    let mut bytes = Vec::new();
    GzDecoder::new(fs::File::open(file).expect("a file")).read_to_end(&mut bytes).expect("a compressed page");
    fs::create_dir_all(target.parent().expect("a folder")).and_then(|()| fs::write(target, bytes)).expect("written");
    target.to_owned()
}
