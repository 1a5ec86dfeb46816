//! The language of a text.

use icu_locale_core::LanguageIdentifier;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A language by its BCP 47 tag (RFC 5646): "en", "pt-BR", "zh-Hant".
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(LanguageIdentifier);

/// The codes of ISO 639-3 that have a shorter form in BCP 47 (RFC 5646, section 2.2.1), as far as texts are
/// told apart by them.
const SHORTER: [(&str, &str); 70] = [
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("vie", "vi"),
    ("sna", "sn"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("yid", "yi"),
    ("zul", "zu"),
];

/// The way a script runs along the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As Latin.
    LeftToRight,
    /// As Arabic and Hebrew.
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

    /// The language of a three-letter code of ISO 639-3, "deu", by its usual tag, "de".
    ///
    /// Codes that have no shorter form stand for themselves ("ceb"); "cmn" is the "zh" of pages.
    pub fn of_iso_639_3(code: &str) -> Option<Self> {
        let short = SHORTER.iter().find(|(long, _)| *long == code).map(|(_, short)| *short);
        Self::parse(short.unwrap_or(code))
    }

    /// What stands between the parts of a list, with the space after it.
    pub fn comma(&self) -> &'static str {
        match self.primary() {
            "ar" | "fa" | "ur" => "، ",
            "ja" | "zh" => "、",
            _ => ", ",
        }
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

impl TryFrom<String> for Language {
    type Error = String;

    fn try_from(tag: String) -> Result<Self, String> {
        Self::parse(&tag).ok_or_else(|| format!("{tag:?} is no language tag, such as de or pt-BR"))
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.to_string()
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
    fn long_codes_have_short_tags() {
        let tag = |code: &str| Language::of_iso_639_3(code).map(|language| language.to_string());
        assert_eq!(tag("deu").as_deref(), Some("de"));
        assert_eq!(tag("cmn").as_deref(), Some("zh"));
        assert_eq!(tag("yid").as_deref(), Some("yi"));
    }

    #[test]
    fn tags_are_read_as_pages_write_them() {
        let read = |tag: &str| Language::parse(tag).map(|language| language.to_string());
        assert_eq!(read("en_us").as_deref(), Some("en-US"));
        assert_eq!(read("de_DE.UTF-8").as_deref(), Some("de-DE"));
        assert_eq!(read(""), None);
        assert_eq!(read("und"), None);
    }
}
