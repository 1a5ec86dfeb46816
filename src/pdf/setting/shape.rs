//! The shape of a paragraph: how wide its lines are, and where those stand that do not fill the measure.

use crate::pdf::layout::paper::Pt;

/// The shape of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct Shape {
    pub measure: Pt,
    /// Of the first line.
    pub indent: Pt,
    pub align: Align,
}

/// Where lines that do not fill the measure stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) enum Align {
    /// Lines are filled, words are hyphenated; the last line stands at the start.
    Justify,
    /// Lines stand at the start (the left, or the right in right-to-left text) and are not hyphenated.
    Start,
    /// Opposite to the start.
    End,
}
