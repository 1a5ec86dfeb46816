//! What the program says of itself.

use crate::support::{Desk, fixture, run};
use std::fs;

fn help() -> String {
    let run = run(Desk::new().bindery().args(["bind", "--help"]));
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout
}

#[test]
fn the_options_stand_in_groups() {
    let help = help();
    let group = |heading: &str| {
        let (_, after) =
            help.split_once(&format!("\n{heading}:\n")).unwrap_or_else(|| panic!("no {heading} in\n{help}"));
        // Up to the next line that is not indented.
        after.lines().take_while(|line| line.is_empty() || line.starts_with(' ')).collect::<Vec<_>>().join("\n")
    };
    for (heading, options) in [
        ("Options", &["--json"][..]),
        ("Articles", &["INPUT"]),
        ("Choosing", &["--keep-all"]),
        ("Books", &["--output", "--format", "--force", "--title", "--date", "--lang"]),
        ("Pictures", &["--images"]),
        ("Pages of a PDF", &["--theme", "--paper", "--booklet"]),
        ("Network", &["--offline", "--allow-private", "--no-cache"]),
        ("Exit status", &["  0 ", "  1 ", "  2 ", "  3 ", "  130 "]),
    ] {
        let group = group(heading);
        for option in options {
            assert!(group.contains(option), "no {option} among {heading}:\n{group}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_examples_work() {
    let help = help();
    let examples: Vec<_> = help.lines().filter(|line| line.starts_with("  bindery bind ")).collect();
    assert!(examples.len() >= 2, "{help}");
    for example in examples {
        let desk = Desk::new();
        fs::create_dir(desk.path("saved")).unwrap();
        fs::copy(fixture("latin1.html"), desk.path("saved/cafe.html")).unwrap();
        desk.put(
            "notes.md",
            format!("# Notes\n\n{}", "The ferry was late again, and nobody on the pier knew why. ".repeat(12)),
        );
        let run = run(&mut desk.shell(&format!("{example} --offline --images none")));
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{example}\n{}", run.stdout);
        assert!(desk.names().len() > 2, "{example} left {:?}", desk.names());
    }
}

#[test]
fn help_and_version_are_no_errors() {
    let desk = Desk::new();
    assert_eq!(run(desk.bindery().arg("--help")).status, 0);
    let version = run(desk.bindery().arg("--version"));
    assert_eq!((version.status, version.stdout.trim()), (0, concat!("bindery ", env!("CARGO_PKG_VERSION"))));
}
