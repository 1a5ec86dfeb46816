//! Issues made for the tests. Every word of a marked paragraph says which paragraph it is of.

use bindery::article::{
    Address, Article, Block, Byline, Cell, Code, Credit, Figure, HeadingLevel, Inline, Language, List, Moment,
    Numbering, PictureSource, Quote, Row, Table,
};
use bindery::fonts::Fonts;
use bindery::issue::{Issue, Wording};
use bindery::pdf::{Paper, PdfSettings, Printed};
use bindery::pictures::{Colour, Format, Missing, Picture, Pictures, Rendition, Target};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) const SENTENCE: &str = "The ferry had been out of service since the autumn storms, and the islanders had grown used to \
    rowing, to waiting and to complaining about both in the same unhurried voice.";

/// How it begins.
pub(crate) const SENTENCE_START: &str = "The ferry had been";

pub(crate) fn words(text: &str) -> Vec<Inline> {
    vec![Inline::text(text)]
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::text(text)])
}

/// A paragraph of so many words like `quay17`, of which 17 is its number.
pub(crate) fn marked(number: usize, words: usize) -> Block {
    const WORDS: [&str; 9] = ["a", "ferry", "of", "islanders", "rowed", "to", "harbour", "in", "unhurriedly"];
    let words = (0..words).map(|place| format!("{}{number}", WORDS[(place * place + number) % WORDS.len()]));
    paragraph(&words.collect::<Vec<_>>().join(" "))
}

/// The heading over the paragraph of that number, `Heading17`.
pub(crate) fn heading(number: usize) -> Block {
    Block::Heading { level: HeadingLevel::new(2), content: vec![Inline::text(format!("Heading{number}"))] }
}

pub(crate) fn cell(text: &str, rows: u16) -> Cell {
    Cell { is_heading: false, columns: 1, rows, content: vec![paragraph(text)] }
}

pub(crate) fn article(headline: &str, paragraphs: usize) -> Article {
    Article {
        byline: Byline::new(["Ada Lindqvist", "Ben Okafor"]),
        published: Some(Moment::day(jiff::civil::date(2026, 11, 3))),
        site: Some("The Tollbridge Courier".into()),
        section: Some("Harbour".into()),
        url: Some("https://tollbridge.example/news".parse().unwrap()),
        language: Some(Language::english()),
        body: vec![paragraph(&[SENTENCE].repeat(3).join(" ")); paragraphs],
        ..Article::headed(headline)
    }
}

pub(crate) fn issue(articles: Vec<Article>) -> Issue {
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

pub(crate) fn issue_of_everything() -> Issue {
    let mut issue = issue((1..=4).map(|n| article(&format!("Story{n}"), 6)).collect());
    insert(&mut issue.pictures, source("wide"), Rendition::clone(&picture(Format::Jpeg, 1600, 900)));
    insert(&mut issue.pictures, source("tall"), Rendition::clone(&picture(Format::Png, 300, 700)));
    issue.pictures.insert(source("gone"), Err(Missing { why: "404 Not Found".into() }));
    issue.articles[0].body.insert(0, figure(source("wide"), "The quay.", "Marit Solheim"));
    issue.articles[1].body.insert(2, figure(source("tall"), "The crane.", "Marit Solheim"));
    issue.articles[1].body.insert(4, figure(source("gone"), "The ferry.", "Cem Aydın"));
    let row = |n: usize| Row { cells: vec![cell(&format!("Pier {n}"), 1), cell(&(n * 117).to_string(), 1)] };
    issue.articles[2].body.extend([
        Block::Quote(Quote { content: vec![paragraph(SENTENCE)], attribution: words("Marit Solheim") }),
        Block::PullQuote(Quote { content: vec![paragraph("Nobody believed the notice.")], attribution: vec![] }),
        Block::Table(Table { caption: words("Sailings"), head: vec![row(0)], body: (1..90).map(row).collect() }),
        Block::Code(Code { language: Some("rust".into()), text: "fn main() {\n    sail();\n}".into() }),
        Block::List(List { numbering: Some(Numbering::from(9)), items: vec![vec![paragraph(SENTENCE)]; 3] }),
        Block::Paragraph(vec![
            Inline::Emphasis(words("Ελλάδα")),
            Inline::Strong(words("Москва")),
            Inline::Strikethrough(words("struck out")),
            Inline::Code("let x = 1;".into()),
        ]),
    ]);
    issue.articles[3].language = Language::parse("de");
    issue
}

pub(crate) fn source(name: &str) -> PictureSource {
    PictureSource::new(Address::Web(format!("https://tollbridge.example/{name}").parse().unwrap()), [])
}

pub(crate) fn figure(picture: PictureSource, caption: &str, credit: &str) -> Block {
    let credit = Some(Credit::new(credit));
    Block::Figure(Figure { picture, caption: words(caption), credit, alt: String::new() })
}

pub(crate) fn pixel(x: u32, y: u32) -> [u8; 3] {
    [(x % 251) as u8, (y % 241) as u8, ((x + y) % 239) as u8]
}

pub(crate) fn picture(format: Format, width: u32, height: u32) -> Arc<Rendition> {
    let image = image::RgbImage::from_fn(width, height, |x, y| image::Rgb(pixel(x, y)));
    let mut bytes = std::io::Cursor::new(Vec::new());
    let as_format = match format {
        Format::Jpeg => image::ImageFormat::Jpeg,
        Format::Png => image::ImageFormat::Png,
    };
    image.write_to(&mut bytes, as_format).unwrap();
    Arc::new(Rendition { format, colour: Colour::Rgb, width, height, bytes: bytes.into_inner() })
}

pub(crate) fn insert(pictures: &mut Pictures, source: PictureSource, rendition: Rendition) {
    let renditions = BTreeMap::from([(Target::Print, Arc::new(rendition))]);
    pictures.insert(source, Ok(Picture { renditions, from: "a test".into(), credit: None, lacking: BTreeSet::new() }));
}

pub(crate) fn bound(issue: &Issue, paper: Paper) -> (Vec<u8>, Printed) {
    let mut pdf = Vec::new();
    let printed = bindery::pdf::write(
        issue,
        &PdfSettings { paper: Some(paper), ..PdfSettings::default() },
        &Fonts::default(),
        &mut pdf,
    )
    .expect("the issue is printed");
    (pdf, printed)
}

pub(crate) fn printed(issue: &Issue, settings: &PdfSettings) -> Vec<u8> {
    let mut pdf = Vec::new();
    bindery::pdf::write(issue, settings, &Fonts::default(), &mut pdf).expect("the issue is printed");
    pdf
}
