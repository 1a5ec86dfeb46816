//! The lettering over the picture, as a JPEG.

use super::layout::{Design, LEAD_HEIGHT};
use super::type_case::TypeCase;
use super::{CoverError, HEIGHT, WIDTH};
use crate::pictures::{Colour, Format, Rendition};
use fast_image_resize::{ResizeOptions, Resizer};
use image::{DynamicImage, ImageFormat, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resvg::tiny_skia::{Color, ColorU8, IntSize, Pixmap, PixmapPaint, Transform};

/// Where a picture is cut to fit: in its middle across, and more at the foot than at the head, where faces are.
const CENTRE: (f64, f64) = (0.5, 0.35);

/// Type shows artefacts sooner than photographs do; at this quality it shows none.
const QUALITY: u8 = 90;

/// Puts ground, picture and lettering on top of one another and encodes them.
pub(super) fn print(
    svg: &str,
    case: &TypeCase<'_>,
    lead: Option<&Rendition>,
    design: Design,
) -> Result<Rendition, CoverError> {
    let tree = case.read(svg)?;
    let mut cover = Pixmap::new(WIDTH, HEIGHT).ok_or(CoverError::Room)?;
    let [red, green, blue] = design.ground();
    cover.fill(Color::from_rgba8(red, green, blue, 255));
    if let Some(lead) = lead {
        let lead = cut_to_cover(lead)?;
        cover.draw_pixmap(0, 0, lead.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    }
    resvg::render(&tree, Transform::identity(), &mut cover.as_mut());

    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.set_optimized_huffman_tables(true);
    // Both lengths are constants far below the limit of 16 bits; the ground leaves nothing transparent.
    encoder.encode(cover.data(), WIDTH as u16, HEIGHT as u16, ColorType::Rgba)?;
    Ok(Rendition { format: Format::Jpeg, colour: Colour::Rgb, width: WIDTH, height: HEIGHT, bytes })
}

/// The picture in the size of its place, its edges cut off where it has another shape.
fn cut_to_cover(lead: &Rendition) -> Result<Pixmap, CoverError> {
    let format = match lead.format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
    };
    let decoded = image::load_from_memory_with_format(&lead.bytes, format).map_err(CoverError::Lead)?;
    let decoded = DynamicImage::ImageRgba8(decoded.into_rgba8());
    let mut cut = DynamicImage::ImageRgba8(RgbaImage::new(WIDTH, LEAD_HEIGHT));
    Resizer::new().resize(&decoded, &mut cut, &ResizeOptions::new().fit_into_destination(Some(CENTRE)))?;
    let mut samples = cut.into_rgba8().into_raw();
    if lead.colour == Colour::Rgba {
        for pixel in samples.as_chunks_mut::<4>().0 {
            let [red, green, blue, alpha] = *pixel;
            let over = ColorU8::from_rgba(red, green, blue, alpha).premultiply();
            *pixel = [over.red(), over.green(), over.blue(), over.alpha()];
        }
    }
    let size = IntSize::from_wh(WIDTH, LEAD_HEIGHT).ok_or(CoverError::Room)?;
    Pixmap::from_vec(samples, size).ok_or(CoverError::Room)
}
