//! Who wrote an article.

use serde::{Deserialize, Serialize};

/// The names of the authors, one a person or body, without "By" and without job titles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Byline {
    /// In the order of the page.
    pub authors: Vec<String>,
}

impl Byline {
    /// The byline of these authors; names that are empty or already there are passed over.
    pub fn new(names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut authors: Vec<String> = Vec::new();
        for name in names {
            let name = name.into().trim().to_owned();
            if !name.is_empty() && !authors.contains(&name) {
                authors.push(name);
            }
        }
        Self { authors }
    }

    /// Whether the page names nobody.
    pub fn is_empty(&self) -> bool {
        self.authors.is_empty()
    }

    /// The names in one line: "A, B {and} C", with the word for "and" in the reader's language.
    pub fn joined(&self, and: &str) -> String {
        match self.authors.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Byline;

    #[test]
    fn three_names_are_joined_as_one_speaks_them() {
        let byline = Byline::new(["Ada", "Ben", "", "Ada", "Cem"]);
        assert_eq!(byline.joined("and"), "Ada, Ben and Cem");
    }
}
