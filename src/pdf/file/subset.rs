//! The faces as they go into the file: only the glyphs that the issue uses, each with the text it stands for.

use crate::pdf::faces::shape::{Glyph, GlyphText};
use crate::pdf::faces::{Face, FaceId, Faces};
use crate::pdf::layout::frame::Page;
use crate::pdf::mark::MarkKind;
use printpdf::{FontId, ParsedFont, PdfFont};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use skrifa::MetadataProvider;
use skrifa::string::StringId;
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// A face of the file.
///
/// A font of a PDF knows one text for each of its glyphs. Many a glyph stands for several: the hyphen of a compound
/// and the one at a line's end, a sign of Devanagari for the syllable that it opens. Such a face is in the file as
/// several fonts, each with the glyphs and the texts that those before it lack.
pub(in crate::pdf) struct FaceInFile {
    pub fonts: Vec<FontId>,
    /// The uses of each glyph; the first is in the first font, the second in the second, and so on.
    glyphs: FxHashMap<u16, Vec<GlyphInFile>>,
}

/// A glyph of a face of the file, standing for one text.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct GlyphInFile {
    says: GlyphText,
    /// The place of its font among those of the face.
    pub font: usize,
    /// The glyph's number in that font.
    pub id: u16,
    /// Its width as the file states it, in thousandths of an em.
    pub width: i64,
}

impl FaceInFile {
    pub(super) fn glyph(&self, glyph: &Glyph) -> Option<&GlyphInFile> {
        self.glyphs.get(&glyph.id)?.iter().find(|known| known.says == glyph.text)
    }

    /// The glyphs of the font at this place among those of the face.
    pub(super) fn glyphs_of(&self, font: usize) -> impl Iterator<Item = &GlyphInFile> {
        self.glyphs.values().flatten().filter(move |glyph| glyph.font == font)
    }
}

impl GlyphInFile {
    /// What it stands for when text is taken out. A glyph that adds nothing has to stand for something, too: for the
    /// sign that does nothing but hold a word together.
    pub(super) fn text(&self) -> String {
        match &self.says {
            GlyphText::One(character) => character.to_string(),
            GlyphText::Several(text) => text.to_string(),
            GlyphText::Nothing => "\u{2060}".to_owned(),
        }
    }
}

/// The faces that the pages use, and what printpdf embeds.
pub(in crate::pdf) struct Subsets {
    pub faces: BTreeMap<FaceId, FaceInFile>,
    pub fonts: Vec<(FontId, PdfFont)>,
}

/// BreakRules the faces down to the glyphs that the pages use.
///
/// # Errors
/// A sentence naming the face that cannot be subset.
pub(in crate::pdf) fn subset_fonts(pages: &[Page], faces: &Faces) -> Result<Subsets, String> {
    let used = used_glyphs(pages);
    let mut wanted: Vec<(FaceId, usize, Vec<u16>)> = Vec::new();
    for (face, glyphs) in &used {
        let count = glyphs.values().map(Vec::len).max().unwrap_or(0);
        for font in 0..count {
            let glyphs = glyphs.iter().filter(|(_, texts)| texts.len() > font).map(|(glyph, _)| *glyph);
            wanted.push((*face, font, glyphs.collect()));
        }
    }
    let embedded: Result<Vec<Embedded>, String> = wanted
        .par_iter()
        .map(|(face, _, glyphs)| embed(faces.get(*face).ok_or("a face is not there any more")?, glyphs))
        .collect();
    let mut subsets = Subsets { faces: BTreeMap::new(), fonts: Vec::new() };
    for ((face, font, glyphs), embedded) in wanted.into_iter().zip(embedded?) {
        let id = FontId(format!("T{}", subsets.fonts.len() + 1));
        let in_file =
            subsets.faces.entry(face).or_insert_with(|| FaceInFile { fonts: Vec::new(), glyphs: FxHashMap::default() });
        in_file.fonts.push(id.clone());
        for (glyph, (new, width)) in glyphs.into_iter().zip(embedded.glyphs) {
            let says = used[&face][&glyph][font].clone();
            in_file.glyphs.entry(glyph).or_default().push(GlyphInFile { says, font, id: new, width });
        }
        subsets.fonts.push((id, embedded.font));
    }
    Ok(subsets)
}

/// For each face the glyphs in use, each with all that it stands for, in the order of the pages.
fn used_glyphs(pages: &[Page]) -> BTreeMap<FaceId, BTreeMap<u16, Vec<GlyphText>>> {
    let mut used: BTreeMap<FaceId, BTreeMap<u16, Vec<GlyphText>>> = BTreeMap::new();
    for mark in pages.iter().flat_map(|page| &page.marks) {
        let MarkKind::Text(run) = &mark.kind else { continue };
        let glyphs = used.entry(run.face).or_default();
        for glyph in run.glyphs.iter() {
            let known = glyphs.entry(glyph.id).or_default();
            if !known.contains(&glyph.text) {
                known.push(glyph.text.clone());
            }
        }
    }
    used
}

/// A font for the file, and for each of its glyphs the number and the width that it has there.
struct Embedded {
    font: PdfFont,
    glyphs: Vec<(u16, i64)>,
}

fn embed(face: &Face, used: &[u16]) -> Result<Embedded, String> {
    let font = face.font().ok_or("a face cannot be read")?;
    let name = font.localized_strings(StringId::POSTSCRIPT_NAME).english_or_first();
    let name = name.map_or_else(|| "Face".to_owned(), |name| name.to_string());
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(used);
    let subset = subsetter::subset(face.bytes(), face.index, &remapper)
        .map_err(|error| format!("the face {name} cannot be cut down to the glyphs in use: {error}"))?;
    let mut parsed = ParsedFont::from_bytes(face.bytes(), face.index as usize, &mut Vec::new())
        .ok_or_else(|| format!("the face {name} cannot be read"))?;

    let mut glyphs = Vec::with_capacity(used.len());
    let mut widths = BTreeMap::new();
    for old in used {
        let new = remapper.get(*old).unwrap_or(0);
        let units = parsed.glyph_widths.get(old).copied().unwrap_or(0);
        // printpdf states widths in whole thousandths, cut off; the same here, so that lines come out right.
        let width = (f32::from(units) * 1000.0 / f32::from(parsed.units_per_em)) as i64;
        widths.insert(new, units);
        glyphs.push((new, width));
    }
    parsed.font_name = Some(format!("{}+{name}", tag(&subset)));
    parsed.original_bytes = subset;
    parsed.font_index = 0;
    parsed.codepoint_to_glyph = BTreeMap::new();
    parsed.glyph_widths = widths;
    Ok(Embedded { font: PdfFont::new(parsed), glyphs })
}

/// Six capitals that tell one subset of a face from another (ISO 32000-1, 9.6.4).
fn tag(subset: &[u8]) -> String {
    let hash = Sha256::digest(subset);
    hash.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
