//! Notes of the checks that were passed over, one file a checker and test.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("passed-over")
}

/// Leaves a note that the test now running passed over a check by `checker`.
pub(super) fn note(checker: &str) {
    let test = std::thread::current().name().unwrap_or("a test").replace("::", ".");
    let folder = folder().join(checker);
    fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(test), "")).expect("a note can be left");
}

/// Takes all notes: the tests by the checker that they went without.
pub(super) fn take() -> BTreeMap<String, BTreeSet<String>> {
    let names = |folder: PathBuf| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<BTreeSet<_>>()
    };
    let notes = names(folder()).into_iter().map(|checker| (checker.clone(), names(folder().join(checker)))).collect();
    let _ = fs::remove_dir_all(folder());
    notes
}
