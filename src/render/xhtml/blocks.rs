//! What each block becomes.

use super::Setter;
use super::markup::{Markup, Tag};
use crate::article::{Block, Code, Embed, Figures, List, Numbering, Quote};

/// Where a block is set, as far as that changes what may stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Column,
    /// The heading of a column or row, in which HTML allows neither headings nor sections
    /// (HTML Standard, 4.9.10 "The th element").
    HeadingCell,
}

impl Setter<'_> {
    pub(super) fn blocks(&mut self, out: &mut Markup, blocks: &[Block], room: Room) {
        for block in blocks {
            self.block(out, block, room);
            out.line();
        }
    }

    fn block(&mut self, out: &mut Markup, block: &Block, room: Room) {
        match block {
            Block::Paragraph(content) => out.element(Tag::new("p"), |out| self.inlines(out, content)),
            Block::Heading { level, content } => {
                let tag = match (room, level.get()) {
                    (Room::HeadingCell, _) => Tag::new("p").class("heading"),
                    (Room::Column, 2) => Tag::new("h2"),
                    (Room::Column, 3) => Tag::new("h3"),
                    (Room::Column, 4) => Tag::new("h4"),
                    (Room::Column, 5) => Tag::new("h5"),
                    (Room::Column, _) => Tag::new("h6"),
                };
                out.element(tag, |out| self.inlines(out, content));
            }
            Block::Quote(quote) => self.quote(out, quote, room),
            Block::PullQuote(quote) => self.pull_quote(out, quote, room),
            Block::List(list) => self.list(out, list, room),
            Block::Table(table) => self.table(out, table),
            Block::Code(code) => set_code(out, code),
            Block::Rule => out.empty(Tag::new("hr")),
            Block::Figure(figure) => self.figure(out, figure),
            Block::Embed(embed) => self.embed(out, embed),
        }
    }

    /// A title is in the words of the page, all else in those of the book.
    fn embed(&mut self, out: &mut Markup, embed: &Embed) {
        let tag = Tag::new("p");
        let tag = match self.furniture {
            Some(voice) if embed.title.is_none() => voice.mark(tag),
            _ => tag,
        };
        out.element(tag, |out| self.inlines(out, &[self.wording.embed(embed)]));
    }

    /// What stands in a list item, a cell or a note: a single paragraph, alone or before a list, needs no tag of its
    /// own.
    pub(super) fn item(&mut self, out: &mut Markup, blocks: &[Block], room: Room) {
        match blocks {
            [Block::Paragraph(content), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List(_))) => {
                self.inlines(out, content);
                self.blocks(out, rest, room);
            }
            blocks => self.blocks(out, blocks, room),
        }
    }

    /// The source of a quotation stands outside of it (HTML Standard, 4.4.4 "The blockquote element").
    fn quote(&mut self, out: &mut Markup, quote: &Quote, room: Room) {
        if quote.attribution.is_empty() {
            return out.element(Tag::new("blockquote"), |out| self.blocks(out, &quote.content, room));
        }
        out.element(Tag::new("figure").class("quote"), |out| {
            out.element(Tag::new("blockquote"), |out| self.blocks(out, &quote.content, room));
            out.element(Tag::new("figcaption").class("attribution"), |out| self.attribution(out, quote));
        });
    }

    /// Stands beside the text it repeats, so that a reader who listens may skip it.
    fn pull_quote(&mut self, out: &mut Markup, quote: &Quote, room: Room) {
        let tag = match room {
            Room::Column => Tag::new("aside").class("pullquote").meaning("pullquote", "doc-pullquote"),
            Room::HeadingCell => Tag::new("div").class("pullquote"),
        };
        out.element(tag, |out| {
            self.blocks(out, &quote.content, room);
            if !quote.attribution.is_empty() {
                out.element(Tag::new("p").class("attribution"), |out| self.attribution(out, quote));
            }
        });
    }

    fn attribution(&mut self, out: &mut Markup, quote: &Quote) {
        out.text("— ");
        self.inlines(out, &quote.attribution);
    }

    fn list(&mut self, out: &mut Markup, list: &List, room: Room) {
        let tag = match list.numbering {
            None => Tag::new("ul"),
            Some(numbering) => ordered(numbering),
        };
        out.element(tag, |out| {
            for item in &list.items {
                out.element(Tag::new("li"), |out| self.item(out, item, room));
                out.line();
            }
        });
    }
}

/// HTML Standard, 4.4.5 "The ol element".
fn ordered(numbering: Numbering) -> Tag {
    let mut tag = Tag::new("ol");
    if numbering.start != 1 {
        tag = tag.with("start", numbering.start.to_string());
    }
    if numbering.counts_down {
        tag = tag.with("reversed", "reversed");
    }
    match numbering.figures {
        Figures::Decimal => tag,
        Figures::Letters => tag.with("type", "a"),
        Figures::Capitals => tag.with("type", "A"),
        Figures::Roman => tag.with("type", "i"),
        Figures::RomanCapitals => tag.with("type", "I"),
    }
}

fn set_code(out: &mut Markup, code: &Code) {
    // The class is the one that HTML suggests for the language of code (4.5.15 "The code element").
    let language = code.language.as_deref().unwrap_or_default().split_whitespace().next();
    let tag = match language {
        Some(language) => Tag::new("code").class(format!("language-{language}")),
        None => Tag::new("code"),
    };
    out.element(Tag::new("pre").with("dir", "ltr"), |out| out.words(tag, &code.text));
}
