//! The sheet that the pages are printed on.

use std::fmt;
use std::str::FromStr;

/// A length in points: 1/72 inch.
pub type Pt = f32;

/// The size of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 × 11 inches (ANSI A).
    Letter,
}

impl Paper {
    /// Every paper, for messages and menus.
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::Letter];

    pub fn width(self) -> Pt {
        match self {
            Paper::A4 => 595.276,
            Paper::Letter => 612.0,
        }
    }

    pub fn height(self) -> Pt {
        match self {
            Paper::A4 => 841.89,
            Paper::Letter => 792.0,
        }
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        })
    }
}

/// A name that is no paper's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no paper called \"{name}\"; choose one of a4, letter")]
pub struct UnknownPaper {
    name: String,
}

impl FromStr for Paper {
    type Err = UnknownPaper;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let wanted = name.trim().to_ascii_lowercase();
        let found = Paper::ALL.into_iter().find(|paper| paper.to_string() == wanted);
        found.ok_or_else(|| UnknownPaper { name: name.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::Paper;

    #[test]
    fn a_paper_is_known_by_its_name_in_any_case() {
        assert_eq!("A4".parse(), Ok(Paper::A4));
        assert_eq!(" letter ".parse(), Ok(Paper::Letter));
        assert!("foolscap".parse::<Paper>().unwrap_err().to_string().contains("a4, letter"));
    }
}
