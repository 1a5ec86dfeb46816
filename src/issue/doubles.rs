//! Finds the articles that are in the issue twice.

use crate::article::{Article, plain_text};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many words in a row are compared: fewer are shared by chance.
const SHINGLE: usize = 5;
/// The share of the shorter article's shingles that the other has if the two are one: another printing of an article
/// has nearly all, its second page and a later report hardly any.
const ENOUGH: f64 = 0.6;

/// For each article the place of the earlier one that it repeats, if it does.
///
/// Two articles are one if most of their words are the same, whatever their headlines and addresses: a site may name
/// its front page as the address of every article, and an article of two pages has one address and two texts.
pub fn doubles<'a>(articles: impl IntoIterator<Item = Option<&'a Article>>) -> Vec<Option<usize>> {
    let mut kept: Vec<(usize, BTreeSet<u64>)> = Vec::new();
    let mut found = Vec::new();
    for (at, article) in articles.into_iter().enumerate() {
        let shingles = article.map(shingles);
        let first = shingles.as_ref().and_then(|shingles| kept.iter().find(|(_, earlier)| are_one(earlier, shingles)));
        found.push(first.map(|(first, _)| *first));
        if let (Some(shingles), None) = (shingles, first) {
            kept.push((at, shingles));
        }
    }
    found
}

/// The runs of words of an article, by their hashes. An article with few words has at least one run: all it has.
fn shingles(article: &Article) -> BTreeSet<u64> {
    let text = plain_text(&article.body).to_lowercase();
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        // A body without words says nothing of being the same; its headline does.
        words.push(&article.headline);
    }
    words.windows(SHINGLE.min(words.len())).map(hash).collect()
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

fn are_one(one: &BTreeSet<u64>, other: &BTreeSet<u64>) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    // A brief that a long report quotes whole is not the report.
    let similar_length = short.len() * 3 >= long.len();
    let shared = short.iter().filter(|shingle| long.contains(shingle)).count();
    similar_length && shared as f64 >= short.len() as f64 * ENOUGH
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Byline, Extent, Inline};
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
            extent: Extent::Whole,
        }
    }

    #[test]
    fn the_same_words_under_another_address_are_a_double() {
        let first = article("Tides", "The gate was shut.", Some("https://example.org/a"));
        let second = article("Tides!", "The  gate was SHUT.", None);
        assert_eq!(doubles([Some(&first), None, Some(&second)]), [None, None, Some(0)]);
    }

    #[test]
    fn the_second_page_of_an_article_is_no_double_though_address_and_headline_are_the_same() {
        let first = article("Tides", "The gate was shut all winter.", Some("https://example.org/"));
        let second = article("Tides", "In spring they opened it again.", Some("https://example.org/"));
        assert_eq!(doubles([Some(&first), Some(&second)]), [None, None]);
    }

    #[test]
    fn a_corrected_article_is_a_double_of_the_one_that_is_kept() {
        let text = "The gate was shut all winter long, and nobody in the town of Osk minded it very much.";
        let first = article("Tides", text, None);
        let second = article("Tides, corrected", &text.replace("Osk", "Vrana"), None);
        let third = article("Tides, corrected again", &text.replace("very much", "at all"), None);
        assert_eq!(doubles([Some(&first), Some(&second), Some(&third)]), [None, Some(0), Some(0)]);
    }
}
