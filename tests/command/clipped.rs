//! A page clipped to Markdown by a converter that left the page's raw `<div>` and `<span>` in.

use crate::support::{Desk, EpubText, check_epub, check_pdf, fixture, pdf_text, squeezed};

const HEADLINE: &str = "Ferry to Grannoch Is Back After Nine Winters, Carrying Sheep";
const STANDFIRST: &str = "The island had been promised a bridge, then a tunnel, and at last a timetable. On Tuesday it \
                          got a boat.";
const CAPTION: &str = "The ferry Marguerite leaving the slip at Grannoch Head.";
const CREDIT: &str = "Eilidh Vasquez-Munro for The Tollbridge Courier";

/// How each paragraph of the body begins.
const PARAGRAPHS: [&str; 8] = [
    "GRANNOCH HEAD — The first passengers",
    "The Marguerite, a secondhand vessel of 300 tons",
    "Service ended in the winter of 2015",
    "Since then the islanders have crossed",
    "“You get used to it,” said Torquil Banerjee",
    "The regional council had first offered a bridge",
    "By evening the sheep had been sold",
    "Hamish Okonjo reported from Grannoch Head",
];

/// Words that only the page's furniture has.
const FURNITURE: [&str; 11] = [
    "Advertisement",
    "Supported by",
    "Continue reading",
    "Skip to",
    "SEARCH",
    "Site Index",
    "Site Information",
    "Leugh sa Ghàidhlig",
    "Les på norsk",
    "Subscriptions",
    "Credit...",
];

#[test]
fn the_head_of_the_article_is_read_from_the_visible_page() {
    let article = Desk::new().clean(&fixture("clipped.md"));
    assert_eq!(article["title"], HEADLINE);
    assert_eq!(article["authors"], serde_json::json!(["Hamish Okonjo", "Britt Lagerkvist"]));
    assert_eq!(article["byline"], "Hamish Okonjo and Britt Lagerkvist");
    assert_eq!(article["published"], "2024-03-05");
    assert_eq!(article["section"], "North Coast");
    assert_eq!(article["standfirst"], STANDFIRST);
}

#[test]
fn the_body_has_every_paragraph_once_and_nothing_else() {
    let article = Desk::new().clean(&fixture("clipped.md"));
    let text = article["text"].as_str().unwrap();
    let paragraphs: Vec<_> = text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), PARAGRAPHS.len(), "{paragraphs:#?}");
    for (paragraph, beginning) in paragraphs.iter().zip(PARAGRAPHS) {
        assert!(paragraph.starts_with(beginning), "{paragraph:?} does not begin with {beginning:?}");
    }
}

#[test]
fn caption_and_credit_are_told_apart_though_both_stand_in_the_alternative_text() {
    let article = Desk::new().clean(&fixture("clipped.md"));
    let images = article["images"].as_array().unwrap();
    assert_eq!(images.len(), 1, "{images:#?}");
    assert_eq!(images[0]["caption"], CAPTION);
    assert_eq!(images[0]["credit"], CREDIT);
    assert!(images[0]["src"].as_str().unwrap().contains("/ferry-articleLarge.jpg?quality=75&auto=webp"));
}

#[test]
fn both_books_hold_the_article_and_none_of_the_furniture() {
    let desk = Desk::new();
    let run = desk.bind(&[&fixture("clipped.md")], &["--offline", "-o", "a.epub", "-o", "a.pdf"]);
    // Its one picture is on the web, and this run is not.
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    let epub = EpubText::open(&desk.path("a.epub"));
    holds_the_article("the EPUB", &epub.squeezed());
    if let Some(text) = pdf_text(&desk.path("a.pdf")) {
        holds_the_article("the PDF", &squeezed(&text));
    }
    check_epub(&desk.path("a.epub"));
    check_pdf(&desk.path("a.pdf"));
}

fn holds_the_article(book: &str, text: &str) {
    let wanted = [HEADLINE, STANDFIRST, CAPTION, CREDIT, "Hamish Okonjo", "Britt Lagerkvist", "North Coast", "2024"];
    // A section may be set in capitals.
    let folded = text.to_lowercase();
    for words in wanted.iter().chain(&PARAGRAPHS) {
        assert!(folded.contains(&squeezed(words).to_lowercase()), "{book} lacks {words:?}");
    }
    for words in FURNITURE {
        assert!(!text.contains(&squeezed(words)), "{book} has {words:?}");
    }
}
