//! The colours of the issue, and the names by which text asks for them.

use serde::Deserialize;

/// The colours of the issue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct Palette {
    pub ink: Colour,
    pub muted: Colour,
    pub accent: Colour,
    pub hairline: Colour,
    pub panel: Colour,
}

impl Palette {
    pub(crate) fn get(&self, name: ColourName) -> Colour {
        match name {
            ColourName::Ink => self.ink,
            ColourName::Muted => self.muted,
            ColourName::Accent => self.accent,
        }
    }
}

/// A colour of the palette that text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::pdf) enum ColourName {
    #[default]
    Ink,
    Muted,
    Accent,
}

/// An sRGB colour, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub(in crate::pdf) struct Colour {
    pub red: f32,
    pub green: f32,
    pub blue: f32,
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" is no colour; write it as \"#rrggbb\"");
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or_else(wrong)?;
        let number = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let [_, red, green, blue] = number.to_be_bytes().map(|part| f32::from(part) / 255.0);
        Ok(Colour { red, green, blue })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_from_its_six_digits() {
        let colour = Colour::try_from("#ff0033".to_owned()).unwrap();
        assert_eq!((colour.red, colour.green, colour.blue), (1.0, 0.0, 0.2));
        assert!(Colour::try_from("red".to_owned()).unwrap_err().contains("#rrggbb"));
    }
}
