//! The articles of `examples/`, as the README binds them.

use crate::support::{Desk, EpubText, check_epub, check_pdf, pdf_text, squeezed};
use std::path::Path;

const HEADLINES: [&str; 7] = [
    "The keeper of Harrow Reach",
    "In praise of the index",
    "The sea wall that was let go",
    "The clock that counts thirteen",
    "A tide predictor in twenty lines",
    "Ein Apfel, den es nicht mehr gab",
    "Le plateau qui écoute",
];

/// The credit of every picture, in the order of the alphabet.
const CREDITS: [&str; 11] = [
    "Abel Tietz / Archiv der Lüthower Senke",
    "Aurel Szendrey",
    "Benedikt Ó Faoláin",
    "Caspian Wroe/Courier",
    "Ilse Montefiore for the Courier",
    "Ines Talvard / Sarn Pictures",
    "Ines Talvard / Sarn Pictures",
    "Jorin Habedank",
    "Maïwenn Esparza / Agence Belvédère",
    "Perpetua Vane",
    "Yevgenia Marsh",
];

/// What stands on the pages around the articles.
const FURNITURE: [&str; 8] = [
    "We value your privacy",
    "Kestrel Conservatories",
    "Harbour dredger",
    "Sign up for our free newsletter",
    "Where have the eels gone?",
    "Samphire is overrated",
    "You might also like",
    "All rights reserved",
];

#[test]
fn the_examples_bind_whole_and_without_a_network() {
    let desk = Desk::new();
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let run = desk.bind(&[&articles], &["--offline", "--json", "-o", "issue.epub", "-o", "issue.pdf"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let report = run.json();
    let articles = report["articles"].as_array().unwrap();
    assert_eq!(articles.len(), HEADLINES.len(), "{report:#}");
    let pictures = articles.iter().flat_map(|article| article["pictures"].as_array().unwrap());
    let mut credits: Vec<_> = pictures.map(|picture| picture["credit"].as_str().unwrap_or("none")).collect();
    credits.sort_unstable();
    assert_eq!(credits, CREDITS, "{report:#}");
    holds_the_issue("the EPUB", &EpubText::open(&desk.path("issue.epub")).squeezed());
    if let Some(text) = pdf_text(&desk.path("issue.pdf")) {
        holds_the_issue("the PDF", &squeezed(&text));
    }
    check_epub(&desk.path("issue.epub"));
    check_pdf(&desk.path("issue.pdf"));
}

fn holds_the_issue(book: &str, text: &str) {
    for words in HEADLINES.iter().chain(&CREDITS) {
        assert!(text.contains(&squeezed(words)), "{book} lacks {words:?}");
    }
    for words in FURNITURE {
        assert!(!text.contains(&squeezed(words)), "{book} has {words:?}");
    }
}
