//! The blocks of an article as slabs, one file a kind.
//!
//! [`Composer`] goes through the blocks in order. Running text stands on the grid of baselines; what is set off
//! from it (quotes, lists, figures, tables, code) stands free between half-line spaces, and the text after it
//! comes back to the grid.

mod code;
mod figure;
mod heading;
mod list;
mod note;
mod numbered;
mod quote;
pub(super) mod slab;
mod table;

pub(super) use figure::{PictureBox, alternative, push_credit};

use crate::article::{Block, Direction, Figure, Inline};
use crate::issue::{Issue, Wording};
use crate::pdf::layout::frame::Frame;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::layout::theme::Theme;
use crate::pdf::mark::{Mark, baseline, line_marks};
use crate::pdf::setting::inlines::{Addresses, words};
use crate::pdf::setting::line::Line;
use crate::pdf::setting::setter::Setter;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::Text;
use crate::pdf::structure::{Kind, Tag, Tree};
use crate::pictures::Pictures;
use note::Notes;
use slab::{After, Slab, line_slabs, rule};

/// Turns blocks into slabs.
pub(super) struct Composer<'a, 'f> {
    pub setter: &'a mut Setter<'f>,
    pub theme: &'a Theme,
    pub wording: &'a Wording,
    pub pictures: &'a Pictures,
    /// The place of the article in the issue.
    pub article: usize,
    /// What the names of this article's destinations begin with.
    pub prefix: String,
    pub addresses: Addresses,
    /// The frame of the pages that the slabs are for.
    pub page: Frame,
    notes: Notes<'a>,
    /// How many headings there were, for their names.
    pub headings: usize,
    /// How many paragraphs were numbered.
    paragraphs: usize,
    /// The figures of the article in order, to tell by its place which one is set.
    pub figures: Vec<&'a Figure>,
    pub slabs: Vec<Slab>,
    /// What the slabs say to a reader who cannot see them.
    pub tree: Tree,
    /// What could not be set as it should be.
    pub warnings: Vec<String>,
    /// Whether the next paragraph opens a part of the text, and so has no indent.
    opens: bool,
    /// Whether the article has no paragraph yet.
    begins: bool,
}

/// Where blocks stand, and in what type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The distance from the column's left edge.
    pub left: Pt,
    pub width: Pt,
    pub style: TextStyle,
    /// Nothing inside this place is made narrower than this.
    pub narrowest: Pt,
    /// How many lists this is inside of.
    pub depth: usize,
    /// Whether lines begin at the right; what stands beside them is mirrored then.
    pub leftwards: bool,
    /// Whether the lines stand on the grid and paragraphs are indented: the body, and nothing inside it.
    pub is_body: bool,
}

/// The room of a paragraph's number in the margin, and its distance from the paragraph.
const NUMBER_WIDTH: Pt = 22.0;
const BESIDE_NUMBER: Pt = 8.0;

/// A measure of less than this is not made narrower still, however deep the blocks are nested: some three words.
const NARROWEST: Pt = 90.0;

impl Place {
    /// The place of `width` at `left`, apart from the body.
    pub(super) fn new(left: Pt, width: Pt, style: TextStyle) -> Self {
        // What is narrow from the start, as the cell of a table, may become a little narrower yet.
        let narrowest = NARROWEST.min(width * 0.6);
        Self { left, width, style, narrowest, depth: 0, leftwards: false, is_body: false }
    }

    /// The place of what stands in by as much as there is room for, at most `wanted`, and by how much that is.
    pub(super) fn inset(self, wanted: Pt) -> (Self, Pt) {
        let by = if self.width - wanted >= self.narrowest { wanted } else { 0.0 };
        let left = if self.leftwards { self.left } else { self.left + by };
        (Self { left, width: self.width - by, is_body: false, ..self }, by)
    }

    /// Where something `width` wide begins that stands `from` the side on which lines begin.
    pub(super) fn at(self, from: Pt, width: Pt) -> Pt {
        if self.leftwards { self.left + self.width - from - width } else { self.left + from }
    }

    /// The same place, seen as the language runs.
    pub(super) fn running(self, direction: Direction) -> Self {
        Self { leftwards: direction == Direction::RightToLeft, ..self }
    }
}

impl<'a, 'f> Composer<'a, 'f> {
    /// For the article at the place `article` of the issue.
    pub(super) fn new(
        setter: &'a mut Setter<'f>,
        theme: &'a Theme,
        issue: &'a Issue,
        article: usize,
        page: Frame,
        tree: Tree,
    ) -> Self {
        let prefix = format!("article-{}", article + 1);
        Self {
            setter,
            theme,
            wording: &issue.wording,
            pictures: &issue.pictures,
            article,
            notes: Notes::of(&issue.articles[article].notes, &prefix),
            prefix,
            addresses: Addresses::default(),
            page,
            headings: 0,
            paragraphs: 0,
            figures: issue.articles[article].figures(),
            slabs: Vec::new(),
            tree,
            warnings: Vec::new(),
            opens: true,
            begins: true,
        }
    }

    /// The place of the body's blocks in a column of this width.
    pub(super) fn body(&self, width: Pt) -> Place {
        let place = Place::new(0.0, width, self.theme.styles.body);
        Place { is_body: true, ..place.running(self.setter.language.direction()) }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block], place: Place) {
        for block in blocks {
            self.block(block, place);
        }
    }

    fn block(&mut self, block: &Block, place: Place) {
        match block {
            Block::Paragraph(content) => self.paragraph(content, place),
            Block::Heading { level, content } => self.heading(level.get(), content, place),
            Block::Quote(quote) => self.quote(quote, place),
            Block::PullQuote(quote) => self.pull_quote(quote, place),
            Block::List(list) => self.list(list, place),
            Block::Table(table) => self.table(table, place),
            Block::Code(code) => self.code(code, place),
            Block::Rule => self.break_in_text(place),
            Block::Figure(figure) => self.figure(figure, place),
            Block::Embed(embed) => self.paragraph(&[self.wording.embed(embed)], place),
        }
    }

    fn paragraph(&mut self, content: &[Inline], place: Place) {
        let mut text = self.words(content, place.style);
        if self.begins && place.is_body && self.theme.text.small_capitals {
            text.open_in_small_capitals();
        }
        let indent = if place.is_body && !self.opens { self.theme.grid.indent } else { 0.0 };
        let align =
            if place.style.face == crate::pdf::layout::style::Family::Sans { Align::Start } else { Align::Justify };
        let lines = self.lines(&text, Shape { measure: place.width, indent, align });
        let tag = self.tree.add_text(Kind::Paragraph, &text);
        let mut slabs = line_slabs(&lines, &place.style, place.left, tag, place.is_body);
        let before = match (self.opens, place.is_body) {
            (true, _) => 0.0,
            (false, true) => self.theme.text.space * place.style.leading,
            (false, false) => place.style.leading * 0.35,
        };
        if self.theme.text.numbered && place.is_body {
            self.number_paragraph(&mut slabs, place, tag);
        }
        self.append(slabs, before);
        self.opens = false;
        self.begins = false;
    }

    /// Sets the next number into the margin beside a paragraph.
    fn number_paragraph(&mut self, slabs: &mut [Slab], place: Place, paragraph: Tag) {
        let Some(first) = slabs.first_mut() else { return };
        self.paragraphs += 1;
        let style = self.theme.styles.paragraph_number;
        let shape = Shape { measure: NUMBER_WIDTH, indent: 0.0, align: Align::End };
        let left = place.at(-NUMBER_WIDTH - BESIDE_NUMBER, NUMBER_WIDTH);
        let down = baseline(&place.style) - baseline(&style);
        for line in self.setter.set(&Text::plain(&self.paragraphs.to_string(), style), shape) {
            let mut marks = line_marks(&line, &style, left, down, paragraph.role(None));
            // The number is read before its paragraph.
            marks.append(&mut first.marks);
            first.marks = marks;
        }
    }

    /// A short rule in the middle, with a line of space around it.
    fn break_in_text(&mut self, place: Place) {
        let leading = self.theme.grid.leading;
        let wide = 36.0_f32.min(place.width);
        let mark = rule(place.left + (place.width - wide) / 2.0, leading * 0.5, wide, 0.6, self.theme.colours.accent);
        let slab = Slab { after: After::Together, on_grid: place.is_body, ..Slab::new(leading, vec![mark]) };
        self.append(vec![slab], 0.0);
        self.opens = true;
    }

    /// The words of `inlines` in `style`.
    pub(super) fn words(&mut self, inlines: &[Inline], style: TextStyle) -> Text {
        words(inlines, style, &mut self.addresses, &self.prefix)
    }

    pub(super) fn lines(&mut self, text: &Text, shape: Shape) -> Vec<Line> {
        self.setter.set(text, shape)
    }

    /// Adds the slabs of one block, with at least `before` above the first.
    pub(super) fn append(&mut self, mut slabs: Vec<Slab>, before: Pt) {
        let Some(first) = slabs.first_mut() else { return };
        first.before = before;
        self.slabs.append(&mut slabs);
    }

    /// Asks for space under what was added last.
    pub(super) fn leave(&mut self, below: Pt) {
        if let Some(last) = self.slabs.last_mut() {
            last.below = last.below.max(below);
        }
    }

    /// The next paragraph begins a part of the text.
    pub(super) fn open(&mut self) {
        self.opens = true;
    }

    /// What `compose` makes, taken aside: the slabs of blocks inside a block.
    pub(super) fn aside(&mut self, compose: impl FnOnce(&mut Self)) -> Vec<Slab> {
        let outer = std::mem::take(&mut self.slabs);
        self.opens = true;
        compose(self);
        std::mem::replace(&mut self.slabs, outer)
    }

    /// What `compose` makes stands inside an element of this kind.
    pub(super) fn inside<T>(&mut self, kind: Kind, compose: impl FnOnce(&mut Self) -> T) -> T {
        self.tree.open(kind);
        let made = compose(self);
        self.tree.close();
        made
    }

    /// Half a line: what parts set-off blocks from the text.
    pub(super) fn half_line(&self) -> Pt {
        self.theme.grid.leading / 2.0
    }
}

/// Puts marks behind all others of the slab.
pub(super) fn underlay(slab: &mut Slab, mark: Mark) {
    slab.marks.insert(0, mark);
}
