//! Clean: finds the article in the page.
//!
//! A pure function: no network, no disk, no clock. The page's markup goes in, an [`Article`] comes out,
//! and no string of markup passes beyond this folder.
//!
//! The page is laid out flat (`tree`), and what it tells programs is read once for all who ask (`linked_data`);
//! `metadata` reads what it says of the article; `body` finds the elements that are the article's text; `figures` finds
//! the pictures in and above them; `convert` turns all that into blocks, and `tidy` reads them over; `extent` tells
//! whether that is all of the article. If the outcome is too little to be an article, the page is read again with more
//! appetite. A page that has text gives an article, be it a line, unless much says that it is a page of another `kind`;
//! even then what was found is handed on, for whoever knows better.

mod addresses;
mod attributes;
mod body;
mod convert;
pub mod explanation;
mod extent;
mod figures;
mod hidden;
mod kind;
mod linked_data;
mod metadata;
mod parse;
mod statements;
#[cfg(test)]
pub(crate) mod testing;
mod tidy;
mod tree;
mod wrapping;

use crate::article::{Article, Block, Extent, Note, plain_text};
use crate::source::{Declared, Page};
use addresses::Addresses;
use body::{Appetite, Body};
use explanation::Explanation;
use figures::{Figures, Told};
pub use kind::{Confidence, PageKind, Verdict};
use metadata::Metadata;
pub use parse::TooMuch;
use scraper::{ElementRef, Html};
use statements::Statements;
use tree::Tree;

/// A text with fewer letters is looked for again with more appetite; most briefs have more.
const A_BRIEF: u32 = 350;
/// With so few letters there is no article, and the whole page is taken; also where the page has so many
/// times more prose than was found, whatever it may be.
const NOTHING: u32 = 60;
const FAR_MORE: u32 = 10;

/// Finds the article in `page`.
///
/// # Errors
/// When the page holds no text that could be an article's body, goes beyond what any page needs (see [`TooMuch`]), or
/// looks like a page of another kind: then the error holds what was found all the same.
pub fn clean(page: &Page) -> Result<Article, NoArticle> {
    read(page)?.outcome
}

/// Finds the article in `page` as [`clean`] does, for a program that ends with it: the tree of the page is not taken
/// apart node by node, but left to the system, which takes all memory back at once.
///
/// # Errors
/// As those of [`clean`].
#[cfg(feature = "cli")]
pub(crate) fn clean_last(page: &Page) -> Result<Article, NoArticle> {
    let Reading { document, outcome, .. } = read(page)?;
    std::mem::forget(document);
    outcome
}

/// Finds the article in `page` as [`clean`] does, and tells of each picture of the page why it is one of the article's or
/// not; nothing is told of a page without text.
pub fn explain(page: &Page) -> (Result<Article, NoArticle>, Explanation) {
    let Reading { document, addresses, figures, outcome } = match read(page) {
        Ok(reading) => reading,
        Err(error) => return (Err(error), Explanation::default()),
    };
    let explanation = match &outcome {
        Ok(article) => figures::explanation::explain(&document, &figures, &addresses, article),
        Err(NoArticle::Unlikely { article, .. }) => {
            figures::explanation::explain(&document, &figures, &addresses, article)
        }
        Err(_) => Explanation::default(),
    };
    (outcome, explanation)
}

/// What was made of a page with text.
struct Reading {
    document: Html,
    addresses: Addresses,
    figures: Figures,
    outcome: Result<Article, NoArticle>,
}

fn read(page: &Page) -> Result<Reading, NoArticle> {
    let document = parse::document(&page.html)?;
    let tree = Tree::of(&document);
    let linked_data = linked_data::read(&tree);
    let metadata = metadata::read(&document, &linked_data, page);
    let addresses = Addresses::of(&document, page, metadata.url.as_ref());
    let statements = Statements::of(&tree, &linked_data);
    let told = Told::of(&document, &linked_data, &metadata, &addresses);
    let headlines = headlines(&tree, &metadata);
    let Some(Text { body, mut blocks, notes, figures }) =
        text(&document, &tree, &told, &metadata, &addresses, &headlines)
    else {
        return Err(NoArticle::NoText);
    };
    let Some(first) = blocks.iter().map(|block| plain_text(std::slice::from_ref(block))).find(|text| !text.is_empty())
    else {
        return Err(NoArticle::NoText);
    };
    let stub = extent::stub(&tree, &body, &blocks, &statements);
    let parts = extent::parts(&tree, &addresses, page.url.as_ref().or(metadata.url.as_ref()));
    let verdict = kind::judge(&kind::Case {
        tree: &tree,
        body: &body,
        blocks: &blocks,
        metadata: &metadata,
        statements: &statements,
        is_declared: page.declared != Declared::default(),
    });
    if let Some(stub) = &stub
        && stub.wall_blocks < blocks.len()
    {
        blocks.truncate(blocks.len() - stub.wall_blocks);
    }
    let article = Article {
        headline: headlines.into_iter().next().unwrap_or_else(|| first_words(&first)),
        // One that the page sets among the paragraphs is read there.
        standfirst: metadata.standfirst.filter(|text| !tidy::opens_with(&blocks, text)),
        byline: metadata.byline,
        published: metadata.published,
        modified: metadata.modified,
        site: metadata.site,
        section: metadata.section,
        url: metadata.url,
        language: metadata.language,
        body: blocks,
        notes,
        extent: match (parts, &stub) {
            (Some(parts), _) => Extent::Parts(parts),
            (None, Some(_)) => Extent::Beginning,
            (None, None) => Extent::Whole,
        },
    };
    let outcome = match verdict {
        Some(verdict) => Err(NoArticle::Unlikely { verdict, article: Box::new(article) }),
        None => Ok(article),
    };
    Ok(Reading { document, addresses, figures, outcome })
}

/// Why a page gave no article.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoArticle {
    #[error("the page has no text that could be an article; was it saved before it had loaded?")]
    NoText,
    #[error("{verdict}")]
    Unlikely {
        verdict: Verdict,
        /// What the page gives if it is taken for an article.
        article: Box<Article>,
    },
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
}

/// The text of a page, and the part of the page that it was read from.
struct Text {
    body: Body,
    blocks: Vec<Block>,
    notes: Vec<Note>,
    figures: Figures,
}

/// The blocks of the body and its notes, read with as little appetite as gives a text.
fn text(
    document: &Html,
    tree: &Tree,
    told: &Told,
    metadata: &Metadata,
    addresses: &Addresses,
    headlines: &[String],
) -> Option<Text> {
    // The page's own data may hold the whole text: a body much shorter has missed a part.
    let witness = metadata.body_text.as_deref().map_or(0, body::density::length);
    let mut best = (0, None);
    let mut prose_of_page = 0;
    for appetite in [Appetite::Picky, Appetite::Hungry, Appetite::Greedy, Appetite::Ravenous] {
        let next_to_nothing = NOTHING.max((prose_of_page / FAR_MORE).min(A_BRIEF));
        let enough = match appetite {
            Appetite::Picky => u32::MAX,
            Appetite::Hungry => A_BRIEF.max(witness / 2),
            Appetite::Greedy => next_to_nothing.max(witness / 2),
            // The data may hold words that the page does not show; menus would not make up for them.
            Appetite::Ravenous => next_to_nothing,
        };
        if best.0 >= enough {
            break;
        }
        let found = body::find(tree, appetite, metadata.standfirst.as_deref());
        prose_of_page = found.prose_of_page;
        let elements = found.parts.iter().filter_map(|part| document.tree.get(tree.node(*part).id));
        let elements: Vec<ElementRef> = elements.filter_map(ElementRef::wrap).collect();
        let figures = figures::find(document, &elements, told, metadata, addresses);
        let (blocks, notes) = convert::convert(tree, &found, &figures, addresses);
        let blocks = tidy::tidy(blocks, headlines, metadata);
        let length = body::density::length(&plain_text(&blocks));
        // More appetite must pay, since it brings furniture in.
        if length > best.0 * 3 / 2 {
            best = (length, Some(Text { body: found, blocks, notes, figures }));
        }
    }
    best.1
}

/// The headlines by which the page goes, the most trusted first.
fn headlines(tree: &Tree, metadata: &Metadata) -> Vec<String> {
    let element = |name| tree.first_named(name).map(|place| tree.text(place, |_| false));
    let all = [metadata.headline.clone(), element("h1"), element("title")];
    all.into_iter().flatten().filter(|text| !text.is_empty()).collect()
}

/// The beginning of a text, to go by where the page names no headline.
fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(9).collect();
    let cut = words.len() < text.split_whitespace().count();
    format!("{}{}", words.join(" "), if cut { " …" } else { "" })
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
