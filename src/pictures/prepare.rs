//! One picture, from its bytes to what goes into the books.

use super::decode::{self, Decoded};
use super::encode::encode;
use super::kind::Kind;
use super::likeness;
use super::size::fitted;
use super::svg::{self, Drawing};
use super::unusable::Unusable;
use super::{Bounds, Picture, Rendition, Target, Wanted};
use crate::article::Credit;
use crate::fonts::Fonts;
use image::ImageFormat;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A picture that has been understood, of which renditions can be made.
pub(super) struct Original {
    form: Form,
    credit: Option<Credit>,
}

enum Form {
    Bitmap(Decoded),
    Drawing(Box<Drawing>),
}

impl Original {
    /// Understands the bytes of a picture; it is decoded once, here.
    pub(super) fn read(bytes: Vec<u8>, fonts: &Fonts) -> Result<Self, Unusable> {
        match sort(&bytes)? {
            Sort::Drawing => Ok(Self { form: Form::Drawing(Box::new(Drawing::read(&bytes, fonts)?)), credit: None }),
            Sort::Bitmap(format) => {
                let mut decoded = decode::decode(&bytes, format)?;
                let credit = decoded.credit.take();
                Ok(Self { form: Form::Bitmap(decoded), credit })
            }
        }
    }

    /// Makes the picture ready for every wanted target.
    pub(super) fn prepare(self, wanted: &Wanted) -> Result<Prepared, Unusable> {
        let (source, lacking) = match self.form {
            Form::Bitmap(decoded) => (Source::bitmap(decoded), BTreeSet::new()),
            Form::Drawing(mut drawing) => {
                let lacking = std::mem::take(&mut drawing.lacking);
                (Source::Drawing(drawing), lacking)
            }
        };
        let mut renditions = Renditions::new();
        for (target, bounds) in wanted.targets() {
            let rendition = source.rendition(target, bounds)?;
            let same = renditions.values().find(|other| ***other == *rendition).cloned();
            renditions.insert(target, same.unwrap_or(rendition));
        }
        Ok(Prepared { renditions, credit: self.credit, lacking })
    }

    /// Whether one of the wanted targets could show the picture larger than it is.
    pub(super) fn leaves_room(&self, wanted: &Wanted) -> bool {
        let Form::Bitmap(Decoded { raster, .. }) = &self.form else { return false };
        let has_room = |bounds: Bounds| raster.width < bounds.width && raster.height < bounds.height;
        wanted.targets().any(|(_, bounds)| has_room(bounds))
    }

    /// Whether this is the same picture as `other`, with more pixels.
    pub(super) fn enlarges(&self, other: &Self) -> bool {
        match (&self.form, &other.form) {
            (Form::Bitmap(this), Form::Bitmap(other)) => {
                this.raster.width > other.raster.width && likeness::are_alike(&this.raster, &other.raster)
            }
            _ => false,
        }
    }

    /// The credit that this file gives itself, or else that of a smaller version: copies are often stripped of it.
    pub(super) fn credited_or_as(mut self, smaller: &Self) -> Self {
        self.credit = self.credit.or_else(|| smaller.credit.clone());
        self
    }
}

/// A picture made ready.
pub(super) struct Prepared {
    pub renditions: Renditions,
    /// The credit that its file gives itself.
    pub credit: Option<Credit>,
    /// The characters of its lettering that no font has.
    pub lacking: BTreeSet<char>,
}

impl Prepared {
    pub(super) fn into_picture(self, from: String) -> Picture {
        Picture { renditions: self.renditions, from, credit: self.credit, lacking: self.lacking }
    }
}

/// What a picture became for each target.
pub(super) type Renditions = BTreeMap<Target, Arc<Rendition>>;

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
enum Source {
    Bitmap { decoded: Decoded, kind: Kind, untouched: Option<Arc<Rendition>> },
    Drawing(Box<Drawing>),
}

impl Source {
    fn bitmap(mut decoded: Decoded) -> Self {
        let kind = Kind::of(&decoded.raster.on_white());
        let untouched = decoded.untouched.take().map(|jpeg| Arc::new(jpeg.into_rendition()));
        Source::Bitmap { decoded, kind, untouched }
    }

    fn rendition(&self, target: Target, bounds: Bounds) -> Result<Arc<Rendition>, Unusable> {
        let encoded = match self {
            Source::Bitmap { untouched: Some(jpeg), .. } if bounds.hold(jpeg.width, jpeg.height) => {
                return Ok(Arc::clone(jpeg));
            }
            Source::Bitmap { decoded, kind, .. } => {
                fitted(&decoded.raster, bounds).and_then(|raster| encode(&raster, *kind, target))
            }
            Source::Drawing(drawing) => encode(&drawing.render(bounds)?, Kind::LineArt, target),
        };
        encoded.map(Arc::new).map_err(Unusable::Undecodable)
    }
}
