//! The front matter of a Markdown file: what it says of the article before the article begins.

use super::Declared;
use serde_json::{Map, Value};
use url::Url;

/// The keys that clippers, note-takers and site generators use for one thing, the surest first.
/// Compared without case, `-` and `_`.
mod keys {
    pub(super) const TITLE: &[&str] = &["title", "headline"];
    pub(super) const AUTHORS: &[&str] = &["authors", "author", "byline", "creator", "by"];
    /// `date` comes before `created`: clippers write the day of clipping into the latter.
    pub(super) const PUBLISHED: &[&str] =
        &["published", "datepublished", "publishdate", "pubdate", "publishedat", "date"];
    pub(super) const MODIFIED: &[&str] =
        &["modified", "datemodified", "lastmod", "updated", "updatedat", "lastmodified"];
    pub(super) const SITE: &[&str] =
        &["site", "sitename", "publication", "publisher", "journal", "newspaper", "source"];
    pub(super) const SECTION: &[&str] = &["section", "category", "categories"];
    pub(super) const STANDFIRST: &[&str] =
        &["standfirst", "subtitle", "dek", "deck", "subheadline", "description", "excerpt", "summary"];
    pub(super) const LANGUAGE: &[&str] = &["language", "lang", "locale"];
    pub(super) const PICTURE: &[&str] = &["image", "picture", "coverimage", "cover", "featuredimage", "thumbnail"];
    pub(super) const ADDRESS: &[&str] =
        &["url", "canonical", "canonicalurl", "permalink", "link", "source", "originalurl"];
}

/// The two fences that front matter is set off with, each with the language between them.
enum Fence {
    Yaml,
    Toml,
}

/// Takes a file apart into its front matter, read, and the Markdown after it.
///
/// Front matter that cannot be read counts as absent, but is cut off all the same: nobody wants to see it
/// in the article.
pub(super) fn split(text: &str) -> (Declared, Option<Url>, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let Some((fence, matter, rest)) = fenced(text) else { return (Declared::default(), None, text) };
    let fields: Map<String, Value> = match fence {
        Fence::Yaml => serde_yaml_ng::from_str(matter).unwrap_or_default(),
        Fence::Toml => toml::from_str(matter).unwrap_or_default(),
    };
    let fields = Fields(fields);
    (fields.declared(), fields.address(), rest)
}

fn fenced(text: &str) -> Option<(Fence, &str, &str)> {
    let (first, _) = text.split_once('\n')?;
    let (fence, ends): (_, &[&str]) = match first.trim_end() {
        "---" => (Fence::Yaml, &["---", "..."]),
        "+++" => (Fence::Toml, &["+++"]),
        _ => return None,
    };
    let start = first.len() + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        let end = at + line.len();
        if ends.contains(&line.trim_end()) {
            return Some((fence, &text[start..at], &text[end..]));
        }
        at = end;
    }
    None
}

struct Fields(Map<String, Value>);

impl Fields {
    fn declared(&self) -> Declared {
        Declared {
            title: self.first(keys::TITLE),
            authors: self.all(keys::AUTHORS),
            published: self.first(keys::PUBLISHED),
            modified: self.first(keys::MODIFIED),
            // `source` may be a publication's name or the page's address.
            site: self.all(keys::SITE).into_iter().find(|site| web_address(site).is_none()),
            section: self.first(keys::SECTION),
            standfirst: self.first(keys::STANDFIRST),
            language: self.first(keys::LANGUAGE),
            picture: self.first(keys::PICTURE),
        }
    }

    fn address(&self) -> Option<Url> {
        keys::ADDRESS.iter().flat_map(|key| self.all(&[key])).find_map(|address| web_address(&address))
    }

    fn first(&self, keys: &[&str]) -> Option<String> {
        self.all(keys).into_iter().next()
    }

    /// The values of the first of `keys` that is there and not empty.
    fn all(&self, keys: &[&str]) -> Vec<String> {
        let plain = |key: &str| key.to_lowercase().replace(['-', '_', ' '], "");
        let values = keys.iter().map(|key| {
            let value = self.0.iter().find(|(name, _)| plain(name) == *key).map(|(_, value)| value);
            value.map(strings).unwrap_or_default()
        });
        values.into_iter().find(|values| !values.is_empty()).unwrap_or_default()
    }
}

fn strings(value: &Value) -> Vec<String> {
    let texts = match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        // `author: {name: …}`
        Value::Object(fields) => fields.get("name").map(strings).unwrap_or_default(),
        Value::Null | Value::Bool(_) => Vec::new(),
    };
    // Note-takers link names: `[[Ada Brenn]]`.
    let texts = texts.iter().map(|text| text.trim().trim_start_matches("[[").trim_end_matches("]]").to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

fn web_address(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clippers_front_matter_is_read() {
        let text = "---\ntitle: \"Tide: a history\"\nauthor:\n  - \"[[Ada Brenn]]\"\n  - Cem Aksoy\nsource: https://example.org/tide\npublished: 2026-03-01\ncreated: 2026-11-01\n---\n# Tide\n";
        let (declared, url, rest) = split(text);
        assert_eq!(declared.title.as_deref(), Some("Tide: a history"));
        assert_eq!(declared.authors, ["Ada Brenn", "Cem Aksoy"]);
        assert_eq!(declared.published.as_deref(), Some("2026-03-01"));
        assert_eq!(declared.site, None);
        assert_eq!(url.unwrap().as_str(), "https://example.org/tide");
        assert_eq!(rest, "# Tide\n");
    }

    #[test]
    fn toml_between_pluses_is_read_too() {
        let (declared, _, rest) = split("+++\ntitle = 'Tide'\nlast_mod = '2026-03-02'\n+++\nText");
        assert_eq!(declared.title.as_deref(), Some("Tide"));
        assert_eq!(declared.modified.as_deref(), Some("2026-03-02"));
        assert_eq!(rest, "Text");
    }

    #[test]
    fn unreadable_front_matter_is_cut_off_all_the_same() {
        let (declared, _, rest) = split("---\ntitle: [unclosed\n---\nText");
        assert_eq!(declared, Declared::default());
        assert_eq!(rest, "Text");
    }

    #[test]
    fn a_rule_at_the_head_is_no_front_matter() {
        assert_eq!(split("---\n\nText with no end").2, "---\n\nText with no end");
    }
}
