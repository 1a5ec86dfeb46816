//! Finds the articles that are in the issue twice.

use crate::article::{Article, plain_text};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// For each article the place of the earlier one that it repeats, if it does.
///
/// Two articles are one if their bodies have the same words, or if they have the same address and headline:
/// the address alone does not tell, for some sites name their front page as the address of every article.
pub fn doubles<'a>(articles: impl IntoIterator<Item = Option<&'a Article>>) -> Vec<Option<usize>> {
    let mut seen = BTreeMap::new();
    let mut first_with = |key: String, at: usize| *seen.entry(key).or_insert(at);
    let mut found = Vec::new();
    for (at, article) in articles.into_iter().enumerate() {
        found.push(article.and_then(|article| {
            let by_words = first_with(words_key(article), at);
            let by_address = address_key(article).map_or(at, |key| first_with(key, at));
            Some(by_words.min(by_address)).filter(|&first| first < at)
        }));
    }
    found
}

fn words_key(article: &Article) -> String {
    let text = plain_text(&article.body).to_lowercase();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A body without words says nothing of being the same; its headline does.
    let text = if words.is_empty() { format!("headline {}", article.headline) } else { words };
    format!("words {:x?}", Sha256::digest(text).as_slice())
}

fn address_key(article: &Article) -> Option<String> {
    let mut url = article.url.clone()?;
    url.set_fragment(None);
    let address = url.as_str().trim_start_matches("https:").trim_start_matches("http:").trim_end_matches('/');
    Some(format!("address {address} {}", article.headline))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Byline, Inline};
    use url::Url;

    fn article(headline: &str, text: &str, url: Option<&str>) -> Article {
        Article {
            headline: headline.into(),
            standfirst: None,
            byline: Byline::default(),
            published: None,
            modified: None,
            site: None,
            section: None,
            url: url.map(|url| Url::parse(url).unwrap()),
            language: None,
            body: vec![Block::Paragraph(vec![Inline::text(text)])],
            notes: Vec::new(),
        }
    }

    #[test]
    fn the_same_words_under_another_address_are_a_double() {
        let first = article("Tides", "The gate was shut.", Some("https://example.org/a"));
        let second = article("Tides!", "The  gate was SHUT.", None);
        assert_eq!(doubles([Some(&first), None, Some(&second)]), [None, None, Some(0)]);
    }

    #[test]
    fn an_address_that_a_site_gives_to_all_its_pages_makes_no_double() {
        let first = article("Tides", "One.", Some("https://example.org/"));
        let second = article("Winds", "Two.", Some("https://example.org/"));
        let third = article("Tides", "One, corrected.", Some("http://example.org/#top"));
        assert_eq!(doubles([Some(&first), Some(&second), Some(&third)]), [None, None, Some(0)]);
    }
}
