//! Headings: never alone at the foot of a column, and entries of the outline.

use super::slab::{After, line_slabs};
use super::{Composer, Place};
use crate::article::Inline;
use crate::pdf::mark::{Anchor, AnchorKind, Mark, MarkKind};
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::structure::Kind;
use crate::pdf::structure::Role;

impl Composer<'_, '_> {
    pub(super) fn heading(&mut self, level: u8, content: &[Inline], place: Place) {
        let style = match level {
            2 => self.theme.styles.heading2,
            3 => self.theme.styles.heading3,
            _ => self.theme.styles.heading4,
        };
        let text = self.words(content, style);
        let lines = self.setter.set_balanced(&text, Shape { measure: place.width, indent: 0.0, align: Align::Start });
        let tag = self.tree.add_text(Kind::Heading(level), &text);
        let mut slabs = line_slabs(&lines, &style, place.left, tag, place.is_body);
        for slab in &mut slabs {
            slab.after = After::Together;
            // On the grid, but nearer to what is above than to nothing: a little air under the heading.
            slab.shift(0.0, -1.5);
        }
        if let Some(first) = slabs.first_mut() {
            self.headings += 1;
            let name = format!("{}-heading-{}", self.prefix, self.headings).into();
            let title = Inline::plain_text(content).replace('\n', " ");
            let anchor = Anchor { name, what: AnchorKind::Heading { level, title } };
            first.marks.push(Mark { x: 0.0, y: 0.0, role: Role::Furniture, kind: MarkKind::Anchor(anchor) });
        }
        let lines_above = if level <= 3 { 1.0 } else { 0.5 };
        self.append(slabs, self.theme.grid.leading * lines_above);
        self.open();
    }
}
