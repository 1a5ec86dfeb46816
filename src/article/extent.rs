//! How much of an article its page holds.

use super::Parts;

/// How much of an article was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Extent {
    #[default]
    Whole,
    /// The page shows the rest only to those who pay or log in.
    Beginning,
    /// The rest is on other pages.
    Parts(Parts),
}

impl Extent {
    /// What a reader misses, as a sentence: "only the first 120 words are in this page". `words` are those that are there.
    pub(super) fn missing(&self, words: usize) -> Option<String> {
        match self {
            Self::Whole => None,
            Self::Beginning => Some(format!("only the first {words} words are in this page")),
            Self::Parts(parts) => Some(match &parts.next {
                Some(next) => format!("only {parts} of the article is here; the rest is at {next}"),
                None => format!("only {parts} of the article is here"),
            }),
        }
    }

    /// The parts that are here, where the article has several.
    pub fn parts(&self) -> Option<&Parts> {
        match self {
            Self::Parts(parts) => Some(parts),
            Self::Whole | Self::Beginning => None,
        }
    }
}
