//! How the pages look: faces, sizes, leading, margins and colours, as a [`Design`](super::Design) gives them.

use super::colours::Palette;
use super::paper::{Paper, Pt};
use super::style::{Family, Styles, TextStyle};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::ops::RangeInclusive;

/// All that decides how a page looks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct Theme {
    /// The theme it is laid over, known by the time that this one is read; here it only counts among the entries.
    #[serde(default)]
    #[expect(dead_code)]
    base: IgnoredAny,
    pub page: PageTheme,
    pub grid: Grid,
    pub text: TextTheme,
    pub notes: NotesTheme,
    pub contents: ContentsTheme,
    pub ends: EndsTheme,
    pub breaking: Breaking,
    pub pictures: PictureTheme,
    #[serde(default)]
    pub faces: FaceNames,
    pub colours: Palette,
    pub styles: Styles,
}

/// Where on the page the text stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct PageTheme {
    /// Where no other is asked for.
    pub paper: Paper,
    /// How many columns there are if each has room for [`PageTheme::shortest_line`].
    pub columns: usize,
    /// Between two columns.
    pub gutter: Pt,
    /// The margins of a right-hand page.
    pub left: Pt,
    pub right: Pt,
    /// Whether left and right margin are exchanged on left-hand pages.
    #[serde(default)]
    pub mirrored: bool,
    /// The fewest and the most ems of the body's type that a line may have; the margins grow where it would be longer.
    pub shortest_line: f32,
    pub longest_line: f32,
    pub top: Pt,
    pub bottom: Pt,
    /// The part of the text's height that must be left on a page for the next article to open there.
    pub run_on: f32,
    /// The baseline of the running head, from the upper edge.
    pub head: Pt,
    /// The baseline of the folio, from the lower edge.
    pub foot: Pt,
}

/// The grid of baselines that the columns share.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct Grid {
    /// That of the body, see [`Theme::settled`].
    #[serde(skip)]
    pub leading: Pt,
    /// The indent of a paragraph's first line.
    pub indent: Pt,
    /// From one place where a line may stand to the next: half a line if paragraphs are parted by half lines.
    #[serde(skip)]
    pub step: Pt,
}

/// How the body's paragraphs are told apart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct TextTheme {
    /// Whether the paragraphs of an article have numbers in the margin, for those who talk about it.
    pub numbered: bool,
    /// The space between two paragraphs, in lines.
    pub space: f32,
    /// Whether the opening words of an article are in small capitals.
    pub small_capitals: bool,
}

/// Where the notes of an article stand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct NotesTheme {
    pub place: NotePlace,
}

/// A place for notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::pdf) enum NotePlace {
    /// The foot of the column in which they are called.
    Foot,
    /// The article's end.
    End,
}

/// What the contents tell.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct ContentsTheme {
    /// Whether each article is summed up under its headline: by its standfirst, or else by how it begins.
    pub summaries: bool,
}

/// What stands at an article's end.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct EndsTheme {
    /// Whether the address of the article stands there as a QR code, too.
    pub qr: bool,
}

/// How freely lines are justified.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct Breaking {
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

/// The families of fonts that a theme has in the place of those that travel with the program.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct FaceNames {
    pub serif: Option<String>,
    pub display: Option<String>,
    pub sans: Option<String>,
    pub mono: Option<String>,
}

impl FaceNames {
    /// Each family that has a name.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Family, &str)> {
        let all = [
            (Family::Serif, self.serif.as_ref()),
            (Family::Display, self.display.as_ref()),
            (Family::Sans, self.sans.as_ref()),
            (Family::Mono, self.mono.as_ref()),
        ];
        all.into_iter().filter_map(|(family, name)| Some((family, name?.as_str())))
    }
}

/// How large pictures become.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct PictureTheme {
    /// Pixels an inch below which no picture is stretched.
    pub resolution: f32,
    /// The tallest picture as part of the text's height.
    pub tallest: f32,
    /// From how many pixels of width on a lead picture goes over all columns.
    pub spanning: u32,
}

impl Theme {
    /// The theme with the grid under its body, if everything in it can be printed.
    ///
    /// # Errors
    /// A sentence that names the entry, its value and what it may be.
    pub(crate) fn settled(mut self) -> Result<Self, String> {
        self.grid.leading = self.styles.body.leading;
        self.grid.step = self.grid.leading * if self.text.space.fract() == 0.0 { 1.0 } else { 0.5 };
        let Theme { page, breaking, pictures, styles, grid, text, .. } = &self;
        let checks: [(&str, f32, RangeInclusive<f32>); 29] = [
            ("page.columns", page.columns as f32, 1.0..=6.0),
            ("page.gutter", page.gutter, 6.0..=100.0),
            ("page.left", page.left, 0.0..=1000.0),
            ("page.right", page.right, 0.0..=1000.0),
            ("page.top", page.top, 0.0..=1000.0),
            ("page.bottom", page.bottom, 0.0..=1000.0),
            ("page.head", page.head, 0.0..=1000.0),
            ("page.foot", page.foot, 0.0..=1000.0),
            ("page.shortest_line", page.shortest_line, 0.0..=60.0),
            ("page.longest_line", page.longest_line, 15.0..=1000.0),
            ("grid.indent", grid.indent, 0.0..=50.0),
            ("page.run_on", page.run_on, 0.0..=1.0),
            ("text.space", text.space, 0.0..=3.0),
            ("breaking.narrowest", breaking.narrowest, 0.0..=100.0),
            ("breaking.stretch", breaking.stretch, 0.05..=1.0),
            ("breaking.shrink", breaking.shrink, 0.0..=0.5),
            ("breaking.letter_stretch", breaking.letter_stretch, 0.0..=0.05),
            ("breaking.letter_shrink", breaking.letter_shrink, 0.0..=0.03),
            ("breaking.widen", breaking.widen, 0.0..=0.05),
            ("breaking.narrow", breaking.narrow, 0.0..=0.05),
            ("breaking.hang", breaking.hang, 0.0..=1.0),
            ("pictures.resolution", pictures.resolution, 30.0..=1200.0),
            ("pictures.tallest", pictures.tallest, 0.1..=0.9),
            ("styles.body.size", styles.body.size, 5.0..=30.0),
            ("styles.body.leading", styles.body.leading, 5.0..=60.0),
            ("styles.caption.size", styles.caption.size, 4.0..=30.0),
            ("styles.table.size", styles.table.size, 4.0..=30.0),
            ("styles.code.size", styles.code.size, 4.0..=30.0),
            ("styles.note.size", styles.note.size, 4.0..=30.0),
        ];
        let wrong = checks.iter().find(|(_, value, allowed)| !allowed.contains(value));
        if let Some((name, value, allowed)) = wrong {
            return Err(format!("{name} is {value}, and has to be from {} to {}", allowed.start(), allowed.end()));
        }
        let unset = self.styles.all().find(|style| {
            !(3.0..=200.0).contains(&style.size)
                || !(style.size * 0.8..=style.size * 4.0).contains(&style.leading)
                || !(-0.1..=1.0).contains(&style.tracking)
        });
        match unset {
            Some(TextStyle { size, leading, .. }) => Err(format!(
                "a style has a size of {size} and a leading of {leading}; sizes go from 3 to 200 points, and a leading \
                from four fifths of its size to four times it"
            )),
            None => Ok(self),
        }
    }

    /// The theme with its body in `size`, and everything else larger or smaller by as much; the cover stays.
    pub(crate) fn in_size(mut self, size: Pt) -> Self {
        let factor = size / self.styles.body.size;
        self.grid.leading *= factor;
        self.grid.step *= factor;
        self.grid.indent *= factor;
        for style in self.styles.of_the_pages() {
            *style = style.scaled(factor);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::pdf::layout::MAGAZINE;

    #[test]
    fn the_whole_page_grows_with_its_body() {
        let (plain, large) = (MAGAZINE.clone(), MAGAZINE.clone().in_size(MAGAZINE.styles.body.size * 1.5));
        assert!((large.grid.leading / plain.grid.leading - 1.5).abs() < 0.001);
        assert!((large.styles.caption.size / plain.styles.caption.size - 1.5).abs() < 0.001);
        assert_eq!(large.styles.cover_title.size, plain.styles.cover_title.size);
    }
}
