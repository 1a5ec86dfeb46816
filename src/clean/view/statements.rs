//! Statements: what a page says of its own kind and extent, in its head and in its linked data.

use super::linked_data::{HOLDERS, Node, types};
use super::tree::Tree;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a page states. None of it is proof: content systems state the same of every page.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Statements {
    /// The types (schema.org) of the page's own nodes: `NewsArticle`, `CollectionPage`.
    pub types: BTreeSet<String>,
    /// `og:type` in lower case: "article", "website", "product.group".
    pub og_type: Option<String>,
    /// How many words the article has (schema.org `wordCount`).
    pub word_count: Option<usize>,
    /// Whether all of it is free to read (schema.org `isAccessibleForFree`), where that is said.
    pub is_free: Option<bool>,
    /// The classes and ids of the parts that are not, as CSS selectors (schema.org `hasPart`, `cssSelector`).
    pub paid_parts: Vec<String>,
}

impl Statements {
    pub fn of(tree: &Tree, linked_data: &[Value]) -> Self {
        let mut said = Self::default();
        (0..tree.len()).filter(|place| tree.name(*place) == "meta").for_each(|place| said.read_meta(tree, place));
        linked_data.iter().for_each(|value| said.read(value, 0));
        said
    }

    /// Whether a type of an article is stated, and none of a list.
    pub fn speak_of_an_article(&self) -> bool {
        let of_article = self.types.iter().any(|kind| is_article(kind));
        let og_article = self.og_type.as_deref().is_some_and(|kind| kind == "article" || kind.ends_with(":article"));
        (of_article || og_article) && !self.state_one_of(LISTS)
    }

    /// Whether one of these types is stated.
    pub fn state_one_of(&self, types: &[&str]) -> bool {
        types.iter().any(|kind| self.types.contains(*kind))
    }

    fn read_meta(&mut self, tree: &Tree, place: usize) {
        let named = |name: &str| {
            ["property", "name"].iter().any(|key| tree.attribute(place, key).is_some_and(|value| value.trim() == name))
        };
        if self.og_type.is_none() && named("og:type") {
            self.og_type = tree.attribute(place, "content").map(|kind| kind.trim().to_ascii_lowercase());
        }
    }

    fn read(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(values) if depth < 6 => values.iter().for_each(|value| self.read(value, depth + 1)),
            Value::Object(node) if depth < 6 => {
                self.read_node(node);
                HOLDERS.iter().filter_map(|key| node.get(*key)).for_each(|inner| self.read(inner, depth + 1));
            }
            _ => {}
        }
    }

    fn read_node(&mut self, node: &Node) {
        let types: Vec<&str> = types(node).collect();
        if types.iter().any(|kind| is_article(kind)) {
            let count = node.get("wordCount").and_then(|count| match count {
                Value::String(count) => count.trim().parse().ok(),
                count => count.as_u64(),
            });
            self.word_count = self.word_count.max(count.map(|count| count as usize));
        }
        if types.iter().any(|kind| is_article(kind) || kind.ends_with("WebPage")) {
            self.is_free = self.is_free.or_else(|| node.get("isAccessibleForFree").and_then(truth));
            for part in in_list(node.get("hasPart")) {
                if part.get("isAccessibleForFree").and_then(truth) == Some(false) {
                    self.is_free = Some(false);
                    let selectors = in_list(part.get("cssSelector")).filter_map(Value::as_str);
                    self.paid_parts.extend(selectors.map(|selector| selector.trim().to_owned()));
                }
            }
        }
        self.types.extend(types.into_iter().map(str::to_owned));
    }
}

/// Types of pages that list others.
pub(crate) const LISTS: &[&str] = &["CollectionPage", "SearchResultsPage", "ProfilePage"];

/// schema.org's articles, and what is read like one.
fn is_article(kind: &str) -> bool {
    ["Article", "Posting", "Report", "Review"].iter().any(|end| kind.ends_with(end))
        || matches!(kind, "Recipe" | "HowTo" | "QAPage" | "FAQPage" | "Chapter" | "Book")
}

/// A value, or each of a list of them.
fn in_list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        Some(Value::Array(values)) => values.iter(),
        Some(value) => std::slice::from_ref(value).iter(),
        None => [].iter(),
    }
}

/// `false`, "False", "http://schema.org/False": sites write all of them.
fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) => match text.rsplit('/').next()?.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::view::linked_data;
    use scraper::Html;

    fn stated(html: &str) -> Statements {
        let document = Html::parse_document(html);
        let tree = Tree::of(&document);
        Statements::of(&tree, &linked_data::read(&tree))
    }

    #[test]
    fn what_is_not_free_is_read_however_a_site_writes_it() {
        let said = stated(
            r##"<meta property=og:type content=Article><script type=application/ld+json>{"@graph": [{"@type":
            ["NewsArticle"], "wordCount": "812", "isAccessibleForFree": "False",
            "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}}]}</script>"##,
        );
        assert_eq!(
            (said.word_count, said.is_free, said.paid_parts.as_slice()),
            (Some(812), Some(false), &[".paid".into()][..])
        );
        assert!(said.speak_of_an_article());
    }

    #[test]
    fn the_articles_in_a_list_are_not_the_page() {
        let said = stated(
            r#"<script type=application/ld+json>{"@type": "CollectionPage", "mainEntity": {"@type": "ItemList",
            "itemListElement": [{"@type": "NewsArticle", "wordCount": 900}]}}</script>"#,
        );
        assert_eq!(said.word_count, None);
        assert!(!said.speak_of_an_article() && said.state_one_of(LISTS));
    }
}
