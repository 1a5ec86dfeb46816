//! Why a picture is in the article or not.

use crate::support::{Desk, Run, run};
use serde_json::{Value, json};

/// A page with pictures of every kind.
const PAGE: &str = "<html><head><title>The ferry</title><meta property=og:image content=https://courier.example/ferry-at-dusk.jpg></head><body>\
    <nav><img src=/courier-front.jpg></nav><h1>The ferry</h1>\
    <figure class=hero><img src=/ferry-at-dusk.jpg width=900 height=600><figcaption>The ferry. (Ines Okafor / AP)</figcaption></figure>\
    <article>TEXT<figure><img src=/lock-640.jpg srcset='/lock-640.jpg 640w, /lock-1600.jpg 1600w'>\
    <span class=caption>The lock</span> <span class=credit>Foto: Piet van Oorde</span><button>Enlarge</button></figure>TEXT\
    <img src=/rule.png width=600 height=2>TEXT<img src=/lock-320.jpg>\
    <div><a href=/fire><img src=/harbour-fire.jpg></a><h3><a href=/fire>Fire in the harbour</a></h3></div>TEXT\
    <div class=related-stories><img src=/mayor-at-the-weir.jpg></div></article><img src='data:image/gif;base64,R0lGOD'></body></html>";

const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped; the grain went by road, \
    and the bakers of Osk complained of the dust.</p>";

fn explain(format: &str) -> Run {
    let desk = Desk::new();
    let page = desk.put("ferry.html", PAGE.replace("TEXT", TEXT));
    let run = run(desk
        .bindery()
        .args(["clean", "--explain", "--format", format, "--url", "https://courier.example/ferry"])
        .arg(page));
    assert_eq!(run.status, 0, "{}", run.stderr);
    run
}

#[test]
fn every_picture_of_a_page_is_told_of_with_the_rule_that_took_or_refused_it() {
    let text = explain("text").stdout;
    let mut rest = text.as_str();
    for line in [
        "8 pictures on the page, 2 in the article",
        "courier.example/courier-front.jpg\n     not taken: it stands in a `nav`",
        "courier.example/ferry-at-dusk.jpg\n     taken: it is the lead picture: the page's head names it; it stands where lead pictures stand",
        "caption  “The ferry.”: in a `figcaption`",
        "credit   “Ines Okafor / AP”: it names an agency, in brackets at the end of the caption; found in what the page shows, likely",
        "courier.example/lock-1600.jpg\n     taken: it stands in the body",
        "caption  “The lock”: in an element that is called \"caption\"",
        "credit   “Piet van Oorde”: in an element that is called \"credit\"; found in what the page shows, sure",
        "neither  “Enlarge”",
        "at       1600 px  courier.example/lock-1600.jpg",
        "at        640 px  courier.example/lock-640.jpg",
        "courier.example/rule.png\n     not taken: it is too small",
        "courier.example/lock-320.jpg\n     shows picture 3 again",
        "courier.example/harbour-fire.jpg\n     not taken: it is a teaser",
        "courier.example/mayor-at-the-weir.jpg\n     not taken: it stands in a part of the page that is called \"related\"",
        "(no address)\n     not taken: no address is told",
    ] {
        let Some(at) = rest.find(line) else { panic!("no {line:?} in\n{text}") };
        rest = &rest[at + line.len()..];
    }
}

#[test]
fn programs_get_the_rules_as_data_beside_the_article() {
    let data = explain("json").json();
    assert_eq!(data["images"].as_array().unwrap().len(), 2);
    let pictures = data["explanation"]["pictures"].as_array().unwrap();
    let judged: Vec<&Value> = pictures.iter().map(|picture| &picture["judgement"]).collect();
    assert_eq!(judged, ["refused", "taken", "taken", "refused", "repeats", "refused", "refused", "refused"]);
    assert_eq!(pictures[0]["rule"], json!({"furniture": {"element": "nav"}}));
    assert_eq!(pictures[1]["credit"]["rule"], json!({"read": ["agency", "brackets"]}));
    assert_eq!(pictures[1]["standing"]["rule"]["lead"][0], "named");
    assert_eq!(pictures[2]["caption"]["rule"], json!({"called": {"word": "caption"}}));
    assert_eq!(
        pictures[2]["places"][0],
        json!({"address": "https://courier.example/lock-1600.jpg", "width": 1600.0, "kind": "shown"})
    );
    assert_eq!(pictures[4]["picture"], 2);
    assert_eq!(pictures[6]["rule"], json!({"furniture": {"word": "related"}}));
    assert_eq!(pictures[7]["rule"], "no-address");
}

#[test]
fn nothing_is_explained_where_nobody_asks() {
    let desk = Desk::new();
    let page = desk.put("ferry.html", PAGE.replace("TEXT", TEXT));
    let run = run(desk.bindery().args(["clean", "--format", "json"]).arg(page));
    assert!(run.json().get("explanation").is_none());
}

#[test]
fn reasons_are_told_as_text_or_as_data_alone() {
    let desk = Desk::new();
    let run = run(desk.bindery().args(["clean", "--explain", "--format", "html", "ferry.html"]));
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("--format json"), "{}", run.stderr);
}
