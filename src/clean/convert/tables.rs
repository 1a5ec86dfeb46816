//! Tables of data; tables that only lay a page out are dissolved into what they hold.

use super::Walker;
use crate::article::{Block, Cell, Inline, Row, Table};

/// No table of an article spans more; larger numbers are mistakes or traps.
const WIDEST_SPAN: u16 = 100;

impl Walker<'_> {
    /// The table at `place`, or what its cells hold if it is a layout.
    pub(super) fn table(&self, place: usize, depth: usize) -> Vec<Block> {
        let mut caption = Vec::new();
        let mut head = Vec::new();
        let mut body = Vec::new();
        let mut has_headings = false;
        let mut cells_with_many_blocks = 0;
        let mut at = place + 1;
        let end = self.tree.node(place).end;
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
                        if self.skips(cell) || !(is_heading || self.tree.name(cell) == "td") {
                            continue;
                        }
                        has_headings |= is_heading;
                        let content = self.inside(cell, depth + 1);
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
                    at += 1;
                    continue;
                }
            }
            at = node.end;
        }
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
        vec![Block::Table(Table { caption, head, body })]
    }

    fn span(&self, cell: usize, name: &str) -> u16 {
        let span = self.tree.attribute(cell, name).and_then(|span| span.trim().parse::<u16>().ok());
        span.unwrap_or(1).clamp(1, WIDEST_SPAN)
    }
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
    use crate::clean::testing::blocks;

    #[test]
    fn a_table_keeps_its_caption_head_and_spans() {
        let page = "<table><caption>Levels</caption><thead><tr><th>Place<th>1987</thead>\
                    <tr><td colspan=2>none</td></tr><tr><td>Osk<td>3.2</table>";
        assert_eq!(blocks(page), ["table[Levels](th:Place th:1987 / td2x1:none / td:Osk td:3.2)"]);
    }

    #[test]
    fn a_layout_table_is_dissolved() {
        let page = "<table><tr><td><h2>Story</h2><p>one</p><p>two</p></td><td><p>three</p></td></tr></table>";
        assert_eq!(blocks(page), ["h2:Story", "p:one", "p:two", "p:three"]);
    }
}
