//! From the colours a picture was made in to sRGB.

use super::Colour;
use super::raster::Raster;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformExecutor, TransformOptions};
use std::sync::Arc;

/// How far a sample may be from sRGB's before anybody could see it; profiles round their curves differently.
const UNSEEN: u8 = 3;

/// A change of colours that can be seen.
pub(super) struct ToSrgb {
    change: Arc<dyn TransformExecutor<u8> + Send + Sync>,
}

impl ToSrgb {
    /// What the ICC profile asks for; `None` if its colours are those of sRGB, or if it is no profile of RGB colours:
    /// grey is grey, and pictures for the press have been turned to RGB without their profile by now.
    pub(super) fn from_profile(icc: &[u8]) -> Option<Self> {
        let profile = ColorProfile::new_from_slice(icc).ok()?;
        if profile.color_space != DataColorSpace::Rgb {
            return None;
        }
        let srgb = ColorProfile::new_srgb();
        let change =
            profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, TransformOptions::default()).ok()?;
        // Six shades of each colour, all mixed with all.
        let probe: Vec<u8> = (0..216_u8).flat_map(|at| [at / 36, at / 6 % 6, at % 6].map(|shade| shade * 51)).collect();
        let mut changed = vec![0; probe.len()];
        change.transform(&probe, &mut changed).ok()?;
        let seen = probe.iter().zip(&changed).any(|(before, after)| before.abs_diff(*after) > UNSEEN);
        seen.then_some(Self { change })
    }

    /// The picture in sRGB; a grey one stays as it is.
    pub(super) fn apply(&self, mut raster: Raster) -> Raster {
        let samples = raster.colour.samples();
        if raster.colour == Colour::Grey {
            return raster;
        }
        for row in raster.samples.chunks_exact_mut(raster.width.max(1) as usize * samples) {
            let colours: Vec<u8> = row.chunks_exact(samples).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
            let mut changed = vec![0; colours.len()];
            // Rows of one length in both layouts are all that the transform asks for.
            if self.change.transform(&colours, &mut changed).is_err() {
                continue;
            }
            for (pixel, colour) in row.chunks_exact_mut(samples).zip(changed.chunks_exact(3)) {
                pixel[..3].copy_from_slice(colour);
            }
        }
        raster
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn srgb_by_another_name_changes_nothing() {
        let icc = ColorProfile::new_srgb().encode().unwrap();
        assert!(ToSrgb::from_profile(&icc).is_none());
    }

    #[test]
    fn a_wide_gamut_is_brought_to_srgb() {
        let icc = ColorProfile::new_display_p3().encode().unwrap();
        let change = ToSrgb::from_profile(&icc).unwrap();
        let orange = Raster { colour: Colour::Rgba, width: 1, height: 1, samples: vec![200, 120, 40, 9] };
        let samples = change.apply(orange).samples;
        assert!(samples[0] > 205 && samples[2] < 30, "the same orange needs stronger samples in sRGB: {samples:?}");
        assert_eq!(samples[3], 9, "opacity is no colour");
    }
}
