//! Building columns of slabs: where each column ends, what floats, and how the last columns are balanced.

use crate::pdf::blocks::slab::{After, Slab};
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::Mark;
use std::collections::VecDeque;

/// How far the building has come.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct Progress {
    /// The first slab that stands nowhere yet, floating ones aside.
    next: usize,
    /// Slabs that wait for the head of a column.
    waiting: VecDeque<usize>,
}

impl Progress {
    /// The beginning, at the slab of this place.
    pub fn from(first: usize) -> Self {
        Self { next: first, ..Self::default() }
    }

    pub fn is_done(&self, slabs: &[Slab]) -> bool {
        self.next >= slabs.len() && self.waiting.is_empty()
    }
}

/// A column's marks, counted from its upper left corner.
#[derive(Debug, Clone, Default)]
pub(in crate::pdf) struct Column {
    pub marks: Vec<Mark>,
    pub height: Pt,
    /// Whether it ends where it may not, because what belongs together is taller than the column.
    is_torn: bool,
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

/// No more figures than these may wait at once; the text stops rather than run far ahead of them.
const MOST_WAITING: usize = 2;
/// Lengths that differ by less are the same.
const HAIR: Pt = 0.01;

/// Fills `count` columns of `height` as far as the slabs reach; the last ones are balanced.
pub(in crate::pdf) fn fill_page(
    slabs: &[Slab],
    progress: &mut Progress,
    count: usize,
    heights: Heights,
) -> Vec<Column> {
    let Heights { column: height, grid, .. } = heights;
    let (columns, reached) = fill_columns(slabs, progress, count, heights);
    if !reached.is_done(slabs) || count == 1 {
        *progress = reached;
        return columns;
    }
    let total: Pt = columns.iter().map(|column| column.height).sum();
    let mut shorter = (total / count as f32 / grid).floor() * grid;
    while shorter < height - HAIR {
        let (columns, reached) = fill_columns(slabs, progress, count, Heights { column: shorter, ..heights });
        let fits = columns.iter().all(|column| column.height <= shorter + HAIR && !column.is_torn);
        if reached.is_done(slabs) && fits {
            *progress = reached;
            return columns;
        }
        shorter += grid;
    }
    *progress = reached;
    columns
}

/// How many slabs run off the foot of even a whole page; their feet are lost.
pub(in crate::pdf) fn overrunning(slabs: &[Slab], whole: Pt) -> usize {
    let height = |slab: &Slab| slab.height + slab.repeated.as_ref().map_or(0.0, |head| head.height);
    slabs.iter().filter(|slab| height(slab) > whole + HAIR).count()
}

fn fill_columns(slabs: &[Slab], from: &Progress, count: usize, heights: Heights) -> (Vec<Column>, Progress) {
    let mut progress = from.clone();
    let columns = (0..count).map(|_| {
        let (column, reached) = fill_column(slabs, &progress, heights);
        progress = reached;
        column
    });
    (columns.collect(), progress)
}

/// Fills one column.
fn fill_column(slabs: &[Slab], from: &Progress, heights: Heights) -> (Column, Progress) {
    let mut progress = from.clone();
    let mut placed = Placed::default();
    while let Some(&waiting) = progress.waiting.front() {
        if !placed.put(slabs, waiting, heights) {
            break;
        }
        progress.waiting.pop_front();
    }
    // Where the column may end; at first, nowhere but right here.
    let mut checkpoint = (!placed.stack.is_empty()).then(|| (progress.clone(), placed.stack.len(), placed.end));
    while let Some(slab) = slabs.get(progress.next) {
        let must_wait = slab.floats && !progress.waiting.is_empty();
        if must_wait || !placed.put(slabs, progress.next, heights) {
            let may_wait = slab.floats && progress.waiting.len() < MOST_WAITING;
            if !may_wait {
                // Full. What may not be parted from the slab that found no room goes with it.
                let Some((reached, count, end)) = checkpoint else {
                    return (Column { is_torn: true, ..placed.column() }, progress);
                };
                placed.stack.truncate(count);
                placed.end = end;
                return (placed.column(), reached);
            }
            progress.waiting.push_back(progress.next);
            progress.next += 1;
            continue;
        }
        progress.next += 1;
        if slab.after == After::MayBreak {
            checkpoint = Some((progress.clone(), placed.stack.len(), placed.end));
        }
    }
    (placed.column(), progress)
}

/// The slabs of a column so far.
#[derive(Default)]
struct Placed<'s> {
    stack: Vec<(Pt, &'s Slab)>,
    end: Pt,
}

impl<'s> Placed<'s> {
    /// Puts a slab under the others if there is room. One that is too tall for any column is let run over at
    /// the head of a whole one.
    fn put(&mut self, slabs: &'s [Slab], place: usize, heights: Heights) -> bool {
        let Heights { column: height, whole, grid } = heights;
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
            let snapped = ((top - HAIR) / grid).ceil().max(0.0) * grid;
            slack = snapped - top;
            top = snapped;
        }
        let hopeless = first && height + HAIR >= whole;
        if !hopeless && top + slab.height > height + HAIR {
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
        self.end = top + slab.height;
        true
    }

    /// The space that the lowest slab asks for.
    fn below(&self) -> Pt {
        self.stack.last().map_or(0.0, |(_, slab)| slab.below)
    }

    fn column(self) -> Column {
        let mut marks = Vec::new();
        for (top, slab) in self.stack {
            marks.extend(slab.marks.iter().map(|mark| Mark { y: mark.y + top, ..mark.clone() }));
        }
        Column { marks, height: self.end, is_torn: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::mark::{Anchor, AnchorKind, MarkKind, Role};

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

    #[test]
    fn a_slab_taller_than_the_column_still_finds_its_place() {
        let slabs = [slab("tall", 90.0, After::MayBreak), slab("next", 10.0, After::MayBreak)];
        assert_eq!(pages(&slabs, 1, 50.0), [vec!["tall"], vec!["next"]]);
        assert_eq!(overrunning(&slabs, 50.0), 1);
    }
}
