//! The blocks of a body: what stands below one another on the page.

use super::{Embed, Figure, Inline, Numbering};
use serde::{Deserialize, Serialize};

/// One block of an article's body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content", rename_all = "kebab-case")]
pub enum Block {
    /// Running text. Never empty.
    Paragraph(Vec<Inline>),
    /// A heading inside the article; the headline itself is [`Article::headline`](super::Article::headline).
    Heading {
        /// How deep it stands.
        level: HeadingLevel,
        /// Its words.
        content: Vec<Inline>,
    },
    /// Somebody else's words, set off from the text.
    Quote(Quote),
    /// A sentence of the article itself, repeated in display type to catch the eye.
    PullQuote(Quote),
    /// Items below one another.
    List(List),
    /// Cells in rows.
    Table(Table),
    /// Text whose lines and spaces are kept.
    Code(Code),
    /// A break between two parts of the text: a rule, or asterisks.
    Rule,
    /// A picture with its words.
    Figure(Figure),
    /// What the page shows in a frame: a link to it.
    Embed(Embed),
}

impl Block {
    /// Calls `look` with this block and then with every block inside it, in reading order.
    pub fn visit<'a>(&'a self, look: &mut dyn FnMut(&'a Block)) {
        look(self);
        match self {
            Block::Quote(quote) | Block::PullQuote(quote) => {
                quote.content.iter().for_each(|block| block.visit(look));
            }
            Block::List(list) => list.items.iter().flatten().for_each(|block| block.visit(look)),
            Block::Table(table) => {
                let cells = table.head.iter().chain(&table.body).flat_map(|row| &row.cells);
                cells.flat_map(|cell| &cell.content).for_each(|block| block.visit(look));
            }
            Block::Paragraph(_)
            | Block::Heading { .. }
            | Block::Code(_)
            | Block::Rule
            | Block::Figure(_)
            | Block::Embed(_) => {}
        }
    }
}

/// Leaves out the figures that `keep` does not want, and what is empty without them; `keep` may change what it keeps.
pub(super) fn retain_figures(blocks: &mut Vec<Block>, keep: &mut dyn FnMut(&mut Figure) -> bool) {
    blocks.retain_mut(|block| match block {
        Block::Figure(figure) => keep(figure),
        Block::Quote(quote) | Block::PullQuote(quote) => {
            retain_figures(&mut quote.content, keep);
            !quote.content.is_empty()
        }
        Block::List(list) => {
            list.items.iter_mut().for_each(|item| retain_figures(item, keep));
            list.items.retain(|item| !item.is_empty());
            !list.items.is_empty()
        }
        Block::Table(table) => {
            let rows = table.head.iter_mut().chain(&mut table.body);
            rows.flat_map(|row| &mut row.cells).for_each(|cell| retain_figures(&mut cell.content, keep));
            true
        }
        Block::Paragraph(_) | Block::Heading { .. } | Block::Code(_) | Block::Rule | Block::Embed(_) => true,
    });
}

/// How deep a heading stands: 2 directly under the headline, down to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    /// The level nearest to `depth` that a heading inside an article can have.
    pub fn new(depth: u8) -> Self {
        Self(depth.clamp(2, 6))
    }

    /// 2 to 6.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for HeadingLevel {
    type Error = String;

    fn try_from(level: u8) -> Result<Self, String> {
        let nearest = Self::new(level);
        if nearest.0 == level {
            Ok(nearest)
        } else {
            Err(format!("{level} is no level of a heading; they go from 2 to 6"))
        }
    }
}

impl From<HeadingLevel> for u8 {
    fn from(level: HeadingLevel) -> Self {
        level.0
    }
}

/// A quotation and, if the page names it, its source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Never empty.
    pub content: Vec<Block>,
    /// "— Marit Solheim", without the dash; empty where the page names nobody.
    pub attribution: Vec<Inline>,
}

/// A list of items, numbered or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// `None` for bullets.
    pub numbering: Option<Numbering>,
    /// The items; an item holds whole blocks, so lists may nest. Never empty.
    pub items: Vec<Vec<Block>>,
}

/// A table. Rows may differ in length; renderers fill up with empty cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The title over the table; may be empty.
    pub caption: Vec<Inline>,
    /// The rows that head the columns; may be empty.
    pub head: Vec<Row>,
    /// The other rows.
    pub body: Vec<Row>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// From the first column on.
    pub cells: Vec<Cell>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// True for a `th`: it names its row or column.
    pub is_heading: bool,
    /// How many columns it covers, at least 1.
    pub columns: u16,
    /// How many rows it covers, at least 1.
    pub rows: u16,
    /// May be empty.
    pub content: Vec<Block>,
}

/// Code or other text whose lines and spaces must be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The language as the page names it ("rust"), if it does.
    pub language: Option<String>,
    /// The text with its line breaks; no trailing one.
    pub text: String,
}

/// A footnote or endnote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// What it says.
    pub content: Vec<Block>,
}
