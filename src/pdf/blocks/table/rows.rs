//! The rows of a table, their cells beside one another.

use super::grid::GridRow;
use super::{GUTTER, PADDING, TALL_ROW};
use crate::article::{Cell, PlacedCell};
use crate::pdf::blocks::slab::{After, Slab, line_slabs, stacked};
use crate::pdf::blocks::{Composer, Place};
use crate::pdf::faces::forms::Forms;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::{TextStyle, Weight};
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Text};
use crate::pdf::structure::{CellSpan, Kind, Scope};

impl Composer<'_, '_> {
    /// The rows of the body. Rows that a cell joins, because it reaches down over several of them, stay together.
    pub(super) fn body_rows(
        &mut self,
        rows: &[&GridRow],
        numeric: &[bool],
        widths: &[Pt],
        style: TextStyle,
        place: Place,
    ) -> Vec<SetRow> {
        let mut set = Vec::new();
        let mut start = 0;
        while start < rows.len() {
            let end = joined_until(rows, start);
            let joined = &rows[start..end];
            let cells = joined.iter().map(|row| self.cells(row, numeric, widths, style, place)).collect();
            set.extend(self.set_rows(joined, cells, widths));
            start = end;
        }
        set
    }

    /// Rows that are joined by cells, or a single one, their cells set already.
    fn set_rows(&self, rows: &[&GridRow], cells: Vec<Vec<Vec<Slab>>>, widths: &[Pt]) -> Vec<SetRow> {
        if rows.len() > 1
            && let Some(joined) = self.joined_rows(rows, &cells, widths)
        {
            return joined;
        }
        // Too tall to be kept together: what reaches down stands in its first row alone.
        let row = |cells| SetRow { lines: self.row(cells), open: vec![false; widths.len()], after: After::MayBreak };
        cells.into_iter().map(row).collect()
    }

    /// Rows that are joined by cells, unless they are too tall to be kept together.
    fn joined_rows(&self, rows: &[&GridRow], cells: &[Vec<Vec<Slab>>], widths: &[Pt]) -> Option<Vec<SetRow>> {
        let stacked = |cells: &Vec<Vec<Slab>>| cells.iter().cloned().map(stacked).collect();
        let stacks: Vec<Vec<Slab>> = cells.iter().map(stacked).collect();
        let mut heights = vec![2.0 * PADDING; rows.len()];
        let mut open = vec![vec![false; widths.len()]; rows.len()];
        let cells = || {
            let rows = rows.iter().zip(&stacks).enumerate();
            rows.flat_map(|(at, (row, stacks))| {
                row.cells.iter().zip(stacks).map(move |(cell, stack)| (at, cell, stack))
            })
        };
        for (at, _, stack) in cells().filter(|(_, cell, _)| cell.rows == 1) {
            heights[at] = heights[at].max(stack.height + 2.0 * PADDING);
        }
        for (at, cell, stack) in cells().filter(|(_, cell, _)| cell.rows > 1) {
            let last = (at + cell.rows).min(rows.len()) - 1;
            let lacking = stack.height + 2.0 * PADDING - heights[at..=last].iter().sum::<f32>();
            heights[last] += lacking.max(0.0);
            for open in &mut open[at..last] {
                open[cell.across()].fill(true);
            }
        }
        if heights.iter().sum::<f32>() > self.page.height * TALL_ROW {
            return None;
        }
        let last = rows.len() - 1;
        let set = heights.into_iter().zip(stacks).zip(open).enumerate().map(|(at, ((height, stacks), open))| {
            let after = if at == last { After::MayBreak } else { After::Together };
            SetRow { lines: vec![beside(stacks, height)], open, after }
        });
        Some(set.collect())
    }

    /// The cells of a row beside one another: one slab, or one a line if the row is very tall.
    pub(super) fn row(&self, cells: Vec<Vec<Slab>>) -> Vec<Slab> {
        let stacks: Vec<Slab> = cells.iter().cloned().map(stacked).collect();
        let height = stacks.iter().map(|cell| cell.height).fold(0.0, f32::max);
        if height <= self.page.height * TALL_ROW {
            return vec![beside(stacks, height + 2.0 * PADDING)];
        }
        side_by_side(cells)
    }

    /// The blocks of each cell of a row.
    pub(super) fn cells(
        &mut self,
        row: &GridRow,
        numeric: &[bool],
        widths: &[Pt],
        style: TextStyle,
        place: Place,
    ) -> Vec<Vec<Slab>> {
        let mut cells: Vec<Vec<Slab>> = Vec::new();
        let mut empty = row.empty.iter().peekable();
        self.tree.open(Kind::Row);
        for placed in &row.cells {
            let PlacedCell { cell, column, columns, rows } = *placed;
            while empty.next_if(|empty| **empty < column).is_some() {
                self.tree.add(Kind::Cell(CellSpan::ONE));
            }
            let left: Pt = widths[..column].iter().sum::<f32>() + GUTTER * column as f32;
            let width = widths[placed.across()].iter().sum::<f32>() + GUTTER * (columns - 1) as f32;
            let style = cell_style(cell, row.is_head, style);
            let inner = Place::new(place.at(left, width), width, style);
            let inner = Place { leftwards: place.leftwards, ..inner };
            let at_right = numeric[column] && columns == 1;
            let span = CellSpan { columns, rows };
            self.tree.open(match (row.is_head, cell.is_heading) {
                (true, _) => Kind::HeadCell { scope: Scope::Column, span },
                (false, true) => Kind::HeadCell { scope: Scope::Row, span },
                (false, false) => Kind::Cell(span),
            });
            cells.push(match at_right.then(|| crate::article::plain_text(&cell.content)) {
                Some(words) if !words.contains('\n') => self.number(&words, inner),
                _ => self.aside(|composer| composer.blocks(&cell.content, inner)),
            });
            self.tree.close();
        }
        for _ in empty {
            self.tree.add(Kind::Cell(CellSpan::ONE));
        }
        self.tree.close();
        cells
    }

    /// A cell that holds a number alone stands at its column's right edge, in figures of one width.
    fn number(&mut self, number: &str, place: Place) -> Vec<Slab> {
        let mut text = Text::default();
        let look = Look { forms: Forms::Tabular, ..Look::from(place.style) };
        text.push(number, look, None);
        let lines = self.lines(&text, Shape { measure: place.width, indent: 0.0, align: Align::End });
        let tag = self.tree.add_text(Kind::Paragraph, &text);
        line_slabs(&lines, &place.style, place.left, tag, false)
    }
}

/// A row of the body as it is set.
pub(super) struct SetRow {
    pub lines: Vec<Slab>,
    /// For each column whether a cell reaches down out of the row.
    pub open: Vec<bool>,
    pub after: After,
}

/// The end of the rows that a cell joins to the one at `start`.
fn joined_until(rows: &[&GridRow], start: usize) -> usize {
    let mut end = start + 1;
    let mut at = start;
    while at < end {
        let reach = rows[at].cells.iter().map(|cell| cell.rows).max().unwrap_or(1);
        end = end.max(at + reach).min(rows.len());
        at += 1;
    }
    end
}

/// Where under a row there is a rule: the left edge and the width of each part of the table that no cell reaches down in.
pub(super) fn closed(open: &[bool], widths: &[Pt], whole: Pt) -> Vec<(Pt, Pt)> {
    if !open.contains(&true) {
        return vec![(0.0, whole)];
    }
    let mut parts: Vec<(Pt, Pt)> = Vec::new();
    let mut left = 0.0;
    let mut goes_on = false;
    for (open, width) in open.iter().zip(widths) {
        match parts.last_mut() {
            Some((from, long)) if goes_on && !open => *long = left + width - *from,
            _ if !open => parts.push((left, *width)),
            _ => {}
        }
        goes_on = !open;
        left += width + GUTTER;
    }
    parts
}

/// Cells beside one another as a row of that height.
fn beside(stacks: Vec<Slab>, height: Pt) -> Slab {
    let mut whole = Slab::new(height, Vec::new());
    for mut stack in stacks {
        stack.shift(0.0, PADDING);
        whole.marks.extend(stack.marks);
    }
    whole
}

/// The cells' lines, first beside first, second beside second.
fn side_by_side(cells: Vec<Vec<Slab>>) -> Vec<Slab> {
    let count = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<Slab> = (0..count).map(|_| Slab::new(0.0, Vec::new())).collect();
    for cell in cells {
        for (line, slab) in lines.iter_mut().zip(cell) {
            line.height = line.height.max(slab.height);
            line.marks.extend(slab.marks);
        }
    }
    if let Some(first) = lines.first_mut() {
        first.shift(0.0, PADDING);
        first.height += PADDING;
    }
    if let Some(last) = lines.last_mut() {
        last.height += PADDING;
    }
    lines
}

pub(super) fn cell_style(cell: &Cell, in_head: bool, style: TextStyle) -> TextStyle {
    if in_head || cell.is_heading { TextStyle { weight: Weight::Semibold, ..style } } else { style }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_is_drawn_through_a_cell_that_reaches_down() {
        assert_eq!(closed(&[false, false], &[20.0, 30.0], 57.0), [(0.0, 57.0)]);
        assert_eq!(closed(&[true, false, false], &[20.0, 30.0, 10.0], 74.0), [(27.0, 47.0)]);
        assert_eq!(closed(&[false, true, false], &[20.0, 30.0, 10.0], 74.0), [(0.0, 20.0), (64.0, 10.0)]);
    }
}
