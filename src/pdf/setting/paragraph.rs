//! A paragraph: its words are found, shaped and measured, broken into lines, and each line is filled.

use super::break_rules::BreakRules;
use super::line::Line;
use super::line_breaking::{Cost, Filling, Item, break_lines};
use super::lines::{Fill, is_ideographic};
use super::no_breaks::no_breaks;
use super::segments::segments;
use super::setter::Setter;
use super::shape::{Align, Shape};
use super::text::Text;
use crate::article::Direction;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use std::collections::{BTreeMap, BTreeSet};
use unicode_bidi::{BidiInfo, Level};

impl Setter<'_> {
    /// The lines of `text`; none if it is empty.
    pub(crate) fn set(&mut self, text: &Text, shape: Shape) -> Vec<Line> {
        let shape = self.suited(text, shape);
        let lines = self.broken(text, shape, BreakRules::Anywhere);
        self.line_stats.count(&lines, shape.align);
        lines
    }

    /// The shape, ragged where lines are not to be filled or are too short for it: filled, they would be torn open.
    fn suited(&self, text: &Text, shape: Shape) -> Shape {
        let size = text.stretches.first().map_or(0.0, |stretch| stretch.look.size);
        // Ideographs share out what is missing wherever there are more than a few in a line.
        let narrowest = if text.words.contains(is_ideographic) { 8.0 } else { self.breaking.narrowest };
        let fills = !self.breaking.ragged && shape.measure >= size * narrowest;
        match shape.align {
            Align::Justify if !fills => Shape { align: Align::Start, ..shape },
            _ => shape,
        }
    }

    /// The lines of `text` as a trial: they are not counted. `last_resort` is where they may end if they would run over.
    fn broken(&mut self, text: &Text, shape: Shape, last_resort: BreakRules) -> Vec<Line> {
        if text.is_empty() {
            return Vec::new();
        }
        let covered = self.covered(text);
        let mut may_break = self.line_ends(text, covered.as_ref());
        let text = covered.as_ref();
        for held in no_breaks(&text.words, &self.language) {
            may_break.remove(&held);
        }
        let base = match text.direction.unwrap_or(self.language.direction()) {
            Direction::RightToLeft => Some(Level::rtl()),
            Direction::LeftToRight => text.direction.map(|_| Level::ltr()),
        };
        let bidi = (base.is_some() || text.words.chars().any(may_run_leftwards)).then(|| {
            // One paragraph with meant breaks: the algorithm must see one paragraph.
            BidiInfo::new(&text.words, base)
        });
        let leftwards = bidi.as_ref().is_some_and(|bidi| bidi.paragraphs.first().is_some_and(|p| p.level.is_rtl()));
        let levels = bidi.as_ref().map(|bidi| bidi.levels.as_slice());
        let segments = segments(self, text, levels);
        let rag = if shape.align == Align::Justify { 0.0 } else { shape.measure * 0.3 };
        let filling = Filling { measure: shape.measure, rag, emergency: shape.measure * 0.12 };
        let (mut items, mut places) = self.items(text, &segments, &may_break, shape, BreakRules::Seemly);
        let mut breaks = break_lines(&items, filling);
        if last_resort == BreakRules::Anywhere && breaks.iter().any(|line_break| line_break.overfull) {
            (items, places) = self.items(text, &segments, &may_break, shape, BreakRules::Anywhere);
            breaks = break_lines(&items, filling);
        }

        let mut lines = Vec::with_capacity(breaks.len());
        let mut start = 0;
        let count = breaks.len();
        for (number, line_break) in breaks.into_iter().enumerate() {
            let hyphen = matches!(items[line_break.item], Item::Penalty { cost: Cost::InWord(_), .. });
            let forced = matches!(items[line_break.item], Item::Penalty { cost: Cost::Forced, .. });
            let end = places[line_break.item];
            let last = number + 1 == count || forced;
            let indent = if number == 0 { shape.indent } else { 0.0 };
            let fill = Fill { shape, indent, last, hyphen, leftwards };
            let mut line = self.line(&segments, start..end, text, fill);
            line.ratio = if last || shape.align != Align::Justify { 0.0 } else { line_break.ratio };
            line.hyphenated =
                matches!(items[line_break.item], Item::Penalty { cost: Cost::InWord(_) | Cost::AtHyphen(_), .. });
            lines.push(line);
            start = end;
        }
        lines
    }

    /// The places of `covered` before which a line may end. They are found in the words themselves: what stands for
    /// a letter that no face has does not tell where its script breaks lines.
    fn line_ends(&self, text: &Text, covered: &Text) -> BTreeSet<usize> {
        let ends = self.segmenter.segment_str(&text.words);
        if text.words == covered.words {
            return ends.collect();
        }
        // The covered text has a character for each character of the other.
        let places = text.words.char_indices().zip(covered.words.char_indices());
        let places = places.map(|((own, _), (covered, _))| (own, covered));
        let places: BTreeMap<usize, usize> = places.chain([(text.words.len(), covered.words.len())]).collect();
        ends.filter_map(|end| places.get(&end).copied()).collect()
    }

    /// The lines of display type: no more than `text` needs in the measure, and of much the same length.
    pub(crate) fn set_balanced(&mut self, text: &Text, shape: Shape) -> Vec<Line> {
        let lines = self.balanced(text, shape);
        self.line_stats.count(&lines, shape.align);
        lines
    }

    fn balanced(&mut self, text: &Text, shape: Shape) -> Vec<Line> {
        let lines = self.broken(text, shape, BreakRules::Anywhere);
        if lines.len() < 2 {
            return lines;
        }
        let mut too_narrow = self.widest_word(text).max(shape.measure / 2.0).min(shape.measure);
        let mut best = (shape.measure, lines);
        // Seven halvings find the narrowest measure to within a few points.
        for _ in 0..7 {
            let measure = (too_narrow + best.0) / 2.0;
            let lines = self.broken(text, Shape { measure, ..shape }, BreakRules::Seemly);
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

    /// The style in which display type is no taller than `tallest` and no word of it is torn: the one asked for, or a
    /// smaller one. The smallest is half as large, however tall that may be.
    pub(crate) fn fitting_style(&mut self, words: &str, style: TextStyle, measure: Pt, tallest: Pt) -> TextStyle {
        const SIZES: [f32; 4] = [1.0, 0.84, 0.7, 0.58];
        let shape = Shape { measure, indent: 0.0, align: Align::Start };
        let mut fits = |style: &TextStyle| {
            let lines = self.broken(&Text::plain(words, *style), shape, BreakRules::Seemly);
            lines.len() as f32 * style.leading <= tallest && !lines.iter().any(Line::runs_over)
        };
        SIZES.map(|size| style.scaled(size)).into_iter().find(|style| fits(style)).unwrap_or(style.scaled(0.5))
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
    pub(crate) fn width(&mut self, text: &Text) -> Pt {
        let shape = Shape { measure: 100_000.0, indent: 0.0, align: Align::Start };
        self.broken(text, shape, BreakRules::Seemly).iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// Characters of scripts that need the bidirectional algorithm, and its own controls.
fn may_run_leftwards(character: char) -> bool {
    matches!(u32::from(character), 0x590..=0x8ff | 0x200e..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069
        | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;
    use crate::fonts::Fonts;
    use crate::pdf::faces::Faces;
    use crate::pdf::faces::shape::GlyphText;
    use crate::pdf::layout::MAGAZINE;

    const PROSE: &str = "The ferry had been out of service since the autumn storms, and the islanders had grown \
        used to rowing, to waiting and to complaining about both in the same unhurried voice; nobody on the quay \
        believed the notice that said it would sail again on Monday, least of all the harbour master who had \
        written it himself.";

    fn set(words: &str, language: &str, measure: Pt, align: Align) -> Vec<Line> {
        let faces = Faces::new(&Fonts::default());
        let mut setter = Setter::new(&faces, &MAGAZINE.breaking, Language::parse(language).unwrap());
        setter.set(&Text::plain(words, MAGAZINE.styles.body), Shape { measure, indent: 0.0, align })
    }

    fn words(line: &Line) -> String {
        let glyphs = line.runs.iter().flat_map(|run| run.glyphs.iter());
        let texts = glyphs.map(|glyph| match &glyph.text {
            GlyphText::One(character) => character.to_string(),
            GlyphText::Several(text) => text.to_string(),
            GlyphText::Nothing => String::new(),
        });
        texts.collect::<String>().trim_end().to_owned()
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
    fn lines_too_short_to_be_filled_are_ragged() {
        let lines = set(PROSE, "en", 130.0, Align::Justify);
        assert!(lines.iter().all(|line| line.ratio == 0.0 && !words(line).ends_with('\u{ad}')));
        assert!(lines.iter().any(|line| line.width < 120.0) && lines.iter().all(|line| line.over <= 0.0));
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
    fn what_should_hold_together_is_parted_rather_than_run_over() {
        // Words joined by spaces that do not break, and a number that stands on a word as wide as the measure.
        let faces = Faces::new(&Fonts::default());
        let mut setter = Setter::new(&faces, &MAGAZINE.breaking, Language::english());
        let look = super::super::text::Look::from(MAGAZINE.styles.body);
        let mut noted = Text::plain("see unhurriedness", MAGAZINE.styles.body);
        noted.push("17", look.superior(), None);
        let held = Text::plain("to the Office\u{a0}of\u{a0}the\u{a0}Harbour\u{a0}Master", MAGAZINE.styles.body);
        for measure in (40..100).map(|measure| measure as f32) {
            for text in [&noted, &held] {
                let lines = setter.set(text, Shape { measure, indent: 0.0, align: Align::Start });
                assert!(
                    !lines.iter().any(Line::runs_over),
                    "{:?} in {measure} pt",
                    lines.iter().map(|l| (words(l), l.over)).collect::<Vec<_>>()
                );
            }
        }
        let shape = Shape { measure: 90.0, indent: 0.0, align: Align::Start };
        let lines = setter.set(&held, shape);
        assert_eq!(lines.iter().map(words).collect::<Vec<_>>(), ["to the Office of the", "Harbour Master"]);
    }

    #[test]
    fn display_type_is_set_smaller_before_a_word_of_it_is_torn() {
        let faces = Faces::new(&Fonts::default());
        let mut setter = Setter::new(&faces, &MAGAZINE.breaking, Language::english());
        let style = setter.fitting_style("Unhurriednesses", MAGAZINE.styles.cover_title, 250.0, 500.0);
        let text = Text::plain("Unhurriednesses", style);
        assert!(style.size < MAGAZINE.styles.cover_title.size && setter.width(&text) <= 250.0, "{}", style.size);
    }

    #[test]
    fn a_word_in_several_looks_is_broken_only_where_it_would_run_over() {
        let faces = Faces::new(&Fonts::default());
        let mut setter = Setter::new(&faces, &MAGAZINE.breaking, Language::english());
        let look = super::super::text::Look::from(MAGAZINE.styles.body);
        let mut text = Text::default();
        for part in 0..6 {
            text.push("xxxxxxxx", if part % 2 == 0 { look } else { look.bold() }, None);
        }
        let shape = |measure| Shape { measure, indent: 0.0, align: Align::Start };
        assert!(setter.set(&text, shape(100.0)).iter().all(|line| line.width <= 100.0));
        assert_eq!(setter.set(&text, shape(400.0)).len(), 1);
    }

    #[test]
    fn letters_without_a_face_break_where_their_script_does() {
        // Private-use ideographs are in no face; the words of a Latin sentence around them hold together.
        let faces = Faces::new(&Fonts::default());
        let mut setter = Setter::new(&faces, &MAGAZINE.breaking, Language::english());
        let text = |words: &str| Text::plain(words, MAGAZINE.styles.body);
        let ends = setter.line_ends(&text("ab \u{20000}\u{20001} cd"), &text("ab □□ cd"));
        assert_eq!(ends.into_iter().collect::<Vec<_>>(), [0, 3, 6, 10, 12]);
        let words = "Hirn \u{3fff0}\u{3fff1}\u{3fff2}\u{3fff3} ".repeat(30);
        let lines = setter.set(&text(&words), Shape { measure: 120.0, indent: 0.0, align: Align::Justify });
        assert!(lines.iter().all(|line| line.width < 126.0));
    }

    #[test]
    fn a_line_without_enough_spaces_is_left_short() {
        // Two words with one space between them, and then one that is wider than what is left.
        let long = "x".repeat(30);
        let lines = set(&format!("a b {long} {long}"), "zz", 160.0, Align::Justify);
        assert!(lines[0].width < 60.0, "the gap is torn open to {} pt", lines[0].width);
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
        let faces = Faces::new(&Fonts::default());
        let mut setter = Setter::new(&faces, &MAGAZINE.breaking, Language::english());
        let headline =
            Text::plain("Ten things the islanders learned from a winter without ferry", MAGAZINE.styles.headline);
        let shape = Shape { measure: 480.0, indent: 0.0, align: Align::Start };
        let lines = setter.set_balanced(&headline, shape);
        assert_eq!(lines.len(), setter.set(&headline, shape).len());
        let (shortest, longest) =
            lines.iter().fold((f32::MAX, 0.0_f32), |(least, most), line| (least.min(line.width), most.max(line.width)));
        assert!(shortest > longest * 0.6, "{shortest} beside {longest}");
    }
}
