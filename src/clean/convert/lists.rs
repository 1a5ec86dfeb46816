//! Lists, numbered or not, and lists of definitions.

use super::Walker;
use crate::article::{Block, Figures, Inline, List, Numbering};
use crate::clean::view::tree::{NodeIdx, NodeKind, NodeRange};
use crate::clean::wrapping::bold;

impl Walker<'_> {
    /// A list with its items. What stands between two items belongs to the one before it, as it is shown; what stands
    /// before the first and after the last stands outside the list.
    pub(super) fn list(&self, place: NodeIdx, depth: usize) -> Vec<Block> {
        let mut before = Vec::new();
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut from = place.next();
        for at in self.items(place) {
            let stray = self.stray(NodeRange::new(from, at), depth);
            items.last_mut().unwrap_or(&mut before).extend(stray);
            from = self.tree.end(at);
            if !self.skips(at) {
                items.push(match self.figures.at.contains_key(&at) {
                    true => self.blocks(self.tree.within(at), depth + 1),
                    false => self.inside(at, depth + 1),
                });
            }
        }
        let mut after = self.stray(NodeRange::new(from, self.tree.end(place)), depth);
        if let Some(last) = items.last_mut()
            && after.iter().all(|block| matches!(block, Block::List(_)))
        {
            last.append(&mut after);
        }
        items.retain(|item| !item.is_empty());
        let numbering = (self.tree.name(place) == "ol").then(|| self.numbering(place, items.len()));
        let list = match is_layout(&items) {
            true => dissolved(items, numbering),
            false => vec![Block::List(List { numbering, items })],
        };
        before.into_iter().chain(list).chain(after).collect()
    }

    /// The items of a list: its `li`, in the boxes and links that pages lay around them.
    fn items(&self, place: NodeIdx) -> Vec<NodeIdx> {
        let mut items = Vec::new();
        let end = self.tree.end(place);
        let mut at = place.next();
        while at < end {
            match self.tree.name(at) {
                "li" => items.push(at),
                "div" | "a" | "span" | "section" if !self.skips(at) => {
                    at = at.next();
                    continue;
                }
                _ => {}
            }
            at = self.tree.end(at);
        }
        items
    }

    fn stray(&self, range: NodeRange, depth: usize) -> Vec<Block> {
        if range.is_empty() { Vec::new() } else { self.blocks(range, depth + 1) }
    }

    /// The attributes of an `ol` (HTML Standard, 4.4.5), or the style in which word processors say the same.
    fn numbering(&self, place: NodeIdx, items: usize) -> Numbering {
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
    pub(super) fn definitions(&self, place: NodeIdx, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut at = place.next();
        while at < self.tree.end(place) {
            let node = self.tree.node(at);
            if self.skips(at) {
                at = node.end;
                continue;
            }
            match (node.kind, self.tree.name(at)) {
                // HTML allows groups of terms to be wrapped in a `div`.
                (_, "div") => {
                    at = at.next();
                    continue;
                }
                (_, "dt") => blocks.extend(self.inside(at, depth + 1).into_iter().map(|block| match block {
                    Block::Paragraph(content) => Block::Paragraph(bold(content)),
                    other => other,
                })),
                (_, "dd") => blocks.extend(self.inside(at, depth + 1)),
                (NodeKind::Text(text), _) if text.trim().is_empty() => {}
                _ => blocks.extend(self.blocks(self.tree.within(at), depth + 1)),
            }
            at = node.end;
        }
        blocks
    }
}

/// An item with more blocks is a part of a text rather than a point of a list.
const LONGEST_ITEM: usize = 4;

/// A list around pictures, around one whole text, or around chapters with their headings is there for its layout.
fn is_layout(items: &[Vec<Block>]) -> bool {
    let heads = |item: &Vec<Block>| {
        let first = item.iter().find(|block| !matches!(block, Block::Figure(_)));
        matches!(first, Some(Block::Heading { .. })) && item.len() > 1
    };
    let is_long =
        |item: &Vec<Block>| item.len() > LONGEST_ITEM || item.iter().any(|block| matches!(block, Block::Table(_)));
    items.iter().flatten().all(|block| matches!(block, Block::Figure(_)))
        || (items.len() == 1 && items[0].len() > LONGEST_ITEM)
        || (items.iter().all(heads) && items.iter().any(is_long))
}

/// What the items of a list hold, their numbers before their headings if these have none of their own.
fn dissolved(items: Vec<Vec<Block>>, numbering: Option<Numbering>) -> Vec<Block> {
    let several = items.len() > 1;
    let numbered = items.into_iter().enumerate().map(|(at, mut item)| {
        let heading = item.iter_mut().find_map(|block| match block {
            Block::Heading { content, .. } => Some(content),
            _ => None,
        });
        if let (Some(numbering), Some(content), true) = (numbering, heading, several)
            && !Inline::plain_text(content).starts_with(|c: char| c.is_numeric())
        {
            append_before(content, &format!("{} ", numbering.label(at)));
        }
        item
    });
    numbered.flatten().collect()
}

fn append_before(line: &mut Vec<Inline>, words: &str) {
    match line.first_mut() {
        Some(Inline::Text(text)) => text.insert_str(0, words),
        _ => line.insert(0, Inline::text(words)),
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
    fn what_is_no_item_makes_none() {
        let page = "<ol><p>For example:</p><li>one</li><p>and so on</p><div><li>two</li></div><p>That is all.</p></ol>";
        assert_eq!(blocks(page), ["p:For example:", "ol1(p:one p:and so on | p:two)", "p:That is all."]);
        assert_eq!(blocks("<ul><p>one</p><p>two</p></ul>"), ["p:one", "p:two"]);
    }

    #[test]
    fn a_list_around_chapters_is_dissolved() {
        let chapter = |name: &str| format!("<li><h2>{name}</h2>{}</li>", "<p>text</p>".repeat(5));
        let found = blocks(&format!("<ol>{}{}</ol>", chapter("The lock"), chapter("2. The weir")));
        assert_eq!(found.len(), 12);
        assert_eq!([&found[0], &found[6]], ["h2:1. The lock", "h2:2. The weir"]);
        assert_eq!(blocks("<ul><li><h3>Lock</h3>a</li><li><h3>Weir</h3>b</li></ul>").len(), 1, "points with titles");
    }

    #[test]
    fn terms_are_bold_and_definitions_follow() {
        assert_eq!(blocks("<dl><div><dt>Lock</dt><dd>A gate.</dd></div></dl>"), ["p:*Lock*", "p:A gate."]);
    }
}
