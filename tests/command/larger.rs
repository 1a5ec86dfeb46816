//! Pictures of which the page offers a small copy, and the place of the upload can be told from its address.

use crate::support::server::{Reply, Server};
use crate::support::{Desk, Run};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::Value;
use std::io::Cursor;

/// A pale sun over a dark sea; `at` is where it stands, as a share of the width.
fn picture(width: u32, height: u32, at: f64) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let (across, down) = (f64::from(x) / f64::from(width), f64::from(y) / f64::from(height));
        let is_sun = (across - at).hypot(down - 0.4) < 0.25;
        let grain = (((x * 7919) ^ (y * 104_729)) >> 3) as u8 % 9;
        if is_sun { Rgb([230 + grain, 220 + grain, 160]) } else { Rgb([20, 40 + grain, 60 + grain]) }
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A server that has the copies of `/wp-content/uploads/` in 300 by 200 pixels; of the uploads it answers as `upload` says.
fn site(upload: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Server {
    let copy = picture(300, 200, 0.3);
    Server::start(move |asked| {
        let name = asked.path.strip_prefix("/wp-content/uploads/").unwrap_or_default();
        match name.strip_suffix("-300x200.jpg") {
            Some("moved-away") => Reply::status(410),
            Some(_) => Reply::ok(copy.clone()),
            None => upload(name),
        }
    })
}

/// Binds a page that offers the copy of each of the names.
fn bound(site: &Server, names: &[&str]) -> (Run, Vec<Value>) {
    let desk = Desk::new();
    let figures: String = names.iter().map(|name| figure(site, &format!("{name}-300x200.jpg"))).collect();
    let page = desk.put("page.html", page(&figures));
    let run = desk.bind(&[&page], &["--allow-private", "--json", "-o", "a.epub"]);
    let pictures = run.json()["articles"][0]["pictures"].as_array().unwrap().clone();
    assert_eq!(pictures.len(), names.len());
    (run, pictures)
}

fn figure(site: &Server, file: &str) -> String {
    let address = site.url(&format!("/wp-content/uploads/{file}"));
    format!(
        "<p>{TEXT}</p><figure><img src='{address}' alt=''><figcaption>The sun over the Sound.</figcaption></figure>"
    )
}

fn page(figures: &str) -> String {
    format!(
        "<html lang=en><title>The long evening</title><article><h1>The long evening</h1>{figures}<p>{TEXT}</p></article>"
    )
}

const TEXT: &str = "In the second week of June the sun goes down over the Sound so late, and comes up again so early, \
                    that those who live on the island keep no hours at all, and the ferry waits for nobody.";

fn came_from(picture: &Value) -> &str {
    let from = picture["from"].as_str().unwrap();
    from.rsplit('/').next().unwrap()
}

#[test]
fn the_upload_is_taken_where_the_page_offers_a_small_copy() {
    let site = site(|_| Reply::ok(picture(900, 600, 0.3)));
    let (run, pictures) = bound(&site, &["sun"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert_eq!(came_from(&pictures[0]), "sun.jpg");
    assert!(pictures[0]["address"].as_str().unwrap().ends_with("/sun-300x200.jpg"), "the page is quoted as it is");
}

#[test]
fn the_copy_stays_quietly_where_the_upload_is_no_larger_version_of_it() {
    let site = site(|name| match name {
        "gone.jpg" => Reply::status(404),
        "forbidden.jpg" => Reply::status(403),
        "busy.jpg" => Reply::status(503),
        "page.jpg" => {
            Reply::ok("<!DOCTYPE html><title>Not here</title><p>Not here.").with("Content-Type", "image/jpeg")
        }
        "cut.jpg" => Reply::CutShort(picture(900, 600, 0.3)),
        "round.jpg" => Reply::status(302).with("Location", "/wp-content/uploads/round.jpg"),
        "square.jpg" => Reply::ok(picture(900, 900, 0.3)),
        "other.jpg" => Reply::ok(picture(900, 600, 0.8)),
        "small.jpg" => Reply::ok(picture(150, 100, 0.3)),
        _ => Reply::status(500),
    });
    let names = ["gone", "forbidden", "busy", "page", "cut", "round", "square", "other", "small"];
    let (run, pictures) = bound(&site, &names);
    assert_eq!(run.status, 0, "a guess that failed is told: {}", run.stdout);
    for (name, picture) in names.iter().zip(&pictures) {
        assert_eq!(picture["status"], "got", "{name}");
        assert_eq!(came_from(picture), format!("{name}-300x200.jpg"));
        assert_eq!(site.times(&format!("/wp-content/uploads/{name}.jpg")), 1, "{name} was asked for again");
    }
}

#[test]
fn the_upload_is_taken_where_nothing_that_the_page_offers_is_there() {
    let site = site(|_| Reply::ok(picture(900, 600, 0.3)));
    let (run, pictures) = bound(&site, &["moved-away"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert_eq!(came_from(&pictures[0]), "moved-away.jpg");
}

#[test]
fn a_picture_that_is_nowhere_is_missing_from_where_the_page_offers_it() {
    let site = site(|_| Reply::status(500));
    let (run, pictures) = bound(&site, &["moved-away"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    let why = pictures[0]["why"].as_str().unwrap();
    assert!(why.contains("/moved-away-300x200.jpg: its host answered 410 Gone"), "{why}");
}

#[test]
fn nothing_larger_is_asked_for_than_a_book_can_show() {
    let large = picture(1700, 1200, 0.3);
    let site = Server::start(move |_| Reply::ok(large.clone()));
    let desk = Desk::new();
    let page = desk.put("page.html", page(&figure(&site, "sun-1700x1200.jpg")));
    let run = desk.bind(&[&page], &["--allow-private", "--json", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert_eq!(site.asked().len(), 1, "{:?}", site.asked());
}

#[test]
fn what_is_guessed_is_told_where_reasons_are_asked_for() {
    let site = site(|_| Reply::status(404));
    let desk = Desk::new();
    let page = desk.put("page.html", page(&figure(&site, "sun-300x200.jpg")));
    let run = crate::support::run(desk.bindery().arg("clean").arg(&page).arg("--explain"));
    assert!(run.stdout.contains("/sun.jpg: WordPress keeps the upload beside its smaller copies"), "{}", run.stdout);
    assert!(site.asked().is_empty());
}
