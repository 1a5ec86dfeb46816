//! Parses markup into a tree, within bounds.
//!
//! A parser of HTML makes a tree of any text whatever (HTML Living Standard, 13.2), but some texts cost it time or
//! memory that grow with the square of their length: elements nested without end, since every tag looks through the
//! open ones; formatting left open, which every new block repeats; attributes by the million, each compared with those
//! before. So the parser is fed piece by piece, watched while it builds, and stopped where no article ever went. All
//! bounds stand here, but for the depth that is handed on ([`flattening`]); what is within them is parsed as browsers parse it.

mod endless;
mod flattening;
mod raw_text;
mod watched;

use ego_tree::Tree;
use endless::{Silence, has_endless_tag};
use flattening::flattened;
use html5ever::driver::{self, ParseOpts, Parser};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{QualName, local_name, ns};
use raw_text::{RawText, from_closing_tag};
use scraper::{Html, Node};
use watched::Watched;

/// How far the parser may go.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// How many elements may stand one inside another.
    depth: usize,
    /// How many elements, texts and comments there may be.
    nodes: usize,
    /// How many steps may be taken along open elements, formatting and attributes; a hundred million take about
    /// half a second.
    steps: u64,
}

/// Real pages nest some tens of elements, or some hundreds where each paragraph leaves a `font` open, have less than
/// a million nodes, be they whole books in one file, and take ten or twenty steps a tag.
const OF_A_PAGE: Bounds = Bounds { depth: 12_000, nodes: 3_000_000, steps: 250_000_000 };

/// What a page states in an attribute or a `noscript`: a caption, a picture. There may be thousands in one page.
const OF_A_FRAGMENT: Bounds = Bounds { depth: 500, nodes: 5_000, steps: 200_000 };

/// In bytes. No page is longer.
const LONGEST: usize = 256 << 20;

/// How many attributes one element may have; pages put up to some hundreds there.
const MOST_ATTRIBUTES: usize = 5_000;

/// How many bytes of markup there are for each element and text, in pages that have few.
const BYTES_OF_A_NODE: usize = 24;

/// How many bytes the parser gets between two looks at what it has done.
const PIECE: usize = 4096;

/// Parses `html` as a whole page.
///
/// # Errors
/// When it goes beyond what any page needs.
pub(super) fn document(html: &str) -> Result<Html, TooMuch> {
    let mut tree = Html::new_document();
    // Room for what most pages have, so that the tree is not moved while it grows.
    tree.tree = Tree::with_capacity(Node::Document, (html.len() / BYTES_OF_A_NODE).min(OF_A_PAGE.nodes));
    let sink = Watched::new(tree, OF_A_PAGE);
    let html = fed(driver::parse_document(sink, ParseOpts::default()), html)?;
    Ok(flattened(html))
}

/// Parses `html` as what may stand in a `body`; `None` when that is more than the markup of a few words.
pub(super) fn fragment(html: &str) -> Option<Html> {
    let sink = Watched::new(Html::new_fragment(), OF_A_FRAGMENT);
    let body = QualName::new(None, ns!(html), local_name!("body"));
    fed(driver::parse_fragment(sink, ParseOpts::default(), body, Vec::new(), false), html).ok()
}

/// Why a page is not parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    /// Too many bytes.
    #[error("the page is longer than {} MB, which no article is; was the right file named?", LONGEST >> 20)]
    Text,
    /// Elements too deep inside one another.
    #[error("the page nests more than {} elements one inside another, which no article does; {REMEDY}", OF_A_PAGE.depth)]
    Depth,
    /// Too many elements and texts.
    #[error("the page has more than {} elements and texts, which no article has; {REMEDY}", OF_A_PAGE.nodes)]
    Nodes,
    /// Too many attributes on one element.
    #[error("an element of the page has more than {MOST_ATTRIBUTES} attributes, which none needs; {REMEDY}")]
    Attributes,
    /// Too much work for the parser: formatting or elements left open without end.
    #[error("the page leaves so many elements open inside one another that reading it would take too long; {REMEDY}")]
    Steps,
}

const REMEDY: &str = "save the article again, from the browser's reading view if it has one";

/// Feeds the parser with `html`, but for what nobody reads, as long as it stays within bounds.
fn fed(mut parser: Parser<Watched>, html: &str) -> Result<Html, TooMuch> {
    if html.len() > LONGEST {
        return Err(TooMuch::Text);
    }
    let mut silent = Silence::default();
    let raw_text = RawText::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (mut piece, mut after) = rest.split_at(rest.ceil_char_boundary(PIECE));
        let tag = raw_text.tag_in(piece);
        if let Some(tag) = &tag {
            (piece, after) = rest.split_at(if tag.start == 0 { tag.end } else { tag.start });
        }
        parser.tokenizer.sink.sink.unread.take();
        parser.process(StrTendril::from_slice(piece));
        let watched = &parser.tokenizer.sink.sink;
        if let Some(excess) = watched.excess.get() {
            return Err(excess);
        }
        if silent.is_long_after(piece.len(), watched.steps.get()) && has_endless_tag(html) {
            return Err(TooMuch::Attributes);
        }
        rest = match watched.unread.take() {
            Some(element) if tag.is_some_and(|tag| tag.start == 0) => from_closing_tag(after, element).unwrap_or(after),
            _ => after,
        };
    }
    parser.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn texts(html: &Html) -> String {
        html.tree.root().descendants().filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
    }

    #[test]
    fn what_is_within_bounds_is_parsed_as_ever_however_it_falls_into_pieces() {
        let page = "<title>Żółw</title><p class='ą'>Żółta <b>łódź<p>i dwie</b> kaczki &amp; gęś<table>ż<td>x</table>";
        let page = page.repeat(300);
        assert_eq!(document(&page).unwrap().html(), Html::parse_document(&page).html());
    }

    #[test]
    fn every_bound_is_held() {
        let numbered =
            |text: &str, count: usize| (0..count).map(|n| text.replace('#', &n.to_string())).collect::<String>();
        let refused = |page: String| document(&page).unwrap_err();
        assert_eq!(refused("<b id=x><i><font>".repeat(8_000)), TooMuch::Depth);
        assert_eq!(refused(numbered("<p><b id=b#>text</p>", 3_000).repeat(3)), TooMuch::Steps);
        let few = Watched::new(Html::new_document(), Bounds { nodes: 100, ..OF_A_PAGE });
        let parser = driver::parse_document(few, ParseOpts::default());
        assert_eq!(fed(parser, &"<p>text".repeat(100)), Err(TooMuch::Nodes));
        assert_eq!(refused(format!("<p{}>", numbered(" a#=b", MOST_ATTRIBUTES + 1))), TooMuch::Attributes);
        assert_eq!(refused(format!("<p{}", numbered(" a#='>' b# c# = d", 20_000))), TooMuch::Attributes);
        assert!(document(&format!("<p{}>", numbered(" a#='x > y' ", MOST_ATTRIBUTES - 1))).is_ok());
    }

    #[test]
    fn a_fragment_has_bounds_of_its_own() {
        assert!(fragment("A kiln <i>at dusk").is_some());
        assert!(fragment(&"<b><i><font>".repeat(1_000)).is_none());
    }

    #[test]
    fn no_control_character_gets_through() {
        let page =
            "<p title='a&#27;b'>one\u{1b}two&#x1f;&#13;three\u{c}four\u{85}\u{ffff} fünf\u{a0}</p><pre>a\tb\nc</pre>";
        let parsed = document(page).unwrap();
        assert_eq!(texts(&parsed), "onetwo three four  fünf\u{a0}a\tb\nc");
        assert!(parsed.html().contains("title=\"ab\""));
    }
}
