//! The foot of a column: the notes that are called in it, under a short rule.
//!
//! The foot is built before the column is full, since the text has what the notes leave. A note may go on at the foot of
//! the next column; then it is torn as any paragraph would be, never after its first line or before its last.

use crate::pdf::blocks::slab::{After, Slab};
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::Mark;

/// Lengths that differ by less are the same.
pub(super) const EPSILON: Pt = 0.01;

/// A note, or what is left of it.
pub(super) type NoteLines<'s> = &'s [Slab];

/// The notes of a column so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Foot<'s> {
    /// The rule and the lines, each with its upper edge, from that of the foot.
    stack: Vec<(Pt, &'s Slab)>,
    height: Pt,
}

impl<'s> Foot<'s> {
    pub(super) fn is_empty(&self) -> bool {
        self.stack.is_empty()
    }

    /// How much of the column it takes, with the rule and the space over it.
    pub(super) fn height(&self) -> Pt {
        self.height
    }

    /// Takes as much of the note as stands in `room`, which is that of the whole foot; returns what is left of it.
    pub(super) fn take(&mut self, note: NoteLines<'s>, room: Pt) -> NoteLines<'s> {
        let mut rest = note;
        while let Some(end) = first_part(rest) {
            let before = self.clone();
            rest[..end].iter().for_each(|line| self.push(line));
            if self.height > room + EPSILON {
                *self = before;
                break;
            }
            rest = &rest[end..];
        }
        rest
    }

    /// Takes the first slab of the note, however tall it is, and then as many as stand in `room`, torn anywhere: what
    /// belongs together is taller than a column.
    pub(super) fn force(&mut self, note: NoteLines<'s>, room: Pt) -> NoteLines<'s> {
        let mut rest = note;
        while let Some((line, others)) = rest.split_first() {
            let before = self.clone();
            self.push(line);
            if !before.is_empty() && self.height > room {
                *self = before;
                break;
            }
            rest = others;
        }
        rest
    }

    /// Whether there is room for notes that are called in one place: the last of them may go on elsewhere, but not the
    /// others.
    pub(super) fn has_room_for(&self, notes: &[NoteLines<'s>], room: Pt) -> bool {
        let Some((last, whole)) = notes.split_last() else { return true };
        let mut trial = self.clone();
        whole.iter().all(|note| trial.take(note, room).is_empty()) && trial.take(last, room).len() < last.len()
    }

    fn push(&mut self, line: &'s Slab) {
        let gap = match (self.stack.last(), &line.repeated) {
            (Some((_, last)), _) => line.before.max(last.below),
            (None, Some(rule)) => {
                self.stack.push((0.0, rule));
                rule.height
            }
            (None, None) => 0.0,
        };
        self.stack.push((self.height + gap, line));
        self.height += gap + line.height;
    }

    /// What is drawn of it where its lower edge is at `bottom`.
    pub(super) fn marks(&self, bottom: Pt) -> Vec<Mark> {
        let top = bottom - self.height;
        let marks = |(y, slab): &(Pt, &Slab)| {
            let down = top + y;
            slab.marks.iter().map(move |mark| Mark { y: mark.y + down, ..mark.clone() }).collect::<Vec<_>>()
        };
        self.stack.iter().flat_map(marks).collect()
    }
}

/// The end of the first part of a note that is not torn; `None` if nothing is left of it.
fn first_part(lines: NoteLines<'_>) -> Option<usize> {
    let end = lines.iter().position(|line| line.after == After::MayBreak).map_or(lines.len(), |last| last + 1);
    (end > 0).then_some(end)
}
