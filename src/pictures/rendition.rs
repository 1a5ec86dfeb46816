//! A picture made ready for one kind of page.

use super::Px;

/// The bytes of a picture as they go into the book, fit for the target it was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// What the bytes are.
    pub format: Format,
    /// How many colours a pixel has.
    pub colour: Colour,
    /// How wide it is.
    pub width: Px,
    /// How high it is.
    pub height: Px,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// Below this, across and down, a picture would be enlarged more than three times on a cover and look it.
const SMALLEST_LEAD: (Px, Px) = (600, 400);

/// Beyond this ratio of the longer side to the shorter, too little of a picture is left when it is cut to a cover.
const MAX_LEAD_RATIO: f64 = 2.4;

impl Rendition {
    /// Whether the picture can stand on the front of an issue: it is neither a thumbnail nor a strip.
    pub fn can_lead(&self) -> bool {
        let (long, short) = (self.width.max(self.height), self.width.min(self.height).max(1));
        let is_large = self.width >= SMALLEST_LEAD.0 && self.height >= SMALLEST_LEAD.1;
        is_large && f64::from(long) / f64::from(short) <= MAX_LEAD_RATIO
    }
}

/// The two kinds of file that every reader and every PDF understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Baseline or progressive; never CMYK.
    Jpeg,
    /// For [`Target::Print`]: 8 bits a sample, not interlaced, no palette and no transparency, so that its
    /// compressed rows can stand in a PDF as they are.
    Png,
}

/// The colour space of the samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Levels of grey alone.
    Grey,
    /// sRGB.
    Rgb,
    /// sRGB with transparency; never made for print.
    Rgba,
}

/// What a picture is prepared for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The screen of an e-reader.
    Screen,
    /// Paper.
    Print,
}

/// The largest size that a target can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The widest that a picture may be.
    pub width: Px,
    /// The highest that a picture may be.
    pub height: Px,
}

/// The targets that pictures are made ready for, each with the largest size it can show; `None` for a target that
/// no book is made for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// For a book that is read on a screen; `None` where none is asked for.
    pub screen: Option<Bounds>,
    /// For a book that is printed; `None` where none is asked for.
    pub print: Option<Bounds>,
}

impl Wanted {
    /// Each wanted target with its bounds.
    pub fn targets(&self) -> impl Iterator<Item = (Target, Bounds)> {
        let all = [(Target::Screen, self.screen), (Target::Print, self.print)];
        all.into_iter().filter_map(|(target, bounds)| Some((target, bounds?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_a_thumbnail_nor_a_strip_leads_an_issue() {
        let picture =
            |width, height| Rendition { format: Format::Jpeg, colour: Colour::Rgb, width, height, bytes: vec![] };
        assert!(picture(600, 400).can_lead() && picture(800, 1200).can_lead());
        assert!(!picture(599, 400).can_lead() && !picture(5000, 1).can_lead() && !picture(2000, 800).can_lead());
    }
}
