//! A table's cells in their columns.

use crate::article::{Cell, Grid, PlacedCell, PlacedRow, Table};

/// A table as it is set: head and body in the same columns.
pub(super) struct TableGrid<'t> {
    pub columns: usize,
    /// For each column whether all its cells are numbers: then they stand at its right edge, and its head too.
    pub numeric: Vec<bool>,
    pub rows: Vec<GridRow<'t>>,
}

pub(super) struct GridRow<'t> {
    pub is_head: bool,
    pub cells: Vec<PlacedCell<'t>>,
    /// The columns in which there is no cell, neither of this row nor from above.
    pub empty: Vec<usize>,
}

impl<'t> TableGrid<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        let (head, body) = (Grid::of(&table.head), Grid::of(&table.body));
        let columns = head.columns.max(body.columns);
        let in_body = || body.rows.iter().flat_map(|row| &row.cells);
        let numeric = (0..columns).map(|column| {
            let mut cells = in_body().filter(|placed| placed.column == column).peekable();
            cells.peek().is_some() && cells.all(|placed| placed.columns == 1 && is_number(placed.cell))
        });
        let numeric = numeric.collect();
        let mut rows = grid_rows(head.rows, true, columns);
        rows.append(&mut grid_rows(body.rows, false, columns));
        Self { columns, numeric, rows }
    }
}

fn grid_rows(rows: Vec<PlacedRow<'_>>, is_head: bool, columns: usize) -> Vec<GridRow<'_>> {
    // For each column, how many further rows a cell from above still covers.
    let mut covered = vec![0_usize; columns];
    let rows = rows.into_iter().map(|row| {
        for cell in &row.cells {
            covered[cell.across()].fill(cell.rows);
        }
        let empty = (0..columns).filter(|column| covered[*column] == 0).collect();
        covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        GridRow { is_head, cells: row.cells, empty }
    });
    rows.collect()
}

/// Whether a cell holds a number and nothing else: "1,240", "−3.5 %", "€ 12"; a dash stands for none.
pub(super) fn is_number(cell: &Cell) -> bool {
    let words = crate::article::plain_text(&cell.content);
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let others = words.chars().filter(|c| c.is_alphabetic()).count();
    let dash = matches!(words.as_str(), "" | "-" | "–" | "—" | "−");
    dash || (digits > 0 && others == 0 && words.len() < 24 && !words.contains('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Inline, Row};

    fn cell(words: &str) -> Cell {
        let content = vec![Block::Paragraph(vec![Inline::text(words)])];
        Cell { is_heading: false, columns: 1, rows: 1, content }
    }

    #[test]
    fn a_column_without_a_cell_is_known() {
        let tall = Cell { rows: 2, ..cell("tall") };
        let body = vec![Row { cells: vec![cell("a"), tall] }, Row { cells: vec![cell("b")] }, Row { cells: vec![] }];
        let table = Table { caption: vec![], head: vec![Row { cells: vec![cell("x")] }], body };
        let empty: Vec<Vec<usize>> = TableGrid::of(&table).rows.into_iter().map(|row| row.empty).collect();
        assert_eq!(empty, [vec![1], vec![], vec![], vec![0, 1]]);
    }

    #[test]
    fn a_number_is_told_from_words_with_a_digit() {
        assert!(is_number(&cell("1,240 %")));
        assert!(!is_number(&cell("Pier 7")));
    }
}
