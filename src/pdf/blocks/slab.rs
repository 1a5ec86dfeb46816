//! Slabs: the pieces that a column is built of. A slab is never torn.

use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::mark::{Mark, MarkKind, line_marks};
use crate::pdf::setting::line::Line;
use crate::pdf::structure::Role;
use crate::pdf::structure::Tag;
use std::sync::Arc;

/// A piece of a column: a line, a figure, a row of a table.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Slab {
    /// The space above; vanishes at the head of a column.
    pub before: Pt,
    /// The space below, if the next slab does not ask for more; vanishes at the foot of a column.
    pub below: Pt,
    pub height: Pt,
    /// Places are counted from the slab's upper left corner.
    pub marks: Vec<Mark>,
    pub after: After,
    /// Whether the slab stands on the grid of baselines.
    pub on_grid: bool,
    /// Whether the slab may go to the head of the next column while text goes on before it.
    pub floats: bool,
    /// What is set over this slab if a column begins with it: the head of a table.
    pub repeated: Option<Arc<Slab>>,
    /// The notes that are called here for the first time, each in slabs, for the foot of the column.
    pub notes: Vec<Vec<Slab>>,
}

/// Whether a column may end after a slab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) enum After {
    MayBreak,
    /// The next slab belongs to this one.
    Together,
}

impl Slab {
    pub(crate) fn new(height: Pt, marks: Vec<Mark>) -> Self {
        Self {
            before: 0.0,
            below: 0.0,
            height,
            marks,
            after: After::MayBreak,
            on_grid: false,
            floats: false,
            repeated: None,
            notes: Vec::new(),
        }
    }

    /// Moves everything in the slab.
    pub(crate) fn shift(&mut self, x: Pt, y: Pt) {
        for mark in &mut self.marks {
            mark.x += x;
            mark.y += y;
        }
    }

    /// The same once more, as furniture: what has been said already.
    pub(crate) fn said_again(&self) -> Self {
        let seen = self.marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::Link { .. } | MarkKind::Anchor(_)));
        let marks = seen.map(|mark| Mark { role: Role::Furniture, ..mark.clone() }).collect();
        Self { marks, ..self.clone() }
    }
}

/// How many lines of a paragraph must stand together at the foot and at the head of a column.
const TOGETHER: usize = 2;

/// The lines of a paragraph as slabs: no line of it ever stands alone at a column's foot or head.
pub(in crate::pdf) fn line_slabs(
    lines: &[Line],
    style: &TextStyle,
    x: Pt,
    tag: impl Into<Tag>,
    on_grid: bool,
) -> Vec<Slab> {
    let tag = tag.into();
    let count = lines.len();
    let slab = |(number, line): (usize, &Line)| {
        let (above, below) = (number + 1, count - number - 1);
        let lone = above < TOGETHER || (below > 0 && below < TOGETHER);
        let after = if below > 0 && lone { After::Together } else { After::MayBreak };
        Slab { after, on_grid, ..Slab::new(style.leading, line_marks(line, style, x, 0.0, tag)) }
    };
    lines.iter().enumerate().map(slab).collect()
}

/// All slabs as one that is never torn, the space above the first left out.
pub(in crate::pdf) fn stacked(slabs: Vec<Slab>) -> Slab {
    let mut whole = Slab::new(0.0, Vec::new());
    for (number, mut slab) in slabs.into_iter().enumerate() {
        if number > 0 {
            whole.height += slab.before.max(whole.below);
        }
        whole.below = slab.below;
        slab.shift(0.0, whole.height);
        whole.height += slab.height;
        whole.marks.extend(slab.marks);
    }
    whole.below = 0.0;
    whole
}

/// All slabs as one, if it is no taller than `most`; else as they are, so that a page may end between them.
pub(in crate::pdf) fn kept_together(mut slabs: Vec<Slab>, most: Pt) -> Vec<Slab> {
    let gaps = slabs.windows(2).map(|pair| pair[1].before.max(pair[0].below));
    let height = slabs.iter().map(|slab| slab.height).sum::<f32>() + gaps.sum::<f32>();
    if height <= most && !slabs.is_empty() {
        return vec![stacked(slabs)];
    }
    if let Some(last) = slabs.last_mut() {
        last.after = After::MayBreak;
    }
    slabs
}

/// A rule as a mark.
pub(in crate::pdf) fn rule(
    x: Pt,
    y: Pt,
    width: Pt,
    thickness: Pt,
    colour: crate::pdf::layout::colours::Colour,
) -> Mark {
    Mark { x, y, role: Role::Furniture, kind: MarkKind::Block { width, height: thickness, colour } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::layout::MAGAZINE;

    #[test]
    fn neither_the_first_nor_the_last_line_of_a_paragraph_is_left_alone() {
        let breaks = |count: usize| {
            let lines = vec![Line::default(); count];
            let slabs = line_slabs(&lines, &MAGAZINE.styles.body, 0.0, Role::Furniture, true);
            slabs.iter().map(|slab| slab.after == After::MayBreak).collect::<Vec<_>>()
        };
        assert_eq!(breaks(5), [false, true, true, false, true]);
        assert_eq!(breaks(3), [false, false, true]);
        assert_eq!(breaks(1), [true]);
    }

    #[test]
    fn what_is_too_tall_to_be_kept_together_may_be_torn_between_its_lines() {
        let lines = || vec![Slab::new(10.0, Vec::new()); 5];
        assert_eq!(kept_together(lines(), 50.0).len(), 1);
        assert_eq!(kept_together(lines(), 49.0).len(), 5);
    }
}
