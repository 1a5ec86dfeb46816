//! Claims: what a page tells programs of itself, in its head and in its linked data.

use super::attributes::Attributes;
use super::linked_data::{HOLDERS, Node, types};
use super::tree::{NodeIdx, Tree};
use scraper::node::Element;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a page claims. None of it is proof: content systems state the same of every page.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct PageClaims<'a> {
    /// What its addresses are relative to: the `href` of its `base`.
    pub base: Option<&'a str>,
    /// `link rel=canonical`.
    pub canonical: Option<&'a str>,
    /// The `lang` of the root element.
    pub lang: Option<&'a str>,
    /// `meta` elements: the name or property in lower case, and the content, which is not blank.
    pub metas: Vec<(String, &'a str)>,
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

impl<'a> PageClaims<'a> {
    /// `telling` are the elements that tell programs of the page.
    pub(crate) fn of(tree: &Tree<'a>, telling: &[NodeIdx], linked_data: &[Value]) -> Self {
        let mut claims = Self::default();
        telling.iter().filter_map(|node| tree.element(*node)).for_each(|element| claims.read_element(element));
        linked_data.iter().for_each(|value| claims.read(value, 0));
        claims
    }

    /// Whether a type of an article is stated, and none of a list.
    pub(crate) fn speak_of_an_article(&self) -> bool {
        let of_article = self.types.iter().any(|kind| is_article(kind));
        let og_article = self.og_type.as_deref().is_some_and(|kind| kind == "article" || kind.ends_with(":article"));
        (of_article || og_article) && !self.state_one_of(LISTS)
    }

    /// Whether one of these types is stated.
    pub(crate) fn state_one_of(&self, types: &[&str]) -> bool {
        types.iter().any(|kind| self.types.contains(*kind))
    }

    fn read_element(&mut self, element: &'a Element) {
        match element.name() {
            "base" => self.base = self.base.or_else(|| element.attribute("href")),
            "html" => self.lang = element.attribute("lang").or_else(|| element.attribute("xml:lang")),
            "link" if element.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.or_else(|| element.attribute("href"));
            }
            "meta" => self.read_meta(element),
            _ => {}
        }
    }

    fn read_meta(&mut self, meta: &'a Element) {
        let Some(content) = meta.attribute("content") else { return };
        let named = |name: &str| {
            ["property", "name"].iter().any(|key| meta.attribute(key).is_some_and(|value| value.trim() == name))
        };
        if self.og_type.is_none() && named("og:type") {
            self.og_type = Some(content.trim().to_ascii_lowercase());
        }
        if !content.trim().is_empty() {
            let keys = ["property", "name", "itemprop", "http-equiv"].into_iter().filter_map(|key| meta.attribute(key));
            self.metas.extend(keys.map(|key| (key.trim().to_ascii_lowercase(), content)));
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
    use crate::clean::view::PageView;
    use scraper::Html;

    /// What is claimed, and whether that speaks of an article or of a list.
    fn claimed(html: &str) -> (Option<usize>, Option<bool>, Vec<String>, bool, bool) {
        let document = Html::parse_document(html);
        let claims = PageView::of(&document).claims;
        let (of_article, of_list) = (claims.speak_of_an_article(), claims.state_one_of(LISTS));
        (claims.word_count, claims.is_free, claims.paid_parts, of_article, of_list)
    }

    #[test]
    fn what_is_not_free_is_read_however_a_site_writes_it() {
        let claimed = claimed(
            r##"<meta property=og:type content=Article><script type=application/ld+json>{"@graph": [{"@type":
            ["NewsArticle"], "wordCount": "812", "isAccessibleForFree": "False",
            "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}}]}</script>"##,
        );
        assert_eq!(claimed, (Some(812), Some(false), vec![".paid".to_owned()], true, false));
    }

    #[test]
    fn the_articles_in_a_list_are_not_the_page() {
        let claimed = claimed(
            r#"<script type=application/ld+json>{"@type": "CollectionPage", "mainEntity": {"@type": "ItemList",
            "itemListElement": [{"@type": "NewsArticle", "wordCount": 900}]}}</script>"#,
        );
        assert_eq!((claimed.0, claimed.3, claimed.4), (None, false, true));
    }
}
