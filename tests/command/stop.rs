//! A program that is told to stop leaves nothing half done.

#![cfg(unix)]

use crate::support::Desk;
use std::fs;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

const OLD: &str = "the issue of last week";

/// An article on which the setting of pages takes long.
fn long_article() -> String {
    let paragraph = |number: usize| {
        format!(
            "In the year {number} the keeper of the lock wrote down {} barges and {} rafts, and that the water was low. \
             He did not say who had opened the gate at night, though he had been asked by the town, and then by the county.\n\n",
            number * 7 % 311,
            number * 13 % 97
        )
    };
    format!("# The ledger of the lock\n\n{}", (1..10_000).map(paragraph).collect::<String>())
}

/// Waits until the program is in the midst of writing: what it writes to is there, and is there still at a second look.
fn wait_until_it_writes(desk: &Desk, program: &mut Child) {
    let unfinished = || desk.names().into_iter().find(|name| name.starts_with(".bindery-"));
    loop {
        assert!(program.try_wait().unwrap().is_none(), "the program has ended: {:?}", desk.names());
        let seen = unfinished();
        thread::sleep(Duration::from_millis(20));
        if seen.is_some() && seen == unfinished() {
            return;
        }
    }
}

#[test]
fn a_run_that_is_stopped_while_it_writes_leaves_the_old_book_and_no_scrap() {
    let desk = Desk::new();
    desk.put("ledger.md", long_article());
    desk.put("a.pdf", OLD);
    for signal in ["INT", "TERM", "HUP"] {
        let mut program = desk.start_binding(&["ledger.md", "-o", "a.pdf"]);
        wait_until_it_writes(&desk, &mut program);
        // Every shell has a `kill` of its own; the program of that name is not on every machine.
        let kill = format!("kill -s {signal} {}", program.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        assert_eq!(program.wait().unwrap().code(), Some(130), "{signal}");
        assert_eq!(desk.names(), ["a.pdf", "ledger.md"], "{signal}");
        assert_eq!(fs::read_to_string(desk.path("a.pdf")).unwrap(), OLD, "{signal}");
    }
}
