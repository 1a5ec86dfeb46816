//! Walls: pages that show the beginning of an article and ask for money or a name before they show the rest.
//!
//! Full pages have the words of a wall, too: in templates that a script shows, in the banner for new readers. So a wall
//! alone proves nothing; it must stand where a text breaks off early, or the page's own data must say that a part is
//! not free, or that there are far more words than were found.

use crate::article::folded;
use crate::article::{Block, Inline, Words, plain_text};
use crate::clean::body::Body;
use crate::clean::view::claims::PageClaims;
use crate::clean::view::hidden::is_hidden_from_some;
use crate::clean::view::non_text::is_non_text;
use crate::clean::view::tree::{NodeIdx, NodeKind, Tree};
use crate::lexicon;

/// A beginning without its end.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::clean) struct Stub {
    /// How many blocks at the end of the text are the words of the wall.
    pub wall_blocks: usize,
}

/// With more words a text is hardly the sample before a wall.
const LONGEST_SAMPLE: usize = 350;
/// The same where the page's own data say that it is not free.
const LONGEST_SAMPLE_OF_PAID: usize = 700;
/// A wall at the end of a text has so many blocks at most.
const TALLEST_WALL: usize = 6;
/// With fewer words a text whose paid part is missing is no whole article.
const A_TASTE: usize = 200;
/// The line of a wall has fewer characters.
const LONGEST_LINE: usize = 260;
/// Stated numbers of words below this say little: they may be those of the description.
const LEAST_STATED: usize = 150;

/// Whether `blocks`, found in `body`, are the beginning of an article only.
pub(in crate::clean) fn stub(tree: &Tree, body: &Body, blocks: &[Block], claims: &PageClaims) -> Option<Stub> {
    // What stands below the first line of a wall, at the text's end, is the wall: its offers and their prices.
    let end = &blocks[blocks.len().saturating_sub(TALLEST_WALL)..];
    let wall_blocks = end.iter().position(speaks_of_a_wall).map_or(0, |first| end.len() - first);
    let sample = &blocks[..blocks.len() - wall_blocks];
    let words = words_up_to(LONGEST_SAMPLE_OF_PAID.max(claims.word_count.unwrap_or(0)), sample);
    let far_fewer = |tenths: usize| {
        // Where words are not parted by spaces, everybody counts them in another way.
        claims.word_count.is_some_and(|stated| stated >= LEAST_STATED && words * 10 < stated * tenths)
            && !is_unparted(&plain_text(sample))
    };
    let is_paid = claims.is_free == Some(false);
    if words >= LONGEST_SAMPLE_OF_PAID && !far_fewer(4) {
        return None;
    }
    let breaks_off = breaks_off(&plain_text(sample));
    let wall = wall_blocks > 0 || has_wall(tree, body);
    let is_stub = if is_paid {
        far_fewer(7) || (words < A_TASTE && lacks_paid_parts(tree, claims)) || wall || breaks_off
    } else {
        (far_fewer(5) && (wall || breaks_off))
            || (words < LONGEST_SAMPLE && wall && (breaks_off || wall_blocks > 0 || has_named_wall(tree)))
    };
    is_stub.then_some(Stub { wall_blocks })
}

/// How many words the blocks have; no more blocks are read than have `enough`.
fn words_up_to(enough: usize, blocks: &[Block]) -> usize {
    let mut words = 0;
    for block in blocks {
        words += Words::count(&plain_text(std::slice::from_ref(block)));
        if words >= enough {
            break;
        }
    }
    words
}

fn speaks_of_a_wall(block: &Block) -> bool {
    let (Block::Paragraph(line) | Block::Heading { content: line, .. }) = block else { return false };
    is_wall_line(&Inline::plain_text(line))
}

fn is_wall_line(text: &str) -> bool {
    if text.chars().count() > LONGEST_LINE {
        return false;
    }
    let line = folded(text);
    let says_what_remains =
        || line.contains(|c: char| c.is_ascii_digit()) && lexicon::PAYWALL_REMAINS.within(&line).next().is_some();
    lexicon::PAYWALL_LINES.within(&line).next().is_some() || says_what_remains()
}

/// "and so the keeper …", "and so the keeper [...]".
fn breaks_off(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches([']', ')', '”', '"', '»']);
    end.ends_with('…') || end.ends_with("...")
}

/// Whether a line after the beginning of the body, which the reader sees, speaks of a wall.
fn has_wall(tree: &Tree, body: &Body) -> bool {
    let mut at = body.parts.first().copied().unwrap_or(NodeIdx::ROOT);
    let mut last = None;
    while at < tree.nodes().end {
        let is_out = is_non_text(tree.name(at))
            || matches!(tree.name(at), "nav" | "footer")
            || tree.element(at).is_some_and(is_hidden_from_some);
        if is_out {
            at = tree.end(at);
            continue;
        }
        if matches!(tree.node(at).kind, NodeKind::Text(text) if text.trim().len() > 3) {
            let block = tree.ancestors(at).find(|around| tree.node(*around).is_block).unwrap_or(NodeIdx::ROOT);
            // Each line once; a block with very many nodes is no line.
            if last != Some(block) && tree.within(block).len() < 60 && is_wall_line(&tree.text(block, |_| false)) {
                return true;
            }
            last = Some(block);
        }
        at = at.next();
    }
    false
}

/// Whether an element with some text in it is named as a wall.
fn has_named_wall(tree: &Tree) -> bool {
    tree.nodes().any(|at| {
        let names = ["class", "id", "data-testid"].into_iter().filter_map(|name| tree.attribute(at, name));
        let mut names = names.map(str::to_ascii_lowercase);
        !matches!(tree.name(at), "html" | "body" | "script" | "style")
            && names.any(|name| lexicon::EXTENT_WALLS.within(&name).next().is_some())
            && tree.text(at, |inside| is_non_text(tree.name(inside))).len() > 20
    })
}

/// Whether the parts that are said not to be free are not in the page, or empty. Selectors are those that search engines
/// ask for, a class or an id; of others nothing is known.
fn lacks_paid_parts(tree: &Tree, claims: &PageClaims) -> bool {
    !claims.paid_parts.is_empty()
        && claims.paid_parts.iter().all(|selector| {
            let is_it = |at: NodeIdx| match selector.split_at_checked(1) {
                Some((".", class)) => tree.element(at).is_some_and(|element| element.classes().any(|own| own == class)),
                Some(("#", id)) => tree.attribute(at, "id") == Some(id),
                _ => true,
            };
            !tree.inside(NodeIdx::ROOT).any(|at| is_it(at) && tree.text(at, |_| false).len() > 200)
        })
}

/// Chinese, Japanese, Thai.
fn is_unparted(text: &str) -> bool {
    let (all, spaces) =
        text.chars().take(2_000).fold((0, 0), |(all, spaces), c| (all + 1, spaces + usize::from(c.is_whitespace())));
    spaces * 20 < all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_wall_is_told_from_a_sentence() {
        for line in [
            "Subscribe to continue reading.",
            "Il vous reste 82.5% de cet article à lire.",
            "Jetzt weiterlesen mit K+",
            "Para seguir leyendo, suscríbete",
            "この記事は有料会員限定です。残り 1200文字",
        ] {
            assert!(is_wall_line(line), "{line}");
        }
        for line in ["Il vous reste un bac à prendre.", "The keeper went on reading.", "Es blieb noch Zeit."] {
            assert!(!is_wall_line(line), "{line}");
        }
    }
}
