//! A table that is too wide for any measure, as lists.

use super::grid::{GridRow, TableGrid};
use super::{PADDING, TALL_ROW};
use crate::article::{Block, Cell, Inline, Table};
use crate::pdf::blocks::slab::{kept_together, rule};
use crate::pdf::blocks::{Composer, Place, underlay};
use crate::pdf::structure::{Kind, ListMarks};

impl Composer<'_, '_> {
    /// A table with more columns than there is room for: each row by itself, a line for each of its cells with the
    /// head of its column before it.
    pub(super) fn table_as_lists(&mut self, table: &Table, grid: &TableGrid, place: Place) {
        let style = self.theme.styles.table;
        let inner = Place { style, is_body: false, ..place };
        let mut names: Vec<Vec<Inline>> = vec![Vec::new(); grid.columns];
        let (heads, body): (Vec<&GridRow>, Vec<&GridRow>) = grid.rows.iter().partition(|row| row.is_head);
        for placed in heads.iter().flat_map(|row| &row.cells) {
            for name in &mut names[placed.across()] {
                let words = crate::article::plain_text(&placed.cell.content).replace('\n', " ");
                if !words.is_empty() {
                    let between = if name.is_empty() { "" } else { ", " };
                    name.push(Inline::text(format!("{between}{words}")));
                }
            }
        }
        self.tree.open(Kind::List(ListMarks::Nothing));
        let mut slabs = self.table_caption(table, place);
        // A table that is all head has no rows for its names to stand in.
        let rows = if body.is_empty() { &heads } else { &body };
        let names = if body.is_empty() { vec![Vec::new(); grid.columns] } else { names };
        for row in rows {
            let mut lines = Vec::new();
            self.tree.open(Kind::Item);
            self.tree.open(Kind::ItemBody);
            for placed in &row.cells {
                let (opening, blocks) = named(&names[placed.column], placed.cell);
                lines.append(&mut self.aside(|composer| {
                    composer.paragraph(&opening, inner);
                    composer.blocks(blocks, inner);
                }));
            }
            self.tree.close();
            self.tree.close();
            let mut lines = kept_together(lines, self.page.height * TALL_ROW);
            if let Some(first) = lines.first_mut() {
                first.shift(0.0, PADDING);
                first.height += PADDING;
                underlay(first, rule(place.left, 0.0, place.width, 0.4, self.theme.colours.hairline));
            }
            if let Some(last) = lines.last_mut() {
                last.height += PADDING;
            }
            slabs.append(&mut lines);
        }
        self.tree.close();
        self.append(slabs, self.half_line());
        self.leave(self.half_line());
    }
}

/// What a cell begins with when it stands under the name of its column, "Depth: 4 m", and its further blocks.
fn named<'c>(name: &[Inline], cell: &'c Cell) -> (Vec<Inline>, &'c [Block]) {
    let mut opening = Vec::new();
    if !name.is_empty() && !cell.content.is_empty() {
        opening.extend([Inline::Strong(name.to_vec()), Inline::text(": ")]);
    }
    match cell.content.split_first() {
        Some((Block::Paragraph(words), rest)) => {
            opening.extend_from_slice(words);
            (opening, rest)
        }
        _ => (opening, &cell.content),
    }
}
