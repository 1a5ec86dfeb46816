//! The books as files: whole or not at all, and the same every time.

use crate::support::{Desk, EpubText, check_epub, check_pdf, fixture, run};
use std::fs;

const OLD: &str = "the issue of last week";

#[test]
fn two_names_give_two_books() {
    let desk = Desk::new();
    let run = desk.bind(&[&fixture("latin1.html")], &["--offline", "-o", "x.epub", "-o", "x.pdf"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert_eq!(desk.names(), ["x.epub", "x.pdf"]);
    assert!(fs::read(desk.path("x.epub")).unwrap().starts_with(b"PK\x03\x04"));
    assert!(fs::read(desk.path("x.pdf")).unwrap().starts_with(b"%PDF-"));
    check_epub(&desk.path("x.epub"));
    check_pdf(&desk.path("x.pdf"));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let (first, second) = (Desk::new(), Desk::new());
    let books = ["--offline", "-o", "a.epub", "-o", "a.pdf"];
    let pages = [fixture("saved/Harbour lights.html"), fixture("latin1.html"), fixture("broken.html")];
    let pages = pages.each_ref().map(|path| path.as_path());
    assert_eq!(first.bind(&pages, &books).status, 0);
    let mut alone = second.bindery();
    alone.arg("bind").args(pages).args(["--date", "2026-11-23"]).args(books).env("RAYON_NUM_THREADS", "1");
    // Another hour and another place must not be seen in the book either.
    assert_eq!(run(alone.env("TZ", "Pacific/Auckland").env("LC_ALL", "de_DE.UTF-8")).status, 0);
    for book in ["a.epub", "a.pdf"] {
        assert!(fs::read(first.path(book)).unwrap() == fs::read(second.path(book)).unwrap(), "two {book} differ");
    }
}

#[test]
fn another_date_gives_other_bytes() {
    let desk = Desk::new();
    for (date, book) in [("2026-11-23", "a.epub"), ("2026-11-24", "b.epub")] {
        let mut bind = desk.bindery();
        bind.arg("bind").arg(fixture("latin1.html")).args(["--offline", "--date", date, "-o", book]);
        assert_eq!(run(&mut bind).status, 0);
    }
    assert!(fs::read(desk.path("a.epub")).unwrap() != fs::read(desk.path("b.epub")).unwrap());
}

#[test]
fn when_nothing_can_be_bound_the_old_book_stays() {
    let desk = Desk::new();
    desk.put("a.epub", OLD);
    let run = desk.bind(&[&fixture("not-an-article.html"), &fixture("empty.html")], &["--offline", "-o", "a.epub"]);
    assert_eq!(run.status, 3, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("not-an-article.html") && run.stderr.contains("empty.html"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(desk.path("a.epub")).unwrap(), OLD);
    assert_eq!(desk.names(), ["a.epub"]);
}

#[test]
fn a_good_book_takes_the_place_of_the_old_one() {
    let desk = Desk::new();
    desk.put("a.epub", OLD);
    assert_eq!(desk.bind(&[&fixture("latin1.html")], &["--offline", "-o", "a.epub"]).status, 0);
    assert!(!EpubText::open(&desk.path("a.epub")).pages.is_empty());
    assert_eq!(desk.names(), ["a.epub"]);
}

/// A limit on the size of files stands for the full disk: the write fails in the middle in the same way.
#[cfg(unix)]
#[test]
fn on_a_full_disk_the_old_books_stay_and_no_scrap_is_left() {
    let desk = Desk::new();
    desk.put("a.epub", OLD);
    desk.put("a.pdf", OLD);
    // The signal that would end the program is ignored, so that the write itself fails.
    let mut bind = desk.shell("trap '' XFSZ; ulimit -f 8; bindery bind \"$1\" --offline -o a.epub -o a.pdf");
    let run = run(bind.arg(fixture("saved/Harbour lights.html")));
    assert_eq!(run.status, 3, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("a.epub") && run.stderr.contains("a.pdf"), "{}", run.stderr);
    assert_eq!(desk.names(), ["a.epub", "a.pdf"]);
    for book in ["a.epub", "a.pdf"] {
        assert_eq!(fs::read_to_string(desk.path(book)).unwrap(), OLD, "{book} was touched");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_not_taken_for_a_book() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("/dev/full", desk.path("a.epub")).unwrap();
    let run = desk.bind(&[&fixture("latin1.html")], &["--offline", "-o", "a.epub"]);
    assert_eq!(run.status, 3, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("a.epub"), "{}", run.stderr);
    assert_eq!(desk.names(), ["a.epub"]);
    assert!(desk.path("a.epub").is_symlink());
}
