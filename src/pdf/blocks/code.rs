//! Program text: its lines kept, those wider than the column continued under a mark.

use super::slab::{After, Slab};
use super::{Composer, Place, underlay};
use crate::article::{Code, Direction};
use crate::pdf::faces::forms::Forms;
use crate::pdf::layout::colours::ColourName;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::mark::{Mark, MarkKind, line_marks};
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Text};
use crate::pdf::structure::Kind;
use crate::pdf::structure::Role;
use unicode_segmentation::UnicodeSegmentation;

/// The panel around the code.
const PADDING: Pt = 5.0;
/// How far the rest of a line that was too wide stands in, in characters; the mark stands there.
const CONTINUED: usize = 2;
const MARK: &str = "↪";
/// A line that fills the panel to the last letter must not be broken for a rounding error.
const EPSILON: Pt = 0.5;

impl Composer<'_, '_> {
    pub(super) fn code(&mut self, code: &Code, place: Place) {
        let style = self.theme.styles.code;
        let width = place.width - 2.0 * PADDING;
        let character = self.setter.width(&literal("0", style, style.colour)).max(1.0);
        let room = ((width / character) as usize).max(CONTINUED + 8);
        let mut slabs = Vec::new();
        let program = Role::Element(self.tree.add(Kind::Program));
        for line in code.text.lines() {
            for part in parts(line, room) {
                slabs.extend(self.code_lines(&part, place, character, program));
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
    fn code_lines(&mut self, part: &Part, place: Place, character: Pt, role: Role) -> Vec<Slab> {
        let style = self.theme.styles.code;
        let mut left = place.left + PADDING + character * part.indent as f32;
        let mut marks = Vec::new();
        let right = place.left + place.width - PADDING + EPSILON;
        let shape = |left: Pt| Shape { measure: (right - left).max(character), indent: 0.0, align: Align::Start };
        if part.continued {
            let mark = literal(MARK, style, ColourName::Muted);
            for line in self.lines(&mark, shape(left)) {
                marks.extend(line_marks(&line, &style, left, 0.0, Role::Furniture));
            }
            left += character * CONTINUED as f32;
        }
        let lines = self.lines(&literal(&part.words, style, style.colour), shape(left));
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
    text.push(words, Look { forms: Forms::Literal, colour, ..Look::from(style) }, None);
    text
}

/// A piece of a line of code that goes into a line of the panel.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    /// How far it stands in, in characters.
    indent: usize,
    words: String,
    /// Whether it goes on with the line before.
    continued: bool,
}

/// A line of code cut so that each part has at most `room` characters; what is continued stands in as far as the line
/// itself. Tabs are four spaces, and no-break spaces are spaces.
fn parts(line: &str, room: usize) -> Vec<Part> {
    let line = line.replace('\t', "    ").replace('\u{a0}', " ");
    let words = line.trim_start_matches(' ');
    // What stands in too far leaves no room for words.
    let indent = (line.len() - words.len()).min(room / 2);
    let letters: Vec<&str> = words.trim_end().graphemes(true).collect();
    let mut parts = Vec::new();
    let mut rest = letters.as_slice();
    let mut limit = room - indent;
    while rest.len() > limit {
        let cut = seam(rest, limit);
        parts.push(Part { indent, words: rest[..cut].concat(), continued: !parts.is_empty() });
        rest = &rest[cut..];
        limit = room - indent - CONTINUED;
    }
    parts.push(Part { indent, words: rest.concat(), continued: !parts.is_empty() });
    parts
}

/// Where letters that are more than `limit` are cut: after a space if there is one late enough, or else after a sign that
/// parts names, but not inside a number.
fn seam(letters: &[&str], limit: usize) -> usize {
    /// What a line may end with, the best first, and the least part of the line that it leaves filled.
    const ENDS: [(&[&str], f32); 3] =
        [(&[" "], 0.6), (&[",", ";", "(", "[", "{", "|"], 0.5), (&[".", "/", ":", "-", "_", "&", "="], 0.4)];
    let is_digit = |at: usize| letters.get(at).is_some_and(|letter| letter.chars().all(|c| c.is_ascii_digit()));
    let parts_number = |at: usize| at > 0 && is_digit(at - 1) && is_digit(at + 1);
    // The space after a sign goes to the end of the line with it.
    let is_before_space = |at: usize| letters.get(at + 1) == Some(&" ");
    let last = |(ends, filled): (&[&str], f32)| {
        let is_end = |at: &usize| ends.contains(&letters[*at]) && !parts_number(*at) && !is_before_space(*at);
        (0..limit).rev().find(is_end).map(|at| at + 1).filter(|cut| *cut as f32 >= limit as f32 * filled)
    };
    // Or before the number that stands at the limit, if there is much before it.
    let number = (0..limit).rev().find(|at| !is_digit(*at)).map_or(limit, |at| at + 1);
    let before_number = if is_digit(limit) && number * 2 >= limit { number } else { limit };
    ENDS.into_iter().find_map(last).unwrap_or(before_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(line: &str, room: usize) -> Vec<String> {
        parts(line, room).into_iter().map(|part| " ".repeat(part.indent) + &part.words).collect()
    }

    #[test]
    fn a_long_line_is_continued_and_loses_nothing() {
        let line = "let harbour = Harbour::new(tide_table, moorings, \"north pier\");";
        let parts = parts(line, 30);
        let room = |part: &Part| if part.continued { 30 - CONTINUED } else { 30 };
        assert!(parts.iter().all(|part| part.words.chars().count() <= room(part)), "{parts:?}");
        assert_eq!(parts.iter().map(|part| part.words.as_str()).collect::<String>(), line);
    }

    #[test]
    fn a_long_line_is_cut_at_a_space_or_a_sign_and_not_inside_a_number() {
        assert_eq!(
            cut("SPEEDS = np.radians([28.984, 30.000, 15.041])", 30),
            ["SPEEDS = np.radians([28.984, ", "30.000, 15.041])"]
        );
        assert_eq!(cut("see(harbour.north.pier.lamp)", 14), ["see(harbour.", "north.pier.", "lamp)"]);
        assert_eq!(cut("aaaaaaaa1234", 10), ["aaaaaaaa", "1234"]);
        assert_eq!(cut("aaaaaaaaaaaaaaaaaaaa", 10), ["aaaaaaaaaa", "aaaaaaaa", "aa"]);
    }

    #[test]
    fn what_is_continued_stands_in_as_far_as_its_line() {
        assert_eq!(cut("    let moor = quay.find(&ship);", 20), ["    let moor = ", "    quay.find(", "    &ship);"]);
        assert_eq!(parts(&(" ".repeat(40) + "end"), 20)[0].indent, 10);
    }

    #[test]
    fn a_short_line_stays_as_it_is() {
        assert_eq!(cut("    return;", 30), ["    return;"]);
        assert_eq!(cut("", 30), [""]);
    }
}
