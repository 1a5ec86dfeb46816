//! The text that was taken, as it is looked at to tell the kind of the page.

use super::titles::titles;
use super::{Case, teasers};
use crate::article::folded;
use crate::article::{Block, Inline, Words, plain_text};
use crate::clean::view::text_stats;
use crate::clean::view::tree::NodeIdx;
use crate::lexicon::PhraseTable;
use std::collections::BTreeSet;

/// A paragraph with fewer words outside of links says nothing of its own.
const LEAST_PROSE: usize = 10;
/// So many words of prose, and hardly a link in them, are an article whatever else the page shows.
const SURELY_AN_ARTICLE: usize = 1_200;

/// The text that was taken, measured.
pub(super) struct View {
    /// The `title` and the first `h1`.
    pub titles: Vec<String>,
    /// All headings of the highest level, and the first words of the text.
    pub headings: Vec<String>,
    pub text: String,
    pub words: usize,
    pub linked: usize,
    pub links: usize,
    /// Words in cards that lead to other pages.
    pub in_cards: usize,
    /// Words in paragraphs that have some outside of links, cards left out.
    pub prose: usize,
    pub paragraphs_in_a_row: usize,
}

impl View {
    /// `None` for what is surely an article, and need not be looked at.
    pub(super) fn of(case: &Case) -> Option<Self> {
        let mut counts = Counts::of(case.blocks)?;
        let tree = case.tree;
        let element = |name| tree.first_named(name).map(|place| tree.text(place, |_| false));
        let titles: Vec<String> = [element("title"), element("h1")].into_iter().flatten().collect();
        let headings = tree.nodes().filter(|at| matches!(tree.name(*at), "h1" | "h2"));
        let text = plain_text(case.blocks);
        let first_line = text.lines().next().unwrap_or_default().to_owned();
        let headings = headings.take(4).map(|at| tree.text(at, |_| false)).chain([first_line]).collect();

        let cards = teasers::cards(tree, case.body);
        let out = |at| case.body.leaves_out(at);
        let card_texts: BTreeSet<String> = cards.iter().map(|card| tree.text(*card, out)).collect();
        let in_cards = card_texts.iter().map(|text| Words::count(text)).sum();
        // A paragraph of a card is no prose of this page.
        let card_words = folded(&card_texts.into_iter().collect::<Vec<_>>().join("\n"));
        let standfirst = case.metadata.standfirst.iter().map(|text| (text.clone(), Words::count(text)));
        counts.prose.extend(standfirst.filter(|(_, words)| *words >= LEAST_PROSE));
        let own = counts.prose.iter().filter(|(text, _)| card_words.is_empty() || !card_words.contains(&folded(text)));
        let prose = own.map(|(_, words)| words).sum();
        Some(Self {
            titles,
            headings,
            words: Words::count(&text),
            text,
            linked: counts.linked,
            links: counts.links,
            in_cards,
            prose,
            paragraphs_in_a_row: paragraphs_in_a_row(case),
        })
    }

    /// Whether a title is one of the phrases.
    pub(super) fn titled(&self, phrases: &PhraseTable) -> bool {
        self.titles.iter().any(|title| titles(phrases, title))
    }
}

#[derive(Default)]
struct Counts {
    linked: usize,
    links: usize,
    /// The paragraphs that say something of their own, with how many words outside of links.
    prose: Vec<(String, usize)>,
}

impl Counts {
    /// `None` for blocks that are surely an article. The links are counted first, so that no more of a long text is read
    /// than tells.
    fn of(blocks: &[Block]) -> Option<Self> {
        let mut counts = Self::default();
        for block in blocks {
            block.visit(&mut |block| counts.add_links(block));
        }
        let mut prose = 0;
        for block in blocks {
            block.visit(&mut |block| prose += counts.add_prose(block));
            if prose >= SURELY_AN_ARTICLE && counts.linked * 10 < prose {
                return None;
            }
        }
        Some(counts)
    }

    fn add_links(&mut self, block: &Block) {
        let (Block::Paragraph(line) | Block::Heading { content: line, .. }) = block else { return };
        let (links, linked) = in_links(line);
        self.links += links;
        self.linked += linked;
    }

    /// How many words of prose there are in a block.
    fn add_prose(&mut self, block: &Block) -> usize {
        let Block::Paragraph(line) = block else { return 0 };
        let (_, linked) = in_links(line);
        let text = Inline::plain_text(line);
        let words = Words::count(&text).saturating_sub(linked);
        if words < LEAST_PROSE || words < linked {
            return 0;
        }
        self.prose.push((text, words));
        words
    }
}

/// How many links are in a line, and how many words in them.
fn in_links(line: &[Inline]) -> (usize, usize) {
    line.iter().fold((0, 0), |(links, words), inline| {
        let (more, further) = match inline {
            Inline::Link { content, .. } => (1, Words::count(&Inline::plain_text(content))),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content) => in_links(content),
            _ => (0, 0),
        };
        (links + more, words + further)
    })
}

/// The most paragraphs of prose that stand directly in one element of the body.
fn paragraphs_in_a_row(case: &Case) -> usize {
    let tree = case.tree;
    let stats = text_stats::measure(tree, |at| case.body.leaves_out(at));
    let in_body = case.body.parts.iter().flat_map(|part| tree.within(*part));
    let counts = in_body.filter(|at| stats[*at].prose > 0).map(|at| {
        let is_paragraph =
            |child: &NodeIdx| tree.name(*child) == "p" && stats[*child].prose > 0 && stats[*child].link_density() < 0.3;
        tree.children(at).filter(is_paragraph).count()
    });
    counts.max().unwrap_or(0)
}
