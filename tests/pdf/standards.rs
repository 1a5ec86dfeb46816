//! The file as its standards, its readers and its next run want it.

use crate::inside::{destinations, is, outline};
use crate::made::*;
use crate::read::*;
use bindery::article::*;
use bindery::pdf::Paper;

#[test]
fn the_file_holds_to_its_standards_on_any_paper() {
    for (_, paper) in Paper::NAMED {
        let (pdf, printed) = bound(&issue_of_everything(), paper);
        assert!(printed.pages >= 4);
        holds_to_its_standards(&pdf);
    }
}

#[test]
fn no_article_can_stop_the_press() {
    let deep = (0..40).fold(paragraph("deep"), |inner, n| match n % 3 {
        0 => Block::List(List { numbering: Some(Numbering::from(i32::MAX)), items: vec![vec![inner]] }),
        1 => Block::Quote(Quote { content: vec![inner], attribution: words("x") }),
        _ => Block::List(List { numbering: None, items: vec![vec![inner], vec![]] }),
    });
    let wide = Table {
        caption: vec![],
        head: vec![],
        body: vec![Row { cells: (0..70).map(|n| cell(&format!("cell{n}"), u16::MAX)).collect() }],
    };
    let tall = Table {
        caption: words("Tall"),
        head: vec![Row { cells: vec![cell("head", 1)] }],
        body: vec![Row { cells: vec![cell(&[SENTENCE].repeat(150).join(" "), 1)] }, Row { cells: vec![] }],
    };
    let mut story = article(&"Donaudampfschifffahrtsgesellschaft".repeat(12), 1);
    story.standfirst = Some(SENTENCE.repeat(30));
    story.body = vec![
        deep,
        Block::Table(wide),
        Block::Table(tall),
        Block::Table(Table { caption: vec![], head: vec![], body: vec![] }),
        Block::Code(Code { language: None, text: "x".repeat(40_000) }),
        Block::Code(Code { language: None, text: "\n\n\n".repeat(200) }),
        paragraph(&"W".repeat(3000)),
        paragraph("\u{200b}"),
        paragraph("   "),
        Block::Paragraph(vec![Inline::LineBreak, Inline::LineBreak, Inline::text("after breaks"), Inline::LineBreak]),
        Block::Rule,
        Block::Heading { level: HeadingLevel::new(2), content: words(&SENTENCE.repeat(40)) },
        Block::Heading { level: HeadingLevel::new(2), content: words("Last of all") },
    ];
    let mut empty = article("Nothing", 0);
    empty.headline = " ".into();
    let (pdf, printed) = bound(&issue(vec![story, empty]), Paper::A4);
    assert!(printed.pages > 3);
    holds_to_its_standards(&pdf);
    let (pdf, printed) = bound(&issue(vec![]), Paper::A4);
    assert_eq!(printed.pages, 2);
    holds_to_its_standards(&pdf);
}

#[test]
fn the_same_issue_is_the_same_file_however_many_threads_set_it() {
    let issue = issue_of_everything();
    let (first, _) = bound(&issue, Paper::A4);
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let (second, _) = one_thread.install(|| bound(&issue, Paper::A4));
    assert!(first == second, "two runs differ");
}

#[test]
fn the_file_says_its_language_title_and_date() {
    let (pdf, _) = bound(&issue(vec![article("One", 2)]), Paper::A4);
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    assert_eq!(file.version, "1.7");
    assert_eq!(file.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"en");
    let info = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = file.get_dictionary(info).unwrap();
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), b"The Tollbridge Digest");
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20261123000000Z");
    assert!(!info.has(b"GTS_PDFXVersion"));
}

#[test]
fn the_outline_nests_headings_under_their_articles() {
    let mut story = article("The ferry", 2);
    for (level, title) in [(2, "Winter"), (3, "Storms"), (2, "Spring")] {
        story.body.push(Block::Heading { level: HeadingLevel::new(level), content: words(title) });
        story.body.push(paragraph(SENTENCE));
    }
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    let root = file.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    let tree = outline(&file, root);
    assert_eq!(tree, "Contents() The ferry(Winter(Storms()) Spring())");
}

#[test]
fn every_link_inside_leads_to_a_place_and_every_address_is_listed_once() {
    let mut story = article("Linked", 3);
    story.url = None;
    let link = |address: &str, text: &str| Inline::Link { target: address.parse().unwrap(), content: words(text) };
    story.body.push(Block::Paragraph(vec![
        link("https://tollbridge.example/tides", "tides"),
        Inline::text(" and "),
        link("https://tollbridge.example/tides", "tides again"),
        Inline::text(" and a note"),
        Inline::NoteReference(NoteId(0)),
    ]));
    story.notes.push(Note { content: vec![paragraph("Said on the quay.")] });
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    let names = destinations(&file);
    let (mut web, mut inside) = (0, 0);
    for link in
        file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dict| is(dict, b"Subtype", b"Link"))
    {
        let action = link.get(b"A").and_then(lopdf::Object::as_dict).unwrap();
        match action.get(b"URI") {
            Ok(uri) => {
                assert_eq!(uri.as_str().unwrap(), b"https://tollbridge.example/tides");
                web += 1;
            }
            Err(_) => {
                let name = String::from_utf8_lossy(action.get(b"D").unwrap().as_str().unwrap()).into_owned();
                assert!(names.contains(&name), "nothing in the file is called {name}: {names:?}");
                inside += 1;
            }
        }
    }
    assert!(web >= 3 && inside >= 4, "{web} links to the web, {inside} inside");
    let Some(text) = poppler("pdftotext", &[], &pdf, &["-"]) else { return };
    assert_eq!(text.matches("tollbridge.example/tides").count(), 1);
}
