//! A picture made ready for one kind of page.

use super::Px;

/// The bytes of a picture as they go into the book, fit for the target it was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    pub format: Format,
    /// How many colours a pixel has.
    pub colour: Colour,
    pub width: Px,
    pub height: Px,
    pub bytes: Vec<u8>,
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
    pub width: Px,
    pub height: Px,
}
