//! What a reader of the PDF finds, through the library's front door.
//!
//! Some claims are checked with programs that a machine may lack (`qpdf`, `pdftotext`, veraPDF). Where one is missing its
//! test says so and passes; with `BINDERY_CHECKERS=required` in the environment it fails instead.

use bindery::article::{
    Address, Article, Block, Byline, Cell, Code, Credit, Figure, HeadingLevel, Inline, Language, List, Moment, Note,
    NoteId, Numbering, PictureSource, Quote, Row, Table,
};
use bindery::issue::{Issue, PictureCredit, Wording};
use bindery::pdf::{Paper, PdfSettings, Printed};
use bindery::pictures::{Colour, Format, Missing, Picture, Pictures, Rendition, Target};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::Command;
use std::sync::Arc;

#[path = "support/checkers.rs"]
#[allow(dead_code, reason = "there is no EPUB here")]
mod checkers;

const SENTENCE: &str = "The ferry had been out of service since the autumn storms, and the islanders had grown used to \
    rowing, to waiting and to complaining about both in the same unhurried voice.";

// ------------------------------------------------------------------------------------------------ the claims

#[test]
fn the_file_holds_to_its_standards_on_any_paper() {
    for (_, paper) in Paper::NAMED {
        let (pdf, printed) = bound(&issue_of_everything(), paper);
        assert!(printed.pages >= 4);
        holds_to_its_standards(&pdf);
    }
}

#[test]
fn a_paragraph_over_columns_is_one_and_a_head_set_again_is_not_heard_again() {
    let mut story = article("A story of one paragraph", 0);
    (story.url, story.byline) = (None, Byline::default());
    story.body = vec![paragraph(&[SENTENCE].repeat(90).join(" "))];
    let row = |n: usize| Row { cells: vec![cell(&format!("Pier {n}"), 1), cell("-", 1)] };
    story.body.push(Block::Table(Table { caption: vec![], head: vec![row(0)], body: (1..90).map(row).collect() }));
    let (pdf, printed) = bound(&issue(vec![story]), Paper::A4);
    assert!(printed.pages > 4);
    let heard = heard(&pdf);
    let article = heard.split_once("Art(").unwrap().1;
    assert!(article.starts_with("P(1) H1(1) P(1) P("), "{article}");
    let columns = article.trim_start_matches("P(1) H1(1) P(1) P(").split_once(')').unwrap().0;
    assert!(columns.parse::<usize>().unwrap() > 1, "the paragraph is on one page: {article}");
    let table = &article[article.find("Table(").unwrap()..];
    assert_eq!(table.matches("TH(").count(), 2, "{table}");
    assert_eq!(table.matches("TD(").count(), 89 * 2);
}

#[test]
fn what_is_heard_is_nested_as_it_was_written() {
    let link = Inline::Link { target: "https://tollbridge.example/p".parse().unwrap(), content: words("tides") };
    let list = |items: Vec<Vec<Block>>| Block::List(List { numbering: Some(Numbering::from(1)), items });
    let heading = |level: u8| Block::Heading { level: HeadingLevel::new(level), content: words("Heading") };
    let mut story = article("Nested", 0);
    (story.url, story.byline, story.published, story.section, story.site) = (None, Byline::default(), None, None, None);
    story.body = vec![
        Block::Paragraph(vec![Inline::text("See the "), link, Inline::text(" or"), Inline::NoteReference(NoteId(0))]),
        heading(4),
        list(vec![vec![paragraph("one"), list(vec![vec![paragraph("inner")]])], vec![paragraph("two")]]),
        heading(2),
        Block::Quote(Quote { content: vec![paragraph("Quoted."), paragraph("Twice.")], attribution: words("Marit") }),
    ];
    story.notes.push(Note { content: vec![paragraph("Said on the quay.")] });
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let heard = heard(&pdf);
    let article = heard.split_once("Art(").unwrap().1;
    let item = "Lbl(1) LBody(P(1)";
    let wanted = format!(
        "H1(1) P(1 Link(1 Lbl(1) link) 1 Reference(Link(1 link))) Note(Lbl(Reference(Link(1 link))) P(1)) H2(1) \
         L(LI({item} L(LI({item}))))) LI({item}))) H2(1) BlockQuote(P(1) P(1) P(1)) \
         H2(1) L(LI(Lbl(1) LBody(Link(1 link)))))"
    );
    assert!(article.starts_with(&wanted), "{article}\nis not\n{wanted}");
}

#[test]
fn a_picture_is_told_by_its_words_and_a_page_knows_its_content() {
    let mut issue = issue(vec![article("Lamps", 4)]);
    insert(&mut issue.pictures, source("lamp"), Rendition::clone(&picture(Format::Jpeg, 600, 400)));
    issue.articles[0].body.insert(1, figure(source("lamp"), "The lamp at Skerrow.", "Marit Solheim"));
    issue.articles[0].language = Language::parse("nb");
    let (pdf, _) = bound(&issue, Paper::A4);
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    let elements = || file.objects.values().filter_map(|object| object.as_dict().ok());
    let figure = elements().find(|element| is(element, b"S", b"Figure")).expect("there is a figure");
    assert_eq!(figure.get(b"Alt").unwrap().as_str().unwrap(), b"The lamp at Skerrow.");
    let article = elements().find(|element| is(element, b"S", b"Art")).expect("there is an article");
    assert_eq!(article.get(b"Lang").unwrap().as_str().unwrap(), b"nb");
    // From each page and each link there is a way back into the structure.
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let ways = file.get_dictionary(root).unwrap().get(b"ParentTree").unwrap().as_reference().unwrap();
    let ways = file.get_dictionary(ways).unwrap().get(b"Nums").and_then(lopdf::Object::as_array).unwrap();
    let numbers: Vec<i64> = ways.iter().step_by(2).map(|number| number.as_i64().unwrap()).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    for page in file.get_pages().into_values() {
        let number = file.get_dictionary(page).unwrap().get(b"StructParents").unwrap().as_i64().unwrap();
        assert!(numbers.contains(&number));
    }
    for link in elements().filter(|element| is(element, b"Subtype", b"Link")) {
        let number = link.get(b"StructParent").unwrap().as_i64().unwrap();
        let at = numbers.iter().position(|known| *known == number).expect("the link is known");
        let element = file.get_dictionary(ways[2 * at + 1].as_reference().unwrap()).unwrap();
        assert!(is(element, b"S", b"Link"), "{element:?}");
    }
}

#[test]
fn a_word_broken_at_a_line_and_a_compound_come_out_as_what_they_are() {
    let mut story = article("Hyphens", 0);
    story.body =
        vec![paragraph(&["A well-known, deplorable unaccountability of incomprehensibilities."].repeat(60).join(" "))];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(text) = check("pdftotext", &["-raw", "FILE", "-"], &pdf) else { return };
    assert!(text.contains("\u{ad}\n"), "no word was broken: {text}");
    let joined = text.replace("\u{ad}\n", "").replace("-\n", "-").replace('\n', " ");
    assert_eq!(
        joined.matches("A well-known, deplorable unaccountability of incomprehensibilities.").count(),
        60,
        "{joined}"
    );
}

#[test]
fn every_number_in_the_contents_is_the_page_of_that_headline() {
    for count in [5, 90] {
        let articles = (1..=count).map(|n| article(&format!("Story{n} from the quay"), n % 9 + 3)).collect();
        let (pdf, printed) = bound(&issue(articles), Paper::A4);
        let Some(all) = pages_as_text(&pdf, printed.pages) else { return };
        let first = all.iter().position(|page| page.contains("Story1 from") && page.contains(SENTENCE_START)).unwrap();
        assert!(first >= 2, "the cover and the contents come first");
        let contents = all[1..first].join("\n");
        for n in 1..=count {
            let headline = format!("Story{n} from the quay");
            let opens = all.iter().skip(first).position(|page| page.lines().any(|line| line.trim() == headline));
            let opens = opens.unwrap_or_else(|| panic!("no page has the headline {headline}")) + first + 1;
            let entry = contents.lines().find(|line| line.trim_end().ends_with(&headline));
            let entry = entry.unwrap_or_else(|| panic!("{headline} is not in the contents:\n{contents}"));
            let folio = entry.split_whitespace().next().unwrap();
            assert_eq!(folio, opens.to_string(), "the contents send the reader of {headline} elsewhere");
        }
    }
}

#[test]
fn the_folio_of_a_page_is_its_place_in_the_file() {
    let (pdf, printed) = bound(&issue((1..=6).map(|n| article(&format!("Story{n}"), 20)).collect()), Paper::LETTER);
    let Some(all) = pages_as_text(&pdf, printed.pages) else { return };
    for (place, page) in all.iter().enumerate().skip(1) {
        assert_eq!(page.trim_end().lines().last().map(str::trim), Some((place + 1).to_string().as_str()));
    }
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
fn text_comes_out_in_reading_order_and_whole() {
    let paragraphs =
        (1..=60).map(|n| paragraph(&format!("Mark{n:03} begins here. {SENTENCE} The office offers waffles.")));
    let mut article = article("A long story", 0);
    article.body = paragraphs.collect();
    let (pdf, _) = bound(&issue(vec![article]), Paper::A4);
    let Some(text) = check("pdftotext", &["-raw", "FILE", "-"], &pdf) else { return };
    let places: Vec<usize> = (1..=60).map(|n| text.find(&format!("Mark{n:03}")).unwrap_or(usize::MAX)).collect();
    assert!(places.is_sorted() && places[59] != usize::MAX, "{places:?}");
    // Ligatures are letters again, and a word broken at a line's end is joined by its soft hyphen.
    let joined = text.replace("\u{ad}\n", "").replace('\n', " ");
    assert_eq!(joined.matches("The office offers waffles.").count(), 60);
    assert_eq!(joined.matches(SENTENCE).count(), 60);
}

#[test]
fn no_column_ends_in_a_heading() {
    let mut story = article("A story of many parts", 0);
    for n in 1..=80 {
        let heading = Block::Heading { level: HeadingLevel::new(2), content: words(&format!("Heading{n}")) };
        let length = n * 7 % 5 + 1;
        story.body.extend([heading, paragraph(&format!("Under{n} {}", [SENTENCE].repeat(length).join(" ")))]);
    }
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(boxes) = check("pdftotext", &["-bbox", "FILE", "-"], &pdf) else { return };
    for (page, xml) in boxes.split("<page ").enumerate() {
        let place = |word: &str| {
            let line = xml.lines().find(|line| line.contains(&format!(">{word}</word>")))?;
            let number = |name: &str| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse::<f32>().ok();
            Some((number("xMin")?, number("yMin")?))
        };
        for n in 1..=80 {
            let Some(heading) = place(&format!("Heading{n}")) else { continue };
            let under = place(&format!("Under{n}")).unwrap_or_else(|| panic!("Heading{n} is alone on page {page}"));
            assert!((heading.0 - under.0).abs() < 5.0, "Heading{n} stands in another column than its text");
            assert!((0.0..30.0).contains(&(under.1 - heading.1)), "Heading{n} stands far from its text");
        }
    }
}

#[test]
fn a_figure_that_could_not_be_had_leaves_its_words() {
    let (mut issue, source) = (issue(vec![article("Without picture", 2)]), source("gone"));
    issue.pictures.insert(source.clone(), Err(Missing { why: "404 Not Found".into() }));
    issue.articles[0].body.insert(1, figure(source, "The empty quay.", "Marit Solheim"));
    let (pdf, _) = bound(&issue, Paper::A4);
    assert_eq!(images(&pdf).len(), 0);
    let Some(text) = check("pdftotext", &["FILE", "-"], &pdf) else { return };
    for wanted in ["The empty quay.", "Marit Solheim", issue.wording.picture_missing.as_str()] {
        assert!(text.contains(wanted), "\"{wanted}\" is not on the page:\n{text}");
    }
}

#[test]
fn a_picture_that_no_pdf_can_hold_is_framed_like_a_missing_one_and_reported() {
    let mut issue = issue(vec![article("Broken", 2)]);
    let broken = Rendition { bytes: b"GIF89a".to_vec(), ..Rendition::clone(&picture(Format::Png, 1600, 900)) };
    insert(&mut issue.pictures, source("broken"), broken);
    issue.articles[0].body.insert(0, figure(source("broken"), "The quay.", "Marit Solheim"));
    let (pdf, printed) = bound(&issue, Paper::A4);
    assert_eq!(images(&pdf).len(), 0);
    assert_eq!(printed.warnings.len(), 1);
    assert!(printed.warnings[0].contains("https://tollbridge.example/broken"), "{:?}", printed.warnings);
    let Some(text) = check("pdftotext", &["FILE", "-"], &pdf) else { return };
    assert!(text.contains("The quay.") && text.contains(&issue.wording.picture_missing), "{text}");
}

#[test]
fn a_picture_shown_twice_is_in_the_file_once_and_untouched() {
    let mut issue = issue(vec![article("One", 4), article("Two", 4)]);
    let jpeg = picture(Format::Jpeg, 1200, 700);
    for (place, name) in ["one", "two"].into_iter().enumerate() {
        // The same bytes under two addresses, as sites serve them.
        insert(&mut issue.pictures, source(name), Rendition::clone(&jpeg));
        issue.articles[place].body.insert(0, figure(source(name), "A quay.", "Marit Solheim"));
    }
    let (pdf, _) = bound(&issue, Paper::A4);
    let images = images(&pdf);
    assert_eq!(images.len(), 1);
    assert!(images[0].content == jpeg.bytes, "the JPEG was changed on its way");
}

#[test]
fn a_png_goes_in_by_its_compressed_rows_and_shows_its_colours() {
    let mut issue = issue(vec![article("Line art", 4)]);
    insert(&mut issue.pictures, source("drawing"), Rendition::clone(&picture(Format::Png, 300, 200)));
    issue.articles[0].body.insert(0, figure(source("drawing"), "A drawing.", "Ada Lindqvist"));
    let (pdf, _) = bound(&issue, Paper::A4);
    let images = images(&pdf);
    assert_eq!(images.len(), 1);
    let pixels = images[0].decompressed_content().expect("the rows can be read");
    assert_eq!(pixels.len(), 300 * 200 * 3);
    assert_eq!(&pixels[..3], &pixel(0, 0), "the first pixel");
    assert_eq!(&pixels[pixels.len() - 3..], &pixel(299, 199), "the last pixel");
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
    let Some(text) = check("pdftotext", &["FILE", "-"], &pdf) else { return };
    assert_eq!(text.matches("tollbridge.example/tides").count(), 1);
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
fn pictures_are_credited_with_the_page_they_are_on() {
    let mut issue = issue(vec![article("One", 30), article("Two", 30)]);
    insert(&mut issue.pictures, source("quay"), Rendition::clone(&picture(Format::Jpeg, 600, 400)));
    issue.articles[1].body.insert(25, figure(source("quay"), "A quay in winter.", "Marit Solheim"));
    // By the same maker, earlier in the article, not to be had, and so not credited.
    issue.pictures.insert(source("gone"), Err(Missing { why: "404 Not Found".into() }));
    issue.articles[1].body.insert(1, figure(source("gone"), "A quay in summer.", "Marit Solheim"));
    issue.credits.push(PictureCredit {
        article: 1,
        figure: 1,
        caption: "A quay in winter.".into(),
        credit: Credit::new("Marit Solheim"),
    });
    let (pdf, printed) = bound(&issue, Paper::A4);
    let Some(all) = pages_as_text(&pdf, printed.pages) else { return };
    let (last, before) = all.split_last().unwrap();
    let shown = |caption: &str| before.iter().position(|page| page.contains(caption)).unwrap() + 1;
    assert!(shown("A quay in summer.") < shown("A quay in winter."));
    let shown = shown("A quay in winter.");
    assert!(last.contains(&format!("page {shown}")), "the picture is on page {shown}, but:\n{last}");
    let (headline, credit) = (last.find("Two").expect("the article is not named"), last.find("Marit Solheim").unwrap());
    assert!(headline < credit, "{last}");
}

#[test]
fn a_script_that_no_face_has_is_named_and_leaves_a_visible_sign() {
    let mut story = article("Unheard of", 1);
    // A private-use character, which no face sets.
    story.body.push(paragraph("A sign \u{10fffd} of nothing."));
    let (pdf, printed) = bound(&issue(vec![story]), Paper::A4);
    assert_eq!(printed.warnings.len(), 1);
    assert!(printed.warnings[0].contains("U+10FFFD"), "{:?}", printed.warnings);
    let Some(text) = check("pdftotext", &["FILE", "-"], &pdf) else { return };
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
    let Some(text) = check("pdftotext", &["-raw", "FILE", "-"], &pdf) else { return };
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
fn program_text_in_a_right_to_left_article_stands_in_its_panel() {
    let code = "fn main() {\n\u{a0}\u{a0}\u{a0}\u{a0}sail(\"harbour\"); // שלום\n// שלום tides\n\
        \u{20}       unbroken lines of many words are filled\n}";
    let mut story = article("Code", 0);
    story.language = Language::parse("he");
    story.body = vec![Block::Code(Code { language: None, text: code.into() })];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(boxes) = check("pdftotext", &["-bbox", "FILE", "-"], &pdf) else { return };
    let left = |word: &str| place(&boxes, word).unwrap_or_else(|| panic!("{word} is not on a page: {boxes}"))[0];
    assert!(left("main()") > left("fn"), "the line runs to the left");
    assert!(left("sail(&quot;harbour&quot;);") > left("fn") + 10.0, "the indent is lost");
    assert!(left("tides") > left("fn"), "the comment runs to the left");
    let line = |word: &str| place(&boxes, word).map(|place| place[1]);
    assert_eq!(line("unbroken"), line("filled"), "a line that fits is broken");
}

#[test]
fn a_line_of_program_text_is_never_cut_off() {
    let mut story = article("Data", 0);
    let data = (0..6000).map(|n| format!("{n:05}z")).collect::<String>();
    story.body = vec![Block::Code(Code { language: None, text: data })];
    let (pdf, _) = bound(&issue(vec![story]), Paper::A4);
    let Some(text) = check("pdftotext", &["-raw", "FILE", "-"], &pdf) else { return };
    assert_eq!(text.matches('z').count(), 6000);
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
    let Some(text) = check("pdftotext", &["-raw", "FILE", "-"], &pdf) else { return };
    assert_eq!(text.matches("islanders").count(), 80, "{text}");
    assert_eq!(text.replace("\u{ad}\n", "").matches("complaining").count(), 80, "{text}");
    assert_eq!(text.matches("Innermost").count(), 2);
    assert!((0..40).all(|n| text.contains(&format!("Level0of{n} ")) && text.contains(&format!("Level1of{n} "))));
    assert_eq!(text.matches("Source").count(), 27);
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
    let Some(boxes) = check("pdftotext", &["-bbox", "FILE", "-"], &pdf) else { return };
    for n in [7, 100, 999, 1050] {
        let address = place(&boxes, &format!("tollbridge.example/p{n}")).expect("the address is listed");
        let beside = boxes.lines().filter_map(place_of).filter(|(word, _)| word == &n.to_string());
        let beside = beside.filter(|(_, number)| (number[1] - address[1]).abs() < 3.0 && number[2] < address[0]);
        assert!(beside.count() >= 1, "the number {n} does not stand before its address");
    }
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
    let Some(text) = check("pdftotext", &["-raw", "FILE", "-"], &pdf) else { return };
    for wanted in ["Harbour: Kirkwall0", "September: 19,333.00", "January: 11,037.19"] {
        assert!(text.contains(wanted), "no \"{wanted}\" in {text}");
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
    let Some(boxes) = check("pdftotext", &["-bbox", "FILE", "-"], &pdf) else { return };
    let left = |word: &str| place(&boxes, word).unwrap_or_else(|| panic!("{word} is not on a page: {boxes}"))[0];
    assert!(boxes.lines().filter_map(place_of).any(|(word, place)| word.contains("77") && place[0] > left("numbered")));
    assert!(left("first") > left("second"), "the columns run to the right");
    let note = place(&boxes, "noted").unwrap();
    let beside = |place: [f32; 4]| (place[1] - note[1]).abs() < 4.0 && place[0] > note[2];
    assert!(boxes.lines().filter_map(place_of).any(|(word, place)| word == "1" && beside(place)), "{boxes}");
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

// ------------------------------------------------------------------------------------- issues made for the tests

const SENTENCE_START: &str = "The ferry had been";

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::text(text)]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(words(text))
}

fn cell(text: &str, rows: u16) -> Cell {
    Cell { is_heading: false, columns: 1, rows, content: vec![paragraph(text)] }
}

fn article(headline: &str, paragraphs: usize) -> Article {
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

fn issue(articles: Vec<Article>) -> Issue {
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

fn issue_of_everything() -> Issue {
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

fn source(name: &str) -> PictureSource {
    PictureSource::new(Address::Web(format!("https://tollbridge.example/{name}").parse().unwrap()), [])
}

fn figure(picture: PictureSource, caption: &str, credit: &str) -> Block {
    let credit = Some(Credit::new(credit));
    Block::Figure(Figure { picture, caption: words(caption), credit, alt: String::new() })
}

fn pixel(x: u32, y: u32) -> [u8; 3] {
    [(x % 251) as u8, (y % 241) as u8, ((x + y) % 239) as u8]
}

fn picture(format: Format, width: u32, height: u32) -> Arc<Rendition> {
    let image = image::RgbImage::from_fn(width, height, |x, y| image::Rgb(pixel(x, y)));
    let mut bytes = std::io::Cursor::new(Vec::new());
    let as_format = match format {
        Format::Jpeg => image::ImageFormat::Jpeg,
        Format::Png => image::ImageFormat::Png,
    };
    image.write_to(&mut bytes, as_format).unwrap();
    Arc::new(Rendition { format, colour: Colour::Rgb, width, height, bytes: bytes.into_inner() })
}

fn insert(pictures: &mut Pictures, source: PictureSource, rendition: Rendition) {
    let renditions = BTreeMap::from([(Target::Print, Arc::new(rendition))]);
    pictures.insert(source, Ok(Picture { renditions, from: "a test".into(), credit: None }));
}

fn bound(issue: &Issue, paper: Paper) -> (Vec<u8>, Printed) {
    let mut pdf = Vec::new();
    let printed = bindery::pdf::write(issue, &PdfSettings { paper: Some(paper), ..PdfSettings::default() }, &mut pdf)
        .expect("the issue is printed");
    (pdf, printed)
}

// -------------------------------------------------------------------------------------------- looking into a PDF

/// What `program` says of the PDF, whose path stands where the first `FILE` is; `None` where the program is not to
/// be had.
fn check(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let path = file.path().to_str().unwrap();
    let arguments = arguments.iter().map(|argument| if *argument == "FILE" { path } else { argument });
    match Command::new(program).args(arguments).output() {
        Ok(output) => {
            let said =
                [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
            assert!(output.status.success(), "{program} finds fault: {said}");
            Some(said)
        }
        Err(error) => {
            let required = std::env::var("BINDERY_CHECKERS").is_ok_and(|value| value == "required");
            assert!(!required, "{program} is required and cannot be started: {error}");
            eprintln!("skipped: {program} is not installed");
            None
        }
    }
}

fn holds_to_its_standards(pdf: &[u8]) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    checkers::check_pdf(file.path());
}

/// The structure of the file, each element with what it holds in parentheses: elements, "link"s, and the numbers of
/// stretches of content on end.
fn heard(pdf: &[u8]) -> String {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let document = file.get_dictionary(root).unwrap().get(b"K").unwrap();
    element_heard(&file, document)
}

fn element_heard(file: &lopdf::Document, element: &lopdf::Object) -> String {
    let element = file.get_dictionary(element.as_reference().unwrap()).unwrap();
    let name = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
    let kids = match element.get(b"K") {
        Ok(lopdf::Object::Array(kids)) => kids.as_slice(),
        Ok(kid) => std::slice::from_ref(kid),
        Err(_) => &[],
    };
    let (mut parts, mut content) = (Vec::new(), 0);
    for kid in kids {
        let part = match kid {
            lopdf::Object::Reference(_) => element_heard(file, kid),
            lopdf::Object::Dictionary(kid) if is(kid, b"Type", b"OBJR") => "link".to_owned(),
            _ => {
                content += 1;
                continue;
            }
        };
        if content > 0 {
            parts.push(std::mem::take(&mut content).to_string());
        }
        parts.push(part);
    }
    if content > 0 {
        parts.push(content.to_string());
    }
    format!("{name}({})", parts.join(" "))
}

/// The box of the first word of that spelling: its left and upper edge, its right and lower one.
fn place(boxes: &str, word: &str) -> Option<[f32; 4]> {
    boxes.lines().filter_map(place_of).find(|(found, _)| found == word).map(|(_, place)| place)
}

/// A line of what `pdftotext -bbox` says: the word and its box.
fn place_of(line: &str) -> Option<(String, [f32; 4])> {
    let word = line.split_once('>')?.1.strip_suffix("</word>")?;
    let number = |name: &str| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse::<f32>().ok();
    Some((word.to_owned(), [number("xMin")?, number("yMin")?, number("xMax")?, number("yMax")?]))
}

/// The text of each page, its lines as they stand on the paper.
fn pages_as_text(pdf: &[u8], count: usize) -> Option<Vec<String>> {
    let text = check("pdftotext", &["-layout", "FILE", "-"], pdf)?;
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.truncate(count);
    Some(pages)
}

fn is(dictionary: &lopdf::Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(lopdf::Object::as_name).is_ok_and(|found| found == name)
}

fn images(pdf: &[u8]) -> Vec<lopdf::Stream> {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    streams.filter(|stream| is(&stream.dict, b"Subtype", b"Image")).cloned().collect()
}

fn destinations(file: &lopdf::Document) -> Vec<String> {
    let names = file.catalog().unwrap().get(b"Names").and_then(lopdf::Object::as_dict).unwrap();
    let tree = names.get(b"Dests").and_then(lopdf::Object::as_reference).unwrap();
    let names = file.get_dictionary(tree).unwrap().get(b"Names").and_then(lopdf::Object::as_array).unwrap();
    let names = names.iter().step_by(2).map(|name| String::from_utf8_lossy(name.as_str().unwrap()).into_owned());
    names.collect()
}

fn outline(file: &lopdf::Document, parent: lopdf::ObjectId) -> String {
    let mut entries = Vec::new();
    let mut next = file.get_dictionary(parent).unwrap().get(b"First").and_then(lopdf::Object::as_reference).ok();
    while let Some(id) = next {
        let entry = file.get_dictionary(id).unwrap();
        let title = String::from_utf8_lossy(entry.get(b"Title").unwrap().as_str().unwrap()).into_owned();
        entries.push(format!("{title}({})", outline(file, id)));
        next = entry.get(b"Next").and_then(lopdf::Object::as_reference).ok();
    }
    entries.join(" ")
}
