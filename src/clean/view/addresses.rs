//! Resolves the addresses in a page's markup against the page's own.

use crate::article::Address;
use crate::source::{Page, SavedFiles};
use std::path::{Component, Path, PathBuf};
use url::Url;

/// What relative addresses of one page are relative to.
#[derive(Debug, Clone)]
pub(crate) struct Addresses {
    base: Option<Url>,
    saved: Option<SavedFiles>,
}

impl Addresses {
    /// The addresses of a page: relative to `base`, which its element of that name tells, or else to where the page was
    /// published (HTML Living Standard, 4.2.3).
    pub(crate) fn of(base: Option<&str>, page: &Page, canonical: Option<&Url>) -> Self {
        let page_url = page.url.as_ref().or(canonical);
        let base = base.and_then(|href| match page_url {
            Some(url) => url.join(href.trim()).ok(),
            None => Url::parse(href.trim()).ok(),
        });
        let base = base.filter(is_web).or_else(|| page_url.cloned());
        Self { base, saved: page.saved.clone() }
    }

    /// The place on the web that `href` points to: http or https.
    pub(crate) fn web(&self, href: &str) -> Option<Url> {
        let href = href.trim();
        let url = match &self.base {
            Some(base) => base.join(href).ok()?,
            None => Url::parse(href).ok()?,
        };
        is_web(&url).then_some(url)
    }

    /// The target of a link: http, https or mailto, and not a place within the same page.
    pub(crate) fn link(&self, href: &str) -> Option<Url> {
        let href = href.trim();
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        match Url::parse(href) {
            Ok(url) if url.scheme() == "mailto" => Some(url),
            _ => self.web(href),
        }
    }

    /// The places where the picture that the page calls `src` may be had, the best first: the file saved
    /// with the page before the place on the web.
    pub(crate) fn picture(&self, src: &str) -> Vec<Address> {
        let src = src.trim();
        if src.len() >= 5 && src.as_bytes()[..5].eq_ignore_ascii_case(b"data:") {
            return vec![Address::Data(src.to_owned())];
        }
        let web = self.web(src);
        // Most pictures are called by their whole address.
        let is_whole = src.starts_with("http://") || src.starts_with("https://");
        let file = if is_whole && web.is_some() { None } else { self.file(src) };
        let in_companion = file.as_ref().is_some_and(|(_, in_companion)| *in_companion);
        let web = web.filter(|_| !in_companion);
        let file = file.map(|(path, _)| Address::File(path));
        file.into_iter().chain(web.map(Address::Web)).collect()
    }

    /// The file below the page's folder that a relative `src` names, and whether a browser put it there.
    fn file(&self, src: &str) -> Option<(PathBuf, bool)> {
        let saved = self.saved.as_ref()?;
        if src.is_empty() || src.starts_with(['/', '#', '?', '\\']) || Url::parse(src).is_ok() {
            return None;
        }
        let path = src.split(['?', '#']).next()?;
        let path = percent_decoded(path);
        let path = Path::new(&path);
        let mut below = PathBuf::new();
        for component in path.components() {
            match component {
                Component::Normal(name) => below.push(name),
                Component::CurDir => {}
                // A page may not read what lies outside the folder it was saved in.
                Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
            }
        }
        let first = below.components().next()?.as_os_str().to_string_lossy().into_owned();
        let in_companion = saved.companion.as_deref() == Some(first.as_str());
        Some((saved.folder.join(below), in_companion))
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// The text with what is escaped in it as it was (RFC 3986, section 2.1).
pub(crate) fn percent_decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| path.get(at + 1..at + 3)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(base: Option<&str>, companion: Option<&str>) -> Addresses {
        let saved = SavedFiles { folder: "saved".into(), companion: companion.map(str::to_owned) };
        Addresses { base: base.map(|url| Url::parse(url).unwrap()), saved: Some(saved) }
    }

    #[test]
    fn a_picture_in_the_companion_folder_is_a_file_only() {
        let addresses = addresses(Some("https://example.org/a/"), Some("Story_files"));
        assert_eq!(addresses.picture("./Story_files/a%20b.jpg"), [Address::File("saved/Story_files/a b.jpg".into())]);
    }

    #[test]
    fn another_relative_picture_is_looked_for_beside_the_page_and_then_on_the_web() {
        let addresses = addresses(Some("https://example.org/a/"), None);
        let web = Url::parse("https://example.org/a/img/b.jpg?w=3").unwrap();
        assert_eq!(addresses.picture("img/b.jpg?w=3"), [Address::File("saved/img/b.jpg".into()), Address::Web(web)]);
    }

    #[test]
    fn a_page_cannot_name_files_outside_its_folder() {
        for src in ["../secret.png", "/etc/passwd", "file:///etc/passwd", "a/../../b.png"] {
            assert_eq!(addresses(None, None).picture(src), []);
        }
    }

    #[test]
    fn a_link_within_the_page_is_no_link() {
        let addresses = addresses(Some("https://example.org/a/"), None);
        assert_eq!(addresses.link("#top"), None);
        assert_eq!(addresses.link("javascript:void(0)"), None);
        assert_eq!(addresses.link("mailto:a@example.org").unwrap().as_str(), "mailto:a@example.org");
        assert_eq!(addresses.link("../b").unwrap().as_str(), "https://example.org/b");
    }
}
