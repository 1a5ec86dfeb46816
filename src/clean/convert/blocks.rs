//! Walks the body from block to block.

use super::{DEEPEST, Walker, inlines};
use crate::article::{Block, Figure, HeadingLevel, Inline};
use crate::clean::view::tree::{NodeIdx, NodeKind, NodeRange, is_heading};
use crate::clean::wrapping::{bold, plain};

impl Walker<'_> {
    /// The blocks of a range of the page. Boxes without a meaning of their own are opened in place; only
    /// what has a block of its own is gone down into, `depth` counting how far.
    pub(super) fn blocks(&self, range: NodeRange, depth: usize) -> Vec<Block> {
        let mut flow = Flow::default();
        let mut open: Vec<NodeIdx> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            while open.last().is_some_and(|end| *end <= at) {
                open.pop();
                flow.end_line();
            }
            let node = self.tree.node(at);
            if let Some(figures) = self.figures_at(at) {
                flow.end_line();
                flow.blocks.extend(figures.iter().cloned().map(Block::Figure));
                at = node.end;
                continue;
            }
            if self.is_snippet(at) {
                flow.end_line();
                flow.blocks.extend(self.code(at));
                at = node.end;
                continue;
            }
            if self.skips(at) && !self.speaks(at) {
                // The header of a section may hold its picture beside the words that are left out.
                if self.tree.name(at) == "header" {
                    let inside = self.tree.within(at).filter_map(|at| self.figures.at.get(&at));
                    flow.blocks.extend(inside.flatten().cloned().map(Block::Figure));
                }
                if node.is_block {
                    flow.end_line();
                }
                at = node.end;
                continue;
            }
            match node.kind {
                // Between blocks there is mostly white space, which no line begins with.
                NodeKind::Text(text) if flow.line.is_empty() && text.bytes().all(|byte| byte.is_ascii_whitespace()) => {
                }
                NodeKind::Text(text) => inlines::push_text(&mut flow.line, &self.resolved(text)),
                NodeKind::Element(_) if self.is_player(at) => {
                    flow.end_line();
                    flow.blocks.extend(self.embed(at));
                    at = node.end;
                    continue;
                }
                NodeKind::Element(_) if !node.is_block => {
                    // A figure inside a line (a linked picture) ends the line.
                    if self.holds_figure(at) {
                        at = at.next();
                        continue;
                    }
                    self.push_inline(&mut flow.line, at, depth);
                    at = node.end;
                    continue;
                }
                NodeKind::Element(_) => {
                    flow.end_line();
                    if let Some(blocks) = self.special(at, depth) {
                        flow.blocks.extend(blocks);
                        at = node.end;
                        continue;
                    }
                    open.push(node.end);
                }
            }
            at = at.next();
        }
        flow.end_line();
        flow.blocks
    }

    /// The blocks of what lies inside an element.
    pub(super) fn inside(&self, place: NodeIdx, depth: usize) -> Vec<Block> {
        self.blocks(self.tree.inside(place), depth)
    }

    /// The blocks of an element that has a meaning of its own; `None` for one that is only a box.
    fn special(&self, place: NodeIdx, depth: usize) -> Option<Vec<Block>> {
        let name = self.tree.name(place);
        if depth >= DEEPEST {
            return None;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(place, name.as_bytes()[1] - b'0', depth),
            "ul" | "ol" | "dir" | "menu" => Some(self.list(place, depth)),
            "dl" => Some(self.definitions(place, depth)),
            "table" => self.code_table(place).or_else(|| Some(self.table(place, depth))),
            "blockquote" => Some(self.quote(place, depth)),
            "pre" | "listing" | "xmp" | "plaintext" => Some(self.code(place)),
            "hr" => Some(vec![Block::Rule]),
            "iframe" | "video" => Some(self.embed(place)),
            "summary" => Some(self.summary(place, depth)),
            "figure" => self
                .captioned(place, depth)
                .or_else(|| self.pull_quote(place, depth))
                .or_else(|| self.figure(place, depth)),
            "aside" | "div" | "section" | "p" => self
                .pull_quote(place, depth)
                .or_else(|| self.heading_by_role(place, depth))
                .or_else(|| self.callout(place, depth)),
            _ => None,
        }
    }

    /// A heading is one line; one that wraps whole blocks is a box.
    fn heading(&self, place: NodeIdx, level: u8, depth: usize) -> Option<Vec<Block>> {
        let blocks = self.inside(place, depth + 1);
        let mut out = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(content) => {
                    out.push(Block::Heading { level: HeadingLevel::new(level + self.below), content: plain(content) })
                }
                other => out.push(other),
            }
        }
        Some(out)
    }

    /// A link with which a heading gives its own address.
    pub(super) fn is_permalink(&self, place: NodeIdx) -> bool {
        if self.tree.name(place) != "a" || !self.tree.attribute(place, "href").is_some_and(|href| href.contains('#')) {
            return false;
        }
        let text = self.tree.text(place, |_| false);
        let is_heading = |at: &NodeIdx| is_heading(self.tree.name(*at));
        text.starts_with(PERMALINK_SIGNS)
            && self
                .tree
                .ancestors(place)
                .take(3)
                .find(is_heading)
                .is_some_and(|heading| self.tree.text(heading, |_| false).len() > text.len())
    }

    /// WAI-ARIA 1.2, `heading`: the level is 2 where none is stated.
    fn heading_by_role(&self, place: NodeIdx, depth: usize) -> Option<Vec<Block>> {
        if self.tree.attribute(place, "role") != Some("heading") {
            return None;
        }
        let level = self.tree.attribute(place, "aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2);
        self.heading(place, level, depth)
    }

    /// What a folded part is about, in bold unless it is set as something already.
    fn summary(&self, place: NodeIdx, depth: usize) -> Vec<Block> {
        let strong = |block| match block {
            Block::Paragraph(content) => Block::Paragraph(bold(content)),
            other => other,
        };
        self.inside(place, depth + 1).into_iter().map(strong).collect()
    }

    /// The figures that stand at `place`; the picture of a formula is a part of its line.
    fn figures_at(&self, place: NodeIdx) -> Option<&Vec<Figure>> {
        let figures = self.figures.at.get(&place)?;
        (!self.tree.within(place).any(|at| self.shows_formula(at))).then_some(figures)
    }

    fn holds_figure(&self, place: NodeIdx) -> bool {
        !self.figures.at.is_empty() && self.tree.within(place).any(|at| self.figures_at(at).is_some())
    }
}

/// With which the links of headings to themselves begin.
const PERMALINK_SIGNS: &[char] = &['#', '¶', '§', '🔗', '⚓'];

/// The blocks so far and the line that is being filled.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    line: Vec<Inline>,
}

impl Flow {
    /// Makes the line a paragraph, or several where it holds empty lines.
    fn end_line(&mut self) {
        if !self.line.is_empty() {
            let line = std::mem::take(&mut self.line);
            self.blocks.extend(inlines::paragraphs(line).into_iter().map(Block::Paragraph));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn bare_text_and_two_breaks_make_paragraphs() {
        let found = blocks("<div>one<br>\n<br>two <b>bold</b><p>three</p>four</div>");
        assert_eq!(found, ["p:one", "p:two *bold*", "p:three", "p:four"]);
    }

    #[test]
    fn one_break_is_a_line_break() {
        assert_eq!(blocks("<p>one<br>two<br></p>"), ["p:one/two"]);
    }

    #[test]
    fn a_heading_by_role_is_a_heading() {
        assert_eq!(blocks("<p>x</p><div role=heading aria-level=3>Title</div>")[1], "h3:Title");
    }

    #[test]
    fn the_link_of_a_heading_to_itself_is_left_out() {
        assert_eq!(blocks("<h2 id=ice>Ice<a href=#ice>#ice</a></h2>"), ["h2:Ice"]);
        assert_eq!(blocks("<h2 id=ice><a href=#ice>§ 5 Ice</a></h2>"), ["h2:§ 5 Ice"]);
    }

    #[test]
    fn text_nested_ten_thousand_deep_is_read() {
        let page = format!("{}deep text{}", "<div><b>".repeat(10_000), "</b></div>".repeat(10_000));
        assert_eq!(blocks(&page), ["p:*deep text*"]);
        let page = format!("{}deep text", "<ul><li>".repeat(10_000));
        assert!(blocks(&page).concat().contains("deep text"));
        let page = format!("{}deep text", "<em>".repeat(10_000));
        assert!(blocks(&page).concat().contains("deep text"));
    }
}
