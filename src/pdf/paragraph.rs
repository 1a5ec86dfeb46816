//! A paragraph: its words are found, shaped and measured, broken into lines, and each line is filled.

use super::faces::{FaceId, Faces};
use super::hyphenation::Hyphenation;
use super::line_breaking::{Cost, Filling, Item, break_lines};
use super::paper::Pt;
use super::segments::{Segment, SegmentKind, segments};
use super::shape::{Figures, Glyph, GlyphText, Shaper};
use super::text::{Look, Target, Text};
use super::theme::{Breaking, ColourName};
use crate::article::{Direction, Language};
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};

/// Sets paragraphs in one language; keeps what it has shaped.
pub(super) struct Setter<'f> {
    pub faces: &'f Faces,
    pub shaper: Shaper<'f>,
    pub language: Language,
    pub breaking: &'f Breaking,
    hyphenation: Hyphenation,
    segmenter: LineSegmenterBorrowed<'static>,
    /// Which face sets a character where another is asked for.
    pub coverage: HashMap<(char, FaceId), Option<FaceId>>,
    /// Characters that no face has.
    pub missing: BTreeSet<char>,
}

/// The shape of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub measure: Pt,
    /// Of the first line.
    pub indent: Pt,
    pub align: Align,
}

/// Where lines that do not fill the measure stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Lines are filled, words are hyphenated; the last line stands at the start.
    Justify,
    /// Lines stand at the start (the left, or the right in right-to-left text) and are not hyphenated.
    Start,
    /// Opposite to the start.
    End,
}

/// A line with the place of all that is in it; `x` counts from the left edge of the measure.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub runs: Vec<Run>,
    pub links: Vec<LinkSpan>,
    /// How far its glue was stretched (or shrunk, below 0).
    pub ratio: f32,
    /// The width of the words as they stand.
    pub width: Pt,
}

impl Line {
    fn shifted(mut self, x: Pt) -> Self {
        self.runs.iter_mut().for_each(|run| run.x += x);
        self.links.iter_mut().for_each(|link| (link.from, link.to) = (link.from + x, link.to + x));
        self
    }
}

/// Glyphs of one face beside one another.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub x: Pt,
    pub face: FaceId,
    pub size: Pt,
    pub rise: Pt,
    pub colour: ColourName,
    pub struck_out: bool,
    pub glyphs: Vec<Glyph>,
}

impl Run {
    pub fn width(&self) -> Pt {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * self.size
    }
}

/// A part of a line that is a link.
#[derive(Debug, Clone)]
pub(super) struct LinkSpan {
    pub from: Pt,
    pub to: Pt,
    pub target: Target,
}

/// What a break inside a word costs, and one after a hyphen of the text. Dearer hyphens make looser lines: at the
/// measure of two columns this leaves one line in six with a hyphen and one in twenty loose.
const HYPHEN: f32 = 140.0;
const AFTER_HYPHEN: f32 = 40.0;
/// A break that only a word wider than the measure may need: between any two letters.
const ANYWHERE: f32 = 900.0;

impl<'f> Setter<'f> {
    pub fn new(faces: &'f Faces, breaking: &'f Breaking, language: Language) -> Self {
        let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
        let hyphenation = Hyphenation::of(&language);
        let shaper = Shaper::new(faces);
        let (coverage, missing) = (HashMap::new(), BTreeSet::new());
        Self { faces, shaper, language, breaking, hyphenation, segmenter, coverage, missing }
    }

    /// Turns to another language.
    pub fn speak(&mut self, language: &Language) {
        if self.language != *language {
            self.language = language.clone();
            self.hyphenation = Hyphenation::of(language);
            self.coverage.clear();
        }
    }

    /// The lines of `text`; none if it is empty.
    pub fn set(&mut self, text: &Text, shape: Shape) -> Vec<Line> {
        if text.is_empty() {
            return Vec::new();
        }
        let covered = self.covered(text);
        let text = covered.as_ref();
        let base = match self.language.direction() {
            Direction::RightToLeft => Some(Level::rtl()),
            Direction::LeftToRight => None,
        };
        let bidi = (base.is_some() || text.words.chars().any(may_run_leftwards)).then(|| {
            // One paragraph with meant breaks: the algorithm must see one paragraph.
            BidiInfo::new(&text.words, base)
        });
        let leftwards = bidi.as_ref().is_some_and(|bidi| bidi.paragraphs.first().is_some_and(|p| p.level.is_rtl()));
        let levels = bidi.as_ref().map(|bidi| bidi.levels.as_slice());
        let segments = segments(self, text, levels);
        let (items, places) = self.items(text, &segments, shape);
        let rag = if shape.align == Align::Justify { 0.0 } else { shape.measure * 0.3 };
        let filling = Filling { measure: shape.measure, rag, emergency: shape.measure * 0.12 };
        let breaks = break_lines(&items, filling);

        let mut lines = Vec::with_capacity(breaks.len());
        let mut start = 0;
        let count = breaks.len();
        for (number, line_break) in breaks.into_iter().enumerate() {
            let hyphen =
                matches!(items[line_break.item], Item::Penalty { cost: Cost::InWord(_), width, .. } if width > 0.0);
            let forced = matches!(items[line_break.item], Item::Penalty { cost: Cost::Forced, .. });
            let end = places[line_break.item];
            let last = number + 1 == count || forced;
            let indent = if number == 0 { shape.indent } else { 0.0 };
            let fill = Fill { shape, indent, last, hyphen, leftwards };
            let mut line = self.line(&segments, start..end, text, fill);
            line.ratio = if last { 0.0 } else { line_break.ratio };
            lines.push(line);
            start = end;
        }
        lines
    }

    /// The lines of display type: no more than `text` needs in the measure, and of much the same length.
    pub fn set_balanced(&mut self, text: &Text, shape: Shape) -> Vec<Line> {
        let lines = self.set(text, shape);
        if lines.len() < 2 {
            return lines;
        }
        let mut too_narrow = self.widest_word(text).max(shape.measure / 2.0).min(shape.measure);
        let mut best = (shape.measure, lines);
        // Seven halvings find the narrowest measure to within a few points.
        for _ in 0..7 {
            let measure = (too_narrow + best.0) / 2.0;
            let lines = self.set(text, Shape { measure, ..shape });
            let fits = lines.len() == best.1.len() && lines.iter().all(|line| line.width <= measure);
            if fits {
                best = (measure, lines);
            } else {
                too_narrow = measure;
            }
        }
        let measure = best.0;
        if self.language.direction() == Direction::RightToLeft {
            // What stands at the right edge of the narrow measure belongs to that of the wide one.
            return best.1.into_iter().map(|line| line.shifted(shape.measure - measure)).collect();
        }
        best.1
    }

    /// The width of the widest word, which a line must hold if words are not to be torn.
    fn widest_word(&mut self, text: &Text) -> Pt {
        let Some(look) = text.stretches.first().map(|stretch| stretch.look) else { return 0.0 };
        let mut widest = 0.0_f32;
        for word in text.words.split_whitespace() {
            let mut alone = Text::default();
            alone.push(word, look, None);
            widest = widest.max(self.width(&alone));
        }
        widest
    }

    /// The width of words set in one line.
    pub fn width(&mut self, text: &Text) -> Pt {
        let shape = Shape { measure: 100_000.0, indent: 0.0, align: Align::Start };
        self.set(text, shape).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// The row of boxes, glue and penalties, and for each the place in the text where a line that ends there ends.
    fn items(&mut self, text: &Text, segments: &[Segment], shape: Shape) -> (Vec<Item>, Vec<usize>) {
        let mut row = Row { items: Vec::new(), places: Vec::new() };
        let may_break: BTreeSet<usize> = self.segmenter.segment_str(&text.words).collect();
        if shape.indent > 0.0 {
            row.push(Item::Box { width: shape.indent, hang: 0.0, stretch: 0.0, shrink: 0.0 }, 0);
        }
        let justified = shape.align == Align::Justify;
        let mut before: Option<&Segment> = None;
        for segment in segments {
            match segment.kind {
                SegmentKind::LineBreak => {
                    row.finish(segment.range.end);
                }
                SegmentKind::Space => {
                    let (width, gives) = self.space(segment, text);
                    if !may_break.contains(&segment.range.end) || before.is_none() {
                        row.push(Item::Penalty { width: 0.0, hang: 0.0, cost: Cost::Forbidden }, segment.range.end);
                    }
                    let (stretch, shrink) = match (gives, justified) {
                        (true, true) => (width * self.breaking.stretch, width * self.breaking.shrink),
                        _ => (0.0, 0.0),
                    };
                    row.push(Item::Glue { width, stretch, shrink }, segment.range.end);
                }
                SegmentKind::Word => {
                    let at = segment.range.start;
                    let joined = before.is_some_and(|before| before.kind == SegmentKind::Word);
                    if joined && may_break.contains(&at) && segment.look.rise == 0.0 {
                        self.opportunity(&mut row, text, at, segment, justified);
                    }
                    self.word(&mut row, text, segment, &may_break, shape);
                }
            }
            before = Some(segment);
        }
        row.finish(text.words.len());
        (row.items, row.places)
    }

    /// A word's boxes, with the places where it may be broken between them.
    fn word(&mut self, row: &mut Row, text: &Text, segment: &Segment, may_break: &BTreeSet<usize>, shape: Shape) {
        let word = &text.words[segment.range.clone()];
        let shaped = self.shaper.shape(word, segment.face, segment.look.figures, segment.level.is_rtl());
        let size = segment.look.size;
        let tracking = segment.look.tracking;
        let hang = self.hang(word, &shaped.glyphs, segment);
        let whole = shaped.width * size + tracking * size * word.chars().count() as f32;
        let gives = shape.align == Align::Justify && letters_give(word, segment);
        let (stretch, shrink) = match gives {
            true => (self.breaking.letter_stretch * size, self.breaking.letter_shrink * size),
            false => (0.0, 0.0),
        };
        let letters = |glyphs: usize, width: Pt, hang: Pt| {
            let glyphs = glyphs as f32;
            Item::Box { width, hang, stretch: stretch * glyphs, shrink: shrink * glyphs }
        };
        let mut cuts: Vec<(usize, Cut)> = may_break
            .range(segment.range.start + 1..segment.range.end)
            .map(|at| (at - segment.range.start, Cut::Opportunity))
            .collect();
        if shape.align == Align::Justify && segment.level.is_ltr() && word.len() > 4 {
            let mut from = 0;
            let ends: Vec<usize> = cuts.iter().map(|(at, _)| *at).chain([word.len()]).collect();
            for end in ends {
                let breaks = self.hyphenation.breaks(&word[from..end]);
                cuts.extend(breaks.into_iter().map(|at| (from + at, Cut::Hyphen)));
                from = end;
            }
            cuts.sort_unstable_by_key(|(at, _)| *at);
        }
        if whole > shape.measure && segment.level.is_ltr() {
            let taken: BTreeSet<usize> = cuts.iter().map(|(at, _)| *at).collect();
            let between = word.char_indices().map(|(at, _)| at).filter(|at| *at > 0 && !taken.contains(at));
            cuts.extend(between.map(|at| (at, Cut::Anywhere)));
            cuts.sort_unstable_by_key(|(at, _)| *at);
        }
        if cuts.is_empty() || segment.level.is_rtl() {
            row.push(letters(shaped.glyphs.len(), whole, hang), segment.range.end);
            return;
        }
        let (mut done, mut start) = (0.0, 0);
        let hyphen = self.shaper.shape("-", segment.face, segment.look.figures, false).width * size;
        for (at, cut) in cuts {
            let count = word[..at].chars().count() as f32;
            let width = shaped.width_before(at) * size + tracking * size * count;
            row.push(letters(shaped.glyphs_between(start, at), width - done, 0.0), segment.range.start + at);
            (done, start) = (width, at);
            let place = segment.range.start + at;
            match cut {
                Cut::Opportunity => self.opportunity(row, text, place, segment, shape.align == Align::Justify),
                Cut::Hyphen => {
                    let hang = hyphen * self.breaking.hang;
                    row.push(Item::Penalty { width: hyphen, hang, cost: Cost::InWord(HYPHEN) }, place);
                }
                Cut::Anywhere => {
                    row.push(Item::Penalty { width: 0.0, hang: 0.0, cost: Cost::Plain(ANYWHERE) }, place);
                }
            }
        }
        row.push(letters(shaped.glyphs_between(start, word.len()), whole - done, hang), segment.range.end);
    }

    /// A place where the line may end without a space.
    fn opportunity(&self, row: &mut Row, text: &Text, at: usize, segment: &Segment, justified: bool) {
        let before = text.words[..at].chars().next_back().unwrap_or(' ');
        let after = text.words[at..].chars().next().unwrap_or(' ');
        match (before, after) {
            // A dash goes to the end of a line, not to the start of one.
            (_, '—' | '–') => {}
            ('-' | '‐' | '–', _) => {
                row.push(Item::Penalty { width: 0.0, hang: 0.0, cost: Cost::AtHyphen(AFTER_HYPHEN) }, at);
            }
            _ if is_ideographic(before) || is_ideographic(after) => {
                let give = if justified { segment.look.size * 0.08 } else { 0.0 };
                row.push(Item::Glue { width: 0.0, stretch: give, shrink: give * 0.2 }, at);
            }
            _ => row.push(Item::Penalty { width: 0.0, hang: 0.0, cost: Cost::Plain(10.0) }, at),
        }
    }

    /// The width of a space, and whether it gives when a line is filled.
    fn space(&mut self, segment: &Segment, text: &Text) -> (Pt, bool) {
        let narrow = text.words[segment.range.clone()].starts_with(['\u{202f}', '\u{2009}']);
        let shaped = self.shaper.shape(" ", segment.face, segment.look.figures, false);
        let width = (shaped.width + segment.look.tracking) * segment.look.size;
        let spaces = text.words[segment.range.clone()].chars().count() as f32;
        if narrow { (width * 0.7, false) } else { (width * spaces, true) }
    }

    /// How much of the word's end may stand in the margin.
    fn hang(&self, word: &str, glyphs: &[Glyph], segment: &Segment) -> Pt {
        let hangs = word.ends_with(['.', ',', ';', ':', '-', '‐', '–', '’', '”', '»', '\'', '"', '、', '。']);
        match glyphs.last() {
            Some(last) if hangs && segment.look.rise == 0.0 => last.advance * segment.look.size * self.breaking.hang,
            _ => 0.0,
        }
    }

    /// Fills one line with the words in `range`.
    fn line(&mut self, segments: &[Segment], range: Range<usize>, text: &Text, fill: Fill) -> Line {
        let mut pieces = self.pieces(segments, range, text);
        while pieces.last().is_some_and(|piece| piece.is_space) {
            pieces.pop();
        }
        let leading = pieces.iter().take_while(|piece| piece.is_space).count();
        pieces.drain(..leading);
        let mut hang = pieces.last().map_or(0.0, |piece| piece.hang);
        if fill.hyphen
            && let Some(last) = pieces.last_mut()
        {
            let hyphen = self.shaper.shape("-", last.face, last.look.figures, false);
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
        join(pieces, x, width)
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
                    let space = self.shaper.shape(" ", segment.face, segment.look.figures, false);
                    let advance = width / segment.look.size;
                    let space = space.glyphs.first();
                    space
                        .map(|glyph| Glyph { advance, text: GlyphText::One(' '), ..glyph.clone() })
                        .into_iter()
                        .collect()
                }
                SegmentKind::Word => {
                    let shaped = self.shaper.shape(words, segment.face, segment.look.figures, segment.level.is_rtl());
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
                target: segment.target.clone(),
                level: segment.level,
                is_space,
                gives: is_space && !words.starts_with(['\u{202f}', '\u{2009}']),
                letters_give,
                ideographic,
                hang,
            });
        }
        pieces
    }
}

/// What is to be known to fill a line.
struct Fill {
    shape: Shape,
    indent: Pt,
    last: bool,
    hyphen: bool,
    leftwards: bool,
}

enum Cut {
    Opportunity,
    Hyphen,
    Anywhere,
}

struct Row {
    items: Vec<Item>,
    places: Vec<usize>,
}

impl Row {
    fn push(&mut self, item: Item, place: usize) {
        self.items.push(item);
        self.places.push(place);
    }

    fn finish(&mut self, place: usize) {
        self.push(Item::Penalty { width: 0.0, hang: 0.0, cost: Cost::Forbidden }, place);
        self.push(Item::Glue { width: 0.0, stretch: 1e6, shrink: 0.0 }, place);
        self.push(Item::Penalty { width: 0.0, hang: 0.0, cost: Cost::Forced }, place);
    }
}

/// A word, a part of one or a space in its line.
struct Piece {
    glyphs: Vec<Glyph>,
    face: FaceId,
    look: Look,
    target: Option<Target>,
    level: Level,
    is_space: bool,
    gives: bool,
    /// Whether space may be put between its letters or taken away.
    letters_give: bool,
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
fn letters_give(word: &str, segment: &Segment) -> bool {
    // Latin, Greek, Cyrillic and Armenian come first in Unicode; general punctuation is theirs too.
    let apart = |c: char| u32::from(c) < 0x590 || (0x1e00..0x2100).contains(&u32::from(c));
    segment.look.figures != Figures::Literal && segment.look.rise == 0.0 && word.chars().all(apart)
}

/// Shares `missing` (which may be below 0) out among the spaces and, as much as is not seen, the letters; where
/// there are no spaces, among ideographs.
fn justify(pieces: &mut [Piece], missing: Pt, breaking: &Breaking) {
    let spaces: Pt = pieces.iter().filter(|piece| piece.gives).map(Piece::width).sum();
    let ideographs: usize = pieces.iter().filter(|piece| piece.ideographic).map(|piece| piece.glyphs.len()).sum();
    if spaces > 0.0 && (ideographs < 8 || missing < 0.0) {
        let (space, letter) = match missing < 0.0 {
            true => (breaking.shrink, breaking.letter_shrink),
            false => (breaking.stretch, breaking.letter_stretch),
        };
        let giving = pieces.iter().filter(|piece| piece.letters_give);
        let letters: Pt = giving.map(|piece| piece.glyphs.len() as f32 * piece.look.size).sum::<f32>() * letter;
        let ratio = (missing / (spaces * space + letters)).clamp(-1.0, 1.0);
        for glyph in pieces.iter_mut().filter(|piece| piece.letters_give).flat_map(|piece| &mut piece.glyphs) {
            glyph.advance += ratio * letter;
        }
        let factor = 1.0 + (missing - ratio * letters) / spaces;
        for glyph in pieces.iter_mut().filter(|piece| piece.gives).flat_map(|piece| &mut piece.glyphs) {
            glyph.advance *= factor.max(0.4);
        }
    } else if ideographs > 1 {
        let share = missing / (ideographs - 1) as f32;
        let last = pieces.len() - 1;
        for (place, piece) in pieces.iter_mut().enumerate().filter(|(_, piece)| piece.ideographic) {
            let size = piece.look.size;
            let skip = usize::from(place == last);
            let count = piece.glyphs.len().saturating_sub(skip);
            piece.glyphs.iter_mut().take(count).for_each(|glyph| glyph.advance += share / size);
        }
    }
}

/// Puts the pieces beside one another and joins those of one look into runs.
fn join(pieces: Vec<Piece>, start: Pt, width: Pt) -> Line {
    let mut line = Line { width, ..Line::default() };
    let mut x = start;
    let mut last_level = Level::ltr();
    for piece in pieces {
        let wide = piece.width();
        if let Some(target) = &piece.target {
            match line.links.last_mut() {
                Some(last) if last.target == *target && (last.to - x).abs() < 0.01 => last.to = x + wide,
                _ => line.links.push(LinkSpan { from: x, to: x + wide, target: target.clone() }),
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
                    && last_level == piece.level =>
            {
                run.glyphs.extend(piece.glyphs);
            }
            _ => line.runs.push(Run {
                x,
                face: piece.face,
                size: look.size,
                rise: look.rise,
                colour: look.colour,
                struck_out: look.struck_out,
                glyphs: piece.glyphs,
            }),
        }
        last_level = piece.level;
        x += wide;
    }
    line
}

/// Characters of scripts that need the bidirectional algorithm, and its own controls.
fn may_run_leftwards(character: char) -> bool {
    matches!(u32::from(character), 0x590..=0x8ff | 0x200e..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069
        | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
}

/// Characters between which a line may end and that share out what is missing.
fn is_ideographic(character: char) -> bool {
    matches!(u32::from(character), 0x2e80..=0x9fff | 0xa000..=0xa4cf | 0xac00..=0xd7af | 0xf900..=0xfaff
        | 0xff00..=0xff60 | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::super::theme::THEME;
    use super::*;

    const PROSE: &str = "The ferry had been out of service since the autumn storms, and the islanders had grown \
        used to rowing, to waiting and to complaining about both in the same unhurried voice; nobody on the quay \
        believed the notice that said it would sail again on Monday, least of all the harbour master who had \
        written it himself.";

    fn set(words: &str, language: &str, measure: Pt, align: Align) -> Vec<Line> {
        let faces = Faces::new();
        let mut setter = Setter::new(&faces, &THEME.breaking, Language::parse(language).unwrap());
        setter.set(&Text::plain(words, THEME.styles.body), Shape { measure, indent: 0.0, align })
    }

    fn words(line: &Line) -> String {
        let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
        let texts = glyphs.map(|glyph| match &glyph.text {
            GlyphText::One(character) => character.to_string(),
            GlyphText::Several(text) => text.to_string(),
            GlyphText::Nothing => String::new(),
        });
        texts.collect()
    }

    #[test]
    fn every_line_but_the_last_fills_the_measure() {
        let lines = set(PROSE, "en", 230.0, Align::Justify);
        let (last, filled) = lines.split_last().unwrap();
        for line in filled {
            let hangs = line.width - 230.0;
            assert!((-0.05..4.0).contains(&hangs), "\"{}\" is {hangs} pt off", words(line));
            assert!(line.ratio < 1.6, "\"{}\" is stretched by {}", words(line), line.ratio);
        }
        assert!(last.width < 230.0);
    }

    #[test]
    fn the_lines_hold_the_words_of_the_paragraph() {
        let lines = set(PROSE, "en", 180.0, Align::Justify);
        let joined = lines.iter().map(words).collect::<Vec<_>>().join(" ").replace("\u{ad} ", "");
        assert_eq!(joined, PROSE);
    }

    #[test]
    fn ragged_lines_are_not_hyphenated() {
        let lines = set(PROSE, "en", 120.0, Align::Start);
        assert!(lines.iter().all(|line| !words(line).ends_with('\u{ad}')));
    }

    #[test]
    fn a_meant_line_break_is_kept() {
        let lines = set("Harbour Office\nNorth Pier", "en", 230.0, Align::Justify);
        assert_eq!(lines.iter().map(words).collect::<Vec<_>>(), ["Harbour Office", "North Pier"]);
    }

    #[test]
    fn a_word_wider_than_the_measure_is_broken_and_stays_inside() {
        let lines = set(&"x".repeat(120), "en", 100.0, Align::Start);
        assert!(lines.len() > 4 && lines.iter().all(|line| line.width <= 100.5), "{}", lines.len());
    }

    #[test]
    fn right_to_left_text_begins_at_the_right() {
        // Hebrew by its letters alone; where no face has them, the substitute runs the same way.
        let lines = set("אבג דהו", "he", 200.0, Align::Start);
        let left = lines[0].runs.iter().map(|run| run.x).fold(f32::MAX, f32::min);
        assert!((left + lines[0].width - 200.0).abs() < 0.1);
    }

    #[test]
    fn balanced_lines_are_of_much_the_same_length() {
        let faces = Faces::new();
        let mut setter = Setter::new(&faces, &THEME.breaking, Language::english());
        let headline =
            Text::plain("Ten things the islanders learned from a winter without ferry", THEME.styles.headline);
        let shape = Shape { measure: 480.0, indent: 0.0, align: Align::Start };
        let lines = setter.set_balanced(&headline, shape);
        assert_eq!(lines.len(), setter.set(&headline, shape).len());
        let (shortest, longest) =
            lines.iter().fold((f32::MAX, 0.0_f32), |(least, most), line| (least.min(line.width), most.max(line.width)));
        assert!(shortest > longest * 0.6, "{shortest} beside {longest}");
    }
}
