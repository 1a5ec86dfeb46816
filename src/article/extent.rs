//! How much of an article its page holds.

use url::Url;

/// How much of an article was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Extent {
    #[default]
    Whole,
    /// The page shows the rest only to those who pay or log in.
    Beginning,
    /// The rest is on further pages.
    Part(Part),
}

/// One page of an article that is continued on others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Counted from 1.
    pub number: u32,
    /// How many parts there are, where the page says so.
    pub of: Option<u32>,
    /// Where the next part is; absent on the last.
    pub next: Option<Url>,
}

impl Extent {
    /// What a reader misses, as a sentence: "only the first 120 words are in this page". `words` are those that are there.
    pub fn missing(&self, words: usize) -> Option<String> {
        match self {
            Self::Whole => None,
            Self::Beginning => Some(format!("only the first {words} words are in this page")),
            Self::Part(Part { number, of, next }) => {
                let of = of.map_or_else(String::new, |of| format!(" of {of}"));
                match next {
                    Some(next) => Some(format!("part {number}{of}; the rest is at {next}")),
                    None if *number > 1 => Some(format!("part {number}{of}; the parts before it are missing")),
                    None => None,
                }
            }
        }
    }
}
