//! Photograph or line art, decided from the pixels.
//!
//! A photograph has many colours, and hardly a pixel is just like its neighbour; JPEG is made for it. A chart, a map,
//! a screenshot or a drawing has few colours in even areas with hard edges; JPEG would fray them, and PNG is smaller.

use super::raster::Raster;
use std::collections::HashSet;

/// What kind of picture it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Photograph,
    LineArt,
}

/// A picture is line art if it has at most so many colours and at least such a share of its pixels is just like
/// the one on their left; one rule that holds is enough. Photographs hardly come to a share of a fifth.
const LINE_ART: &[(usize, f64)] = &[
    (16, 0.0),     // black and white scans and icons, however finely they are patterned
    (2048, 0.6),   // charts and text: a few colours, their mixtures along the edges, and even ground
    (8192, 0.75),  // screenshots with coloured letters and soft shadows
    (20_000, 0.9), // maps and screenshots with a gradient or a small photograph in them
];

/// About how many pixels are looked at; of larger pictures, only every so many rows.
const SAMPLE: u64 = 1_000_000;

impl Kind {
    /// The kind of an opaque picture; see [`Raster::on_white`].
    pub(super) fn of(raster: &Raster) -> Self {
        let share = even_share(raster);
        // A rule with more colours asks for more evenness, so the last that holds for the share is the widest. For a
        // photograph it is the first, and counting ends after a handful of pixels.
        let most = LINE_ART.iter().filter(|(_, least)| share >= *least).map(|(most, _)| *most).max();
        if most.is_some_and(|most| has_at_most(raster, most)) { Kind::LineArt } else { Kind::Photograph }
    }
}

/// The share of the pixels that are just like the one on their left.
fn even_share(raster: &Raster) -> f64 {
    let (mut even, mut pairs) = (0_u64, 0_u64);
    for row in sampled_rows(raster) {
        let right = &row[raster.colour.samples().min(row.len())..];
        let pixels = row.chunks_exact(raster.colour.samples()).zip(right.chunks_exact(raster.colour.samples()));
        for (left, right) in pixels {
            even += u64::from(left == right);
            pairs += 1;
        }
    }
    // The counts of pixels are far below the 2^53 that a double holds exactly.
    even as f64 / pairs.max(1) as f64
}

fn has_at_most(raster: &Raster, most: usize) -> bool {
    let mut colours = HashSet::new();
    let mut before: &[u8] = &[];
    for pixel in sampled_rows(raster).flat_map(|row| row.chunks_exact(raster.colour.samples())) {
        if pixel != before && colours.insert(pixel) && colours.len() > most {
            return false;
        }
        before = pixel;
    }
    true
}

fn sampled_rows(raster: &Raster) -> impl Iterator<Item = &[u8]> {
    let pixels = u64::from(raster.width) * u64::from(raster.height);
    // Pictures are limited to far fewer pixels than would make the step overflow.
    let step = pixels.div_ceil(SAMPLE).max(1) as usize;
    raster.samples.chunks_exact(raster.width.max(1) as usize * raster.colour.samples()).step_by(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::Colour;

    /// A picture of 200 by 200 pixels.
    fn drawn(pixel: impl Fn(u32, u32) -> [u8; 3]) -> Raster {
        let samples = (0..200 * 200).flat_map(|at| pixel(at % 200, at / 200)).collect();
        Raster { colour: Colour::Rgb, width: 200, height: 200, samples }
    }

    /// The grain of a film, the same every time.
    fn grain(x: u32, y: u32) -> u8 {
        ((x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(97) >> 13) as u8 % 9
    }

    #[test]
    fn a_landscape_is_a_photograph() {
        let landscape = drawn(|x, y| [(x / 2) as u8 + grain(x, y), (y / 2) as u8 + grain(y, x), 90 + grain(x, y)]);
        assert_eq!(Kind::of(&landscape), Kind::Photograph);
    }

    #[test]
    fn a_grey_portrait_before_a_white_wall_is_a_photograph() {
        let portrait = drawn(|x, y| {
            let inside = (50..150).contains(&x) && y > 30;
            let tone = if inside { (x + y) as u8 / 2 + grain(x, y) } else { 250 + grain(x, y) % 5 };
            [tone, tone, tone.wrapping_add(grain(y, x))]
        });
        assert_eq!(Kind::of(&portrait), Kind::Photograph);
    }

    #[test]
    fn a_chart_with_soft_edges_is_line_art() {
        let chart = drawn(|x, y| {
            let bar = (x / 20 + 1) * 18;
            match y.abs_diff(200 - bar) {
                0..=2 => [(x + y) as u8, 120, 200],
                _ if 200 - y < bar && x % 20 > 4 => [20, 80, 200],
                _ => [255, 255, 255],
            }
        });
        assert_eq!(Kind::of(&chart), Kind::LineArt);
    }

    #[test]
    fn a_dithered_scan_is_line_art() {
        let scan = drawn(|x, y| if (x + y) % 2 == 0 { [0; 3] } else { [255; 3] });
        assert_eq!(Kind::of(&scan), Kind::LineArt);
    }

    #[test]
    fn coloured_letters_and_a_soft_shadow_are_line_art() {
        let screenshot = drawn(|x, y| match (x % 20, y % 20) {
            (0..3, 0..9) => [(x ^ y) as u8, (x * 3) as u8, (y * 5) as u8],
            _ if y > 190 => [(x as u8) / 2, y as u8, y as u8],
            _ => [252, 252, 246],
        });
        assert_eq!(Kind::of(&screenshot), Kind::LineArt);
    }

    #[test]
    fn a_screenshot_with_a_gradient_is_line_art() {
        let screenshot = drawn(|x, y| if y < 150 { [240; 3] } else { [(x / 30) as u8, y as u8, 40] });
        assert_eq!(Kind::of(&screenshot), Kind::LineArt);
    }
}
