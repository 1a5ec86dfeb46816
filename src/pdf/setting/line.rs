//! A line of text as it is set: its runs and its links with their places.

use super::text::Target;
use crate::pdf::faces::FaceId;
use crate::pdf::faces::shape::Glyph;
use crate::pdf::layout::colours::ColourName;
use crate::pdf::layout::paper::Pt;
use std::sync::Arc;

/// A line with the place of all that is in it; `x` counts from the left edge of the measure.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct Line {
    pub runs: Vec<Run>,
    pub links: Vec<LinkSpan>,
    /// How far its glue was stretched (or shrunk, below 0).
    pub ratio: f32,
    /// How far its words reach over the measure, beyond what may hang there.
    pub over: Pt,
    /// Whether a word is broken at its end.
    pub hyphenated: bool,
    /// The width of the words as they stand.
    pub width: Pt,
}

/// A line may be so much wider than its measure, what hangs in the margin aside: a rounding error.
const EPSILON: Pt = 0.05;

impl Line {
    /// Whether its words reach over the measure.
    pub(crate) fn runs_over(&self) -> bool {
        self.over > EPSILON
    }

    pub(crate) fn shifted(mut self, x: Pt) -> Self {
        self.runs.iter_mut().for_each(|run| run.x += x);
        self.links.iter_mut().for_each(|link| (link.from, link.to) = (link.from + x, link.to + x));
        self
    }
}

/// Glyphs of one face beside one another.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Run {
    pub x: Pt,
    pub face: FaceId,
    pub size: Pt,
    pub rise: Pt,
    pub colour: ColourName,
    pub struck_out: bool,
    /// How many times its width each glyph is drawn, so that the line comes out even; near 1.
    pub widened: f32,
    /// The innermost of the text's spans that the words stand in.
    pub span: Option<usize>,
    /// Shared: pages are tried in several ways before one is taken.
    pub glyphs: Arc<Vec<Glyph>>,
}

impl Run {
    pub(crate) fn width(&self) -> Pt {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * self.size
    }
}

/// A part of a line that is a link.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct LinkSpan {
    pub from: Pt,
    pub to: Pt,
    pub target: Target,
    /// The link among the text's spans.
    pub span: usize,
}
