//! Files as people have them on their disks: with their folders, in old encodings, mangled.

use crate::support::{Desk, EpubText, check_epub, check_pdf, fixture, run, squeezed};
use std::fs;

#[test]
fn the_pictures_of_a_browsers_folder_are_used_before_any_download() {
    let desk = Desk::new();
    let arguments = ["--offline", "--json", "-o", "a.epub", "-o", "a.pdf"];
    let run = desk.bind(&[&fixture("saved/Harbour lights.html")], &arguments);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let report = run.json();
    let pictures = report["articles"][0]["pictures"].as_array().unwrap();
    assert_eq!(pictures.len(), 2, "{pictures:#?}");
    for (picture, name) in pictures.iter().zip(["red.png", "green.jpg"]) {
        assert_eq!(picture["status"], "got", "{picture:#}");
        let from = picture["from"].as_str().unwrap();
        assert!(from.contains("Harbour lights_files") && from.contains(name), "{from}");
    }
    let epub = EpubText::open(&desk.path("a.epub"));
    assert!(epub.pictures.len() >= 2, "{:?}", epub.pictures);
    for words in ["The red light, kept by the Dunstans.", "Olwen Pryce", "Petra Quill"] {
        assert!(epub.squeezed().contains(&squeezed(words)), "no {words:?}");
    }
    check_epub(&desk.path("a.epub"));
    check_pdf(&desk.path("a.pdf"));
}

#[test]
fn the_browsers_remark_gives_the_address_of_the_page() {
    let article = Desk::new().clean(&fixture("saved/Harbour lights.html"));
    assert_eq!(article["url"], "https://lamp.example/2025/04/harbour-lights/");
    assert_eq!(article["published"], "2025-04-11T08:00:00+01:00");
}

#[test]
fn a_page_in_windows_1252_is_read_as_its_meta_says() {
    let article = Desk::new().clean(&fixture("latin1.html"));
    assert_eq!(article["title"], "Le café d’Hélène");
    assert_eq!(article["authors"], serde_json::json!(["Zoé Müller"]));
    assert_eq!(article["lang"], "fr");
    let text = article["text"].as_str().unwrap();
    assert!(text.contains("cinq œillets de la gare – “le plus petit de l’Île”") && text.contains("3 €"), "{text}");
}

#[test]
fn mangled_markup_still_gives_its_words_in_order() {
    let article = Desk::new().clean(&fixture("broken.html"));
    assert_eq!(article["title"], "A stair with no house");
    let text = article["text"].as_str().unwrap();
    let places = ["eleven steps", "family that could not agree", "left it where it was", "bench has been cut"];
    let places = places.map(|words| text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text}")));
    assert!(places.is_sorted(), "{places:?} in {text}");
}

#[test]
fn mangled_markup_gives_sound_books() {
    let desk = Desk::new();
    let run = desk.bind(&[&fixture("broken.html")], &["--offline", "-o", "a.epub", "-o", "a.pdf"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    check_epub(&desk.path("a.epub"));
    check_pdf(&desk.path("a.pdf"));
}

#[test]
fn a_bad_page_among_good_ones_is_named_and_the_others_are_bound() {
    for bad in ["not-an-article.html", "empty.html", "binary.html"] {
        let desk = Desk::new();
        let inputs = [fixture("saved/Harbour lights.html"), fixture(bad), fixture("latin1.html")];
        let inputs = inputs.each_ref().map(|path| path.as_path());
        let run = desk.bind(&inputs, &["--offline", "-o", "a.epub"]);
        assert_eq!(run.status, 1, "{bad}: {}\n{}", run.stdout, run.stderr);
        assert!(run.stdout.contains(bad), "the report does not name {bad}:\n{}", run.stdout);
        let text = EpubText::open(&desk.path("a.epub")).squeezed();
        for headline in ["Harbour lights", "Le café d’Hélène"] {
            assert!(text.contains(&squeezed(headline)), "{headline} is lost because of {bad}");
        }
    }
}

#[test]
fn a_missing_file_among_good_ones_does_not_pass_in_silence() {
    let desk = Desk::new();
    let gone = desk.path("gone.html");
    let run = desk.bind(&[&fixture("latin1.html"), &gone], &["--offline", "-o", "a.epub"]);
    assert_ne!(run.status, 0);
    assert!((run.stdout + &run.stderr).contains("gone.html"));
}

#[test]
fn a_page_can_come_through_standard_input() {
    let desk = Desk::new();
    let page = fs::read(fixture("latin1.html")).unwrap();
    let run = run(desk.bindery().args(["bind", "-", "--offline", "-o", "a.epub"]).write_stdin(page));
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert!(EpubText::open(&desk.path("a.epub")).squeezed().contains(&squeezed("Le café d’Hélène")));
}
