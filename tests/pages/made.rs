//! Issues made for the tests. Every word of a marked paragraph says which paragraph it is of.

use bindery::article::{Article, Block, HeadingLevel, Inline, Language};
use bindery::issue::{Issue, Wording};
use bindery::pdf::PdfSettings;
use bindery::pictures::Pictures;

pub fn article(headline: &str) -> Article {
    Article {
        site: Some("The Tollbridge Courier".into()),
        url: Some("https://tollbridge.example/news".parse().unwrap()),
        language: Some(Language::english()),
        ..Article::headed(headline)
    }
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::text(text)])
}

/// A paragraph of so many words like `quay17`, of which 17 is its number.
pub fn marked(number: usize, words: usize) -> Block {
    const WORDS: [&str; 9] = ["a", "ferry", "of", "islanders", "rowed", "to", "harbour", "in", "unhurriedly"];
    let words = (0..words).map(|place| format!("{}{number}", WORDS[(place * place + number) % WORDS.len()]));
    paragraph(&words.collect::<Vec<_>>().join(" "))
}

/// The heading over the paragraph of that number, `Heading17`.
pub fn heading(number: usize) -> Block {
    Block::Heading { level: HeadingLevel::new(2), content: vec![Inline::text(format!("Heading{number}"))] }
}

pub fn issue(articles: Vec<Article>) -> Issue {
    let language = Language::english();
    Issue {
        title: "The Tollbridge Digest".into(),
        date: jiff::civil::date(2026, 11, 23),
        publisher: "The Tollbridge Bindery".into(),
        identifier: uuid::Uuid::nil(),
        articles,
        pictures: Pictures::default(),
        cover: None,
        credits: vec![],
        wording: Wording::in_language(&language),
        language,
    }
}

pub fn printed(issue: &Issue, settings: &PdfSettings) -> Vec<u8> {
    let mut pdf = Vec::new();
    bindery::pdf::write(issue, settings, &mut pdf).expect("the issue is printed");
    pdf
}
