//! Tables of data; tables that only lay a page out are dissolved into what they hold.

use super::Walker;
use crate::article::{Block, Cell, Inline, Row, Table};
use crate::clean::view::tree::NodeIdx;
use crate::clean::wrapping::{is_bold, plain};

/// No table of an article spans more; larger numbers are mistakes or traps.
const WIDEST_SPAN: u16 = 100;

impl Walker<'_> {
    /// The table at `place`, or what its cells hold if it is a layout.
    pub(super) fn table(&self, place: NodeIdx, depth: usize) -> Vec<Block> {
        let mut caption = Vec::new();
        let mut head = Vec::new();
        let mut body = Vec::new();
        let mut has_headings = false;
        let mut cells_with_many_blocks = 0;
        let mut at = place.next();
        let end = self.tree.end(place);
        while at < end {
            let node = self.tree.node(at);
            if self.skips(at) {
                at = node.end;
                continue;
            }
            match self.tree.name(at) {
                "caption" => caption = one_line(self.inside(at, depth + 1)),
                "tr" => {
                    let mut cells = Vec::new();
                    for cell in self.tree.children(at) {
                        let is_heading = self.tree.name(cell) == "th";
                        if !(is_heading || self.tree.name(cell) == "td") {
                            continue;
                        }
                        has_headings |= is_heading;
                        // What is left out leaves its place: the others would move under wrong heads.
                        let content = if self.skips(cell) { Vec::new() } else { self.inside(cell, depth + 1) };
                        cells_with_many_blocks += u32::from(lays_out(&content));
                        cells.push(Cell {
                            is_heading,
                            columns: self.span(cell, "colspan"),
                            rows: self.span(cell, "rowspan"),
                            content,
                        });
                    }
                    if cells.iter().any(|cell| !cell.content.is_empty()) {
                        let in_head = self.tree.name(node.parent) == "thead"
                            || (body.is_empty() && cells.iter().all(|cell| cell.is_heading));
                        if in_head { head.push(Row { cells }) } else { body.push(Row { cells }) }
                    }
                }
                _ => {
                    at = at.next();
                    continue;
                }
            }
            at = node.end;
        }
        drop_empty_columns(&mut head, &mut body);
        let rows = head.len() + body.len();
        let columns = head.iter().chain(&body).map(|row| row.cells.len()).max().unwrap_or(0);
        let is_layout = matches!(self.tree.attribute(place, "role"), Some("presentation" | "none"))
            || columns < 2
            || (rows < 2 && !has_headings)
            || (!has_headings && caption.is_empty() && cells_with_many_blocks > 0)
            || body.is_empty();
        if is_layout {
            let title = (!caption.is_empty()).then_some(Block::Paragraph(caption));
            let cells = head.into_iter().chain(body).flat_map(|row| row.cells);
            return title.into_iter().chain(cells.flat_map(|cell| cell.content)).collect();
        }
        if head.is_empty() && is_head_in_bold(&body) {
            head.push(body.remove(0));
        }
        for cell in head.iter_mut().flat_map(|row| &mut row.cells) {
            cell.is_heading = true;
            for block in &mut cell.content {
                if let Block::Paragraph(content) = block {
                    *content = plain(std::mem::take(content));
                }
            }
        }
        vec![Block::Table(Table { caption, head, body })]
    }

    fn span(&self, cell: NodeIdx, name: &str) -> u16 {
        let span = self.tree.attribute(cell, name).and_then(|span| span.trim().parse::<u16>().ok());
        span.unwrap_or(1).clamp(1, WIDEST_SPAN)
    }
}

/// Drops the columns in which no row has anything, of a table without spans: they part others, or are hidden.
fn drop_empty_columns(head: &mut [Row], body: &mut [Row]) {
    let rows = || head.iter().chain(body.iter());
    let Some(columns) = rows().next().map(|row| row.cells.len()) else { return };
    let is_plain =
        |row: &Row| row.cells.len() == columns && row.cells.iter().all(|cell| (cell.columns, cell.rows) == (1, 1));
    if !rows().all(is_plain) {
        return;
    }
    let is_filled: Vec<bool> =
        (0..columns).map(|column| rows().any(|row| !row.cells[column].content.is_empty())).collect();
    for row in head.iter_mut().chain(body) {
        let mut is_filled = is_filled.iter();
        row.cells.retain(|_| is_filled.next().is_none_or(|is_filled| *is_filled));
    }
}

/// True if the first row heads the columns by its bold alone, as tables from editors do; where others are in bold as
/// well, that tells nothing.
fn is_head_in_bold(body: &[Row]) -> bool {
    let is_bold_cell = |cell: &&Cell| {
        !cell.content.is_empty()
            && cell.content.iter().all(|block| matches!(block, Block::Paragraph(content) if is_bold(content)))
    };
    let is_in_bold = |row: &Row| {
        let filled = row.cells.iter().filter(|cell| !cell.content.is_empty()).count();
        filled > 1 && filled + 1 >= row.cells.len() && row.cells.iter().filter(is_bold_cell).count() == filled
    };
    body.split_first()
        .is_some_and(|(first, others)| is_in_bold(first) && !others.is_empty() && !others.iter().any(is_in_bold))
}

/// A cell that holds a part of a page rather than a piece of data.
fn lays_out(content: &[Block]) -> bool {
    content.len() > 3 || content.iter().any(|block| matches!(block, Block::Heading { .. } | Block::Table(_)))
}

/// The words of some blocks in one line.
pub(super) fn one_line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line = Vec::new();
    for block in blocks {
        if let Block::Paragraph(content) | Block::Heading { content, .. } = block {
            if !line.is_empty() {
                line.push(Inline::text(" "));
            }
            line.extend(content);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::{blocks, found};

    #[test]
    fn a_table_keeps_its_caption_head_and_spans() {
        let page = "<table><caption>Levels</caption><thead><tr><th>Place<th>1987</thead>\
                    <tr><td colspan=2>none</td></tr><tr><td>Osk<td>3.2</table>";
        assert_eq!(blocks(page), ["table[Levels](th:Place th:1987 / td2x1:none / td:Osk td:3.2)"]);
    }

    #[test]
    fn a_cell_that_is_left_out_leaves_its_place() {
        let page = "<table><tr><th>Place<th>Ice<th>Depth<tr><td>Osk<td hidden>x<td>3<tr><td>Weir<td>no<td>4</table>";
        let table = "table[](th:Place th:Ice th:Depth / td:Osk td: td:3 / td:Weir td:no td:4)";
        assert_eq!(found(&format!("<article>{TEXT}{page}{TEXT}</article>"))[1], table);
        let page = "<table><tr><th>Place<th><th>Depth<tr><td>Osk<td><td>3</table>";
        assert_eq!(blocks(page), ["table[](th:Place th:Depth / td:Osk td:3)"], "a column that only parts others");
    }

    #[test]
    fn a_first_row_in_bold_heads_the_columns() {
        let page =
            "<table><tr><td><b>Place</b><td><p><b>1987</b></p><tr><td>Osk<td>3.2<tr><td><b>Weir</b><td>4</table>";
        assert_eq!(blocks(page), ["table[](th:Place th:1987 / td:Osk td:3.2 / td:*Weir* td:4)"]);
        let all = "<table><tr><td><b>Osk</b><td><b>3</b><tr><td><b>Weir</b><td><b>4</b></table>";
        assert_eq!(blocks(all), ["table[](td:*Osk* td:*3* / td:*Weir* td:*4*)"]);
    }

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";

    #[test]
    fn a_layout_table_is_dissolved() {
        let page = "<table><tr><td><h2>Story</h2><p>one</p><p>two</p></td><td><p>three</p></td></tr></table>";
        assert_eq!(blocks(page), ["h2:Story", "p:one", "p:two", "p:three"]);
    }
}
