//! How much of an article its page holds.

use url::Url;

/// How much of an article was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Extent {
    #[default]
    Whole,
    /// The page shows the rest only to those who pay or log in.
    Beginning,
    /// There are further pages.
    Parts(Parts),
}

/// Some of the pages of an article that goes over several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The number of the first that is here, counted from 1.
    pub first: u32,
    pub last: u32,
    /// How many there are, where the page says so.
    pub of: Option<u32>,
    /// Where the one after the last is; absent at the end of the article.
    pub next: Option<Url>,
    /// Where the article begins; the same for all its parts.
    pub beginning: Url,
}

impl Extent {
    /// What a reader misses, as a sentence: "only the first 120 words are in this page". `words` are those that are there.
    pub fn missing(&self, words: usize) -> Option<String> {
        match self {
            Self::Whole => None,
            Self::Beginning => Some(format!("only the first {words} words are in this page")),
            Self::Parts(parts) => parts.missing(),
        }
    }
}

impl Parts {
    fn missing(&self) -> Option<String> {
        let here = match (self.first, self.last) {
            (first, last) if first == last => format!("part {first}"),
            (first, last) => format!("parts {first} to {last}"),
        };
        let of = self.of.map_or_else(String::new, |of| format!(" of {of}"));
        let before = format!("what comes before is at {}", self.beginning);
        match (&self.next, self.first > 1) {
            (Some(next), false) => Some(format!("{here}{of}; the rest is at {next}")),
            (Some(next), true) => Some(format!("{here}{of}; {before}, the rest is at {next}")),
            (None, true) => Some(format!("{here}{of}; {before}")),
            (None, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_where_it_is() {
        let url = |path: &str| Url::parse(&format!("https://courier.example/{path}")).unwrap();
        let parts = Parts { first: 1, last: 1, of: Some(3), next: Some(url("a/2")), beginning: url("a") };
        let said = |parts: Parts| Extent::Parts(parts).missing(90);
        assert_eq!(said(parts.clone()).unwrap(), "part 1 of 3; the rest is at https://courier.example/a/2");
        assert_eq!(said(Parts { next: None, last: 3, ..parts.clone() }), None);
        let late = Parts { first: 2, last: 3, next: None, ..parts };
        assert_eq!(said(late).unwrap(), "parts 2 to 3 of 3; what comes before is at https://courier.example/a");
    }
}
