//! Composes the article: the only file that knows in which order the rooms are asked, and what each is told of the others.

use super::NoArticle;
use super::body::{self, Appetite, Body};
use super::convert;
use super::extent;
use super::figures::{self, Figures, PictureClaims};
use super::kind;
use super::metadata::{self, Metadata};
use super::rules::Rule;
use super::sites::Applied;
use super::tidy::{self, Tidied};
use super::view::PageView;
use super::view::addresses::Addresses;
use super::view::text_stats;
use super::view::tree::{NodeIdx, Tree};
use crate::article::{Article, Block, Extent, Note, plain_text};
use crate::source::{Declared, Page};

/// A text with fewer letters is looked for again with more appetite; most briefs have more.
const A_BRIEF: u32 = 350;
/// With so few letters there is no article, and the whole page is taken; also where the page has so many
/// times more prose than was found, whatever it may be.
const NOTHING: u32 = 60;
const FAR_MORE: u32 = 10;

/// What was made of a page with text.
pub(super) struct Composition {
    pub addresses: Addresses,
    /// The part of the page that the text was read from.
    pub body: Body,
    /// The blocks of it that are none of the text.
    pub left_out: Vec<(Rule, Block)>,
    pub figures: Figures,
    pub outcome: Result<Article, NoArticle>,
}

/// Makes the article of `page`, seen by `view`, with what the rules for its `site` find.
///
/// # Errors
/// When the page holds no text.
pub(super) fn compose(view: &PageView, page: &Page, site: &Applied) -> Result<Composition, NoArticle> {
    let declared = site.declared(&page.declared);
    let metadata = metadata::read(view, page, &declared);
    let addresses = Addresses::of(view.claims.base, page, metadata.url.as_ref());
    let claims = PictureClaims::of(view, &metadata, &addresses);
    let headlines = headlines(&view.tree, &metadata);
    let Some(Text { body, mut blocks, notes, figures, left_out }) =
        text(view, &claims, &metadata, &addresses, &headlines, &site.body)
    else {
        return Err(NoArticle::NoText);
    };
    let Some(first) = blocks.iter().map(|block| plain_text(std::slice::from_ref(block))).find(|text| !text.is_empty())
    else {
        return Err(NoArticle::NoText);
    };
    let stub = extent::stub(&view.tree, &body, &blocks, &view.claims);
    let parts = extent::parts(&view.tree, &addresses, page.url.as_ref().or(metadata.url.as_ref()));
    let verdict = kind::judge(&kind::Case {
        tree: &view.tree,
        body: &body,
        blocks: &blocks,
        metadata: &metadata,
        claims: &view.claims,
        is_declared: declared != Declared::default(),
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
    Ok(Composition { addresses, body, left_out, figures, outcome })
}

/// The text of a page, and the part of the page that it was read from.
struct Text {
    body: Body,
    blocks: Vec<Block>,
    notes: Vec<Note>,
    figures: Figures,
    /// What tidying left out.
    left_out: Vec<(Rule, Block)>,
}

/// The blocks of the body and its notes, read with as little appetite as gives a text.
fn text(
    view: &PageView,
    claims: &PictureClaims,
    metadata: &Metadata,
    addresses: &Addresses,
    headlines: &[String],
    body_of_site: &[NodeIdx],
) -> Option<Text> {
    let read = |found: Body| {
        let figures = figures::find(view, &found.parts, claims, metadata, addresses);
        let (blocks, notes) = convert::convert(&view.tree, &found, &figures, addresses);
        let Tidied { blocks, left_out } = tidy::tidy(blocks, headlines, metadata);
        (text_stats::length(&plain_text(&blocks)), Text { body: found, blocks, notes, figures, left_out })
    };
    if !body_of_site.is_empty() {
        let (length, text) = read(Body::of_parts(&view.tree, body_of_site.to_vec()));
        if length > 0 {
            return Some(text);
        }
    }
    // The page's own data may hold the whole text: a body much shorter has missed a part.
    let witness = metadata.body_text.as_deref().map_or(0, text_stats::length);
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
        let found = body::find(&view.tree, appetite, metadata.standfirst.as_deref());
        prose_of_page = found.prose_of_page;
        let (length, text) = read(found);
        // More appetite must pay, since it brings furniture in.
        if length > best.0 * 3 / 2 {
            best = (length, Some(text));
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
