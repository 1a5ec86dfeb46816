//! Wrong use is said at once, before anything is read or written.

use crate::support::{Desk, fixture, run};

#[test]
fn wrong_use_ends_with_status_2_and_a_word_about_it() {
    let (page, folder) = (fixture("latin1.html"), fixture("saved"));
    let (page, folder) = (page.to_str().unwrap(), folder.to_str().unwrap());
    let wrong: [(&[&str], &str); 24] = [
        (&["bind"], "INPUT"),
        (&["bind", page, "-o", "a.docx"], "a.docx"),
        (&["bind", page, "-o", "a"], "format"),
        (&["bind", page, "--date", "23.11.2026"], "today, yesterday, a day of the week"),
        (&["bind", page, "--lang", "tlh"], "ar, cs, da, de, en"),
        (&["bind", page, "--lang", "german, please"], "no language tag"),
        (&["bind", page, "-o", "a.epub", "-o", "./a.epub"], "named twice"),
        (&["bind", page, "-o", "new/a.epub", "-o", "./new/a.epub"], "named twice"),
        (&["clean", page, "--explain", "--format", "html"], "--explain"),
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
fn wrong_use_of_a_command_shows_how_that_command_is_used() {
    let page = fixture("latin1.html");
    let page = page.to_str().unwrap();
    let wrong: [(&[&str], &str); 5] = [
        (&["bind", page, "-o", "a.docx"], "Usage: bindery bind "),
        (&["bind", page, "--margins", "100mm"], "Usage: bindery bind "),
        (&["bind", "-", "-"], "Usage: bindery bind "),
        (&["clean", page, "--explain", "--format", "html"], "Usage: bindery clean "),
        (&["clean", env!("CARGO_MANIFEST_DIR")], "Usage: bindery clean "),
    ];
    for (arguments, usage) in wrong {
        let run = run(Desk::new().bindery().args(arguments));
        assert_eq!(run.status, 2, "{arguments:?}: {}\n{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(usage), "{arguments:?}: no {usage:?} in\n{}", run.stderr);
    }
}

#[test]
fn options_for_pages_are_told_to_be_in_vain_where_no_pdf_is_asked_for() {
    let desk = Desk::new();
    let all =
        ["--theme=book", "--paper=a5", "--columns=1", "--margins=20mm", "--size=11pt", "--ragged", "--qr", "--booklet"];
    let told = |arguments: &[&str]| {
        let run = desk.bind(&[&fixture("latin1.html")], &[&["--offline", "--force"], arguments].concat());
        assert_eq!(run.status, 0, "{arguments:?}: {}\n{}", run.stdout, run.stderr);
        run.stderr
    };
    let remedy = "no PDF is asked for; add -o FILE.pdf or --format pdf\n";
    assert_eq!(told(&["--qr"]), format!("bindery: --qr has no effect: {remedy}"));
    let names = "--theme, --paper, --columns, --margins, --size, --ragged, --qr, --booklet";
    assert_eq!(told(&[&all[..], &["-o", "a.epub"]].concat()), format!("bindery: {names} have no effect: {remedy}"));
    assert_eq!(told(&[&all[..], &["--format", "epub,pdf"]].concat()), "");
    assert_eq!(told(&["-o", "a.epub"]), "");
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
