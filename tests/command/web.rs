//! An article on a web server that misbehaves.

use crate::support::site::faulty_site;
use crate::support::{Desk, EpubText, check_epub, check_pdf, run, squeezed};
use serde_json::Value;
use std::path::Path;

/// The pictures of the page, and whether each can be had.
const PICTURES: [(&str, bool); 8] = [
    ("/good.jpg", true),
    ("/missing.jpg", false),
    ("/second-try.jpg", true),
    ("/truncated.jpg", false),
    ("/page.jpg", false),
    ("/moved.jpg", true),
    ("/loop.jpg", false),
    ("/slow.jpg", true),
];

#[test]
fn every_picture_that_can_be_had_is_in_and_the_report_is_true_about_the_rest() {
    let (desk, site) = (Desk::new(), faulty_site());
    let page = site.url("/lanterns");
    let arguments = ["--allow-private", "--json", "-o", "a.epub", "-o", "a.pdf"];
    let run = desk.bind(&[Path::new(page.as_str())], &arguments);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    let report = run.json();
    let pictures = report["articles"][0]["pictures"].as_array().unwrap();
    let told: Vec<_> = pictures.iter().map(|picture| (path_of(picture), picture["status"] == "got")).collect();
    let expected = PICTURES.map(|(path, there)| (path.to_owned(), there));
    assert_eq!(told, expected, "{report:#}");
    for picture in pictures.iter().filter(|picture| picture["status"] == "missing") {
        let why = picture["why"].as_str().unwrap();
        assert!(why.len() > 10, "no reason is given for {}: {why:?}", path_of(picture));
    }
    assert!(pictures[1]["why"].as_str().unwrap().contains("404"), "{:#}", pictures[1]);
    assert_eq!(site.times("/second-try.jpg"), 2, "what may pass is tried again");
    assert_eq!(site.times("/missing.jpg"), 1, "what will not pass is not tried again");
    check_epub(&desk.path("a.epub"));
    check_pdf(&desk.path("a.pdf"));
}

#[test]
fn a_picture_that_did_not_come_leaves_its_caption_and_its_credit() {
    let (desk, site) = (Desk::new(), faulty_site());
    let page = site.url("/lanterns");
    desk.bind(&[Path::new(page.as_str())], &["--allow-private", "-o", "a.epub"]);
    let text = EpubText::open(&desk.path("a.epub")).squeezed();
    for caption in ["The lantern that was lit.", "The lantern that was never hung.", "The lantern that went round."] {
        assert!(text.contains(&squeezed(caption)), "no {caption:?}");
    }
    assert!(text.matches(&squeezed("Olwen Pryce")).count() >= PICTURES.len());
}

#[test]
fn a_private_address_is_refused_unless_it_is_allowed() {
    let (desk, site) = (Desk::new(), faulty_site());
    let page = site.url("/lanterns");
    let run = desk.bind(&[Path::new(page.as_str())], &["-o", "a.epub"]);
    assert_eq!(run.status, 3, "{}\n{}", run.stdout, run.stderr);
    assert!((run.stdout + &run.stderr).contains("private"), "the way out is not named");
    assert!(site.asked().is_empty(), "the server was asked all the same: {:?}", site.asked());
    assert!(desk.names().is_empty(), "{:?}", desk.names());
}

#[test]
fn a_saved_page_cannot_lead_to_a_private_address() {
    let (desk, site) = (Desk::new(), faulty_site());
    let base = site.url("");
    let page = include_str!("../fixtures/served/faults.html").replace("{base}", base.as_str().trim_end_matches('/'));
    let run = desk.bind(&[&desk.put("page.html", page)], &["-o", "a.epub"]);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    assert!(site.asked().is_empty(), "the server was asked: {:?}", site.asked());
}

#[test]
fn what_was_fetched_once_can_be_bound_again_offline() {
    let (desk, site) = (Desk::new(), faulty_site());
    let page = site.url("/lanterns");
    desk.bind(&[Path::new(page.as_str())], &["--allow-private", "-o", "a.epub"]);
    let before = site.asked().len();
    let run = desk.bind(&[Path::new(page.as_str())], &["--allow-private", "--offline", "-o", "b.epub"]);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    assert_eq!(site.asked().len(), before, "an offline run asked the server");
    assert!(std::fs::read(desk.path("a.epub")).unwrap() == std::fs::read(desk.path("b.epub")).unwrap());
}

#[test]
fn clean_reads_an_address_too() {
    let (desk, site) = (Desk::new(), faulty_site());
    let page = site.url("/lanterns");
    let run = run(desk.bindery().args(["clean", page.as_str(), "--allow-private", "--format", "json"]));
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.json()["title"], "The lanterns of Ness");
}

fn path_of(picture: &Value) -> String {
    let address: url::Url = picture["address"].as_str().unwrap().parse().unwrap();
    address.path().to_owned()
}
