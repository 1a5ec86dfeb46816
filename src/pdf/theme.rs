//! How the pages look: faces, sizes, leading, margins and colours, read from `templates/pdf/theme.toml`.

use super::paper::Pt;
use serde::Deserialize;
use std::sync::LazyLock;

/// The look that is built in.
pub(super) static THEME: LazyLock<Theme> = LazyLock::new(|| {
    let text = include_str!("../../templates/pdf/theme.toml");
    toml::from_str(text).unwrap_or_else(|error| panic!("templates/pdf/theme.toml is no theme: {error}"))
});

/// All that decides how a page looks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Theme {
    pub page: PageTheme,
    pub grid: Grid,
    pub breaking: Breaking,
    pub pictures: PictureTheme,
    pub colours: Palette,
    pub styles: Styles,
}

/// Where on the page the text stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageTheme {
    pub columns: usize,
    /// Between two columns.
    pub gutter: Pt,
    /// The margin at either side.
    pub side: Pt,
    pub top: Pt,
    pub bottom: Pt,
    /// The baseline of the running head, from the upper edge.
    pub head: Pt,
    /// The baseline of the folio, from the lower edge.
    pub foot: Pt,
}

/// The grid of baselines that the columns share.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grid {
    pub leading: Pt,
    /// The indent of a paragraph's first line.
    pub indent: Pt,
}

/// How freely lines are justified.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Breaking {
    /// Whether lines are left ragged instead of being filled.
    #[serde(default)]
    pub ragged: bool,
    /// Lines shorter than this many ems are always ragged.
    pub narrowest: f32,
    /// How much wider a space may become, as part of its width.
    pub stretch: f32,
    /// How much narrower a space may become, as part of its width.
    pub shrink: f32,
    /// How much space may be put between two letters of a stretched line, in ems: less than is seen.
    pub letter_stretch: f32,
    /// How much may be taken from between two letters of a shrunk line, in ems.
    pub letter_shrink: f32,
    /// How much wider the letters of a stretched line may be drawn, as part of their width: less than is seen.
    pub widen: f32,
    /// How much narrower those of a shrunk line.
    pub narrow: f32,
    /// How far punctuation hangs into the margin, as part of its width.
    pub hang: f32,
}

/// How large pictures become.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PictureTheme {
    /// Pixels an inch below which no picture is stretched.
    pub resolution: f32,
    /// The tallest picture as part of the text's height.
    pub tallest: f32,
    /// From how many pixels of width on a lead picture goes over all columns.
    pub spanning: u32,
}

/// The colours of the issue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Palette {
    pub ink: Colour,
    pub muted: Colour,
    pub accent: Colour,
    pub hairline: Colour,
    pub panel: Colour,
}

impl Palette {
    pub fn get(&self, name: ColourName) -> Colour {
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
pub(super) enum ColourName {
    #[default]
    Ink,
    Muted,
    Accent,
}

/// An sRGB colour, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Colour {
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

/// The families of faces that travel with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Family {
    Serif,
    /// The serif drawn for large sizes.
    Display,
    Sans,
    Mono,
}

/// How heavy a face is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Weight {
    #[default]
    Regular,
    Semibold,
    Bold,
}

/// The type of one kind of text.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TextStyle {
    pub face: Family,
    #[serde(default)]
    pub weight: Weight,
    #[serde(default)]
    pub italic: bool,
    pub size: Pt,
    /// From one baseline to the next.
    pub leading: Pt,
    #[serde(default)]
    pub colour: ColourName,
    /// Space added between letters, in ems.
    #[serde(default)]
    pub tracking: f32,
    /// Set in capitals.
    #[serde(default)]
    pub capitals: bool,
}

impl TextStyle {
    /// The same type, `factor` times as large.
    pub fn scaled(self, factor: f32) -> Self {
        Self { size: self.size * factor, leading: self.leading * factor, ..self }
    }
}

/// Every kind of text that there is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[rustfmt::skip]
pub(super) struct Styles {
    pub body: TextStyle,
    pub headline: TextStyle,
    pub standfirst: TextStyle,
    pub section: TextStyle,
    pub byline: TextStyle,
    pub dateline: TextStyle,
    pub heading2: TextStyle,
    pub heading3: TextStyle,
    /// The fourth level of headings and all below it.
    pub heading4: TextStyle,
    pub caption: TextStyle,
    pub credit: TextStyle,
    pub quote: TextStyle,
    pub attribution: TextStyle,
    pub pull_quote: TextStyle,
    pub code: TextStyle,
    pub table: TextStyle,
    pub note: TextStyle,
    /// The addresses of links and sources.
    pub address: TextStyle,
    /// The headings over notes, links and source at an article's end.
    pub end_heading: TextStyle,
    pub running_head: TextStyle,
    pub folio: TextStyle,
    pub contents_title: TextStyle,
    pub contents_section: TextStyle,
    pub contents_headline: TextStyle,
    pub contents_byline: TextStyle,
    pub contents_folio: TextStyle,
    pub cover_title: TextStyle,
    pub cover_date: TextStyle,
    pub cover_headline: TextStyle,
    pub cover_byline: TextStyle,
    pub credits_line: TextStyle,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_that_is_built_in_can_be_read() {
        assert!(THEME.page.columns >= 1);
        assert!(THEME.styles.body.leading == THEME.grid.leading, "the body must stand on the grid");
    }

    #[test]
    fn a_colour_is_read_from_its_six_digits() {
        let colour = Colour::try_from("#ff0033".to_owned()).unwrap();
        assert_eq!((colour.red, colour.green, colour.blue), (1.0, 0.0, 0.2));
        assert!(Colour::try_from("red".to_owned()).unwrap_err().contains("#rrggbb"));
    }
}
