//! The bytes behind an address.

use crate::article::Address;
use crate::fetch::{FetchError, Fetcher};
use data_url::DataUrl;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use url::Url;

/// The largest file that is taken for a picture; photographs straight out of a camera stay under it.
const MAX_PICTURE_BYTES: u64 = 60_000_000;

/// Why there are no bytes.
#[derive(Debug, thiserror::Error)]
pub(super) enum OpenError {
    #[error("{0}")]
    Web(#[from] FetchError),
    #[error("cannot read {}: there is no such file; save the page together with its pictures", .0.display())]
    NoFile(PathBuf),
    #[error("cannot read {}: {error}", .path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("cannot read {}: it is larger than {} MB, the most that is taken for a picture", .0.display(), MAX_PICTURE_BYTES / 1_000_000)]
    LargeFile(PathBuf),
    #[error("cannot read {0}: it is no data URI as RFC 2397 has it")]
    Data(String),
}

/// All bytes of the picture at `address`.
pub(super) fn open(address: &Address, fetcher: &Fetcher) -> Result<Vec<u8>, OpenError> {
    match address {
        Address::Web(url) => Ok(fetcher.get(url, MAX_PICTURE_BYTES)?.body),
        Address::File(path) => file(path),
        Address::Data(uri) => data(uri).ok_or_else(|| OpenError::Data(address.to_string())),
    }
}

/// All bytes of what may be a larger version of a picture; `None` where nothing comes.
pub(super) fn try_get(url: &Url, fetcher: &Fetcher) -> Option<Vec<u8>> {
    fetcher.try_get(url, MAX_LARGER_BYTES).map(|fetched| fetched.body)
}

/// The largest file that is taken in the place of one that is there already: what comes out of a camera as JPEG.
const MAX_LARGER_BYTES: u64 = 30_000_000;

fn file(path: &Path) -> Result<Vec<u8>, OpenError> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => OpenError::NoFile(path.to_owned()),
        _ => OpenError::File { path: path.to_owned(), error },
    };
    // Asked before opening: opening a named pipe would wait for somebody to write into it.
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(unreadable(io::Error::other("it is not a regular file")));
    }
    let mut bytes = Vec::new();
    let opened = File::open(path).map_err(unreadable)?;
    opened.take(MAX_PICTURE_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_PICTURE_BYTES { Err(OpenError::LargeFile(path.to_owned())) } else { Ok(bytes) }
}

/// What a `data:` URI holds (RFC 2397, read as the Fetch standard reads it).
fn data(uri: &str) -> Option<Vec<u8>> {
    Some(DataUrl::process(uri).ok()?.decode_to_vec().ok()?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_uris_are_read_in_each_of_their_forms() {
        assert_eq!(data("data:image/gif;base64,R0lGODlh").as_deref(), Some(&b"GIF89a"[..]));
        assert_eq!(data("data:image/gif;base64,R0lG\n ODlh%3D").as_deref(), None);
        assert_eq!(data("data:image/gif;base64,R0lG%0AODlh").as_deref(), Some(&b"GIF89a"[..]));
        assert_eq!(data("data:image/svg+xml;charset=utf-8,%3Csvg/%3E").as_deref(), Some(&b"<svg/>"[..]));
        assert_eq!(data("DATA:,a%20b").as_deref(), Some(&b"a b"[..]));
        assert_eq!(data("data:image/png;base64").as_deref(), None);
        assert_eq!(data("http://example.org/,a").as_deref(), None);
    }

    #[test]
    fn what_is_no_regular_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(file(folder.path()), Err(OpenError::File { .. })));
        assert!(matches!(file(&folder.path().join("a.jpg")), Err(OpenError::NoFile(_))));
    }
}
