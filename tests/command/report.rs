//! What the program says, and to whom.

use crate::support::{Desk, fixture, run};
use std::fs;

#[test]
fn in_a_pipe_there_is_no_progress_and_no_colour() {
    let desk = Desk::new();
    let run = desk.bind(&[&fixture("saved/Harbour lights.html")], &["--offline", "-o", "a.epub", "-o", "a.pdf"]);
    assert_eq!(run.stderr, "");
    assert!(!run.stdout.contains(['\u{1b}', '\r']), "{:?}", run.stdout);
}

#[test]
fn the_last_lines_tell_articles_pictures_files_and_pages() {
    let desk = Desk::new();
    let run = desk.bind(&[&fixture("saved/Harbour lights.html")], &["--offline", "-o", "a.epub", "-o", "a.pdf"]);
    for words in ["1 article", "2 pictures", "a.epub", "a.pdf", "pages"] {
        assert!(run.stdout.contains(words), "no {words:?} in\n{}", run.stdout);
    }
}

#[test]
fn the_report_as_json_is_all_that_is_on_standard_output() {
    let desk = Desk::new();
    let pages = [fixture("saved/Harbour lights.html"), fixture("clipped.md"), fixture("not-an-article.html")];
    let pages = pages.each_ref().map(|path| path.as_path());
    let run = desk.bind(&pages, &["--offline", "--json", "-o", "a.epub", "-o", "a.pdf"]);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    let report = run.json();
    let fates: Vec<_> = report["articles"].as_array().unwrap().iter().map(|article| &article["status"]).collect();
    assert_eq!(fates, ["bound", "bound", "failed"]);
    let clipped = &report["articles"][1]["pictures"][0];
    assert_eq!(clipped["status"], "missing", "{report:#}");
    assert_eq!(clipped["credit"], "Eilidh Vasquez-Munro for The Tollbridge Courier");
    for (book, name) in report["books"].as_array().unwrap().iter().zip(["a.epub", "a.pdf"]) {
        assert_eq!((&book["status"], &book["path"]), (&"written".into(), &name.into()));
        assert_eq!(book["bytes"], fs::metadata(desk.path(name)).unwrap().len());
    }
    assert!(report["books"][1]["pages"].as_u64().unwrap() >= 4, "{report:#}");
}

#[test]
fn an_article_given_twice_is_bound_once_and_the_report_says_so() {
    let desk = Desk::new();
    let copy = desk.put("copy.html", fs::read(fixture("latin1.html")).unwrap());
    let run = desk.bind(&[&fixture("latin1.html"), &copy], &["--offline", "--json", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let report = run.json();
    assert_eq!(report["articles"][0]["status"], "bound");
    assert_eq!(report["articles"][1]["status"], "double", "{report:#}");
}

#[test]
fn without_pictures_none_is_asked_for() {
    let desk = Desk::new();
    let none = ["--offline", "--json", "--images", "none", "-o", "a.epub"];
    let run = desk.bind(&[&fixture("clipped.md")], &none);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert_eq!(run.json()["articles"][0]["pictures"], serde_json::json!([]));
}

#[test]
fn clean_prints_these_fields_and_no_other() {
    let desk = Desk::new();
    let run = run(desk.bindery().arg("clean").arg(fixture("saved/Harbour lights.html")).args(["--format", "json"]));
    let article = run.json();
    let mut names: Vec<_> = article.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    let expected = [
        "authors",
        "blocks",
        "byline",
        "images",
        "lang",
        "missing",
        "modified",
        "not_an_article",
        "notes",
        "published",
        "section",
        "site",
        "standfirst",
        "text",
        "title",
        "url",
        "words",
    ];
    assert_eq!(names, expected);
    let mut image: Vec<_> = article["images"][0].as_object().unwrap().keys().map(String::as_str).collect();
    image.sort_unstable();
    assert_eq!(image, ["alt", "caption", "credit", "rights", "src"]);
}

/// `bindery clean page.html | head -1`: the reader has what it wanted and goes.
#[cfg(unix)]
#[test]
fn a_reader_that_hangs_up_is_no_crash() {
    let desk = Desk::new();
    for command in ["clean \"$1\"", "bind \"$1\" --offline --json -o a.epub"] {
        // The program waits until the reader is gone, so that its first word meets a closed pipe.
        let script = format!("{{ sleep 1; bindery {command}; }} | true");
        let run = run(desk.shell(&script).arg(fixture("latin1.html")));
        assert!(!run.stderr.contains("panicked"), "{command}:\n{}", run.stderr);
    }
}

#[test]
fn clean_shows_the_same_article_in_every_form() {
    let desk = Desk::new();
    for form in ["text", "markdown", "html", "json"] {
        let run = run(desk.bindery().arg("clean").arg(fixture("latin1.html")).args(["--format", form]));
        assert_eq!(run.status, 0, "{form}: {}", run.stderr);
        for words in ["Le café d’Hélène", "Zoé Müller", "une tasse"] {
            assert!(run.stdout.contains(words), "no {words:?} as {form}:\n{}", run.stdout);
        }
    }
}

#[test]
fn what_is_no_article_is_told_as_such_and_bound_only_where_all_is_kept() {
    let desk = Desk::new();
    let (wall, good) = (fixture("not-an-article.html"), fixture("latin1.html"));
    let told = desk.bind(&[&wall, &good], &["--offline", "-o", "a.epub"]);
    assert_eq!(told.status, 1, "{}\n{}", told.stdout, told.stderr);
    assert!(
        told.stdout.contains("looks like a page to log in") && told.stdout.contains("--keep-all"),
        "{}",
        told.stdout
    );
    let kept = desk.bind(&[&wall, &good], &["--offline", "--keep-all", "--json", "-o", "a.epub"]);
    assert_eq!(kept.status, 0, "{}\n{}", kept.stdout, kept.stderr);
    let article = &kept.json()["articles"][0];
    assert_eq!(article["status"], "bound");
    assert_eq!(article["not_an_article"]["kind"], "log-in", "{article:#}");
}
