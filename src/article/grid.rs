//! The grid of a table: which columns and rows its cells cover.

use super::{Cell, Row};

/// The widest span that HTML allows (HTML Standard, 4.9.11).
const MAX_SPAN_COLUMNS: usize = 1000;

/// The cells of one part of a table, its head or its body, at their places: the table model of the HTML Standard (4.9.12),
/// with spans that end where the part does and where another cell begins.
#[derive(Debug)]
pub struct Grid<'a> {
    /// One for each row of the table.
    pub rows: Vec<PlacedRow<'a>>,
    /// How many columns the longest row fills.
    pub columns: usize,
}

/// A row of a [`Grid`].
#[derive(Debug)]
pub struct PlacedRow<'a> {
    /// Those that begin in this row.
    pub cells: Vec<PlacedCell<'a>>,
    /// How many columns are filled, by these cells and by those that reach down from above.
    pub filled: usize,
}

/// A cell at its place, with what it really covers.
#[derive(Debug, Clone, Copy)]
pub struct PlacedCell<'a> {
    /// The cell itself.
    pub cell: &'a Cell,
    /// The first column it covers, from 0.
    pub column: usize,
    /// How many columns it covers, at least 1.
    pub columns: usize,
    /// How many rows it covers, at least 1.
    pub rows: usize,
}

impl PlacedCell<'_> {
    /// The columns it covers.
    pub fn across(&self) -> std::ops::Range<usize> {
        self.column..self.column + self.columns
    }
}

impl<'a> Grid<'a> {
    /// Finds the place of every cell of `rows`.
    pub fn of(rows: &'a [Row]) -> Self {
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
                let wanted = usize::from(cell.columns).clamp(1, MAX_SPAN_COLUMNS);
                let free = (column..column + wanted)
                    .take_while(|column| covered.get(*column).is_none_or(|rows| *rows == 0))
                    .count();
                let reach = usize::from(cell.rows).clamp(1, rows_left);
                if fresh.len() < column + free {
                    fresh.resize(column + free, 0);
                }
                fresh[column..column + free].fill(reach);
                cells.push(PlacedCell { cell, column, columns: free, rows: reach });
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
        assert_eq!(grid.rows[1].cells[0].column, 1, "it is pushed aside");
    }

    #[test]
    fn no_span_reaches_out_of_the_table_or_into_another_cell() {
        let rows = [row(&[(1, 1), (1, 9)]), row(&[(3, 1), (1, 1)])];
        let grid = Grid::of(&rows);
        assert_eq!(spans(&grid), [vec![(1, 1), (1, 2)], vec![(1, 1), (1, 1)]]);
        assert_eq!(grid.columns, 3);
    }
}
