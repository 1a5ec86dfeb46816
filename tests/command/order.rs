//! What an issue is sorted by.

use crate::support::{Desk, EpubText};
use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Three pages in a folder and one beside it; the last two were published on no day that they tell.
fn desk() -> Desk {
    let desk = Desk::new();
    let pages = [
        ("saved/The weir.md", "2026-03-01"),
        ("saved/9. Ferries.md", "2025-12-31"),
        ("saved/10. Eels.md", ""),
        ("an elm.md", ""),
    ];
    for (age, (name, date)) in pages.into_iter().enumerate() {
        let headline = Path::new(name).file_stem().unwrap().to_str().unwrap();
        let date = if date.is_empty() { String::new() } else { format!("date: {date}\n") };
        let text = format!("This is said of {headline}, and of nothing else in the town of Osk.");
        let path = desk.put(name, format!("---\ntitle: {headline}\n{date}---\n\n{text}\n"));
        let saved = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + [30, 40, 10, 20][age]);
        File::options().write(true).open(path).unwrap().set_modified(saved).unwrap();
    }
    desk
}

fn bound(desk: &Desk, order: &[&str]) -> Vec<String> {
    let inputs = [Path::new("saved"), Path::new("an elm.md")];
    let run = desk.bind(&inputs, &[&["--offline", "--json", "-o", "a.epub"], order].concat());
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    run.bound()
}

#[test]
fn without_an_order_inputs_stay_as_named_and_a_folders_pages_stand_by_name() {
    assert_eq!(bound(&desk(), &[]), ["9. Ferries", "10. Eels", "The weir", "an elm"]);
}

#[test]
fn an_issue_is_sorted_by_name_by_day_and_by_when_its_files_were_saved() {
    let desk = desk();
    assert_eq!(bound(&desk, &["--order", "name"]), ["an elm", "9. Ferries", "10. Eels", "The weir"]);
    assert_eq!(bound(&desk, &["--order", "date"]), ["9. Ferries", "The weir", "an elm", "10. Eels"]);
    assert_eq!(bound(&desk, &["--order", "added"]), ["10. Eels", "an elm", "The weir", "9. Ferries"]);
}

#[test]
fn the_book_has_the_order_of_the_report() {
    let desk = desk();
    bound(&desk, &["--order", "added"]);
    let book = EpubText::open(&desk.path("a.epub"));
    let contents = book.pages.iter().find(|(name, _)| name.contains("contents")).unwrap().1;
    let places = ["Eels", "elm", "weir", "Ferries"].map(|name| contents.find(name).unwrap());
    assert!(places.is_sorted(), "{contents}");
}

#[test]
fn of_two_doubles_the_first_in_the_order_of_the_issue_is_kept() {
    let desk = Desk::new();
    let text =
        "This is said of the ferries, and of nothing else that floats or sinks in the town of Osk and in the marshes.";
    let page = |date: &str| format!("---\ntitle: Ferries of {date}\ndate: {date}\n---\n\n{text}\n");
    let (later, earlier) = (desk.put("a.md", page("2026-03-01")), desk.put("b.md", page("2026-02-01")));
    let run = desk.bind(&[&later, &earlier], &["--offline", "--json", "--order", "date", "-o", "a.epub"]);
    assert_eq!(run.bound(), ["Ferries of 2026-02-01"], "{}", run.stdout);
    assert_eq!(run.json()["articles"][1]["status"], "double", "{}", run.stdout);
}
