//! Building columns of slabs: where each column ends, what floats, which notes stand at its foot, and how the last
//! columns are balanced.
//!
//! A column is filled slab by slab; it may end after any that may be parted from the next. The notes that are called in
//! what has come so far take their room from the text: all of each, but for the last, which may go on at the foot of the
//! next column. So a line whose notes find no room goes there with them.

use super::foot::{EPSILON, Foot, NoteLines};
use crate::pdf::blocks::slab::{After, Slab};
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::Mark;
use std::collections::VecDeque;

/// How far the building has come.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct Progress<'s> {
    /// The first slab that stands nowhere yet, floating ones aside.
    next: usize,
    /// Slabs that wait for the head of a column.
    waiting: VecDeque<usize>,
    /// What is left of the notes that are called in the columns so far.
    owed: VecDeque<NoteLines<'s>>,
}

impl Progress<'_> {
    /// The beginning, at the slab of this place.
    pub(super) fn from(first: usize) -> Self {
        Self { next: first, ..Self::default() }
    }

    pub(super) fn is_done(&self, slabs: &[Slab]) -> bool {
        self.has_all_text(slabs) && self.owed.is_empty()
    }

    fn has_all_text(&self, slabs: &[Slab]) -> bool {
        self.next >= slabs.len() && self.waiting.is_empty()
    }
}

/// A column's marks, counted from its upper left corner.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct Column {
    pub marks: Vec<Mark>,
    pub height: Pt,
}

/// The lengths that columns are built to.
#[derive(Debug, Clone, Copy)]
pub(in crate::pdf) struct Heights {
    /// The room in each column.
    pub column: Pt,
    /// The room in a column of a page without an opening.
    pub whole: Pt,
    /// From one baseline to the next.
    pub grid: Pt,
}

impl Heights {
    /// Whether no column has more room than this one.
    fn is_whole(&self) -> bool {
        self.column + EPSILON >= self.whole
    }
}

/// No more figures than these may wait at once; the text stops rather than run far ahead of them.
const MAX_WAITING_FIGURES: usize = 2;
/// The part of a column that the notes of the column before may take while there is text to stand over them.
const MAX_OWED_SHARE: f32 = 0.5;
/// Fills `count` columns of `height` as far as the slabs reach; the last ones are balanced.
pub(in crate::pdf) fn fill_page<'s>(
    slabs: &'s [Slab],
    progress: &mut Progress<'s>,
    count: usize,
    heights: Heights,
) -> Vec<Column> {
    let Heights { column: height, grid, .. } = heights;
    let finished = |columns: Vec<Placed<'s>>, bottom: Pt| columns.into_iter().map(|c| c.column(bottom)).collect();
    let (columns, reached) = fill_columns(slabs, progress, count, heights);
    if !reached.is_done(slabs) {
        *progress = reached;
        return finished(columns, height);
    }
    let total: Pt = columns.iter().map(Placed::height).sum();
    let mut shorter = (total / count as f32 / grid).floor() * grid;
    while count > 1 && shorter < height - EPSILON {
        let (columns, reached) = fill_columns(slabs, progress, count, Heights { column: shorter, ..heights });
        let fits = columns.iter().all(|column| column.height() <= shorter + EPSILON && !column.is_torn);
        if reached.is_done(slabs) && fits {
            *progress = reached;
            return finished(columns, shorter);
        }
        shorter += grid;
    }
    *progress = reached;
    let tallest = columns.iter().map(Placed::height).fold(0.0, f32::max);
    finished(columns, tallest)
}

/// How many slabs run off the foot of even a whole page; their feet are lost.
pub(in crate::pdf) fn overrunning(slabs: &[Slab], whole: Pt) -> usize {
    let height = |slab: &Slab| slab.height + slab.repeated.as_ref().map_or(0.0, |head| head.height);
    let with_notes = slabs.iter().flat_map(|slab| std::iter::once(slab).chain(slab.notes.iter().flatten()));
    with_notes.filter(|slab| height(slab) > whole + EPSILON).count()
}

fn fill_columns<'s>(
    slabs: &'s [Slab],
    from: &Progress<'s>,
    count: usize,
    heights: Heights,
) -> (Vec<Placed<'s>>, Progress<'s>) {
    let mut progress = from.clone();
    let columns = (0..count).map(|_| {
        let (column, reached) = fill_column(slabs, &progress, heights);
        progress = reached;
        column
    });
    (columns.collect(), progress)
}

/// Fills one column.
fn fill_column<'s>(slabs: &'s [Slab], from: &Progress<'s>, heights: Heights) -> (Placed<'s>, Progress<'s>) {
    let mut progress = from.clone();
    let mut placed = Placed::default();
    placed.begin(&mut progress, slabs, heights);
    while let Some(&waiting) = progress.waiting.front() {
        if !placed.put(slabs, waiting, &mut progress, heights) {
            break;
        }
        progress.waiting.pop_front();
        placed.settle(&mut progress, heights);
    }
    // Where the column may end; at first, nowhere but right here.
    let mut checkpoint = (!placed.stack.is_empty()).then(|| (progress.clone(), placed.clone()));
    while let Some(slab) = slabs.get(progress.next) {
        let must_wait = slab.floats && !progress.waiting.is_empty();
        if must_wait || !placed.put(slabs, progress.next, &mut progress, heights) {
            let may_wait = slab.floats && progress.waiting.len() < MAX_WAITING_FIGURES;
            if !may_wait {
                // Full. What may not be parted from the slab that found no room goes with it.
                if let Some((reached, column)) = checkpoint {
                    (progress, placed) = (reached, column);
                } else {
                    placed.settle(&mut progress, heights);
                    placed.is_torn = true;
                }
                break;
            }
            progress.waiting.push_back(progress.next);
            progress.next += 1;
            continue;
        }
        progress.next += 1;
        if slab.after == After::MayBreak {
            placed.settle(&mut progress, heights);
            checkpoint = Some((progress.clone(), placed.clone()));
        }
    }
    // What the text leaves free is for notes that would go on elsewhere.
    placed.take_owed(&mut progress, heights.column);
    (placed, progress)
}

/// A column under construction.
#[derive(Clone, Default)]
struct Placed<'s> {
    stack: Vec<(Pt, &'s Slab)>,
    end: Pt,
    /// The notes that are called since the column could end last; they stand nowhere yet.
    called: Vec<NoteLines<'s>>,
    foot: Foot<'s>,
    /// Whether the column could end anywhere yet.
    may_end: bool,
    /// Whether it ends where it may not, because what belongs together is taller than the column.
    is_torn: bool,
}

impl<'s> Placed<'s> {
    /// Takes what is left of the notes of the columns before.
    fn begin(&mut self, progress: &mut Progress<'s>, slabs: &[Slab], heights: Heights) {
        let has_text = !progress.has_all_text(slabs);
        self.take_owed(progress, heights.column * if has_text { MAX_OWED_SHARE } else { 1.0 });
        if self.foot.is_empty() {
            self.take_owed(progress, heights.column);
        }
        if self.foot.is_empty()
            && heights.is_whole()
            && let Some(note) = progress.owed.front_mut()
        {
            *note = self.foot.force(note, heights.column);
            progress.owed.retain(|note| !note.is_empty());
        }
    }

    /// Puts the slab of this place under the others if there is room for it and for the notes that it calls, and for the
    /// rest of those that are owed, if it comes to that: notes stand in the order of their calls.
    fn put(&mut self, slabs: &'s [Slab], next: usize, progress: &mut Progress<'s>, heights: Heights) -> bool {
        if self.put_over(slabs, next, !progress.owed.is_empty(), heights) {
            return true;
        }
        if progress.owed.is_empty() {
            return false;
        }
        let (mut placed, mut reached) = (self.clone(), progress.clone());
        placed.take_owed(&mut reached, heights.column);
        let fits = reached.owed.is_empty() && placed.put_over(slabs, next, false, heights);
        if fits {
            (*self, *progress) = (placed, reached);
        }
        fits
    }

    /// Puts a slab over the foot as it is. What finds room in no column is let run over at the head of a whole one, and
    /// its notes go on in the next.
    fn put_over(&mut self, slabs: &'s [Slab], place: usize, owes: bool, heights: Heights) -> bool {
        let Heights { column: height, grid, .. } = heights;
        let slab = &slabs[place];
        let first = self.stack.is_empty();
        // The head of a table is there already if the slab before this one stands right above.
        let above = place.checked_sub(1).map(|before| &slabs[before]);
        let goes_on = self.stack.last().is_some_and(|(_, last)| above.is_some_and(|above| std::ptr::eq(*last, above)));
        let head = if goes_on { None } else { slab.repeated.as_deref() };
        let head_height = head.map_or(0.0, |head| head.height);
        let gap = if first { 0.0 } else { slab.before.max(self.below()) };
        let head_top = self.end + gap;
        let mut top = head_top + head_height;
        let mut slack = 0.0;
        if slab.on_grid {
            let snapped = ((top - EPSILON) / grid).ceil().max(0.0) * grid;
            slack = snapped - top;
            top = snapped;
        }
        let end = top + slab.height;
        let known = self.called.len();
        self.called.extend(slab.notes.iter().map(Vec::as_slice));
        let room = height - end;
        let notes_fit = self.called.is_empty() || !owes && self.foot.has_room_for(&self.called, room);
        let fits = end + self.foot.height() <= height + EPSILON && notes_fit;
        let hopeless =
            !self.may_end && heights.is_whole() && self.foot.is_empty() && (first || end <= height + EPSILON);
        if !fits && !hopeless {
            self.called.truncate(known);
            return false;
        }
        // A figure between two texts shares out above and below what the grid leaves.
        if let [.., _, (above, figure)] = self.stack.as_mut_slice()
            && figure.floats
        {
            *above += slack / 2.0;
        }
        if let Some(head) = head {
            self.stack.push((head_top, head));
        }
        self.stack.push((top, slab));
        self.end = end;
        true
    }

    /// The column may end here: the notes that are called so far take their places, and what finds none is owed.
    fn settle(&mut self, progress: &mut Progress<'s>, heights: Heights) {
        self.may_end = true;
        if !self.called.is_empty() {
            progress.owed.extend(self.called.drain(..));
            self.take_owed(progress, heights.column);
        }
    }

    /// Takes as much of the notes that are owed as there is room for under the text of a column of this height.
    fn take_owed(&mut self, progress: &mut Progress<'s>, height: Pt) {
        while let Some(note) = progress.owed.front_mut() {
            *note = self.foot.take(note, height - self.end);
            if !note.is_empty() {
                break;
            }
            progress.owed.pop_front();
        }
    }

    /// The space that the lowest slab asks for.
    fn below(&self) -> Pt {
        self.stack.last().map_or(0.0, |(_, slab)| slab.below)
    }

    /// The least height that it all stands in.
    fn height(&self) -> Pt {
        self.end + self.foot.height()
    }

    /// The column whose notes end at `bottom`.
    fn column(self, bottom: Pt) -> Column {
        let mut marks = Vec::new();
        for (top, slab) in self.stack {
            marks.extend(slab.marks.iter().map(|mark| Mark { y: mark.y + top, ..mark.clone() }));
        }
        marks.extend(self.foot.marks(bottom));
        Column { marks, height: if self.foot.is_empty() { self.end } else { bottom } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::mark::{Anchor, AnchorKind, MarkKind};
    use crate::pdf::structure::Role;

    /// A slab that can be found again by its name.
    fn slab(name: &str, height: Pt, after: After) -> Slab {
        let anchor = Anchor { name: name.into(), what: AnchorKind::Spot };
        let mark = Mark { x: 0.0, y: 0.0, role: Role::Furniture, kind: MarkKind::Anchor(anchor) };
        Slab { after, ..Slab::new(height, vec![mark]) }
    }

    fn lines(count: usize) -> Vec<Slab> {
        (0..count).map(|n| Slab { on_grid: true, ..slab(&n.to_string(), 10.0, After::MayBreak) }).collect()
    }

    fn pages(slabs: &[Slab], count: usize, height: Pt) -> Vec<Vec<String>> {
        let mut progress = Progress::default();
        let mut all = Vec::new();
        while !progress.is_done(slabs) {
            for column in fill_page(slabs, &mut progress, count, Heights { column: height, whole: height, grid: 10.0 })
            {
                let names = column.marks.iter().map(|mark| match &mark.kind {
                    MarkKind::Anchor(anchor) => anchor.name.to_string(),
                    _ => String::new(),
                });
                all.push(names.collect());
            }
        }
        all
    }

    #[test]
    fn a_heading_goes_with_the_lines_under_it() {
        let mut slabs = lines(9);
        slabs.insert(4, slab("heading", 10.0, After::Together));
        let columns = pages(&slabs, 1, 50.0);
        assert_eq!(columns[0], ["0", "1", "2", "3"]);
        assert_eq!(columns[1][0], "heading");
    }

    #[test]
    fn a_figure_without_room_floats_to_the_next_head_and_text_goes_on() {
        let mut slabs = lines(8);
        slabs.insert(3, Slab { floats: true, ..slab("figure", 30.0, After::MayBreak) });
        let columns = pages(&slabs, 1, 50.0);
        assert_eq!(columns[0], ["0", "1", "2", "3", "4"]);
        assert_eq!(columns[1], ["figure", "5", "6"]);
    }

    #[test]
    fn the_last_columns_are_balanced() {
        let columns = pages(&lines(14), 2, 50.0);
        assert_eq!(columns.iter().map(Vec::len).collect::<Vec<_>>(), [5, 5, 2, 2]);
    }

    #[test]
    fn what_belongs_together_is_not_torn_to_balance_columns() {
        let mut slabs = lines(3);
        slabs.iter_mut().take(2).for_each(|slab| slab.after = After::Together);
        assert_eq!(pages(&slabs, 3, 50.0)[0], ["0", "1", "2"]);
    }

    #[test]
    fn the_head_of_a_table_is_set_again_over_its_rest() {
        let head = std::sync::Arc::new(slab("head", 10.0, After::Together));
        let mut slabs = lines(7);
        slabs.iter_mut().for_each(|slab| slab.repeated = Some(head.clone()));
        let columns = pages(&slabs, 1, 40.0);
        assert!(columns.iter().all(|column| column[0] == "head"), "{columns:?}");
    }

    #[test]
    fn the_head_of_a_table_is_set_again_under_a_figure_that_stands_over_its_rest() {
        let head = std::sync::Arc::new(slab("head", 10.0, After::Together));
        let figure = Slab { floats: true, ..slab("figure", 38.0, After::MayBreak) };
        let mut slabs = vec![slab("text", 30.0, After::MayBreak), figure, Slab::clone(&head)];
        slabs.extend(lines(4).into_iter().map(|line| Slab { repeated: Some(head.clone()), ..line }));
        let columns = pages(&slabs, 1, 60.0);
        assert_eq!(columns, [vec!["text", "head", "0", "1"], vec!["figure", "head", "2"], vec!["head", "3"]]);
    }

    /// Text lines of which those in `calls` call a note of so many lines.
    fn lines_with_notes(count: usize, calls: &[(usize, usize)]) -> Vec<Slab> {
        let mut slabs = lines(count);
        let rule = std::sync::Arc::new(Slab::new(5.0, vec![]));
        for (number, (at, length)) in calls.iter().enumerate() {
            let note = (0..*length).map(|line| {
                let lone = *length > 1 && (line == 0 || line + 2 == *length);
                let after = if lone { After::Together } else { After::MayBreak };
                let line = slab(&format!("note{number}.{line}"), 5.0, after);
                Slab { repeated: Some(rule.clone()), ..line }
            });
            slabs[*at].notes.push(note.collect());
        }
        slabs
    }

    #[test]
    fn a_note_stands_at_the_foot_of_the_column_in_which_it_is_called() {
        let columns = pages(&lines_with_notes(9, &[(1, 2), (5, 1)]), 1, 50.0);
        assert_eq!(columns[0], ["0", "1", "2", "note0.0", "note0.1"]);
        assert_eq!(columns[1], ["3", "4", "5", "6", "note1.0"]);
        assert_eq!(columns[2], ["7", "8"]);
    }

    #[test]
    fn a_line_goes_on_with_its_note_rather_than_without_it() {
        let columns = pages(&lines_with_notes(6, &[(4, 2)]), 1, 50.0);
        assert_eq!(columns[0], ["0", "1", "2", "3"]);
        assert_eq!(columns[1], ["4", "5", "note0.0", "note0.1"]);
    }

    #[test]
    fn a_long_note_goes_on_at_the_next_foot_and_parts_no_lone_line() {
        let columns = pages(&lines_with_notes(12, &[(2, 7)]), 1, 50.0);
        assert_eq!(columns[0], ["0", "1", "2", "note0.0", "note0.1", "note0.2"]);
        assert_eq!(columns[1], ["3", "4", "note0.3", "note0.4", "note0.5", "note0.6"]);
    }

    #[test]
    fn no_note_is_lost_however_many_and_long_they_are() {
        for (length, calls) in [(300, 1), (1, 40), (9, 9), (30, 3)] {
            for count in [1, 2, 3] {
                let calls: Vec<(usize, usize)> = (0..calls).map(|n| (n / 3, length)).collect();
                let columns = pages(&lines_with_notes(20, &calls), count, 50.0);
                let set: Vec<&String> = columns.iter().flatten().filter(|name| name.starts_with("note")).collect();
                assert_eq!(set.len(), calls.len() * length);
                assert!(columns.iter().all(|column| column.len() <= 10), "{columns:?}");
            }
        }
    }

    #[test]
    fn balanced_columns_have_their_notes_at_one_height() {
        let slabs = lines_with_notes(8, &[(0, 1), (6, 1)]);
        let heights = Heights { column: 100.0, whole: 100.0, grid: 10.0 };
        let columns = fill_page(&slabs, &mut Progress::default(), 2, heights);
        assert_eq!(columns.iter().map(|column| column.height).collect::<Vec<_>>(), [50.0, 50.0]);
    }

    #[test]
    fn a_slab_taller_than_the_column_still_finds_its_place() {
        let slabs = [slab("tall", 90.0, After::MayBreak), slab("next", 10.0, After::MayBreak)];
        assert_eq!(pages(&slabs, 1, 50.0), [vec!["tall"], vec!["next"]]);
        assert_eq!(overrunning(&slabs, 50.0), 1);
    }
}
