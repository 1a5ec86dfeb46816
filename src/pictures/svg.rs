//! Drawings in SVG, rendered at the size they are shown at.

use super::decode::check_size;
use super::lettering::{self, Lettered};
use super::raster::Raster;
use super::unusable::Unusable;
use super::{Bounds, Colour, Px};
use crate::article::Language;
use crate::fonts::Fonts;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;
use std::collections::BTreeSet;

/// The longest file that is read as a drawing, in bytes; maps of whole countries stay under it.
const MAX_SVG_BYTES: usize = 8_000_000;

/// How much a drawing is enlarged at most: from the 96 pixels to the inch of its own measure (CSS Values, section
/// 6.2) to the 300 of good print. More would blow icons up to posters.
const LARGEST_SCALE: f64 = 3.0;

/// A drawing that has been understood.
pub(super) struct Drawing {
    tree: Tree,
    /// The characters of its lettering that no font has.
    pub lacking: BTreeSet<char>,
}

/// True if the file begins as a drawing does: `<svg` after nothing but space, XML declaration, comments and doctype.
pub(super) fn is_drawing(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(64_000)]);
    let mut rest = head.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<svg") => return true,
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            // The internal subset of a doctype, where drawing programs declare their namespaces.
            _ if rest.starts_with("<!DOCTYPE svg") && rest.split('>').next().is_some_and(|tag| tag.contains('[')) => {
                "]>"
            }
            _ if rest.starts_with("<!DOCTYPE svg") => ">",
            _ => return false,
        };
        let Some((_, after)) = rest.split_once(end) else { return false };
        rest = after.trim_start();
    }
}

impl Drawing {
    /// Understands the drawing. Nothing outside its file is looked at: neither files nor the web.
    pub(super) fn read(bytes: &[u8], fonts: &Fonts) -> Result<Self, Unusable> {
        if bytes.len() > MAX_SVG_BYTES {
            return Err(Unusable::LongDrawing);
        }
        let undecodable = |error: &dyn std::error::Error| Unusable::Undecodable(error.to_string());
        let text = std::str::from_utf8(bytes).map_err(|error| undecodable(&error))?;
        let lettered = lettering::read(text, &Language::english(), fonts);
        let Lettered { tree, lacking } = lettered.map_err(|error| undecodable(&error))?;
        let drawing = Self { tree, lacking };
        let (width, height) = drawing.size();
        check_size(pixels(width), pixels(height))?;
        Ok(drawing)
    }

    fn size(&self) -> (f64, f64) {
        (self.tree.size().width().into(), self.tree.size().height().into())
    }

    /// The drawing as large as the bounds allow, within reason.
    pub(super) fn render(&self, bounds: Bounds) -> Result<Raster, Unusable> {
        let (width, height) = self.size();
        let scale = bounds.scale(width, height).min(LARGEST_SCALE);
        let (wide, high) = (pixels(width * scale), pixels(height * scale));
        let unrendered = || Unusable::TooLarge { width: wide, height: high };
        let mut pixmap = Pixmap::new(wide, high).ok_or_else(unrendered)?;
        // Single precision is what the renderer works in.
        let transform = Transform::from_scale(wide as f32 / width as f32, high as f32 / height as f32);
        resvg::render(&self.tree, transform, &mut pixmap.as_mut());
        if pixmap.data().iter().all(|sample| *sample == 0) {
            return Err(Unusable::Undecodable("it draws nothing that can be shown".to_owned()));
        }
        let raster = Raster { colour: Colour::Rgba, width: wide, height: high, samples: pixmap.take_demultiplied() };
        Ok(raster.plainest())
    }
}

/// A length in whole pixels; the conversion stops at the largest.
fn pixels(length: f64) -> Px {
    (length.round() as Px).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { width: 400, height: 400 };

    fn render(svg: &str) -> Result<Raster, Unusable> {
        Drawing::read(svg.as_bytes(), &Fonts::default())?.render(BOUNDS)
    }

    #[test]
    fn a_drawing_is_told_from_a_page() {
        assert!(is_drawing(b"<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assert!(is_drawing(
            "\u{feff}<?xml version='1.0'?>\n<!-- <html> -->\n<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg/>".as_bytes()
        ));
        assert!(!is_drawing(b"<!DOCTYPE html><html><body><svg/>"));
        assert!(!is_drawing(b"<p><svg/>"));
        assert!(!is_drawing(b""));
    }

    #[test]
    fn a_drawing_is_rendered_at_the_size_it_is_shown_at() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'><rect width='200' height='100' fill='#ff0000'/></svg>";
        let raster = render(svg).unwrap();
        assert_eq!((raster.width, raster.height, raster.colour), (400, 200, Colour::Rgb));
        assert!(raster.samples.chunks(3).all(|pixel| pixel == [255, 0, 0]));
    }

    #[test]
    fn a_small_drawing_is_not_blown_up_without_end() {
        let svg =
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='9'/></svg>";
        let raster = render(svg).unwrap();
        assert_eq!((raster.width, raster.colour), (120, Colour::Rgba));
    }

    #[test]
    fn a_drawing_looks_at_nothing_outside_itself() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("other.svg");
        std::fs::write(
            &other,
            "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><rect width='90' height='90'/></svg>",
        )
        .unwrap();
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><image width='90' height='90' href='{}'/></svg>",
            other.display()
        );
        assert!(matches!(render(&svg), Err(Unusable::Undecodable(_))), "another file was drawn");
    }

    #[test]
    fn a_drawing_that_nests_without_end_is_an_error_and_no_crash() {
        let entities: String = (1..40).map(|n| format!("<!ENTITY e{n} '&e{};&e{};'>", n - 1, n - 1)).collect();
        let bomb = format!(
            "<!DOCTYPE svg [<!ENTITY e0 'a'>{entities}]><svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><text>&e39;</text></svg>"
        );
        assert!(render(&bomb).is_err());
    }
}
