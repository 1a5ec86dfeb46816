//! The operators of a content stream (ISO 32000-1, annex A), written as short as they can be.
//!
//! printpdf has a type for each operator and an object for each glyph; on a page of five thousand glyphs these cost more
//! than all the rest of writing it. So the streams of the pages are written here, and put into the file that it makes.

use printpdf::{FontId, XObjectId};
use std::io::Write;

/// A content stream under construction.
#[derive(Default)]
pub(in crate::pdf) struct Operators {
    bytes: Vec<u8>,
}

/// A glyph as a font of the file has it, and the number that corrects the pen behind it (in thousandths of an em; it
/// moves the pen back).
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct ShownGlyph {
    pub id: u16,
    pub correction: i32,
}

impl Operators {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// What follows belongs to no element of the structure.
    pub(super) fn begin_artifact(&mut self) {
        self.bytes.extend_from_slice(b"/Artifact BMC\n");
    }

    /// What follows is furniture of the page of this kind: "Header", "Footer".
    pub(super) fn begin_pagination(&mut self, subtype: &str) {
        self.words(&["/Artifact <</Type/Pagination/Subtype/", subtype, ">> BDC\n"]);
    }

    /// What follows is the stretch of content of this number, and of an element of this kind.
    pub(super) fn begin_content(&mut self, kind: &str, number: usize) {
        self.words(&["/", kind, " <</MCID "]);
        self.whole(number as i64);
        self.bytes.extend_from_slice(b">> BDC\n");
    }

    pub(super) fn end_content(&mut self) {
        self.bytes.extend_from_slice(b"EMC\n");
    }

    pub(super) fn begin_text(&mut self) {
        self.bytes.extend_from_slice(b"BT\n");
    }

    pub(super) fn end_text(&mut self) {
        self.bytes.extend_from_slice(b"ET\n");
    }

    pub(super) fn font(&mut self, font: &FontId, size: f32) {
        self.words(&["/", &font.0, " "]);
        self.numbers(&[size]);
        self.bytes.extend_from_slice(b"Tf\n");
    }

    /// Text stands at `x`, `y`, its glyphs `widened` times as wide as they are.
    pub(super) fn text_at(&mut self, x: f32, y: f32, widened: f32) {
        self.numbers(&[widened, 0.0, 0.0, 1.0, x, y]);
        self.bytes.extend_from_slice(b"Tm\n");
    }

    pub(super) fn show(&mut self, glyphs: impl Iterator<Item = ShownGlyph>) {
        const HEX: &[u8; 16] = b"0123456789ABCDEF";
        self.bytes.push(b'[');
        let mut is_open = false;
        let mut correction = 0;
        for glyph in glyphs {
            if correction != 0 {
                self.bytes.push(b'>');
                self.whole(correction.into());
                is_open = false;
            }
            if !is_open {
                self.bytes.push(b'<');
                is_open = true;
            }
            let digit = |shift: u16| HEX[usize::from(glyph.id >> shift & 0xf)];
            self.bytes.extend_from_slice(&[digit(12), digit(8), digit(4), digit(0)]);
            correction = glyph.correction;
        }
        if is_open {
            self.bytes.push(b'>');
        }
        self.bytes.extend_from_slice(b"]TJ\n");
    }

    /// Each part from 0 to 1.
    pub(super) fn fill_colour(&mut self, red: f32, green: f32, blue: f32) {
        self.numbers(&[red, green, blue]);
        self.bytes.extend_from_slice(b"rg\n");
    }

    pub(super) fn line_colour(&mut self, red: f32, green: f32, blue: f32) {
        self.numbers(&[red, green, blue]);
        self.bytes.extend_from_slice(b"RG\n");
    }

    pub(super) fn line_width(&mut self, width: f32) {
        self.numbers(&[width]);
        self.bytes.extend_from_slice(b"w\n");
    }

    pub(super) fn filled_rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.numbers(&[x, y, width, height]);
        self.bytes.extend_from_slice(b"re f\n");
    }

    pub(super) fn framed_rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.numbers(&[x, y, width, height]);
        self.bytes.extend_from_slice(b"re S\n");
    }

    pub(super) fn picture(&mut self, picture: &XObjectId, x: f32, y: f32, width: f32, height: f32) {
        self.bytes.extend_from_slice(b"q ");
        self.numbers(&[width, 0.0, 0.0, height, x, y]);
        self.words(&["cm /", &picture.0, " Do Q\n"]);
    }

    fn words(&mut self, words: &[&str]) {
        words.iter().for_each(|word| self.bytes.extend_from_slice(word.as_bytes()));
    }

    /// Numbers with a space behind each, to a ten-thousandth: less than any press shows.
    fn numbers(&mut self, numbers: &[f32]) {
        for number in numbers {
            let scaled = (f64::from(*number) * 10_000.0).round() as i64;
            if scaled < 0 {
                self.bytes.push(b'-');
            }
            let (whole, mut part) = (scaled.unsigned_abs() / 10_000, scaled.unsigned_abs() % 10_000);
            self.whole(whole as i64);
            if part > 0 {
                self.bytes.push(b'.');
                let mut place = 1000;
                while part > 0 {
                    self.bytes.push(b'0' + (part / place) as u8);
                    part %= place;
                    place /= 10;
                }
            }
            self.bytes.push(b' ');
        }
    }

    fn whole(&mut self, number: i64) {
        // Writing into memory does not fail.
        let _ = write!(self.bytes, "{number}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Operators)) -> String {
        let mut operators = Operators::default();
        write(&mut operators);
        String::from_utf8(operators.into_bytes()).unwrap()
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        assert_eq!(written(|o| o.fill_colour(1.0, 0.5, 0.0)), "1 0.5 0 rg\n");
        assert_eq!(written(|o| o.line_width(0.00004)), "0 w\n");
        assert_eq!(written(|o| o.text_at(-0.5, 1012.0304, 1.0)), "1 0 0 1 -0.5 1012.0304 Tm\n");
    }

    #[test]
    fn glyphs_stand_in_one_string_as_long_as_the_pen_needs_no_correction() {
        let glyphs = [(1, 0), (0xabc, -20), (3, 0), (4, 0)];
        let shown = glyphs.map(|(id, correction)| ShownGlyph { id, correction });
        assert_eq!(written(|o| o.show(shown.into_iter())), "[<00010ABC>-20<00030004>]TJ\n");
        assert_eq!(written(|o| o.show(std::iter::empty())), "[]TJ\n");
    }

    #[test]
    fn a_picture_leaves_the_pages_own_space_as_it_was() {
        let picture = XObjectId("P7".into());
        assert_eq!(written(|o| o.picture(&picture, 50.0, 60.5, 200.0, 100.0)), "q 200 0 0 100 50 60.5 cm /P7 Do Q\n");
    }
}
