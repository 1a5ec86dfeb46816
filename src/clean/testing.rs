//! Blocks in a short notation, so that tests can say on one line what they expect.

use super::body::{self, Appetite, Body};
use super::convert::convert;
use super::figures::Figures;
use super::view::addresses::Addresses;
use super::view::tree::Tree;
use crate::article::{Block, Inline, Note, Row};
use crate::source::{Declared, Origin, Page};
use scraper::Html;

/// A page made of this markup and nothing else known of it.
pub(crate) fn page(html: &str) -> Page {
    Page { origin: Origin::StandardInput, html: html.to_owned(), url: None, saved: None, declared: Declared::default() }
}

/// The blocks of a page whose whole `body` is the article.
pub(crate) fn blocks(html: &str) -> Vec<String> {
    converted(html).0.iter().map(short).collect()
}

/// The blocks of the body that is found in a page at first sight, before they are tidied.
pub(crate) fn found(html: &str) -> Vec<String> {
    let page = page(html);
    let document = Html::parse_document(&page.html);
    let tree = Tree::of(&document);
    let body = body::find(&tree, Appetite::Picky, None);
    let addresses = Addresses::of(None, &page, None);
    convert(&tree, &body, &Figures::default(), &addresses).0.iter().map(short).collect()
}

/// The footnotes of a page whose whole `body` is the article.
pub(crate) fn notes(html: &str) -> Vec<String> {
    converted(html).1.iter().map(|note| note.content.iter().map(short).collect::<Vec<_>>().join(" ")).collect()
}

/// The same blocks as they are.
pub(crate) fn parsed(html: &str) -> Vec<Block> {
    converted(html).0
}

fn converted(html: &str) -> (Vec<Block>, Vec<Note>) {
    let page = page(html);
    let document = Html::parse_document(&page.html);
    let tree = Tree::of(&document);
    let body = Body::whole(&tree);
    convert(&tree, &body, &Figures::default(), &Addresses::of(None, &page, None))
}

/// One block: "p:words", "h2:words", "ul(…)".
pub(crate) fn short(block: &Block) -> String {
    let all = |blocks: &[Block]| blocks.iter().map(short).collect::<Vec<_>>().join(" ");
    match block {
        Block::Paragraph(content) => format!("p:{}", line(content)),
        Block::Heading { level, content } => format!("h{}:{}", level.get(), line(content)),
        Block::Quote(quote) | Block::PullQuote(quote) => {
            let name = if matches!(block, Block::Quote(_)) { "quote" } else { "pull" };
            let dash = if quote.attribution.is_empty() { "" } else { "—" };
            format!("{name}({}){dash}{}", all(&quote.content), line(&quote.attribution))
        }
        Block::List(list) => {
            let name = list.numbering.map_or("ul".to_owned(), |numbering| format!("ol{}", numbering.start));
            format!("{name}({})", list.items.iter().map(|item| all(item)).collect::<Vec<_>>().join(" | "))
        }
        Block::Table(table) => {
            let row = |row: &Row| {
                let cells = row.cells.iter().map(|cell| {
                    let name = if cell.is_heading { "th" } else { "td" };
                    let span = if (cell.columns, cell.rows) == (1, 1) {
                        String::new()
                    } else {
                        format!("{}x{}", cell.columns, cell.rows)
                    };
                    let text = cell.content.iter().map(short).collect::<Vec<_>>().join(" ");
                    format!("{name}{span}:{}", text.trim_start_matches("p:"))
                });
                cells.collect::<Vec<_>>().join(" ")
            };
            let rows = table.head.iter().chain(&table.body).map(row);
            format!("table[{}]({})", line(&table.caption), rows.collect::<Vec<_>>().join(" / "))
        }
        Block::Code(code) => format!("code[{}]:{}", code.language.as_deref().unwrap_or_default(), code.text),
        Block::Rule => "rule".to_owned(),
        Block::Embed(embed) => {
            let title = embed.title.as_deref().unwrap_or_default();
            let kind = format!("{:?}", embed.kind).to_lowercase();
            format!("{kind}:[{title}]({})", embed.target)
        }
        Block::Figure(figure) => format!("figure:{}", Inline::plain_text(&figure.caption)),
    }
}

fn line(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Emphasis(content) => out.push_str(&format!("_{}_", line(content))),
            Inline::Strong(content) => out.push_str(&format!("*{}*", line(content))),
            Inline::Strikethrough(content) => out.push_str(&format!("~{}~", line(content))),
            Inline::Superscript(content) => out.push_str(&format!("^({})", line(content))),
            Inline::Subscript(content) => out.push_str(&format!("_({})", line(content))),
            Inline::Code(text) => out.push_str(&format!("`{text}`")),
            Inline::Link { target, content } => out.push_str(&format!("[{}]({target})", line(content))),
            Inline::NoteReference(note) => out.push_str(&format!("^{}", note.number())),
            Inline::LineBreak => out.push('/'),
        }
    }
    out
}
