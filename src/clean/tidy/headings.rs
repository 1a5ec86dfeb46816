//! Headings: bold lines that serve as such become headings, and the levels are put in order.

use super::said::text_of;
use crate::article::{Block, HeadingLevel, Inline};
use crate::clean::wrapping::{is_bold, plain};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// In characters: a heading is a line or two, not a passage in bold; the title of a show with its house and its days is long.
const LONGEST_HEADING: usize = 120;
/// In characters: a paragraph that a heading may stand over; "CEO, Osk Canal" under a name is a line of its own kind.
const A_PARAGRAPH: usize = 60;

/// Makes headings of the lines that stand in bold over the paragraphs of a part without headings of its own. It takes
/// two of them in one part: one may be a cry, a label or a name. Where there are two, one alone in another part is one, too.
pub(super) fn promote(blocks: &mut [Block]) {
    let mut is_bold_line: Vec<bool> = blocks.iter().map(is_heading_in_bold).collect();
    if is_bold_line.iter().filter(|is_bold| **is_bold).count() < 2 {
        return;
    }
    let mut said: HashMap<String, usize> = HashMap::new();
    for block in blocks.iter() {
        *said.entry(text_of(block)).or_default() += 1;
    }
    // A name in bold that comes again says who speaks.
    for (is_bold_line, block) in is_bold_line.iter_mut().zip(&*blocks) {
        *is_bold_line &= said.get(&text_of(block)) == Some(&1);
    }
    let is_caption = |at: usize| at > 0 && matches!(blocks[at - 1], Block::Figure(_)) && is_italic(&blocks[at]);
    let heads = |at: usize| {
        is_bold_line[at]
            && !is_caption(at)
            && match blocks.get(at + 1) {
                Some(Block::Paragraph(_)) => !is_bold_line[at + 1],
                Some(Block::List(_) | Block::Table(_) | Block::Figure(_) | Block::Code(_) | Block::Quote(_)) => true,
                _ => false,
            }
    };
    let heads: Vec<bool> = (0..blocks.len()).map(heads).collect();
    let over_prose = |at: &usize| {
        heads[*at]
            && *at > 0
            && matches!(&blocks[*at + 1], Block::Paragraph(_))
            && text_of(&blocks[*at + 1]).chars().count() >= A_PARAGRAPH
    };
    let levels: Vec<Option<u8>> = blocks
        .iter()
        .map(|block| match block {
            Block::Heading { level, .. } => Some(level.get()),
            _ => None,
        })
        .collect();
    let topmost = levels.iter().flatten().min().copied().unwrap_or(2);
    let mut parts = Vec::new();
    let mut start = 0;
    for part in levels.chunk_by(|_, next| next.is_none()) {
        let range = start..start + part.len();
        start = range.end;
        parts.push((HeadingLevel::new(part[0].map_or(topmost, |above| above + 1)), range));
    }
    let serves = |range: &Range<usize>| range.clone().filter(over_prose).count() >= 2;
    if !parts.iter().any(|(_, range)| serves(range)) {
        return;
    }
    let mut promoted = Vec::new();
    for (level, range) in parts {
        let serves = serves(&range);
        promoted.extend(range.filter(|at| heads[*at] && (serves || over_prose(at))).map(|at| (at, level)));
    }
    for (at, level) in promoted {
        if let Block::Paragraph(content) = &mut blocks[at] {
            blocks[at] = Block::Heading { level, content: plain(std::mem::take(content)) };
        }
    }
}

/// A short line, all in bold, that is no sentence, no question to somebody, no label before a colon and no link.
fn is_heading_in_bold(block: &Block) -> bool {
    let Block::Paragraph(content) = block else { return false };
    if !is_bold(content) {
        return false;
    }
    let text = text_of(block);
    text.chars().count() < LONGEST_HEADING
        && text.chars().any(char::is_alphabetic)
        && !text.contains('\n')
        && !text.ends_with(NO_END_OF_A_HEADING)
        && !text.starts_with(NO_BEGINNING_OF_A_HEADING)
        && !holds_link(content)
}

/// With which sentences, labels, questions and speeches end.
const NO_END_OF_A_HEADING: &[char] = &[
    '.', '!', '?', ':', ',', ';', '…', '"', '”', '»', '—', '–', '。', '！', '？', '：', '，', '；', '」', '؟', '۔', '।',
];
/// With which speeches, remarks, handles and notes below the text begin.
const NO_BEGINNING_OF_A_HEADING: &[char] =
    &['"', '“', '«', '„', '「', '—', '–', '-', '(', '（', '[', '*', '@', '#', '©', '•'];

/// True for a line all in italics, as captions are set.
fn is_italic(block: &Block) -> bool {
    matches!(block, Block::Paragraph(content) if matches!(&content[..], [Inline::Emphasis(_)])
        || matches!(&content[..], [Inline::Strong(inner)] if matches!(inner[..], [Inline::Emphasis(_)])))
}

fn holds_link(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Link { .. } => true,
        Inline::Strong(content) | Inline::Emphasis(content) => holds_link(content),
        _ => false,
    })
}

/// Puts the levels in order: the topmost is 2, and no level is jumped over on the way down.
pub(super) fn level(blocks: &mut [Block]) {
    let used: BTreeSet<HeadingLevel> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            _ => None,
        })
        .collect();
    let mut before = 1;
    for block in blocks {
        if let Block::Heading { level, .. } = block {
            let rank = used.range(..*level).count() as u8 + 2;
            before = rank.min(before + 1);
            *level = HeadingLevel::new(before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{parsed, short};

    #[test]
    fn levels_start_at_two_and_skip_none() {
        let mut blocks: Vec<Block> =
            [4, 6, 3, 6, 4].map(|level| Block::Heading { level: HeadingLevel::new(level), content: Vec::new() }).into();
        level(&mut blocks);
        let levels: Vec<u8> = blocks
            .iter()
            .map(|block| match block {
                Block::Heading { level, .. } => level.get(),
                _ => 0,
            })
            .collect();
        assert_eq!(levels, [2, 3, 2, 3, 3]);
    }

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";

    fn promoted(page: &str) -> Vec<String> {
        let mut blocks = parsed(&page.replace("TEXT", TEXT));
        promote(&mut blocks);
        blocks.iter().map(short).filter(|block| !block.contains("nobody in the town")).collect()
    }

    #[test]
    fn bold_lines_over_paragraphs_are_headings_below_the_last_one() {
        let page = "TEXT<p><b>The lock</b></p>TEXT<p><strong>The <i>weir</i></strong></p>TEXT";
        assert_eq!(promoted(page), ["h2:The lock", "h2:The _weir_"]);
        let show = "Osk and its Weir: Drawings from Life, National Gallery of the Upper Merrow, 4 April – 3 May";
        let shows = promoted(&page.replace("The lock", show));
        assert_eq!(shows[0], format!("h2:{show}"));
        let below = promoted(&format!("<h3>The river</h3>{page}<h2>The sea</h2>TEXT<p><b>One</b></p>TEXT"));
        assert_eq!(below, ["h3:The river", "h4:The lock", "h4:The _weir_", "h2:The sea", "h3:One"]);
        assert_eq!(promoted("TEXT<p><b>One</b></p>TEXT<h2>The sea</h2>TEXT<p><b>Two</b></p>TEXT")[0], "p:*One*");
    }

    #[test]
    fn other_lines_in_bold_stay_as_they_are() {
        for line in [
            "It froze.",
            "Is it safe?",
            "Dates:",
            "“It froze”",
            "<a href=https://osk.example/>More on the lock</a>",
            "one<br>two",
            "SOLHEIM",
        ] {
            let page = format!("TEXT<p><b>{line}</b></p>TEXT").repeat(3);
            assert!(promoted(&page).iter().all(|block| block.starts_with("p:")), "{line}");
        }
        let team = "TEXT<p><b>Marit Solheim</b></p><p>Harbour master</p><p><b>Ada Weir</b></p><p>Keeper</p>";
        assert!(promoted(team).iter().all(|block| block.starts_with("p:")));
        let verse = "TEXT<p><b>The lock</b></p><p><b>the weir</b></p><p><b>the sea</b></p>TEXT";
        assert!(promoted(verse).iter().all(|block| block.starts_with("p:")));
    }
}
