//! The faces that text is set in: those that travel with the program, those that a theme names in their place, and the
//! machine's for scripts they lack.

pub(super) mod forms;
pub(super) mod shape;

use crate::article::Language;
use crate::fonts::{self, Fonts, built_in, is_for_private_use};
use crate::pdf::layout::style::{Family, TextStyle, Weight};
use crate::pdf::layout::theme::FaceNames;
use fontdb::{FaceInfo, Style};
use harfrust::{FontRef, ShaperData};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::string::StringId;
use std::borrow::Cow;
use std::sync::OnceLock;

/// Names one face; the same face has the same name in every run over the same faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::pdf) struct FaceId(u16);

/// What a face has to be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::pdf) struct FaceStyle {
    pub family: Family,
    pub weight: Weight,
    pub italic: bool,
}

impl From<TextStyle> for FaceStyle {
    fn from(style: TextStyle) -> Self {
        Self { family: style.face, weight: style.weight, italic: style.italic }
    }
}

/// The faces that travel with the program, but for those of signs.
#[rustfmt::skip]
static BUILT_IN: [(Family, Weight, bool, &[u8]); 13] = [
    (Family::Serif, Weight::Regular, false, built_in::SERIF),
    (Family::Serif, Weight::Regular, true, built_in::SERIF_ITALIC),
    (Family::Serif, Weight::Bold, false, built_in::SERIF_BOLD),
    (Family::Serif, Weight::Bold, true, built_in::SERIF_BOLD_ITALIC),
    (Family::Display, Weight::Semibold, false, built_in::DISPLAY),
    (Family::Sans, Weight::Regular, false, built_in::SANS),
    (Family::Sans, Weight::Regular, true, built_in::SANS_ITALIC),
    (Family::Sans, Weight::Semibold, false, built_in::SANS_SEMIBOLD),
    (Family::Sans, Weight::Bold, false, built_in::SANS_BOLD),
    (Family::Sans, Weight::Bold, true, built_in::SANS_BOLD_ITALIC),
    (Family::Mono, Weight::Regular, false, built_in::MONO),
    (Family::Mono, Weight::Regular, true, built_in::MONO_ITALIC),
    (Family::Mono, Weight::Bold, false, built_in::MONO_BOLD),
];

/// All faces that there are. A [`FaceId`] counts through `own`, `signs` and the installed ones in this order.
pub(in crate::pdf) struct Faces {
    /// Those that travel with the program, and after them those that the theme names.
    own: Vec<(FaceStyle, Face)>,
    /// Those of signs that no family of text has.
    signs: Vec<Face>,
    fonts: Fonts,
    /// The installed ones, each read when it is first needed.
    installed: OnceLock<Vec<OnceLock<Option<Face>>>>,
}

/// One face, ready for shaping.
pub(in crate::pdf) struct Face {
    bytes: Cow<'static, [u8]>,
    /// The place of the face in a collection.
    pub index: u32,
    shaping: ShaperData,
    units_per_em: f32,
}

impl Faces {
    /// The faces of a theme that names none.
    pub(super) fn new(fonts: &Fonts) -> Self {
        let built_in = |bytes: &'static [u8]| Face::new(Cow::Borrowed(bytes), 0);
        let own = BUILT_IN.iter().filter_map(|(family, weight, italic, bytes)| {
            Some((FaceStyle { family: *family, weight: *weight, italic: *italic }, built_in(bytes)?))
        });
        let (own, signs) = (own.collect::<Vec<_>>(), built_in::SIGNS.into_iter().filter_map(built_in));
        let signs = signs.collect::<Vec<_>>();
        assert_eq!(own.len() + signs.len(), BUILT_IN.len() + built_in::SIGNS.len(), "a font in fonts/ cannot be read");
        Self { own, signs, fonts: fonts.clone(), installed: OnceLock::new() }
    }

    /// The same, with the families that `names` has in the place of those that travel with the program. A sentence for
    /// each that is not installed.
    pub(super) fn named(fonts: &Fonts, names: &FaceNames) -> (Self, Vec<String>) {
        let mut faces = Self::new(fonts);
        let mut missing = Vec::new();
        for (family, name) in names.all() {
            let found = family_called(fonts, name);
            if found.is_empty() {
                missing.push(format!(
                    "there is no font called \"{name}\" on this system, nor in the folder given with --fonts; the \
                    built-in {family} was used instead"
                ));
            }
            let style = |weight, italic| FaceStyle { family, weight, italic };
            faces.own.extend(found.into_iter().map(|(weight, italic, face)| (style(weight, italic), face)));
        }
        (faces, missing)
    }

    /// The face nearest to what is asked for, of the theme's own family if it names one.
    pub(super) fn nearest(&self, wanted: FaceStyle) -> FaceId {
        let distance = |(place, (style, _)): &(usize, &(FaceStyle, Face))| {
            let family = match (wanted.family, style.family) {
                (wanted, found) if wanted == found => 0,
                // The display face has no italic of its own; and a serif that the theme names is its display face, too.
                (Family::Display, Family::Serif) => 2,
                _ => 100,
            };
            let slope = if style.italic == wanted.italic { 0 } else { 10 };
            // One that the theme does not name stands in for nothing but a family without any.
            let stands_in = if *place < BUILT_IN.len() { 50 } else { 0 };
            family + slope + stands_in + (wanted.weight as i32 - style.weight as i32).abs()
        };
        let nearest = self.own.iter().enumerate().min_by_key(distance);
        FaceId(nearest.map_or(0, |(place, _)| place as u16))
    }

    /// The face that sets `character` where `preferred` is asked for: that one if it has the character, then
    /// the built-in ones and those the theme names, then the installed ones. None sets a character for private use.
    pub(super) fn covering(&self, character: char, preferred: FaceId, language: &Language) -> Option<FaceId> {
        if is_for_private_use(character) {
            return None;
        }
        let here = std::iter::once(preferred).chain((0..self.here() as u16).map(FaceId));
        for id in here {
            if self.get(id).is_some_and(|face| face.has(character)) {
                return Some(id);
            }
        }
        let is_bold = self.own.get(usize::from(preferred.0)).is_some_and(|(style, _)| style.weight >= Weight::Semibold);
        let installed = self.fonts.installed().covering(character, is_bold, language);
        let id = |place: usize| u16::try_from(self.here() + place).ok().map(FaceId);
        installed.into_iter().filter_map(id).find(|id| self.get(*id).is_some())
    }

    /// The face of this name.
    pub(super) fn get(&self, id: FaceId) -> Option<&Face> {
        let place = usize::from(id.0);
        let signs = || self.signs.get(place - self.own.len());
        if place < self.here() {
            return self.own.get(place).map(|(_, face)| face).or_else(signs);
        }
        let place = place - self.here();
        let installed = self.fonts.installed();
        let faces = self.installed.get_or_init(|| (0..installed.count()).map(|_| OnceLock::new()).collect());
        let read = || installed.font(place).and_then(read);
        faces.get(place)?.get_or_init(read).as_ref()
    }

    /// How many faces are at hand without a look at the machine.
    fn here(&self) -> usize {
        self.own.len() + self.signs.len()
    }

    /// What the family is called that `family` is set in.
    pub(super) fn family_name(&self, family: Family) -> Option<String> {
        let regular = FaceStyle { family, weight: Weight::Regular, italic: false };
        let font = self.get(self.nearest(regular))?.font()?;
        // The name of the whole family, where another is for programs that know four faces of one alone.
        let names = [StringId::TYPOGRAPHIC_FAMILY_NAME, StringId::FAMILY_NAME].map(|id| font.localized_strings(id));
        names.into_iter().find_map(|names| names.english_or_first()).map(|name| name.to_string())
    }
}

/// The faces of the installed family called `name`, one for each weight and slope that it has.
fn family_called(fonts: &Fonts, name: &str) -> Vec<(Weight, bool, Face)> {
    let mut found: Vec<(Weight, bool, u16, FaceInfo)> = (fonts.installed().family(name).into_iter())
        .map(|info| {
            let (weight, usual) = match info.weight.0 {
                ..500 => (Weight::Regular, 400),
                500..=650 => (Weight::Semibold, 600),
                _ => (Weight::Bold, 700),
            };
            (weight, info.style != Style::Normal, info.weight.0.abs_diff(usual), info)
        })
        .collect();
    found.sort_by_key(|(weight, italic, off, _)| (*weight, *italic, *off));
    let with_face = |(weight, italic, _, info): (Weight, bool, u16, FaceInfo)| Some((weight, italic, read(&info)?));
    let mut faces: Vec<(Weight, bool, Face)> = found.into_iter().filter_map(with_face).collect();
    faces.dedup_by_key(|(weight, italic, _)| (*weight, *italic));
    faces
}

fn read(font: &FaceInfo) -> Option<Face> {
    Face::new(Cow::Owned(fonts::read(font)?), font.index)
}

impl Face {
    /// Reads a face; `None` if it cannot be read or has no outlines.
    pub(super) fn new(bytes: Cow<'static, [u8]>, index: u32) -> Option<Self> {
        let font = FontRef::from_index(&bytes, index).ok()?;
        let shaping = ShaperData::new(&font);
        let metrics = font.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        let units_per_em = f32::from(metrics.units_per_em.max(1));
        Some(Self { bytes, index, shaping, units_per_em })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, self.index).ok()
    }

    pub(super) fn shaping(&self) -> &ShaperData {
        &self.shaping
    }

    pub(super) fn units_per_em(&self) -> f32 {
        self.units_per_em
    }

    pub(super) fn has(&self, character: char) -> bool {
        self.font().and_then(|font| Charmap::new(&font).map(character)).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_italic_is_set_in_the_text_italic() {
        let faces = Faces::new(&Fonts::default());
        let wanted = FaceStyle { family: Family::Display, weight: Weight::Semibold, italic: true };
        let (style, _) = &faces.own[usize::from(faces.nearest(wanted).0)];
        assert_eq!((style.family, style.italic), (Family::Serif, true));
    }

    #[test]
    fn a_family_that_the_theme_names_takes_the_place_of_the_built_in_one() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/source-code-pro");
        let names = FaceNames { serif: Some("source code pro".into()), ..FaceNames::default() };
        let (faces, missing) = Faces::named(&Fonts::new(Some(folder.into())), &names);
        assert_eq!(missing, [""; 0]);
        let serif = |weight, italic| FaceStyle { family: Family::Serif, weight, italic };
        for (weight, italic) in [(Weight::Regular, false), (Weight::Bold, false), (Weight::Regular, true)] {
            let id = faces.nearest(serif(weight, italic));
            assert_eq!(faces.own[usize::from(id.0)].0, serif(weight, italic));
            assert!(usize::from(id.0) >= BUILT_IN.len());
        }
        // It has no bold italic; the regular italic is nearer than a face of another family.
        let id = faces.nearest(serif(Weight::Bold, true));
        assert!(usize::from(id.0) >= BUILT_IN.len());
        let sans = FaceStyle { family: Family::Sans, weight: Weight::Bold, italic: false };
        assert_eq!(faces.own[usize::from(faces.nearest(sans).0)].0, sans);
    }

    #[test]
    fn a_face_that_is_nowhere_is_told_and_the_built_in_one_used() {
        let names = FaceNames { sans: Some("Grotesk of Nowhere".into()), ..FaceNames::default() };
        let (faces, missing) = Faces::named(&Fonts::default(), &names);
        assert!(missing[0].contains("Grotesk of Nowhere") && missing[0].contains("built-in sans"), "{missing:?}");
        let sans = FaceStyle { family: Family::Sans, weight: Weight::Regular, italic: false };
        assert_eq!(faces.own[usize::from(faces.nearest(sans).0)].0, sans);
    }

    #[test]
    fn a_sign_for_private_use_is_set_in_no_face() {
        let faces = Faces::new(&Fonts::default());
        let program = FaceStyle { family: Family::Mono, weight: Weight::Regular, italic: false };
        let preferred = faces.nearest(program);
        let has_some = |c: &char| faces.get(preferred).is_some_and(|face| face.has(*c));
        let sign = ('\u{e000}'..='\u{f8ff}').find(has_some).expect("the face has signs of its own");
        assert_eq!(faces.covering(sign, preferred, &Language::english()), None);
    }

    #[test]
    fn a_latin_letter_needs_no_face_of_the_system() {
        let faces = Faces::new(&Fonts::default());
        let body = FaceStyle { family: Family::Serif, weight: Weight::Regular, italic: false };
        let preferred = faces.nearest(body);
        assert_eq!(faces.covering('ő', preferred, &Language::english()), Some(preferred));
        assert!(!faces.fonts.have_looked_further(), "the machine's fonts were looked for without need");
    }

    #[test]
    fn the_signs_of_a_mixed_digest_need_no_font_of_the_machine() {
        let faces = Faces::new(&Fonts::default());
        let body = FaceStyle { family: Family::Serif, weight: Weight::Regular, italic: false };
        let preferred = faces.nearest(body);
        let signs = "→ ↩ ⇒ ☐ ☑ ✓ ✗ ★ ♥ ☀ ⚠ ♫ ① ½ ∑ ∫ ≤ ∞ ⌘ ⏎ 𝐁 𝟙 ⁂ ※ ₪ ℃ Ἀ ʃ ə ẞ 😀 🎉 🇩 👩 🏽 \u{fffd}";
        for sign in signs.chars() {
            assert!(faces.covering(sign, preferred, &Language::english()).is_some(), "{sign}");
        }
        assert!(!faces.fonts.have_looked_further(), "the machine's fonts were looked for without need");
    }
}
