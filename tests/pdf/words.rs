//! The words of the pages: all of them, whole, in the order of reading, and inside their columns.

use crate::made::*;
use crate::read::{place, place_of, poppler};
use bindery::article::*;
use bindery::issue::PictureCredit;
use bindery::pdf::Paper;
use bindery::pictures::{Format, Missing, Rendition};

#[test]
fn text_comes_out_in_reading_order_and_whole() {
    let paragraphs =
        (1..=60).map(|n| paragraph(&format!("Mark{n:03} begins here. {SENTENCE} The office offers waffles.")));
    let mut article = article("A long story", 0);
    article.body = paragraphs.collect();
    let (pdf, _) = bound(&issue(vec![article]), Paper::A4);
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf, &["-"]) else { return };
    let places: Vec<usize> = (1..=60).map(|n| text.find(&format!("Mark{n:03}")).unwrap_or(usize::MAX)).collect();
    assert!(places.is_sorted() && places[59] != usize::MAX, "{places:?}");
    // Ligatures are letters again, and a word broken at a line's end is joined by its soft hyphen.
    // Between two pages stand the running head and the folio.
    let is_of_text = |line: &&str| *line != "The Tollbridge Digest A long story" && line.parse::<u32>().is_err();
    let text: String = text.replace('\u{c}', "").lines().filter(is_of_text).map(|line| format!("{line}\n")).collect();
    let joined = text.replace("\u{ad}\n", "").replace('\n', " ");
    assert_eq!(joined.matches("The office offers waffles.").count(), 60);
    assert_eq!(joined.matches(SENTENCE).count(), 60);
}

#[test]
fn a_word_broken_at_a_line_and_a_compound_come_out_as_what_they_are() {
    let mut story = article("Hyphens", 0);
    story.body =
        vec![paragraph(&["A well-known, deplorable unaccountability of incomprehensibilities."].repeat(60).join(" "))];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf, &["-"]) else { return };
    assert!(text.contains("\u{ad}\n"), "no word was broken: {text}");
    let joined = text.replace("\u{ad}\n", "").replace("-\n", "-").replace('\n', " ");
    assert_eq!(
        joined.matches("A well-known, deplorable unaccountability of incomprehensibilities.").count(),
        60,
        "{joined}"
    );
}

#[test]
fn a_script_that_no_face_has_is_named_and_leaves_a_visible_sign() {
    let mut story = article("Unheard of", 1);
    // A private-use character, which no face sets.
    story.body.push(paragraph("A sign \u{10fffd} of nothing."));
    let (pdf, printed) = bound(&issue(vec![story]), Paper::A4);
    assert_eq!(printed.warnings.len(), 1);
    assert!(printed.warnings[0].contains("U+10FFFD"), "{:?}", printed.warnings);
    let Some(text) = poppler("pdftotext", &[], &pdf, &["-"]) else { return };
    assert!(text.contains("A sign □ of nothing.") || text.contains("A sign ? of nothing."), "{text}");
}

#[test]
fn what_is_taller_than_a_page_is_torn_and_comes_out_whole() {
    let numbered = |name: &str, count: usize| (0..count).map(|n| format!("{name}{n}z")).collect::<Vec<_>>().join(" ");
    let mut issue = issue(vec![article(&numbered("headline", 400), 2)]);
    insert(&mut issue.pictures, source("lead"), Rendition::clone(&picture(Format::Jpeg, 1600, 1200)));
    insert(&mut issue.pictures, source("tall"), Rendition::clone(&picture(Format::Jpeg, 500, 2000)));
    issue.pictures.insert(source("gone"), Err(Missing { why: "404 Not Found".into() }));
    let quote = Quote { content: vec![paragraph(&numbered("pull", 700))], attribution: words("Marit") };
    let head = (0..120).map(|n| Row { cells: vec![cell(&format!("head{n}z"), 1), cell("-", 1)] }).collect();
    let body = (0..30).map(|n| Row { cells: vec![cell(&format!("row{n}z"), 1), cell("3", 1)] }).collect();
    issue.articles[0].standfirst = Some(numbered("standfirst", 1200));
    issue.articles[0].section = Some(numbered("Section", 500));
    issue.articles[0].body.splice(
        0..0,
        [
            figure(source("lead"), &numbered("lead", 900), "Marit Solheim"),
            figure(source("tall"), &numbered("tall", 900), "Marit Solheim"),
            figure(source("gone"), &numbered("gone", 900), "Marit Solheim"),
            Block::PullQuote(quote),
            Block::Table(Table { caption: vec![], head, body }),
        ],
    );
    let credit =
        PictureCredit { article: 0, figure: 0, caption: String::new(), credit: Credit::new(numbered("credit", 2000)) };
    issue.credits.push(credit);
    let (pdf, printed) = bound(&issue, Paper::A4);
    assert_eq!(printed.warnings, Vec::<String>::new());
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf, &["-"]) else { return };
    let text = text.replace("\u{ad}\n", "").to_lowercase();
    let found: std::collections::BTreeSet<&str> = text.split_whitespace().collect();
    let counts = [("headline", 400), ("standfirst", 1200), ("section", 500), ("lead", 900), ("tall", 900)];
    for (name, count) in
        counts.into_iter().chain([("gone", 900), ("pull", 700), ("head", 120), ("row", 30), ("credit", 2000)])
    {
        let lost: Vec<String> =
            (0..count).map(|n| format!("{name}{n}z")).filter(|word| !found.contains(word.as_str())).collect();
        assert!(lost.is_empty(), "{} of {count} are lost, from {} on", lost.len(), lost[0]);
    }
}

#[test]
fn however_deep_blocks_are_nested_their_words_stay_in_the_column() {
    let deep = |kind: u8| {
        (0..40).fold(paragraph("Innermost words."), |inner, n| {
            let content = vec![paragraph(&format!("Level{kind}of{n} islanders complaining")), inner];
            match (kind + n) % 3 {
                0 => Block::Quote(Quote { content, attribution: words(&format!("Source{kind}of{n}")) }),
                1 => Block::List(List { numbering: None, items: vec![content] }),
                _ => Block::List(List { numbering: Some(Numbering::from(1000)), items: vec![content] }),
            }
        })
    };
    let mut story = article("Deep", 0);
    story.url = None;
    story.body = vec![deep(0), deep(1)];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf, &["-"]) else { return };
    assert_eq!(text.matches("islanders").count(), 80, "{text}");
    assert_eq!(text.replace("\u{ad}\n", "").matches("complaining").count(), 80, "{text}");
    assert_eq!(text.matches("Innermost").count(), 2);
    assert!((0..40).all(|n| text.contains(&format!("Level0of{n} ")) && text.contains(&format!("Level1of{n} "))));
    let sources = (0..40).flat_map(|n| [format!("Source0of{n}\n"), format!("Source1of{n}\n")]);
    assert_eq!(sources.filter(|source| text.contains(source)).count(), 27);
}

#[test]
fn a_line_of_program_text_is_never_cut_off() {
    let mut story = article("Data", 0);
    let data = (0..6000).map(|n| format!("{n:05}z")).collect::<String>();
    story.body = vec![Block::Code(Code { language: None, text: data })];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf, &["-"]) else { return };
    assert_eq!(text.matches('z').count(), 6000);
}

#[test]
fn program_text_in_a_right_to_left_article_stands_in_its_panel() {
    let code = "fn main() {\n\u{a0}\u{a0}\u{a0}\u{a0}sail(\"harbour\"); // שלום\n// שלום tides\n\
        \u{20}       unbroken lines of many words are filled\n}";
    let mut story = article("Code", 0);
    story.language = Language::parse("he");
    story.body = vec![Block::Code(Code { language: None, text: code.into() })];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(boxes) = poppler("pdftotext", &["-bbox"], &pdf, &["-"]) else { return };
    let left = |word: &str| place(&boxes, word).unwrap_or_else(|| panic!("{word} is not on a page: {boxes}"))[0];
    assert!(left("main()") > left("fn"), "the line runs to the left");
    assert!(left("sail(&quot;harbour&quot;);") > left("fn") + 10.0, "the indent is lost");
    assert!(left("tides") > left("fn"), "the comment runs to the left");
    let line = |word: &str| place(&boxes, word).map(|place| place[1]);
    assert_eq!(line("unbroken"), line("filled"), "a line that fits is broken");
}

#[test]
fn a_table_with_more_columns_than_there_is_room_for_keeps_its_words_and_numbers_whole() {
    let names = ["Harbour", "January", "February", "March", "April", "May", "June", "July", "August", "September"];
    let head = vec![Row { cells: names.iter().map(|name| cell(name, 1)).collect() }];
    let row = |n: usize| {
        let numbers = (1..names.len()).map(|month| cell(&format!("{},{:03}.{n:02}", 10 + month, month * 37), 1));
        Row { cells: std::iter::once(cell(&format!("Kirkwall{n}"), 1)).chain(numbers).collect() }
    };
    let mut story = article("Sailings", 0);
    story.body = vec![Block::Table(Table { caption: words("Sailings"), head, body: (0..20).map(row).collect() })];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(text) = poppler("pdftotext", &["-raw"], &pdf, &["-"]) else { return };
    for wanted in ["Harbour: Kirkwall0", "September: 19,333.00", "January: 11,037.19"] {
        assert!(text.contains(wanted), "no \"{wanted}\" in {text}");
    }
}

#[test]
fn the_numbers_of_many_links_stand_beside_their_addresses() {
    let mut story = article("Linked", 0);
    story.url = None;
    let link = |n: usize| Inline::Link {
        target: format!("https://tollbridge.example/p{n}").parse().unwrap(),
        content: words("tide "),
    };
    story.body = vec![Block::Paragraph((1..=1050).map(link).collect())];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(boxes) = poppler("pdftotext", &["-bbox"], &pdf, &["-"]) else { return };
    for n in [7, 100, 999, 1050] {
        let address = place(&boxes, &format!("tollbridge.example/p{n}")).expect("the address is listed");
        let beside = boxes.lines().filter_map(place_of).filter(|(word, _)| word == &n.to_string());
        let beside = beside.filter(|(_, number)| (number[1] - address[1]).abs() < 3.0 && number[2] < address[0]);
        assert!(beside.count() >= 1, "the number {n} does not stand before its address");
    }
}

#[test]
fn what_stands_beside_right_to_left_text_is_mirrored() {
    let mut story = article("Mirrored", 0);
    (story.language, story.url) = (Language::parse("he"), None);
    let row = Row { cells: ["first", "second"].map(|words| cell(words, 1)).into() };
    story.body = vec![
        Block::List(List { numbering: Some(Numbering::from(77)), items: vec![vec![paragraph("numbered")]] }),
        Block::Table(Table { caption: vec![], head: vec![], body: vec![row] }),
        Block::Paragraph(vec![Inline::NoteReference(NoteId(0))]),
    ];
    story.notes.push(Note { content: vec![paragraph("noted")] });
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(boxes) = poppler("pdftotext", &["-bbox"], &pdf, &["-"]) else { return };
    let left = |word: &str| place(&boxes, word).unwrap_or_else(|| panic!("{word} is not on a page: {boxes}"))[0];
    assert!(boxes.lines().filter_map(place_of).any(|(word, place)| word.contains("77") && place[0] > left("numbered")));
    assert!(left("first") > left("second"), "the columns run to the right");
    let note = place(&boxes, "noted").unwrap();
    let beside = |place: [f32; 4]| (place[1] - note[1]).abs() < 4.0 && place[0] > note[2];
    assert!(boxes.lines().filter_map(place_of).any(|(word, place)| word == "1" && beside(place)), "{boxes}");
}
