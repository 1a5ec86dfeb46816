//! A machine with nothing on it: no fonts, no zones of time. These tests are run with the fonts hidden, too.

use crate::support::{Desk, EpubText, Run, check_pdf, fixture, run};
use std::path::Path;

/// A page with what a mixed digest meets beside letters, and a drawing.
const DIGEST: &str = r#"---
title: Signs of the harbour 🚢 → ⚓
lang: en
---
The keeper wrote “✔ lamp, ✘ bell” into the log, ☀ or ☂, and drew ★ and ♫ beside them. Where 𝑥² ≤ ∑ aᵢ the gate holds ⇒ no
flood; ⌘ is cut into the post, and ① to ③ are the locks. The children left 👩‍🚒, 👍🏽, 🇩🇰 and 1️⃣ on the board.

    let tide = harbour.gauge("north pier").level(at: Moment::now()) + harbour.gauge("south pier").level(at: Moment::now());

![The level over a day](tide.svg)

The harbour office answers in Ελληνικά, по-русски, tiếng Việt and Português; nobody there reads the rest of the signs, but
they were kept because the keeper had kept them for forty years and more.
"#;

const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<rect width="300" height="200" fill="#eef"/><path d="M0 150 Q75 20 150 100 T300 60" fill="none" stroke="#124" stroke-width="4"/>
<text x="20" y="40" font-family="Helvetica Neue, Arial, sans-serif" font-size="24">High water ↑ 🌊</text></svg>"##;

fn bound(desk: &Desk, page: &Path, arguments: &[&str]) -> Run {
    desk.bind(&[page], &[&["--offline", "--json", "-o", "a.epub", "-o", "a.pdf"], arguments].concat())
}

fn warnings(run: &Run) -> Vec<String> {
    let report = run.json();
    let books = report["books"].as_array().unwrap();
    let warnings = books.iter().flat_map(|book| book["warnings"].as_array().unwrap());
    warnings.map(|warning| warning.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_signs_of_a_mixed_digest_need_no_font_of_the_machine() {
    let desk = Desk::new();
    desk.put("tide.svg", DRAWING);
    let run = bound(&desk, &desk.put("signs.md", DIGEST), &[]);
    assert_eq!(warnings(&run), [""; 0], "{}", run.stdout);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    check_pdf(&desk.path("a.pdf"));
}

#[test]
fn what_no_font_has_is_told_for_the_cover_the_drawings_and_the_pages() {
    let desk = Desk::new();
    // Characters for private use: no font can know them.
    desk.put("tide.svg", DRAWING.replace("High water", "High \u{e001} water"));
    let page = desk.put("signs.md", DIGEST.replace("🚢", "\u{e000}"));
    let run = bound(&desk, &page, &[]);
    assert_eq!(run.status, 1, "{}\n{}", run.stdout, run.stderr);
    let warnings = warnings(&run);
    let told = |place: &str, code: &str| {
        let tells = |warning: &&String| warning.starts_with(place) && warning.contains(code);
        warnings.iter().filter(tells).filter(|warning| warning.contains("--fonts")).count()
    };
    assert_eq!(told("on the cover: no font", "U+E000"), 1, "{warnings:#?}");
    assert_eq!(told("no font", "U+E000"), 1, "{warnings:#?}");
    assert_eq!(told("in a drawing: no font", "U+E001"), 2, "once for each book: {warnings:#?}");
    assert!(EpubText::open(&desk.path("a.epub")).squeezed().contains("Signsoftheharbour"));
}

#[test]
fn a_font_in_the_folder_of_fonts_serves_both_books() {
    let desk = Desk::new();
    // A Tangut letter, which one font of the fixtures has.
    desk.put("tide.svg", DRAWING.replace("High water", "High \u{17000} water"));
    let page = desk.put("signs.md", DIGEST.replace("🚢", "\u{17000}"));
    let run = bound(&desk, &page, &["--fonts", fixture("fonts").to_str().unwrap()]);
    assert_eq!(warnings(&run), [""; 0], "{}", run.stdout);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    check_pdf(&desk.path("a.pdf"));
}

#[test]
fn today_is_known_without_the_zones_of_the_machine() {
    let desk = Desk::new();
    desk.put("tide.svg", DRAWING);
    let page = desk.put("signs.md", DIGEST);
    let no_zones = desk.path("no-zones");
    std::fs::create_dir(&no_zones).unwrap();
    // Between these two it is never the same day: they are 26 hours apart.
    for zone in ["Pacific/Kiritimati", "Etc/GMT+12"] {
        let mut bind = desk.bindery();
        bind.arg("bind").arg(&page).arg("--offline").env("TZ", zone).env("TZDIR", &no_zones);
        let run = run(&mut bind);
        assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    }
    let books = desk.names().into_iter().filter(|name| name.ends_with(".epub"));
    assert_eq!(books.count(), 2, "{:?}", desk.names());
}

/// A program that reads hostile pages is put at another place in memory each time it starts (ELF, e_type: ET_DYN).
#[cfg(target_os = "linux")]
#[test]
fn the_program_is_position_independent() {
    let program = std::fs::read(assert_cmd::cargo::cargo_bin!("bindery")).unwrap();
    assert_eq!((&program[..4], &program[16..18]), (&b"\x7fELF"[..], &[3, 0][..]));
}
