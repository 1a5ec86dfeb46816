//! The `figure` elements of other things than pictures: quotations, tables, players, and those whose picture is missing.

use super::tables::one_line;
use super::{Walker, inlines};
use crate::article::Block;
use crate::clean::view::tree::NodeIdx;

/// In letters: a figure with more words outside its caption has something to say without a picture.
const A_FEW_WORDS: usize = 40;

/// How many words lie over one picture at least: one may be a title set over it.
const LABELS: usize = 3;

impl Walker<'_> {
    /// A `figure` around a quotation or a table: its caption names the source of the one, and is the title of the other
    /// (HTML Standard, 4.4.4 and 4.9.2).
    pub(super) fn captioned(&self, place: NodeIdx, depth: usize) -> Option<Vec<Block>> {
        let parts = self.tree.children(place).filter(|part| self.tree.element(*part).is_some() && !self.skips(*part));
        let parts: Vec<NodeIdx> = parts.collect();
        let caption = *parts.iter().find(|part| self.tree.name(**part) == "figcaption")?;
        let [content] = parts.into_iter().filter(|part| *part != caption).collect::<Vec<_>>()[..] else { return None };
        let holds = |name| self.tree.within(content).any(|at| self.tree.name(at) == name);
        if !(holds("blockquote") || holds("table")) {
            return None;
        }
        let mut blocks = self.blocks(self.tree.within(content), depth + 1);
        let words = one_line(self.inside(caption, depth + 1));
        match blocks.as_mut_slice() {
            [Block::Quote(quote) | Block::PullQuote(quote)] if quote.attribution.is_empty() => quote.attribute(words),
            [Block::Table(table)] if table.caption.is_empty() => table.caption = inlines::tidied(words),
            _ => blocks.extend(inlines::paragraphs(words).into_iter().map(Block::Paragraph)),
        }
        Some(blocks)
    }

    /// Any other `figure` with a caption. Beside a player stand the words of its buttons, and a caption has nothing to
    /// say of a picture that is not there.
    pub(super) fn figure(&self, place: NodeIdx, depth: usize) -> Option<Vec<Block>> {
        let caption =
            self.tree.within(place).find(|at| self.tree.name(*at) == "figcaption").filter(|at| !self.skips(*at))?;
        let films: Vec<Block> = self.players(place).flat_map(|at| self.embed(at)).collect();
        let blocks = self.inside(place, depth + 1);
        if !films.is_empty() {
            let figures: Vec<Block> = blocks.into_iter().filter(|block| matches!(block, Block::Figure(_))).collect();
            let caption = self.inside(caption, depth + 1);
            return Some(figures.into_iter().chain(films).chain(caption).collect());
        }
        let is_text = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Heading { .. });
        let outside = self.tree.text(place, |at| at == caption || self.skips(at));
        let is_bare = outside.chars().count() < A_FEW_WORDS
            && blocks.iter().all(is_text)
            && !self.tree.within(place).any(|at| self.shows_formula(at) || self.is_tex(at));
        Some(if is_bare { Vec::new() } else { blocks })
    }

    fn players(&self, place: NodeIdx) -> impl Iterator<Item = NodeIdx> {
        self.tree.within(place).filter(|at| matches!(self.tree.name(*at), "iframe" | "video") || self.is_player(*at))
    }

    /// Words laid over a picture, the labels of a chart or a map: they say nothing without their places, which drawing
    /// programs write in shares of the picture.
    pub(super) fn lies_over_picture(&self, place: NodeIdx) -> bool {
        if !self.is_placed(place) {
            return false;
        }
        let beside = || self.tree.children(self.tree.node(place).parent);
        beside().any(|at| matches!(self.tree.name(at), "img" | "picture" | "svg" | "canvas"))
            && beside().filter(|at| self.is_placed(*at)).count() >= LABELS
    }

    fn is_placed(&self, place: NodeIdx) -> bool {
        let Some(style) = self.tree.attribute(place, "style").filter(|style| style.contains('%')) else { return false };
        let is_share = |names: [&str; 2]| {
            style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
                names.iter().any(|known| name.trim().eq_ignore_ascii_case(known)) && value.trim().ends_with('%')
            })
        };
        is_share(["top", "bottom"]) && is_share(["left", "right"])
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn a_figure_without_its_picture_gives_no_text() {
        let page = "<p>a</p><figure><span>Image</span><div data-src=/ice></div><figcaption>The ice. <span>Photo: A. Weir</span></figcaption></figure>";
        assert_eq!(blocks(page), ["p:a"]);
        let verse = "<figure><p>The lock is shut, the water high,</p><p>the ferry waits, and so do I.</p><figcaption>A song</figcaption></figure>";
        assert_eq!(blocks(verse).len(), 3);
        assert_eq!(blocks("<figure><ul><li>Ice</li></ul><figcaption>What there is</figcaption></figure>").len(), 2);
    }

    #[test]
    fn beside_a_player_only_its_caption_is_read() {
        let page = "<figure><h3>The ice goes out</h3><div>transcript</div><p>n/a</p>\
                    <iframe src=https://films.example/7 title='The ice'></iframe><figcaption>In April.</figcaption></figure>";
        assert_eq!(blocks(page), ["page:[The ice](https://films.example/7)", "p:In April."]);
    }

    #[test]
    fn the_labels_of_a_chart_are_no_text() {
        let label = |words: &str| format!("<div style='top:12.5%; left: 3%; width:9%'><p>{words}</p></div>");
        let labels = ["1987", "0", "31 cm"].map(label).concat();
        assert_eq!(blocks(&format!("<p>a</p><div><img src=/chart.png>{labels}</div>")), ["p:a"]);
        let title = label("The ice goes out");
        assert_eq!(blocks(&format!("<div><img src=/ice.jpg>{title}</div>")), ["p:The ice goes out"]);
    }
}
