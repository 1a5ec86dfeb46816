//! Footnotes: the marks in the text, and the notes they point to.

use super::Walker;
use crate::article::{Block, Inline, Note, NoteId};
use crate::clean::body::Body;
use crate::clean::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// The marks of one body and their notes, found before the body is walked.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The element that is a mark (the `a`, or the `sup` around it), and its note.
    references: BTreeMap<usize, NoteId>,
    /// The elements that are notes, in the order of their first marks.
    targets: Vec<usize>,
    /// Their places in that order.
    numbers: BTreeMap<usize, NoteId>,
    ways_back: BTreeSet<usize>,
}

/// "[12]", "*", "†", "note".
const LONGEST_MARK: usize = 6;

impl Marks {
    pub fn find(tree: &Tree, body: &Body) -> Self {
        let mut marks = Self::default();
        for part in &body.parts {
            let mut at = *part;
            while at < tree.node(*part).end {
                // A script may hide a mark behind a button of its own.
                let target = target_of(tree, at);
                if body.leaves_out(at) && target.is_none() {
                    at = tree.node(at).end;
                    continue;
                }
                if let Some(target) = target {
                    marks.add(mark_around(tree, at), target);
                    marks.take_ways_back(tree, at, target);
                } else if is_in_margin(tree, at) {
                    marks.add(at, at);
                }
                at += 1;
            }
        }
        marks
    }

    fn add(&mut self, mark: usize, target: usize) {
        let note = *self.numbers.entry(target).or_insert_with(|| {
            self.targets.push(target);
            NoteId(self.targets.len() - 1)
        });
        self.references.insert(mark, note);
    }

    /// The links in a note that lead back to its marks say nothing: numbers, letters, arrows.
    fn take_ways_back(&mut self, tree: &Tree, mark: usize, note: usize) {
        for at in tree.within(note).filter(|at| tree.name(*at) == "a") {
            let id = tree.attribute(at, "href").and_then(|href| href.strip_prefix('#'));
            let leads_back = id.is_some_and(|id| match tree.place_of_id(id) {
                Some(place) => place < note,
                // A mark may have lost its name.
                None => at > mark && id.contains("ref"),
            });
            if leads_back && tree.text(at, |_| false).chars().count() <= LONGEST_MARK {
                self.ways_back.insert(at);
            }
        }
    }

    pub fn reference_at(&self, place: usize) -> Option<NoteId> {
        self.references.get(&place).copied()
    }

    /// True for an element that has become a note.
    pub fn takes_away(&self, place: usize) -> bool {
        self.numbers.contains_key(&place) || self.ways_back.contains(&place)
    }

    pub fn targets(&self) -> impl Iterator<Item = usize> + '_ {
        self.targets.iter().copied()
    }
}

/// The note that the link at `place` marks, if it is the mark of one.
fn target_of(tree: &Tree, place: usize) -> Option<usize> {
    if tree.name(place) != "a" {
        return None;
    }
    let id = tree.attribute(place, "href")?.strip_prefix('#').filter(|id| !id.is_empty())?;
    let text = tree.text(place, |_| false);
    let is_raised = tree.ancestors(place).take(2).any(|around| tree.name(around) == "sup")
        || tree.children(place).any(|child| tree.name(child) == "sup");
    let says_so =
        ["role", "epub:type", "rel", "class"].iter().filter_map(|name| tree.attribute(place, name)).any(|value| {
            value.contains("noteref")
                || value.contains("footnote-ref")
                || value == "footnote"
                || value.contains("footnote-anchor")
        });
    let is_bracketed = text.starts_with('[') && text.ends_with(']') && text.chars().any(|c| c.is_ascii_digit());
    if text.chars().count() > LONGEST_MARK || !(is_raised || says_so || is_bracketed) {
        return None;
    }
    let mut target = tree.place_of_id(id)?;
    // The name may stand on an anchor in the note; the note is the nearest box around it.
    if !is_note_box(tree, target) {
        target = tree.ancestors(target).take(3).find(|around| is_note_box(tree, *around))?;
    }
    // A mark stands before its note and outside it: the link the other way is the note's way back.
    (target > place && tree.text(target, |_| false).chars().count() < 5_000).then_some(target)
}

/// A note that stands in the line where its mark would be, for the style to set it in the margin.
fn is_in_margin(tree: &Tree, place: usize) -> bool {
    tree.name(place) == "span"
        && !tree.node(place).is_block
        && tree.element(place).is_some_and(|element| {
            element.classes().any(|class| matches!(class, "sidenote" | "marginnote" | "margin-note" | "side-note"))
        })
}

fn is_note_box(tree: &Tree, place: usize) -> bool {
    matches!(tree.name(place), "li" | "p" | "aside" | "div" | "dd" | "blockquote" | "section" | "tr")
}

/// The `sup` that holds nothing but the mark, or the mark itself.
fn mark_around(tree: &Tree, place: usize) -> usize {
    let parent = tree.node(place).parent;
    let others = tree.children(parent).filter(|child| tree.element(*child).is_some() && tree.name(*child) != "button");
    let is_alone = tree.name(parent) == "sup" && others.count() == 1;
    if is_alone { parent } else { place }
}

impl Walker<'_> {
    /// The note at `target`, without its number and its way back.
    pub(super) fn note(&self, target: usize) -> Note {
        let mut content = self.inside(target, 1);
        for block in &mut content {
            if let Block::Paragraph(line) = block {
                strip_way_back(line);
            }
        }
        content.retain(|block| !matches!(block, Block::Paragraph(line) if line.is_empty()));
        Note { content }
    }
}

/// Signs that lead from a note back to its mark.
const ARROWS: &[char] = &['↩', '↑', '^', '⤴', '⏎', '\u{fe0e}', '\u{fe0f}', ' ', '\u{a0}'];

/// Takes the arrows off both ends of a line.
fn strip_way_back(line: &mut Vec<Inline>) {
    if let Some(Inline::Text(text)) = line.first_mut() {
        // The number has gone with its link; what parted it from the note goes, too.
        *text = text.trim_start_matches(ARROWS).trim_start_matches(['.', ')', ':']).trim_start().to_owned();
    }
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Text(text) => text.truncate(text.trim_end_matches(ARROWS).len()),
            Inline::Superscript(content) => strip_way_back(content),
            _ => return,
        }
        match last {
            Inline::Text(text) if text.is_empty() => line.pop(),
            Inline::Superscript(content) if content.is_empty() => line.pop(),
            _ => return,
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::{blocks, notes};

    const PAGE: &str = "<p>It froze.<sup id=r1><a href=#fn1>1</a></sup> Twice.<a href=#n2 role=doc-noteref>2</a></p>\
        <ol><li id=fn1><p>In 1987. <a href=#r1>↩</a></p></li><li><a id=n2></a>And again in 2003.</li></ol>";

    #[test]
    fn notes_move_out_of_the_text() {
        assert_eq!(blocks(PAGE), ["p:It froze.^1 Twice.^2"]);
        assert_eq!(notes(PAGE), ["p:In 1987.", "p:And again in 2003."]);
    }

    #[test]
    fn a_link_down_the_page_is_no_footnote() {
        assert_eq!(
            blocks("<p>See <a href=#b>below</a>.</p><p id=b>Below it is.</p>"),
            ["p:See below.", "p:Below it is."]
        );
    }
}
