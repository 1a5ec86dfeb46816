//! Words into glyphs: shaped once, then taken from the cache.

use super::forms::Forms;
use super::{FaceId, Faces};
use harfrust::{BufferClusterLevel, Direction, ShapeOptions, UnicodeBuffer};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A glyph with its place; lengths in ems.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::pdf) struct Glyph {
    pub id: u16,
    /// How far the pen moves on, justification included.
    pub advance: f32,
    /// Where the glyph stands beside the pen (marks over and under letters).
    pub dx: f32,
    pub dy: f32,
    pub text: GlyphText,
}

/// What a glyph stands for when text is taken out of the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pdf) enum GlyphText {
    One(char),
    /// A ligature, or a letter with its marks.
    Several(Arc<str>),
    /// A further glyph of a cluster, whose text the first one bears.
    Nothing,
}

/// A word in one face.
#[derive(Debug, Default)]
pub(in crate::pdf) struct Shaped {
    pub glyphs: Vec<Glyph>,
    /// In ems.
    pub width: f32,
    right_to_left: bool,
    /// The glyphs in the order in which they are read.
    seams: Vec<Seam>,
}

/// The place before a glyph, where a word may be cut.
#[derive(Debug, Clone, Copy)]
struct Seam {
    /// The byte of the word where the glyph's cluster begins.
    cluster: u32,
    /// The width of the glyph and of those before it, in ems.
    end: f32,
    /// Whether the glyphs on both sides stay as they are when the word is cut here.
    safe: bool,
}

/// No kerning and no ligature of a face for reading reaches over more glyphs than these.
const REACH: usize = 8;

/// Words in one face, as they were shaped.
type Words = HashMap<Box<str>, Arc<Shaped>>;

/// The shaper with the words that it has met.
pub(in crate::pdf) struct Shaper<'f> {
    faces: &'f Faces,
    /// By face, forms and whether they run to the left.
    words: HashMap<(FaceId, Forms, bool), Words>,
    buffer: Option<UnicodeBuffer>,
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(faces: &'f Faces) -> Self {
        Self { faces, words: HashMap::new(), buffer: None }
    }

    /// The glyphs of `word` in visual order. The word is of one script and runs one way.
    pub(crate) fn shape(&mut self, word: &str, face: FaceId, forms: Forms, right_to_left: bool) -> Arc<Shaped> {
        let known = self.words.entry((face, forms, right_to_left)).or_default();
        if let Some(shaped) = known.get(word) {
            return Arc::clone(shaped);
        }
        let buffer = self.buffer.take().unwrap_or_default();
        let (shaped, buffer) = shape_anew(self.faces, buffer, word, face, forms, right_to_left);
        self.buffer = Some(buffer);
        let shaped = Arc::new(shaped);
        known.insert(word.into(), Arc::clone(&shaped));
        shaped
    }

    /// How much wider the end of the one part becomes, and the beginning of the other, when a word is cut before the
    /// byte `at`, in ems: over a cut no kerning draws two letters together, and no ligature joins them.
    pub(crate) fn cut(&mut self, shaped: &Shaped, word: &str, at: usize, face: FaceId, forms: Forms) -> (f32, f32) {
        let Some(around) = shaped.disturbed(word, at) else { return (0.0, 0.0) };
        let right_to_left = shaped.right_to_left;
        let mut wider = |part: Range<usize>| {
            let buffer = self.buffer.take().unwrap_or_default();
            let (alone, buffer) = shape_anew(self.faces, buffer, &word[part.clone()], face, forms, right_to_left);
            self.buffer = Some(buffer);
            alone.width - (shaped.width_before(part.end) - shaped.width_before(part.start))
        };
        (wider(around.start..at), wider(at..around.end))
    }
}

fn shape_anew(
    faces: &Faces,
    mut buffer: UnicodeBuffer,
    word: &str,
    face: FaceId,
    forms: Forms,
    right_to_left: bool,
) -> (Shaped, UnicodeBuffer) {
    let Some((face, font)) = faces.get(face).and_then(|face| Some((face, face.font()?))) else {
        return (Shaped::default(), buffer);
    };
    buffer.push_str(word);
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    // A mark that has a glyph of its own keeps its text, rather than leave all to the letter under it.
    buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
    let features = forms.features();
    let shaper = face.shaping().shaper(&font).build();
    let output = shaper.shape(buffer, ShapeOptions::new().features(&features));

    let em = 1.0 / face.units_per_em();
    let mut starts: Vec<u32> = output.glyph_infos().iter().map(|info| info.cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut shaped = Shaped { right_to_left, ..Shaped::default() };
    let mut last_cluster = None;
    for (info, position) in output.glyph_infos().iter().zip(output.glyph_positions()) {
        let text = if last_cluster == Some(info.cluster) {
            GlyphText::Nothing
        } else {
            let next = starts.partition_point(|start| *start <= info.cluster);
            let end = starts.get(next).map_or(word.len(), |end| *end as usize);
            GlyphText::of(word.get(info.cluster as usize..end).unwrap_or_default())
        };
        last_cluster = Some(info.cluster);
        // A joiner or a mark that the face lacks; letters that it lacks do not come here.
        if info.glyph_id == 0 {
            continue;
        }
        shaped.glyphs.push(Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: position.x_advance as f32 * em,
            dx: position.x_offset as f32 * em,
            dy: position.y_offset as f32 * em,
            text,
        });
        shaped.width += position.x_advance as f32 * em;
        shaped.seams.push(Seam { cluster: info.cluster, end: shaped.width, safe: !info.unsafe_to_break() });
    }
    if right_to_left {
        shaped.seams.reverse();
        let advances = shaped.glyphs.iter().rev().map(|glyph| glyph.advance);
        let mut width = 0.0;
        for (seam, advance) in shaped.seams.iter_mut().zip(advances) {
            width += advance;
            seam.end = width;
        }
    }
    (shaped, output.clear())
}

impl GlyphText {
    fn of(text: &str) -> Self {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (None, _) => GlyphText::Nothing,
            (Some(one), None) => GlyphText::One(one),
            _ => GlyphText::Several(text.into()),
        }
    }
}

impl Shaped {
    /// How many glyphs stand for the bytes of the word from `start` to `end`.
    pub(crate) fn glyphs_between(&self, start: usize, end: usize) -> usize {
        self.glyphs_before(end) - self.glyphs_before(start)
    }

    /// The width of the part of the word before the byte `end`, in ems.
    pub(crate) fn width_before(&self, end: usize) -> f32 {
        self.glyphs_before(end).checked_sub(1).map_or(0.0, |last| self.seams[last].end)
    }

    /// Read in order, the clusters of a word come in the order of its letters.
    fn glyphs_before(&self, end: usize) -> usize {
        self.seams.partition_point(|seam| (seam.cluster as usize) < end)
    }

    /// The part of the word whose glyphs may be others when it is cut before the byte `at`; `None` if all stay.
    fn disturbed(&self, word: &str, at: usize) -> Option<Range<usize>> {
        let place = self.glyphs_before(at);
        let (before, after) = self.seams.split_at(place);
        let byte = |seam: &Seam| seam.cluster as usize;
        if after.first().is_some_and(|seam| seam.safe && byte(seam) == at) {
            return None;
        }
        let start = before.iter().rev().take(REACH).find(|seam| seam.safe).or(before.iter().nth_back(REACH - 1));
        let mut after = after.iter().filter(|seam| byte(seam) > at);
        let end = after.by_ref().take(REACH).find(|seam| seam.safe).or(after.next());
        Some(start.map_or(0, byte)..end.map_or(word.len(), byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;
    use crate::pdf::faces::FaceStyle;
    use crate::pdf::layout::style::Figures;
    use crate::pdf::layout::style::{Family, Weight};

    const READING: Forms = Forms::Reading { figures: Figures::Usual, small_capitals: false };

    fn body(faces: &Faces) -> FaceId {
        faces.nearest(FaceStyle { family: Family::Serif, weight: Weight::Regular, italic: false })
    }

    #[test]
    fn a_ligature_bears_the_text_of_all_its_letters() {
        let faces = Faces::new(&Fonts::default());
        let face = body(&faces);
        let shaped = Shaper::new(&faces).shape("fjord", face, READING, false);
        let text: String = shaped
            .glyphs
            .iter()
            .map(|glyph| match &glyph.text {
                GlyphText::One(one) => one.to_string(),
                GlyphText::Several(several) => several.to_string(),
                GlyphText::Nothing => String::new(),
            })
            .collect();
        assert_eq!(text, "fjord");
    }

    #[test]
    fn kerning_draws_letters_together() {
        let faces = Faces::new(&Fonts::default());
        let face = body(&faces);
        let mut shaper = Shaper::new(&faces);
        let mut width = |word: &str| shaper.shape(word, face, READING, false).width;
        assert!(width("AV") < width("A") + width("V"));
    }

    #[test]
    fn the_parts_of_a_word_are_as_wide_as_the_word() {
        let faces = Faces::new(&Fonts::default());
        let shaped = Shaper::new(&faces).shape("office", body(&faces), READING, false);
        assert_eq!((shaped.width_before(0), shaped.width_before(6)), (0.0, shaped.width));
        let ends: Vec<f32> = (0..=6).map(|end| shaped.width_before(end)).collect();
        assert!(ends.is_sorted(), "{ends:?}");
        assert_eq!(shaped.glyphs_between(0, 1) + shaped.glyphs_between(1, 6), shaped.glyphs.len());
    }

    #[test]
    fn the_parts_of_a_word_that_is_cut_are_as_wide_as_they_are_by_themselves() {
        let faces = Faces::new(&Fonts::default());
        let (face, mut shaper) = (body(&faces), Shaper::new(&faces));
        // Cut inside a ligature, between kerned letters, and where both letters stay as they are.
        for (word, at) in [("efficiency", 2), ("efficiency", 3), ("WAVAVAT", 3), ("minimum", 3), ("ТАТА", 2)] {
            let whole = shaper.shape(word, face, READING, false);
            let (before, after) = shaper.cut(&whole, word, at, face, READING);
            let mut alone = |part: &str| shaper.shape(part, face, READING, false).width;
            assert!((whole.width_before(at) + before - alone(&word[..at])).abs() < 0.001, "{word} before {at}");
            let rest = whole.width - whole.width_before(at) + after;
            assert!((rest - alone(&word[at..])).abs() < 0.001, "{word} after {at}");
        }
    }

    #[test]
    fn a_word_is_shaped_once() {
        let faces = Faces::new(&Fonts::default());
        let face = body(&faces);
        let mut shaper = Shaper::new(&faces);
        let first = shaper.shape("harbour", face, READING, false);
        assert!(Arc::ptr_eq(&first, &shaper.shape("harbour", face, READING, false)));
    }

    #[test]
    fn small_capitals_and_old_style_figures_are_other_glyphs_that_say_the_same() {
        let faces = Faces::new(&Fonts::default());
        let mut shaper = Shaper::new(&faces);
        let face = body(&faces);
        let small = Forms::Reading { figures: Figures::OldStyle, small_capitals: true };
        let (plain, small) =
            (shaper.shape("Vell1789", face, READING, false), shaper.shape("Vell1789", face, small, false));
        let text = |shaped: &Shaped| shaped.glyphs.iter().map(|glyph| glyph.text.clone()).collect::<Vec<_>>();
        assert_eq!(text(&plain), text(&small));
        assert_eq!(plain.glyphs[0].id, small.glyphs[0].id);
        assert!((1..8).all(|at| plain.glyphs[at].id != small.glyphs[at].id));
    }
}
