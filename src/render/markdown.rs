//! The article as Markdown (CommonMark with GitHub's tables, footnotes and strikethrough).

use super::head::{head_lines, language_of};
use crate::article::{Article, Block, Inline, List, Table};
use crate::issue::Wording;

/// The whole article: headline, head lines, body and notes.
pub fn markdown(article: &Article) -> String {
    let head = head_lines(article).iter().map(|line| escaped(line)).collect::<Vec<_>>().join("  \n");
    let wording = Wording::in_language(&language_of(article));
    let mut parts = vec![format!("# {}", escaped(&article.headline)), head, blocks(&article.body, &wording)];
    for (at, note) in article.notes.iter().enumerate() {
        let mark = format!("[^{}]: ", at + 1);
        parts.push(format!("{mark}{}", indented(&blocks(&note.content, &wording), "    ")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn blocks(content: &[Block], wording: &Wording) -> String {
    let blocks = content.iter().map(|content| block(content, wording)).filter(|block| !block.is_empty());
    blocks.collect::<Vec<_>>().join("\n\n")
}

fn block(block: &Block, wording: &Wording) -> String {
    match block {
        Block::Paragraph(content) => inlines(content),
        Block::Heading { level, content } => {
            // A heading is one line.
            let words = inlines(content).replace('\n', " ");
            format!("{} {words}", "#".repeat(level.get().into()))
        }
        Block::Quote(quote) | Block::PullQuote(quote) => {
            let mut text = blocks(&quote.content, wording);
            if !quote.attribution.is_empty() {
                text.push_str(&format!("\n\n— {}", inlines(&quote.attribution)));
            }
            prefixed(&text, "> ", "> ")
        }
        Block::List(list) => list_items(list, wording),
        Block::Table(table) => rows(table, wording),
        Block::Code(code) => {
            let fence = fence_for(&code.text, 3);
            format!("{fence}{}\n{}\n{fence}", code.language.as_deref().unwrap_or_default(), code.text)
        }
        Block::Rule => "* * *".to_owned(),
        Block::Embed(embed) => inline(&wording.embed(embed)),
        Block::Figure(figure) => {
            let mut words = inlines(&figure.caption);
            if let Some(credit) = &figure.credit {
                let gap = if words.is_empty() { "" } else { " " };
                words.push_str(&format!("{gap}({})", escaped(&credit.text)));
            }
            let picture = format!("![{}](<{}>)", escaped(&figure.alt), figure.picture.published());
            if words.is_empty() { picture } else { format!("{picture}\n\n{words}") }
        }
    }
}

fn list_items(list: &List, wording: &Wording) -> String {
    let items = list.items.iter().enumerate().map(|(at, item)| {
        let mark = match list.numbering {
            Some(numbering) => format!("{}. ", numbering.number(at)),
            None => "- ".to_owned(),
        };
        format!("{mark}{}", indented(&blocks(item, wording), &" ".repeat(mark.len())))
    });
    items.collect::<Vec<_>>().join("\n")
}

/// GitHub's tables know neither spans nor blocks in cells nor tables without a head: the words are kept.
fn rows(table: &Table, wording: &Wording) -> String {
    let all = || table.head.iter().chain(&table.body);
    let columns = all().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut lines = Vec::new();
    if table.head.is_empty() {
        lines.push(format!("|{}", " |".repeat(columns)));
    }
    for row in all() {
        let cells = row
            .cells
            .iter()
            .map(|cell| blocks(&cell.content, wording).replace("\n\n", " ").replace('\n', " ").replace('|', "\\|"));
        let mut cells: Vec<_> = cells.collect();
        cells.resize(columns, String::new());
        lines.push(format!("| {} |", cells.join(" | ")));
    }
    lines.insert(1.min(lines.len()), format!("|{}", "---|".repeat(columns)));
    let caption = inlines(&table.caption);
    if caption.is_empty() { lines.join("\n") } else { format!("{caption}\n\n{}", lines.join("\n")) }
}

fn inlines(content: &[Inline]) -> String {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => escaped(text),
        Inline::Emphasis(content) => wrapped("*", content),
        Inline::Strong(content) => wrapped("**", content),
        Inline::Strikethrough(content) => wrapped("~~", content),
        Inline::Superscript(content) => format!("<sup>{}</sup>", inlines(content)),
        Inline::Subscript(content) => format!("<sub>{}</sub>", inlines(content)),
        Inline::Code(text) => {
            let fence = fence_for(text, 1);
            let gap = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
            format!("{fence}{gap}{text}{gap}{fence}")
        }
        Inline::Link { target, content } => format!("[{}](<{target}>)", inlines(content)),
        Inline::NoteReference(note) => format!("[^{}]", note.number()),
        Inline::LineBreak => "  \n".to_owned(),
    }
}

/// Emphasis marks must touch the words (CommonMark, 6.2), so spaces move outside.
fn wrapped(mark: &str, content: &[Inline]) -> String {
    let text = inlines(content);
    let inner = text.trim();
    if inner.is_empty() {
        return text;
    }
    let start = &text[..text.len() - text.trim_start().len()];
    let end = &text[text.trim_end().len()..];
    format!("{start}{mark}{inner}{mark}{end}")
}

/// A fence longer than any run of backticks in the text (CommonMark, 4.5 and 6.1).
fn fence_for(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(least.max(longest + 1))
}

/// Only what would be markup is escaped, so that the text stays readable.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // "1986. It was …" would begin a list.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let starts_a_block = at == 0 && matches!(c, '#' | '>' | '+' | '-' | '=');
        let numbers_an_item = at > 0 && at == digits && matches!(c, '.' | ')');
        if starts_a_block || numbers_an_item || matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '&' | '\\' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn indented(text: &str, indent: &str) -> String {
    prefixed(text, "", indent)
}

fn prefixed(text: &str, first: &str, others: &str) -> String {
    let lines = text.lines().enumerate().map(|(at, line)| {
        let prefix = if at == 0 { first } else { others };
        if line.is_empty() { prefix.trim_end().to_owned() } else { format!("{prefix}{line}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{HeadingLevel, Numbering, Quote};

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Inline::text(text)])
    }

    #[test]
    fn blocks_come_out_as_commonmark() {
        let nested = List { numbering: None, items: vec![vec![paragraph("inner")]] };
        let list = List {
            numbering: Some(Numbering::from(3)),
            items: vec![vec![paragraph("three"), Block::List(nested)], vec![paragraph("four")]],
        };
        let quote = Quote { content: vec![paragraph("Said.")], attribution: vec![Inline::text("Ada")] };
        let heading = Block::Heading { level: HeadingLevel::new(2), content: vec![Inline::text("Tides")] };
        let text = blocks(&[heading, Block::List(list), Block::Quote(quote)], &Wording::default());
        assert_eq!(text, "## Tides\n\n3. three\n\n   - inner\n4. four\n\n> Said.\n>\n> — Ada");
    }

    #[test]
    fn what_was_written_is_read_again() {
        let words = "1986. It was 5 * 3 &copy; <b> [a] #1 _x_ ~y~ `z` \\ done";
        let html =
            comrak::markdown_to_html(&blocks(&[paragraph(words)], &Wording::default()), &comrak::Options::default());
        let text = html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        assert_eq!(text, format!("<p>{words}</p>\n"));
    }

    #[test]
    fn words_that_look_like_markup_stay_words() {
        let text = inlines(&[Inline::Emphasis(vec![Inline::text(" a*b ")]), Inline::Code("x`y".into())]);
        assert_eq!(text, " *a\\*b* ``x`y``");
    }
}
