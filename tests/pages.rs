//! Golden pages: each page of `tests/pages` gives just what stands beside it.
//!
//! `cargo run --example golden -- PAGE` makes one of a page, or makes it anew.

#[path = "support/golden.rs"]
mod golden;

use golden::{FOLDER, found};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_golden_page_gives_what_stands_beside_it() {
    let entries = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end != "json")).collect();
    pages.sort();
    assert!(pages.len() >= 6, "the golden pages were not found: {pages:?}");
    let differing: Vec<String> = pages.iter().filter_map(|page| difference(page)).collect();
    assert!(
        differing.is_empty(),
        "{}\nIf this is as it should be: cargo run --example golden -- the page",
        differing.join("\n")
    );
}

/// The first lines in which what is found differs from what is to be.
fn difference(page: &Path) -> Option<String> {
    let golden = fs::read_to_string(page.with_extension("json")).unwrap_or_default();
    let now = found(Path::new(page.file_name()?)).unwrap_or_else(|error| error.to_string());
    if golden == now {
        return None;
    }
    let at = golden.lines().zip(now.lines()).take_while(|(was, is)| was == is).count();
    let lines = |text: &str, mark: &str| {
        text.lines().skip(at).take(3).map(|line| format!("  {mark}{line}")).collect::<Vec<_>>().join("\n")
    };
    Some(format!("{}:{}\n{}\n{}", page.display(), at + 1, lines(&golden, "- "), lines(&now, "+ ")))
}
