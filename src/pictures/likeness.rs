//! Whether two files show the same picture in two sizes.
//!
//! Where a larger version of a picture is looked for, another may come: a crop, a notice that the picture may not be shown
//! elsewhere, the standard picture of a site. The shape tells crops; for the rest both pictures are looked at as a person
//! with bad eyes would, as a few tiles of one shade each.

use super::raster::Raster;

/// Whether the pictures have one shape and the same light and dark in the same places.
pub(super) fn are_alike(one: &Raster, other: &Raster) -> bool {
    have_one_shape(one, other) && difference(&shades(one), &shades(other)) <= MAX_DIFFERENCE
}

/// How much the height of a picture may differ from that which its width asks for: sizes are whole pixels, and some
/// servers round them to multiples of a few.
const SHAPE_TOLERANCE: f64 = 0.015;

/// How far the tiles of two versions may lie apart on average, of 255: compression and sharpening come to 3, two
/// different pictures seldom to less than 25.
const MAX_DIFFERENCE: f64 = 12.0;

/// How many tiles there are across and down.
const TILES: usize = 12;

fn have_one_shape(one: &Raster, other: &Raster) -> bool {
    let (small, large) = if one.width <= other.width { (one, other) } else { (other, one) };
    let expected = f64::from(large.height) * f64::from(small.width) / f64::from(large.width);
    let off = (f64::from(small.height) - expected).abs();
    off <= 1.5_f64.max(expected * SHAPE_TOLERANCE)
}

/// The mean shade of each tile, as on white paper.
fn shades(raster: &Raster) -> [f64; TILES * TILES] {
    let (mut sums, mut counts) = ([0_u64; TILES * TILES], [0_u64; TILES * TILES]);
    let opaque = raster.on_white();
    let (width, height) = (opaque.width as usize, opaque.height as usize);
    let (samples, row) = (opaque.colour.samples(), width * opaque.colour.samples());
    // The tile of a column is the same in every row.
    let tiles: Vec<usize> = (0..width).map(|x| x * TILES / width).collect();
    for (y, row) in opaque.samples.chunks_exact(row.max(1)).enumerate() {
        let first = y * TILES / height * TILES;
        for (pixel, tile) in row.chunks_exact(samples).zip(&tiles) {
            sums[first + tile] += pixel.iter().map(|sample| u64::from(*sample)).sum::<u64>();
            counts[first + tile] += samples as u64;
        }
    }
    // Sums of bytes over at most a hundred million pixels stay below the 2^53 that a double holds exactly.
    std::array::from_fn(|at| sums[at] as f64 / counts[at].max(1) as f64)
}

fn difference(one: &[f64; TILES * TILES], other: &[f64; TILES * TILES]) -> f64 {
    let apart = one.iter().zip(other).map(|(one, other)| (one - other).abs());
    apart.sum::<f64>() / (TILES * TILES) as f64
}

#[cfg(test)]
mod tests {
    use super::super::size::fitted;
    use super::super::{Bounds, Colour, Px};
    use super::*;

    /// A dark hill before a bright sky, its top at `top` of the width.
    fn hill(width: Px, height: Px, top: f64) -> Raster {
        let mut samples = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let (across, down) = (f64::from(x) / f64::from(width), f64::from(y) / f64::from(height));
                let is_hill = down > 0.2 + (across - top).abs();
                let grain = ((x * 7 + y * 13) % 11) as u8;
                samples.extend([if is_hill { 40 + grain } else { 220 - grain }; 3]);
            }
        }
        Raster { colour: Colour::Rgb, width, height, samples }
    }

    #[test]
    fn a_smaller_version_is_alike() {
        let large = hill(900, 600, 0.3);
        for side in [40, 150, 299, 640] {
            let small = fitted(&large, Bounds { width: side, height: side }).unwrap();
            assert!(are_alike(&large, &small), "{side}");
        }
    }

    #[test]
    fn a_crop_is_not_alike_even_where_it_has_the_shape() {
        assert!(!are_alike(&hill(900, 600, 0.3), &hill(300, 300, 0.3)));
        assert!(!are_alike(&hill(900, 600, 0.3), &hill(300, 200, 0.8)));
    }

    #[test]
    fn grey_and_colour_and_transparency_are_compared_as_they_look() {
        let colour = hill(300, 200, 0.5);
        let grey = Raster { colour: Colour::Grey, samples: colour.samples.chunks(3).map(|p| p[0]).collect(), ..colour };
        let colour = hill(600, 400, 0.5);
        assert!(are_alike(&grey, &colour));
        let clear = |width, height| Raster {
            colour: Colour::Rgba,
            width,
            height,
            samples: [9, 9, 9, 0].repeat((width * height) as usize),
        };
        assert!(!are_alike(&clear(300, 200), &colour));
    }

    #[test]
    fn pictures_smaller_than_the_tiles_are_no_trouble() {
        assert!(are_alike(&hill(4, 4, 0.5), &hill(4, 4, 0.5)));
    }
}
