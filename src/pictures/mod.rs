//! Pictures: fetches, checks, resizes and re-encodes each figure's picture for its target.

pub mod cover;
mod gallery;
mod rendition;

pub use crate::article::PictureSource;
pub use gallery::{Missing, Picture, Pictures};
pub use rendition::{Bounds, Colour, Format, Rendition, Target};

/// A length in pixels of a picture.
pub type Px = u32;
