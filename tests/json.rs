//! An article as JSON: what is written can be read again, and is the same article.

use bindery::article::{Article, Block, Note};
use bindery::fetch::{FetchRules, Fetcher};
use bindery::source::Input;
use bindery::{clean, render, source};
use serde_json::Value;

/// The page of trials has every kind of block; the examples have bylines, dates, credits and licences.
const PAGES: [&str; 2] = ["tests/fixtures/trials.html", "examples/articles"];

fn articles() -> Vec<Article> {
    let fetcher = Fetcher::new(FetchRules { offline: true, ..FetchRules::default() });
    let pages = source::expand(&PAGES.map(Input::named)).pages;
    let found = pages.iter().map(|page| clean::clean(&source::read(page, &fetcher).unwrap()).unwrap());
    found.collect()
}

#[test]
fn an_article_that_is_written_as_json_is_read_again_the_same() {
    let articles = articles();
    assert!(articles.len() > 2);
    for article in articles {
        let json = serde_json::to_string(&article).unwrap();
        assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), article, "{json}");
    }
}

#[test]
fn what_clean_prints_has_the_body_and_the_notes_as_the_tree_that_they_are() {
    let mut kinds = std::collections::BTreeSet::new();
    for article in articles() {
        let json: Value = serde_json::from_str(&render::json(&article, None, None).unwrap()).unwrap();
        assert_eq!(serde_json::from_value::<Vec<Block>>(json["blocks"].clone()).unwrap(), article.body);
        assert_eq!(serde_json::from_value::<Vec<Note>>(json["notes"].clone()).unwrap(), article.notes);
        kinds.extend(json["blocks"].as_array().unwrap().iter().map(|block| block["type"].as_str().unwrap().to_owned()));
    }
    for kind in ["paragraph", "heading", "quote", "list", "table", "code", "rule", "figure"] {
        assert!(kinds.contains(kind), "no {kind} among {kinds:?}");
    }
}

#[test]
fn a_wrong_tree_is_refused_with_a_reason() {
    let refused = |json: &str| serde_json::from_str::<Block>(json).unwrap_err().to_string();
    let heading = r#"{"type":"heading","content":{"level":9,"content":[]}}"#;
    assert!(refused(heading).contains("9 is no level of a heading"), "{}", refused(heading));
    let figure = r#"{"type":"figure","content":{"picture":{"offered":[]},"caption":[],"credit":null,"alt":""}}"#;
    assert!(refused(figure).contains("a picture has one place at least"), "{}", refused(figure));
    assert!(refused(r#"{"type":"marquee"}"#).contains("unknown variant"));
}
