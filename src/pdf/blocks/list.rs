//! Lists, numbered or not, one inside another.

use super::slab::{After, Slab};
use super::{Composer, Place};
use crate::article::List;
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::line_marks;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::Text;
use crate::pdf::structure::{Kind, ListMarks};

/// What stands before the items of a list without numbers, by how deep the list stands.
const BULLETS: [&str; 3] = ["•", "–", "·"];
/// The distance between a number and its item.
const AFTER_NUMBER: Pt = 5.0;
/// How far the items of a list without numbers stand in.
const BULLET_INDENT: Pt = 11.0;

impl Composer<'_, '_> {
    pub(super) fn list(&mut self, list: &List, place: Place) {
        let labels: Vec<String> = match list.numbering {
            Some(numbering) => (0..list.items.len()).map(|place| numbering.label(place)).collect(),
            None => vec![BULLETS[place.depth.min(BULLETS.len() - 1)].to_owned(); list.items.len()],
        };
        let labels: Vec<Text> = labels.iter().map(|label| Text::plain(label, place.style)).collect();
        let widest = labels.iter().map(|label| self.setter.width(label)).fold(0.0, f32::max);
        let numbered = list.numbering.is_some();
        let indent = if numbered { (widest + AFTER_NUMBER).max(BULLET_INDENT) } else { BULLET_INDENT };
        let (inner, by) = place.inset(indent);
        let inner = Place { depth: place.depth + 1, ..inner };
        // Where there is no room beside the item, the label stands over it.
        let indent = if by > 0.0 { by } else { place.width };
        let mut slabs: Vec<Slab> = Vec::new();
        let marks = list.numbering.map_or(ListMarks::Bullets, |numbering| ListMarks::Numbers(numbering.figures));
        self.tree.open(Kind::List(marks));
        for (item, label) in list.items.iter().zip(&labels) {
            self.tree.open(Kind::Item);
            let tag = self.tree.add_text(Kind::Label, label);
            let mut item =
                self.inside(Kind::ItemBody, |composer| composer.aside(|composer| composer.blocks(item, inner)));
            self.tree.close();
            let beside = numbered && by > 0.0;
            let measure = if beside { indent - AFTER_NUMBER } else { indent };
            let align = if beside { Align::End } else { Align::Start };
            let lines = self.lines(label, Shape { measure, indent: 0.0, align });
            if by == 0.0 && !item.is_empty() {
                item.insert(0, Slab { after: After::Together, ..Slab::new(place.style.leading, Vec::new()) });
            }
            if let (Some(first), Some(line)) = (item.first_mut(), lines.first()) {
                let mut marks = line_marks(line, &place.style, place.at(0.0, measure), 0.0, tag);
                marks.append(&mut first.marks);
                first.marks = marks;
                first.before = if slabs.is_empty() { 0.0 } else { 2.0 };
            }
            slabs.append(&mut item);
        }
        self.tree.close();
        let space = if place.depth == 0 { self.half_line() } else { 2.0 };
        self.append(slabs, space);
        self.leave(space);
    }
}
