//! Notes: each goes with the slab that is the first to call it, to be set at the foot of the same column. What is called
//! nowhere stands at the article's end, and so do all notes if the theme wants them there.

use super::slab::{After, Slab, rule};
use super::{Composer, Place};
use crate::article::{Block, Note, NoteId};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::theme::NotePlace;
use crate::pdf::mark::{Anchor, AnchorKind, Mark, MarkKind};
use crate::pdf::setting::inlines::note_name;
use crate::pdf::setting::text::Target;
use crate::pdf::structure::Kind;
use crate::pdf::structure::Role;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// Between two notes.
const BETWEEN: Pt = 1.5;
/// A note of no more slabs than these is never torn.
const SHORT: usize = 4;
/// How long the rule over the notes is, and how far it stands over the first of them.
const RULE_WIDTH: Pt = 36.0;
const ABOVE_NOTES: Pt = 4.0;

/// The notes of an article, and how far they are set.
pub(super) struct Notes<'a> {
    notes: &'a [Note],
    /// The names of the places that the calls lead to.
    names: BTreeMap<String, NoteId>,
    progress: Vec<Progress>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Progress {
    is_called: bool,
    is_set: bool,
}

impl<'a> Notes<'a> {
    /// Those of the article whose destinations begin with `prefix`.
    pub(super) fn of(notes: &'a [Note], prefix: &str) -> Self {
        let ids = (0..notes.len()).map(NoteId);
        let names = ids.map(|id| (note_name(prefix, id), id)).collect();
        Self { notes, names, progress: vec![Progress::default(); notes.len()] }
    }

    /// The notes that the slab calls, in its order. Each call becomes a place that its note leads back to.
    fn called_in(&mut self, slab: &mut Slab, prefix: &str) -> Vec<NoteId> {
        let mut called = Vec::new();
        let mut places = Vec::new();
        for mark in &slab.marks {
            if let MarkKind::Link { target: Target::Inside(name), .. } = &mark.kind
                && let Some(&id) = self.names.get(&**name)
            {
                called.push(id);
                self.progress[id.0].is_called = true;
                let anchor = Anchor { name: call_name(prefix, id), what: AnchorKind::Spot };
                places.push(Mark { role: Role::Furniture, kind: MarkKind::Anchor(anchor), ..*mark });
            }
        }
        slab.marks.append(&mut places);
        called
    }
}

impl Composer<'_, '_> {
    /// Sets the blocks of the body, and after each the notes that it is the first to call; `called` are those that are
    /// called over it.
    pub(crate) fn body_blocks(&mut self, blocks: &[Block], place: Place, mut called: Vec<NoteId>) {
        for block in blocks {
            let first = self.slabs.len();
            self.block(block, place);
            let mut slabs = self.slabs.split_off(first);
            for slab in &mut slabs {
                called.append(&mut self.note_calls(slab));
                if self.theme.notes.place == NotePlace::Foot {
                    slab.notes = self.notes_at_foot(std::mem::take(&mut called), place.width);
                }
            }
            self.slabs.append(&mut slabs);
        }
    }

    /// The notes that the slab calls; their calls become places that are led to.
    pub(crate) fn note_calls(&mut self, slab: &mut Slab) -> Vec<NoteId> {
        self.notes.called_in(slab, &self.prefix)
    }

    /// Those of the notes that are not set yet, and those that they call in their turn.
    fn notes_at_foot(&mut self, called: Vec<NoteId>, width: Pt) -> Vec<Vec<Slab>> {
        if called.is_empty() {
            return Vec::new();
        }
        let mut called = VecDeque::from(called);
        let rule = Arc::new(self.rule_over_notes(width));
        let mut set = Vec::new();
        while let Some(id) = called.pop_front() {
            if self.notes.progress[id.0].is_set {
                continue;
            }
            let mut lines = self.note(id, width);
            let is_short = lines.len() <= SHORT;
            for line in &mut lines {
                called.extend(self.note_calls(line));
                line.repeated = Some(Arc::clone(&rule));
                if is_short {
                    line.after = After::Together;
                }
            }
            set.push(lines);
        }
        set
    }

    /// What parts the notes at the foot of a column from the text: a line's space with a short rule in it.
    fn rule_over_notes(&self, width: Pt) -> Slab {
        let height = self.theme.grid.leading;
        let x = self.body(width).at(0.0, RULE_WIDTH);
        Slab::new(height, vec![rule(x, height - ABOVE_NOTES, RULE_WIDTH, 0.5, self.theme.colours.ink)])
    }

    /// Whether there are notes that are not set yet.
    pub(crate) fn has_notes_left(&self) -> bool {
        self.notes.progress.iter().any(|note| !note.is_set)
    }

    /// Sets the notes that stand nowhere yet.
    pub(crate) fn notes_left(&mut self, width: Pt) {
        for id in (0..self.notes.notes.len()).map(NoteId) {
            if !self.notes.progress[id.0].is_set {
                let mut lines = self.note(id, width);
                for line in &mut lines {
                    self.note_calls(line);
                }
                self.append(lines, BETWEEN);
            }
        }
    }

    /// A note in lines, its number before the first, from which a reader gets back to its call.
    fn note(&mut self, id: NoteId, width: Pt) -> Vec<Slab> {
        self.notes.progress[id.0].is_set = true;
        let note = &self.notes.notes[id.0];
        let style = self.theme.styles.note;
        let inset = self.number_inset(self.notes.notes.len(), style);
        let whole = Place { style, ..self.body(width) };
        let (inner, _) = whole.inset(inset);
        let back = self.notes.progress[id.0].is_called.then(|| Target::Inside(call_name(&self.prefix, id)));
        self.tree.open(Kind::Note);
        let label = self.number_label(id.number(), style, back);
        let opens = self.opens;
        let mut slabs = self.aside(|composer| composer.blocks(&note.content, inner));
        self.opens = opens;
        self.tree.close();
        if slabs.is_empty() {
            // A note without words has its number at least, so that its call leads somewhere.
            slabs.push(Slab::new(style.leading, Vec::new()));
        }
        self.put_number(&mut slabs, &label, whole, inset);
        let anchor = Anchor { name: note_name(&self.prefix, id).into(), what: AnchorKind::Spot };
        slabs[0].marks.push(Mark { x: 0.0, y: 0.0, role: Role::Furniture, kind: MarkKind::Anchor(anchor) });
        slabs[0].before = BETWEEN;
        slabs
    }
}

/// The name of the place where a note is called.
fn call_name(prefix: &str, note: NoteId) -> Arc<str> {
    format!("{prefix}-call-{}", note.number()).into()
}
