//! A folder of saved pages, and what else lies in it.

use crate::support::Desk;
use std::path::Path;

const ARGUMENTS: [&str; 4] = ["--offline", "--json", "-o", "a.epub"];

fn article(headline: &str) -> String {
    format!("# {headline}\n\nThis is said of {headline}, and of nothing else in the town of Osk.\n")
}

#[test]
fn the_pages_of_a_folder_come_as_people_sort_titles() {
    let desk = Desk::new();
    let names =
        ["2. Ferries", "10. Locks", "An apple", "banks", "The Barges", "Barges 2", "the-eels", "Xanthe/A weir", "zeal"];
    for name in names {
        desk.put(&format!("saved/{name}.md"), article(name));
    }
    let run = desk.bind(&[Path::new("saved")], &ARGUMENTS);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert_eq!(run.bound(), names);
}

#[test]
fn other_files_of_a_folder_are_counted_and_nothing_is_missing_for_them() {
    let desk = Desk::new();
    desk.put(
        "saved/locks.html",
        format!("<article><h1>Locks</h1><p>{}</p></article>", "The locks of Ness leak. ".repeat(20)),
    );
    let passed_over = ["a.pdf", "b.PDF", "in/c.pdf", "letter.docx", "minutes.docx", "README"];
    let uncounted = [".hidden.pdf", "locks_files/d.pdf", "quay.jpg", "style.css", "menu.js", "serif.woff2"];
    for name in passed_over.iter().chain(&uncounted) {
        desk.put(&format!("saved/{name}"), "no page");
    }
    let told = "6 other files in saved/ were passed over (3 .pdf, 2 .docx, 1 without an ending)";
    let run = desk.bind(&[Path::new("saved")], &["--offline", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stdout.contains(told), "no {told:?} in\n{}", run.stdout);
    let run = desk.bind(&[Path::new("saved")], &ARGUMENTS);
    let expected = serde_json::json!([
        { "folder": "saved", "files": 6, "endings": { "": 1, "docx": 2, "pdf": 3 } }
    ]);
    assert_eq!(run.json()["passed_over"], expected, "{}", run.stdout);
}

#[test]
fn of_a_folder_of_pages_alone_nothing_else_is_said() {
    let desk = Desk::new();
    desk.put("saved/locks.md", article("Locks"));
    let run = desk.bind(&[Path::new("saved")], &["--offline", "-o", "a.epub"]);
    assert!(!run.stdout.contains("passed over"), "{}", run.stdout);
    assert_eq!(desk.bind(&[Path::new("saved")], &ARGUMENTS).json()["passed_over"], serde_json::json!([]));
}
