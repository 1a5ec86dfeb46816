//! What each inline becomes.

use super::Setter;
use super::links::address;
use super::markup::{Markup, Tag};
use super::notes::{note_anchor, reference_anchor};
use crate::article::{Inline, NoteId};

/// Whether the words stand inside a link, in which no other may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Linked {
    Not,
    Already,
}

impl Setter<'_> {
    pub(super) fn inlines(&mut self, out: &mut Markup, inlines: &[Inline]) {
        self.run(out, inlines, Linked::Not);
    }

    fn run(&mut self, out: &mut Markup, inlines: &[Inline], linked: Linked) {
        for inline in inlines {
            self.inline(out, inline, linked);
        }
    }

    fn inline(&mut self, out: &mut Markup, inline: &Inline, linked: Linked) {
        match inline {
            Inline::Text(words) => out.text(words),
            Inline::Emphasis(content) => self.styled(out, "em", content, linked),
            Inline::Strong(content) => self.styled(out, "strong", content, linked),
            Inline::Strikethrough(content) => self.styled(out, "s", content, linked),
            Inline::Superscript(content) => self.styled(out, "sup", content, linked),
            Inline::Subscript(content) => self.styled(out, "sub", content, linked),
            Inline::Code(words) => out.words(Tag::new("code"), words),
            Inline::Link { target, content } => match linked {
                Linked::Not => {
                    let tag = Tag::new("a").with("href", address(target));
                    out.element(tag, |out| self.run(out, content, Linked::Already));
                }
                Linked::Already => self.run(out, content, linked),
            },
            Inline::NoteReference(note) => self.note_reference(out, *note, linked),
            Inline::LineBreak => out.empty(Tag::new("br")),
        }
    }

    fn styled(&mut self, out: &mut Markup, name: &'static str, content: &[Inline], linked: Linked) {
        out.element(Tag::new(name), |out| self.run(out, content, linked));
    }

    /// A mark that leads to its note; the bare number where it can lead nowhere.
    fn note_reference(&mut self, out: &mut Markup, note: NoteId, linked: Linked) {
        let number = note.number().to_string();
        let set = self.references_set.get_mut(note.0).filter(|_| linked == Linked::Not);
        out.element(Tag::new("sup"), |out| match set {
            Some(set) => {
                *set += 1;
                let tag = Tag::new("a")
                    .class("noteref")
                    .meaning("noteref", "doc-noteref")
                    .id(reference_anchor(note, *set))
                    .with("href", format!("#{}", note_anchor(note)));
                out.words(tag, &number);
            }
            None => out.text(&number),
        });
    }
}
