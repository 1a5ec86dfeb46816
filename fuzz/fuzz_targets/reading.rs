//! Bytes go the way of a file that a person names.

#[path = "../../tests/support/sound.rs"]
mod sound;

use bindery::clean::clean;
use bindery::fetch::{FetchRules, Fetcher};
use bindery::source::{self, Input};
use std::sync::LazyLock;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder for the page"));

static FETCHER: LazyLock<Fetcher> =
    LazyLock::new(|| Fetcher::new(FetchRules { offline: true, ..FetchRules::default() }));

/// Reads and cleans `bytes` as a file called `name`; whatever comes of it must be sound.
pub fn try_as(name: &str, bytes: &[u8]) {
    let path = FOLDER.path().join(name);
    std::fs::write(&path, bytes).expect("room for the page");
    let Ok(page) = source::read(&Input::File(path), &FETCHER) else { return };
    if let Ok(article) = clean(&page) {
        sound::check(&article);
    }
}
