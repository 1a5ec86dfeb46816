//! Writes files whole or not at all.
//!
//! A file goes through three steps, so that no work is done for one that cannot be written, and none that is there is
//! touched before the new one is whole:
//!
//! ```text
//! Destination::find   before the work: is there a folder, can it be written?
//!     │
//!     ▼
//!   Destination::write   the file beside its place, ".bindery-x3f9aQ.tmp", safe on the disk
//!     │
//!     ▼
//!   Draft
//!     │
//!     ▼
//! put_in_place           moved over the file that was there, or to a name that no file has
//! ```

mod destination;
pub(crate) mod name;

pub(crate) use destination::{Destination, folder_of};

use crate::recipe::Existing;
use name::numbered;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::iter::zip;
use std::path::{Path, PathBuf};
use tempfile::{PathPersistError, TempPath};

/// A whole file that is not in its place yet. It goes when it is dropped, and when the program is told to stop.
#[derive(Debug)]
pub(crate) struct Draft {
    file: TempPath,
    /// Where it is to go, as the person wrote it.
    path: PathBuf,
    /// The same, links followed.
    target: PathBuf,
    pub bytes: u64,
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutputError {
    #[error("cannot write {}: there is no folder {}; make it, or name another place", .path.display(), .folder.display())]
    NoFolder { path: PathBuf, folder: PathBuf },
    #[error("cannot write {}: {} is no folder; name another place", .path.display(), .folder.display())]
    NotAFolder { path: PathBuf, folder: PathBuf },
    #[error("cannot write {}: no file can be made in the folder {}: {error}; name another place", .path.display(), .folder.display())]
    Shut { path: PathBuf, folder: PathBuf, error: io::Error },
    #[error("cannot write {}: there is a folder or a device of that name; choose another name", .path.display())]
    NotAFile { path: PathBuf },
    #[error("cannot write {}: {error}; the file that was there, if any, is as it was", .path.display())]
    Disk { path: PathBuf, error: io::Error },
    #[error("cannot write {}: {error}; the file that was there, if any, is as it was", .path.display())]
    Book { path: PathBuf, error: Box<dyn std::error::Error + Send + Sync> },
}

/// Moves the files of one run to their places, and says for each where that is.
///
/// Where files that are there are kept, all go to names with the same number: to "digest-2.epub" and "digest-2.pdf" if
/// there is a "digest.epub". Another run that takes a name at the same time only makes the number larger.
pub(crate) fn put_in_place(drafts: Vec<Draft>, existing: Existing) -> Vec<Result<PathBuf, OutputError>> {
    match existing {
        Existing::Overwritten => drafts.into_iter().map(replace).collect(),
        Existing::Kept => put_beside(drafts),
    }
}

/// Moves the file over the one that is there.
fn replace(Draft { file, path, target, .. }: Draft) -> Result<PathBuf, OutputError> {
    match file.persist(&target) {
        Ok(()) => {
            sync_folder_of(&target);
            Ok(path)
        }
        Err(PathPersistError { error, .. }) => Err(OutputError::Disk { path, error }),
    }
}

/// Moves all files to the names with the smallest number that no other file has.
fn put_beside(drafts: Vec<Draft>) -> Vec<Result<PathBuf, OutputError>> {
    // Where each file lies now: first at a name of its own, and then perhaps at one whose number another lacks.
    let mut places: Vec<io::Result<PathBuf>> = drafts.iter().map(|draft| Ok(draft.file.to_path_buf())).collect();
    let mut number = 1;
    while let Err(NameTaken) = move_all_to(number, &drafts, &mut places) {
        number += 1;
    }
    let told = zip(places, drafts).map(|(place, draft)| {
        let place = place.map_err(|error| OutputError::Disk { path: draft.path, error })?;
        sync_folder_of(&place);
        Ok(place)
    });
    told.collect()
}

/// Another file has the name.
struct NameTaken;

/// Moves the files to their names with this number, up to the first that is taken.
fn move_all_to(number: u32, drafts: &[Draft], places: &mut [io::Result<PathBuf>]) -> Result<(), NameTaken> {
    for (draft, place) in zip(drafts, places) {
        let Ok(here) = place else { continue };
        let there = numbered(&draft.path, number);
        match move_to_new(here, &there) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(NameTaken),
            moved => *place = moved.map(|()| there),
        }
    }
    Ok(())
}

/// Moves a file to a name that no file has.
fn move_to_new(here: &Path, there: &Path) -> io::Result<()> {
    let mut file = TempPath::try_from_path(here)?;
    // A file that cannot be moved stays where it is.
    file.disable_cleanup(true);
    match file.persist_noclobber(there) {
        Err(refused) if refused.error.kind() != ErrorKind::AlreadyExists => {
            // Memory cards on a Mac and some network drives know no such move: there an empty file takes the name first.
            File::create_new(there)?;
            fs::rename(here, there).inspect_err(|_| fs::remove_file(there).unwrap_or_default())
        }
        moved => moved.map_err(|refused| refused.error),
    }
}

/// A new name is safe only once its folder is; some file systems cannot sync one, and that is no failure.
fn sync_folder_of(path: &Path) {
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a file of these words in three steps, as a run does.
    fn written(path: &Path, words: &str, existing: Existing) -> Result<PathBuf, OutputError> {
        let ((), draft) = Destination::find(path, existing)?.write(|out| out.write_all(words.as_bytes()))?;
        assert_eq!(draft.bytes, words.len() as u64);
        put_in_place(vec![draft], existing).remove(0)
    }

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.epub");
        fs::write(&path, "old").unwrap();
        let result = Destination::find(&path, Existing::Overwritten).unwrap().write(|out| {
            out.write_all(b"half")?;
            Err::<(), _>(io::Error::other("no ink"))
        });
        assert!(result.unwrap_err().to_string().contains("no ink"));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target.epub"), folder.path().join("link.epub"));
        fs::write(&target, "old").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert_eq!(written(&link, "new", Existing::Overwritten).unwrap(), link);
        assert_eq!(fs::read(&target).unwrap(), b"new");
        assert!(link.is_symlink());
    }

    #[test]
    fn a_device_is_never_replaced() {
        assert!(written(Path::new("/dev/null"), "x", Existing::Overwritten).is_err());
        assert!(!Path::new("/dev/null").is_file());
    }

    #[test]
    fn files_of_one_run_go_on_together_to_a_number_that_all_can_have() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name| folder.path().join(name);
        for (name, words) in [("a.epub", "1"), ("a-2.pdf", "2")] {
            fs::write(path(name), words).unwrap();
        }
        let draft = |name| {
            Destination::find(&path(name), Existing::Kept)
                .unwrap()
                .write(|out| out.write_all(name.as_bytes()))
                .unwrap()
                .1
        };
        let places = put_in_place(vec![draft("a.epub"), draft("a.pdf")], Existing::Kept);
        assert_eq!(places.into_iter().map(Result::unwrap).collect::<Vec<_>>(), [path("a-3.epub"), path("a-3.pdf")]);
        let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a-2.pdf", "a-3.epub", "a-3.pdf", "a.epub"]);
        assert_eq!(fs::read(path("a-2.pdf")).unwrap(), b"2");
        assert_eq!(fs::read(path("a-3.pdf")).unwrap(), b"a.pdf");
    }

    #[test]
    fn of_many_that_want_one_name_at_once_none_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.epub");
        let path = &path;
        std::thread::scope(|threads| {
            for number in 0..16 {
                threads.spawn(move || written(path, &format!("{number}"), Existing::Kept).unwrap());
            }
        });
        let files = fs::read_dir(&folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
        let mut numbers: Vec<u32> = files.map(|words| words.parse().unwrap()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (0..16).collect::<Vec<_>>());
    }
}
