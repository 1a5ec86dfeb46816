//! What stands on a page: every mark with its place and its role.
//!
//! The role says what a mark is to a reader who cannot see it; it travels to the place where the file is written.

use crate::pdf::layout::colours::Colour;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::setting::line::{Line, Run};
use crate::pdf::setting::text::Target;
use crate::pdf::structure::{Role, Tag};
use crate::pictures::Rendition;
use std::sync::Arc;

/// One thing on the page. `x` and `y` are its upper left corner, for text the start of its baseline, from the
/// upper left corner of the page (or of the [`Slab`](crate::pdf::blocks::slab::Slab) that it is still part of), `y` downwards.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub x: Pt,
    pub y: Pt,
    pub role: Role,
    pub kind: MarkKind,
}

#[derive(Debug, Clone)]
pub(super) enum MarkKind {
    Text(Run),
    Picture {
        rendition: Arc<Rendition>,
        width: Pt,
        height: Pt,
    },
    /// A filled rectangle: a rule if it is thin, a panel if it is not.
    Block {
        width: Pt,
        height: Pt,
        colour: Colour,
    },
    /// The outline of a rectangle.
    Frame {
        width: Pt,
        height: Pt,
        colour: Colour,
    },
    /// A part of the page that leads elsewhere.
    Link {
        width: Pt,
        height: Pt,
        target: Target,
    },
    /// A place that is led to.
    Anchor(Anchor),
}

/// A place in the issue that links, the outline or the contents lead to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Anchor {
    /// The name of the destination, unique in the file.
    pub name: Arc<str>,
    pub what: AnchorKind,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum AnchorKind {
    /// The headline of the article at this place of the issue.
    Article(usize),
    /// A heading, with its level and its words.
    Heading { level: u8, title: String },
    /// The picture at this place among the figures of the article at this place of the issue.
    Figure { article: usize, figure: usize },
    /// Anything else that is only linked to.
    Spot,
}

/// The marks of one line whose upper edge is at `y` and whose measure begins at `x`.
pub(super) fn line_marks(line: &Line, style: &TextStyle, x: Pt, y: Pt, tag: impl Into<Tag>) -> Vec<Mark> {
    let tag = tag.into();
    let baseline = y + baseline(style);
    let mut marks = Vec::with_capacity(line.runs.len() + line.links.len());
    for run in &line.runs {
        let role = tag.role(run.span);
        marks.push(Mark { x: x + run.x, y: baseline - run.rise, role, kind: MarkKind::Text(run.clone()) });
    }
    for link in &line.links {
        let (width, height) = (link.to - link.from, style.size * 1.15);
        let kind = MarkKind::Link { width, height, target: link.target.clone() };
        marks.push(Mark { x: x + link.from, y: baseline - style.size * 0.9, role: tag.role(Some(link.span)), kind });
    }
    marks
}

/// How far under its upper edge a line's baseline stands.
pub(super) fn baseline(style: &TextStyle) -> Pt {
    // Ascenders reach some three quarters of an em up, descenders a quarter down.
    (style.leading - style.size) / 2.0 + style.size * 0.77
}
