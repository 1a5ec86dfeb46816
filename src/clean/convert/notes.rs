//! Footnotes: the marks in the text, and the notes they point to.

use super::Walker;
use crate::article::{Block, Inline, Note, NoteId};
use crate::clean::body::Body;
use crate::clean::view::tree::{NodeIdx, NodeKind, NodeRange, Tree, classes, is_heading};
use std::collections::{BTreeMap, BTreeSet};

/// The marks of one body and their notes, found before the body is walked.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The element that is a mark (the `a`, or the `sup` around it), and its note.
    references: BTreeMap<NodeIdx, NoteId>,
    /// The elements that are notes, in the order of their first marks.
    targets: Vec<NodeIdx>,
    /// Their places in that order.
    numbers: BTreeMap<NodeIdx, NoteId>,
    ways_back: BTreeSet<NodeIdx>,
}

/// "[12]", "*", "†", "note".
const LONGEST_MARK: usize = 6;

impl Marks {
    pub(super) fn find(tree: &Tree, body: &Body) -> Self {
        let mut marks = Self::default();
        for part in &body.parts {
            let mut at = *part;
            while at < tree.end(*part) {
                // A script may hide a mark behind a button of its own.
                let target = target_of(tree, at);
                if body.leaves_out(at) && target.is_none() {
                    at = tree.end(at);
                    continue;
                }
                if let Some(target) = target {
                    marks.add(mark_around(tree, at), target);
                    marks.take_ways_back(tree, at, target);
                } else if is_in_margin(tree, at) {
                    marks.add(at, at);
                }
                at = at.next();
            }
        }
        marks
    }

    fn add(&mut self, mark: NodeIdx, target: NodeIdx) {
        let note = *self.numbers.entry(target).or_insert_with(|| {
            self.targets.push(target);
            NoteId(self.targets.len() - 1)
        });
        self.references.insert(mark, note);
    }

    /// The links in a note that lead back to its marks say nothing: numbers, letters, arrows.
    fn take_ways_back(&mut self, tree: &Tree, mark: NodeIdx, note: NodeIdx) {
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

    pub(super) fn reference_at(&self, place: NodeIdx) -> Option<NoteId> {
        self.references.get(&place).copied()
    }

    /// True for an element that has become a note.
    pub(super) fn takes_away(&self, place: NodeIdx) -> bool {
        self.numbers.contains_key(&place) || self.ways_back.contains(&place)
    }

    pub(super) fn targets(&self) -> impl Iterator<Item = NodeIdx> + '_ {
        self.targets.iter().copied()
    }
}

/// The note that the link at `place` marks, if it is the mark of one.
fn target_of(tree: &Tree, place: NodeIdx) -> Option<NodeIdx> {
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
    let named = tree.place_of_id(id)?;
    // The name may stand on an anchor in the note; the note is the nearest box around it.
    let around = || tree.ancestors(named).take(3).find(|around| is_note_box(tree, *around));
    let target = if is_note_box(tree, named) || tree.name(named) == "ol" { named } else { around()? };
    let target = if holds_notes(tree, target) { note_by_number(tree, named, &text)? } else { target };
    let length = tree.text(target, |_| false).chars().count();
    // A mark stands before its note and outside it: the link the other way is the note's way back.
    (target > place && (1..LONGEST_NOTE).contains(&length)).then_some(target)
}

/// In characters.
const LONGEST_NOTE: usize = 5_000;

/// True for the place of all notes: a box with their heading, several items, or nothing in it.
fn holds_notes(tree: &Tree, target: NodeIdx) -> bool {
    let is_heading = |at| is_heading(tree.name(at));
    let items = tree.within(target).skip(1).filter(|at| tree.name(*at) == "li").count();
    (tree.name(target) != "li" && items > 1)
        || tree.within(target).any(is_heading)
        || tree.text(target, |_| false).is_empty()
}

/// In characters: a heading and a sentence may stand above the notes.
const WORDS_ABOVE_NOTES: usize = 400;

/// The note that a mark means by its number where it points to all of them.
fn note_by_number(tree: &Tree, named: NodeIdx, mark: &str) -> Option<NodeIdx> {
    let number: usize = mark.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let mut above = 0;
    let list = NodeRange::new(named, tree.nodes().end).take_while(|at| {
        if let NodeKind::Text(text) = tree.node(*at).kind {
            above += text.trim().chars().count();
        }
        above < WORDS_ABOVE_NOTES
    });
    let list = list.into_iter().find(|at| tree.name(*at) == "ol")?;
    tree.children(list).filter(|at| tree.name(*at) == "li").nth(number.checked_sub(1)?)
}

/// A note that stands in the line where its mark would be, for the style to set it in the margin.
fn is_in_margin(tree: &Tree, place: NodeIdx) -> bool {
    tree.name(place) == "span"
        && !tree.node(place).is_block
        && tree.element(place).is_some_and(|element| {
            classes(element).any(|class| matches!(class, "sidenote" | "marginnote" | "margin-note" | "side-note"))
        })
}

fn is_note_box(tree: &Tree, place: NodeIdx) -> bool {
    matches!(tree.name(place), "li" | "p" | "aside" | "div" | "dd" | "blockquote" | "section" | "tr")
}

/// The `sup` that holds nothing but the mark, or the mark itself.
fn mark_around(tree: &Tree, place: NodeIdx) -> NodeIdx {
    let parent = tree.node(place).parent;
    let others = tree.children(parent).filter(|child| tree.element(*child).is_some() && tree.name(*child) != "button");
    let is_alone = tree.name(parent) == "sup" && others.count() == 1;
    if is_alone { parent } else { place }
}

impl Walker<'_> {
    /// The note at `target`, without its number and its way back.
    pub(super) fn note(&self, target: NodeIdx) -> Note {
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
    fn marks_that_point_to_the_place_of_all_notes_go_by_their_numbers() {
        let marks = "<p>It froze.<sup><a href=#n>1</a></sup> Twice.<sup><a href=#n>2</a></sup> So.<sup><a href=#n>3</a></sup></p>";
        for notes_section in [
            "<section><h2 id=n>Notes</h2><p>All seen in May.</p><ol><li>In 1987.</li><li>In 2003.</li></ol></section>",
            "<div><a id=n></a></div><h2>Notes</h2><ol><li>In 1987.</li><li>In 2003.</li></ol>",
            "<ol id=n><li>In 1987.</li><li>In 2003.</li></ol>",
        ] {
            let page = format!("{marks}{notes_section}");
            assert_eq!(blocks(&page)[0], "p:It froze.^1 Twice.^2 So.^(3)", "{notes_section}");
            assert_eq!(notes(&page), ["p:In 1987.", "p:In 2003."], "{notes_section}");
        }
    }

    #[test]
    fn a_link_down_the_page_is_no_footnote() {
        assert_eq!(
            blocks("<p>See <a href=#b>below</a>.</p><p id=b>Below it is.</p>"),
            ["p:See below.", "p:Below it is."]
        );
    }
}
