//! Where a file is to be, looked at before any work is done for it.

use super::{Draft, OutputError};
use crate::recipe::Existing;
use crate::unfinished;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A place that a file can be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Destination {
    /// As the person wrote it.
    path: PathBuf,
    /// The same, links followed.
    target: PathBuf,
}

impl Destination {
    /// Looks whether a file can be written at `path`, and makes its folder if only that is missing.
    ///
    /// # Errors
    /// When there is no folder to make it in, when it cannot be written in its folder, and when it would have to take the
    /// place of something that is no file.
    pub(crate) fn find(path: &Path, existing: Existing) -> Result<Self, OutputError> {
        make_folder_of(path)?;
        let target = match existing {
            Existing::Overwritten => target_of(path)?,
            Existing::Kept => path.to_owned(),
        };
        let folder = folder_of(&target);
        match new_file_in(folder) {
            Ok(_) => Ok(Self { path: path.to_owned(), target }),
            Err(error) => Err(OutputError::Shut { path: path.to_owned(), folder: folder.to_owned(), error }),
        }
    }

    /// Writes the file with `write` beside its place, whole and onto the disk.
    ///
    /// Returns what `write` returned, and the file.
    ///
    /// # Errors
    /// When the file cannot be made or written, or when `write` fails.
    pub(crate) fn write<T, E>(
        &self,
        write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
    ) -> Result<(T, Draft), OutputError>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let failed = |error| OutputError::Disk { path: self.path.clone(), error };
        let mut file = new_file_in(folder_of(&self.target)).map_err(failed)?;
        let mut buffer = BufWriter::with_capacity(1 << 16, file.as_file_mut());
        let written = write(&mut buffer)
            .map_err(|error| OutputError::Book { path: self.path.clone(), error: Box::new(error) })?;
        buffer.flush().map_err(failed)?;
        drop(buffer);
        file.as_file().sync_all().map_err(failed)?;
        let bytes = file.as_file().metadata().map_err(failed)?.len();
        let (path, target) = (self.path.clone(), self.target.clone());
        Ok((written, Draft { file: file.into_temp_path(), path, target, bytes }))
    }
}

/// The folder that a file lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes the folder of `path` if it is missing and the one above it is there.
fn make_folder_of(path: &Path) -> Result<(), OutputError> {
    let folder = folder_of(path);
    match fs::metadata(folder) {
        Ok(there) if there.is_dir() => return Ok(()),
        Ok(_) => return Err(OutputError::NotAFolder { path: path.to_owned(), folder: folder.to_owned() }),
        Err(_) => {}
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(OutputError::NoFolder { path: path.to_owned(), folder: folder_of(folder).to_owned() })
        }
        // Another run may have made it by now.
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(OutputError::Shut { path: path.to_owned(), folder: folder_of(folder).to_owned(), error })
        }
        _ => Ok(()),
    }
}

/// The file that `path` stands for: behind a link, the link's target. Devices and folders are refused,
/// because a file moved over them would replace them.
fn target_of(path: &Path) -> Result<PathBuf, OutputError> {
    let failed = |error| OutputError::Disk { path: path.to_owned(), error };
    match fs::metadata(path) {
        Ok(there) if there.is_file() => fs::canonicalize(path).map_err(failed),
        Ok(_) => Err(OutputError::NotAFile { path: path.to_owned() }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        Err(error) => Err(failed(error)),
    }
}

fn new_file_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bindery-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    unfinished::new_file(&builder, folder)
}
