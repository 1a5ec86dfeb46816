//! JSON-LD: the node of the page's linked data that describes its article.
//!
//! Read with patience: sites wrap the scripts in comments, leave line breaks and quotes in strings, nest the
//! article in `@graph` or `mainEntity`, and describe a dozen related stories beside it.

use super::tidy::{folded, likeness, tidy};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The linked data of a page.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    nodes: Vec<Node>,
    /// The type and name of everything that has an `@id`.
    by_id: BTreeMap<String, Node>,
    article: Option<usize>,
}

type Node = Map<String, Value>;

/// Types of schema.org that are an article or stand for one, with how surely they are.
const ARTICLE_TYPES: [(&str, u8); 11] = [
    // …and everything else that ends on "Article", "Posting" or "Report": see `rank`.
    ("Recipe", 3),
    ("HowTo", 3),
    ("Review", 3),
    ("CriticReview", 3),
    ("Course", 1),
    ("WebPage", 1),
    ("ItemPage", 1),
    ("MedicalWebPage", 1),
    ("FAQPage", 1),
    ("CreativeWork", 2),
    ("TechArticle", 4),
];

/// Keys under which a node holds others that may be the article; what stands under all other keys ("hasPart",
/// "relatedLink", "itemListElement") is not.
const HOLDERS: [&str; 3] = ["@graph", "mainEntity", "mainEntityOfPage"];

impl LinkedData {
    /// Reads the scripts of a page; `witnesses` are the page's own words for its headline, `address` its address.
    pub fn read(scripts: &[String], witnesses: &[&str], address: Option<&str>) -> Self {
        let mut data = Self::default();
        for script in scripts {
            for value in values_in(script) {
                data.gather(value, 0);
            }
        }
        let witnesses: Vec<String> =
            witnesses.iter().map(|words| folded(words)).filter(|words| !words.is_empty()).collect();
        let mut best = (0.0, None);
        for (at, node) in data.nodes.iter().enumerate() {
            let score = score(node, &witnesses, address);
            if score > best.0 {
                best = (score, Some(at));
            }
        }
        data.article = best.1;
        data
    }

    /// The text under the first of `keys` that has one in the article.
    pub fn text(&self, keys: &[&str]) -> Option<String> {
        let node = self.article()?;
        keys.iter().find_map(|key| text_in(node.get(*key)?))
    }

    /// The text under `key` in the article, or else in a `WebPage` of the page.
    pub fn text_of_page(&self, key: &str) -> Option<String> {
        let pages = self.nodes.iter().filter(|node| rank(node) > 0);
        self.text(&[key]).or_else(|| pages.filter_map(|node| text_in(node.get(key)?)).next())
    }

    /// The names of the persons, and those of the bodies, under `author` or `creator` of the article.
    pub fn authors(&self) -> Authors {
        let mut authors = Authors::default();
        if let Some(node) = self.article() {
            for key in ["author", "authors", "creator", "contributor"] {
                if let Some(value) = node.get(key) {
                    self.gather_authors(value, &mut authors, 0);
                }
                if !authors.persons.is_empty() || !authors.bodies.is_empty() {
                    break;
                }
            }
        }
        authors
    }

    /// The name of the thing under `key` of the article, or of any node if `anywhere`.
    pub fn name_of(&self, key: &str) -> Option<String> {
        let own = self.article().and_then(|node| self.name_in(node.get(key)?));
        own.or_else(|| self.nodes.iter().find_map(|node| self.name_in(node.get(key)?)))
    }

    /// The name of the page's `WebSite` node.
    pub fn site_name(&self) -> Option<String> {
        let site = self.nodes.iter().find(|node| types(node).any(|kind| kind == "WebSite"))?;
        text_in(site.get("name")?)
    }

    /// The names of the page's breadcrumbs, from the home page down.
    pub fn breadcrumbs(&self) -> Vec<String> {
        let list = self.nodes.iter().find(|node| types(node).any(|kind| kind == "BreadcrumbList"));
        let Some(Value::Array(items)) = list.and_then(|list| list.get("itemListElement")) else { return Vec::new() };
        let name = |item: &Value| text_in(item.get("name")?).or_else(|| text_in(item.get("item")?.get("name")?));
        items.iter().filter_map(|item| name(item).or_else(|| text_in(item.get("item")?.get("name")?))).collect()
    }

    fn article(&self) -> Option<&Node> {
        self.nodes.get(self.article?)
    }

    /// Takes in all nodes of `value` that may be the article or tell of the page.
    fn gather(&mut self, value: Value, depth: usize) {
        if depth > 6 {
            return;
        }
        match value {
            Value::Array(values) => values.into_iter().for_each(|value| self.gather(value, depth + 1)),
            Value::Object(mut node) => {
                for key in HOLDERS {
                    // A mere address stays: it tells whose page it is.
                    let holds_node =
                        node.get(key).is_some_and(|inner| inner.is_array() || inner.get("@type").is_some());
                    if holds_node && let Some(inner) = node.remove(key) {
                        if let Some(id) = inner.get("@id").cloned() {
                            node.insert(key.to_owned(), id);
                        }
                        self.gather(inner, depth + 1);
                    }
                }
                node.values().for_each(|inner| self.remember(inner));
                self.remember_node(&node);
                if node.contains_key("@type") {
                    self.nodes.push(node);
                }
            }
            _ => {}
        }
    }

    /// Keeps what a node says under its `@id`, for those that only refer to it.
    fn remember(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.remember(value)),
            Value::Object(node) => self.remember_node(node),
            _ => {}
        }
    }

    fn remember_node(&mut self, node: &Node) {
        if let (Some(Value::String(id)), Some(name)) = (node.get("@id"), node.get("name")) {
            let known = ["@type", "name"].into_iter().filter_map(|key| Some((key.to_owned(), node.get(key)?.clone())));
            if !name.is_null() && !self.by_id.contains_key(id) {
                self.by_id.insert(id.clone(), known.collect());
            }
        }
    }

    fn gather_authors(&self, value: &Value, authors: &mut Authors, depth: usize) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.gather_authors(value, authors, depth + 1)),
            Value::String(_) => authors.persons.extend(text_in(value)),
            Value::Object(node) => {
                let is_body =
                    types(node).any(|kind| kind.ends_with("Organization") || kind == "Corporation" || kind == "Brand");
                match node.get("name") {
                    Some(name) => {
                        let names = match name {
                            Value::Array(names) => names.iter().filter_map(text_in).collect(),
                            name => Vec::from_iter(text_in(name)),
                        };
                        if is_body { authors.bodies.extend(names) } else { authors.persons.extend(names) }
                    }
                    None => {
                        let known = node.get("@id").and_then(Value::as_str).and_then(|id| self.by_id.get(id));
                        if let Some(known) = known.filter(|_| depth < 4) {
                            self.gather_authors(&Value::Object(known.clone()), authors, depth + 1);
                        }
                    }
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

fn types(node: &Node) -> impl Iterator<Item = &str> {
    let types: Vec<&str> = match node.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    types.into_iter().map(|kind| kind.rsplit(['/', ':']).next().unwrap_or(kind))
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

/// All JSON values in a script, repaired where it is no JSON.
pub(in crate::clean) fn values_in(script: &str) -> Vec<Value> {
    let strict = |text: &str| {
        let mut values = Vec::new();
        for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
            match value {
                Ok(value) => values.push(value),
                Err(_) => return (values, false),
            }
        }
        (values, true)
    };
    match strict(script) {
        (values, true) => values,
        (some, false) => {
            let (values, _) = strict(&repaired(script));
            if values.len() > some.len() { values } else { some }
        }
    }
}

/// `script` without comments, CDATA marks and trailing commas, its strings made valid (RFC 8259, section 7).
fn repaired(script: &str) -> String {
    let mut json = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            rest = repair_string(&rest[1..], &mut json);
            continue;
        }
        let skipped =
            ["<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"].iter().find(|mark| rest.starts_with(**mark));
        if let Some(mark) = skipped {
            rest = &rest[mark.len()..];
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.split_once('\n').map_or("", |(_, after)| after);
        } else {
            let after = &rest[c.len_utf8()..];
            let next = after.trim_start().chars().next();
            let trails = c == ',' && matches!(next, None | Some('}' | ']' | ','));
            if !trails && c != ';' {
                json.push(c);
            }
            rest = after;
        }
    }
    json
}

/// Copies the string whose opening quote has been read, and returns what follows its closing one.
fn repair_string<'a>(text: &'a str, json: &mut String) -> &'a str {
    json.push('"');
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => {
                let next = text[at + 1..].trim_start().chars().next();
                if matches!(next, None | Some(',' | ':' | '}' | ']')) {
                    json.push('"');
                    return &text[at + 1..];
                }
                json.push_str("\\\"");
            }
            '\\' => match chars.next() {
                Some((_, escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u'))) => {
                    json.push('\\');
                    json.push(escaped);
                }
                Some((_, other)) => json.push(other),
                None => {}
            },
            c if c.is_control() => json.push(' '),
            c => json.push(c),
        }
    }
    json.push('"');
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> LinkedData {
        LinkedData::read(&[script.to_owned()], &["The tide comes in"], Some("https://example.org/tide"))
    }

    #[test]
    fn the_article_is_told_from_the_related_ones() {
        let data = read(
            r#"{"@graph": [
                {"@type": "NewsArticle", "headline": "Another day", "datePublished": "2020-01-01"},
                {"@type": ["NewsArticle"], "headline": "The tide comes in", "datePublished": "2021-02-03"},
                {"@type": "WebPage", "name": "The tide comes in", "hasPart": {"@type": "Article", "headline": "x"}}]}"#,
        );
        assert_eq!(data.text(&["datePublished"]).as_deref(), Some("2021-02-03"));
    }

    #[test]
    fn broken_json_is_repaired() {
        let data = read(
            "//<![CDATA[\n{ \"@type\": \"Article\", /* a note */ \"headline\": \"The \"tide\" comes\n in\",\n \"author\": \"Ann\\'s\", }\n//]]>",
        );
        assert_eq!(data.text(&["headline"]).as_deref(), Some("The \"tide\" comes in"));
        assert_eq!(data.authors().persons, ["Ann's"]);
    }

    #[test]
    fn an_author_may_be_a_string_an_object_a_list_or_a_reference() {
        let data = read(
            r##"[{"@type": "Article", "author": ["Ada Roe", {"@type": "Person", "name": "Ben Moe"},
                {"@id": "#c"}, {"@type": "NewsMediaOrganization", "name": "The Courier"}]},
                {"@id": "#c", "@type": "Person", "name": "Cem Öz"}]"##,
        );
        assert_eq!(data.authors().persons, ["Ada Roe", "Ben Moe", "Cem Öz"]);
        assert_eq!(data.authors().bodies, ["The Courier"]);
    }
}
