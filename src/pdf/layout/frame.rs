//! The frame of a page: where the text stands on the paper.

use super::paper::{Paper, Pt};
use super::theme::Theme;
use crate::article::Direction;
use crate::pdf::mark::Mark;

/// The area of the text and its columns.
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct Frame {
    pub paper: Paper,
    /// On a right-hand page.
    pub left: Pt,
    pub top: Pt,
    pub width: Pt,
    /// A whole number of lines.
    pub height: Pt,
    pub columns: usize,
    pub gutter: Pt,
    /// How much further left the text stands on a left-hand page; 0 where both sides are alike.
    pub mirrored: Pt,
}

/// The settings leave too little room for text on the paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "on {paper} with these margins there is no room for {columns} of type in this size; choose larger paper, \
    narrower margins, fewer columns or smaller type"
)]
pub struct NoTextAreaError {
    paper: String,
    columns: String,
}

/// The fewest ems in a line and lines in a column that words can be set in.
const FEWEST_EMS: f32 = 8.0;
const FEWEST_LINES: f32 = 12.0;

impl Frame {
    /// # Errors
    /// When the theme's margins, columns and type leave too little room.
    pub(crate) fn new(paper: Paper, theme: &Theme) -> Result<Self, NoTextAreaError> {
        let page = &theme.page;
        let (em, leading) = (theme.styles.body.size, theme.grid.leading);
        let lines = ((paper.height() - page.top - page.bottom) / leading).floor();
        let room = paper.width() - page.left - page.right;
        let measure = |columns: usize| (room - page.gutter * (columns - 1) as f32) / columns as f32;
        let mut columns = page.columns.max(1);
        while columns > 1 && measure(columns) < page.shortest_line * em {
            columns -= 1;
        }
        if lines < FEWEST_LINES || measure(columns) < FEWEST_EMS * em {
            let count = if columns == 1 { "a column".to_owned() } else { format!("{columns} columns") };
            return Err(NoTextAreaError { paper: paper.to_string(), columns: count });
        }
        // Lines that would be too long to be found again leave the rest to the margins, each in its proportion.
        let longest = (page.longest_line * em).min(measure(columns));
        let width = longest * columns as f32 + page.gutter * (columns - 1) as f32;
        let (spare, margins) = (room - width, page.left + page.right);
        let left = page.left + if margins > 0.0 { spare * page.left / margins } else { spare / 2.0 };
        let right = paper.width() - left - width;
        Ok(Self {
            paper,
            left,
            top: page.top,
            width,
            height: lines * leading,
            columns,
            gutter: page.gutter,
            mirrored: if page.mirrored { left - right } else { 0.0 },
        })
    }

    /// The width of one column.
    pub(crate) fn measure(&self) -> Pt {
        (self.width - self.gutter * (self.columns - 1) as f32) / self.columns as f32
    }

    /// The left edge of lines of this measure that begin where those of the text begin, counted from the text's left edge.
    pub(crate) fn start(&self, measure: Pt, direction: Direction) -> Pt {
        match direction {
            Direction::LeftToRight => 0.0,
            Direction::RightToLeft => self.width - measure,
        }
    }

    /// The left edge of a column, counted from 0.
    pub(crate) fn column_left(&self, column: usize) -> Pt {
        self.left + (self.measure() + self.gutter) * column as f32
    }
}

/// Moves what stands on the left-hand pages to where their margins ask for it. The first page is a right-hand one.
pub(in crate::pdf) fn mirror(pages: &mut [Page], frame: Frame) {
    if frame.mirrored != 0.0 {
        for mark in pages.iter_mut().skip(1).step_by(2).flat_map(|page| &mut page.marks) {
            mark.x -= frame.mirrored;
        }
    }
}

/// A page with all that stands on it.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Page {
    pub marks: Vec<Mark>,
    pub part: Part,
}

/// Which part of the issue a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) enum Part {
    Cover,
    Contents,
    /// A left-hand page that stays empty, so that the articles begin on a right-hand one.
    Blank,
    /// The article at this place of the issue; the first of its pages opens it.
    Article {
        place: usize,
        opens: bool,
    },
    Credits,
}

impl Page {
    pub(crate) fn new(part: Part) -> Self {
        Self { marks: Vec::new(), part }
    }

    /// Puts marks on the page whose places were counted from elsewhere.
    pub(crate) fn put(&mut self, marks: impl IntoIterator<Item = Mark>, x: Pt, y: Pt) {
        self.marks.extend(marks.into_iter().map(|mark| Mark { x: mark.x + x, y: mark.y + y, ..mark }));
    }
}
