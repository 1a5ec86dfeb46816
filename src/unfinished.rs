//! The files that are not whole yet, known by name so that none is left behind when the program is told to stop.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::{Builder, NamedTempFile};

/// Every file that was made here and may not have been moved to its place yet.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Makes a new file in `folder`, named as `builder` says. It goes when it is dropped, and when the program is told to stop.
///
/// # Errors
/// When no file can be made in the folder.
pub(crate) fn new_file(builder: &Builder, folder: &Path) -> io::Result<NamedTempFile> {
    // Made and noted under one lock: what is stopped in between would leave a file that nobody knows of.
    let mut unfinished = locked();
    unfinished.retain(|path| path.exists());
    let file = builder.tempfile_in(folder)?;
    unfinished.push(file.path().to_owned());
    Ok(file)
}

/// Removes all files that are not whole yet, and makes no new one while the answer is held.
#[must_use = "once it is dropped, new files are made"]
pub(crate) fn remove_all() -> impl Sized {
    let unfinished = locked();
    for path in unfinished.iter() {
        // What was moved to its place meanwhile is there no more under this name.
        let _ = fs::remove_file(path);
    }
    unfinished
}

fn locked() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
