//! The words of an article without their form: for counting, comparing and plain output.

use super::{Block, Inline};
use unicode_segmentation::UnicodeSegmentation;

/// Words as a reader counts them: Unicode word boundaries (UAX #29), so that languages without
/// spaces are counted too.
pub struct Words;

impl Words {
    /// How many words `text` has.
    pub fn count(text: &str) -> usize {
        // No word goes over white space.
        let runs = text.split_ascii_whitespace();
        runs.map(|run| if run.is_ascii() { words_in_ascii(run.as_bytes()) } else { run.unicode_words().count() }).sum()
    }
}

/// The same for text of ASCII alone, for which the rules are few (UAX #29, WB5 to WB13b) and most text is.
fn words_in_ascii(text: &[u8]) -> usize {
    let mut words = 0;
    let (mut is_within, mut is_counted) = (false, false);
    for (at, byte) in text.iter().enumerate() {
        if byte.is_ascii_alphanumeric() || *byte == b'_' {
            is_counted &= is_within;
            is_within = true;
            if *byte != b'_' && !is_counted {
                words += 1;
                is_counted = true;
            }
        } else {
            let between = (at.checked_sub(1).map(|before| text[before]), text.get(at + 1).copied());
            is_within &= match between {
                (Some(before), Some(after)) if before.is_ascii_alphabetic() && after.is_ascii_alphabetic() => {
                    matches!(byte, b'\'' | b'.' | b':')
                }
                (Some(before), Some(after)) if before.is_ascii_digit() && after.is_ascii_digit() => {
                    matches!(byte, b'\'' | b'.' | b',' | b';')
                }
                _ => false,
            };
        }
    }
    words
}

/// The body's text alone, blocks parted by a blank line; figures leave nothing behind.
///
/// The items of a list are lines that begin with a dash or their number; the rows of a table are lines, its cells
/// parted by tabs.
pub fn plain_text(blocks: &[Block]) -> String {
    let texts = blocks.iter().map(block_text).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => Inline::plain_text(content),
        Block::Quote(quote) | Block::PullQuote(quote) => {
            let mut text = plain_text(&quote.content);
            let attribution = Inline::plain_text(&quote.attribution);
            if !attribution.is_empty() {
                text.push_str("\n\n");
                text.push_str(&attribution);
            }
            text
        }
        Block::List(list) => {
            let mark = |at: usize| match list.numbering {
                Some(numbering) => numbering.label(at) + " ",
                None => "- ".to_owned(),
            };
            let items = list.items.iter().map(|item| joined(item, "\n").replace('\n', "\n  "));
            let items = items.enumerate().filter(|(_, item)| !item.is_empty()).map(|(at, item)| mark(at) + &item);
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => {
            let caption = Inline::plain_text(&table.caption);
            let rows = table.head.iter().chain(&table.body);
            let rows = rows.map(|row| {
                let cells = row.cells.iter().map(|cell| joined(&cell.content, " "));
                cells.collect::<Vec<_>>().join("\t").trim().to_owned()
            });
            let lines = std::iter::once(caption).chain(rows).filter(|line| !line.is_empty());
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Code(code) => code.text.clone(),
        Block::Embed(embed) => embed.name().to_owned(),
        Block::Rule | Block::Figure(_) => String::new(),
    }
}

fn joined(blocks: &[Block], between: &str) -> String {
    let texts = blocks.iter().map(block_text).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(between)
}

impl Inline {
    /// The words of these inlines; a line break becomes one, the marks of footnotes are left out.
    pub fn plain_text(inlines: &[Inline]) -> String {
        let mut text = String::new();
        collect(inlines, &mut text);
        text.trim().to_owned()
    }
}

fn collect(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Link { content, .. } => collect(content, text),
            Inline::NoteReference(_) => {}
            Inline::LineBreak => text.push('\n'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::parsed;

    proptest::proptest! {
        #[test]
        fn words_are_those_of_unicode(text in "[a-c0-2 _'.:;,/\\-é’\"\n]{0,24}") {
            proptest::prop_assert_eq!(Words::count(&text), text.unicode_words().count(), "{:?}", text);
        }
    }

    #[test]
    fn items_and_cells_are_told_apart_in_plain_text() {
        let text = |html: &str| plain_text(&parsed(html));
        assert_eq!(text("<ul><li>one<ul><li>inner</ul><li>two</ul>"), "- one\n  - inner\n- two");
        assert_eq!(text("<ol start=3><li>one<li>two</ol>"), "3. one\n4. two");
        assert_eq!(text("<ol reversed start=2 type=a><li>one<li>two</ol>"), "b. one\na. two");
        assert_eq!(text("<table><tr><th>Place<th>1987<tr><td>Osk<td></table>"), "Place\t1987\nOsk");
    }
}
