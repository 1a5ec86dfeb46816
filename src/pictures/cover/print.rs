//! The lettering over the picture, as a JPEG.

use super::layout::{Design, LEAD_HEIGHT};
use super::type_case::TypeCase;
use super::{CoverError, HEIGHT, WIDTH};
use crate::pictures::{Colour, Format, Px, Rendition};
use fast_image_resize::{ResizeOptions, Resizer};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage, imageops};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resvg::tiny_skia::{Pixmap, Transform};

/// Below this a picture would be enlarged more than twice and look it.
const SMALLEST_LEAD: (Px, Px) = (720, 480);

/// Beyond this ratio of the longer side to the shorter, too little of a picture is left when it is cut to the cover.
const LONGEST_LEAD: f64 = 2.4;

/// Where a picture is cut to fit: in its middle across, and more at the foot than at the head, where faces are.
const CENTRE: (f64, f64) = (0.5, 0.35);

/// Type shows artefacts sooner than photographs do; at this quality it shows none.
const QUALITY: u8 = 90;

/// Whether a picture may lead the cover.
pub fn can_lead(lead: &Rendition) -> bool {
    let (long, short) = (lead.width.max(lead.height), lead.width.min(lead.height).max(1));
    lead.width >= SMALLEST_LEAD.0
        && lead.height >= SMALLEST_LEAD.1
        && f64::from(long) / f64::from(short) <= LONGEST_LEAD
}

/// Draws the words, on a transparent ground where the picture is to show.
pub fn lettering(svg: &str, case: &TypeCase) -> Result<Pixmap, CoverError> {
    let tree = case.read(svg)?;
    let mut pixmap = Pixmap::new(WIDTH, HEIGHT).ok_or(CoverError::Room)?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// Puts ground, picture and lettering on top of one another and encodes them.
pub fn print(lettering: Pixmap, lead: Option<&Rendition>, design: Design) -> Result<Rendition, CoverError> {
    let [red, green, blue] = design.ground();
    let mut cover = RgbaImage::from_pixel(WIDTH, HEIGHT, Rgba([red, green, blue, 255]));
    if let Some(lead) = lead {
        imageops::overlay(&mut cover, &cut_to_cover(lead)?, 0, 0);
    }
    let lettering = RgbaImage::from_raw(WIDTH, HEIGHT, lettering.take_demultiplied()).ok_or(CoverError::Room)?;
    imageops::overlay(&mut cover, &lettering, 0, 0);

    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.set_optimized_huffman_tables(true);
    let samples = DynamicImage::ImageRgba8(cover).into_rgb8();
    // Both lengths are constants far below the limit of 16 bits.
    encoder.encode(samples.as_raw(), WIDTH as u16, HEIGHT as u16, ColorType::Rgb)?;
    Ok(Rendition { format: Format::Jpeg, colour: Colour::Rgb, width: WIDTH, height: HEIGHT, bytes })
}

fn cut_to_cover(lead: &Rendition) -> Result<RgbaImage, CoverError> {
    let format = match lead.format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
    };
    let decoded = image::load_from_memory_with_format(&lead.bytes, format).map_err(CoverError::Lead)?;
    let decoded = DynamicImage::ImageRgba8(decoded.into_rgba8());
    let mut cut = DynamicImage::ImageRgba8(RgbaImage::new(WIDTH, LEAD_HEIGHT));
    Resizer::new().resize(&decoded, &mut cut, &ResizeOptions::new().fit_into_destination(Some(CENTRE)))?;
    Ok(cut.into_rgba8())
}
