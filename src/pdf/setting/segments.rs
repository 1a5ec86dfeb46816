//! A text cut where its face, look, direction or kind changes.

use super::setter::Setter;
use super::text::{Look, Stretch, Text};
use crate::fonts::SUBSTITUTE;
use crate::pdf::faces::FaceId;
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_bidi::Level;
use unicode_normalization::char::is_combining_mark;

/// A part of a text that is of one kind, one look, one face and one direction.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Segment {
    pub range: Range<usize>,
    pub kind: SegmentKind,
    pub look: Look,
    /// The innermost of the text's spans that it stands in.
    pub span: Option<usize>,
    pub face: FaceId,
    pub level: Level,
}

/// What a segment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) enum SegmentKind {
    Word,
    Space,
    /// A line break that is meant.
    LineBreak,
}

impl SegmentKind {
    fn of(character: char) -> Self {
        match character {
            '\n' => SegmentKind::LineBreak,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' => SegmentKind::Space,
            _ => SegmentKind::Word,
        }
    }
}

/// The segments of `text` in order; `levels` are those of the bidirectional algorithm, one a byte.
pub(in crate::pdf) fn segments(setter: &mut Setter<'_>, text: &Text, levels: Option<&[Level]>) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let mut start = 0;
    let has_small_letters = text.has_small_letters();
    for stretch in &text.stretches {
        let look = if has_small_letters { stretch.look } else { stretch.look.with_lining_figures() };
        let preferred = setter.faces.nearest(look.face);
        let mut fresh = true;
        for (offset, character) in text.words[start..stretch.end].char_indices() {
            let at = start + offset;
            let end = at + character.len_utf8();
            let kind = SegmentKind::of(character);
            let level = levels.and_then(|levels| levels.get(at).copied()).unwrap_or(Level::ltr());
            let is_joined = text.words[start..at].ends_with(JOINER);
            let face = match found.last() {
                Some(last) if !fresh && belongs_to_the_letter_before(character) => last.face,
                // "👩‍⚕️": a sign of text that makes one emoji with what stands before it.
                Some(last) if !fresh && is_joined && setter.has(last.face, character) => last.face,
                _ if kind != SegmentKind::Word => preferred,
                before => face_for(setter, character, preferred, before.filter(|_| !fresh).map(|before| before.face)),
            };
            match found.last_mut() {
                Some(last)
                    if !fresh
                        && last.kind == kind
                        && kind != SegmentKind::LineBreak
                        && last.face == face
                        && last.level == level =>
                {
                    last.range.end = end;
                }
                _ => found.push(Segment { range: at..end, kind, look, span: stretch.span, face, level }),
            }
            fresh = false;
        }
        start = stretch.end;
    }
    found
}

/// ZERO WIDTH JOINER.
const JOINER: char = '\u{200d}';

/// Marks and joiners are shaped with the letter that they stand on.
fn belongs_to_the_letter_before(character: char) -> bool {
    !character.is_ascii() && (is_combining_mark(character) || matches!(character, '\u{200c}' | JOINER))
}

/// The face that has `character`; one that none has is noted, and [`Setter::covered`] puts another in its place. A sign
/// that several scripts share is set in the face of what stands before it, rather than in that of another script.
fn face_for(setter: &mut Setter<'_>, character: char, preferred: FaceId, before: Option<FaceId>) -> FaceId {
    let face = setter.face_of(character, preferred).unwrap_or(preferred);
    if face == preferred || character.is_alphabetic() {
        return face;
    }
    let has = |face: &FaceId| setter.has(*face, character);
    before.filter(|before| *before != preferred).filter(has).unwrap_or(face)
}

impl Setter<'_> {
    fn has(&self, face: FaceId, character: char) -> bool {
        self.faces.get(face).is_some_and(|face| face.has(character))
    }

    /// The face that sets `character` where `preferred` is asked for.
    fn face_of(&mut self, character: char, preferred: FaceId) -> Option<FaceId> {
        if let Some(known) = self.coverage.get(&(character, preferred)) {
            return *known;
        }
        let face = self.faces.covering(character, preferred, &self.language);
        self.coverage.insert((character, preferred), face);
        face
    }

    /// The text with a visible sign in the place of every character that no face has.
    pub(crate) fn covered<'t>(&mut self, text: &'t Text) -> std::borrow::Cow<'t, Text> {
        if text.words.is_ascii() {
            return std::borrow::Cow::Borrowed(text);
        }
        let Some(first) = text.stretches.first() else { return std::borrow::Cow::Borrowed(text) };
        let preferred = self.faces.nearest(first.look.face);
        let lacking: BTreeSet<char> = text
            .words
            .chars()
            .filter(|c| SegmentKind::of(*c) == SegmentKind::Word && !belongs_to_the_letter_before(*c))
            .filter(|c| self.face_of(*c, preferred).is_none())
            .collect();
        if lacking.is_empty() {
            return std::borrow::Cow::Borrowed(text);
        }
        let mut covered = Text { direction: text.direction, spans: text.spans.clone(), ..Text::default() };
        let mut start = 0;
        for stretch in &text.stretches {
            let words = text.words[start..stretch.end].chars();
            covered.words.extend(words.map(|c| if lacking.contains(&c) { SUBSTITUTE } else { c }));
            covered.stretches.push(Stretch { end: covered.words.len(), ..stretch.clone() });
            start = stretch.end;
        }
        self.missing.extend(lacking);
        std::borrow::Cow::Owned(covered)
    }
}
