//! Parts: an article that its site spreads over several pages.

use super::{Article, Block, Extent, Inline, NoteId, plain_text};

impl Article {
    /// Adds the part that comes after this one: its text, without what every page says again, and its notes.
    ///
    /// Everything else is known from the first part. If all parts are here then, it is whole.
    pub fn continue_with(&mut self, mut next: Article) {
        let notes_before = self.notes.len();
        shift_notes(&mut next.body, notes_before);
        next.notes.iter_mut().for_each(|note| shift_notes(&mut note.content, notes_before));
        let opening = next.body.iter().take(OPENING).take_while(|block| self.has_said(block)).count();
        self.body.extend(next.body.into_iter().skip(opening));
        self.notes.append(&mut next.notes);
        if let Extent::Parts(parts) = &mut self.extent {
            let added = next.extent.parts();
            parts.last = added.map_or(parts.last + 1, |added| added.last);
            parts.of = parts.of.max(added.and_then(|added| added.of));
            parts.next = added.and_then(|added| added.next.clone());
            if parts.are_all() {
                // The last part may itself be the beginning of what only some may read.
                self.extent = if next.extent == Extent::Beginning { Extent::Beginning } else { Extent::Whole };
            }
        }
    }

    /// Whether `block`, which opens another part, is what opens the first: headline, standfirst, lead picture.
    fn has_said(&self, block: &Block) -> bool {
        match block {
            Block::Figure(figure) => {
                let lead = self.figures().into_iter().next();
                lead.is_some_and(|lead| lead.picture.published() == figure.picture.published())
            }
            Block::Heading { .. } | Block::Paragraph(_) => {
                let words = |block: &Block| plain_text(std::slice::from_ref(block));
                let said = words(block);
                let opening = self.body.iter().take(OPENING).any(|first| words(first) == said);
                opening || said == self.headline || self.standfirst.as_ref() == Some(&said)
            }
            _ => false,
        }
    }
}

/// How many blocks at the top of a further part may be those that every page has.
const OPENING: usize = 4;

fn shift_notes(blocks: &mut [Block], by: usize) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => shift_references(content, by),
            Block::Quote(quote) | Block::PullQuote(quote) => {
                shift_notes(&mut quote.content, by);
                shift_references(&mut quote.attribution, by);
            }
            Block::List(list) => list.items.iter_mut().for_each(|item| shift_notes(item, by)),
            Block::Table(table) => {
                shift_references(&mut table.caption, by);
                let cells = table.head.iter_mut().chain(&mut table.body).flat_map(|row| &mut row.cells);
                cells.for_each(|cell| shift_notes(&mut cell.content, by));
            }
            Block::Figure(figure) => shift_references(&mut figure.caption, by),
            Block::Code(_) | Block::Rule | Block::Embed(_) => {}
        }
    }
}

fn shift_references(inlines: &mut [Inline], by: usize) {
    for inline in inlines {
        match inline {
            Inline::NoteReference(NoteId(note)) => *note += by,
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Link { content, .. } => shift_references(content, by),
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Note;
    use crate::article::Parts;
    use url::Url;

    fn part(number: usize, next: Option<&str>) -> Extent {
        let next = next.map(|next| Url::parse(next).unwrap());
        Extent::Parts(Parts {
            first: number,
            last: number,
            of: Some(2),
            whole: "tollbridge.example/locks".into(),
            next,
        })
    }

    fn paragraph(words: &str) -> Block {
        Block::Paragraph(vec![Inline::text(words)])
    }

    #[test]
    fn the_second_part_goes_on_where_the_first_ends() {
        let noted = |words: &str| Block::Paragraph(vec![Inline::text(words), Inline::NoteReference(NoteId(0))]);
        let note = |words: &str| Note { content: vec![paragraph(words)] };
        let mut first = Article {
            standfirst: Some("Nine gates.".into()),
            body: vec![noted("The first gate.")],
            notes: vec![note("Of oak.")],
            extent: part(1, Some("https://tollbridge.example/locks/2")),
            ..Article::headed("The Locks")
        };
        let second = Article {
            body: vec![paragraph("Nine gates."), noted("The second gate.")],
            notes: vec![note("Of elm.")],
            extent: part(2, None),
            ..Article::headed("The Locks")
        };
        first.continue_with(second);
        assert_eq!(first.extent, Extent::Whole);
        assert_eq!(first.notes.len(), 2);
        assert_eq!(first.body.len(), 2, "the standfirst is not said again");
        let Block::Paragraph(last) = &first.body[1] else { panic!("{:?}", first.body) };
        assert_eq!(last[1], Inline::NoteReference(NoteId(1)));
    }
}
