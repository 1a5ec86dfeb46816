//! The size that a target can show.

use super::raster::Raster;
use super::{Bounds, Colour, Px};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use std::borrow::Cow;

impl Bounds {
    /// True if a picture of this size can be shown as it is.
    pub(super) fn hold(self, width: Px, height: Px) -> bool {
        width <= self.width && height <= self.height
    }

    /// The factor that brings a size to the largest that fits.
    pub(super) fn scale(self, width: f64, height: f64) -> f64 {
        (f64::from(self.width.max(1)) / width).min(f64::from(self.height.max(1)) / height)
    }
}

/// The picture made to fit, never enlarged: Lanczos with three lobes, which keeps edges sharp, on colours that are
/// weighted with their opacity, so that what is transparent does not bleed into what is not.
pub(super) fn fitted(raster: &Raster, bounds: Bounds) -> Result<Cow<'_, Raster>, String> {
    if bounds.hold(raster.width, raster.height) {
        return Ok(Cow::Borrowed(raster));
    }
    let scale = bounds.scale(f64::from(raster.width), f64::from(raster.height));
    // Both are at most the length they come from.
    let scaled = |length: Px| ((f64::from(length) * scale).round() as Px).max(1);
    let (width, height) = (scaled(raster.width), scaled(raster.height));
    let pixels = match raster.colour {
        Colour::Grey => PixelType::U8,
        Colour::Rgb => PixelType::U8x3,
        Colour::Rgba => PixelType::U8x4,
    };
    let source = ImageRef::new(raster.width, raster.height, &raster.samples, pixels).map_err(|e| e.to_string())?;
    let mut fitted = Image::new(width, height, pixels);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).use_alpha(true);
    Resizer::new().resize(&source, &mut fitted, &options).map_err(|error| error.to_string())?;
    Ok(Cow::Owned(Raster { colour: raster.colour, width, height, samples: fitted.into_vec() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { width: 100, height: 50 };

    fn flat(width: Px, height: Px, pixel: &[u8]) -> Raster {
        let colour = if pixel.len() == 4 { Colour::Rgba } else { Colour::Rgb };
        Raster { colour, width, height, samples: pixel.repeat((width * height) as usize) }
    }

    #[test]
    fn a_picture_fits_its_bounds_and_keeps_its_shape() {
        let large = flat(400, 300, &[1, 2, 3]);
        let fitted = fitted(&large, BOUNDS).unwrap();
        assert_eq!((fitted.width, fitted.height), (67, 50));
        assert!(fitted.samples.chunks(3).all(|pixel| pixel == [1, 2, 3]));
    }

    #[test]
    fn a_small_picture_is_not_enlarged() {
        let small = flat(40, 30, &[1, 2, 3]);
        assert_eq!(*fitted(&small, BOUNDS).unwrap(), small);
    }

    #[test]
    fn a_line_does_not_vanish() {
        assert_eq!(fitted(&flat(5000, 2, &[1, 2, 3]), BOUNDS).unwrap().height, 1);
    }

    #[test]
    fn what_is_transparent_does_not_bleed_into_what_is_not() {
        let mut picture = flat(400, 2, &[255, 0, 0, 255]);
        for pixel in picture.samples.chunks_exact_mut(4).skip(1).step_by(2) {
            pixel.copy_from_slice(&[0, 255, 0, 0]);
        }
        let fitted = fitted(&picture, BOUNDS).unwrap();
        assert!(fitted.samples.chunks(4).all(|pixel| pixel[0] >= 254 && pixel[1] <= 1), "green shines through");
    }
}
