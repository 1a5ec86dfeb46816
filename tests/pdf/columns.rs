//! Columns and pages as a compositor would look them over.

use crate::made::*;
use crate::read::{self, *};
use bindery::article::*;
use bindery::pdf::PdfSettings;

#[test]
fn no_column_ends_in_a_heading_or_parts_a_single_line_from_its_paragraph() {
    let plain = PdfSettings::default;
    let looks = [
        (2, plain()),
        (3, PdfSettings { columns: "3".parse().ok(), ..plain() }),
        (2, PdfSettings { ragged: true, size: "12pt".parse().ok(), columns: "2".parse().ok(), ..plain() }),
        (1, PdfSettings { design: "book".parse().unwrap(), ..plain() }),
        (1, PdfSettings { design: "briefing".parse().unwrap(), ..plain() }),
    ];
    for (place, (count, settings)) in looks.into_iter().enumerate() {
        let mut story = article("A story of many parts", 0);
        for n in 1..=70 {
            if n % 3 == 0 {
                story.body.push(heading(n));
            }
            let block = marked(n, 12 + (n * 37 + place * 11) % 90);
            story.body.push(match n % 11 {
                4 => Block::Quote(Quote { content: vec![block], attribution: vec![] }),
                7 => Block::List(List { numbering: None, items: vec![vec![block]] }),
                _ => block,
            });
        }
        let Some(columns) = columns(&printed(&issue(vec![story]), &settings), count) else { return };
        assert!(columns.len() > 9, "only {} columns were looked at", columns.len());
        no_line_is_alone(&columns);
    }
}

/// That the columns, in the order in which they are read, end in no heading and part no single line.
pub(crate) fn no_line_is_alone(columns: &[Column]) {
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
fn running_text_stands_on_one_grid_in_all_columns_and_on_both_sides_of_a_leaf() {
    // The leading of the body, in pt.
    for (settings, leading) in [
        (PdfSettings::default(), 13.0),
        (PdfSettings { design: "book".parse().unwrap(), ..PdfSettings::default() }, 13.6),
        (PdfSettings { columns: "3".parse().ok(), ..PdfSettings::default() }, 13.0),
    ] {
        let mut whole = issue_of_everything();
        let between = std::mem::take(&mut whole.articles[2].body);
        let mut story = article("A story of many parts", 0);
        for n in 1..=60 {
            story.body.push(marked(n, 20 + (n * 37) % 90));
            story.body.extend(between.iter().cycle().skip(n * 5).take(n % 3).cloned());
        }
        whole.articles = vec![story];
        let Some(pages) = pages(&printed(&whole, &settings)) else { return };
        let is_of_text = |word: &&Word| {
            word.text.starts_with(char::is_lowercase) && word.text.ends_with(|c: char| c.is_ascii_digit())
        };
        let text: Vec<&Word> = pages.iter().flat_map(|page| &page.words).filter(is_of_text).collect();
        assert!(text.len() > 3000 && pages.len() > 8, "{} words on {} pages", text.len(), pages.len());
        let off = |word: &Word| (word.middle - text[0].middle + leading / 2.0).rem_euclid(leading) - leading / 2.0;
        let worst = text.iter().max_by(|a, b| off(a).abs().total_cmp(&off(b).abs())).unwrap();
        assert!(off(worst).abs() < 0.1, "{} stands {} pt off the grid", worst.text, off(worst));
    }
}

#[test]
fn no_three_lines_running_end_in_a_hyphen() {
    // Long words, so that most lines ask for a hyphen.
    let words = "Hafenmeisterei Überfahrtsgenehmigung Gezeitenvorhersage Wetterbeobachtung Inselbewohnerschaft \
        Fahrplanveränderung und Winterliegeplatz der Schifffahrtsgesellschaft am Nordanleger ";
    let mut story = article("Lange Wörter", 0);
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
fn an_article_opens_under_the_one_before_if_there_is_room() {
    let short = |n: usize| {
        let mut story = article(&format!("Story{n}"), 0);
        story.body = (0..6).map(|paragraph| marked(paragraph, 60)).collect();
        story
    };
    let Some(text) = text_of_pages(&printed(&issue((1..=6).map(short).collect()), &PdfSettings::default())) else {
        return;
    };
    let opened = |page: &String| page.lines().filter(|line| line.trim().starts_with("Story")).count();
    let opened: Vec<usize> = text[2..].iter().map(opened).collect();
    assert_eq!(opened.iter().sum::<usize>(), 6, "{opened:?}");
    // Each fills two thirds of a page.
    assert_eq!(opened.len(), 4, "six articles are set on {} pages: {opened:?}", opened.len());
}

#[test]
fn words_stand_between_the_margins_that_are_asked_for() {
    let mut story = article("A story with margins", 0);
    story.body = (0..20).map(|n| marked(n, 60)).collect();
    let settings = PdfSettings { margins: "25mm,40mm".parse().ok(), ..PdfSettings::default() };
    let Some(pages) = pages(&printed(&issue(vec![story]), &settings)) else { return };
    let millimetre = 72.0 / 25.4;
    let text =
        pages.iter().flat_map(|page| &page.words).filter(|word| word.text.ends_with(|c: char| c.is_ascii_digit()));
    let text: Vec<&read::Word> = text.filter(|word| word.text.starts_with(char::is_lowercase)).collect();
    let left = text.iter().map(|word| word.left).fold(f32::MAX, f32::min);
    let top = text.iter().map(|word| word.middle).fold(f32::MAX, f32::min);
    assert!((left - 40.0 * millimetre).abs() < 2.0, "the text begins {left} pt from the edge");
    assert!((0.0..20.0).contains(&(top - 25.0 * millimetre)), "the first line stands {top} pt from the edge");
}

#[test]
fn a_booklet_has_its_pages_two_by_two_as_they_are_folded() {
    let mut story = article("A story to fold", 0);
    story.body = (0..40).map(|n| marked(n, 60)).collect();
    let issue = issue(vec![story]);
    let settings = PdfSettings { paper: "a5".parse().ok(), ..PdfSettings::default() };
    let (Some(single), Some(folded)) =
        (pages(&printed(&issue, &settings)), pages(&printed(&issue, &PdfSettings { booklet: true, ..settings })))
    else {
        return;
    };
    assert_eq!(folded.len(), single.len().div_ceil(4) * 2);
    assert!((folded[0].width - 2.0 * single[0].width).abs() < 0.1);
    // Poppler reads two pages on one sheet in another order than each alone.
    let sorted = |words: &mut dyn Iterator<Item = &read::Word>| {
        let mut words: Vec<String> = words.map(|word| word.text.clone()).collect();
        words.sort();
        words
    };
    let words = |page: &read::Page| sorted(&mut page.words.iter());
    let half = |page: &read::Page, right: bool| {
        sorted(&mut page.words.iter().filter(|word| (word.left > page.width / 2.0) == right))
    };
    // The cover is the right half of the first side, and behind it stands the second page.
    assert_eq!(half(&folded[0], true), words(&single[0]));
    assert_eq!(half(&folded[1], false), words(&single[1]));
    let fourfold = folded.len() * 2;
    let opposite = single.get(fourfold - 1).map(&words).unwrap_or_default();
    assert_eq!(half(&folded[0], false), opposite, "the last page stands beside the cover");
}
