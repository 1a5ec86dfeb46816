//! Rules for single sites: what no rule for all pages finds, a reader may say in a file.

use crate::support::{Desk, run};

/// Whatever tells a body, a byline, a caption and a credit is called by names that say nothing.
const PAGE: &str = "<!DOCTYPE html><html lang=en><title>q</title><link rel=canonical href=https://www.courier.example/lock>\
    <div class=a1><h1>Courier</h1><div class=a2>The Lock</div><div class=a3>Ada Roe</div><div class=a4>Nov 3rd of 2026</div>\
    <i class=a9 data-x datetime=2026-11-03></i></div>\
    <div class=b1><p>The lock was closed for the winter, and nobody in the town of Osk minded it much, for the ferry went on.</p>\
    <div class=b2><img src=https://img.courier.example/lock.jpg width=800 height=600><div class=b3>The gates in March</div>\
    <div class=b4>Zbyszko</div></div>\
    <p class=b5>Readers of this story also bought a mattress, which remembers them well and forgives them a great deal.</p>\
    <p>It froze in March, and the ferry stopped; the grain went by the road over the hills, and bread became dear.</p></div>\
    <div class=c1><p>The weir at Harrow is to be painted again, the council said on Tuesday, and in grey this time, not in green.</p>\
    <p>A bell was heard on Wednesday night on the far bank, where nobody lives, and it was heard again on Thursday.</p></div></html>";

const RULES: &str = "body = ['.b1']\ndrop = ['.b5']\ntitle = ['.a2']\nauthor = ['.none', '.a3']\ndate = ['.a9']\n\
    caption = ['.b3']\ncredit = ['.b4']\n";

#[test]
fn a_page_is_read_by_the_rules_for_its_site() {
    let desk = Desk::new();
    desk.put("lock.html", PAGE);
    desk.put("sites/courier.example.toml", RULES);
    let url = ["--url", "https://www.courier.example/lock", "--format", "json"];
    let read = run(desk.bindery().args(["clean", "lock.html", "--sites", "sites"]).args(url)).json();
    assert_eq!(read["title"], "The Lock");
    assert_eq!(read["authors"], serde_json::json!(["Ada Roe"]));
    assert_eq!(read["published"], "2026-11-03");
    let text = read["text"].as_str().unwrap();
    assert!(text.starts_with("The lock was closed") && text.ends_with("bread became dear."), "{text}");
    assert!(!text.contains("mattress"), "{text}");
    assert_eq!(read["images"][0]["caption"], "The gates in March");
    assert_eq!(read["images"][0]["credit"], "Zbyszko");

    let elsewhere = ["--url", "https://elsewhere.example/lock", "--format", "json"];
    let other = run(desk.bindery().args(["clean", "lock.html", "--sites", "sites"]).args(elsewhere)).json();
    assert_ne!(other["title"], "The Lock", "the rules hold for another site");
}

#[test]
fn rules_that_cannot_be_used_are_told_before_anything_is_read() {
    let desk = Desk::new();
    desk.put("lock.html", PAGE);
    desk.put("sites/courier.example.toml", "body = ['.b1']\ncaptions = ['.b3']\n");
    for command in [&["clean", "lock.html"][..], &["bind", "lock.html", "-o", "a.epub"]] {
        let refused = run(desk.bindery().args(command).args(["--sites", "sites"]));
        assert_eq!(refused.status, 2, "{}", refused.stderr);
        assert!(
            refused.stderr.contains("courier.example.toml") && refused.stderr.contains("captions"),
            "{}",
            refused.stderr
        );
    }
    assert!(!desk.path("a.epub").exists());
}
