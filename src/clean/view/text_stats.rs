//! Text statistics: how much text each element holds, how much of that is links, and how much is prose.
//!
//! One pass cuts the page into runs, a run being the text between two borders of blocks; another adds
//! the runs up from the leaves to the root. Whatever chooses and prunes looks at these sums only.

use super::attributes::Attributes;
use super::tree::{NodeIdx, NodeKind, PerNode, Tree};
use crate::article::BYTES_TOGETHER;

/// What an element holds. Lengths are in letters and digits, see [`length`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TextStats {
    /// All text.
    pub text: u32,
    /// Text inside links.
    pub linked: u32,
    /// Text of runs that read like sentences, less their links.
    pub prose: u32,
    /// How many such runs there are.
    pub runs: u32,
    /// How many links.
    pub links: u32,
}

impl TextStats {
    /// The share of the text that is links, from 0 to 1.
    pub(crate) fn link_density(self) -> f32 {
        self.linked as f32 / self.text.max(1) as f32
    }

    fn add(&mut self, other: TextStats) {
        self.text = self.text.saturating_add(other.text);
        self.linked = self.linked.saturating_add(other.linked);
        self.prose = self.prose.saturating_add(other.prose);
        self.runs = self.runs.saturating_add(other.runs);
        self.links = self.links.saturating_add(other.links);
    }
}

/// A run this long is prose whatever else it is: titles and menu entries are shorter.
const SURELY_PROSE: u32 = 65;
/// A run this long is prose if it holds the punctuation of a sentence.
const PERHAPS_PROSE: u32 = 25;
/// A letter of a script that writes a word in one or two signs counts as so many.
const WIDE: u32 = 3;

/// The statistics of all nodes; the subtrees that `left_out` names count for nothing.
pub(crate) fn measure(tree: &Tree, left_out: impl Fn(NodeIdx) -> bool) -> PerNode<TextStats> {
    Measurer::of(tree).measure(left_out)
}

/// Measures one page as often as another part of it is left out; each text is read once.
pub(crate) struct Measurer<'t, 'a> {
    tree: &'t Tree<'a>,
    /// The texts that have been read, by their places.
    readings: PerNode<Option<Reading>>,
}

impl<'t, 'a> Measurer<'t, 'a> {
    pub(crate) fn of(tree: &'t Tree<'a>) -> Self {
        Self { tree, readings: PerNode::of(None, tree.len()) }
    }

    /// The statistics of all nodes; the subtrees that `left_out` names count for nothing.
    pub(crate) fn measure(&mut self, left_out: impl Fn(NodeIdx) -> bool) -> PerNode<TextStats> {
        let tree = self.tree;
        let mut stats = PerNode::of(TextStats::default(), tree.len());
        let mut run = Run::new();
        let mut open_blocks: Vec<NodeIdx> = Vec::new();
        let mut link_end = NodeIdx::ROOT;
        let mut heading_end = NodeIdx::ROOT;
        let mut at = NodeIdx::ROOT;
        while at < tree.nodes().end {
            let node = tree.node(at);
            while let Some(block) = open_blocks.last()
                && tree.end(*block) <= at
            {
                run.flush(&mut stats);
                open_blocks.pop();
            }
            if left_out(at) {
                if node.is_block {
                    run.flush(&mut stats);
                }
                at = node.end;
                continue;
            }
            match node.kind {
                NodeKind::Element(element) => {
                    if node.is_block {
                        run.flush(&mut stats);
                        open_blocks.push(at);
                    }
                    match element.name() {
                        "a" if element.attribute("href").is_some() => {
                            link_end = link_end.max(node.end);
                            stats[at].links = 1;
                        }
                        "button" | "select" | "label" => link_end = link_end.max(node.end),
                        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading_end = heading_end.max(node.end),
                        _ => {}
                    }
                }
                NodeKind::Text(text) => {
                    run.owner = open_blocks.last().copied().unwrap_or(NodeIdx::ROOT);
                    run.is_heading |= at < heading_end;
                    run.add(*self.readings[at].get_or_insert_with(|| Reading::of(text)), at < link_end);
                }
            }
            at = at.next();
        }
        run.flush(&mut stats);
        for place in tree.inside(NodeIdx::ROOT).rev() {
            let held = stats[place];
            stats[tree.node(place).parent].add(held);
        }
        stats
    }
}

/// What a text brings to its run.
#[derive(Clone, Copy)]
struct Reading {
    length: u32,
    /// It has marks of a sentence; not looked for in what is prose by its length alone.
    tells_by_marks: bool,
}

impl Reading {
    fn of(text: &str) -> Self {
        let length = length(text);
        Self { length, tells_by_marks: length < SURELY_PROSE && has_punctuation(text) }
    }
}

/// The text since the last border of a block.
struct Run {
    owner: NodeIdx,
    length: u32,
    linked: u32,
    is_heading: bool,
    has_punctuation: bool,
}

impl Run {
    fn new() -> Self {
        Self { owner: NodeIdx::ROOT, length: 0, linked: 0, is_heading: false, has_punctuation: false }
    }

    fn add(&mut self, text: Reading, in_link: bool) {
        self.length += text.length;
        if in_link {
            self.linked += text.length;
        } else {
            self.has_punctuation |= text.tells_by_marks;
        }
    }

    fn flush(&mut self, stats: &mut PerNode<TextStats>) {
        let run = std::mem::replace(self, Self::new());
        if run.length == 0 {
            return;
        }
        let plain = run.length - run.linked;
        let long_enough = plain >= SURELY_PROSE || (plain >= PERHAPS_PROSE && run.has_punctuation);
        let is_prose = long_enough && !run.is_heading && plain >= run.linked;
        stats[run.owner].add(TextStats {
            text: run.length,
            linked: run.linked,
            prose: if is_prose { plain } else { 0 },
            runs: is_prose.into(),
            links: 0,
        });
    }
}

/// Whether `text` holds a mark that stands in sentences, and not in the entries of menus.
fn has_punctuation(text: &str) -> bool {
    let is_mark = |byte: &u8| u8::from(matches!(byte, b'.' | b',' | b';' | b'!' | b'?'));
    text.as_bytes().chunks(BYTES_TOGETHER).any(|bytes| bytes.iter().map(is_mark).sum::<u8>() > 0)
        || (!text.is_ascii() && text.contains(['。', '、', '，', '！', '？', '؟', '،', '।', '።']))
}

/// How many letters and digits `text` has; those of Chinese, Japanese, Korean and Thai count threefold,
/// because they say as much as several Latin ones.
pub(crate) fn length(text: &str) -> u32 {
    let of_ascii = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(byte.is_ascii_alphanumeric())).sum::<u8>();
    let length = text.as_bytes().chunks(BYTES_TOGETHER).map(|bytes| u32::from(of_ascii(bytes))).sum();
    if text.is_ascii() {
        return length;
    }
    let is_wide =
        |c| matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..);
    let others = text.chars().filter(|c| !c.is_ascii() && c.is_alphanumeric());
    others.map(|c| if is_wide(c) { WIDE } else { 1 }).fold(length, u32::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn stats_of(html: &str, id: &str) -> TextStats {
        let html = Html::parse_document(html);
        let tree = Tree::of(&html);
        let place = tree.place_of_id(id).unwrap();
        measure(&tree, |_| false)[place]
    }

    #[test]
    fn a_menu_has_text_but_no_prose() {
        let menu = stats_of("<ul id=x><li><a href=/a>News</a></li><li><a href=/b>Weather</a></li></ul>", "x");
        assert_eq!((menu.text, menu.linked, menu.prose, menu.links), (11, 11, 0, 2));
    }

    #[test]
    fn bare_text_in_a_division_is_prose() {
        let body = stats_of(
            "<div id=x>The lock was closed for the winter, and nobody <a href=/a>minded</a>.<br>It froze.</div>",
            "x",
        );
        assert_eq!((body.runs, body.linked), (1, 6));
        assert_eq!(body.prose, body.text - 6);
    }

    #[test]
    fn a_sentence_without_spaces_is_prose() {
        assert_eq!(stats_of("<p id=x>水位は昨夜また上がった。</p>", "x").runs, 1);
    }
}
