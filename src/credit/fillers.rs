//! What programs and cameras write where nobody told the maker.

/// Whether `name` stands in the place of a maker's and is nobody's.
pub(crate) fn is_filler(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    // "Photographer: NONE"
    let bare = lower.rsplit(':').next().unwrap_or_default().trim();
    FILLERS.contains(&lower.as_str())
        || FILLERS.contains(&bare)
        || MACHINES.iter().any(|machine| bare.starts_with(machine))
}

/// Words that fill a field, in small letters.
const FILLERS: &[&str] = &[
    "",
    "admin",
    "administrator",
    "artist",
    "author",
    "copyright",
    "default",
    "editor",
    "editorial",
    "editorial staff",
    "redaktion",
    "n/a",
    "na",
    "no credit",
    "none",
    "null",
    "owner",
    "photographer",
    "picasa",
    "public",
    "staff",
    "undefined",
    "unknown",
    "unbekannt",
    "inconnu",
    "desconocido",
    "user",
    "webmaster",
    "your name",
    "test",
    "me",
    "all rights reserved",
    "copyright notice",
];

/// Makers of cameras and of programs, whose names their products write into every picture.
const MACHINES: &[&str] = &[
    "adobe",
    "apple",
    "canon",
    "casio",
    "fujifilm",
    "google photos",
    "gopro",
    "hewlett",
    "huawei",
    "kodak",
    "leica camera",
    "microsoft",
    "minolta",
    "nikon",
    "olympus",
    "panasonic",
    "pentax",
    "samsung",
    "sony",
    "xiaomi",
    "canva",
    "gimp",
    "paint.net",
];

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
