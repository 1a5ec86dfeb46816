//! A picture of the article with the words that belong to it.

use super::{Credit, Inline};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use std::path::{Path, PathBuf};
use url::Url;

/// A picture with its caption and its credit, kept apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Where the picture can be had; also its name in [`Pictures`](crate::pictures::Pictures).
    pub picture: PictureSource,
    /// What the page says of the picture, without the credit; may be empty.
    pub caption: Vec<Inline>,
    /// Who made it and on what terms it is shown, where that is said.
    pub credit: Option<Credit>,
    /// The page's text for those who cannot see the picture; may be empty.
    pub alt: String,
}

/// The places where one picture can be had, the best first. There is always at least one.
///
/// These are what the page offers, and what it is held to. Beside them there may be [`larger`](Self::larger) ones, which
/// the page does not name: places where hosts of its kind keep the file that they made the offered ones from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Places", into = "Places")]
pub struct PictureSource {
    best: Address,
    others: Vec<Address>,
    larger: Vec<Url>,
}

impl PictureSource {
    /// A picture that is tried at `best` and then at each of `others`; doubles are dropped.
    pub fn new(best: Address, others: impl IntoIterator<Item = Address>) -> Self {
        let mut kept = Vec::new();
        for other in others {
            if other != best && !kept.contains(&other) {
                kept.push(other);
            }
        }
        Self { best, others: kept, larger: Vec::new() }
    }

    /// The same of a list in order of preference; `None` if the list is empty.
    pub fn from_candidates(candidates: impl IntoIterator<Item = Address>) -> Option<Self> {
        let mut candidates = candidates.into_iter();
        candidates.next().map(|best| Self::new(best, candidates))
    }

    /// The same with places where it may be had larger, the likeliest first; those that the page offers are dropped.
    pub fn or_larger_at(mut self, larger: impl IntoIterator<Item = Url>) -> Self {
        for url in larger {
            let is_offered =
                self.candidates().any(|offered| matches!(offered, Address::Web(offered) if *offered == url));
            if !is_offered && !self.larger.contains(&url) {
                self.larger.push(url);
            }
        }
        self
    }

    /// All places that the page offers, the best first.
    pub fn candidates(&self) -> impl Iterator<Item = &Address> {
        std::iter::once(&self.best).chain(&self.others)
    }

    /// The places where the picture may be had larger, the likeliest first. Nobody has promised that anything is there:
    /// that nothing is, is no fault, and what is there must show the same picture.
    pub fn larger(&self) -> &[Url] {
        &self.larger
    }

    /// The place that the page's author would call the picture's address: the best on the web, or else the best.
    pub fn published(&self) -> &Address {
        self.candidates().find(|address| matches!(address, Address::Web(_))).unwrap_or(&self.best)
    }
}

/// How a [`PictureSource`] is written for programs.
#[derive(Serialize, Deserialize)]
struct Places {
    /// What the page offers, the best first.
    offered: Vec<Address>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    larger: Vec<Url>,
}

impl TryFrom<Places> for PictureSource {
    type Error = &'static str;

    fn try_from(places: Places) -> Result<Self, Self::Error> {
        let source = Self::from_candidates(places.offered).ok_or("a picture has one place at least")?;
        Ok(source.or_larger_at(places.larger))
    }
}

impl From<PictureSource> for Places {
    fn from(source: PictureSource) -> Self {
        Self { offered: source.candidates().cloned().collect(), larger: source.larger }
    }
}

/// A place where a picture can be had.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Address {
    /// http or https.
    Web(Url),
    /// A file saved with the page. Written for programs, a name that is no Unicode has \u{fffd} for what is none.
    File(#[serde(serialize_with = "as_unicode")] PathBuf),
    /// The whole `data:` URI (RFC 2397).
    Data(String),
}

fn as_unicode<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&path.display())
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Web(url) => f.write_str(url.as_str()),
            Address::File(path) => write!(f, "{}", path.display()),
            Address::Data(uri) => {
                let head: String = uri.chars().take_while(|c| *c != ',').take(60).collect();
                write!(f, "{head},…")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_place_is_none_that_the_page_offers() {
        let url = |path: &str| Url::parse("https://example.org/").unwrap().join(path).unwrap();
        let source = PictureSource::new(Address::Web(url("a-300.jpg")), [Address::Web(url("a-600.jpg"))]);
        let source = source.or_larger_at([url("a-600.jpg"), url("a.jpg"), url("a.jpg")]);
        assert_eq!(source.larger(), [url("a.jpg")]);
        assert_eq!(source.candidates().count(), 2);
        assert_eq!(source.published(), &Address::Web(url("a-300.jpg")));
    }
}
