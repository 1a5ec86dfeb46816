//! Articles that their sites spread over several pages.

use crate::support::server::{Reply, Server};
use crate::support::{Desk, EpubText, squeezed};
use std::path::Path;

const LAST: usize = 3;

/// A page of an article about locks; `host` is the site's address.
fn page(number: usize, host: &str) -> String {
    let address = |page: usize| if page == 1 { format!("{host}/locks") } else { format!("{host}/locks/{page}") };
    let link = |page: usize| match page == number {
        true => format!("<b>{page}</b> "),
        false => format!("<a href='{}'>{page}</a> ", address(page)),
    };
    let pager: String = (1..=LAST).map(link).collect();
    let sentences = [
        (
            "first",
            "oak",
            "The keeper of it walks down at six with a lantern, and the water is let in by hand, as it was when the canal was dug.",
        ),
        (
            "second",
            "elm",
            "Barges wait below it for an hour on market days, with nothing to do but to look at the town and to be looked at.",
        ),
        (
            "third",
            "iron",
            "It leaks, and the engineers who came to look at it in spring wrote that it would be cheaper to build another canal.",
        ),
    ];
    let (nth, wood, sentence) = sentences[number - 1];
    format!(
        "<!DOCTYPE html><html lang=en><title>The locks of Ness</title><link rel=canonical href='{}'>\
         <article><h1>The locks of Ness</h1><p class=standfirst>Three gates hold the canal.</p>\
         <p>The {nth} gate is made of {wood}, and it is older than the street that leads to it. {sentence}</p>\
         <p>Nobody has counted the {nth} gate's planks since the {wood} was felled. {sentence}</p>\
         <nav class=pager>{pager}</nav></article></html>",
        address(number)
    )
}

/// A site that has these pages of the article; for a number beyond them it gives the first again.
fn site(pages: &'static [usize]) -> Server {
    Server::start(move |asked| {
        let number = match asked.path.as_str() {
            "/locks" => 1,
            path => path.strip_prefix("/locks/").and_then(|number| number.parse().ok()).unwrap_or(0),
        };
        match pages.contains(&number) {
            true => Reply::ok(page(number, "")).with("Content-Type", "text/html; charset=utf-8"),
            false => Reply::status(404),
        }
    })
}

#[test]
fn an_article_on_three_pages_is_fetched_whole() {
    let (desk, site) = (Desk::new(), site(&[1, 2, 3]));
    let run = desk.bind(&[Path::new(site.url("/locks").as_str())], &["--allow-private", "--json", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let text = EpubText::open(&desk.path("a.epub")).squeezed();
    let places: Vec<_> = ["madeofoak", "madeofelm", "madeofiron"]
        .map(|words| text.find(words).unwrap_or_else(|| panic!("no {words}")))
        .into();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(text.matches(&squeezed("Three gates hold the canal.")).count(), 1);
    for number in 1..=LAST {
        let path = if number == 1 { "/locks".to_owned() } else { format!("/locks/{number}") };
        assert_eq!(site.times(&path), 1, "{path}");
    }
}

#[test]
fn parts_saved_one_by_one_are_joined_in_their_order() {
    let desk = Desk::new();
    let save = |name, number| desk.put(name, page(number, "https://ness.example"));
    let pages = [save("b.html", 2), save("a.html", 3), save("c.html", 1)];
    let run = desk.bind(&pages.each_ref().map(|page| page.as_path()), &["--offline", "--json", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let report = run.json();
    let told = report["articles"].as_array().unwrap().iter().map(|article| article["status"].as_str().unwrap());
    assert_eq!(told.collect::<Vec<_>>(), ["joined", "joined", "bound"]);
    let text = EpubText::open(&desk.path("a.epub")).squeezed();
    assert!(text.find("madeofoak") < text.find("madeofelm") && text.find("madeofelm") < text.find("madeofiron"));
}

#[test]
fn a_part_that_cannot_be_had_is_told_with_its_address() {
    let (desk, site) = (Desk::new(), site(&[1, 2]));
    let run = desk.bind(&[Path::new(site.url("/locks").as_str())], &["--allow-private", "--json", "-o", "a.epub"]);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    let missing = run.json()["articles"][0]["missing"].as_str().unwrap().to_owned();
    assert!(
        missing.contains("parts 1 to 2 of 3") && missing.contains("/locks/3") && missing.contains("404"),
        "{missing}"
    );
    assert!(EpubText::open(&desk.path("a.epub")).squeezed().contains("madeofelm"), "what came is not lost");
}

#[test]
fn a_site_that_gives_the_same_page_for_every_number_is_asked_once() {
    let desk = Desk::new();
    let server = Server::start(|_| Reply::ok(page(1, "")).with("Content-Type", "text/html; charset=utf-8"));
    let run = desk.bind(&[Path::new(server.url("/locks").as_str())], &["--allow-private", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let text = EpubText::open(&desk.path("a.epub")).squeezed();
    assert_eq!(text.matches("madeofoak").count(), 1);
    assert_eq!(server.asked().len(), 2);
}
