//! How the items of a list are numbered.

use serde::{Deserialize, Serialize};

/// The numbers of a list's items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbering {
    /// The number of the first item.
    pub start: i32,
    /// What the numbers are written with.
    pub figures: Figures,
    /// Each number is one less than the one before.
    pub counts_down: bool,
}

/// What numbers are written with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figures {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// a, b, c
    Letters,
    /// A, B, C
    Capitals,
    /// i, ii, iii
    Roman,
    /// I, II, III
    RomanCapitals,
}

impl Numbering {
    /// 1, 2, 3 and so on, from `start`.
    pub fn from(start: i32) -> Self {
        Self { start, figures: Figures::Decimal, counts_down: false }
    }

    /// The number of the item at `place`, counted from 0.
    pub fn number(self, place: usize) -> i32 {
        let place = i32::try_from(place).unwrap_or(i32::MAX);
        if self.counts_down { self.start.saturating_sub(place) } else { self.start.saturating_add(place) }
    }

    /// What stands before the item at `place`: "3.", "c.", "iii.".
    pub fn label(self, place: usize) -> String {
        format!("{}.", self.figures.written(self.number(place)))
    }
}

impl Figures {
    /// The number in these figures; in decimal where they have no sign for it.
    pub fn written(self, number: i32) -> String {
        let written = match self {
            Figures::Decimal => None,
            Figures::Letters => letters(number),
            Figures::Capitals => letters(number).map(|letters| letters.to_ascii_uppercase()),
            Figures::Roman => roman(number),
            Figures::RomanCapitals => roman(number).map(|roman| roman.to_ascii_uppercase()),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

/// 1 is "a", 27 "aa"; there is nothing for 0 and less (CSS Counter Styles 3, "alphabetic").
fn letters(number: i32) -> Option<String> {
    let mut rest = u32::try_from(number).ok().filter(|number| *number > 0)?;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    Some(letters.into_iter().rev().collect())
}

/// Roman numerals go from 1 to 3999 (CSS Counter Styles 3, "lower-roman").
fn roman(number: i32) -> Option<String> {
    const SIGNS: [(i32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut roman = String::new();
    if !(1..4000).contains(&number) {
        return None;
    }
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    Some(roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_list_wants_them() {
        let label = |figures, start| Numbering { start, figures, counts_down: false }.label(0);
        assert_eq!(label(Figures::Letters, 28), "ab.");
        assert_eq!(label(Figures::Letters, 0), "0.");
        assert_eq!(label(Figures::RomanCapitals, 1994), "MCMXCIV.");
        assert_eq!(Numbering { counts_down: true, ..Numbering::from(3) }.label(2), "1.");
    }
}
