//! The faces that text is set in: those that travel with the program, and the system's for scripts they lack.

pub(super) mod scripts;
pub(super) mod shape;
mod system;

use crate::article::Language;
use crate::pdf::layout::theme::{Family, TextStyle, Weight};
use harfrust::{FontRef, ShaperData};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use system::SystemFaces;

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
    built_in: Vec<Face>,
    /// Looked for only when a character is met that no built-in face has.
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
    /// The built-in faces; for what they lack, those in `folder` and then the system's.
    pub fn new(folder: Option<&Path>) -> Self {
        let faces = BUILT_IN.iter().filter_map(|(.., bytes)| Face::new(Cow::Borrowed(*bytes), 0));
        let built_in: Vec<Face> = faces.collect();
        assert_eq!(built_in.len(), BUILT_IN.len(), "a face in fonts/ cannot be read");
        Self { built_in, folder: folder.map(Path::to_owned), system: OnceLock::new() }
    }

    /// The built-in face nearest to what is asked for.
    pub fn nearest(&self, wanted: FaceStyle) -> FaceId {
        let distance = |&(family, weight, italic, _): &(Family, Weight, bool, &[u8])| {
            let family = match (wanted.family, family) {
                (wanted, found) if wanted == found => 0,
                // The display face has no italic of its own.
                (Family::Display, Family::Serif) => 2,
                _ => 100,
            };
            let slope = if italic == wanted.italic { 0 } else { 10 };
            family + slope + (wanted.weight as i32 - weight as i32).abs()
        };
        let nearest = BUILT_IN.iter().enumerate().min_by_key(|(_, face)| distance(face));
        FaceId(nearest.map_or(0, |(place, _)| place as u16))
    }

    /// The face that sets `character` where `preferred` is asked for: that one if it has the character, then
    /// the other built-in ones, then the system's.
    ///
    /// None sets a character for private use: what it means only the page's own face knows, and what a face of the
    /// system has in its place is another sign.
    pub fn covering(&self, character: char, preferred: FaceId, language: &Language) -> Option<FaceId> {
        if is_for_private_use(character) {
            return None;
        }
        let built_in = std::iter::once(preferred).chain((0..BUILT_IN.len() as u16).map(FaceId));
        for id in built_in {
            if self.get(id).is_some_and(|face| face.has(character)) {
                return Some(id);
            }
        }
        let system = self.system.get_or_init(|| SystemFaces::find(self.folder.as_deref()));
        let place = system.covering(character, language)?;
        Some(FaceId(BUILT_IN.len() as u16 + place))
    }

    /// The face of this name.
    pub fn get(&self, id: FaceId) -> Option<&Face> {
        match usize::from(id.0).checked_sub(self.built_in.len()) {
            None => self.built_in.get(usize::from(id.0)),
            Some(place) => self.system.get()?.face(place),
        }
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
        let (family, _, italic, _) = BUILT_IN[usize::from(faces.nearest(wanted).0)];
        assert_eq!((family, italic), (Family::Serif, true));
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
