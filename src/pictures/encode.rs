//! Pixels as the bytes of a file.

use super::kind::Kind;
use super::raster::Raster;
use super::{Colour, Format, Rendition, Target};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// The quality of a JPEG on the scale of libjpeg: paper shows more than a screen of electronic ink.
fn quality(target: Target) -> u8 {
    match target {
        Target::Screen => 82,
        Target::Print => 85,
    }
}

/// Writes the picture as its kind asks for; transparency is for screens, and needs a PNG.
///
/// # Errors
/// When the picture is larger than its format can be.
pub(super) fn encode(raster: &Raster, kind: Kind, target: Target) -> Result<Rendition, String> {
    let flat = match (target, raster.colour) {
        (Target::Print, Colour::Rgba) => Some(raster.on_white().into_owned().plainest()),
        _ => None,
    };
    let raster = flat.as_ref().unwrap_or(raster);
    let (format, bytes) = match (kind, raster.colour) {
        (Kind::Photograph, Colour::Grey | Colour::Rgb) => (Format::Jpeg, jpeg(raster, quality(target))?),
        (Kind::LineArt, _) | (_, Colour::Rgba) => (Format::Png, png(raster, kind)?),
    };
    Ok(Rendition { format, colour: raster.colour, width: raster.width, height: raster.height, bytes })
}

/// A baseline JPEG in a single scan: some readers show nothing else. Colour is kept at half the resolution, as cameras
/// do. Huffman tables made for the picture would save a few per cent, but the encoder then writes a scan a colour.
fn jpeg(raster: &Raster, quality: u8) -> Result<Vec<u8>, String> {
    let too_large = |_| "it is more than 65,535 pixels long".to_owned();
    let (width, height) =
        (u16::try_from(raster.width).map_err(too_large)?, u16::try_from(raster.height).map_err(too_large)?);
    let colour = if raster.colour == Colour::Grey { ColorType::Luma } else { ColorType::Rgb };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.encode(&raster.samples, width, height, colour).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// A PNG of eight bits a sample, not interlaced, without palette. Even areas pack best as they are, and photographs by
/// their differences (PNG specification, section 12.7).
fn png(raster: &Raster, kind: Kind) -> Result<Vec<u8>, String> {
    let colour = match raster.colour {
        Colour::Grey => ExtendedColorType::L8,
        Colour::Rgb => ExtendedColorType::Rgb8,
        Colour::Rgba => ExtendedColorType::Rgba8,
    };
    let (effort, filter) = match kind {
        Kind::LineArt => (CompressionType::Best, FilterType::NoFilter),
        Kind::Photograph => (CompressionType::Default, FilterType::Adaptive),
    };
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, effort, filter);
    encoder.write_image(&raster.samples, raster.width, raster.height, colour).map_err(|error| error.to_string())?;
    Ok(bytes)
}
