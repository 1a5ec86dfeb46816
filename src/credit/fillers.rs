//! What programs and cameras write where nobody told the maker.

use crate::lexicon;

/// Whether `name` stands in the place of a maker's and is nobody's.
pub(crate) fn is_filler(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    // "Photographer: NONE"
    let bare = lower.rsplit(':').next().unwrap_or_default().trim();
    bare.is_empty()
        || lexicon::CREDIT_FILLERS.contains(&lower)
        || lexicon::CREDIT_FILLERS.contains(bare)
        || lexicon::ORGANISATIONS_MACHINES.opening(bare).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::is_filler;

    #[test]
    fn what_fills_a_field_is_nobodys_name() {
        for filler in ["Unknown", "Picasa", "Photographer: NONE", " ", "OLYMPUS DIGITAL CAMERA", "SAMSUNG"] {
            assert!(is_filler(filler), "{filler}");
        }
        for name in ["Ines Okafor", "Reuters", "Public domain", "Photographer: Ines Okafor"] {
            assert!(!is_filler(name), "{name}");
        }
    }
}
