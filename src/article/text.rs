//! The words of an article without their form: for counting, comparing and plain output.

use super::{Block, Inline};
use unicode_segmentation::UnicodeSegmentation;

/// Words as a reader counts them: Unicode word boundaries (UAX #29), so that languages without
/// spaces are counted too.
pub struct Words;

impl Words {
    /// How many words `text` has.
    pub fn count(text: &str) -> usize {
        let mut words = words_in_ascii(text.as_bytes());
        let mut rest = text;
        // No word goes over white space: what stands between two of it is read by all rules where it is not ASCII.
        while let Some(at) = first_beyond_ascii(rest.as_bytes()) {
            let is_space = |byte: u8| byte.is_ascii_whitespace();
            let start = rest[..at].bytes().rposition(is_space).map_or(0, |space| space + 1);
            let end = rest[at..].bytes().position(is_space).map_or(rest.len(), |length| at + length);
            let run = &rest[start..end];
            words = words - words_in_ascii(run.as_bytes()) + run.unicode_words().count();
            rest = &rest[end..];
        }
        words
    }
}

fn first_beyond_ascii(text: &[u8]) -> Option<usize> {
    // Most is ASCII and can be told to be so many bytes at a time.
    let start: usize = text.chunks(32).take_while(|bytes| bytes.is_ascii()).map(<[u8]>::len).sum();
    text[start..].iter().position(|byte| !byte.is_ascii()).map(|at| start + at)
}

/// The same for text of ASCII alone, for which the rules are few (UAX #29, WB5 to WB13b) and most text is: runs of
/// letters, digits and underscores are words if they have a letter or a digit, and some marks join two of them.
fn words_in_ascii(text: &[u8]) -> usize {
    if text.contains(&b'_') {
        return words_with_underscores(text);
    }
    let beginning = match text {
        [] => 0,
        [one] => begins(b' ', b' ', *one),
        [one, two, ..] => begins(b' ', b' ', *one) + begins(b' ', *one, *two),
    };
    let mut words = usize::from(beginning);
    let mut rest = text;
    while rest.len() > 2 {
        let some = &rest[..rest.len().min(BYTES_TOGETHER + 2)];
        let mut count = 0;
        for [before, mark, byte] in some.array_windows() {
            count += begins(*before, *mark, *byte);
        }
        words += usize::from(count);
        rest = &rest[some.len() - 2..];
    }
    words
}

/// So many bytes of a text are looked at together: few enough to be counted in a byte, and a multiple of what a processor
/// takes at once.
pub(crate) const BYTES_TOGETHER: usize = 240;

/// 1 where a word begins with `byte`, behind `mark` and what stands before that. Here and in [`joins`] there is no branch
/// and no call, so that many bytes can be looked at together.
#[inline(always)]
fn begins(before: u8, mark: u8, byte: u8) -> u8 {
    u8::from(byte.is_ascii_alphanumeric() & !mark.is_ascii_alphanumeric() & !joins(before, mark, byte))
}

/// The same where an underscore makes a run of its own, which is no word, or goes on with one that is.
fn words_with_underscores(text: &[u8]) -> usize {
    let is_of_run = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let (mut words, mut is_counted) = (0, false);
    let mut at = 0;
    while let Some(gap) = text[at..].iter().position(is_of_run) {
        let start = at + gap;
        let length = text[start..].iter().position(|byte| !is_of_run(byte)).unwrap_or(text.len() - start);
        at = start + length;
        is_counted &= gap == 1 && start >= 2 && joins(text[start - 2], text[start - 1], text[start]);
        if !is_counted && text[start..at].iter().any(u8::is_ascii_alphanumeric) {
            words += 1;
            is_counted = true;
        }
    }
    words
}

/// Whether a mark between these two makes one word of both: "don't", "3.14".
#[inline(always)]
fn joins(before: u8, mark: u8, after: u8) -> bool {
    let letters = before.is_ascii_alphabetic() & after.is_ascii_alphabetic();
    let digits = before.is_ascii_digit() & after.is_ascii_digit();
    let joins_all = (mark == b'\'') | (mark == b'.');
    (letters & (joins_all | (mark == b':'))) | (digits & (joins_all | (mark == b',') | (mark == b';')))
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
