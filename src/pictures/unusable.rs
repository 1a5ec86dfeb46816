//! Why bytes that came are no picture for a book.

use super::Px;
use image::{ImageError, ImageFormat};

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
