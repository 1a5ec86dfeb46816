//! The rights in a page's JSON-LD: the `ImageObject`s of schema.org.

use super::super::address;
use super::Statement;
use crate::clean::view::linked_data::{Node, types};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a page's JSON-LD says of rights.
#[derive(Debug, Default)]
pub(super) struct LinkedRights {
    pub statements: Vec<Statement>,
    /// The names of whoever publishes the page.
    pub publishers: Vec<String>,
}

/// What each `ImageObject` and `Photograph` says (https://schema.org/ImageObject).
pub(super) fn read(linked_data: &[Value]) -> LinkedRights {
    let mut names = BTreeMap::new();
    linked_data.iter().for_each(|value| gather_names(value, &mut names, 0));
    let mut rights = LinkedRights::default();
    linked_data.iter().for_each(|value| rights.gather(value, &names, "", 0));
    rights
}

/// How deep data may nest; pages come to six.
const DEEPEST: usize = 24;
/// No page has more pictures of one article.
const MOST: usize = 200;

/// The names of all nodes that have an `@id`, for those that only refer to them.
fn gather_names<'v>(value: &'v Value, names: &mut BTreeMap<&'v str, &'v Node>, depth: usize) {
    match value {
        Value::Array(values) if depth < DEEPEST => {
            values.iter().for_each(|value| gather_names(value, names, depth + 1))
        }
        Value::Object(node) if depth < DEEPEST => {
            if let (Some(Value::String(id)), Some(_)) = (node.get("@id"), node.get("name")) {
                names.entry(id).or_insert(node);
            }
            node.values().for_each(|inner| gather_names(inner, names, depth + 1));
        }
        _ => {}
    }
}

impl LinkedRights {
    /// Takes in `value`, which stands under `key`.
    fn gather(&mut self, value: &Value, names: &BTreeMap<&str, &Node>, key: &str, depth: usize) {
        if depth >= DEEPEST || self.statements.len() >= MOST {
            return;
        }
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.gather(value, names, key, depth + 1)),
            Value::Object(node) => {
                if is_picture(node) {
                    self.statements.push(Statement { is_of_emblem: key == "logo", ..statement(node, names) });
                }
                if matches!(key, "publisher" | "sourceOrganization" | "provider") {
                    let mut published = Vec::new();
                    people(value, names, &mut published, 0);
                    self.publishers.extend(published.into_iter().map(|(name, _)| name));
                }
                node.iter().for_each(|(key, inner)| self.gather(inner, names, key, depth + 1));
            }
            _ => {}
        }
    }
}

fn is_picture(node: &Node) -> bool {
    types(node).any(|kind| kind.ends_with("ImageObject") || kind == "Photograph")
}

fn statement(node: &Node, names: &BTreeMap<&str, &Node>) -> Statement {
    let text = |keys: &[&str]| keys.iter().find_map(|key| text_in(node.get(*key)?));
    let content = ["contentUrl", "thumbnailUrl", "thumbnail"].iter().filter_map(|key| address_in(node.get(*key)?));
    // The `url` of a picture may be that of the page which shows it.
    let other = ["url", "@id"].iter().filter_map(|key| address_in(node.get(*key)?));
    let other = other.filter(|address| address::names_a_picture(address.split('#').next().unwrap_or_default()));
    let all = |keys: &[&str]| {
        let mut found = Vec::new();
        keys.iter().filter_map(|key| node.get(*key)).for_each(|value| people(value, names, &mut found, 0));
        found
    };
    Statement {
        pictures: content.chain(other).collect(),
        caption: text(&["caption", "description"]),
        line: text(&["creditText", "credit", "creditLine"]),
        makers: all(&["creator", "copyrightHolder"]),
        authors: all(&["author"]),
        notice: text(&["copyrightNotice"]),
        licence: node.get("license").and_then(address_in),
        terms: node.get("acquireLicensePage").and_then(address_in),
        ..Statement::default()
    }
}

fn people(value: &Value, names: &BTreeMap<&str, &Node>, found: &mut Vec<(String, Option<String>)>, depth: usize) {
    match value {
        Value::Array(values) if depth < 4 => values.iter().for_each(|value| people(value, names, found, depth + 1)),
        Value::Object(node) if depth < 4 => match node.get("name").and_then(text_in) {
            Some(name) => found.push((name, node.get("url").and_then(address_in))),
            None => {
                let known = node.get("@id").and_then(Value::as_str).and_then(|id| names.get(id));
                let name = known.and_then(|known| text_in(known.get("name")?));
                found.extend(name.map(|name| (name, known.and_then(|known| address_in(known.get("url")?)))));
            }
        },
        value => found.extend(text_in(value).map(|name| (name, None))),
    }
}

/// A string, the first of a list, or `{"@value": …}`.
fn text_in(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then_some(text)
        }
        Value::Array(values) => values.iter().find_map(text_in),
        Value::Object(node) => text_in(node.get("@value")?),
        _ => None,
    }
}

/// An address, or the address of a node.
fn address_in(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => (!text.trim().is_empty()).then(|| text.trim().to_owned()),
        Value::Array(values) => values.first().and_then(address_in),
        Value::Object(node) => {
            ["contentUrl", "url", "@id"].iter().find_map(|key| node.get(*key)?.as_str().map(str::to_owned))
        }
        _ => None,
    }
}
