//! Pixels: eight bits a sample, rows from the top, no gaps.

use super::{Colour, Px};
use image::DynamicImage;
use std::borrow::Cow;

/// A decoded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    pub colour: Colour,
    pub width: Px,
    pub height: Px,
    pub samples: Vec<u8>,
}

impl Colour {
    /// How many samples a pixel has.
    pub(super) fn samples(self) -> usize {
        match self {
            Colour::Grey => 1,
            Colour::Rgb => 3,
            Colour::Rgba => 4,
        }
    }
}

impl Raster {
    /// The same picture with as few samples a pixel as show it without loss.
    pub(super) fn plainest(self) -> Self {
        let opaque = self.colour == Colour::Rgba && self.samples.chunks_exact(4).all(|pixel| pixel[3] == u8::MAX);
        let raster = if opaque { self.picked(Colour::Rgb, |pixel| [pixel[0], pixel[1], pixel[2]]) } else { self };
        let mut pixels = raster.samples.chunks_exact(3);
        let grey = raster.colour == Colour::Rgb && pixels.all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]);
        if grey { raster.picked(Colour::Grey, |pixel| [pixel[0]]) } else { raster }
    }

    /// The picture as it looks on white paper: without transparency.
    pub(super) fn on_white(&self) -> Cow<'_, Self> {
        if self.colour != Colour::Rgba {
            return Cow::Borrowed(self);
        }
        Cow::Owned(self.picked(Colour::Rgb, |pixel| {
            let alpha = u32::from(pixel[3]);
            [pixel[0], pixel[1], pixel[2]].map(|sample| {
                let mixed = (u32::from(sample) * alpha + 255 * (255 - alpha) + 127) / 255;
                // A mean of two samples is a sample.
                mixed as u8
            })
        }))
    }

    /// Another picture of the same size, each pixel made from one of this.
    fn picked<const N: usize>(&self, colour: Colour, pick: impl Fn(&[u8]) -> [u8; N]) -> Self {
        let mut samples = Vec::with_capacity(self.samples.len() / self.colour.samples() * N);
        for pixel in self.samples.chunks_exact(self.colour.samples()) {
            samples.extend_from_slice(&pick(pixel));
        }
        Self { colour, width: self.width, height: self.height, samples }
    }
}

impl From<DynamicImage> for Raster {
    /// Samples of more than eight bits are rounded.
    fn from(image: DynamicImage) -> Self {
        let (width, height) = (image.width(), image.height());
        let (colour, samples) = match (image.color().has_color(), image.color().has_alpha()) {
            (false, false) => (Colour::Grey, image.into_luma8().into_raw()),
            (true, false) => (Colour::Rgb, image.into_rgb8().into_raw()),
            (_, true) => (Colour::Rgba, image.into_rgba8().into_raw()),
        };
        Self { colour, width, height, samples }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raster(colour: Colour, samples: &[u8]) -> Raster {
        let width = (samples.len() / colour.samples()) as Px;
        Raster { colour, width, height: 1, samples: samples.to_vec() }
    }

    #[test]
    fn a_grey_picture_in_four_samples_becomes_one_in_one() {
        let grey = raster(Colour::Rgba, &[7, 7, 7, 255, 9, 9, 9, 255]).plainest();
        assert_eq!(grey, raster(Colour::Grey, &[7, 9]));
        let holed = raster(Colour::Rgba, &[7, 7, 7, 255, 9, 9, 9, 254]);
        assert_eq!(holed.clone().plainest(), holed);
    }

    #[test]
    fn what_is_transparent_is_white_on_paper() {
        let holed = raster(Colour::Rgba, &[0, 0, 0, 0, 10, 20, 30, 255, 0, 100, 255, 128]);
        assert_eq!(*holed.on_white(), raster(Colour::Rgb, &[255, 255, 255, 10, 20, 30, 127, 177, 255]));
    }
}
