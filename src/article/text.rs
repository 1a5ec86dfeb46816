//! The words of an article without their form: for counting, comparing and plain output.

use super::{Block, Inline};
use unicode_segmentation::UnicodeSegmentation;

/// Words as a reader counts them: Unicode word boundaries (UAX #29), so that languages without
/// spaces are counted too.
pub struct Words;

impl Words {
    /// How many words `text` has.
    pub fn count(text: &str) -> usize {
        let mut words = 0;
        let mut rest = text;
        // No word goes over white space: what stands between two of it is read by all rules only where it is not ASCII.
        while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
            let is_space = |byte: u8| byte.is_ascii_whitespace();
            let start = rest[..at].bytes().rposition(is_space).map_or(0, |space| space + 1);
            let end = rest[at..].bytes().position(is_space).map_or(rest.len(), |length| at + length);
            words += words_in_ascii(&rest.as_bytes()[..start]) + rest[start..end].unicode_words().count();
            rest = &rest[end..];
        }
        words + words_in_ascii(rest.as_bytes())
    }
}

/// The same for text of ASCII alone, for which the rules are few (UAX #29, WB5 to WB13b) and most text is: runs of
/// letters, digits and underscores are words if they have a letter or a digit, and some marks join two of them.
fn words_in_ascii(text: &[u8]) -> usize {
    let (mut words, mut in_run, mut is_counted) = (0, false, false);
    for (at, byte) in text.iter().enumerate() {
        let place = PLACES[usize::from(*byte)];
        if place == Place::Between {
            in_run = false;
            continue;
        }
        if !in_run {
            is_counted &= at >= 2 && joins(text[at - 2], text[at - 1], *byte);
            in_run = true;
        }
        if !is_counted && place == Place::Telling {
            words += 1;
            is_counted = true;
        }
    }
    words
}

/// Where a byte stands: in a run and makes a word of it, in a run alone, or between runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Telling,
    Silent,
    Between,
}

/// The places of all bytes: a look at a table is far quicker than to compare each with letters, digits and underscore.
const PLACES: [Place; 256] = {
    let mut places = [Place::Between; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            places[byte as usize] = Place::Telling;
        } else if byte == b'_' {
            places[byte as usize] = Place::Silent;
        }
        byte += 1;
    }
    places
};

/// Whether a mark between these two makes one word of both: "don't", "3.14".
fn joins(before: u8, mark: u8, after: u8) -> bool {
    match mark {
        b'\'' | b'.' => {
            (before.is_ascii_alphabetic() && after.is_ascii_alphabetic())
                || (before.is_ascii_digit() && after.is_ascii_digit())
        }
        b':' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        b',' | b';' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

/// The body's text alone, blocks parted by a blank line; figures leave nothing behind.
///
/// The items of a list are lines that begin with a dash or their number; the rows of a table are lines, its cells
/// parted by tabs.
pub fn plain_text(blocks: &[Block]) -> String {
    joined(blocks, "\n\n")
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
    let joined = texts.reduce(|mut joined, text| {
        joined.push_str(between);
        joined.push_str(&text);
        joined
    });
    joined.unwrap_or_default()
}

impl Inline {
    /// The words of these inlines; a line break becomes one, the marks of footnotes are left out.
    pub fn plain_text(inlines: &[Inline]) -> String {
        // Most lines are one text.
        if let [Self::Text(words)] = inlines {
            return words.trim().to_owned();
        }
        let mut text = String::new();
        collect(inlines, &mut text);
        let trimmed = text.trim();
        if trimmed.len() == text.len() { text } else { trimmed.to_owned() }
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
