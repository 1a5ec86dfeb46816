//! The notes under an article. A reading system shows them beside their marks; an old one, where they stand.

use super::Setter;
use super::blocks::Room;
use super::markup::{Markup, Tag};
use crate::article::{Block, Note, NoteId};

/// What a note is called inside its article's file.
pub(super) fn note_anchor(note: NoteId) -> String {
    format!("note-{}", note.number())
}

/// What a reference to a note is called: "reference-3", and "reference-3-2" where it is the second to that note.
pub(super) fn reference_anchor(note: NoteId, time: usize) -> String {
    match time {
        1 => format!("reference-{}", note.number()),
        time => format!("reference-{}-{time}", note.number()),
    }
}

impl Setter<'_> {
    pub(super) fn notes(&mut self, notes: &[Note]) -> Markup {
        let mut out = Markup::default();
        for (place, note) in notes.iter().enumerate() {
            let id = NoteId(place);
            let tag = Tag::new("aside").class("note").meaning("footnote", "doc-footnote").id(note_anchor(id));
            out.element(tag, |out| self.note(out, id, note));
            out.line();
        }
        out
    }

    /// The note's number stands at the head of its first paragraph and leads back to the text.
    fn note(&mut self, out: &mut Markup, id: NoteId, note: &Note) {
        let (first, rest) = match note.content.split_first() {
            Some((Block::Paragraph(first), rest)) => (first.as_slice(), rest),
            _ => ([].as_slice(), note.content.as_slice()),
        };
        out.element(Tag::new("p"), |out| {
            self.number(out, id);
            out.text(" ");
            self.inlines(out, first);
        });
        self.blocks(out, rest, Room::Column);
    }

    fn number(&self, out: &mut Markup, id: NoteId) {
        let number = format!("{}.", id.number());
        let was_referred_to = self.references_set.get(id.0).is_some_and(|times| *times > 0);
        if was_referred_to {
            let back = format!("#{}", reference_anchor(id, 1));
            out.words(Tag::new("a").with("role", "doc-backlink").with("href", back), &number);
        } else {
            out.text(&number);
        }
    }
}
