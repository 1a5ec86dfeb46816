//! The articles of an issue under the names of their sections.

use super::Issue;
use crate::article::Article;

/// Articles that follow one another and come from the same section.
#[derive(Debug)]
pub struct Section<'a> {
    /// In one line; `None` for articles of no section.
    pub name: Option<String>,
    /// Each with its place in [`Issue::articles`]; never empty.
    pub articles: Vec<(usize, &'a Article)>,
}

impl Issue {
    /// All articles in reading order, under the names of their sections.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut sections: Vec<Section> = Vec::new();
        for entry in self.articles.iter().enumerate() {
            let name = entry.1.section.as_deref().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
            let name = name.filter(|name| !name.is_empty());
            match sections.last_mut() {
                Some(last) if last.name == name => last.articles.push(entry),
                _ => sections.push(Section { name, articles: vec![entry] }),
            }
        }
        sections
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::Pictures;
    use jiff::civil::date;

    #[test]
    fn neighbours_of_one_section_stand_under_one_name() {
        let article =
            |section: Option<&str>| Article { section: section.map(str::to_owned), ..Article::headed("Tides") };
        let articles = [Some("Sea"), Some(" Sea "), None, Some("  "), Some("Sea")].map(article).to_vec();
        let issue = Issue::assemble(None, date(2026, 11, 23), articles, Pictures::default());
        let sections = issue.sections();
        let seen: Vec<_> = sections.iter().map(|s| (s.name.as_deref(), s.articles.len(), s.articles[0].0)).collect();
        assert_eq!(seen, [(Some("Sea"), 2, 0), (None, 2, 2), (Some("Sea"), 1, 4)]);
    }
}
