//! The names that content systems fill in, and the credits that are believed since they are none of these.

use super::super::{agency, credit};
use super::Statement;
use crate::article::{Credit, Found, Licence, Trust};
use crate::clean::metadata::Metadata;
use crate::clean::view::addresses::Addresses;
use crate::credit::{fillers::is_filler, folded};

/// The names of those whom a content system fills in where nobody told the maker.
#[derive(Debug, Default)]
pub(super) struct OwnNames {
    /// The site's, folded.
    site: Vec<String>,
    /// The article's authors, folded.
    authors: Vec<String>,
}

impl OwnNames {
    pub(super) fn of(metadata: &Metadata, publishers: &[String]) -> Self {
        let host = metadata.url.as_ref().and_then(|url| url.host_str()).unwrap_or_default();
        let host = host.trim_start_matches("www.");
        let label = host.split('.').next().unwrap_or_default();
        let site = [metadata.site.as_deref().unwrap_or_default(), host, label];
        let site = site.into_iter().chain(publishers.iter().map(String::as_str));
        Self {
            site: site.map(folded).filter(|name| !name.is_empty()).collect(),
            authors: metadata.byline.authors.iter().map(|author| folded(author)).collect(),
        }
    }

    /// The credit that a statement gives, if it is to be believed.
    pub(super) fn credit(&self, statement: &Statement, found: Found, addresses: &Addresses) -> Option<Credit> {
        let by_authors = statement.speaks_of_rights().then_some(&statement.authors).into_iter().flatten();
        let makers: Vec<&(String, Option<String>)> = statement
            .makers
            .iter()
            .chain(by_authors)
            .filter(|(name, _)| {
                // Who wrote the article is filled in for who took the picture, unless rights are spoken of.
                let is_author = self.authors.contains(&folded(name)) && !statement.speaks_of_rights();
                self.is_credit(name) && !is_author
            })
            .collect();
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in &makers {
            if names.iter().all(|known| folded(known) != folded(name)) {
                names.push(name);
            }
        }
        let line = statement.line.as_deref().and_then(credit::marked).filter(|line| self.is_credit(line));
        let line = line.or_else(|| (!names.is_empty()).then(|| names.join(" / ")));
        let notice = || statement.notice.as_deref().and_then(credit::marked).filter(|notice| self.is_credit(notice));
        let text = line.or_else(notice).unwrap_or_default();
        let mut credit = Credit::printed(text, found, Trust::Stated);
        for (name, address) in makers {
            if let Some(target) = address.as_deref().and_then(|address| addresses.web(address)) {
                credit.lead(name, &target);
            }
        }
        let web = |address: &Option<String>| address.as_deref().and_then(|address| addresses.web(address));
        for terms in [web(&statement.licence), web(&statement.terms)].into_iter().flatten() {
            match Licence::at(&terms) {
                Some(licence) => credit.licence = credit.licence.or(Some(Box::new(licence))),
                None => credit.terms = credit.terms.or(Some(Box::new(terms))),
            }
        }
        let named = || Licence::named_in(statement.licence_name.as_deref()?).map(Box::new);
        credit.licence = credit.licence.or_else(named);
        credit.source = web(&statement.source).map(Box::new).or(credit.source);
        let has_address = credit.licence.is_some() || credit.terms.is_some() || credit.source.is_some();
        (has_address || !credit.text.is_empty()).then_some(credit)
    }

    pub(super) fn is_the_site(&self, name: &str) -> bool {
        self.site.contains(&folded(name))
    }

    /// Whether `name` reads as makers are named, and is not the site's own.
    fn is_credit(&self, name: &str) -> bool {
        let name = name.trim();
        let is_short = (2..=LONGEST).contains(&name.chars().count());
        let is_web = name.starts_with("http") || name.contains('@');
        is_short && !is_filler(name) && !is_web && agency::is_name_like(name) && !self.is_the_site(name)
    }
}

/// In characters; a line of rights is not longer.
const LONGEST: usize = 160;
