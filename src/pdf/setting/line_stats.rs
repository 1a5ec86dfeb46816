//! What a compositor counts in the lines that were set: how many are loose, run over or end in a hyphen.

use super::line::Line;
use super::shape::Align;
use std::ops::AddAssign;

/// How evenly lines were set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineStats {
    /// Lines of filled paragraphs, the last of each paragraph included.
    pub filled: usize,
    /// Lines of ragged paragraphs, of headings and of captions.
    pub ragged: usize,
    /// Filled lines whose spaces are stretched further than is seemly (TeX: a ratio above 1, which is half again the
    /// width of a space).
    pub loose: usize,
    /// Lines of either kind that are wider than their measure.
    pub overfull: usize,
    /// Filled lines that end in a hyphen, be it the text's own or put in.
    pub hyphenated: usize,
    /// How often three such lines follow one another.
    pub ladders: usize,
}

/// The ratio above which a line is loose.
const LOOSE: f32 = 1.0;
/// So many hyphens below one another are a ladder.
const LADDER: usize = 3;

impl LineStats {
    /// Counts the lines of one paragraph.
    pub(in crate::pdf) fn count(&mut self, lines: &[Line], align: Align) {
        self.overfull += lines.iter().filter(|line| line.runs_over()).count();
        if align != Align::Justify {
            self.ragged += lines.len();
            return;
        }
        self.filled += lines.len();
        self.loose += lines.iter().filter(|line| line.ratio > LOOSE).count();
        let mut run = 0;
        for line in lines {
            run = if line.hyphenated { run + 1 } else { 0 };
            self.hyphenated += usize::from(line.hyphenated);
            self.ladders += usize::from(run >= LADDER);
        }
    }
}

impl AddAssign for LineStats {
    fn add_assign(&mut self, other: Self) {
        self.filled += other.filled;
        self.ragged += other.ragged;
        self.loose += other.loose;
        self.overfull += other.overfull;
        self.hyphenated += other.hyphenated;
        self.ladders += other.ladders;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(ratio: f32, hyphenated: bool) -> Line {
        Line { ratio, hyphenated, ..Line::default() }
    }

    #[test]
    fn three_hyphens_below_one_another_are_a_ladder_and_two_are_not() {
        let mut line_stats = LineStats::default();
        line_stats.count(&[line(0.0, true), line(1.2, true), line(0.0, false), line(-1.0, true)], Align::Justify);
        assert_eq!(line_stats, LineStats { filled: 4, loose: 1, hyphenated: 3, ..LineStats::default() });
        line_stats.count(&[line(0.0, true), line(0.0, true), line(0.0, true)], Align::Justify);
        assert_eq!(line_stats.ladders, 1);
    }

    #[test]
    fn a_ragged_line_is_never_loose_but_may_run_over() {
        let mut line_stats = LineStats::default();
        line_stats.count(&[line(3.0, false), Line { over: 2.0, ..Line::default() }], Align::Start);
        assert_eq!(line_stats, LineStats { ragged: 2, overfull: 1, ..LineStats::default() });
    }
}
