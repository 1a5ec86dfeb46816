//! Lengths as people write them: a number with its unit.

use super::paper::Pt;
use std::fmt;
use std::str::FromStr;

/// A length on paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length(pub Pt);

/// The units that are known, in points.
const UNITS: [(&str, Pt); 4] = [("mm", 72.0 / 25.4), ("cm", 72.0 / 2.54), ("in", 72.0), ("pt", 1.0)];

/// Words that are no length.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no length; write a number with mm, cm, in or pt behind it, as in 18mm or 10.5pt")]
pub struct ParseLengthError {
    text: String,
}

impl FromStr for Length {
    type Err = ParseLengthError;

    fn from_str(text: &str) -> Result<Self, ParseLengthError> {
        let wanted = text.trim().to_ascii_lowercase();
        let length = UNITS.iter().find_map(|(unit, points)| {
            let number = wanted.strip_suffix(unit)?.trim_end();
            // Plain figures only: Rust would read "inf" and "1e9" too.
            let plain = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
            plain.then(|| number.parse::<f32>().ok()).flatten().map(|number| Length(number * points))
        });
        length.ok_or_else(|| ParseLengthError { text: text.to_owned() })
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}mm", (self.0 / UNITS[0].1 * 10.0).round() / 10.0)
    }
}

/// The margins of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// Above the text.
    pub top: Length,
    /// On its right.
    pub right: Length,
    /// Below the text.
    pub bottom: Length,
    /// On its left.
    pub left: Length,
}

/// The narrowest margin: printers cannot print on the outermost 4 to 6 mm, and at the head and foot there stands a line.
const NARROWEST: Length = Length(8.0 * 72.0 / 25.4);

/// Words that are no margins.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseMarginsError {
    /// One of the words is no length.
    #[error(transparent)]
    ParseLengthError(#[from] ParseLengthError),
    #[error(
        "margins are one length for all sides, two (head and foot, sides) or four (head, right, foot, left), with commas between"
    )]
    /// There are neither one nor two nor four lengths.
    Count,
    /// A margin that a printer cannot keep.
    #[error("a margin of {margin} is too narrow to be printed; give at least {NARROWEST}")]
    TooNarrow {
        /// As it was given.
        margin: String,
    },
}

impl FromStr for Margins {
    type Err = ParseMarginsError;

    fn from_str(text: &str) -> Result<Self, ParseMarginsError> {
        let lengths = text.split(',').map(str::parse).collect::<Result<Vec<Length>, ParseLengthError>>()?;
        if let Some(narrow) = lengths.iter().find(|length| length.0 < NARROWEST.0 - 0.01) {
            return Err(ParseMarginsError::TooNarrow { margin: narrow.to_string() });
        }
        let [top, right, bottom, left] = match lengths[..] {
            [all] => [all; 4],
            [ends, sides] => [ends, sides, ends, sides],
            [top, right, bottom, left] => [top, right, bottom, left],
            _ => return Err(ParseMarginsError::Count),
        };
        Ok(Margins { top, right, bottom, left })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_a_number_with_its_unit() {
        assert_eq!("10.5pt".parse(), Ok(Length(10.5)));
        assert_eq!(" 2 CM".parse::<Length>().unwrap().to_string(), "20mm");
        for wrong in ["10", "mm", "-3mm", "1e3pt", "infpt", "1.2.3mm", "3em"] {
            let said = wrong.parse::<Length>().unwrap_err().to_string();
            assert!(said.contains("18mm or 10.5pt"), "{said}");
        }
    }

    #[test]
    fn margins_are_one_two_or_four_lengths() {
        let margins: Margins = "20mm,15mm".parse().unwrap();
        assert_eq!((margins.top, margins.left), (margins.bottom, margins.right));
        assert!(margins.top.0 > margins.left.0);
        assert_eq!("1in".parse::<Margins>().unwrap().left, Length(72.0));
        assert_eq!("1in,1in,1in".parse::<Margins>(), Err(ParseMarginsError::Count));
        assert!("2mm".parse::<Margins>().unwrap_err().to_string().contains("at least 8mm"));
    }
}
