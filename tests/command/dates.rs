//! The date of an issue, as people name days.

use crate::support::{Desk, fixture, run};
use jiff::civil::{Date, Weekday};
use jiff::{ToSpan, ZonedDateTime};

/// The date in the name of the book that is bound for this day.
fn bound_on(day: &str) -> Date {
    let desk = Desk::new();
    let run = run(desk.bindery().arg("bind").arg(fixture("latin1.html")).args(["--offline", "--date", day]));
    assert_eq!(run.status, 0, "{day}: {}\n{}", run.stdout, run.stderr);
    let [name] = &desk.names()[..] else { panic!("{:?}", desk.names()) };
    name.trim_start_matches("digest-").trim_end_matches(".epub").parse().unwrap()
}

#[test]
fn an_issue_may_be_of_today_or_yesterday() {
    let before = ZonedDateTime::now().date();
    let (today, yesterday) = (bound_on("today"), bound_on("yesterday"));
    let after = ZonedDateTime::now().date();
    // Midnight may pass meanwhile.
    assert!((before..=after).contains(&today), "{today}");
    assert!((before - 1.day()..=after - 1.day()).contains(&yesterday), "{yesterday}");
}

#[test]
fn an_issue_may_be_of_a_day_of_the_week() {
    let before = ZonedDateTime::now().date();
    let (saturday, last) = (bound_on("saturday"), bound_on("last saturday"));
    let after = ZonedDateTime::now().date();
    assert_eq!((saturday.weekday(), last.weekday()), (Weekday::Saturday, Weekday::Saturday));
    assert!((before - 6.days()..=after).contains(&saturday), "{saturday}");
    assert!((before - 7.days()..after).contains(&last), "{last}");
}

#[test]
fn an_issue_may_be_of_a_date() {
    assert_eq!(bound_on("2026-11-21").to_string(), "2026-11-21");
}
