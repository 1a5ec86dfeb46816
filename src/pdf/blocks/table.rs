//! Tables: columns as wide as their words ask for, broken between rows, the head repeated, and the type made
//! smaller before anything runs over.

use super::slab::{After, Slab, kept_together, line_slabs, rule, stacked};
use super::{Composer, Place, underlay};
use crate::article::{Block, Cell, Grid, Inline, PlacedCell, PlacedRow, Table};
use crate::pdf::faces::forms::Forms;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::setting::paragraph::{Align, Shape};
use crate::pdf::setting::text::{Look, Text};
use crate::pdf::structure::{CellSpan, Kind, ListMarks, Scope};
use std::sync::Arc;

/// Between two columns.
const GUTTER: Pt = 7.0;
/// Over and under the words of a row.
const PADDING: Pt = 2.2;
/// How small the type may become, tried in this order.
const SIZES: [f32; 4] = [1.0, 0.92, 0.84, 0.76];
/// A word wider than this part of the table may be broken, as an address must be.
const LONGEST_WORD: f32 = 0.35;
/// A head taller than this part of the page is set once, as rows like any others.
const TALLEST_HEAD: f32 = 0.25;
/// A row taller than this part of the page is let break between its lines.
const TALL_ROW: f32 = 0.4;
/// A table no taller than this part of the page is never torn.
const SMALL_TABLE: f32 = 0.3;

/// A table as it is set: head and body in the same columns.
struct TableGrid<'t> {
    columns: usize,
    /// For each column whether all its cells are numbers: then they stand at its right edge, and its head too.
    numeric: Vec<bool>,
    rows: Vec<GridRow<'t>>,
}

struct GridRow<'t> {
    is_head: bool,
    cells: Vec<PlacedCell<'t>>,
    /// The columns in which there is no cell, neither of this row nor from above.
    empty: Vec<usize>,
}

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
        let style = TextStyle { weight: crate::pdf::layout::style::Weight::Semibold, ..self.theme.styles.caption };
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

    /// A table with more columns than there is room for: each row by itself, a line for each of its cells with the
    /// head of its column before it.
    fn table_as_lists(&mut self, table: &Table, grid: &TableGrid, place: Place) {
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

    /// For each column the width of its longest word, and that of its longest cell. A very long word may be
    /// broken, but never a number.
    fn column_widths(&mut self, grid: &TableGrid, style: TextStyle, measure: Pt) -> (Vec<Pt>, Vec<Pt>) {
        let mut narrowest = vec![8.0_f32; grid.columns];
        let mut widest = vec![8.0_f32; grid.columns];
        for row in &grid.rows {
            for placed in &row.cells {
                let cell = placed.cell;
                let style = cell_style(cell, row.is_head, style);
                let words = crate::article::plain_text(&cell.content);
                let whole = words.lines().map(|line| self.measured(line, style)).fold(0.0, f32::max);
                let word = words.split_whitespace().map(|word| self.measured(word, style)).fold(0.0, f32::max);
                let whole_number = grid.numeric[placed.column] || is_number(cell);
                let word = if whole_number { whole } else { word.min(measure * LONGEST_WORD) };
                // What covers several columns asks each of them for its share.
                let share = 1.0 / placed.columns as f32;
                for column in placed.across() {
                    narrowest[column] = narrowest[column].max(word * share + 0.5);
                    widest[column] = widest[column].max(whole * share + 0.5);
                }
            }
        }
        (narrowest, widest)
    }

    fn measured(&mut self, words: &str, style: TextStyle) -> Pt {
        self.setter.width(&Text::plain(words, style))
    }

    /// The rows of the body. Rows that a cell joins, because it reaches down over several of them, stay together.
    fn body_rows(
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
    fn row(&self, cells: Vec<Vec<Slab>>) -> Vec<Slab> {
        let stacks: Vec<Slab> = cells.iter().cloned().map(stacked).collect();
        let height = stacks.iter().map(|cell| cell.height).fold(0.0, f32::max);
        if height <= self.page.height * TALL_ROW {
            return vec![beside(stacks, height + 2.0 * PADDING)];
        }
        side_by_side(cells)
    }

    /// The blocks of each cell of a row.
    fn cells(
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
struct SetRow {
    lines: Vec<Slab>,
    /// For each column whether a cell reaches down out of the row.
    open: Vec<bool>,
    after: After,
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
fn closed(open: &[bool], widths: &[Pt], whole: Pt) -> Vec<(Pt, Pt)> {
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

fn cell_style(cell: &Cell, in_head: bool, style: TextStyle) -> TextStyle {
    if in_head || cell.is_heading {
        TextStyle { weight: crate::pdf::layout::style::Weight::Semibold, ..style }
    } else {
        style
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

/// Whether a cell holds a number and nothing else: "1,240", "−3.5 %", "€ 12"; a dash stands for none.
fn is_number(cell: &Cell) -> bool {
    let words = crate::article::plain_text(&cell.content);
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let others = words.chars().filter(|c| c.is_alphabetic()).count();
    let dash = matches!(words.as_str(), "" | "-" | "–" | "—" | "−");
    dash || (digits > 0 && others == 0 && words.len() < 24 && !words.contains('\n'))
}

/// Shares `room` out: all get what their longest word needs, and the rest goes to those who ask for most.
fn share(narrowest: &[Pt], widest: &[Pt], room: Pt) -> Vec<Pt> {
    let least: Pt = narrowest.iter().sum();
    let most: Pt = widest.iter().sum();
    if least >= room {
        return narrowest.iter().map(|width| width * room / least).collect();
    }
    if most <= room {
        // Room to spare is shared out evenly, so that the table fills the measure.
        let spare = (room - most) / widest.len() as f32;
        return widest.iter().map(|width| width + spare).collect();
    }
    let wishes = narrowest.iter().zip(widest).map(|(least, most)| (most - least).max(0.0));
    let all: Pt = wishes.clone().sum();
    narrowest.iter().zip(wishes).map(|(width, wish)| width + (room - least) * wish / all).collect()
}

impl<'t> TableGrid<'t> {
    fn of(table: &'t Table) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Row;

    fn cell(words: &str) -> Cell {
        let content = vec![Block::Paragraph(vec![Inline::text(words)])];
        Cell { is_heading: false, columns: 1, rows: 1, content }
    }

    #[test]
    fn the_columns_fill_the_measure_and_none_is_narrower_than_its_longest_word() {
        let widths = share(&[20.0, 30.0], &[40.0, 300.0], 200.0);
        assert!((widths.iter().sum::<f32>() - 200.0).abs() < 0.1, "{widths:?}");
        assert!(widths[0] >= 20.0 && widths[1] >= 30.0);
    }

    #[test]
    fn no_rule_is_drawn_through_a_cell_that_reaches_down() {
        assert_eq!(closed(&[false, false], &[20.0, 30.0], 57.0), [(0.0, 57.0)]);
        assert_eq!(closed(&[true, false, false], &[20.0, 30.0, 10.0], 74.0), [(27.0, 47.0)]);
        assert_eq!(closed(&[false, true, false], &[20.0, 30.0, 10.0], 74.0), [(0.0, 20.0), (64.0, 10.0)]);
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
