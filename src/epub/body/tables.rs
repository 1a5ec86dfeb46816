//! Tables: rows filled up to the same length, headings that say what they head, spans that stay inside.

use super::Setter;
use super::blocks::Room;
use crate::article::{Cell, Row, Table};
use crate::epub::markup::{Markup, Tag};

/// The widest span that HTML allows (HTML Standard, 4.9.11).
const WIDEST_SPAN: usize = 1000;

/// Which part of the table a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Body,
}

impl Setter<'_> {
    /// A table in a frame of its own, which scrolls where the table is wider than the page.
    pub(super) fn table(&mut self, out: &mut Markup, table: &Table) {
        if table.head.is_empty() && table.body.is_empty() && table.caption.is_empty() {
            return;
        }
        let head = Grid::of(&table.head);
        let body = Grid::of(&table.body);
        let columns = head.columns.max(body.columns);
        out.element(Tag::new("div").class("table"), |out| {
            out.element(Tag::new("table"), |out| {
                if !table.caption.is_empty() {
                    out.element(Tag::new("caption"), |out| self.inlines(out, &table.caption));
                }
                if !table.head.is_empty() {
                    out.element(Tag::new("thead"), |out| self.rows(out, &head, columns, Part::Head));
                }
                if !table.body.is_empty() {
                    out.element(Tag::new("tbody"), |out| self.rows(out, &body, columns, Part::Body));
                }
            });
        });
    }

    fn rows(&mut self, out: &mut Markup, grid: &Grid, columns: usize, part: Part) {
        out.line();
        for row in &grid.rows {
            out.element(Tag::new("tr"), |out| {
                for placed in &row.cells {
                    self.cell(out, placed, part);
                }
                for _ in row.filled..columns {
                    out.element(Tag::new("td"), |_| {});
                }
            });
            out.line();
        }
    }

    fn cell(&mut self, out: &mut Markup, placed: &Placed, part: Part) {
        // An empty heading heads nothing; it would only be read out.
        let is_heading = placed.cell.is_heading && !placed.cell.content.is_empty();
        let (name, room) = if is_heading { ("th", Room::HeadingCell) } else { ("td", Room::Column) };
        let mut tag = Tag::new(name);
        if is_heading {
            tag = tag.with("scope", if part == Part::Head { "col" } else { "row" });
        }
        if placed.columns > 1 {
            tag = tag.with("colspan", placed.columns.to_string());
        }
        if placed.rows > 1 {
            tag = tag.with("rowspan", placed.rows.to_string());
        }
        out.element(tag, |out| self.item(out, &placed.cell.content, room));
    }
}

/// The cells of one part of a table at their places.
struct Grid<'a> {
    rows: Vec<PlacedRow<'a>>,
    /// How many columns the longest row fills.
    columns: usize,
}

struct PlacedRow<'a> {
    cells: Vec<Placed<'a>>,
    /// How many columns are filled, by these cells and by those that reach down from above.
    filled: usize,
}

/// A cell whose spans end where the table does and where another cell begins.
struct Placed<'a> {
    cell: &'a Cell,
    columns: usize,
    rows: usize,
}

impl<'a> Grid<'a> {
    fn of(rows: &'a [Row]) -> Self {
        // For each column, how many further rows a cell from above still covers.
        let mut covered: Vec<usize> = Vec::new();
        let mut placed_rows = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let rows_left = rows.len() - at;
            let mut fresh = vec![0; covered.len()];
            let mut cells = Vec::new();
            let mut column = 0;
            for cell in &row.cells {
                while covered.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                let wanted = usize::from(cell.columns).clamp(1, WIDEST_SPAN);
                let free = (column..column + wanted)
                    .take_while(|column| covered.get(*column).is_none_or(|rows| *rows == 0))
                    .count();
                let reach = usize::from(cell.rows).clamp(1, rows_left);
                if fresh.len() < column + free {
                    fresh.resize(column + free, 0);
                }
                fresh[column..column + free].fill(reach);
                cells.push(Placed { cell, columns: free, rows: reach });
                column += free;
            }
            covered.resize(fresh.len(), 0);
            for (covered, fresh) in covered.iter_mut().zip(fresh) {
                *covered = (*covered).max(fresh);
            }
            let filled = covered.iter().filter(|rows| **rows > 0).count();
            for rows in &mut covered {
                *rows = rows.saturating_sub(1);
            }
            placed_rows.push(PlacedRow { cells, filled });
        }
        let columns = placed_rows.iter().map(|row| row.filled).max().unwrap_or(0);
        Self { rows: placed_rows, columns }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(u16, u16)]) -> Row {
        let cell = |&(columns, rows): &(u16, u16)| Cell { is_heading: false, columns, rows, content: Vec::new() };
        Row { cells: cells.iter().map(cell).collect() }
    }

    fn spans(grid: &Grid) -> Vec<Vec<(usize, usize)>> {
        grid.rows.iter().map(|row| row.cells.iter().map(|cell| (cell.columns, cell.rows)).collect()).collect()
    }

    #[test]
    fn a_cell_from_above_counts_in_the_rows_it_reaches() {
        let rows = [row(&[(1, 2), (2, 1)]), row(&[(1, 1)])];
        let grid = Grid::of(&rows);
        assert_eq!(grid.columns, 3);
        assert_eq!(grid.rows.iter().map(|row| row.filled).collect::<Vec<_>>(), [3, 2]);
    }

    #[test]
    fn no_span_reaches_out_of_the_table_or_into_another_cell() {
        let rows = [row(&[(1, 1), (1, 9)]), row(&[(3, 1), (1, 1)])];
        let grid = Grid::of(&rows);
        assert_eq!(spans(&grid), [vec![(1, 1), (1, 2)], vec![(1, 1), (1, 1)]]);
        assert_eq!(grid.columns, 3);
    }
}
