//! The sheet that the pages are printed on.

use std::fmt;
use std::str::FromStr;

/// A length in points: 1/72 inch.
pub type Pt = f32;

/// The size of a page, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Paper {
    width: u16,
    height: u16,
}

impl Paper {
    /// 210 × 297 mm (ISO 216).
    pub const A4: Paper = Paper { width: 2100, height: 2970 };
    /// 148 × 210 mm (ISO 216).
    pub const A5: Paper = Paper { width: 1480, height: 2100 };
    /// 8.5 × 11 inches (ANSI A).
    pub const LETTER: Paper = Paper { width: 2159, height: 2794 };
    /// 8.5 × 14 inches.
    pub const LEGAL: Paper = Paper { width: 2159, height: 3556 };

    /// Every paper that has a name.
    pub const NAMED: [(&str, Paper); 4] =
        [("a4", Paper::A4), ("letter", Paper::LETTER), ("a5", Paper::A5), ("legal", Paper::LEGAL)];

    /// In pt.
    pub fn width(self) -> Pt {
        points(self.width)
    }

    /// In pt.
    pub fn height(self) -> Pt {
        points(self.height)
    }
}

fn points(tenths: u16) -> Pt {
    f32::from(tenths) * 72.0 / 254.0
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Paper::NAMED.iter().find(|(_, paper)| paper == self) {
            Some((name, _)) => f.write_str(name),
            None => write!(f, "{}x{}mm", f32::from(self.width) / 10.0, f32::from(self.height) / 10.0),
        }
    }
}

/// Words that are no paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParsePaperError {
    #[error(
        "there is no paper called \"{name}\"; choose one of a4, letter, a5, legal, or give width and height as in 170x240mm"
    )]
    /// No paper has this name.
    Name {
        /// The name.
        name: String,
    },
    /// No page can have this size.
    #[error("a paper of {size} is no page to print on; each side has to be from {least} to {most} mm long")]
    Size {
        /// As it was given.
        size: String,
        /// The shortest side that can be, in mm.
        least: u16,
        /// The longest side that can be, in mm.
        most: u16,
    },
}

/// The shortest and the longest side of a page, in millimetres: a pocket diary, and ISO A1.
const MIN_SIDE_MM: u16 = 90;
const MAX_SIDE_MM: u16 = 841;

impl FromStr for Paper {
    type Err = ParsePaperError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let wanted = name.trim().to_ascii_lowercase();
        if let Some((_, paper)) = Paper::NAMED.iter().find(|(known, _)| *known == wanted) {
            return Ok(*paper);
        }
        let sides = wanted.strip_suffix("mm").and_then(|sides| sides.split_once(['x', '×']));
        let millimetres = |side: &str| side.trim().parse::<f32>().ok().filter(|side| side.is_finite());
        let sides = sides.and_then(|(width, height)| Some((millimetres(width)?, millimetres(height)?)));
        let Some((width, height)) = sides else { return Err(ParsePaperError::Name { name: name.to_owned() }) };
        let range = f32::from(MIN_SIDE_MM)..=f32::from(MAX_SIDE_MM);
        if !range.contains(&width) || !range.contains(&height) {
            return Err(ParsePaperError::Size { size: wanted, least: MIN_SIDE_MM, most: MAX_SIDE_MM });
        }
        Ok(Paper { width: (width * 10.0).round() as u16, height: (height * 10.0).round() as u16 })
    }
}

impl TryFrom<String> for Paper {
    type Error = ParsePaperError;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        name.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::Paper;

    #[test]
    fn a_paper_is_known_by_its_name_in_any_case() {
        assert_eq!("A4".parse(), Ok(Paper::A4));
        assert_eq!(" letter ".parse(), Ok(Paper::LETTER));
        assert!("foolscap".parse::<Paper>().unwrap_err().to_string().contains("a4, letter, a5, legal"));
    }

    #[test]
    fn a_paper_without_a_name_is_given_by_its_sides() {
        let paper: Paper = "170x240mm".parse().unwrap();
        assert_eq!(paper.to_string(), "170x240mm");
        assert!((paper.width() - 481.9).abs() < 0.1 && (paper.height() - 680.3).abs() < 0.1);
        assert_eq!("210×297mm".parse(), Ok(Paper::A4));
        assert!("20x240mm".parse::<Paper>().unwrap_err().to_string().contains("90 to 841 mm"));
        for wrong in ["170x240", "x240mm", "170xmm", "naNxinfmm"] {
            assert!(wrong.parse::<Paper>().unwrap_err().to_string().contains("170x240mm"), "{wrong}");
        }
    }
}
