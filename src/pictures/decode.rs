//! Bytes to pixels, with the size known before anything is decoded.

use super::Px;
use super::colour::ToSrgb;
use super::jpeg::Jpeg;
use super::notes;
use super::raster::Raster;
use super::unusable::Unusable;
use crate::article::Credit;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// The most pixels a picture may have: a wall-sized scan has them, and a bomb has more.
const MAX_PIXELS: u64 = 100_000_000;

/// The most memory that the decoded picture may take, and the decoder beside it, in bytes.
const MAX_DECODER_BYTES: u64 = 512 << 20;

/// The longest side that is a stand-in rather than a picture: pixels that count visits, spacers, blurred previews.
const STAND_IN: Px = 32;

/// A picture upright and in sRGB, and its JPEG file if that already is the same.
pub(super) struct Decoded {
    pub raster: Raster,
    pub untouched: Option<Jpeg>,
    /// The credit that the file gives itself.
    pub credit: Option<Credit>,
}

/// Decodes one of the formats of the `image` crate; the first frame of those that move.
pub(super) fn decode(bytes: &[u8], format: ImageFormat) -> Result<Decoded, Unusable> {
    let jpeg = match format {
        ImageFormat::Jpeg => Some(Jpeg::read(bytes).ok_or(Unusable::CutShort)?),
        _ => None,
    };
    let undecodable = |error: image::ImageError| Unusable::undecodable(format, &error);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(undecodable)?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    if decoder.total_bytes() > MAX_DECODER_BYTES {
        return Err(Unusable::TooLarge { width, height });
    }
    // Notes that cannot be read change nothing.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let credit = notes::credit(&mut decoder, bytes, format);
    let change = decoder.icc_profile().ok().flatten().and_then(|icc| ToSrgb::from_profile(&icc));
    let mut image = match &jpeg {
        Some(jpeg) if jpeg.is_in_parts() => in_parts(bytes)?,
        _ => DynamicImage::from_decoder(decoder).map_err(undecodable)?,
    };
    image.apply_orientation(orientation);
    let raster = Raster::from(image);
    let as_it_is = orientation == Orientation::NoTransforms && change.is_none();
    let raster = match change {
        Some(change) => change.apply(raster),
        None => raster,
    };
    let untouched = jpeg.filter(|jpeg| as_it_is && jpeg.is_plain());
    Ok(Decoded { raster: raster.plainest(), untouched, credit })
}

/// A JPEG whose colours come one after the other. zune-jpeg up to 0.5.15, which `image` decodes with, turns these green
/// where the colours are of different resolution (its issues 422 and 448).
fn in_parts(bytes: &[u8]) -> Result<DynamicImage, Unusable> {
    let damaged = |error: jpeg_decoder::Error| Unusable::Undecodable(error.to_string());
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(usize::try_from(MAX_DECODER_BYTES).unwrap_or(usize::MAX));
    let samples = decoder.decode().map_err(damaged)?;
    let unusual = || Unusable::Unsupported("an unusual kind of JPEG");
    let info = decoder.info().ok_or_else(unusual)?;
    let (width, height) = (info.width.into(), info.height.into());
    let image = match info.pixel_format {
        jpeg_decoder::PixelFormat::L8 => GrayImage::from_raw(width, height, samples).map(DynamicImage::from),
        jpeg_decoder::PixelFormat::RGB24 => RgbImage::from_raw(width, height, samples).map(DynamicImage::from),
        jpeg_decoder::PixelFormat::L16 | jpeg_decoder::PixelFormat::CMYK32 => None,
    };
    image.ok_or_else(unusual)
}

/// Refuses what is too large to be decoded and too small to be looked at.
pub(super) fn check_size(width: Px, height: Px) -> Result<(), Unusable> {
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        Err(Unusable::TooLarge { width, height })
    } else if (width < STAND_IN && height < STAND_IN) || is_hairline(width, height) {
        Err(Unusable::StandIn { width, height })
    } else {
        Ok(())
    }
}

/// Rules, shadows and spacers are drawn with pictures that are long and thin; a panorama is ten times as wide as high.
fn is_hairline(width: Px, height: Px) -> bool {
    let (short, long) = (width.min(height), width.max(height));
    short < 8 || long / short > 30
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    limits
}
