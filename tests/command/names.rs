//! The names of the books that were given none, none of which takes the place of another.

use crate::support::{Desk, EpubText, fixture};
use std::fs;
use std::path::Path;

const OLD: &str = "the issue of this morning";

/// Binds an article in French without saying where to.
fn bind(desk: &Desk, arguments: &[&str]) {
    let run = desk.bind(&[&fixture("latin1.html")], &[&["--offline"], arguments].concat());
    // 1 where the machine has no font for a title on the cover.
    assert!(run.status < 2, "{}\n{}", run.stdout, run.stderr);
}

#[test]
fn a_book_without_a_title_is_a_digest_in_every_language() {
    let desk = Desk::new();
    bind(&desk, &[]);
    assert_eq!(desk.names(), ["digest-2026-11-23.epub"]);
}

#[test]
fn a_book_with_a_title_is_named_in_the_letters_of_the_title() {
    let desk = Desk::new();
    bind(&desk, &["--title", "Über dem Meer", "--format", "pdf"]);
    bind(&desk, &["--title", "週末: 読みもの"]);
    bind(&desk, &["--title", "../CON? \"a|b\""]);
    bind(&desk, &["--title", &"ü".repeat(300)]);
    let names = desk.names();
    let expected = ["con-a-b-2026-11-23.epub", "über-dem-meer-2026-11-23.pdf", "週末-読みもの-2026-11-23.epub"];
    assert!(expected.iter().all(|name| names.contains(&(*name).to_owned())), "{names:?}");
    assert_eq!(names.len(), 4, "{names:?}");
}

#[test]
fn a_book_that_is_there_stays_and_the_new_one_has_a_number() {
    let desk = Desk::new();
    desk.put("digest-2026-11-23.epub", OLD);
    bind(&desk, &[]);
    bind(&desk, &[]);
    assert_eq!(desk.names(), ["digest-2026-11-23-2.epub", "digest-2026-11-23-3.epub", "digest-2026-11-23.epub"]);
    assert_eq!(fs::read_to_string(desk.path("digest-2026-11-23.epub")).unwrap(), OLD);
    assert!(!EpubText::open(&desk.path("digest-2026-11-23-3.epub")).pages.is_empty());
}

#[test]
fn the_books_of_one_run_have_the_same_number_and_the_report_names_them() {
    let desk = Desk::new();
    desk.put("digest-2026-11-23.epub", OLD);
    desk.put("digest-2026-11-23-2.pdf", OLD);
    let run = desk.bind(&[&fixture("latin1.html")], &["--offline", "--json", "--format", "epub,pdf"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let books = &run.json()["books"];
    for (at, name) in ["digest-2026-11-23-3.epub", "digest-2026-11-23-3.pdf"].into_iter().enumerate() {
        assert_eq!(books[at]["path"], name, "{books:#}");
        assert_eq!(books[at]["bytes"], fs::metadata(desk.path(name)).unwrap().len());
    }
    assert_eq!(desk.names().len(), 4, "{:?}", desk.names());
}

#[test]
fn a_folder_with_the_name_of_the_book_is_no_hindrance() {
    let desk = Desk::new();
    fs::create_dir(desk.path("digest-2026-11-23.epub")).unwrap();
    bind(&desk, &[]);
    assert_eq!(desk.names(), ["digest-2026-11-23-2.epub", "digest-2026-11-23.epub"]);
}

#[test]
fn force_overwrites_the_book_that_is_there() {
    let desk = Desk::new();
    desk.put("digest-2026-11-23.epub", OLD);
    bind(&desk, &["--force"]);
    assert_eq!(desk.names(), ["digest-2026-11-23.epub"]);
    assert!(!EpubText::open(&desk.path("digest-2026-11-23.epub")).pages.is_empty());
}

#[test]
fn a_book_that_was_given_a_name_takes_the_place_of_the_old_one_with_and_without_force() {
    let desk = Desk::new();
    for arguments in [&["-o", "a.epub"][..], &["-o", "a.epub", "--force"]] {
        desk.put("a.epub", OLD);
        let run = desk.bind(&[&fixture("latin1.html")], &[&["--offline"], arguments].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
        assert!(!EpubText::open(&desk.path("a.epub")).pages.is_empty());
        assert_eq!(desk.names(), ["a.epub"]);
    }
}

#[test]
fn of_several_runs_at_once_each_has_its_book() {
    let desk = Desk::new();
    let words = ["amber", "birch", "cedar", "dogwood"];
    let runs = words.map(|word| {
        let sentence =
            format!("The {word} by the canal was planted when the lock was new, and it has been in the way since. ");
        let page = desk.put(&format!("{word}.md"), format!("# The {word}\n\n{}", sentence.repeat(8)));
        desk.start_binding(&[page.to_str().unwrap(), "--format", "epub,pdf"])
    });
    for mut run in runs {
        assert!(run.wait().unwrap().success());
    }
    let names = desk.names();
    let books: Vec<_> = names.iter().filter(|name| name.starts_with("digest-2026-11-23")).collect();
    assert_eq!(books.len(), 8, "{names:?}");
    let text: String = books
        .iter()
        .filter(|name| name.ends_with(".epub"))
        .map(|name| {
            assert!(desk.path(&name.replace(".epub", ".pdf")).exists(), "{name} has no PDF of its number: {names:?}");
            EpubText::open(&desk.path(name)).squeezed()
        })
        .collect();
    for word in words {
        assert!(text.contains(&format!("The{word}bythecanal")), "the book about the {word} is lost");
    }
    assert!(!names.iter().any(|name| Path::new(name).extension().is_some_and(|ending| ending == "tmp")), "{names:?}");
}
