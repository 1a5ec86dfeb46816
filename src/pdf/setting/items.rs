//! A paragraph's words as the row of boxes, glue and penalties that [`line_breaking`](super::line_breaking) breaks.

use super::break_rules::{BreakRules, Cut};
use super::line_breaking::{Cost, Item, Wider};
use super::lines::{is_ideographic, letters_give};
use super::segments::{Segment, SegmentKind};
use super::setter::Setter;
use super::shape::{Align, Shape};
use super::text::Text;
use crate::pdf::faces::shape::Glyph;
use crate::pdf::layout::paper::Pt;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a break inside a word costs, and one after a hyphen of the text. Dearer hyphens make looser lines: at the
/// measure of two columns this leaves one line in ten with a hyphen and one in sixty loose (`benches/setting.rs`).
const HYPHEN: f32 = 140.0;
const AFTER_HYPHEN: f32 = 40.0;
/// A break in an address or a name of program text, which shows no hyphen and leaves the reader to see that it goes on.
const SEAM: f32 = 160.0;
/// A break at a space that should hold, where both sides are words: many a page is full of such spaces by chance.
const AT_SPACE: f32 = 100.0;
/// BreakRules that are wrong, as parts of the worst: rather between a figure or sign and what it belongs to than between
/// two letters, and last of all between a word and the figure of its note.
const BESIDE_SIGN: f32 = 0.1;
const BETWEEN_LETTERS: f32 = 1.0;
const BEFORE_NOTE: f32 = 2.0;

impl Setter<'_> {
    /// The row of boxes, glue and penalties, and for each the place in the text where a line that ends there ends.
    /// `may_break` are the places of the text where a line may end.
    pub(in crate::pdf) fn items(
        &mut self,
        text: &Text,
        segments: &[Segment],
        may_break: &BTreeSet<usize>,
        shape: Shape,
        breaks: BreakRules,
    ) -> (Vec<Item>, Vec<usize>) {
        let mut row = Row { items: Vec::new(), places: Vec::new() };
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
                        let cost = match breaks {
                            BreakRules::Anywhere if before.is_some() => held_space(text, &segment.range),
                            _ => Cost::Forbidden,
                        };
                        row.push(Item::Penalty { wider: Wider::default(), hang: 0.0, cost }, segment.range.end);
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
                    if joined {
                        // The word goes on in another face or look.
                        let raised = segment.look.rise != 0.0;
                        let cost = Cost::Desperate(if raised { BEFORE_NOTE } else { BETWEEN_LETTERS });
                        if may_break.contains(&at) && !raised {
                            self.opportunity(&mut row, text, at, segment, Wider::default(), shape.align);
                        } else if breaks == BreakRules::Anywhere {
                            row.push(Item::Penalty { wider: Wider::default(), hang: 0.0, cost }, at);
                        }
                    }
                    let opportunities = may_break.range(at + 1..segment.range.end).map(|place| place - at);
                    let word = &text.words[segment.range.clone()];
                    let cuts = self.cuts(word, segment, opportunities, shape, breaks);
                    self.word(&mut row, text, segment, cuts, shape);
                }
            }
            before = Some(segment);
        }
        row.finish(text.words.len());
        (row.items, row.places)
    }

    /// A word's boxes, with the places where it may be broken between them.
    fn word(&mut self, row: &mut Row, text: &Text, segment: &Segment, cuts: BTreeMap<usize, Cut>, shape: Shape) {
        let word = &text.words[segment.range.clone()];
        let shaped = self.shaper.shape(word, segment.face, segment.look.forms, segment.level.is_rtl());
        let size = segment.look.size;
        let tracking = segment.look.tracking;
        let hanging = if shape.align == Align::Justify { self.breaking.hang } else { 0.0 };
        let hang = if shape.align == Align::Justify { self.hang(word, &shaped.glyphs, segment) } else { 0.0 };
        let whole = shaped.width * size + tracking * size * word.chars().count() as f32;
        let gives = shape.align == Align::Justify && letters_give(word, segment);
        let breaking = self.breaking;
        let letters = |glyphs: usize, width: Pt, hang: Pt| {
            let between = if gives { glyphs as f32 * size } else { 0.0 };
            let drawn = if gives { width } else { 0.0 };
            let stretch = between * breaking.letter_stretch + drawn * breaking.widen;
            let shrink = between * breaking.letter_shrink + drawn * breaking.narrow;
            Item::Box { width, hang, stretch, shrink }
        };
        let (mut done, mut start, mut count) = (0.0, 0, 0);
        let hyphen = self.shaper.shape("-", segment.face, segment.look.forms, false).width * size;
        for (at, cut) in cuts {
            count += word[start..at].chars().count();
            let width = shaped.width_before(at) * size + tracking * size * count as f32;
            let place = segment.range.start + at;
            row.push(letters(shaped.glyphs_between(start, at), width - done, 0.0), place);
            (done, start) = (width, at);
            let wider = self.shaper.cut(&shaped, word, at, segment.face, segment.look.forms);
            let wider = Wider { before: wider.0 * size, after: wider.1 * size };
            match cut {
                Cut::Opportunity => self.opportunity(row, text, place, segment, wider, shape.align),
                Cut::Hyphen => {
                    let hang = hyphen * hanging;
                    let wider = Wider { before: wider.before + hyphen, ..wider };
                    row.push(Item::Penalty { wider, hang, cost: Cost::InWord(HYPHEN) }, place);
                }
                Cut::Seam => row.push(Item::Penalty { wider, hang: 0.0, cost: Cost::Plain(SEAM) }, place),
                Cut::Tear => {
                    row.push(Item::Penalty { wider, hang: 0.0, cost: Cost::Desperate(BETWEEN_LETTERS) }, place);
                }
            }
        }
        row.push(letters(shaped.glyphs_between(start, word.len()), whole - done, hang), segment.range.end);
    }

    /// A place where the line may end without a space.
    fn opportunity(&mut self, row: &mut Row, text: &Text, at: usize, segment: &Segment, wider: Wider, align: Align) {
        let before = text.words[..at].chars().next_back().unwrap_or(' ');
        let after = text.words[at..].chars().next().unwrap_or(' ');
        match (before, after) {
            // A dash goes to the end of a line, not to the start of one.
            (_, '—' | '–') => {}
            ('-' | '‐' | '–', _) => {
                row.push(Item::Penalty { wider, hang: 0.0, cost: Cost::AtHyphen(AFTER_HYPHEN) }, at);
            }
            _ if is_ideographic(before) || is_ideographic(after) => {
                let give = if align == Align::Justify { segment.look.size * 0.08 } else { 0.0 };
                row.push(Item::Glue { width: 0.0, stretch: give, shrink: give * 0.2 }, at);
            }
            _ => row.push(Item::Penalty { wider, hang: 0.0, cost: Cost::Plain(10.0) }, at),
        }
    }

    /// The width of a space, and whether it gives when a line is filled.
    pub(in crate::pdf) fn space(&mut self, segment: &Segment, text: &Text) -> (Pt, bool) {
        let narrow = text.words[segment.range.clone()].starts_with(['\u{202f}', '\u{2009}']);
        let shaped = self.shaper.shape(" ", segment.face, segment.look.forms, false);
        let width = (shaped.width + segment.look.tracking) * segment.look.size;
        let spaces = text.words[segment.range.clone()].chars().count() as f32;
        if narrow { (width * 0.7, false) } else { (width * spaces, true) }
    }

    /// How much of the word's end may stand in the margin.
    pub(in crate::pdf) fn hang(&self, word: &str, glyphs: &[Glyph], segment: &Segment) -> Pt {
        let hangs = word.ends_with(['.', ',', ';', ':', '-', '‐', '–', '’', '”', '»', '\'', '"', '、', '。']);
        match glyphs.last() {
            Some(last) if hangs && segment.look.rise == 0.0 => last.advance * segment.look.size * self.breaking.hang,
            _ => 0.0,
        }
    }
}

/// What it costs to end a line at a space that should hold.
fn held_space(text: &Text, space: &Range<usize>) -> Cost {
    let before = text.words[..space.start].chars().next_back();
    let after = text.words[space.end..].chars().next();
    match [before, after].into_iter().flatten().all(char::is_alphabetic) {
        true => Cost::Plain(AT_SPACE),
        false => Cost::Desperate(BESIDE_SIGN),
    }
}

/// The row, and for each of its items the place in the text where a line that ends there ends.
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
        self.push(Item::Penalty { wider: Wider::default(), hang: 0.0, cost: Cost::Forbidden }, place);
        self.push(Item::Glue { width: 0.0, stretch: 1e6, shrink: 0.0 }, place);
        self.push(Item::Penalty { wider: Wider::default(), hang: 0.0, cost: Cost::Forced }, place);
    }
}
