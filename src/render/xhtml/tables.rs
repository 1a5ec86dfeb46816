//! Tables: rows filled up to the same length, headings that say what they head, spans that stay inside.

use super::Setter;
use super::blocks::Room;
use super::markup::{Markup, Tag};
use crate::article::{Grid, PlacedCell, Table};

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

    fn cell(&mut self, out: &mut Markup, placed: &PlacedCell, part: Part) {
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
