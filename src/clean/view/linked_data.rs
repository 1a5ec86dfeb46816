//! Linked data: what a page tells programs of itself in JSON-LD (<https://www.w3.org/TR/json-ld11>, section 7),
//! mostly in the words of schema.org.
//!
//! Found and read once for all who ask: [`metadata`](super::metadata) for the article, [`claims`](super::claims)
//! for the kind of page, [`figures`](super::figures) for pictures and their rights. Read with patience: sites wrap the
//! scripts in comments, leave line breaks and quotes in strings, and commas after the last value.

use super::attributes::Attributes;
use super::tree::{NodeIdx, Tree};
use serde_json::{Map, Value};

/// A thing that is described, by its properties.
pub(crate) type Node = Map<String, Value>;

/// Keys under which a node holds others that speak of the page itself; what stands under all other keys ("hasPart",
/// "relatedLink", "itemListElement") does not.
pub(crate) const HOLDERS: [&str; 3] = ["@graph", "mainEntity", "mainEntityOfPage"];

/// All values in the page's JSON-LD, in the page's order; `telling` are the elements that tell programs of the page.
pub(super) fn read(tree: &Tree, telling: &[NodeIdx]) -> Vec<Value> {
    let mut values = Vec::new();
    for &node in telling {
        let Some(element) = tree.element(node) else { continue };
        let is_linked_data = |key| element.attribute(key).is_some_and(is_of_linked_data);
        match element.name() {
            "script" if is_linked_data("type") => {
                values.extend(tree.texts(node).flat_map(values_in));
            }
            // A framework that was told of the script as if it were a meta sets it so: "script:ld+json".
            "meta" if is_linked_data("name") => {
                values.extend(element.attribute("content").into_iter().flat_map(values_in))
            }
            _ => {}
        }
    }
    values
}

fn is_of_linked_data(kind: &str) -> bool {
    kind.to_ascii_lowercase().contains("ld+json")
}

/// The types of a node, without the vocabulary they are of.
pub(crate) fn types(node: &Node) -> impl Iterator<Item = &str> {
    let types = match node.get("@type") {
        Some(Value::Array(types)) => types.as_slice(),
        Some(kind) => std::slice::from_ref(kind),
        None => &[],
    };
    types.iter().filter_map(Value::as_str).map(|kind| kind.rsplit(['/', ':']).next().unwrap_or(kind))
}

/// All JSON values in a script, repaired where it is no JSON.
pub(crate) fn values_in(script: &str) -> Vec<Value> {
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
    use crate::clean::view::PageView;

    #[test]
    fn broken_json_is_repaired() {
        let values = values_in(
            "//<![CDATA[\n{ \"@type\": \"Article\", /* a note */ \"headline\": \"The \"tide\" comes\n in\",\n \"author\": \"Ann\\'s\", }\n//]]>",
        );
        assert_eq!(
            values,
            [serde_json::json!({"@type": "Article", "headline": "The \"tide\" comes  in", "author": "Ann's"})]
        );
    }

    #[test]
    fn linked_data_that_was_set_among_the_metas_is_read() {
        let head = r#"<meta name="script:ld+json" content="{&quot;@type&quot;: &quot;Article&quot;}">"#;
        let document = scraper::Html::parse_document(head);
        assert_eq!(PageView::of(&document).linked_data, [serde_json::json!({"@type": "Article"})]);
    }

    #[test]
    fn a_type_is_read_without_its_vocabulary() {
        let values = values_in(r#"{"@type": ["https://schema.org/NewsArticle", "schema:Recipe"]}"#);
        let Value::Object(node) = &values[0] else { panic!("no node") };
        assert_eq!(types(node).collect::<Vec<_>>(), ["NewsArticle", "Recipe"]);
    }
}
