//! Code and other text whose lines are kept.

use super::Walker;
use crate::article::{Block, Code};
use crate::clean::view::attributes::Attributes;
use crate::clean::view::tree::{NodeIdx, NodeKind, classes};

/// What highlighters write before a language's name in a class.
const LANGUAGE_PREFIXES: &[&str] =
    &["language-", "lang-", "highlight-source-", "highlight-", "brush:", "sourceCode-", "prettyprint-lang-"];

/// What they write before the language in a class of its own: "brush: rust", "sourceCode rust".
const BEFORE_LANGUAGE: &[&str] = &["brush:", "sourceCode", "syntaxhighlighter"];

/// What they write in the language's place where there is none.
const NO_LANGUAGES: &[&str] =
    &["none", "default", "plaintext", "text", "notranslate", "highlight", "numberLines", "collapse", "nogutter"];

/// Classes of the columns in which highlighters number the lines.
const GUTTERS: &[&str] = &[
    "gutter",
    "lineno",
    "linenos",
    "linenodiv",
    "linenumber",
    "line-numbers-rows",
    "line-number",
    "blob-num",
    "hljs-ln-numbers",
    "rouge-gutter",
];

/// Classes of the column that holds the code.
const CODE_COLUMNS: &[&str] = &["code", "rouge-code", "blob-code", "hljs-ln-code"];

/// Classes by which highlighters tell that an element holds one line.
const LINES: &[&str] = &["line", "code-line", "token-line", "view-line", "hljs-ln-line", "react-code-line"];

impl Walker<'_> {
    /// A `pre` with the line breaks it has, by text, `br` or blocks within it.
    pub(super) fn code(&self, place: NodeIdx) -> Vec<Block> {
        let mut text = String::new();
        let end = self.tree.end(place);
        let mut at = place.next();
        while at < end {
            let node = self.tree.node(at);
            let is_gutter =
                self.tree.element(at).is_some_and(|element| classes(element).any(|class| GUTTERS.contains(&class)));
            if is_gutter || self.body.leaves_out(at) {
                at = node.end;
                continue;
            }
            match node.kind {
                NodeKind::Text(piece) => text.push_str(piece),
                NodeKind::Element(element) if element.name() == "br" => text.push('\n'),
                NodeKind::Element(element)
                    if (matches!(element.name(), "div" | "p" | "li" | "tr") || self.is_line(at))
                        && !text.is_empty()
                        && !text.ends_with('\n') =>
                {
                    text.push('\n');
                }
                NodeKind::Element(_) => {}
            }
            at = at.next();
        }
        let text: String =
            text.replace("\r\n", "\n").chars().filter(|c| !matches!(c, '\u{00AD}' | '\u{200B}' | '\u{FEFF}')).collect();
        let lines: Vec<&str> = text.trim_end().split('\n').skip_while(|line| line.trim().is_empty()).collect();
        let text = lines.join("\n");
        if text.trim().is_empty() {
            Vec::new()
        } else {
            vec![Block::Code(Code { language: self.language(place), text })]
        }
    }

    /// Code in the field of an editor, from which a reader may copy it.
    pub(super) fn is_snippet(&self, place: NodeIdx) -> bool {
        let says_so = |at: NodeIdx| {
            let names = ["class", "id", "aria-label"].into_iter().filter_map(|name| self.tree.attribute(at, name));
            names.flat_map(|name| name.split(|c: char| !c.is_ascii_alphabetic())).any(|word| {
                ["code", "snippet", "codesnippet", "codemirror"].iter().any(|known| word.eq_ignore_ascii_case(known))
            })
        };
        self.tree.name(place) == "textarea"
            && std::iter::once(place).chain(self.tree.ancestors(place).take(2)).any(says_so)
            && !self.tree.ancestors(place).any(|around| self.tree.name(around) == "form")
    }

    /// The label of a field that is written in: it goes with the field.
    pub(super) fn labels_a_field(&self, place: NodeIdx) -> bool {
        let field = (self.tree.name(place) == "label").then(|| self.tree.attribute(place, "for")).flatten();
        field.and_then(|id| self.tree.place_of_id(id)).is_some_and(|field| match self.tree.name(field) {
            "textarea" | "select" => true,
            // Without a script, sections are folded and marked by boxes to tick.
            "input" => !matches!(self.tree.attribute(field, "type"), Some("checkbox" | "radio")),
            _ => false,
        })
    }

    /// Code that a highlighter set as a table: a column for the numbers of the lines and one for the code.
    pub(super) fn code_table(&self, place: NodeIdx) -> Option<Vec<Block>> {
        let has = |names: &[&str]| {
            self.tree.within(place).any(|at| {
                matches!(self.tree.name(at), "td" | "th")
                    && self.tree.element(at).is_some_and(|cell| classes(cell).any(|class| names.contains(&class)))
            })
        };
        (has(GUTTERS) && has(CODE_COLUMNS)).then(|| self.code(place))
    }

    /// Whether an inline element is one line of several: highlighters call it so, or each has a `code` of its own.
    fn is_line(&self, place: NodeIdx) -> bool {
        let Some(element) = self.tree.element(place) else { return false };
        let is_one_of_several = || {
            let parent = self.tree.node(place).parent;
            let lines = self.tree.children(parent).filter(|child| self.tree.name(*child) == "code");
            self.tree.name(parent) == "pre" && lines.count() > 1
        };
        classes(element).any(|class| LINES.contains(&class)) || (element.name() == "code" && is_one_of_several())
    }

    /// The language, by a class on the `pre`, on the `code` inside or on one of the boxes around.
    fn language(&self, place: NodeIdx) -> Option<String> {
        let inside = self.tree.children(place).filter(|child| self.tree.name(*child) == "code");
        let around = self.tree.ancestors(place).take(3);
        std::iter::once(place).chain(inside).chain(around).find_map(|at| {
            let element = self.tree.element(at)?;
            let by_class = element.classes().find_map(|class| {
                LANGUAGE_PREFIXES
                    .iter()
                    .find_map(|prefix| class.strip_prefix(prefix))
                    .filter(|name| !name.is_empty() && !NO_LANGUAGES.contains(name))
            });
            // As they are written: scraper's own `classes` gives them sorted.
            let written = element.attribute("class").unwrap_or_default().split_whitespace();
            let mut classes = written.skip_while(|class| !BEFORE_LANGUAGE.contains(class)).skip(1);
            by_class
                .or_else(|| classes.next())
                .or_else(|| element.attribute("data-lang"))
                .or_else(|| element.attribute("data-language"))
                .map(|name| name.trim_end_matches(';'))
                .filter(|name| !name.is_empty() && !NO_LANGUAGES.contains(name))
                .map(str::to_lowercase)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::{blocks, found};

    #[test]
    fn code_keeps_its_lines_and_its_language() {
        let page = "<div class=highlight-source-rust><pre>\nfn a() {<br>    b();\n}\n\n</pre></div>";
        assert_eq!(blocks(page), ["code[rust]:fn a() {\n    b();\n}"]);
    }

    #[test]
    fn code_in_a_field_is_read_without_its_label() {
        let page = "<div aria-label=code-snippet-box><label for=s1>Code Snippet</label><textarea id=s1>a &lt; b\nc</textarea></div>";
        assert_eq!(blocks(page), ["code[]:a < b\nc"]);
        assert_eq!(found(&format!("<article>{TEXT}<form class=code>{page}</form>{TEXT}</article>")).len(), 2);
        assert_eq!(
            found(&format!("<article>{TEXT}<label for=s2>Name</label><textarea id=s2>x</textarea>{TEXT}</article>"))
                .len(),
            2
        );
    }

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";

    #[test]
    fn line_numbers_are_left_out() {
        let page = "<pre><code class='language-c'><span class=lineno>1</span>int x;\n<span class=lineno>2</span>int y;</code></pre>";
        assert_eq!(blocks(page), ["code[c]:int x;\nint y;"]);
    }
}
