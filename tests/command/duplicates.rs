//! Articles that are there twice, and articles that only look so.

use crate::support::{Desk, EpubText, Run, squeezed};
use std::path::{Path, PathBuf};

const ARGUMENTS: [&str; 4] = ["--offline", "--json", "-o", "a.epub"];

/// A report on a harbour of some 250 words, no sentence of which is like another.
fn report() -> String {
    let places =
        ["quay", "lock", "sluice", "crane", "slip", "weir", "jetty", "beacon", "dock", "ferry", "barge", "mole"];
    let sentences = places.iter().enumerate().map(|(number, place)| {
        format!(
            "The {place} was measured by {} surveyors in the winter, and what they wrote of the {place} filled {} pages of \
             the ledger, which the council of Osk {place} read aloud.",
            number + 3,
            number * 7 + 11
        )
    });
    sentences.collect::<Vec<_>>().join("\n\n")
}

fn page(headline: &str, address: &str, text: &str) -> String {
    let address = if address.is_empty() { String::new() } else { format!("url: {address}\n") };
    format!("---\ntitle: \"{headline}\"\n{address}---\n\n{text}\n")
}

fn bind(desk: &Desk, pages: &[String], further: &[&str]) -> Run {
    let name = |number: usize| format!("page-{number}.md");
    let paths: Vec<PathBuf> = pages.iter().enumerate().map(|(number, page)| desk.put(&name(number), page)).collect();
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    desk.bind(&paths, &[&ARGUMENTS, further].concat())
}

fn statuses(run: &Run) -> Vec<String> {
    let report = run.json();
    let articles = report["articles"].as_array().unwrap().iter();
    articles.map(|article| article["status"].as_str().unwrap().to_owned()).collect()
}

fn weather(day: &str) -> String {
    format!(
        "{day} begins with fog over the marshes and a light wind from the west. By noon the sun is out, and in the evening \
         there may be a shower or two in Osk."
    )
}

#[test]
fn short_notices_that_differ_in_one_word_are_all_bound() {
    let desk = Desk::new();
    let days = ["Monday", "Tuesday", "Wednesday"];
    let run = bind(&desk, &days.map(|day| page(&format!("Weather, {day}"), "", &weather(day))), &[]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert_eq!(run.bound(), days.map(|day| format!("Weather, {day}")));
    let text = EpubText::open(&desk.path("a.epub")).squeezed();
    for day in days {
        assert!(text.contains(&squeezed(&format!("{day} begins with fog"))), "{day} is lost");
    }
}

#[test]
fn a_short_notice_that_differs_in_one_word_is_bound_under_the_same_headline_and_address_too() {
    let notice = |day| page("The weather", "https://osk.example/weather", &weather(day));
    let run = bind(&Desk::new(), &["Monday", "Tuesday"].map(notice), &[]);
    assert_eq!(statuses(&run), ["bound", "bound"], "{}", run.stdout);
}

#[test]
fn a_short_notice_that_is_there_twice_word_for_word_is_bound_once() {
    let notices = [page("The weather", "", &weather("Monday")), page("Fog on Monday", "", &weather("Monday"))];
    let run = bind(&Desk::new(), &notices, &[]);
    assert_eq!(statuses(&run), ["bound", "double"], "{}", run.stdout);
}

#[test]
fn a_corrected_article_is_left_out_under_the_same_address_or_the_same_headline() {
    let corrected = report().replace("5 surveyors", "six surveyors");
    let first = page("The harbour, measured", "https://osk.example/harbour", &report());
    for again in [("The harbour, measured again", "https://www.osk.example/harbour/"), ("The harbour, measured", "")] {
        let run = bind(&Desk::new(), &[first.clone(), page(again.0, again.1, &corrected)], &[]);
        assert_eq!(run.status, 0, "{again:?}: {}\n{}", run.stdout, run.stderr);
        assert_eq!(statuses(&run), ["bound", "double"], "{again:?}: {}", run.stdout);
        assert!(run.json()["articles"][1]["of"].as_str().unwrap().ends_with("page-0.md"), "{}", run.stdout);
    }
}

#[test]
fn an_agencys_report_in_two_papers_is_left_out_only_word_for_word() {
    let first = page("The harbour, measured", "https://osk.example/harbour", &report());
    let elsewhere = |text: &str| page("Surveyors at the quay", "https://vrana.example/news/7", text);
    let edited =
        bind(&Desk::new(), &[first.clone(), elsewhere(&report().replace("5 surveyors", "six surveyors"))], &[]);
    assert_eq!(statuses(&edited), ["bound", "bound"], "{}", edited.stdout);
    let reprinted = bind(&Desk::new(), &[first, elsewhere(&report())], &[]);
    assert_eq!(statuses(&reprinted), ["bound", "double"], "{}", reprinted.stdout);
}

#[test]
fn what_is_left_out_is_told_by_name_with_what_it_repeats_and_how_to_bind_it() {
    let desk = Desk::new();
    let pages = [page("The harbour, measured", "", &report()), page("Surveyors at the quay", "", &report())];
    let [first, again] = ["a.md", "b.md"].map(|name| desk.path(name));
    pages.iter().zip(["a.md", "b.md"]).for_each(|(page, name)| drop(desk.put(name, page)));
    let run = desk.bind(&[&first, &again], &["--offline", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let told = format!(
        "left out “Surveyors at the quay” ({}): it repeats “The harbour, measured” ({}); bind it all the same with \
         --keep-doubles",
        again.display(),
        first.display()
    );
    assert!(run.stdout.contains(&told), "no {told:?} in\n{}", run.stdout);
}

#[test]
fn all_are_bound_where_doubles_are_kept() {
    let desk = Desk::new();
    let pages = [page("The harbour, measured", "", &report()), page("Surveyors at the quay", "", &report())];
    let run = bind(&desk, &pages, &["--keep-doubles"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert_eq!(run.bound(), ["The harbour, measured", "Surveyors at the quay"]);
    let text = EpubText::open(&desk.path("a.epub")).squeezed();
    assert_eq!(text.matches(&squeezed("The quay was measured by 3 surveyors")).count(), 2);
}
