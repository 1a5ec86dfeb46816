//! The faces as they go into the file: only the glyphs that the issue uses, each with the text it stands for.

use super::faces::{Face, FaceId, Faces};
use super::frame::Page;
use super::mark::MarkKind;
use super::shape::GlyphText;
use printpdf::{FontId, ParsedFont, PdfFont};
use sha2::{Digest, Sha256};
use skrifa::MetadataProvider;
use skrifa::string::StringId;
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// A face of the file.
pub(super) struct FontInFile {
    pub id: FontId,
    glyphs: BTreeMap<u16, GlyphInFile>,
}

/// A glyph of a face of the file.
#[derive(Debug, Clone)]
pub(super) struct GlyphInFile {
    /// The glyph's number in the subset.
    pub id: u16,
    /// Its width as the file states it, in thousandths of an em.
    pub width: i64,
    /// What it stands for when text is taken out.
    pub text: String,
}

impl FontInFile {
    pub fn glyph(&self, id: u16) -> Option<&GlyphInFile> {
        self.glyphs.get(&id)
    }
}

/// A glyph that adds nothing to the text: a zero-width space, since a glyph has to stand for something.
const NOTHING: &str = "\u{200b}";

/// The faces that the pages use, and for each what printpdf embeds.
///
/// # Errors
/// A sentence naming the face that cannot be subset.
pub(super) fn subset_fonts(pages: &[Page], faces: &Faces) -> Result<BTreeMap<FaceId, (FontInFile, PdfFont)>, String> {
    let mut used: BTreeMap<FaceId, BTreeMap<u16, String>> = BTreeMap::new();
    for run in pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match &mark.kind {
        MarkKind::Text(run) => Some(run),
        _ => None,
    }) {
        let glyphs = used.entry(run.face).or_default();
        for glyph in &run.glyphs {
            // A glyph has one text in the whole file: the first it was met with, unless that said nothing.
            let known = glyphs.entry(glyph.id).or_insert_with(|| NOTHING.to_owned());
            if known == NOTHING {
                match &glyph.text {
                    // The hyphen at a line's end is marked where it stands.
                    GlyphText::One('\u{ad}') => *known = "-".to_owned(),
                    GlyphText::One(character) => *known = character.to_string(),
                    GlyphText::Several(text) => *known = text.to_string(),
                    GlyphText::Nothing => {}
                }
            }
        }
    }
    let fonts = used.into_iter().enumerate().map(|(place, (id, glyphs))| {
        let face = faces.get(id).ok_or("a face is not there any more")?;
        let font = embed(face, &glyphs, place + 1)?;
        Ok((id, font))
    });
    fonts.collect()
}

fn embed(face: &Face, used: &BTreeMap<u16, String>, place: usize) -> Result<(FontInFile, PdfFont), String> {
    let font = face.font().ok_or("a face cannot be read")?;
    let name = font.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first();
    let name = name.map_or_else(|| format!("Face{place}"), |name| name.to_string());
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&used.keys().copied().collect::<Vec<_>>());
    let subset = subsetter::subset(face.bytes(), face.index, &remapper)
        .map_err(|error| format!("the face {name} cannot be cut down to the glyphs in use: {error}"))?;
    let mut parsed = ParsedFont::from_bytes(face.bytes(), face.index as usize, &mut Vec::new())
        .ok_or_else(|| format!("the face {name} cannot be read"))?;

    let mut glyphs = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for (old, text) in used {
        let new = remapper.get(*old).unwrap_or(0);
        let units = parsed.glyph_widths.get(old).copied().unwrap_or(0);
        // printpdf states widths in whole thousandths, cut off; the same here, so that lines come out right.
        let width = (f32::from(units) * 1000.0 / f32::from(parsed.units_per_em)) as i64;
        widths.insert(new, units);
        glyphs.insert(*old, GlyphInFile { id: new, width, text: text.clone() });
    }
    parsed.font_name = Some(format!("{}+{name}", tag(&subset)));
    parsed.original_bytes = subset;
    parsed.font_index = 0;
    parsed.codepoint_to_glyph = BTreeMap::new();
    parsed.glyph_widths = widths;
    let id = FontId(format!("T{place}"));
    Ok((FontInFile { id, glyphs }, PdfFont::new(parsed)))
}

/// Six capitals that tell one subset of a face from another (ISO 32000-1, 9.6.4).
fn tag(subset: &[u8]) -> String {
    let hash = Sha256::digest(subset);
    hash.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
