//! Sites: what is known of one site alone, as selectors in a file named after its host. The last resort, where no rule for all
//! pages finds what a reader sees at once.
//!
//! ```toml
//! # courier.example.toml
//! body = [".story-text"]        # what holds the text; all else of the page is left out
//! drop = [".also-read"]         # what is never of the article
//! title = ["h1.real"]
//! author = [".signed a"]
//! date = ["time.first"]
//! caption = [".legend"]         # what is the caption of the picture beside it
//! credit = [".legend i"]
//! ```
//!
//! The manner is that of the site patterns of FiveFilters' Full-Text RSS. Of several selectors the first counts that finds
//! anything; of `drop`, `caption` and `credit`, each. A file holds for its host and the hosts below it, and
//! `www.` is passed over.

mod applied;

pub(super) use applied::{Applied, apply};

use scraper::Selector;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use url::Url;

/// The rules for single sites, by their hosts.
#[derive(Debug, Clone, Default)]
pub struct Sites {
    by_host: BTreeMap<String, SiteRules>,
}

/// The rules for one site.
#[derive(Debug, Clone)]
pub(crate) struct SiteRules {
    pub body: Vec<Selector>,
    pub drop: Vec<Selector>,
    pub title: Vec<Selector>,
    pub author: Vec<Selector>,
    pub date: Vec<Selector>,
    pub caption: Vec<Selector>,
    pub credit: Vec<Selector>,
}

/// The same as it is written in a file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    body: Vec<String>,
    drop: Vec<String>,
    title: Vec<String>,
    author: Vec<String>,
    date: Vec<String>,
    caption: Vec<String>,
    credit: Vec<String>,
}

/// Why the rules for a site could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadSitesError {
    /// The folder or one of its files cannot be read.
    #[error("cannot read the rules for sites in {}: {error}", .path.display())]
    Read {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is no TOML, or has a key that is none of a site's.
    #[error("the rules for a site in {} cannot be used: {error}", .path.display())]
    Toml {
        /// The file.
        path: PathBuf,
        /// What is wrong, and in which line.
        error: Box<toml::de::Error>,
    },
    /// One of the selectors is none.
    #[error("the rules for a site in {} cannot be used: {selector:?}, under {key}, is no CSS selector", .path.display())]
    Selector {
        /// The file.
        path: PathBuf,
        /// The key under which it stands.
        key: &'static str,
        /// As it is written.
        selector: String,
    },
}

impl Sites {
    /// The rules in the files `HOST.toml` of a folder.
    ///
    /// # Errors
    /// When the folder or one of these files cannot be read, or holds what no rules can.
    pub fn in_folder(folder: &Path) -> Result<Self, LoadSitesError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |error| LoadSitesError::Read { path, error }
        };
        let mut sites = Self::default();
        for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
            let path = entry.map_err(unreadable(folder))?.path();
            let host = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".toml"));
            let Some(host) = host else { continue };
            let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
            sites.by_host.insert(bare(host).to_ascii_lowercase(), SiteRules::read(&text, &path)?);
        }
        Ok(sites)
    }

    /// The rules for the site of `url`: those of its host, or else of the nearest domain above it.
    pub(crate) fn of(&self, url: &Url) -> Option<&SiteRules> {
        let mut host = bare(url.host_str()?);
        loop {
            if let Some(rules) = self.by_host.get(host) {
                return Some(rules);
            }
            host = host.split_once('.')?.1;
        }
    }
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

impl SiteRules {
    fn read(text: &str, path: &Path) -> Result<Self, LoadSitesError> {
        let written: Written = toml::from_str(text)
            .map_err(|error| LoadSitesError::Toml { path: path.to_owned(), error: Box::new(error) })?;
        let parsed = |key, selectors: Vec<String>| -> Result<Vec<Selector>, LoadSitesError> {
            let parse = |selector: String| match Selector::parse(&selector) {
                Ok(parsed) => Ok(parsed),
                Err(_) => Err(LoadSitesError::Selector { path: path.to_owned(), key, selector }),
            };
            selectors.into_iter().map(parse).collect()
        };
        Ok(Self {
            body: parsed("body", written.body)?,
            drop: parsed("drop", written.drop)?,
            title: parsed("title", written.title)?,
            author: parsed("author", written.author)?,
            date: parsed("date", written.date)?,
            caption: parsed("caption", written.caption)?,
            credit: parsed("credit", written.credit)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn a_file_holds_for_its_host_and_those_below_it() {
        let folder = folder(&[("courier.example.toml", "drop = ['.ad']"), ("notes.txt", "no rules")]);
        let sites = Sites::in_folder(folder.path()).unwrap();
        let is_known = |url: &str| sites.of(&Url::parse(url).unwrap()).is_some();
        assert!(is_known("https://www.courier.example/a") && is_known("https://news.courier.example/a"));
        assert!(!is_known("https://example/a") && !is_known("https://mycourier.example/a"));
        assert!(!is_known("https://192.0.2.1/a") && !is_known("mailto:a@courier.example"));
    }

    #[test]
    fn what_is_wrong_in_a_file_is_told_with_its_place() {
        let told = |text: &str| Sites::in_folder(folder(&[("a.example.toml", text)]).path()).unwrap_err().to_string();
        let unknown = told("body = ['p']\nautor = ['.by']");
        assert!(
            unknown.contains("a.example.toml") && unknown.contains("line 2") && unknown.contains("autor"),
            "{unknown}"
        );
        let selector = told("credit = ['p', '>>']");
        assert!(selector.contains("\">>\", under credit, is no CSS selector"), "{selector}");
        let gone = Sites::in_folder(Path::new("no/such/folder")).unwrap_err().to_string();
        assert!(gone.contains("no/such/folder"), "{gone}");
    }
}
