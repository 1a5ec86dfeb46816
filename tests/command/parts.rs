//! Articles that go over several pages, and pages that hold only the beginning.

use crate::support::server::{Reply, Server};
use crate::support::{Desk, EpubText, check_epub, check_pdf, pdf_text, squeezed};
use std::path::Path;

const SAID: [&str; 3] = [
    "The lock was closed for the winter, and nobody in the town of Osk minded it much, for the ferry went on all the same.",
    "It froze in March, and the ferry stopped; the grain went by the road over the hills, and bread became dear that month.",
    "In April the ice broke in a night, with a noise like carts, and by noon the river was open from the weir to the sea.",
];

/// Page `number` of three, with its links; `base` is where the site is.
fn page(base: &str, number: usize) -> String {
    let address =
        |number: usize| if number == 1 { format!("{base}/lock") } else { format!("{base}/lock?page={number}") };
    let link = |other: usize| {
        if other == number { format!("<b>{other}</b>") } else { format!("<a href='{}'>{other}</a>", address(other)) }
    };
    let text = SAID[number - 1];
    format!(
        "<!DOCTYPE html><title>The Lock | Courier</title><link rel=canonical href='{}'><article><h1>The Lock</h1><p class=byline>By Ada Roe</p>\
         <p>{text}</p><p>{}</p></article><nav class=pagination>Page {number} of 3 {} {} {}</nav>",
        address(number),
        text.replace(',', " –"),
        link(1),
        link(2),
        link(3)
    )
}

fn site() -> Server {
    Server::start(|asked| {
        let base = format!("http://{}", asked.headers.get("host").map_or("", String::as_str));
        match asked.path.as_str() {
            "/lock" => Reply::ok(page(&base, 1)).with("Content-Type", "text/html"),
            "/lock?page=2" => Reply::ok(page(&base, 2)).with("Content-Type", "text/html"),
            "/lock?page=3" => Reply::ok(page(&base, 3)).with("Content-Type", "text/html"),
            _ => Reply::status(404),
        }
    })
}

fn assert_whole(book: &Path) {
    check_epub(book);
    let text = EpubText::open(book).squeezed();
    let places: Vec<_> =
        SAID.iter().map(|said| text.find(&squeezed(said)).unwrap_or_else(|| panic!("no {said:?}"))).collect();
    assert!(places.is_sorted(), "the parts are not in order");
    assert_eq!(text.matches(&squeezed("By Ada Roe")).count(), 1, "the byline is repeated");
}

#[test]
fn parts_saved_side_by_side_are_one_article_whatever_their_order() {
    let desk = Desk::new();
    let parts = [3, 1, 2].map(|number| desk.put(&format!("{number}.html"), page("https://courier.example", number)));
    let run = desk.bind(&parts.each_ref().map(|part| part.as_path()), &["--offline", "--json", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert_whole(&desk.path("a.epub"));
    let report = run.json();
    let fates: Vec<_> =
        report["articles"].as_array().unwrap().iter().map(|article| article["status"].clone()).collect();
    assert_eq!(fates, ["bound", "part", "part"], "{report:#}");
}

#[test]
fn parts_on_the_web_are_fetched_and_joined() {
    let (desk, site) = (Desk::new(), site());
    let run = desk.bind(&[Path::new(site.url("/lock").as_str())], &["--allow-private", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert_whole(&desk.path("a.epub"));
    assert_eq!(site.asked().len(), 3, "{:?}", site.asked());
}

#[test]
fn a_part_that_cannot_be_had_is_told_in_the_report_and_in_the_book() {
    let desk = Desk::new();
    let first = desk.put("1.html", page("https://courier.example", 1));
    let run = desk.bind(&[&first], &["--offline", "-o", "a.epub", "-o", "a.pdf"]);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("part 1 of 3; the rest is at https://courier.example/lock?page=2"), "{}", run.stdout);
    check_pdf(&desk.path("a.pdf"));
    let epub = EpubText::open(&desk.path("a.epub")).squeezed();
    let pdf = pdf_text(&desk.path("a.pdf")).map(|text| squeezed(&text));
    for text in std::iter::once(epub).chain(pdf) {
        assert!(text.contains(&squeezed("The saved page ends here. The rest: courier.example/lock?page=2")), "{text}");
    }
}

#[test]
fn the_beginning_before_a_wall_is_told_in_the_report_and_in_the_book() {
    let desk = Desk::new();
    let (one, two) = (SAID[0], SAID[1]);
    let stub = format!(
        "<html lang=de><title>Die Schleuse</title><link rel=canonical href=https://kurier.example/schleuse><article><h1>Die Schleuse</h1>\
         <p>{one}</p><p>{two}</p><p>Als er zurückkam …</p></article><div class=paywall><p>Jetzt weiterlesen mit Kurier plus</p></div>"
    );
    let run = desk.bind(&[&desk.put("stub.html", stub)], &["--offline", "-o", "a.epub"]);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("only the first ") && run.stdout.contains(" words are in this page"), "{}", run.stdout);
    assert!(EpubText::open(&desk.path("a.epub")).squeezed().contains(&squeezed("kurier.example/schleuse")));
    check_epub(&desk.path("a.epub"));
}
