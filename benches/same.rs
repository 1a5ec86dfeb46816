//! Shows what a change does to the pages of a folder: every difference in what is found in them and in the books.
//!
//! ```sh
//! cargo bench --bench same -- a/folder/of/pages target/same/pages
//! ```
//!
//! The first run writes a record; a later one holds its outcome against the record, prints every difference, and ends with
//! status 1 if there is any. `--renew` writes the record anew.
//!
//! For each page (`.html`, `.htm`, `.xhtml`, `.md`, or one of these compressed as `.gz`) the record has what `bindery clean
//! --format json` prints, with and without `--explain`; for each 50 pages the hashes of an EPUB and a PDF. Where a file of
//! the same name with the ending `.json` lies beside a page, its `url` is the address that the page was published at.

mod pages;

use pages::{SavedPage, all_pages};
use rayon::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// How many pages one book holds.
const PAGES_PER_BOOK: usize = 50;

/// How many differences of one page are printed.
const MAX_SHOWN: usize = 12;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let renew = arguments.iter().any(|argument| argument == "--renew");
    let folders: Vec<&String> = arguments.iter().filter(|argument| *argument != "--renew").collect();
    let [pages, record] = folders[..] else {
        eprintln!("usage: cargo bench --bench same -- FOLDER-OF-PAGES RECORD [--renew]");
        return ExitCode::from(2);
    };
    let (pages, record) = (absolute(pages), absolute(record));
    let scratch = tempfile::tempdir().expect("a folder for what is written");
    let found = all_pages(&pages, scratch.path());
    let outcome: Vec<(String, String)> = [cleaned(&found), bound(&found, scratch.path())].concat();
    if renew || !record.exists() {
        write(&record, &outcome);
        println!("{} pages: {} outcomes are recorded", found.len(), outcome.len());
        return ExitCode::SUCCESS;
    }
    let differing = outcome.iter().filter(|(name, now)| differs(&record, name, now)).count();
    println!("{} pages: {differing} of {} outcomes differ", found.len(), outcome.len());
    if differing == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// A bench is run in the folder of its package, whatever folder the command was given in; relative paths are below it.
fn absolute(path: &str) -> PathBuf {
    std::path::absolute(path).expect("a path")
}

/// What `bindery clean` says of each page, by the name of a file in the record.
fn cleaned(pages: &[SavedPage]) -> Vec<(String, String)> {
    let said = |page: &SavedPage| {
        [("", None), (".explained", Some("--explain"))].map(|(kind, explain)| {
            let mut bindery = bindery();
            bindery.args(["clean", "--offline", "--format", "json"]).arg(&page.file).args(explain);
            bindery.args(page.url().into_iter().flat_map(|url| ["--url", url]));
            let output = bindery.output().expect("bindery runs");
            let shown = match serde_json::from_slice::<Value>(&output.stdout) {
                Ok(json) => format!("{json:#}"),
                Err(_) => String::from_utf8_lossy(&output.stderr).replace(&*page.file.to_string_lossy(), &page.name),
            };
            (format!("{}{kind}.json", page.name), format!("{shown}\nstatus {:?}\n", output.status.code()))
        })
    };
    pages.par_iter().flat_map_iter(said).collect()
}

/// The hashes of the books.
fn bound(pages: &[SavedPage], scratch: &Path) -> Vec<(String, String)> {
    let books = |(number, pages): (usize, &[SavedPage])| {
        let books = ["epub", "pdf"].map(|format| scratch.join(format!("{number}.{format}")));
        let mut bindery = bindery();
        bindery.args(["bind", "--offline", "--keep-all", "--keep-doubles", "--date", "2026-11-23"]);
        bindery.args(books.iter().flat_map(|book| [Path::new("-o"), book]));
        let output = bindery.args(pages.iter().map(|page| &page.file)).output().expect("bindery runs");
        assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
        let hash = |book: &PathBuf| {
            Sha256::digest(fs::read(book).expect("a book")).iter().map(|b| format!("{b:02x}")).collect::<String>()
        };
        (format!("books/{number:03}.txt"), books.iter().map(|book| hash(book) + "\n").collect::<String>())
    };
    pages.chunks(PAGES_PER_BOOK).enumerate().map(books).collect()
}

fn bindery() -> Command {
    Command::new(env!("CARGO_BIN_EXE_bindery"))
}

fn write(record: &Path, outcome: &[(String, String)]) {
    for (name, text) in outcome {
        let file = record.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).and_then(|()| fs::write(&file, text)).expect("written");
    }
}

/// Whether an outcome is another than the recorded one; if so, prints how.
fn differs(record: &Path, name: &str, now: &str) -> bool {
    let before = fs::read_to_string(record.join(name)).unwrap_or_default();
    if before == now {
        return false;
    }
    println!("{name}");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, now) = (lines(&before), lines(now));
    let same_head = before.iter().zip(&now).take_while(|(before, now)| before == now).count();
    let same_foot = before.iter().rev().zip(now.iter().rev()).take_while(|(before, now)| before == now).count();
    let changed = |lines: &[String]| lines[same_head..(lines.len() - same_foot).max(same_head)].to_vec();
    for (sign, lines) in [("-", changed(&before)), ("+", changed(&now))] {
        lines.iter().take(MAX_SHOWN).for_each(|line| println!("  {sign} {}", line.trim()));
        if lines.len() > MAX_SHOWN {
            println!("  {sign} … and {} lines more", lines.len() - MAX_SHOWN);
        }
    }
    true
}
