//! The language of a text.

use icu_locale_core::LanguageIdentifier;
use std::fmt;

/// A language by its BCP 47 tag (RFC 5646): "en", "pt-BR", "zh-Hant".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Language(LanguageIdentifier);

/// The way a script runs along the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Language {
    /// Reads a tag as pages write them: "en_US", "EN-us", "de_DE.UTF-8", " fr ".
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-");
        let tag = tag.split(['.', '@', ',', ';', ' ']).next().unwrap_or_default();
        let parsed: LanguageIdentifier = tag.parse().ok()?;
        (!parsed.language.is_unknown()).then_some(Self(parsed))
    }

    /// English, where nothing is known.
    pub fn english() -> Self {
        Self(icu_locale_core::langid!("en"))
    }

    /// The language alone, without region and script: "pt" of "pt-BR".
    pub fn primary(&self) -> &str {
        self.0.language.as_str()
    }

    /// The identifier as ICU4X takes it.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// Which way the language is usually written.
    pub fn direction(&self) -> Direction {
        let script = self.0.script.as_ref().map(|script| script.as_str());
        match (script, self.primary()) {
            (Some("Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo"), _) => Direction::RightToLeft,
            (Some(_), _) => Direction::LeftToRight,
            (None, "ar" | "fa" | "he" | "iw" | "ur" | "ps" | "yi" | "dv" | "sd" | "ug" | "ckb") => {
                Direction::RightToLeft
            }
            (None, _) => Direction::LeftToRight,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_pages_write_them() {
        let read = |tag: &str| Language::parse(tag).map(|language| language.to_string());
        assert_eq!(read("en_us").as_deref(), Some("en-US"));
        assert_eq!(read("de_DE.UTF-8").as_deref(), Some("de-DE"));
        assert_eq!(read(""), None);
        assert_eq!(read("und"), None);
    }
}
