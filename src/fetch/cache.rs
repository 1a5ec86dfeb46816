//! What came through the door before, kept on disk.
//!
//! One file an address. The first line carries a checksum of all that follows: a file that was cut off or changed is
//! as good as none. Files are written beside their place and moved over it, so that several runs at once see either
//! the old answer or the new one, whole.

use super::wire::{self, Answer};
use crate::unfinished;
use http::{HeaderMap, header};
use http_cache_semantics::{CacheOptions, CachePolicy};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use url::Url;

/// The first word of every file; a new number whenever what follows is written in another way.
const MARK: &str = "bindery-cache-1";

/// A folder of answers.
pub(super) struct Cache {
    folder: PathBuf,
}

/// An answer with what HTTP says of its use.
pub(super) struct Kept {
    pub policy: CachePolicy,
    pub answer: Answer,
}

/// The rules of RFC 9111 for an answer, as a cache of one user reads them.
pub(super) fn policy(request: &http::request::Parts, response: &http::response::Parts) -> CachePolicy {
    let options = CacheOptions { shared: false, ..CacheOptions::default() };
    CachePolicy::new_options(request, response, SystemTime::now(), options)
}

/// Whether an answer may be kept.
///
/// Redirects that hold only for now are kept although RFC 9111 (section 3) would not have it: they are never used
/// without asking again, except offline, where the pictures behind them could not be found otherwise.
pub(super) fn may_be_kept(policy: &CachePolicy, response: &http::response::Parts) -> bool {
    let of_use = response.status == http::StatusCode::OK || response.status.is_redirection();
    let passing = wire::is_passing_redirect(response.status) && !forbids_keeping(&response.headers);
    of_use && (policy.is_storable() || passing)
}

fn forbids_keeping(headers: &HeaderMap) -> bool {
    let directives = headers.get_all(header::CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    directives.flat_map(|value| value.split(',')).any(|directive| directive.trim().eq_ignore_ascii_case("no-store"))
}

/// What stands between the checksum and the body.
#[derive(Serialize, Deserialize)]
struct Head<U, P, A> {
    url: U,
    policy: P,
    answer: A,
}

impl Cache {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What is kept of `url`, if that is whole.
    pub(super) fn load(&self, url: &Url) -> Option<Kept> {
        let file = fs::read(self.place(url)).ok()?;
        let (seal, rest) = split_line(&file)?;
        if seal != sealed(rest).as_bytes() {
            return None;
        }
        let (head, body) = split_line(rest)?;
        let head: Head<Url, CachePolicy, Answer> = serde_json::from_slice(head).ok()?;
        let answer = Answer { body: body.to_owned(), ..head.answer };
        (head.url == *url).then_some(Kept { policy: head.policy, answer })
    }

    /// Keeps an answer in the place of the one before.
    pub(super) fn store(&self, url: &Url, kept: &Kept) -> io::Result<()> {
        let mut rest = serde_json::to_vec(&Head { url, policy: &kept.policy, answer: &kept.answer })?;
        rest.push(b'\n');
        rest.extend_from_slice(&kept.answer.body);
        fs::create_dir_all(&self.folder)?;
        let mut file = unfinished::new_file(&tempfile::Builder::new(), &self.folder)?;
        writeln!(file, "{}", sealed(&rest))?;
        file.write_all(&rest)?;
        file.persist(self.place(url))?;
        Ok(())
    }

    fn place(&self, url: &Url) -> PathBuf {
        Path::new(&self.folder).join(hexadecimal(url.as_str().as_bytes()))
    }
}

fn sealed(rest: &[u8]) -> String {
    format!("{MARK} {}", hexadecimal(rest))
}

fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}
