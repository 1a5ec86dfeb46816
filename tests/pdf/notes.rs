//! Notes stand at the foot of the column in which they are called.

use crate::columns::no_line_is_alone;
use crate::made::{article, issue, marked, paragraph, printed};
use crate::read::{Page, columns, pages};
use bindery::article::{Article, Block, Cell, Figure, Inline, Note, NoteId, PictureSource, Quote, Row, Table};
use bindery::pdf::PdfSettings;

/// Where on the pages something stands.
#[derive(Debug, Clone, Copy, PartialEq)]
struct At {
    page: usize,
    column: usize,
    y: f32,
}

/// A paragraph that calls the note of that number, counted from 1, in its middle.
fn calling(number: usize, words: usize) -> Block {
    let Block::Paragraph(mut start) = marked(number, words / 2) else { unreachable!("a paragraph is one") };
    let Block::Paragraph(end) = marked(number, words / 2) else { unreachable!("a paragraph is one") };
    start.extend([Inline::text(format!(" Call{number};")), Inline::NoteReference(NoteId(number - 1))]);
    start.push(Inline::text(" "));
    start.extend(end);
    Block::Paragraph(start)
}

/// A note whose words all say which one it is of.
fn note(number: usize, words: usize) -> Note {
    Note { content: vec![paragraph(&vec![format!("Noted{number}."); words].join(" "))] }
}

/// The places of all words that begin with `start`.
fn places(pages: &[Page], start: &str, columns: usize) -> Vec<At> {
    let words = pages.iter().enumerate().flat_map(|(page, whole)| {
        let found = whole.words.iter().filter(|word| word.text.starts_with(start));
        found.map(move |word| At { page, column: whole.column(word.left, columns), y: word.middle })
    });
    words.collect()
}

/// That the notes with so many words each stand whole where they are called, and under the text.
fn notes_stand_where_they_are_called(pdf: &[u8], lengths: &[usize], count: usize) {
    let Some(pages) = pages(pdf) else { return };
    for (place, length) in lengths.iter().enumerate() {
        let number = place + 1;
        let call = places(&pages, &format!("Call{number};"), count)[0];
        let words = places(&pages, &format!("Noted{number}."), count);
        assert_eq!(words.len(), *length, "words of note {number} are lost or doubled");
        let same = |at: &At| (at.page, at.column) == (call.page, call.column);
        assert!(same(&words[0]), "note {number} begins at {:?} and is called at {call:?}", words[0]);
        assert!(*length > 18 || words.iter().all(same), "note {number} is torn: {words:?}");
    }
    for (page, whole) in pages.iter().enumerate() {
        for (column, lines) in whole.columns(count).into_iter().enumerate() {
            let is_note = |line: &crate::read::Line| line.iter().any(|word| word.text.starts_with("Noted"));
            let is_text = |line: &crate::read::Line| line.iter().any(|word| word.text.starts_with("Call"));
            let first = lines.iter().position(is_note).unwrap_or(lines.len());
            let text = lines.iter().rposition(is_text).unwrap_or(0);
            assert!(text <= first, "on page {page} there is text under the notes of column {column}");
        }
    }
}

#[test]
fn a_note_stands_under_the_text_of_the_column_that_calls_it() {
    let looks = [
        (1, PdfSettings { design: "book".parse().unwrap(), ..PdfSettings::default() }),
        (2, PdfSettings::default()),
        (3, PdfSettings { columns: "3".parse().ok(), ..PdfSettings::default() }),
    ];
    for (count, settings) in looks {
        let lengths: Vec<usize> = (0..40).map(|n| if n == 20 { 700 } else { 4 + n * 13 % 60 }).collect();
        let mut story = article("A story with notes", 0);
        story.body = (1..=lengths.len()).map(|n| calling(n, 40 + n * 31 % 80)).collect();
        story.notes = lengths.iter().enumerate().map(|(place, length)| note(place + 1, *length)).collect();
        let pdf = printed(&issue(vec![story]), &settings);
        notes_stand_where_they_are_called(&pdf, &lengths, count);
        let Some(columns) = columns(&pdf, count) else { return };
        assert!(columns.len() > 4, "only {} columns were looked at", columns.len());
        no_line_is_alone(&columns);
    }
}

#[test]
fn notes_of_several_articles_on_one_page_stand_over_the_next_article() {
    let short = |n: usize| Article {
        body: vec![calling(1, 150)],
        notes: vec![note(1, 20)],
        ..article(&format!("Story{n}"), 0)
    };
    let Some(pages) = pages(&printed(&issue(vec![short(1), short(2)]), &PdfSettings::default())) else { return };
    let page = pages.iter().position(|page| page.words.iter().any(|word| word.text.starts_with("Call1;"))).unwrap();
    let ys = |start: &'static str| {
        let words = pages[page].words.iter().filter(move |word| word.text.starts_with(start));
        words.map(|word| word.middle)
    };
    let opens = ys("Story2").fold(0.0, f32::max);
    assert_eq!(ys("Noted1.").filter(|y| *y < opens).count(), 20, "the notes of the first are not over the second");
    assert_eq!(ys("Noted1.").filter(|y| *y > opens).count(), 20);
}

#[test]
fn a_note_that_is_called_in_no_paragraph_is_not_lost() {
    let call = |number: usize| vec![Inline::text(format!("Call{number};")), Inline::NoteReference(NoteId(number - 1))];
    let cell = |number| Cell { is_heading: false, columns: 1, rows: 1, content: vec![Block::Paragraph(call(number))] };
    let picture =
        PictureSource::new(bindery::article::Address::Web("https://tollbridge.example/lamp".parse().unwrap()), []);
    let mut story = article("A story with notes everywhere", 0);
    story.body = vec![
        Block::Figure(Figure { picture, caption: call(1), credit: None, alt: String::new() }),
        Block::Heading { level: bindery::article::HeadingLevel::new(2), content: call(2) },
        marked(1, 300),
        Block::Quote(Quote { content: vec![Block::Paragraph(call(3))], attribution: vec![] }),
        Block::Table(Table {
            caption: call(4),
            head: vec![Row { cells: vec![cell(5)] }],
            body: vec![Row { cells: vec![cell(6)] }],
        }),
        marked(2, 900),
    ];
    story.notes = (1..=6).map(|n| note(n, 15)).collect();
    notes_stand_where_they_are_called(&printed(&issue(vec![story.clone()]), &PdfSettings::default()), &[15; 6], 2);

    // One that is called in another note stands with it, and one that is called nowhere at the end.
    story.notes[5].content = vec![Block::Paragraph([call(7), vec![Inline::text(" Noted6.")]].concat())];
    story.notes.extend([note(7, 15), note(8, 15)]);
    let Some(pages) = pages(&printed(&issue(vec![story]), &PdfSettings::default())) else { return };
    let all = |number: usize| places(&pages, &format!("Noted{number}."), 2);
    assert_eq!((all(7).len(), all(8).len()), (15, 15));
    assert_eq!((all(6)[0].page, all(6)[0].column), (all(7)[0].page, all(7)[0].column));
}

#[test]
fn a_theme_may_have_the_notes_at_the_end_of_the_article() {
    let folder = tempfile::tempdir().unwrap();
    let theme = folder.path().join("own.toml");
    std::fs::write(&theme, "[notes]\nplace = \"end\"\n").unwrap();
    let mut story = article("A story with notes at its end", 0);
    story.body = (1..=20).map(|n| calling(n, 120)).collect();
    story.notes = (1..=20).map(|n| note(n, 10)).collect();
    let settings = PdfSettings { design: theme.to_str().unwrap().parse().unwrap(), ..PdfSettings::default() };
    let Some(pages) = pages(&printed(&issue(vec![story]), &settings)) else { return };
    let last_call = places(&pages, "Call20;", 2)[0];
    let first_note = places(&pages, "Noted1.", 2)[0];
    assert!((first_note.page, first_note.column) >= (last_call.page, last_call.column));
    assert_eq!((1..=20).map(|n| places(&pages, &format!("Noted{n}."), 2).len()).sum::<usize>(), 200);
}
