//! The faces that text is set in: those that travel with the program, those that a theme names in their place, and the
//! system's for scripts they lack.

pub(super) mod forms;
pub(super) mod scripts;
pub(super) mod shape;
mod system;

use crate::article::Language;
use crate::pdf::layout::style::{Family, TextStyle, Weight};
use crate::pdf::layout::theme::FaceNames;
use harfrust::{FontRef, ShaperData};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::string::StringId;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use system::{Installed, SystemFaces};

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

macro_rules! face {
    ($family:ident, $weight:ident, $italic:literal, $path:literal) => {
        (Family::$family, Weight::$weight, $italic, include_bytes!(concat!("../../../fonts/", $path)).as_slice())
    };
}

/// The faces that travel with the program.
#[rustfmt::skip]
static BUILT_IN: [(Family, Weight, bool, &[u8]); 13] = [
    face!(Serif, Regular, false, "source-serif/SourceSerif4-Regular.otf"),
    face!(Serif, Regular, true, "source-serif/SourceSerif4-It.otf"),
    face!(Serif, Bold, false, "source-serif/SourceSerif4-Bold.otf"),
    face!(Serif, Bold, true, "source-serif/SourceSerif4-BoldIt.otf"),
    face!(Display, Semibold, false, "source-serif/SourceSerif4Display-Semibold.otf"),
    face!(Sans, Regular, false, "source-sans/SourceSans3-Regular.otf"),
    face!(Sans, Regular, true, "source-sans/SourceSans3-It.otf"),
    face!(Sans, Semibold, false, "source-sans/SourceSans3-Semibold.otf"),
    face!(Sans, Bold, false, "source-sans/SourceSans3-Bold.otf"),
    face!(Sans, Bold, true, "source-sans/SourceSans3-BoldIt.otf"),
    face!(Mono, Regular, false, "source-code-pro/SourceCodePro-Regular.otf"),
    face!(Mono, Regular, true, "source-code-pro/SourceCodePro-It.otf"),
    face!(Mono, Bold, false, "source-code-pro/SourceCodePro-Bold.otf"),
];

/// All faces that there are.
pub(in crate::pdf) struct Faces {
    /// Those that travel with the program, and after them those that the theme names.
    own: Vec<(FaceStyle, Face)>,
    /// Looked for only when a face is named, or a character is met that none of these has.
    installed: OnceLock<Installed>,
    system: OnceLock<SystemFaces>,
    /// Where faces are looked for before the system's.
    folder: Option<PathBuf>,
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
    /// The faces of a theme that names none; for what they lack, those in `folder` and then the system's.
    pub fn new(folder: Option<&Path>) -> Self {
        let faces = BUILT_IN.iter().filter_map(|(family, weight, italic, bytes)| {
            let style = FaceStyle { family: *family, weight: *weight, italic: *italic };
            Some((style, Face::new(Cow::Borrowed(*bytes), 0)?))
        });
        let own: Vec<(FaceStyle, Face)> = faces.collect();
        assert_eq!(own.len(), BUILT_IN.len(), "a face in fonts/ cannot be read");
        Self { own, folder: folder.map(Path::to_owned), installed: OnceLock::new(), system: OnceLock::new() }
    }

    /// The same, with the families that `names` has in the place of those that travel with the program. A sentence for
    /// each that is neither in `folder` nor on the system.
    pub fn named(folder: Option<&Path>, names: &FaceNames) -> (Self, Vec<String>) {
        let mut faces = Self::new(folder);
        let mut missing = Vec::new();
        for (family, name) in names.all() {
            let found = faces.installed().family(name);
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
    pub fn nearest(&self, wanted: FaceStyle) -> FaceId {
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
    /// the built-in ones and those the theme names, then the system's.
    ///
    /// None sets a character for private use: what it means only the page's own face knows, and what a face of the
    /// system has in its place is another sign.
    pub fn covering(&self, character: char, preferred: FaceId, language: &Language) -> Option<FaceId> {
        if is_for_private_use(character) {
            return None;
        }
        let own = std::iter::once(preferred).chain((0..self.own.len() as u16).map(FaceId));
        for id in own {
            if self.get(id).is_some_and(|face| face.has(character)) {
                return Some(id);
            }
        }
        let system = self.system.get_or_init(|| SystemFaces::of(self.installed()));
        let is_bold = self.own.get(usize::from(preferred.0)).is_some_and(|(style, _)| style.weight >= Weight::Semibold);
        let place = system.covering(character, is_bold, language)?;
        Some(FaceId(self.own.len() as u16 + place))
    }

    /// The face of this name.
    pub fn get(&self, id: FaceId) -> Option<&Face> {
        match usize::from(id.0).checked_sub(self.own.len()) {
            None => self.own.get(usize::from(id.0)).map(|(_, face)| face),
            Some(place) => self.system.get()?.face(place),
        }
    }

    /// What the family is called that `family` is set in.
    pub fn family_name(&self, family: Family) -> Option<String> {
        let regular = FaceStyle { family, weight: Weight::Regular, italic: false };
        let font = self.get(self.nearest(regular))?.font()?;
        // The name of the whole family, where another is for programs that know four faces of one alone.
        let names = [StringId::TYPOGRAPHIC_FAMILY_NAME, StringId::FAMILY_NAME].map(|id| font.localized_strings(id));
        names.into_iter().find_map(|names| names.english_or_first()).map(|name| name.to_string())
    }

    fn installed(&self) -> &Installed {
        self.installed.get_or_init(|| Installed::find(self.folder.as_deref()))
    }
}

fn is_for_private_use(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

impl Face {
    /// Reads a face; `None` if it cannot be read or has no outlines.
    pub fn new(bytes: Cow<'static, [u8]>, index: u32) -> Option<Self> {
        let font = FontRef::from_index(&bytes, index).ok()?;
        let shaping = ShaperData::new(&font);
        let metrics = font.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        let units_per_em = f32::from(metrics.units_per_em.max(1));
        Some(Self { bytes, index, shaping, units_per_em })
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, self.index).ok()
    }

    pub fn shaping(&self) -> &ShaperData {
        &self.shaping
    }

    pub fn units_per_em(&self) -> f32 {
        self.units_per_em
    }

    pub fn has(&self, character: char) -> bool {
        self.font().and_then(|font| Charmap::new(&font).map(character)).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_italic_is_set_in_the_text_italic() {
        let faces = Faces::new(None);
        let wanted = FaceStyle { family: Family::Display, weight: Weight::Semibold, italic: true };
        let (style, _) = &faces.own[usize::from(faces.nearest(wanted).0)];
        assert_eq!((style.family, style.italic), (Family::Serif, true));
    }

    #[test]
    fn a_family_that_the_theme_names_takes_the_place_of_the_built_in_one() {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/source-code-pro"));
        let names = FaceNames { serif: Some("source code pro".into()), ..FaceNames::default() };
        let (faces, missing) = Faces::named(Some(folder), &names);
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
        let (faces, missing) = Faces::named(None, &names);
        assert!(missing[0].contains("Grotesk of Nowhere") && missing[0].contains("built-in sans"), "{missing:?}");
        let sans = FaceStyle { family: Family::Sans, weight: Weight::Regular, italic: false };
        assert_eq!(faces.own[usize::from(faces.nearest(sans).0)].0, sans);
    }

    #[test]
    fn a_sign_for_private_use_is_set_in_no_face() {
        let faces = Faces::new(None);
        let program = FaceStyle { family: Family::Mono, weight: Weight::Regular, italic: false };
        let preferred = faces.nearest(program);
        let has_some = |c: &char| faces.get(preferred).is_some_and(|face| face.has(*c));
        let sign = ('\u{e000}'..='\u{f8ff}').find(has_some).expect("the face has signs of its own");
        assert_eq!(faces.covering(sign, preferred, &Language::english()), None);
    }

    #[test]
    fn a_latin_letter_needs_no_face_of_the_system() {
        let faces = Faces::new(None);
        let body = FaceStyle { family: Family::Serif, weight: Weight::Regular, italic: false };
        let preferred = faces.nearest(body);
        assert_eq!(faces.covering('ő', preferred, &Language::english()), Some(preferred));
        assert!(faces.system.get().is_none(), "the system's faces were looked for without need");
    }
}
