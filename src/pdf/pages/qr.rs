//! QR codes (ISO/IEC 18004): an address that a telephone reads off the paper.

use crate::pdf::layout::colours::Colour;
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::{Mark, MarkKind};
use crate::pdf::structure::Role;
use qrcode::{Color, EcLevel, QrCode};

/// The side of a code: 20 mm are read at arm's length.
const SIDE: Pt = 20.0 * 72.0 / 25.4;
/// The least side of one of its squares: 0.4 mm, which every printer can print.
const SMALLEST_SQUARE: Pt = 0.4 * 72.0 / 25.4;
/// A hair by which neighbours overlap, so that no light line shows between them.
const OVERLAP: Pt = 0.05;

/// A code with its upper left corner at 0.
pub(in crate::pdf) struct Code {
    pub side: Pt,
    pub marks: Vec<Mark>,
}

/// The code of an address; `None` if it is too long for one.
pub(in crate::pdf) fn code(address: &str, colour: Colour) -> Option<Code> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let count = code.width();
    let square = (SIDE / count as f32).max(SMALLEST_SQUARE);
    let mut marks = Vec::new();
    for (row, squares) in code.to_colors().chunks(count).enumerate() {
        let mut column = 0;
        for run in squares.chunk_by(|one, next| one == next) {
            if run[0] == Color::Dark {
                let kind =
                    MarkKind::Block { width: run.len() as f32 * square + OVERLAP, height: square + OVERLAP, colour };
                // The address stands beside it in words; to a reader who cannot see, the code says nothing more.
                let role = Role::Furniture;
                marks.push(Mark { x: column as f32 * square, y: row as f32 * square, role, kind });
            }
            column += run.len();
        }
    }
    Some(Code { side: square * count as f32, marks })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_address_has_a_larger_code_at_the_same_grain() {
        let colour = Colour { red: 0.0, green: 0.0, blue: 0.0 };
        let short = code("https://tollbridge.example/ferry", colour).unwrap();
        let long = code(&format!("https://tollbridge.example/{}", "x".repeat(1500)), colour).unwrap();
        assert!((short.side - SIDE).abs() < 0.01 && long.side > 1.5 * SIDE);
        assert!(long.marks.iter().all(|mark| mark.x < long.side && mark.y < long.side));
        assert!(code(&"x".repeat(4000), colour).is_none());
    }
}
