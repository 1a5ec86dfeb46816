//! Clean: finds the article in the page.
//!
//! A pure function: no network, no disk, no clock. The page's markup goes in, an [`Article`] comes out,
//! and no string of markup passes beyond this folder.
//!
//! `parse` makes a tree of the markup, within bounds, and `view` lays it out flat for all who ask, with what the page
//! claims of itself. Each room makes one finding of the view: `metadata` what the page says of the article; `body` which
//! elements are the article's text; `figures` which pictures in and above them are the article's; `extent` whether that is
//! all of the article; `kind` whether it is a page of another kind. `convert` turns body and figures into blocks, and
//! `tidy` reads them over. `compose` alone knows the order, and makes the article of it all: if the outcome is too little,
//! the page is read again with more appetite. A page that has text gives an article, be it a line, unless much says that
//! it is a page of another kind; even then what was found is handed on, for whoever knows better.
//!
//! What is known of one site alone is the last resort: [`sites`].

mod body;
mod compose;
mod convert;
pub mod explanation;
mod extent;
mod figures;
mod kind;
mod metadata;
mod parse;
pub mod rules;
pub mod sites;
#[cfg(test)]
pub(crate) mod testing;
mod tidy;
mod view;
mod wrapping;

use crate::article::Article;
use crate::source::Page;
use compose::{Composition, compose};
use explanation::Explanation;
pub use kind::{Confidence, PageKind, Verdict};
pub use parse::TooMuch;
use scraper::Html;
use sites::{Applied, Sites};
use std::mem::ManuallyDrop;
use view::PageView;

/// Finds the article in `page`.
///
/// # Errors
/// When the page holds no text that could be an article's body, goes beyond what any page needs (see [`TooMuch`]), or
/// looks like a page of another kind: then the error holds what was found all the same.
pub fn clean(page: &Page) -> Result<Article, NoArticle> {
    clean_with(page, &Sites::default())
}

/// Finds the article in `page` as [`clean`] does, with what is known of its site.
///
/// # Errors
/// As those of [`clean`].
pub fn clean_with(page: &Page, sites: &Sites) -> Result<Article, NoArticle> {
    let mut document = parse::document(&page.html)?;
    let site = applied(sites, page, &mut document);
    compose(&PageView::of(&document), page, &site)?.outcome
}

/// Finds the article in `page` as [`clean_with`] does, for a program that ends with it: the tree of the page is not taken
/// apart node by node, but left to the system, which takes all memory back at once.
///
/// # Errors
/// As those of [`clean`].
#[cfg(feature = "cli")]
pub(crate) fn clean_last(page: &Page, sites: &Sites) -> Result<Article, NoArticle> {
    let mut document = ManuallyDrop::new(parse::document(&page.html)?);
    let site = applied(sites, page, &mut document);
    compose(&PageView::of(&document), page, &site)?.outcome
}

/// Finds the article in `page` as [`clean`] does, and tells of each picture of the page why it is one of the article's or
/// not, and which rules left words out of its body; nothing is told of a page without text.
pub fn explain(page: &Page) -> (Result<Article, NoArticle>, Explanation) {
    explain_with(page, &Sites::default())
}

/// Finds the article in `page` and explains it as [`explain`] does, with what is known of its site.
pub fn explain_with(page: &Page, sites: &Sites) -> (Result<Article, NoArticle>, Explanation) {
    let mut document = match parse::document(&page.html) {
        Ok(document) => document,
        Err(excess) => return (Err(excess.into()), Explanation::default()),
    };
    let site = applied(sites, page, &mut document);
    let view = PageView::of(&document);
    let composition = match compose(&view, page, &site) {
        Ok(composition) => composition,
        Err(error) => return (Err(error), Explanation::default()),
    };
    let Composition { addresses, body, left_out, figures, outcome } = composition;
    let explain = |article: &Article| Explanation {
        pictures: figures::explanation::explain(&view.tree, &figures, &addresses, article),
        left_out: explanation::left_out(&view.tree, &body, &left_out),
    };
    let explanation = match &outcome {
        Ok(article) => explain(article),
        Err(NoArticle::Unlikely { article, .. }) => explain(article),
        Err(_) => Explanation::default(),
    };
    (outcome, explanation)
}

/// What the rules for the site of `page`, if there are any, find in it.
fn applied(sites: &Sites, page: &Page, document: &mut Html) -> Applied {
    let rules = page.url.as_ref().and_then(|url| sites.of(url));
    rules.map(|rules| sites::apply(rules, document)).unwrap_or_default()
}

/// Why a page gave no article.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoArticle {
    /// Nothing in the page can be read.
    #[error("the page has no text that could be an article; was it saved before it had loaded?")]
    NoText,
    /// The page looks like one of another kind.
    #[error("{verdict}")]
    Unlikely {
        /// What it looks like.
        verdict: Verdict,
        /// What the page gives if it is taken for an article.
        article: Box<Article>,
    },
    /// The page goes beyond what any page needs.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
}

#[cfg(test)]
mod tests {
    use super::testing::{page, short};
    use super::*;

    fn cleaned(html: &str) -> (String, Vec<String>) {
        let article = clean(&page(html)).unwrap();
        (article.headline, article.body.iter().map(short).collect())
    }

    #[test]
    fn a_page_gives_its_article_and_none_of_its_furniture() {
        let (headline, body) = cleaned(
            "<html><head><title>The Lock | Courier</title><style>p{}</style></head><body>\
             <div class=cookie role=dialog><p>We store cookies to measure what you almost read.</p></div>\
             <header><a href=/>Courier</a></header><nav><a href=/a>News</a></nav>\
             <main><article><h1>The Lock</h1><div class=share-bar><a href=#>Share</a></div>\
             <div class=body><p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>\
             <script>alert(1)</script><div class=ad><p>The mattress that remembers you, and forgives.</p></div>\
             <h4>What it remembers</h4><p onclick=alert(2)>It froze in March, and the ferry stopped; the grain went by road.</p></div>\
             <section class=newsletter><p>Sign up to our morning newsletter; unsubscribe at any time.</p><form><input></form></section>\
             </article></main><section id=comments><p>First! And the lock was never painted green, you know.</p></section>\
             <footer><p>© Courier. All rights reserved, and a few wrongs.</p></footer></body></html>",
        );
        assert_eq!(headline, "The Lock");
        assert_eq!(
            body,
            [
                "p:The lock was closed for the winter, and nobody in the town of Osk minded it much.",
                "h2:What it remembers",
                "p:It froze in March, and the ferry stopped; the grain went by road.",
            ]
        );
    }

    #[test]
    fn the_words_of_an_icon_go_with_it() {
        let text = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
        let icon = "<figure><img src=/anchor.png width=40 height=40><figcaption>An anchor</figcaption></figure>";
        let (_, body) = cleaned(&format!("<article><h1>The Lock</h1>{text}{icon}{text}{text}</article>"));
        assert!(!body.iter().any(|block| block.contains("anchor")), "{body:?}");
    }

    #[test]
    fn a_picture_that_is_a_button_is_no_furniture() {
        let button = "<figure><div role=button><span>Press enter or click to view image in full size</span><div><picture>\
                      <img src=https://example.org/lock-in-march.jpg></picture></div></div></figure>";
        let (_, body) = cleaned(&format!(
            "<article><h1>The Lock</h1><p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>\
             {button}<p>It froze in March, and the ferry stopped; the grain went by road.</p></article>"
        ));
        assert_eq!(body[1], "figure:", "{body:?}");
    }

    #[test]
    fn a_quotation_stays_though_the_logo_of_who_said_it_is_shown() {
        let text = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
        let quotation = "<figure class=said><blockquote>We had never seen such ice on the Merrow.</blockquote>\
                         <figcaption><p>Ada Roe, Osk Ferries</p><div><img loading=lazy src=/osk-ferries-logo-7f3a.webp></div></figcaption></figure>";
        let (_, body) = cleaned(&format!("<article><h1>The Lock</h1>{text}{quotation}{text}{text}</article>"));
        assert_eq!(body[1], "quote(p:We had never seen such ice on the Merrow.)—Ada Roe, Osk Ferries", "{body:?}");
        assert!(!body.iter().any(|block| block.contains("logo")), "{body:?}");
    }

    #[test]
    fn a_page_with_any_sentence_gives_an_article() {
        let (headline, body) =
            cleaned("<nav><a href=/>Home</a></nav>One two three four five six seven eight, nine and ten.");
        assert_eq!(headline, "One two three four five six seven eight, nine …");
        assert_eq!(body, ["p:One two three four five six seven eight, nine and ten."]);
    }

    #[test]
    fn a_text_that_falls_short_of_the_pages_data_brings_no_menu_in() {
        let sentence = "The lock was closed for the winter, and nobody in the town of Osk minded it much. ";
        let html = format!(
            "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{}\"}}</script>\
             <nav>{}</nav><article><h1>The Lock</h1><p>{}</p><p>It froze.</p></article><footer>{sentence}</footer>",
            sentence.repeat(30),
            "<a href=/>News from the upper Merrow</a>".repeat(20),
            sentence.repeat(8)
        );
        let (_, body) = cleaned(&html);
        assert_eq!(body.len(), 2, "{body:?}");
    }

    #[test]
    fn a_log_in_is_no_article() {
        let wall = "<form><label>Email <input></label><label>Password <input type=password></label><button>Log in</button>\
                    </form><p><a href=/forgot>Forgot password?</a> <a href=/join>Join</a></p>";
        let Err(NoArticle::Unlikely { verdict, article }) = clean(&page(wall)) else { panic!("it is taken") };
        assert_eq!(verdict.kind, PageKind::LogIn);
        assert!(verdict.confidence.percent() >= 80 && !article.body.is_empty());
    }

    #[test]
    fn a_poem_and_a_note_are_articles_though_they_have_no_sentence() {
        let poem = "<h1>Osk</h1><p>The lock is shut</p><p>the water is high</p><p>the ferry waits at the landing</p>\
                    <p>and so, my dear, do I</p>";
        assert_eq!(cleaned(poem).1.len(), 4);
        assert_eq!(cleaned("<title>Note</title><p>Shut until Monday").1, ["p:Shut until Monday"]);
    }

    #[test]
    fn a_page_without_text_gives_none() {
        assert_eq!(
            clean(&page("<html><head><title></title></head><body><script>x()</script><img src=a.png>")),
            Err(NoArticle::NoText)
        );
    }
}
