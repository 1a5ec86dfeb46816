//! The places of the books are looked at before any page is.

use crate::support::server::{Reply, Server};
use crate::support::{Desk, Run, fixture};
use std::fs;
use std::path::Path;

/// Binds an article that a server has into these books. If none of them can be written, the server is not asked.
fn bind_nothing(desk: &Desk, books: &[&str]) -> Run {
    let server = Server::start(|_| Reply::ok(fs::read(fixture("latin1.html")).unwrap()));
    let books = books.iter().flat_map(|book| ["-o", book]);
    let run = desk.bind(
        &[Path::new(server.url("/cafe").as_str())],
        &["--allow-private"].into_iter().chain(books).collect::<Vec<_>>(),
    );
    assert_eq!(run.status, 3, "{}\n{}", run.stdout, run.stderr);
    assert!(server.asked().is_empty(), "the server was asked for pages of a book that cannot be written");
    run
}

#[test]
fn a_folder_that_is_missing_is_made_in_the_one_above() {
    let desk = Desk::new();
    let run = desk.bind(&[&fixture("latin1.html")], &["--offline", "-o", "books/a.epub", "-o", "books/a.pdf"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    assert!(desk.path("books/a.epub").is_file() && desk.path("books/a.pdf").is_file());
}

#[test]
fn two_folders_that_are_missing_are_told_before_anything_is_fetched() {
    let desk = Desk::new();
    let run = bind_nothing(&desk, &["no/such/folder/a.epub"]);
    assert!(
        run.stderr.contains("no/such/folder/a.epub") && run.stderr.contains("no folder no/such;"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("no input"), "the pages are blamed:\n{}", run.stderr);
    assert!(run.stdout.contains("nothing was read"), "{}", run.stdout);
    assert!(desk.names().is_empty(), "{:?}", desk.names());
}

#[test]
fn a_folder_in_the_place_of_the_book_is_told_before_anything_is_fetched() {
    let desk = Desk::new();
    fs::create_dir(desk.path("a.epub")).unwrap();
    let run = bind_nothing(&desk, &["./a.epub"]);
    assert!(run.stderr.contains("./a.epub") && run.stderr.contains("choose another name"), "{}", run.stderr);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told_before_anything_is_fetched() {
    let desk = Desk::new();
    desk.put("books", "no folder");
    let run = bind_nothing(&desk, &["books/a.epub", "books/deep/a.pdf"]);
    assert!(run.stderr.contains("books/a.epub: books is no folder"), "{}", run.stderr);
    assert!(run.stderr.contains("books/deep/a.pdf"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told_with_the_reason_before_anything_is_fetched() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let folder = desk.path("shut");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    // Nothing is shut to the superuser but what the system itself keeps.
    let folder = if fs::write(folder.join("probe"), "").is_ok() { "/proc/self".into() } else { folder };
    let book = folder.join("a.epub");
    let run = bind_nothing(&desk, &[book.to_str().unwrap()]);
    assert!(run.stderr.contains(book.to_str().unwrap()) && run.stderr.contains("os error"), "{}", run.stderr);
}

#[test]
fn one_book_that_cannot_be_written_does_not_take_the_other_with_it() {
    let desk = Desk::new();
    let books = ["--offline", "--json", "-o", "no/such/folder/a.pdf", "-o", "a.epub"];
    let run = desk.bind(&[&fixture("latin1.html")], &books);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    assert_eq!(run.stderr.matches("no/such/folder/a.pdf").count(), 1, "{}", run.stderr);
    assert_eq!(desk.names(), ["a.epub"]);
    let report = run.json();
    assert_eq!((&report["books"][0]["status"], &report["books"][1]["status"]), (&"failed".into(), &"written".into()));
}
