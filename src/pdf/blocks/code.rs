//! Program text: its lines kept, those wider than the column continued under a mark.

use super::slab::{After, Slab};
use super::{Composer, Place, underlay};
use crate::article::{Code, Direction};
use crate::pdf::faces::shape::Figures;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::theme::{ColourName, TextStyle};
use crate::pdf::mark::{Mark, MarkKind, Role, line_marks};
use crate::pdf::setting::paragraph::{Align, Shape};
use crate::pdf::setting::text::{Look, Text};
use crate::pdf::structure::Kind;
use unicode_segmentation::UnicodeSegmentation;

/// The panel around the code.
const PADDING: Pt = 5.0;
/// How far the rest of a line that was too wide stands in, in characters; the mark stands there.
const CONTINUED: usize = 2;
const MARK: &str = "↪";
/// A line that fills the panel to the last letter must not be broken for a rounding error.
const HAIR: Pt = 0.5;

impl Composer<'_, '_> {
    pub(super) fn code(&mut self, code: &Code, place: Place) {
        let style = self.theme.styles.code;
        let width = place.width - 2.0 * PADDING;
        let character = self.setter.width(&literal("0", style, style.colour)).max(1.0);
        let room = ((width / character) as usize).max(CONTINUED + 8);
        let mut slabs = Vec::new();
        let program = Role::Element(self.tree.add(Kind::Program));
        for line in code.text.lines() {
            for (number, part) in parts(line, room).into_iter().enumerate() {
                slabs.extend(self.code_lines(&part, number > 0, place, character, program));
            }
        }
        let count = slabs.len();
        let panel = self.theme.colours.panel;
        for (number, slab) in slabs.iter_mut().enumerate() {
            let first = number == 0;
            let last = number + 1 == count;
            if first {
                slab.shift(0.0, PADDING);
                slab.height += PADDING;
            }
            if last {
                slab.height += PADDING;
            }
            if first || number + 2 == count {
                slab.after = if last { After::MayBreak } else { After::Together };
            }
            // A hair of overlap, so that no light line shows between two lines of the panel.
            let height = slab.height + if last { 0.0 } else { 0.3 };
            let kind = MarkKind::Block { width: place.width, height, colour: panel };
            underlay(slab, Mark { x: place.left, y: 0.0, role: Role::Furniture, kind });
        }
        self.append(slabs, self.half_line());
        self.leave(self.half_line());
    }

    /// A line of code; several where signs wider than a letter do not fit into one.
    fn code_lines(&mut self, words: &str, continued: bool, place: Place, character: Pt, role: Role) -> Vec<Slab> {
        let style = self.theme.styles.code;
        let mut left = place.left + PADDING;
        let mut marks = Vec::new();
        let right = place.left + place.width - PADDING + HAIR;
        let shape = |left: Pt| Shape { measure: (right - left).max(character), indent: 0.0, align: Align::Start };
        if continued {
            let mark = literal(MARK, style, ColourName::Muted);
            for line in self.lines(&mark, shape(left)) {
                marks.extend(line_marks(&line, &style, left, 0.0, Role::Furniture));
            }
            left += character * CONTINUED as f32;
        }
        let indent = words.chars().take_while(|c| *c == ' ').count();
        left += character * indent as f32;
        let lines = self.lines(&literal(&words[indent..], style, style.colour), shape(left));
        let mut slabs: Vec<Slab> =
            lines.iter().map(|line| Slab::new(style.leading, line_marks(line, &style, left, 0.0, role))).collect();
        match slabs.first_mut() {
            Some(first) => first.marks.append(&mut marks),
            None => slabs.push(Slab::new(style.leading, marks)),
        }
        slabs
    }
}

fn literal(words: &str, style: TextStyle, colour: ColourName) -> Text {
    let mut text = Text { direction: Some(Direction::LeftToRight), ..Text::default() };
    text.push(words, Look { figures: Figures::Literal, colour, ..Look::from(style) }, None);
    text
}

/// A line of code cut so that each part has at most `room` characters; tabs are four spaces, and no-break spaces are
/// spaces.
fn parts(line: &str, room: usize) -> Vec<String> {
    let line = line.replace('\t', "    ").replace('\u{a0}', " ");
    let letters: Vec<&str> = line.trim_end().graphemes(true).collect();
    let mut parts = Vec::new();
    let mut rest = letters.as_slice();
    let mut limit = room;
    while rest.len() > limit {
        // Rather after a space or a sign than inside a name, if that leaves the line at least half full.
        let seam = rest[..limit].iter().rposition(|c| matches!(*c, " " | "," | ";" | "(" | "." | "/" | "|"));
        let cut = seam.map(|at| at + 1).filter(|at| *at > limit / 2).unwrap_or(limit);
        parts.push(rest[..cut].concat());
        rest = &rest[cut..];
        limit = room - CONTINUED;
    }
    parts.push(rest.concat());
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_long_line_is_continued_and_loses_nothing() {
        let line = "let harbour = Harbour::new(tide_table, moorings, \"north pier\");";
        let parts = parts(line, 30);
        assert!(parts.iter().all(|part| part.chars().count() <= 30), "{parts:?}");
        assert_eq!(parts.concat(), line);
    }

    #[test]
    fn a_short_line_stays_as_it_is() {
        assert_eq!(parts("    return;", 30), ["    return;"]);
        assert_eq!(parts("", 30), [""]);
    }
}
