//! One picture, from its bytes to what goes into the books.

use super::decode::{self, Decoded};
use super::encode::encode;
use super::kind::Kind;
use super::size::fitted;
use super::svg::{self, Drawing};
use super::{Bounds, Px, Rendition, Target, Wanted};
use crate::article::Credit;
use image::{ImageError, ImageFormat};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why bytes that came are no picture for a book.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unusable {
    #[error("it is empty")]
    Empty,
    #[error("it is a web page, not a picture; the picture may have been taken down")]
    Page,
    #[error("it is not a picture of a known kind")]
    Unknown,
    #[error("it is a picture in {0}, which cannot be read; save it as JPEG or PNG")]
    Unsupported(&'static str),
    #[error("it is damaged: {0}")]
    Undecodable(String),
    #[error("it breaks off before its end")]
    CutShort,
    #[error("{width} by {height} pixels are more than can be handled; save it smaller")]
    TooLarge { width: Px, height: Px },
    #[error("a drawing of this length cannot be handled; save it as PNG")]
    LongDrawing,
    #[error("it is only a stand-in of {width} by {height} pixels")]
    StandIn { width: Px, height: Px },
}

impl Unusable {
    pub(super) fn undecodable(format: ImageFormat, error: &ImageError) -> Self {
        match error {
            ImageError::Unsupported(_) => Unusable::Unsupported(name(format)),
            error => Unusable::Undecodable(error.to_string()),
        }
    }
}

fn name(format: ImageFormat) -> &'static str {
    match format {
        ImageFormat::Avif => "AVIF",
        ImageFormat::Ico => "ICO",
        ImageFormat::Jpeg => "an unusual kind of JPEG",
        ImageFormat::Png => "an unusual kind of PNG",
        ImageFormat::Gif => "an unusual kind of GIF",
        ImageFormat::WebP => "an unusual kind of WebP",
        ImageFormat::Tiff => "an unusual kind of TIFF",
        ImageFormat::Bmp => "an unusual kind of BMP",
        _ => "a format that is rare on the web",
    }
}

/// A picture made ready.
pub(super) struct Prepared {
    pub renditions: Renditions,
    /// The credit that its file gives itself.
    pub credit: Option<Credit>,
}

/// What a picture became for each target.
pub(super) type Renditions = BTreeMap<Target, Arc<Rendition>>;

/// Makes the picture ready for every wanted target; it is decoded once.
pub(super) fn prepare(bytes: Vec<u8>, wanted: &Wanted) -> Result<Prepared, Unusable> {
    let mut credit = None;
    let original = match sort(&bytes)? {
        Sort::Drawing => Original::Drawing(Box::new(Drawing::read(&bytes)?)),
        Sort::Bitmap(format) => {
            let mut decoded = decode::decode(&bytes, format)?;
            credit = decoded.credit.take();
            Original::bitmap(decoded)
        }
    };
    drop(bytes);
    let mut renditions = Renditions::new();
    for (target, bounds) in wanted.targets() {
        let rendition = original.rendition(target, bounds)?;
        let same = renditions.values().find(|other| ***other == *rendition).cloned();
        renditions.insert(target, same.unwrap_or(rendition));
    }
    Ok(Prepared { renditions, credit })
}

/// What the bytes are, told by how they begin.
enum Sort {
    Bitmap(ImageFormat),
    Drawing,
}

fn sort(bytes: &[u8]) -> Result<Sort, Unusable> {
    if let Ok(format) = image::guess_format(bytes) {
        return Ok(Sort::Bitmap(format));
    }
    if svg::is_drawing(bytes) {
        return Ok(Sort::Drawing);
    }
    let text = bytes.trim_ascii_start();
    Err(match text {
        [] => Unusable::Empty,
        [b'<', ..] => Unusable::Page,
        _ => Unusable::Unknown,
    })
}

/// What renditions are made from.
enum Original {
    Bitmap { decoded: Decoded, kind: Kind, untouched: Option<Arc<Rendition>> },
    Drawing(Box<Drawing>),
}

impl Original {
    fn bitmap(mut decoded: Decoded) -> Self {
        let kind = Kind::of(&decoded.raster.on_white());
        let untouched = decoded.untouched.take().map(|jpeg| Arc::new(jpeg.into_rendition()));
        Original::Bitmap { decoded, kind, untouched }
    }

    fn rendition(&self, target: Target, bounds: Bounds) -> Result<Arc<Rendition>, Unusable> {
        let encoded = match self {
            Original::Bitmap { untouched: Some(jpeg), .. } if bounds.hold(jpeg.width, jpeg.height) => {
                return Ok(Arc::clone(jpeg));
            }
            Original::Bitmap { decoded, kind, .. } => {
                fitted(&decoded.raster, bounds).and_then(|raster| encode(&raster, *kind, target))
            }
            Original::Drawing(drawing) => encode(&drawing.render(bounds)?, Kind::LineArt, target),
        };
        encoded.map(Arc::new).map_err(Unusable::Undecodable)
    }
}
