//! Tables: columns as wide as their words ask for, broken between rows, the head repeated, and the type made
//! smaller before anything runs over.

mod grid;
mod lists;
mod rows;
mod widths;

use super::slab::{After, Slab, kept_together, line_slabs, rule, stacked};
use super::{Composer, Place, underlay};
use crate::article::Table;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::{TextStyle, Weight};
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::structure::Kind;
use grid::{GridRow, TableGrid};
use rows::{SetRow, closed};
use std::sync::Arc;
use widths::share;

/// Between two columns.
const GUTTER: Pt = 7.0;
/// Over and under the words of a row.
const PADDING: Pt = 2.2;
/// How small the type may become, tried in this order.
const SIZES: [f32; 4] = [1.0, 0.92, 0.84, 0.76];
/// A head taller than this part of the page is set once, as rows like any others.
const TALLEST_HEAD: f32 = 0.25;
/// A row taller than this part of the page is let break between its lines.
const TALL_ROW: f32 = 0.4;
/// A table no taller than this part of the page is never torn.
const SMALL_TABLE: f32 = 0.3;

impl Composer<'_, '_> {
    pub(super) fn table(&mut self, table: &Table, place: Place) {
        let grid = TableGrid::of(table);
        if grid.columns == 0 {
            return;
        }
        let style = self.theme.styles.table;
        let gutters = GUTTER * (grid.columns - 1) as f32;
        let chosen = SIZES.into_iter().find_map(|size| {
            let style = style.scaled(size);
            let (narrowest, widest) = self.column_widths(&grid, style, place.width);
            let fits = narrowest.iter().sum::<f32>() + gutters <= place.width;
            fits.then(|| (style, share(&narrowest, &widest, place.width - gutters)))
        });
        let Some((style, widths)) = chosen else {
            return self.table_as_lists(table, &grid, place);
        };
        self.tree.open(Kind::Table);
        let mut slabs = self.table_caption(table, place);
        let (heads, body): (Vec<&GridRow>, Vec<&GridRow>) = grid.rows.iter().partition(|row| row.is_head);
        let ink = self.theme.colours.ink;
        let hairline = self.theme.colours.hairline;
        let mut head = Vec::new();
        // There is no head without a body.
        self.tree.open(if body.is_empty() { Kind::TableBody } else { Kind::TableHead });
        for row in heads {
            let cells = self.cells(row, &grid.numeric, &widths, style, place);
            head.extend(self.row(cells));
        }
        self.tree.close();
        let tall = head.iter().map(|row| row.height).sum::<f32>() > self.page.height * TALLEST_HEAD;
        if tall {
            slabs.append(&mut head);
        }
        let repeated = (!head.is_empty()).then(|| {
            let mut head = stacked(head);
            head.marks.push(rule(place.left, 0.0, place.width, 0.8, ink));
            head.marks.push(rule(place.left, head.height - 0.5, place.width, 0.5, ink));
            let head = Slab { after: After::Together, ..head };
            let repeated = Arc::new(head.said_again());
            slabs.push(head);
            repeated
        });
        self.tree.open(Kind::TableBody);
        let rows = self.body_rows(&body, &grid.numeric, &widths, style, place);
        let count = rows.len();
        for (number, SetRow { mut lines, open, after }) in rows.into_iter().enumerate() {
            if let Some(last) = lines.last_mut() {
                let is_last = number + 1 == count;
                let (colour, thickness) = if is_last { (ink, 0.8) } else { (hairline, 0.4) };
                for (left, width) in closed(&open, &widths, place.width) {
                    let x = place.at(left, width);
                    underlay(last, rule(x, last.height - thickness / 2.0, width, thickness, colour));
                }
                // No row stands alone at the head or the foot of a column.
                let alone = count > 2 && (number == 0 || number + 2 == count);
                last.after = if alone { After::Together } else { after };
            }
            if number == 0
                && repeated.is_none()
                && let Some(first) = lines.first_mut()
            {
                underlay(first, rule(place.left, 0.0, place.width, 0.8, ink));
            }
            for line in &mut lines {
                line.repeated.clone_from(&repeated);
            }
            slabs.extend(lines);
        }
        self.tree.close();
        self.tree.close();
        if place.is_body {
            // A small table is whole, and finds its place as a figure does.
            slabs = kept_together(slabs, self.page.height * SMALL_TABLE);
            if let [whole] = slabs.as_mut_slice() {
                whole.repeated = None;
                whole.floats = true;
            }
        }
        self.append(slabs, self.half_line());
        self.leave(self.half_line());
    }

    fn table_caption(&mut self, table: &Table, place: Place) -> Vec<Slab> {
        let style = TextStyle { weight: Weight::Semibold, ..self.theme.styles.caption };
        let text = self.words(&table.caption, style);
        let lines = self.lines(&text, Shape { measure: place.width, indent: 0.0, align: Align::Start });
        let tag = self.tree.add_text(Kind::Caption, &text);
        let mut slabs = line_slabs(&lines, &style, place.left, tag, false);
        slabs.iter_mut().for_each(|slab| slab.after = After::Together);
        if let Some(last) = slabs.last_mut() {
            last.height += 3.0;
        }
        slabs
    }
}
