//! That words stay inside their measure, however long they are and however narrow it is.

use crate::made::{issue, printed};
use crate::read::pages;
use bindery::article::{Article, Block, HeadingLevel, Inline, Language, List, Quote};
use bindery::pdf::PdfSettings;

/// Words that no column of three holds: addresses, names of program text, compounds, words joined by spaces that do
/// not break, words in several looks, and what nobody can read.
fn long_words() -> Vec<Vec<Inline>> {
    let address = "https://tollbridge.example/harbour/office/notices/2026/the-ferry-that-was-out-of-service/index.html";
    let name = "HarbourMasterTimetableNotificationDispatcher.unhurriedly_posted_notices(quay_number)";
    vec![
        vec![Inline::text("The notice is at "), Inline::text(address), Inline::text(" until Monday.")],
        vec![Inline::text("It is posted by "), Inline::Code(name.into()), Inline::text(", they say.")],
        vec![Inline::text("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde")],
        vec![Inline::text(
            "the\u{a0}Office\u{a0}of\u{a0}the\u{a0}Harbour\u{a0}Master\u{a0}of\u{a0}the\u{a0}North\u{a0}Pier",
        )],
        vec![
            Inline::text("Un"),
            Inline::Strong(vec![Inline::text("hurriedlywaitinguponthepier")]),
            Inline::Emphasis(vec![Inline::text("forthatferryofmonday")]),
        ],
        vec![Inline::Link {
            target: address.parse().unwrap(),
            content: vec![Inline::text("(notices.of.the.harbourmaster.tollbridge.example)")],
        }],
        vec![Inline::text("x".repeat(400))],
        vec![Inline::text("המשרדשלמנהלהנמלבמזחהצפוניעלהאימכתביםאותולמדריך".repeat(2))],
    ]
}

/// The margin on each side, and the space between two columns of the theme.
const MARGIN: f32 = 20.0 * 72.0 / 25.4;
const GUTTER: f32 = 18.0;
/// What a hyphen or a comma may hang out, and what a box of pdftotext is wider than its letters.
const HANGS: f32 = 3.0;

#[test]
fn no_word_reaches_over_the_measure() {
    for (language, paper, count, size) in
        [("en", "a4", 2, "9.7pt"), ("en", "a4", 3, "9.7pt"), ("de", "a4", 3, "13pt"), ("en", "100x160mm", 1, "12pt")]
    {
        // Nothing goes over several columns but a short headline.
        let mut story = Article { language: Language::parse(language), ..Article::headed("Long words") };
        for words in long_words() {
            story.body.push(Block::Heading { level: HeadingLevel::new(2), content: words.clone() });
            story.body.push(Block::Paragraph(words.clone()));
            let item = vec![Block::Paragraph(words.clone())];
            story.body.push(Block::List(List { numbering: None, items: vec![item.clone()] }));
            story.body.push(Block::Quote(Quote { content: item, attribution: words }));
        }
        let settings = PdfSettings {
            margins: "20mm".parse().ok(),
            paper: paper.parse().ok(),
            columns: count.to_string().parse().ok(),
            size: size.parse().ok(),
            ..PdfSettings::default()
        };
        let Some(pages) = pages(&printed(&issue(vec![story]), &settings)) else { return };
        let room = pages[0].width - 2.0 * MARGIN + GUTTER;
        let (measure, column) = (room / count as f32 - GUTTER, room / count as f32);
        // The first pages are the cover and the contents.
        let mut longest = 0.0_f32;
        for word in pages[2..].iter().flat_map(|page| &page.words).filter(|word| word.text.len() > 6) {
            let left = MARGIN + ((word.left - MARGIN + HANGS) / column).floor() * column;
            let over = word.right - left - measure;
            assert!(over < HANGS, "in {count} columns of {paper} {} reaches over by {over} pt", word.text);
            longest = longest.max(word.right - word.left);
        }
        assert!(longest > measure * 0.8, "no word comes near the measure of {measure} pt: the longest has {longest}");
    }
}
