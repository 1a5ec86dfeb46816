//! Pages that no person wrote: too deep, too long, too many of everything. Each gives an article or a sentence that
//! says what is wrong with it, in bounded time and memory, and on a small stack.

use bindery::article::{Article, plain_text};
use bindery::clean::{NoArticle, TooMuch, clean};
use bindery::source::{Declared, Origin, Page};
use std::fmt::Write;

const STORY: &str = "<h1>The tide comes in</h1><p>The harbour master of Osk counted the boats twice, and then a third \
                     time, because the number would not stay the same from one end of the quay to the other.</p>\
                     <p>By noon there was no quay left to walk on, and he counted from the window of the office.</p>";

const LAST_WORDS: &str = "from the window of the office.";

/// Cleans on a thread with the stack that threads have by default, in a build without optimisation.
fn cleaned(html: String) -> Result<Article, NoArticle> {
    let page = Page { origin: Origin::StandardInput, html, url: None, saved: None, declared: Declared::default() };
    let cleaning = std::thread::Builder::new().stack_size(2 << 20).spawn(move || clean(&page)).unwrap();
    cleaning.join().unwrap()
}

fn has_the_story(page: String) -> bool {
    let article = cleaned(page).unwrap();
    plain_text(&article.body).contains(LAST_WORDS)
}

#[test]
fn a_story_ten_thousand_elements_deep_is_found() {
    assert!(has_the_story(format!("{}{STORY}", "<div>".repeat(10_000))));
    for nested in ["<section><blockquote>", "<ul><li>", "<table><tr><td>", "<b>", "<custom-tag>"] {
        assert!(has_the_story(format!("{}{STORY}", nested.repeat(700))), "{nested}");
    }
}

#[test]
fn a_story_over_which_formatting_is_left_open_is_found() {
    let mut open = String::new();
    for number in 0..300 {
        let _ = write!(open, "<b id=b{number}><i id=i{number}><font color=c{number}>");
    }
    assert!(has_the_story(format!("{open}{STORY}")));
}

#[test]
fn a_page_that_nests_without_end_is_refused() {
    for nested in
        ["<div>", "<b><i><font>", "<span>", "<svg><g>", "<table><tr><td>", "<ul><li>", "<a><p>", "<custom-tag>"]
    {
        let page = format!("{STORY}{}", nested.repeat(100_000));
        assert!(matches!(cleaned(page), Err(NoArticle::TooMuch(_)) | Ok(_)), "{nested}");
    }
    let error = cleaned(format!("{}{STORY}", "<div>".repeat(100_000))).unwrap_err();
    assert_eq!(error, NoArticle::TooMuch(TooMuch::Depth));
    assert!(error.to_string().contains("12000 elements one inside another"), "{error}");
}

#[test]
fn formatting_that_every_paragraph_repeats_is_refused() {
    let mut page = STORY.to_owned();
    for number in 0..10_000 {
        let _ = write!(page, "<p><b id=b{number}>text</p>");
    }
    assert!(matches!(cleaned(page), Err(NoArticle::TooMuch(_))));
}

#[test]
fn attributes_without_end_are_refused_and_many_are_not() {
    let attributes = |count| (0..count).fold(String::new(), |all, number| all + &format!(" data-a{number}='>'"));
    let page = |attributes: String| format!("<div{attributes}>{STORY}</div>");
    assert!(has_the_story(page(attributes(900))));
    assert_eq!(cleaned(page(attributes(200_000))), Err(NoArticle::TooMuch(TooMuch::Attributes)));
}

#[test]
fn what_is_long_but_simple_is_read() {
    let long = "0123456789abcdef ".repeat(50_000);
    assert!(has_the_story(format!("{STORY}<img src='data:image/png;base64,{long}'>")));
    assert!(has_the_story(format!("<!-- {long} a=b {long} -->{STORY}")));
    assert!(has_the_story(format!("<script>if (a<b) {{ '{long}' }}</script>{STORY}")));
    let data = "{\"@type\":\"Thing\",\"name\":\"x\"},".repeat(10_000);
    assert!(has_the_story(format!("<script type=application/ld+json>[{data}{{}}]</script>{STORY}")));
}

#[test]
fn a_hundred_thousand_siblings_are_read() {
    assert!(has_the_story(format!("<main>{STORY}</main>{}", "<i>x</i>".repeat(50_000))));
    assert!(has_the_story(format!("<main>{STORY}</main>{}", "<p>x</p>".repeat(50_000))));
}
