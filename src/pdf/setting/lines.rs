//! Lines: the words that a line was given are shaped again as they stand in it, put into visual order and spread
//! over the measure: the spaces give most, the space between letters and the letters themselves less than is seen.

use super::line::{Line, LinkSpan, Run};
use super::segments::{Segment, SegmentKind};
use super::setter::Setter;
use super::shape::{Align, Shape};
use super::text::{Look, Text};
use crate::pdf::faces::FaceId;
use crate::pdf::faces::forms::Forms;
use crate::pdf::faces::shape::{Glyph, GlyphText};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::theme::Breaking;
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{BidiInfo, Level};

/// What is to be known to fill a line.
pub(in crate::pdf) struct Fill {
    pub shape: Shape,
    pub indent: Pt,
    pub last: bool,
    pub hyphen: bool,
    pub leftwards: bool,
}

impl Setter<'_> {
    /// Fills one line with the words in `range`.
    pub(in crate::pdf) fn line(&mut self, segments: &[Segment], range: Range<usize>, text: &Text, fill: Fill) -> Line {
        let mut pieces = self.pieces(segments, range, text);
        let mut ends_word = fill.last;
        while pieces.last().is_some_and(|piece| piece.is_space) {
            pieces.pop();
            ends_word = true;
        }
        let leading = pieces.iter().take_while(|piece| piece.is_space).count();
        pieces.drain(..leading);
        let mut hang = pieces.last().map_or(0.0, |piece| piece.hang);
        if fill.hyphen
            && let Some(last) = pieces.last_mut()
        {
            let hyphen = self.shaper.shape("-", last.face, last.look.forms, false);
            let soft = hyphen.glyphs.iter().map(|glyph| Glyph { text: GlyphText::One('\u{ad}'), ..glyph.clone() });
            last.glyphs.extend(soft);
            hang = hyphen.width * last.look.size * self.breaking.hang;
        }
        if fill.shape.align != Align::Justify {
            hang = 0.0;
        }
        let natural: Pt = pieces.iter().map(Piece::width).sum();
        let room = fill.shape.measure - fill.indent;
        if fill.shape.align == Align::Justify && !(fill.last && natural < room + hang) {
            justify(&mut pieces, room + hang - natural, self.breaking);
        }
        if ends_word && let Some(last) = pieces.last_mut() {
            self.end_word(last);
        }
        if fill.leftwards || pieces.iter().any(|piece| piece.level.is_rtl()) {
            let levels: Vec<Level> = pieces.iter().map(|piece| piece.level).collect();
            let order = BidiInfo::reorder_visual(&levels);
            let mut reordered: Vec<Option<Piece>> = pieces.into_iter().map(Some).collect();
            pieces = order.into_iter().filter_map(|place| reordered.get_mut(place)?.take()).collect();
        }
        let width: Pt = pieces.iter().map(Piece::width).sum();
        let slack = (room - width).max(if fill.leftwards { f32::MIN } else { 0.0 });
        let x = match (fill.shape.align, fill.leftwards) {
            (Align::Justify | Align::Start, false) | (Align::End, true) => fill.indent,
            (Align::Justify | Align::Start, true) => room - width,
            (Align::End, false) => fill.indent + slack,
        };
        let mut line = join(pieces, text, x, width);
        line.over = width - room - hang;
        line
    }

    /// Puts a space without a width after the last word: nothing is seen of it, but whoever takes the text out of
    /// the file knows that the next line begins another word (ISO 32000-1, 14.8.2.5).
    fn end_word(&mut self, last: &mut Piece) {
        let space = self.shaper.shape(" ", last.face, last.look.forms, false);
        let Some(glyph) = space.glyphs.first() else { return };
        let space = Glyph { advance: 0.0, text: GlyphText::One(' '), ..glyph.clone() };
        match last.level.is_rtl() {
            true => last.glyphs.insert(0, space),
            false => last.glyphs.push(space),
        }
    }

    /// The shaped words and spaces of one line in logical order.
    fn pieces(&mut self, segments: &[Segment], range: Range<usize>, text: &Text) -> Vec<Piece> {
        let first = segments.partition_point(|segment| segment.range.end <= range.start);
        let mut pieces = Vec::new();
        for segment in segments[first..].iter().take_while(|segment| segment.range.start < range.end) {
            let part = segment.range.start.max(range.start)..segment.range.end.min(range.end);
            let words = &text.words[part];
            let is_space = segment.kind == SegmentKind::Space;
            let glyphs = match segment.kind {
                SegmentKind::LineBreak => continue,
                SegmentKind::Space => {
                    let (width, _) = self.space(segment, text);
                    let space = self.shaper.shape(" ", segment.face, segment.look.forms, false);
                    let advance = width / segment.look.size;
                    let space = space.glyphs.first();
                    space
                        .map(|glyph| Glyph { advance, text: GlyphText::One(' '), ..glyph.clone() })
                        .into_iter()
                        .collect()
                }
                SegmentKind::Word => {
                    let shaped = self.shaper.shape(words, segment.face, segment.look.forms, segment.level.is_rtl());
                    let mut glyphs = shaped.glyphs.clone();
                    if segment.look.tracking != 0.0 {
                        glyphs.iter_mut().for_each(|glyph| glyph.advance += segment.look.tracking);
                    }
                    glyphs
                }
            };
            let hang = if is_space { 0.0 } else { self.hang(words, &glyphs, segment) };
            let letters_give = !is_space && letters_give(words, segment);
            let ideographic = words.chars().next().is_some_and(is_ideographic);
            pieces.push(Piece {
                glyphs,
                face: segment.face,
                look: segment.look,
                span: segment.span,
                level: segment.level,
                is_space,
                gives: is_space && !words.starts_with(['\u{202f}', '\u{2009}']),
                letters_give,
                widened: 1.0,
                ideographic,
                hang,
            });
        }
        pieces
    }
}

/// A word, a part of one or a space in its line.
struct Piece {
    glyphs: Vec<Glyph>,
    face: FaceId,
    look: Look,
    span: Option<usize>,
    level: Level,
    is_space: bool,
    gives: bool,
    /// Whether space may be put between its letters or taken away.
    letters_give: bool,
    /// How many times its width each glyph is drawn.
    widened: f32,
    ideographic: bool,
    hang: Pt,
}

impl Piece {
    fn width(&self) -> Pt {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * self.look.size
    }
}

/// Whether a line may put space between the letters of a word: in scripts whose letters stand apart, but not in
/// program text.
pub(in crate::pdf) fn letters_give(word: &str, segment: &Segment) -> bool {
    // Latin, Greek, Cyrillic and Armenian come first in Unicode; general punctuation is theirs too.
    let apart = |c: char| u32::from(c) < 0x590 || (0x1e00..0x2100).contains(&u32::from(c));
    segment.look.forms != Forms::Literal && segment.look.rise == 0.0 && word.chars().all(apart)
}

/// How many times its width a space may become, and how much may be put beside an ideograph, in ems. A line that
/// needs more is left short: holes in the text are worse.
const MAX_SPACE: f32 = 5.0;
/// And how narrow a space becomes before the line is let run over.
const NARROWEST_SPACE: f32 = 0.4;
const MAX_SPACE_SHARE: f32 = 0.5;

/// Shares `missing` (which may be below 0) out among the spaces and, as much as is not seen, the letters; where
/// there are no spaces, among ideographs.
fn justify(pieces: &mut [Piece], missing: Pt, breaking: &Breaking) {
    let spaces: Pt = pieces.iter().filter(|piece| piece.gives).map(Piece::width).sum();
    let ideographs: usize = pieces.iter().filter(|piece| piece.ideographic).map(|piece| piece.glyphs.len()).sum();
    let shrinks = missing < 0.0;
    // Without spaces the letters can still be drawn a little narrower.
    if (spaces > 0.0 && (ideographs < 8 || shrinks)) || (ideographs == 0 && shrinks) {
        let (space, letter, widen) = match shrinks {
            true => (breaking.shrink, breaking.letter_shrink, breaking.narrow),
            false => (breaking.stretch, breaking.letter_stretch, breaking.widen),
        };
        let giving = || pieces.iter().filter(|piece| piece.letters_give);
        let between: Pt = giving().map(|piece| piece.glyphs.len() as f32 * piece.look.size).sum();
        let drawn: Pt = giving().map(Piece::width).sum();
        let gives = (spaces * space + between * letter + drawn * widen).max(f32::MIN_POSITIVE);
        let ratio = (missing / gives).clamp(-1.0, 1.0);
        // In whole thousandths, as it is written, and rather too little: the spaces take up the rest.
        let widened = 1.0 + (ratio * widen * 1000.0).floor() / 1000.0;
        for piece in pieces.iter_mut().filter(|piece| piece.letters_give) {
            piece.widened = widened;
            piece.glyphs.iter_mut().for_each(|glyph| glyph.advance = glyph.advance * widened + ratio * letter);
        }
        // A space between two words is no seam in what is drawn.
        pieces.iter_mut().filter(|piece| piece.gives).for_each(|piece| piece.widened = widened);
        let taken = ratio * letter * between + (widened - 1.0) * drawn;
        if spaces > 0.0 {
            let factor = (1.0 + (missing - taken) / spaces).clamp(NARROWEST_SPACE, MAX_SPACE);
            for glyph in pieces.iter_mut().filter(|piece| piece.gives).flat_map(|piece| &mut piece.glyphs) {
                glyph.advance *= factor;
            }
        }
    } else if ideographs > 1 {
        let share = missing / (ideographs - 1) as f32;
        let last = pieces.len() - 1;
        for (place, piece) in pieces.iter_mut().enumerate().filter(|(_, piece)| piece.ideographic) {
            let size = piece.look.size;
            let skip = usize::from(place == last);
            let count = piece.glyphs.len().saturating_sub(skip);
            let share = (share / size).min(MAX_SPACE_SHARE);
            piece.glyphs.iter_mut().take(count).for_each(|glyph| glyph.advance += share);
        }
    }
}

/// Puts the pieces beside one another and joins those of one look into runs.
fn join(pieces: Vec<Piece>, text: &Text, start: Pt, width: Pt) -> Line {
    let mut line = Line { width, ..Line::default() };
    let mut x = start;
    let mut last_level = Level::ltr();
    for piece in pieces {
        let wide = piece.width();
        if let Some((link, target)) = text.link(piece.span) {
            match line.links.last_mut() {
                Some(last) if last.span == link && (last.to - x).abs() < 0.01 => last.to = x + wide,
                _ => line.links.push(LinkSpan { from: x, to: x + wide, target: target.clone(), span: link }),
            }
        }
        let look = piece.look;
        match line.runs.last_mut() {
            Some(run)
                if run.face == piece.face
                    && run.size == look.size
                    && run.rise == look.rise
                    && run.colour == look.colour
                    && run.struck_out == look.struck_out
                    && run.widened == piece.widened
                    && run.span == piece.span
                    && last_level == piece.level =>
            {
                Arc::make_mut(&mut run.glyphs).extend(piece.glyphs);
            }
            _ => line.runs.push(Run {
                x,
                face: piece.face,
                size: look.size,
                rise: look.rise,
                colour: look.colour,
                struck_out: look.struck_out,
                widened: piece.widened,
                span: piece.span,
                glyphs: Arc::new(piece.glyphs),
            }),
        }
        last_level = piece.level;
        x += wide;
    }
    line.runs.iter_mut().for_each(|run| Arc::make_mut(&mut run.glyphs).shrink_to_fit());
    line
}

/// Characters between which a line may end and that share out what is missing.
pub(in crate::pdf) fn is_ideographic(character: char) -> bool {
    matches!(u32::from(character), 0x2e80..=0x9fff | 0xa000..=0xa4cf | 0xac00..=0xd7af | 0xf900..=0xfaff
        | 0xff00..=0xff60 | 0x20000..=0x3ffff)
}
