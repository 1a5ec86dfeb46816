//! A theme of one's own, and what is said of one that is wrong.

use crate::support::{Desk, Run, fixture};

fn bind_with(theme: &str) -> Run {
    let desk = Desk::new();
    desk.put("own.toml", theme);
    let run = desk.bind(&[&fixture("latin1.html")], &["--offline", "--theme", "own.toml", "-o", "a.pdf"]);
    assert_eq!(desk.path("a.pdf").exists(), run.status == 0, "{}", run.stderr);
    run
}

#[test]
fn a_wrong_name_in_a_theme_is_told_with_its_line_and_the_nearest_right_one() {
    for (theme, told) in [
        ("bse = \"book\"\n", "line 1: unknown field 'bse', did you mean 'base'?"),
        (
            "base = \"book\"\n\n[styles.headlin]\nsize = 20\n",
            "line 3: unknown field 'headlin', did you mean 'headline'?",
        ),
        ("[page]\ncolums = 1\n", "line 2: unknown field 'colums', did you mean 'columns'?"),
    ] {
        let run = bind_with(theme);
        assert_eq!(run.status, 2, "{}\n{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(told) && run.stderr.contains("own.toml"), "no {told:?} in\n{}", run.stderr);
    }
}

#[test]
fn a_theme_with_the_right_names_is_taken() {
    let run = bind_with("base = \"book\"\n\n[styles.headline]\nsize = 20\n\n[page]\ncolumns = 1\n");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
}
