//! Pictures: fetches, checks, resizes and re-encodes each figure's picture for its target.
//!
//! [`gather`] takes the sources that the figures name and gives the [`Pictures`] of the issue. Each source goes the
//! same way, many at once:
//!
//! 1. its bytes are had from the first of its places that gives any: a file saved with the page, a `data:` URI or the
//!    web (`open`);
//! 2. they are told by their content, never by their name or type, measured, and only then decoded (`decode`,
//!    `svg`), turned upright, brought to sRGB (`colour`) and to eight bits;
//! 3. for each target they are made to fit (`size`), never enlarged, and written as JPEG if they are a photograph and
//!    as PNG if they are line art or have holes (`kind`, `encode`);
//! 4. a JPEG that has nothing to be changed stays what it is, byte for byte, but for the notes on where and by whom it
//!    was taken (`jpeg`); what these say of its maker is kept beside the picture (`notes`).
//!
//! Where a picture from the web is smaller than a target could show it, the places are asked where it may be had larger;
//! what comes takes its place if it shows the same (`likeness`), and nothing is said of what does not.
//!
//! What cannot be used gives way to the source's next place; if no place is left, the most telling of the reasons
//! goes into the report.

mod colour;
pub mod cover;
mod decode;
mod encode;
mod gallery;
mod gather;
mod jpeg;
mod kind;
mod lettering;
mod likeness;
mod notes;
mod open;
mod prepare;
mod raster;
mod rendition;
mod size;
mod svg;
mod unusable;

pub use crate::article::PictureSource;
pub use gallery::{Missing, Picture, Pictures};
pub use gather::gather;
pub use rendition::{Bounds, Colour, Format, Rendition, Target, Wanted};

/// A length in pixels of a picture.
pub type Px = u32;
