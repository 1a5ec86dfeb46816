//! Candidates: which element of the page is the body.
//!
//! The search starts at the page and goes down as long as one element inside holds nearly all the prose
//! of the one around it. An element that the site itself calls the article's body may hold less.

use super::density::Mass;
use super::furniture;
use crate::clean::metadata::Metadata;
use crate::clean::tree::Tree;

/// How much of the prose around it an element must hold to be gone into, by what the site calls it.
const SHARES: &[(Hint, f32)] = &[
    // schema.org's own name for it; what stands outside is furniture or a teaser.
    (Hint::ArticleBody, 0.35),
    (Hint::NamedBody, 0.55),
    // There may be several `article`s; the rest may be the answers to this one.
    (Hint::Article, 0.5),
    (Hint::Main, 0.4),
    (Hint::Nothing, 0.8),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hint {
    Nothing,
    Main,
    Article,
    NamedBody,
    ArticleBody,
}

impl Hint {
    fn of(tree: &Tree, place: usize) -> Self {
        let Some(element) = tree.element(place) else { return Hint::Nothing };
        let property = element.attr("itemprop").unwrap_or_default();
        if property
            .split_whitespace()
            .any(|word| matches!(word, "articleBody" | "reviewBody" | "blogPost" | "recipeInstructions"))
        {
            return if property.contains("articleBody") { Hint::ArticleBody } else { Hint::NamedBody };
        }
        match element.name() {
            "html" | "body" | "p" | "span" | "a" | "li" | "ul" | "h1" | "h2" | "h3" => return Hint::Nothing,
            "main" => return Hint::Main,
            "article" => return Hint::Article,
            _ => {}
        }
        if furniture::is_named_body(element) {
            Hint::NamedBody
        } else if element.attr("role") == Some("main") {
            Hint::Main
        } else {
            Hint::Nothing
        }
    }

    fn share(self) -> f32 {
        SHARES.iter().find(|(hint, _)| *hint == self).map_or(1.0, |(_, share)| *share)
    }
}

/// The elements that make up the body.
pub(crate) fn choose(tree: &Tree, masses: &[Mass], left_out: &[bool], _metadata: &Metadata) -> Vec<usize> {
    let mut chosen = tree.first_named("body").unwrap_or(0);
    while let Some(inner) =
        hinted_inside(tree, masses, left_out, chosen).or_else(|| heaviest_inside(tree, masses, left_out, chosen))
    {
        chosen = inner;
    }
    vec![chosen]
}

/// The first and best element anywhere inside that the site calls the body and that holds enough.
fn hinted_inside(tree: &Tree, masses: &[Mass], left_out: &[bool], around: usize) -> Option<usize> {
    let whole = masses[around].prose as f32;
    let mut best: Option<(Hint, u32, usize)> = None;
    let mut at = around + 1;
    while at < tree.node(around).end {
        let mass = masses[at];
        // Nothing inside can hold enough.
        if left_out[at] || (mass.prose as f32) < whole * 0.3 {
            at = tree.node(at).end;
            continue;
        }
        let hint = Hint::of(tree, at);
        if hint != Hint::Nothing && mass.prose as f32 >= whole * hint.share() && mass.prose > 0 {
            let better = best.is_none_or(|(_, prose, _)| mass.prose > prose);
            if better {
                best = Some((hint, mass.prose, at));
            }
        }
        at += 1;
    }
    best.map(|(_, _, place)| place)
}

/// The child that holds nearly all.
fn heaviest_inside(tree: &Tree, masses: &[Mass], left_out: &[bool], around: usize) -> Option<usize> {
    let whole = masses[around].prose as f32;
    let heaviest = tree.children(around).filter(|child| !left_out[*child] && tree.element(*child).is_some());
    let heaviest = heaviest.max_by_key(|child| (masses[*child].prose, std::cmp::Reverse(*child)))?;
    let opens = tree.node(heaviest).is_block
        && !matches!(
            tree.name(heaviest),
            "p" | "li" | "ul" | "ol" | "table" | "blockquote" | "tr" | "tbody" | "pre" | "dl" | "h1" | "h2"
        );
    (opens && masses[heaviest].prose > 0 && masses[heaviest].prose as f32 >= whole * Hint::Nothing.share())
        .then_some(heaviest)
}
