//! The node of the page's linked data that describes its article.
//!
//! Sites nest the article in `@graph` or `mainEntity`, and describe a dozen related stories beside it.

use super::tidy::{folded, likeness, tidy};
use crate::clean::view::linked_data::{HOLDERS, Node, types};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the linked data of a page says of its article.
#[derive(Debug, Default)]
pub(super) struct ArticleData<'v> {
    nodes: Vec<&'v Node>,
    /// Everything that has an `@id` and a name, for those that only refer to it.
    by_id: BTreeMap<&'v str, &'v Node>,
    article: Option<&'v Node>,
}

/// Types of schema.org that are an article or stand for one, with how surely they are.
const ARTICLE_TYPES: [(&str, u8); 11] = [
    // …and everything else that ends on "Article", "Posting" or "Report": see `rank`.
    ("Recipe", 3),
    ("HowTo", 3),
    ("Review", 3),
    ("CriticReview", 3),
    ("Course", RANK_OF_PAGES),
    ("WebPage", RANK_OF_PAGES),
    ("ItemPage", RANK_OF_PAGES),
    ("MedicalWebPage", RANK_OF_PAGES),
    ("FAQPage", RANK_OF_PAGES),
    ("CreativeWork", 2),
    ("TechArticle", 4),
];

/// How surely what stands for a page is an article.
const RANK_OF_PAGES: u8 = 1;

impl<'v> ArticleData<'v> {
    /// Finds the article in a page's linked data; `witnesses` are the page's own words for its headline, `address` its
    /// address.
    pub(super) fn of(linked_data: &'v [Value], witnesses: &[&str], address: Option<&str>) -> Self {
        let mut data = Self::default();
        linked_data.iter().for_each(|value| data.gather(value, 0));
        let witnesses: Vec<String> =
            witnesses.iter().map(|words| folded(words)).filter(|words| !words.is_empty()).collect();
        let mut best = 0.0;
        for node in data.nodes.iter().copied() {
            let score = score(node, &witnesses, address);
            if score > best {
                (best, data.article) = (score, Some(node));
            }
        }
        data
    }

    /// The text under the first of `keys` that has one in the article.
    pub(super) fn text(&self, keys: &[&str]) -> Option<String> {
        let node = self.article?;
        keys.iter().find_map(|key| text_in(node.get(*key)?))
    }

    /// The texts under `key` in the article, and then in what stands for the page itself.
    pub(super) fn texts_of_page(&self, key: &str) -> impl Iterator<Item = String> {
        let pages = self.nodes.iter().copied().filter(|node| rank(node) == RANK_OF_PAGES);
        self.article.into_iter().chain(pages).filter_map(move |node| text_in(node.get(key)?))
    }

    /// The names of the persons, and those of the bodies, under `author` or `creator` of the article.
    pub(super) fn authors(&self) -> Authors {
        let mut authors = Authors::default();
        if let Some(node) = self.article {
            for key in ["author", "authors", "creator", "contributor"] {
                if let Some(value) = node.get(key) {
                    self.gather_authors(value, &mut authors);
                }
                if !authors.persons.is_empty() || !authors.bodies.is_empty() {
                    break;
                }
            }
        }
        authors
    }

    /// The name of the thing under `key` of the article, or of any node if `anywhere`.
    pub(super) fn name_of(&self, key: &str) -> Option<String> {
        let own = self.article.and_then(|node| self.name_in(node.get(key)?));
        own.or_else(|| self.nodes.iter().find_map(|node| self.name_in(node.get(key)?)))
    }

    /// The name of the page's `WebSite` node.
    pub(super) fn site_name(&self) -> Option<String> {
        let site = self.nodes.iter().find(|node| types(node).any(|kind| kind == "WebSite"))?;
        text_in(site.get("name")?)
    }

    /// The names of the page's breadcrumbs, from the home page down.
    pub(super) fn breadcrumbs(&self) -> Vec<String> {
        let list = self.nodes.iter().find(|node| types(node).any(|kind| kind == "BreadcrumbList"));
        let Some(Value::Array(items)) = list.and_then(|list| list.get("itemListElement")) else { return Vec::new() };
        let name = |item: &Value| text_in(item.get("name")?).or_else(|| text_in(item.get("item")?.get("name")?));
        items.iter().filter_map(|item| name(item).or_else(|| text_in(item.get("item")?.get("name")?))).collect()
    }

    /// Takes in all nodes of `value` that may be the article or tell of the page.
    fn gather(&mut self, value: &'v Value, depth: usize) {
        if depth > 6 {
            return;
        }
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.gather(value, depth + 1)),
            Value::Object(node) => {
                for inner in HOLDERS.iter().filter_map(|key| node.get(*key)) {
                    // A mere address only tells whose page it is.
                    if inner.is_array() || inner.get("@type").is_some() {
                        self.gather(inner, depth + 1);
                    }
                }
                node.values().for_each(|inner| self.remember(inner));
                self.remember_node(node);
                if node.contains_key("@type") {
                    self.nodes.push(node);
                }
            }
            _ => {}
        }
    }

    /// Keeps what a node says under its `@id`, for those that only refer to it.
    fn remember(&mut self, value: &'v Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.remember(value)),
            Value::Object(node) => self.remember_node(node),
            _ => {}
        }
    }

    fn remember_node(&mut self, node: &'v Node) {
        if let (Some(Value::String(id)), Some(name)) = (node.get("@id"), node.get("name"))
            && !name.is_null()
        {
            self.by_id.entry(id).or_insert(node);
        }
    }

    fn gather_authors(&self, value: &Value, authors: &mut Authors) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.gather_authors(value, authors)),
            Value::String(_) => authors.persons.extend(text_in(value)),
            Value::Object(node) => {
                let known = || self.by_id.get(node.get("@id")?.as_str()?).copied();
                if let Some(named) = node.contains_key("name").then_some(node).or_else(known) {
                    authors.add(named);
                }
            }
            _ => {}
        }
    }

    fn name_in(&self, value: &Value) -> Option<String> {
        match value {
            Value::Array(values) => values.iter().find_map(|value| self.name_in(value)),
            Value::Object(node) => match node.get("name") {
                Some(name) => text_in(name),
                None => text_in(self.by_id.get(node.get("@id")?.as_str()?)?.get("name")?),
            },
            value => text_in(value),
        }
    }
}

/// Whom a page's data names as its authors.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Authors {
    pub persons: Vec<String>,
    pub bodies: Vec<String>,
}

impl Authors {
    /// Adds whom `node`, which has a name, names.
    fn add(&mut self, node: &Node) {
        let is_body =
            types(node).any(|kind| kind.ends_with("Organization") || kind == "Corporation" || kind == "Brand");
        let names = match node.get("name") {
            Some(Value::Array(names)) => names.iter().filter_map(text_in).collect(),
            name => Vec::from_iter(name.and_then(text_in)),
        };
        if is_body { self.bodies.extend(names) } else { self.persons.extend(names) }
    }
}

/// How surely a node of this type is an article, 0 to 4.
fn rank(node: &Node) -> u8 {
    let of = |kind: &str| match ARTICLE_TYPES.iter().find(|(name, _)| *name == kind) {
        Some((_, rank)) => *rank,
        None if ["Article", "Posting", "Report"].iter().any(|end| kind.ends_with(end)) => 4,
        None => 0,
    };
    types(node).map(of).max().unwrap_or(0)
}

/// How well a node fits the page: by type, by its headline, by its address.
fn score(node: &Node, witnesses: &[String], address: Option<&str>) -> f32 {
    let rank = rank(node);
    if rank == 0 {
        return 0.0;
    }
    let headline =
        ["headline", "name"].iter().find_map(|key| text_in(node.get(*key)?)).map(|headline| folded(&headline));
    let alike =
        headline.map_or(0.3, |headline| witnesses.iter().map(|words| likeness(words, &headline)).fold(0.0, f32::max));
    let own_address = ["url", "mainEntityOfPage", "@id"].iter().any(|key| {
        let value = node.get(*key);
        let value = value.and_then(|value| value.as_str().or_else(|| value.get("@id")?.as_str()));
        match (value, address) {
            (Some(value), Some(address)) => bare_address(value) == bare_address(address),
            _ => false,
        }
    });
    let dated = node.contains_key("datePublished");
    f32::from(rank) + 3.0 * alike + if own_address { 1.0 } else { 0.0 } + if dated { 0.5 } else { 0.0 }
}

fn bare_address(address: &str) -> &str {
    let bare = address.split(['#', '?']).next().unwrap_or(address);
    bare.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.").trim_end_matches('/')
}

/// The text that a value is or holds: a string, the first of a list, `{"@value": …}`.
fn text_in(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => tidy(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.iter().find_map(text_in),
        Value::Object(node) => text_in(node.get("@value")?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::view::linked_data::values_in;

    fn of(values: &[Value]) -> ArticleData<'_> {
        ArticleData::of(values, &["The tide comes in"], Some("https://example.org/tide"))
    }

    #[test]
    fn the_article_is_told_from_the_related_ones() {
        let values = values_in(
            r#"{"@graph": [
                {"@type": "NewsArticle", "headline": "Another day", "datePublished": "2020-01-01"},
                {"@type": ["NewsArticle"], "headline": "The tide comes in", "datePublished": "2021-02-03"},
                {"@type": "WebPage", "name": "The tide comes in", "hasPart": {"@type": "Article", "headline": "x"}}]}"#,
        );
        let data = of(&values);
        assert_eq!(data.text(&["datePublished"]).as_deref(), Some("2021-02-03"));
    }

    #[test]
    fn what_the_article_does_not_say_the_page_may_and_no_other_article() {
        let values = values_in(
            r#"[{"@type": "NewsArticle", "headline": "The tide comes in"},
                {"@type": "NewsArticle", "headline": "Another day", "datePublished": "2020-01-01"},
                {"@type": "ItemPage", "datePublished": "2021-02-03"}]"#,
        );
        assert_eq!(of(&values).texts_of_page("datePublished").collect::<Vec<_>>(), ["2021-02-03"]);
    }

    #[test]
    fn an_author_may_be_a_string_an_object_a_list_or_a_reference() {
        let values = values_in(
            r##"[{"@type": "Article", "author": ["Ada Roe", {"@type": "Person", "name": "Ben Moe"},
                {"@id": "#c"}, {"@type": "NewsMediaOrganization", "name": "The Courier"}]},
                {"@id": "#c", "@type": "Person", "name": "Cem Öz"}]"##,
        );
        let data = of(&values);
        assert_eq!(data.authors().persons, ["Ada Roe", "Ben Moe", "Cem Öz"]);
        assert_eq!(data.authors().bodies, ["The Courier"]);
    }
}
