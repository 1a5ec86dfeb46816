//! Words into lines: where a line may end, and where it ends best.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_segmentation::UnicodeSegmentation;

/// What ends a line that had to be cut.
const ELLIPSIS: &str = "…";

/// A text whose pieces have been measured, ready to be broken at any size.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pieces: Vec<Piece>,
    /// In ems.
    space: f32,
    ellipsis: f32,
}

/// What stands between two places where a line may end (UAX #14).
#[derive(Debug, Clone)]
struct Piece {
    words: String,
    /// In ems, without the space behind it.
    width: f32,
    spaced: bool,
}

/// Lines broken at a size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Broken {
    pub lines: Vec<String>,
    /// True if no word had to be broken and none was cut off.
    pub is_whole: bool,
}

impl Measured {
    /// Takes `text` apart and measures it with `widths`, which gives the widths of several pieces in ems.
    pub(super) fn of(text: &str, widths: impl Fn(&[&str]) -> Vec<f32>) -> Self {
        let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
        let ends: Vec<usize> = segmenter.segment_str(text).collect();
        let parts: Vec<&str> = ends.windows(2).filter_map(|ends| text.get(ends[0]..ends[1])).collect();
        let words: Vec<&str> = parts.iter().map(|part| part.trim_end()).collect();
        // A space alone has no width to measure, but it has one between two letters.
        let measured = widths(&[words.as_slice(), &["n n", "nn", ELLIPSIS]].concat());
        let width = |at: usize| measured.get(at).copied().unwrap_or(0.0);
        let piece = |(at, part): (usize, &&str)| Piece {
            words: words[at].to_owned(),
            width: width(at),
            spaced: part.len() > words[at].len(),
        };
        let count = words.len();
        Self {
            pieces: parts.iter().enumerate().map(piece).collect(),
            space: width(count) - width(count + 1),
            ellipsis: width(count + 2),
        }
    }

    /// Breaks the text into as few lines of at most `measure` ems as hold it, and of those into the most even ones;
    /// what does not fit into `most` lines is cut off.
    pub(super) fn break_into(&self, measure: f32, most: usize) -> Broken {
        let pieces = self.pieces_within(measure);
        let is_unbroken = pieces.len() == self.pieces.len();
        let lines = self.greedily(&pieces, measure);
        if lines.len() > most {
            return Broken { lines: self.cut(&pieces, &lines, measure, most), is_whole: false };
        }
        let lines = self.evenly(&pieces, measure, lines);
        let words = lines.iter().map(|line| joined(&pieces[line.clone()])).collect();
        Broken { lines: words, is_whole: is_unbroken }
    }

    /// The pieces, those too wide for any line broken between letters.
    fn pieces_within(&self, measure: f32) -> Vec<Piece> {
        self.pieces.iter().flat_map(|piece| piece.within(measure)).collect()
    }

    fn greedily(&self, pieces: &[Piece], measure: f32) -> Vec<std::ops::Range<usize>> {
        let mut lines = Vec::new();
        let mut start = 0;
        for end in 1..=pieces.len() {
            let is_last = end == pieces.len();
            if is_last || self.width(&pieces[start..=end]) > measure {
                lines.push(start..end);
                start = end;
            }
        }
        lines
    }

    /// Narrows the measure as long as the number of lines stays the same.
    fn evenly(
        &self,
        pieces: &[Piece],
        measure: f32,
        lines: Vec<std::ops::Range<usize>>,
    ) -> Vec<std::ops::Range<usize>> {
        let widest = pieces.iter().map(|piece| piece.width).fold(0.0, f32::max);
        let steps = 24;
        let narrower = (0..steps).map(|step| widest + (measure - widest) * step as f32 / steps as f32);
        let as_few = narrower.map(|measure| self.greedily(pieces, measure)).find(|it| it.len() == lines.len());
        as_few.unwrap_or(lines)
    }

    fn cut(&self, pieces: &[Piece], lines: &[std::ops::Range<usize>], measure: f32, most: usize) -> Vec<String> {
        let Some(last) = most.checked_sub(1).and_then(|last| lines.get(last)) else { return Vec::new() };
        let mut kept: Vec<String> = lines[..most - 1].iter().map(|line| joined(&pieces[line.clone()])).collect();
        let mut end = last.end;
        while end > last.start + 1 && self.width(&pieces[last.start..end]) + self.ellipsis > measure {
            end -= 1;
        }
        let words = joined(&pieces[last.start..end]);
        kept.push(words.trim_end_matches([',', ';', ':', '.', '–', '—', ' ']).to_owned() + ELLIPSIS);
        kept
    }

    fn width(&self, pieces: &[Piece]) -> f32 {
        let words: f32 = pieces.iter().map(|piece| piece.width).sum();
        let inner = pieces.split_last().map_or(&[][..], |(_, inner)| inner);
        words + self.space * inner.iter().filter(|piece| piece.spaced).count() as f32
    }
}

impl Piece {
    fn within(&self, measure: f32) -> Vec<Piece> {
        if self.width <= measure || measure <= 0.0 {
            return vec![self.clone()];
        }
        let letters: Vec<&str> = self.words.graphemes(true).collect();
        // Letters differ in width; a tenth is left for those wider than the rest.
        let each = (letters.len() as f32 * measure * 0.9 / self.width).floor().max(1.0) as usize;
        let chunks = letters.chunks(each);
        let count = chunks.len();
        let share = |letters: &[&str]| self.width * letters.len() as f32 / self.words.graphemes(true).count() as f32;
        chunks
            .enumerate()
            .map(|(at, chunk)| Piece {
                words: chunk.concat(),
                width: share(chunk).min(measure),
                spaced: self.spaced && at + 1 == count,
            })
            .collect()
    }
}

fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        line.push_str(&piece.words);
        if piece.spaced && at + 1 < pieces.len() {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter an em wide, so that widths can be counted.
    fn measured(text: &str) -> Measured {
        Measured::of(text, |pieces| pieces.iter().map(|piece| piece.chars().count() as f32).collect())
    }

    #[test]
    fn lines_are_as_few_as_can_be_and_then_even() {
        let broken = measured("one two three four five").break_into(14.0, 9);
        assert_eq!(broken.lines, ["one two three", "four five"]);
        let broken = measured("a bb ccc dddd eeeee").break_into(17.0, 9);
        assert_eq!(broken.lines, ["a bb ccc", "dddd eeeee"]);
        assert!(broken.is_whole);
    }

    #[test]
    fn what_does_not_fit_is_cut_off_and_says_so() {
        let broken = measured("one two, three four five six").break_into(9.0, 2);
        assert_eq!(broken, Broken { lines: vec!["one two,".into(), "three…".into()], is_whole: false });
        assert_eq!(measured("one two").break_into(3.0, 0).lines, Vec::<String>::new());
    }

    #[test]
    fn a_word_too_wide_for_a_line_is_broken_between_letters() {
        let broken = measured("abcdefghijkl").break_into(5.0, 9);
        assert!(!broken.is_whole);
        assert_eq!(broken.lines.concat(), "abcdefghijkl");
        assert!(broken.lines.iter().all(|line| line.chars().count() <= 5), "{broken:?}");
    }

    #[test]
    fn scripts_without_spaces_break_too() {
        let broken = measured("河流与桥梁文摘").break_into(4.0, 9);
        assert_eq!(broken.lines.concat(), "河流与桥梁文摘");
        assert_eq!(broken.lines.len(), 2);
        assert_eq!(measured("").break_into(4.0, 2).lines, Vec::<String>::new());
    }
}
