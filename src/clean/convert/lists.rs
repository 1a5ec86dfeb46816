//! Lists, numbered or not, and lists of definitions.

use super::Walker;
use crate::article::{Block, Figures, Inline, List, Numbering};
use crate::clean::tree::Kind;

impl Walker<'_> {
    /// A list with its items; what stands between the items becomes one.
    pub(super) fn list(&self, place: usize, depth: usize) -> Vec<Block> {
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut from = place + 1;
        // Runs of children that are no items (text, boxes, a list right inside the list) are read together.
        let stray = |from: usize, to: usize, items: &mut Vec<Vec<Block>>| {
            let blocks = if from < to { self.blocks(from..to, depth + 1) } else { Vec::new() };
            match (blocks.is_empty(), items.last_mut()) {
                (true, _) => {}
                (false, Some(item)) if blocks.iter().all(|block| matches!(block, Block::List(_))) => {
                    item.extend(blocks)
                }
                (false, _) => items.push(blocks),
            }
        };
        for child in self.tree.children(place) {
            if self.tree.name(child) == "li" {
                stray(from, child, &mut items);
                from = self.tree.node(child).end;
                if !self.skips(child) {
                    let item = match self.figures.at.contains_key(&self.tree.node(child).id) {
                        true => self.blocks(self.tree.within(child), depth + 1),
                        false => self.inside(child, depth + 1),
                    };
                    items.push(item);
                }
            }
        }
        stray(from, self.tree.node(place).end, &mut items);
        items.retain(|item| !item.is_empty());
        let numbering = (self.tree.name(place) == "ol").then(|| self.numbering(place, items.len()));
        if items.is_empty() {
            return Vec::new();
        }
        // A list around one whole text or around pictures is there for its layout.
        let is_layout = items.iter().all(|item| item.iter().all(|block| matches!(block, Block::Figure(_))))
            || (items.len() == 1 && items[0].len() > 4);
        if is_layout { items.into_iter().flatten().collect() } else { vec![Block::List(List { numbering, items })] }
    }

    /// The attributes of an `ol` (HTML Standard, 4.4.5), or the style in which word processors say the same.
    fn numbering(&self, place: usize, items: usize) -> Numbering {
        let attribute = |name| self.tree.attribute(place, name).map(str::trim);
        let style = attribute("style").unwrap_or_default();
        let figures = match attribute("type") {
            Some("a") => Figures::Letters,
            Some("A") => Figures::Capitals,
            Some("i") => Figures::Roman,
            Some("I") => Figures::RomanCapitals,
            _ if style.contains("lower-alpha") || style.contains("lower-latin") => Figures::Letters,
            _ if style.contains("upper-alpha") || style.contains("upper-latin") => Figures::Capitals,
            _ if style.contains("lower-roman") => Figures::Roman,
            _ if style.contains("upper-roman") => Figures::RomanCapitals,
            _ => Figures::Decimal,
        };
        let counts_down = attribute("reversed").is_some();
        let first = if counts_down { i32::try_from(items).unwrap_or(1) } else { 1 };
        let start = attribute("start").and_then(|start| start.parse().ok()).unwrap_or(first);
        Numbering { start, figures, counts_down }
    }

    /// Each term as a paragraph in bold, its definitions below it.
    pub(super) fn definitions(&self, place: usize, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut at = place + 1;
        while at < self.tree.node(place).end {
            let node = self.tree.node(at);
            if self.skips(at) {
                at = node.end;
                continue;
            }
            match (node.kind, self.tree.name(at)) {
                // HTML allows groups of terms to be wrapped in a `div`.
                (_, "div") => {
                    at += 1;
                    continue;
                }
                (_, "dt") => blocks.extend(self.inside(at, depth + 1).into_iter().map(|block| match block {
                    Block::Paragraph(content) if !matches!(content.as_slice(), [Inline::Strong(_)]) => {
                        Block::Paragraph(vec![Inline::Strong(content)])
                    }
                    other => other,
                })),
                (_, "dd") => blocks.extend(self.inside(at, depth + 1)),
                (Kind::Text(text), _) if text.trim().is_empty() => {}
                _ => blocks.extend(self.blocks(self.tree.within(at), depth + 1)),
            }
            at = node.end;
        }
        blocks
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn a_numbered_list_keeps_its_start_and_its_inner_list() {
        let page = "<ol start=4><li>four<ul><li>a</li></ul></li><li><p>five</p></li><li> </li></ol>";
        assert_eq!(blocks(page), ["ol4(p:four ul(p:a) | p:five)"]);
    }

    #[test]
    fn a_list_right_inside_a_list_belongs_to_the_item_before_it() {
        assert_eq!(
            blocks("<ul><li>one</li><ul><li>inner</li></ul><li>two</li></ul>"),
            ["ul(p:one ul(p:inner) | p:two)"]
        );
    }

    #[test]
    fn terms_are_bold_and_definitions_follow() {
        assert_eq!(blocks("<dl><div><dt>Lock</dt><dd>A gate.</dd></div></dl>"), ["p:*Lock*", "p:A gate."]);
    }
}
