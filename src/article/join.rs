//! The parts of an article, saved one by one, made one again.

use super::{Article, Block, Extent, Inline, Moment, NoteId, Parts, plain_text};
use std::collections::BTreeSet;

/// How many blocks at the head of a part may repeat what stood on the one before: headline, standfirst, picture.
const REPEATED_AT_MOST: usize = 8;

impl Article {
    /// Whether `next` is the part that follows this one.
    pub fn is_followed_by(&self, next: &Article) -> bool {
        match (&self.extent, &next.extent) {
            (Extent::Parts(one), Extent::Parts(other)) => {
                one.beginning == other.beginning && other.first == one.last + 1
            }
            _ => false,
        }
    }

    /// Puts the part that follows this one behind it. What it repeats at its head goes; its notes are counted on.
    pub fn append(&mut self, mut next: Article) {
        let (Extent::Parts(one), Extent::Parts(other)) = (&self.extent, next.extent) else { return };
        let parts = Parts { last: other.last, of: one.of.max(other.of), next: other.next, ..one.clone() };
        // Several references may point to one note: each is moved where it stands.
        let by = self.notes.len();
        let in_body = next.body.iter_mut();
        in_body.chain(next.notes.iter_mut().flat_map(|note| &mut note.content)).for_each(|block| count_on(block, by));
        let repeated = self.repeated_by(&next.body);
        self.body.extend(next.body.into_iter().skip(repeated));
        self.notes.append(&mut next.notes);
        self.modified = latest(self.modified, next.modified);
        self.extent = if parts.first == 1 && parts.next.is_none() { Extent::Whole } else { Extent::Parts(parts) };
    }

    /// How many blocks at the head of `body` this article has already.
    fn repeated_by(&self, body: &[Block]) -> usize {
        let said = |block: &Block| plain_text(std::slice::from_ref(block)).to_lowercase();
        let mut known: BTreeSet<String> = self.body.iter().map(said).collect();
        known.extend(
            [Some(&self.headline), self.standfirst.as_ref()].into_iter().flatten().map(|text| text.to_lowercase()),
        );
        let pictures: Vec<_> = self.figures().into_iter().map(|figure| figure.picture.published().clone()).collect();
        let is_known = |block: &&Block| match block {
            Block::Figure(figure) => pictures.contains(figure.picture.published()),
            Block::Rule => true,
            block => known.contains(&said(block)),
        };
        body.iter().take(REPEATED_AT_MOST).take_while(is_known).count()
    }
}

fn latest(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.date() > one.date() { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// Moves every reference to a note by `by`.
fn count_on(block: &mut Block, by: usize) {
    match block {
        Block::Paragraph(line) | Block::Heading { content: line, .. } => in_line(line, by),
        Block::Quote(quote) | Block::PullQuote(quote) => {
            quote.content.iter_mut().for_each(|block| count_on(block, by));
            in_line(&mut quote.attribution, by);
        }
        Block::List(list) => list.items.iter_mut().flatten().for_each(|block| count_on(block, by)),
        Block::Table(table) => {
            in_line(&mut table.caption, by);
            let cells = table.head.iter_mut().chain(&mut table.body).flat_map(|row| &mut row.cells);
            cells.flat_map(|cell| &mut cell.content).for_each(|block| count_on(block, by));
        }
        Block::Figure(figure) => in_line(&mut figure.caption, by),
        Block::Code(_) | Block::Rule => {}
    }
}

fn in_line(line: &mut [Inline], by: usize) {
    for inline in line {
        match inline {
            Inline::NoteReference(note) => *note = NoteId(note.0 + by),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Link { content, .. } => in_line(content, by),
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Byline, Note};
    use url::Url;

    fn part(number: u32, next: Option<&str>, lines: &[&str]) -> Article {
        let url = |path: &str| Url::parse(&format!("https://courier.example{path}")).unwrap();
        let paragraph = |line: &&str| Block::Paragraph(vec![Inline::text(*line), Inline::NoteReference(NoteId(0))]);
        let parts = Parts { first: number, last: number, of: None, next: next.map(url), beginning: url("/a") };
        Article {
            headline: "Tides".into(),
            standfirst: None,
            byline: Byline::default(),
            published: None,
            modified: None,
            site: None,
            section: None,
            url: None,
            language: None,
            body: lines.iter().map(paragraph).collect(),
            notes: vec![Note { content: Vec::new() }],
            extent: Extent::Parts(parts),
        }
    }

    #[test]
    fn parts_are_put_behind_one_another_without_what_they_repeat() {
        let mut first = part(1, Some("/a/2"), &["One.", "Two."]);
        let second = part(2, None, &["Tides", "Two.", "Three.", "One."]);
        assert!(first.is_followed_by(&second) && !second.is_followed_by(&first));
        first.append(second);
        assert_eq!(plain_text(&first.body), "One.\n\nTwo.\n\nThree.\n\nOne.");
        assert_eq!(first.extent, Extent::Whole);
        assert_eq!(first.notes.len(), 2);
        let Some(Block::Paragraph(last)) = first.body.last() else { panic!() };
        assert_eq!(last[1], Inline::NoteReference(NoteId(1)));
    }
}
