//! The edges of the text: headline, byline and date above it, empty heads below it.
//!
//! A standfirst that stands in the body itself is its first paragraph and stays: see [`opens_with`].

use super::said::{Blocks, text_of};
use crate::article::Block;
use crate::article::folded;
use crate::clean::metadata::Metadata;
use crate::clean::rules::Rule;

/// How many blocks above the text may be about the article instead of belonging to it.
const LINES_ABOVE: usize = 10;
/// A line about the article is shorter than this, in characters.
const SHORT: usize = 120;

/// Takes the headline, the byline and the date out of the first blocks.
pub(super) fn trim(blocks: &mut Blocks, headlines: &[String], metadata: &Metadata) {
    let headlines: Vec<String> = headlines.iter().map(|text| folded(text)).collect();
    let authors: Vec<String> = metadata.byline.authors.iter().map(|name| folded(name)).collect();
    let mut seen = 0;
    let mut in_text = false;
    blocks.leave_out(|said| {
        if matches!(said.block(), Block::Figure(_)) || seen >= LINES_ABOVE {
            return None;
        }
        seen += 1;
        let (text, line) = (said.text(), said.line());
        if headlines.iter().any(|headline| headline == line) {
            return Rule::HeadlineAgain.asked();
        }
        in_text |= text.chars().count() > SHORT;
        let is_about_it = || said.is_paragraph() && (is_byline(line, &authors) || is_date(text, line));
        Rule::BylineAbove.when(!in_text && is_about_it())
    });
}

/// Whether one of the first blocks says just this.
pub(crate) fn opens_with(blocks: &[Block], text: &str) -> bool {
    let text = folded(text);
    blocks.iter().take(LINES_ABOVE).any(|block| folded(&text_of(block)) == text)
}

/// A line that names the authors and says little else ("By A. Weir, our man in Osk").
fn is_byline(line: &str, authors: &[String]) -> bool {
    let mut rest = format!(" {line} ");
    let mut named = false;
    for author in authors.iter().filter(|author| !author.is_empty()) {
        let name = format!(" {author} ");
        if rest.contains(&name) {
            named = true;
            rest = rest.replace(&name, " ");
        }
    }
    named && rest.split_whitespace().filter(|word| !word.chars().all(|c| c.is_ascii_digit())).count() <= 5
}

/// A line with a year and a day and hardly a word beside ("Updated 9 July 2020, 14:05", "2020年7月9日").
fn is_date(text: &str, line: &str) -> bool {
    let is_number = |piece: &str| piece.starts_with(|c: char| c.is_ascii_digit());
    let pieces = line.split(' ').flat_map(pieces);
    let (numbers, words): (Vec<&str>, Vec<&str>) = pieces.partition(|piece| is_number(piece));
    let is_year = |number: &&str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    numbers.iter().any(is_year)
        && numbers.len() >= 2
        && words.len() <= (2 * numbers.len()).max(5)
        && line.chars().count() <= 60
        && !text.ends_with(['.', '!', '?', '。'])
}

/// A word cut where digits meet letters: scripts that part no words write a date without a space.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let is_digit = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
}

/// Drops rules at both ends, and headings at the end: nothing follows that they could be heads of.
pub(super) fn drop_bare_ends(blocks: &mut Vec<Block>) {
    while matches!(blocks.last(), Some(Block::Rule | Block::Heading { .. })) {
        blocks.pop();
    }
    while matches!(blocks.first(), Some(Block::Rule)) {
        blocks.remove(0);
    }
    blocks.dedup_by(|later, earlier| matches!((later, earlier), (Block::Rule, Block::Rule)));
}

#[cfg(test)]
mod tests {
    use super::super::said::tidied;
    use super::*;
    use crate::article::{Byline, Inline};

    fn paragraphs(texts: &[&str]) -> Vec<Block> {
        texts.iter().map(|text| Block::Paragraph(vec![Inline::text(*text)])).collect()
    }

    #[test]
    fn what_stands_above_the_text_is_not_repeated_in_it() {
        let metadata = Metadata { byline: Byline::new(["Ada Weir"]), ..Metadata::default() };
        let mut blocks = paragraphs(&[
            "The Lock",
            "By Ada Weir",
            "Updated 9 July 2020, 14:05",
            "Ada Weir was the first to see it, in 2003.",
        ]);
        tidied(&mut blocks, |said| trim(said, &["The lock".to_owned()], &metadata));
        assert_eq!(blocks.iter().map(text_of).collect::<Vec<_>>(), ["Ada Weir was the first to see it, in 2003."]);
    }
}
