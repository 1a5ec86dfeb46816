//! Pages of a PDF read back as columns, lines and words.

use crate::checkers::{absent, check_pdf};
use std::io::{ErrorKind, Write};
use std::process::Command;

/// A page with its words in the order in which they stand in the file.
pub(crate) struct Page {
    pub width: f32,
    pub words: Vec<Word>,
}

#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub text: String,
    pub left: f32,
    pub right: f32,
    /// The middle of its line, from the page's upper edge.
    pub middle: f32,
}

pub(crate) type Line = Vec<Word>;

/// The lines of one column that belong to marked paragraphs.
pub(crate) type Column = Vec<MarkedLine>;

#[derive(Debug, Clone, Copy)]
pub(crate) struct MarkedLine {
    pub paragraph: usize,
    pub is_heading: bool,
}

/// The pages of a PDF; `None` where poppler is not installed.
pub(crate) fn pages(pdf: &[u8]) -> Option<Vec<Page>> {
    let boxes = poppler("pdftotext", &["-bbox"], pdf, &["-"])?;
    let number = |line: &str, name: &str| -> f32 {
        let value = line.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.unwrap_or_else(|| panic!("no {name} in {line}")).parse().unwrap()
    };
    let mut pages: Vec<Page> = Vec::new();
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            pages.push(Page { width: number(line, "width"), words: Vec::new() });
        } else if let (Some(page), true) = (pages.last_mut(), line.starts_with("<word ")) {
            let text = line.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</word>")).unwrap_or_default();
            let middle = (number(line, "yMin") + number(line, "yMax")) / 2.0;
            let (left, right) = (number(line, "xMin"), number(line, "xMax"));
            page.words.push(Word { text: text.to_owned(), left, right, middle });
        }
    }
    Some(pages)
}

/// The margins at the sides and the space between two columns in the theme that is built in; one column has any.
const MARGIN: f32 = 50.0;
const GUTTER: f32 = 18.0;

impl Page {
    /// The column, of so many, in which a word stands that begins so far from the page's edge.
    pub(crate) fn column(&self, left: f32, count: usize) -> usize {
        let column = (left - MARGIN + GUTTER / 2.0) / (self.width - 2.0 * MARGIN + GUTTER) * count as f32;
        (column.max(0.0) as usize).min(count - 1)
    }

    /// The lines of each of so many columns, from above.
    pub(crate) fn columns(&self, count: usize) -> Vec<Vec<Line>> {
        let mut columns: Vec<Vec<Word>> = vec![Vec::new(); count];
        for word in &self.words {
            columns[self.column(word.left, count)].push(word.clone());
        }
        columns.into_iter().map(in_lines).collect()
    }
}

/// Words whose middles are at one height, give or take a superior figure, are of one line.
fn in_lines(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if word.middle - line[0].middle < 4.0 => line.push(word),
            _ => lines.push(vec![word]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    lines
}

/// The marked lines of all columns in the order of reading; `None` where poppler is not installed.
pub(crate) fn columns(pdf: &[u8], count: usize) -> Option<Vec<Column>> {
    let pages = pages(pdf)?;
    let columns = pages.iter().flat_map(|page| page.columns(count));
    let marked = columns.map(|lines| lines.iter().filter_map(|line| line.iter().find_map(mark)).collect::<Column>());
    Some(marked.filter(|column| !column.is_empty()).collect())
}

/// `quay17` is of paragraph 17, `Heading17` is the heading over it.
fn mark(word: &Word) -> Option<MarkedLine> {
    let letters = word.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let paragraph = word.text[letters.len()..].parse().ok()?;
    let is_heading = letters == "Heading";
    (is_heading || (!letters.is_empty() && letters.chars().all(char::is_lowercase)))
        .then_some(MarkedLine { paragraph, is_heading })
}

/// The text of each page, its lines as they stand on the paper; as many pages as the file says that it has.
pub(crate) fn text_of_pages(pdf: &[u8]) -> Option<Vec<String>> {
    let info = poppler("pdfinfo", &[], pdf, &[])?;
    let count = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse::<usize>().unwrap();
    let text = poppler("pdftotext", &["-layout"], pdf, &["-"])?;
    let pages: Vec<String> = text.split('\u{c}').take(count).map(str::to_owned).collect();
    assert_eq!(pages.len(), count);
    Some(pages)
}

/// What a program of poppler says of the PDF, whose path stands between the arguments; `None` where it is not installed.
pub(crate) fn poppler(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    match Command::new(program).args(before).arg(file.path()).args(after).output() {
        Ok(output) => {
            assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            absent(program, "Debian's poppler-utils");
            None
        }
        Err(error) => panic!("{program} cannot be started: {error}"),
    }
}

/// The box of the first word of that spelling: its left and upper edge, its right and lower one.
pub(crate) fn place(boxes: &str, word: &str) -> Option<[f32; 4]> {
    boxes.lines().filter_map(place_of).find(|(found, _)| found == word).map(|(_, place)| place)
}

/// A line of what `pdftotext -bbox` says: the word and its box.
pub(crate) fn place_of(line: &str) -> Option<(String, [f32; 4])> {
    let word = line.split_once('>')?.1.strip_suffix("</word>")?;
    let number = |name: &str| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse::<f32>().ok();
    Some((word.to_owned(), [number("xMin")?, number("yMin")?, number("xMax")?, number("yMax")?]))
}

/// Holds a file to its standards.
pub(crate) fn holds_to_its_standards(pdf: &[u8]) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    check_pdf(file.path());
}
