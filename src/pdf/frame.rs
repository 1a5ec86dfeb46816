//! The frame of a page: where the text stands on the paper.

use super::mark::Mark;
use super::paper::{Paper, Pt};
use super::theme::Theme;

/// The area of the text and its columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub paper: Paper,
    pub left: Pt,
    pub top: Pt,
    pub width: Pt,
    /// A whole number of lines.
    pub height: Pt,
    pub columns: usize,
    pub gutter: Pt,
}

impl Frame {
    pub fn new(paper: Paper, theme: &Theme) -> Self {
        let page = &theme.page;
        let room = paper.height() - page.top - page.bottom;
        Self {
            paper,
            left: page.side,
            top: page.top,
            width: paper.width() - 2.0 * page.side,
            height: (room / theme.grid.leading).floor() * theme.grid.leading,
            columns: page.columns.max(1),
            gutter: page.gutter,
        }
    }

    /// The width of one column.
    pub fn measure(&self) -> Pt {
        (self.width - self.gutter * (self.columns - 1) as f32) / self.columns as f32
    }

    /// The left edge of a column, counted from 0.
    pub fn column_left(&self, column: usize) -> Pt {
        self.left + (self.measure() + self.gutter) * column as f32
    }
}

/// A page with all that stands on it.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub marks: Vec<Mark>,
    pub part: Part,
}

/// Which part of the issue a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Cover,
    Contents,
    /// The article at this place of the issue; the first of its pages opens it.
    Article {
        place: usize,
        opens: bool,
    },
    Credits,
}

impl Page {
    pub fn new(part: Part) -> Self {
        Self { marks: Vec::new(), part }
    }

    /// Puts marks on the page whose places were counted from elsewhere.
    pub fn put(&mut self, marks: impl IntoIterator<Item = Mark>, x: Pt, y: Pt) {
        self.marks.extend(marks.into_iter().map(|mark| Mark { x: mark.x + x, y: mark.y + y, ..mark }));
    }
}
