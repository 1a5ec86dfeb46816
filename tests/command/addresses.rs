//! Addresses as people name them: without a scheme, with one that is not fetched, and for a page that they saved.

use crate::support::{Desk, EpubText, Run, fixture, run};
use std::path::Path;
use url::Url;

const ARGUMENTS: [&str; 3] = ["--offline", "-o", "a.epub"];

/// Binds a good page and `address`.
fn beside_a_good_page(address: &str) -> Run {
    Desk::new().bind(&[&fixture("latin1.html"), Path::new(address)], &ARGUMENTS)
}

#[test]
fn an_address_that_begins_with_www_is_asked_for_over_https() {
    let run = beside_a_good_page("www.tollbridge.example/locks");
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("https://www.tollbridge.example/locks"), "{}", run.stdout);
}

#[test]
fn a_file_or_a_folder_that_is_there_is_no_address_whatever_its_name() {
    let desk = Desk::new();
    desk.put("www.tollbridge.example/locks", "# The locks of Ness\n\nThree gates hold the canal.");
    let run = desk.bind(&[Path::new("www.tollbridge.example/locks"), Path::new("www.tollbridge.example")], &ARGUMENTS);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("www.tollbridge.example has no page in it"), "{}", run.stdout);
    assert!(EpubText::open(&desk.path("a.epub")).squeezed().contains("Threegatesholdthecanal."));
}

#[test]
fn an_address_that_cannot_be_fetched_is_told_with_the_remedy_and_the_others_are_bound() {
    for (address, remedy) in [
        ("ftp://tollbridge.example/locks.html", "save the page and name its file"),
        ("mailto:desk@tollbridge.example", "save the page and name its file"),
        ("file://tollbridge.example/locks.html", "name the file by its path"),
        ("https://toll bridge.example/locks", "copy the whole address from the browser"),
    ] {
        let run = beside_a_good_page(address);
        assert_eq!(run.status, 1, "{address}: {}\n{}", run.stdout, run.stderr);
        let told = run.stdout.lines().find(|line| line.contains("not bound")).unwrap_or_default();
        assert!(told.contains(address) && told.contains(remedy), "{address}: {}", run.stdout);
    }
}

#[test]
fn clean_says_of_an_address_that_cannot_be_fetched_what_bind_says() {
    let run = run(Desk::new().bindery().args(["clean", "ftp://tollbridge.example/locks.html"]));
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(run.stderr.contains("over http and https alone"), "{}", run.stderr);
}

#[test]
fn a_file_address_is_the_file_or_the_folder_of_that_path() {
    let desk = Desk::new();
    let page = desk.put("saved/The locks.md", "# The locks of Ness\n\nThree gates hold the canal.");
    for path in [&page, &desk.path("saved")] {
        let address = Url::from_file_path(path).unwrap();
        let run = desk.bind(&[Path::new(address.as_str())], &["--offline", "--json", "-o", "a.epub"]);
        assert_eq!(run.status, 0, "{address}: {}\n{}", run.stdout, run.stderr);
        assert_eq!(run.bound(), ["The locks of Ness"], "{address}");
    }
}

const WITH_A_LINK: &str = "<!DOCTYPE html><html lang=en><title>The locks of Ness</title><article><h1>The locks of Ness</h1>\
                           <p>Three gates hold the canal, and the keeper walks down at six with a <a href='lantern'>lantern</a>, \
                           as it was when the canal was dug and nobody in the town knew how long it would stay.</p></article>";

#[test]
fn a_saved_page_is_bound_with_the_address_that_it_is_said_to_be_published_at() {
    let url = ["--url", "https://ness.example/2026/locks"];
    let desk = Desk::new();
    let page = desk.put("locks.html", WITH_A_LINK);
    let from_file = desk.bind(&[&page], &[&ARGUMENTS[..], &url].concat());
    let piped = Desk::new();
    let through = run(piped.bindery().args(["bind", "-"]).args(ARGUMENTS).args(url).write_stdin(WITH_A_LINK));
    for (desk, run) in [(desk, from_file), (piped, through)] {
        assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
        let links = EpubText::open(&desk.path("a.epub")).links;
        for link in ["https://ness.example/2026/lantern", "https://ness.example/2026/locks"] {
            assert!(links.iter().any(|there| there == link), "no {link} in {links:?}");
        }
    }
}
