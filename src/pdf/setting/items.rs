//! A paragraph's words as the row of boxes, glue and penalties that [`line_breaking`](super::line_breaking) breaks.

use super::line_breaking::{Cost, Item, Wider};
use super::lines::{is_ideographic, letters_give};
use super::paragraph::{Align, Setter, Shape};
use super::segments::{Segment, SegmentKind};
use super::text::Text;
use crate::pdf::faces::shape::Glyph;
use crate::pdf::layout::paper::Pt;
use std::collections::BTreeSet;

/// What a break inside a word costs, and one after a hyphen of the text. Dearer hyphens make looser lines: at the
/// measure of two columns this leaves one line in ten with a hyphen and one in sixty loose (`benches/setting.rs`).
const HYPHEN: f32 = 140.0;
const AFTER_HYPHEN: f32 = 40.0;
/// A break that only a word wider than the measure may need: between any two letters.
const ANYWHERE: f32 = 900.0;

impl Setter<'_> {
    /// The row of boxes, glue and penalties, and for each the place in the text where a line that ends there ends.
    /// `may_break` are the places of the text where a line may end.
    pub(in crate::pdf) fn items(
        &mut self,
        text: &Text,
        segments: &[Segment],
        may_break: &BTreeSet<usize>,
        shape: Shape,
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
                        row.push(
                            Item::Penalty { wider: Wider::default(), hang: 0.0, cost: Cost::Forbidden },
                            segment.range.end,
                        );
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
                    if joined && segment.look.rise == 0.0 {
                        if may_break.contains(&at) {
                            self.opportunity(&mut row, text, at, segment, Wider::default(), shape.align);
                        } else {
                            // The word goes on in another face or look; together the parts may be too wide.
                            row.push(Item::Penalty { wider: Wider::default(), hang: 0.0, cost: Cost::Desperate }, at);
                        }
                    }
                    self.word(&mut row, text, segment, may_break, shape);
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
        if whole > shape.measure {
            let taken: BTreeSet<usize> = cuts.iter().map(|(at, _)| *at).collect();
            let between = word.char_indices().map(|(at, _)| at).filter(|at| *at > 0 && !taken.contains(at));
            cuts.extend(between.map(|at| (at, Cut::Anywhere)));
            cuts.sort_unstable_by_key(|(at, _)| *at);
        }
        let (mut done, mut start, mut count) = (0.0, 0, 0);
        let hyphen = self.shaper.shape("-", segment.face, segment.look.figures, false).width * size;
        for (at, cut) in cuts {
            count += word[start..at].chars().count();
            let width = shaped.width_before(at) * size + tracking * size * count as f32;
            let place = segment.range.start + at;
            row.push(letters(shaped.glyphs_between(start, at), width - done, 0.0), place);
            (done, start) = (width, at);
            let wider = self.shaper.cut(&shaped, word, at, segment.face, segment.look.figures);
            let wider = Wider { before: wider.0 * size, after: wider.1 * size };
            match cut {
                Cut::Opportunity => self.opportunity(row, text, place, segment, wider, shape.align),
                Cut::Hyphen => {
                    let hang = hyphen * self.breaking.hang;
                    let wider = Wider { before: wider.before + hyphen, ..wider };
                    row.push(Item::Penalty { wider, hang, cost: Cost::InWord(HYPHEN) }, place);
                }
                Cut::Anywhere => {
                    row.push(Item::Penalty { wider, hang: 0.0, cost: Cost::Plain(ANYWHERE) }, place);
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
        let shaped = self.shaper.shape(" ", segment.face, segment.look.figures, false);
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

/// What a cut inside a word is.
enum Cut {
    Opportunity,
    Hyphen,
    Anywhere,
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
