//! What has its number before its first line: the notes, and the addresses of links.

use super::slab::Slab;
use super::{Composer, Place};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::mark::line_marks;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Target, Text};
use crate::pdf::structure::{Kind, Tag};

/// How far what is numbered stands in at the least, and how far from its number.
const NUMBER_WIDTH: Pt = 15.0;
const AFTER_NUMBER: Pt = 5.0;

/// A number, and what it is to a reader.
pub(in crate::pdf) struct NumberLabel {
    text: Text,
    tag: Tag,
}

impl Composer<'_, '_> {
    /// How far stands in what is numbered up to `last`.
    pub(crate) fn number_inset(&mut self, last: usize, style: TextStyle) -> Pt {
        // Some faces have figures of several widths; none is much wider than the zero.
        let widest = "0".repeat(last.to_string().len());
        NUMBER_WIDTH.max(self.setter.width(&Text::plain(&widest, style)) + AFTER_NUMBER)
    }

    /// The label of what comes next, in the order of reading; it may lead elsewhere.
    pub(crate) fn number_label(&mut self, number: usize, style: TextStyle, target: Option<Target>) -> NumberLabel {
        let mut text = Text::default();
        text.push(&number.to_string(), Look::from(style), target);
        let tag = self.tree.add_text(Kind::Label, &text);
        NumberLabel { text, tag }
    }

    /// Sets the label before the first line of what stands in `place`, `inset` from its side.
    pub(crate) fn put_number(&mut self, slabs: &mut [Slab], label: &NumberLabel, place: Place, inset: Pt) {
        let Some(first) = slabs.first_mut() else { return };
        let measure = inset - AFTER_NUMBER + 0.5;
        let mut marks = Vec::new();
        for line in self.setter.set(&label.text, Shape { measure, indent: 0.0, align: Align::End }) {
            marks.extend(line_marks(&line, &place.style, place.at(0.0, measure), 0.0, label.tag));
        }
        marks.append(&mut first.marks);
        first.marks = marks;
    }
}
