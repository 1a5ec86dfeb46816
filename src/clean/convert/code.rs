//! Code and other text whose lines are kept.

use super::Walker;
use crate::article::{Block, Code};
use crate::clean::tree::Kind;

/// What highlighters write before a language's name in a class.
const LANGUAGE_PREFIXES: &[&str] =
    &["language-", "lang-", "highlight-source-", "brush:", "sourceCode-", "prettyprint-lang-"];

/// Classes of the columns in which highlighters number the lines.
const GUTTERS: &[&str] =
    &["gutter", "lineno", "linenos", "linenumber", "line-numbers-rows", "line-number", "blob-num", "hljs-ln-numbers"];

impl Walker<'_> {
    /// A `pre` with the line breaks it has, by text, `br` or blocks within it.
    pub(super) fn code(&self, place: usize) -> Vec<Block> {
        let mut text = String::new();
        let end = self.tree.node(place).end;
        let mut at = place + 1;
        while at < end {
            let node = self.tree.node(at);
            let is_gutter =
                self.tree.element(at).is_some_and(|element| element.classes().any(|class| GUTTERS.contains(&class)));
            if is_gutter || self.body.leaves_out(at) {
                at = node.end;
                continue;
            }
            match node.kind {
                Kind::Text(piece) => text.push_str(piece),
                Kind::Element(element) if element.name() == "br" => text.push('\n'),
                Kind::Element(element)
                    if matches!(element.name(), "div" | "p" | "li" | "tr")
                        && !text.is_empty()
                        && !text.ends_with('\n') =>
                {
                    text.push('\n');
                }
                Kind::Element(_) => {}
            }
            at += 1;
        }
        let text: String =
            text.replace("\r\n", "\n").chars().filter(|c| !matches!(c, '\u{00AD}' | '\u{200B}' | '\u{FEFF}')).collect();
        let text = text.trim_end().trim_start_matches(['\n', '\r']).to_owned();
        if text.trim().is_empty() {
            Vec::new()
        } else {
            vec![Block::Code(Code { language: self.language(place), text })]
        }
    }

    /// The language, by a class on the `pre`, on the `code` inside or on one of two boxes around.
    fn language(&self, place: usize) -> Option<String> {
        let inside = self.tree.children(place).filter(|child| self.tree.name(*child) == "code");
        let around = self.tree.ancestors(place).take(2);
        std::iter::once(place).chain(inside).chain(around).find_map(|at| {
            let element = self.tree.element(at)?;
            let by_class = element.classes().find_map(|class| {
                LANGUAGE_PREFIXES
                    .iter()
                    .find_map(|prefix| class.strip_prefix(prefix))
                    .map(|name| name.trim_end_matches(';'))
            });
            by_class
                .or_else(|| element.attr("data-lang"))
                .or_else(|| element.attr("data-language"))
                .filter(|name| !name.is_empty() && *name != "none")
                .map(str::to_lowercase)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn code_keeps_its_lines_and_its_language() {
        let page = "<div class=highlight-source-rust><pre>\nfn a() {<br>    b();\n}\n\n</pre></div>";
        assert_eq!(blocks(page), ["code[rust]:fn a() {\n    b();\n}"]);
    }

    #[test]
    fn line_numbers_are_left_out() {
        let page = "<pre><code class='language-c'><span class=lineno>1</span>int x;\n<span class=lineno>2</span>int y;</code></pre>";
        assert_eq!(blocks(page), ["code[c]:int x;\nint y;"]);
    }
}
