//! Colophon: what the book says of how it was made.

use super::{Issue, date_in_words};

impl Issue {
    /// The sentences of the colophon: what the issue was bound with and when, where its articles come from, and whose
    /// they are.
    pub fn colophon(&self) -> Vec<String> {
        let wording = &self.wording;
        let bound = wording.bound.replace("{}", &date_in_words(self.date, &self.language));
        let publications = self.publications();
        let publications = publications.join(self.language.comma());
        let taken_from = (!publications.is_empty()).then(|| wording.taken_from.replace("{}", &publications));
        [Some(bound), taken_from, Some(wording.rights.clone())].into_iter().flatten().collect()
    }

    /// The publications that the articles stood in, each once, in the order in which they are met; one whose page does
    /// not tell its name goes by its host.
    fn publications(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for article in &self.articles {
            let host = || Some(article.url.as_ref()?.host_str()?.trim_start_matches("www.").to_owned());
            let name = article.site.clone().filter(|name| !name.trim().is_empty()).or_else(host);
            names.extend(name.filter(|name| !names.contains(name)));
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::pictures::Pictures;
    use jiff::civil::date;

    #[test]
    fn the_colophon_names_each_publication_once() {
        let named = |site: &str| Article { site: Some(site.into()), ..Article::headed(site) };
        let unnamed =
            Article { url: "https://www.tollbridge.example/a".parse().ok(), ..Article::headed("The ferry is late") };
        let articles = vec![named("The Sarn Quarterly"), unnamed, named("The Sarn Quarterly")];
        let issue = Issue::assemble(None, date(2026, 11, 28), articles, Pictures::default());
        let [bound, taken_from, rights] = &issue.colophon()[..] else { panic!("{:?}", issue.colophon()) };
        assert_eq!(bound, "Bound with Bindery, 28 November 2026.");
        assert_eq!(taken_from, "Taken from The Sarn Quarterly, tollbridge.example.");
        assert!(rights.contains("those who made them"));
    }

    #[test]
    fn articles_from_nowhere_leave_out_where_they_come_from() {
        let issue = Issue::assemble(None, date(2026, 11, 28), vec![Article::headed("A note")], Pictures::default());
        assert_eq!(issue.colophon().len(), 2);
    }
}
