//! Quotations with their sources, and pull quotes.

use super::tables::one_line;
use super::{Walker, inlines};
use crate::article::{Block, Inline, Quote};
use crate::clean::view::tree::{NodeIdx, NodeKind, NodeRange, classes};

impl Walker<'_> {
    /// A `blockquote`: the words, and the source from its `cite`, its `footer` or a last line with a dash.
    pub(super) fn quote(&self, place: NodeIdx, depth: usize) -> Vec<Block> {
        let quote = self.quote_inside(place, depth);
        if quote.content.is_empty() {
            return Vec::new();
        }
        // A quotation mark and nothing else around whole sections: a box, set in as one.
        if quote.content.iter().any(|block| matches!(block, Block::Heading { .. } | Block::Table(_)))
            || quote.content.len() > 12
        {
            return quote.content;
        }
        let is_pulled =
            self.is_pull_quote(place) || self.tree.ancestors(place).take(2).any(|around| self.is_pull_quote(around));
        vec![if is_pulled { Block::PullQuote(quote) } else { Block::Quote(quote) }]
    }

    /// A box that is named as a pull quote.
    pub(super) fn pull_quote(&self, place: NodeIdx, depth: usize) -> Option<Vec<Block>> {
        if !self.is_pull_quote(place) || self.tree.within(place).any(|at| self.tree.name(at) == "blockquote") {
            return None;
        }
        let quote = self.quote_inside(place, depth);
        let is_short = (1..=4).contains(&quote.content.len());
        let is_plain = quote.content.iter().all(|block| matches!(block, Block::Paragraph(_) | Block::Heading { .. }));
        // What was read once is not read again: boxes inside boxes would double the work at each level.
        Some(if is_short && is_plain { vec![Block::PullQuote(quote)] } else { quote.content })
    }

    fn is_pull_quote(&self, place: NodeIdx) -> bool {
        self.tree.element(place).is_some_and(|element| {
            classes(element).any(|class| {
                // Asked of every block: most classes are done with at one letter.
                if !class.contains(['q', 'Q']) {
                    return false;
                }
                // "pull-quote__source" is a part of one (BEM, "block__element").
                if class.contains("__") && !class.rsplit("__").next().is_some_and(|part| part.contains("quote")) {
                    return false;
                }
                let class: String =
                    class.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
                class.contains("pullquote") || class.contains("pulledquote")
            })
        })
    }

    fn quote_inside(&self, place: NodeIdx, depth: usize) -> Quote {
        let source =
            self.tree.within(place).skip(1).find(|at| {
                matches!(self.tree.name(*at), "cite" | "footer") && !self.skips(*at) && self.stands_alone(*at)
            });
        let mut content = Vec::new();
        let mut attribution = Vec::new();
        match source {
            Some(source) => {
                let end = self.tree.end(source);
                content.extend(self.blocks(NodeRange::new(place.next(), source), depth + 1));
                content.extend(self.blocks(NodeRange::new(end, self.tree.end(place)), depth + 1));
                attribution = one_line(self.inside(source, depth + 1));
            }
            None => {
                content.extend(self.inside(place, depth + 1));
                if content.len() > 1
                    && let Some(Block::Paragraph(last)) = content.last()
                    && is_dashed(last)
                {
                    attribution = last.clone();
                    content.pop();
                }
            }
        }
        strip_dash(&mut attribution);
        // A source whose words come from nowhere else is the quotation.
        if content.is_empty() && !attribution.is_empty() {
            content.push(Block::Paragraph(std::mem::take(&mut attribution)));
        }
        Quote { content, attribution: inlines::tidied(attribution) }
    }

    /// A `cite` within a sentence names a work; one that ends its box, and begins a line, names the source.
    fn stands_alone(&self, place: NodeIdx) -> bool {
        let parent = self.tree.node(place).parent;
        let has_words = |at: &NodeIdx| match self.tree.node(*at).kind {
            NodeKind::Text(text) => !text.trim_matches(|c: char| c.is_whitespace() || DASHES.contains(&c)).is_empty(),
            NodeKind::Element(_) => false,
        };
        let ends_its_box = !NodeRange::new(self.tree.end(place), self.tree.end(parent)).any(|at| has_words(&at));
        let begins_a_line = || {
            let before =
                NodeRange::new(parent.next(), place).rev().find(|at| has_words(at) || self.tree.name(*at) == "br");
            before.is_none_or(|at| {
                self.tree.name(at) == "br"
                    || self.tree.node(self.tree.node(at).parent).is_block && self.tree.node(at).parent != parent
            })
        };
        ends_its_box && (self.tree.node(place).is_block || begins_a_line())
    }
}

impl Quote {
    /// Names the source, without the dash before it.
    pub(super) fn attribute(&mut self, mut source: Vec<Inline>) {
        strip_dash(&mut source);
        self.attribution = inlines::tidied(source);
    }
}

/// What stands before the name of a source.
const DASHES: &[char] = &['—', '–', '―', '-', '~'];

fn is_dashed(line: &[Inline]) -> bool {
    let text = Inline::plain_text(line);
    text.starts_with(DASHES) && text.chars().count() < 150
}

fn strip_dash(line: &mut [Inline]) {
    match line.first_mut() {
        Some(Inline::Text(text)) => *text = text.trim_start().trim_start_matches(DASHES).trim_start().to_owned(),
        Some(Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. }) => {
            strip_dash(inner)
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn the_source_of_a_quotation_is_told_from_its_words() {
        let cited = "<blockquote><p>It froze.</p><cite>— Marit Solheim</cite></blockquote>";
        let dashed = "<blockquote><p>It froze.</p><p>— Marit Solheim</p></blockquote>";
        let footed = "<blockquote>It froze.<footer>Marit Solheim</footer></blockquote>";
        for page in [cited, dashed, footed] {
            assert_eq!(blocks(page), ["quote(p:It froze.)—Marit Solheim"], "{page}");
        }
    }

    #[test]
    fn a_work_named_in_a_quotation_is_not_its_source() {
        assert_eq!(
            blocks("<blockquote><p>I read <cite>The Lock</cite> twice.</p></blockquote>"),
            ["quote(p:I read _The Lock_ twice.)"]
        );
    }

    #[test]
    fn a_source_after_a_break_is_told_from_the_words() {
        assert_eq!(
            blocks("<blockquote><p>It froze.<br><cite>Marit</cite></p></blockquote>"),
            ["quote(p:It froze.)—Marit"]
        );
    }

    #[test]
    fn the_parts_of_a_pull_quote_are_none() {
        let page = "<figure class=pull-quote><blockquote class=pull-quote__text>It froze.</blockquote>\
                    <figcaption class=pull-quote__caption><cite>Marit Solheim</cite><div class=pull-quote__role>Harbour master</div></figcaption></figure>";
        assert_eq!(blocks(page), ["pull(p:It froze.)—_Marit Solheim_ Harbour master"]);
    }

    #[test]
    fn words_that_have_their_quotation_marks_get_no_others() {
        assert_eq!(blocks("<p><q>In winter,</q> she said, <q>“never.”</q>"), ["p:“In winter,” she said, “never.”"]);
    }

    #[test]
    fn a_box_named_pull_quote_is_one() {
        assert_eq!(blocks("<p>x</p><aside class=c-pull-quote><p>It froze.</p></aside>")[1], "pull(p:It froze.)");
    }
}
