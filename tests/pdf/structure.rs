//! What a reader hears who cannot see the pages.

use crate::inside::{heard, is};
use crate::made::*;
use bindery::article::*;
use bindery::pdf::Paper;
use bindery::pictures::{Format, Rendition};

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
