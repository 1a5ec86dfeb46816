//! Pages as a compositor would look them over, told from the PDF alone with poppler's `pdftotext` and `pdfinfo`.
//!
//! Where these are missing a test says so and passes; with `BINDERY_CHECKERS=required` in the environment it fails.

mod made;
mod read;

#[path = "../support/checkers.rs"]
#[allow(dead_code, reason = "no file is held to its standard here")]
mod checkers;

use bindery::article::{Block, Language, List, Quote};
use bindery::pdf::PdfSettings;
use made::{article, heading, issue, marked, paragraph, printed};
use read::{Column, columns, pages, text_of_pages};

#[test]
fn no_column_ends_in_a_heading_or_parts_a_single_line_from_its_paragraph() {
    let mut columns_seen = 0;
    for offset in 0..3 {
        let mut story = article("A story of many parts");
        for n in 1..=70 {
            if n % 3 == 0 {
                story.body.push(heading(n));
            }
            let block = marked(n, 12 + (n * 37 + offset * 11) % 90);
            story.body.push(match n % 11 {
                4 => Block::Quote(Quote { content: vec![block], attribution: vec![] }),
                7 => Block::List(List { numbering: None, items: vec![vec![block]] }),
                _ => block,
            });
        }
        let Some(columns) = columns(&printed(&issue(vec![story]), &PdfSettings::default()), 2) else { return };
        columns_seen += columns.len();
        no_line_is_alone(&columns);
    }
    assert!(columns_seen > 30, "only {columns_seen} columns were looked at");
}

/// That the columns, in the order in which they are read, end in no heading and part no single line.
fn no_line_is_alone(columns: &[Column]) {
    for (place, column) in columns.iter().enumerate() {
        let (Some(first), Some(last)) = (column.first(), column.last()) else { continue };
        assert!(!last.is_heading, "column {place} ends in the heading over paragraph {}", last.paragraph);
        let count =
            |paragraph: usize| column.iter().filter(|line| line.paragraph == paragraph && !line.is_heading).count();
        let goes_on = |paragraph: usize, mut others: std::slice::Iter<'_, Column>| {
            others.any(|column| column.iter().any(|line| line.paragraph == paragraph && !line.is_heading))
        };
        if !first.is_heading && goes_on(first.paragraph, columns[..place].iter()) {
            assert!(count(first.paragraph) > 1, "column {place} begins with a lone line of {}", first.paragraph);
        }
        if goes_on(last.paragraph, columns[place + 1..].iter()) {
            assert!(count(last.paragraph) > 1, "column {place} ends in a lone line of {}", last.paragraph);
        }
    }
}

#[test]
fn no_three_lines_running_end_in_a_hyphen() {
    // Long words, so that most lines ask for a hyphen.
    let words = "Hafenmeisterei Überfahrtsgenehmigung Gezeitenvorhersage Wetterbeobachtung Inselbewohnerschaft \
        Fahrplanveränderung und Winterliegeplatz der Schifffahrtsgesellschaft am Nordanleger ";
    let mut story = article("Lange Wörter");
    story.language = Language::parse("de");
    story.body = (1..=12).map(|n| paragraph(&words.repeat(n % 4 + 2))).collect();
    let Some(pages) = pages(&printed(&issue(vec![story]), &PdfSettings::default())) else { return };
    let (mut hyphens, mut run) = (0, 0);
    for line in pages.iter().flat_map(|page| page.columns(2)).flatten() {
        let ends = line.last().is_some_and(|word| word.text.ends_with(['\u{ad}', '-']));
        run = if ends { run + 1 } else { 0 };
        hyphens += usize::from(ends);
        assert!(run < 3, "three hyphens below one another, the last in {:?}", line.last());
    }
    assert!(hyphens > 30, "only {hyphens} lines end in a hyphen, so nothing was tried");
}

#[test]
fn every_number_in_the_contents_is_the_page_on_which_that_headline_stands() {
    for count in [5, 120] {
        let headline = |n: usize| format!("Story{n} from the quay");
        let story = |n: usize| {
            let mut story = article(&headline(n));
            story.body = (0..n % 9 + 3).map(|paragraph| marked(paragraph, 60)).collect();
            story
        };
        let pdf = printed(&issue((1..=count).map(story).collect()), &PdfSettings::default());
        let Some(text) = text_of_pages(&pdf) else { return };
        let lines = |page: usize| text[page].lines().map(str::trim);
        for n in 1..=count {
            let headline = headline(n);
            let opens = (0..text.len()).filter(|page| lines(*page).any(|line| line == headline)).collect::<Vec<_>>();
            // In running heads and on the cover the headline stands, too; it is alone in its line over its article.
            let opens = opens.into_iter().find(|page| *page > 0).unwrap_or_else(|| panic!("no page has {headline}"));
            let entry = (1..opens).flat_map(&lines).find(|line| line.ends_with(&headline) && *line != headline);
            let entry = entry.unwrap_or_else(|| panic!("{headline} is not in the contents"));
            let folio = entry.split_whitespace().next().unwrap();
            assert_eq!(folio, (opens + 1).to_string(), "the contents send the reader of {headline} elsewhere");
        }
    }
}
