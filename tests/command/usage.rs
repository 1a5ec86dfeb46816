//! Wrong use is said at once, before anything is read or written.

use crate::support::{Desk, fixture, run};

#[test]
fn wrong_use_ends_with_status_2_and_a_word_about_it() {
    let (page, folder) = (fixture("latin1.html"), fixture("saved"));
    let (page, folder) = (page.to_str().unwrap(), folder.to_str().unwrap());
    let wrong: [(&[&str], &str); 19] = [
        (&["bind"], "INPUT"),
        (&["bind", page, "-o", "a.docx"], "a.docx"),
        (&["bind", page, "-o", "a"], "format"),
        (&["bind", page, "--date", "23.11.2026"], "--date"),
        (&["bind", page, "--format", "mobi"], "mobi"),
        (&["bind", page, "--images", "some"], "some"),
        (&["bind", page, "-o", "a.epub", "--format", "pdf"], "--format"),
        (&["bind", page, page, "--url", "https://tollbridge.example/"], "name a single file"),
        (&["bind", folder, "--url", "https://tollbridge.example/"], "name a single file"),
        (&["bind", page, "--url", "tollbridge"], "--url"),
        (&["bind", page, "--order", "length"], "name, date, added"),
        (&["fold", page], "fold"),
        (&["bind", page, "--paper", "foolscap"], "a4, letter, a5, legal"),
        (&["bind", page, "--columns", "4"], "1, 2 or 3"),
        (&["bind", page, "--margins", "3"], "18mm"),
        (&["bind", page, "--size", "100pt"], "6pt to 24pt"),
        (&["bind", page, "--theme", "gazette"], "magazine, book, briefing"),
        (&["bind", page, "--margins", "100mm"], "no room"),
        (&["bind", page, "--fonts", page], "no folder"),
    ];
    for (arguments, about) in wrong {
        let desk = Desk::new();
        let run = run(desk.bindery().args(arguments));
        assert_eq!(run.status, 2, "{arguments:?}: {}\n{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(about), "{arguments:?} is not told about {about:?}:\n{}", run.stderr);
        assert_eq!(run.stdout, "", "{arguments:?}");
        assert!(desk.names().is_empty(), "{arguments:?} left {:?}", desk.names());
    }
}

#[test]
fn a_page_without_a_text_is_told_from_wrong_use() {
    let desk = Desk::new();
    let run = run(desk.bindery().arg("clean").arg(fixture("empty.html")));
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(run.stderr.contains("empty.html"), "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

#[test]
fn a_page_that_is_no_article_is_shown_with_a_word_of_warning_and_a_status_of_its_own() {
    let desk = Desk::new();
    let shown = |form| run(desk.bindery().arg("clean").arg(fixture("not-an-article.html")).args(["--format", form]));
    for form in ["json", "markdown", "html", "text"] {
        let run = shown(form);
        assert_eq!(run.status, 4, "{}", run.stderr);
        assert!(run.stderr.contains("not-an-article.html: looks like a page to log in"), "{}", run.stderr);
        assert!(!run.stdout.trim().is_empty(), "nothing is shown as {form}");
    }
    assert_eq!(shown("json").json()["not_an_article"]["kind"], "log-in");
}

#[test]
fn help_and_version_are_no_errors() {
    let desk = Desk::new();
    assert_eq!(run(desk.bindery().arg("--help")).status, 0);
    let version = run(desk.bindery().arg("--version"));
    assert_eq!((version.status, version.stdout.trim()), (0, concat!("bindery ", env!("CARGO_PKG_VERSION"))));
}
