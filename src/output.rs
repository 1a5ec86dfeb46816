//! Writes a file whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes the file at `path` with `write`: beside its place first, and moved over it once it is whole and
/// on the disk. Whatever fails, the file that was there before stays as it was.
///
/// Returns what `write` returned, and the size of the file in bytes.
///
/// # Errors
/// When the file cannot be made or written, or when `write` fails.
pub fn write_whole<T, E>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<(T, u64), OutputError>
where
    E: std::error::Error + Send + Sync + 'static,
{
    let failed = |error| OutputError::Disk { path: path.to_owned(), error };
    let place = place_of(path).map_err(failed)?;
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bindery-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    let mut buffer = BufWriter::with_capacity(1 << 16, file.as_file_mut());
    let written =
        write(&mut buffer).map_err(|error| OutputError::Book { path: path.to_owned(), error: Box::new(error) })?;
    buffer.flush().map_err(failed)?;
    drop(buffer);
    file.as_file().sync_all().map_err(failed)?;
    let bytes = file.as_file().metadata().map_err(failed)?.len();
    file.persist(&place).map_err(|error| failed(error.error))?;
    // The new name is safe only once the folder is; some file systems cannot sync one, and that is no failure.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok((written, bytes))
}

/// The file that `path` stands for: behind a link, the link's target. Devices and folders are refused,
/// because a file moved over them would replace them.
fn place_of(path: &Path) -> io::Result<PathBuf> {
    match fs::metadata(path) {
        Ok(there) if there.is_file() => fs::canonicalize(path),
        Ok(_) => Err(io::Error::other("there is something else of that name that is not a file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path.to_owned()),
        Err(error) => Err(error),
    }
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    #[error("cannot write {}: {error}; the file that was there, if any, is as it was", .path.display())]
    Disk { path: PathBuf, error: io::Error },
    #[error("cannot write {}: {error}; the file that was there, if any, is as it was", .path.display())]
    Book { path: PathBuf, error: Box<dyn std::error::Error + Send + Sync> },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.epub");
        fs::write(&path, "old").unwrap();
        let result = write_whole(&path, |out| {
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
        let (_, bytes) = write_whole(&link, |out| out.write_all(b"new")).unwrap();
        assert_eq!((fs::read(&target).unwrap(), bytes), (b"new".to_vec(), 3));
        assert!(link.is_symlink());
    }

    #[test]
    fn a_device_is_never_replaced() {
        assert!(write_whole(Path::new("/dev/null"), |out| out.write_all(b"x")).is_err());
        assert!(!Path::new("/dev/null").is_file());
    }
}
