//! A page with every kind of block, and words in eight scripts, through the whole line.

use crate::support::{Desk, check_epub, check_pdf, fixture, pdf_text, squeezed};
use std::process::Command;

#[test]
fn every_kind_of_block_is_bound_in_books_that_hold_to_their_standards() {
    let desk = Desk::new();
    let run = desk.bind(&[&fixture("trials.html")], &["--offline", "-o", "t.epub", "-o", "t.pdf"]);
    // One picture is not there.
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    check_epub(&desk.path("t.epub"));
    check_pdf(&desk.path("t.pdf"));

    let Some(text) = pdf_text(&desk.path("t.pdf")) else { return };
    for words in
        ["ledger --ship \"Constancy\"", "Season", "none, for ice", "Ελπίδα Ράπτη", "Матвей Ильич", "Đặng Thị Huệ"]
    {
        assert!(squeezed(&text).contains(&squeezed(words)), "no {words:?} in {text}");
    }
    // What the pages say to those who hear them, as poppler tells it.
    let Ok(heard) = Command::new("pdfinfo").arg("-struct-text").arg(desk.path("t.pdf")).output() else { return };
    let heard = String::from_utf8_lossy(&heard.stdout).into_owned();
    for kind in KINDS {
        assert!(heard.contains(kind), "nothing is tagged as {kind:?}:\n{heard}");
    }
}

/// As pdfinfo writes them.
const KINDS: [&str; 29] = [
    "Document",
    "Sect",
    "Art",
    "H1",
    "H2",
    "H3",
    "TOCI",
    "Reference (inline)",
    "Link (inline)",
    "Object ",
    "Figure",
    "/BBox",
    "Caption",
    "/TextDecorationType /LineThrough",
    "Code (inline)",
    "/ListNumbering /Decimal",
    "/ListNumbering /LowerAlpha",
    "/ListNumbering /Disc",
    "Lbl",
    "LBody",
    "THead",
    "TBody",
    "/Scope /Column",
    "/Scope /Row",
    "/ColSpan 2",
    "/RowSpan 2",
    "TD",
    "BlockQuote",
    "Note <",
];
