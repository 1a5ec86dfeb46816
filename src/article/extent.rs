//! How much of an article its page holds.

use serde::{Deserialize, Serialize};
use url::Url;

/// How much of an article was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// The page shows the rest only to those who pay or log in.
    Beginning,
    /// The rest is on other pages.
    Parts(Parts),
}

impl Extent {
    /// The parts that are here, where the article has several.
    pub fn parts(&self) -> Option<&Parts> {
        match self {
            Self::Parts(parts) => Some(parts),
            Self::Whole | Self::Beginning => None,
        }
    }
}

/// Which parts of an article are here, where its site spreads it over several pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// The first part that is here, from 1.
    pub first: usize,
    /// The last part that is here.
    pub last: usize,
    /// How many parts the article has, if a page says so.
    pub of: Option<usize>,
    /// What the addresses of all parts have in common, and those of no other article.
    pub whole: String,
    /// Where the part after the last one is; `None` if there is none.
    pub next: Option<Url>,
}

impl Parts {
    /// Whether `other` are the parts that come right after these.
    pub fn go_on_with(&self, other: &Self) -> bool {
        self.whole == other.whole && self.last + 1 == other.first
    }

    /// Whether the whole article is here.
    pub fn are_all(&self) -> bool {
        self.first == 1 && self.next.is_none()
    }
}
