//! Turns what stands in a line into inlines, with the white space that print needs.

use super::{DEEPEST, Walker};
use crate::article::Inline;
use crate::clean::tree::Kind;

impl Walker<'_> {
    /// Reads an inline element (or a text) and what is inside onto the end of `line`.
    pub(super) fn push_inline(&self, line: &mut Vec<Inline>, place: usize, depth: usize) {
        let node = self.tree.node(place);
        let element = match node.kind {
            Kind::Text(text) => return push_text(line, text),
            Kind::Element(element) => element,
        };
        if let Some(note) = self.marks.reference_at(place) {
            return line.push(Inline::NoteReference(note));
        }
        if let Some(formula) = self.formula(place) {
            return push_text(line, &formula);
        }
        if self.skips(place) {
            return;
        }
        if depth >= DEEPEST {
            return push_text(line, &self.tree.text(place, |at| self.skips(at)));
        }
        let wrap: fn(Vec<Inline>) -> Inline = match element.name() {
            "br" => return line.push(Inline::LineBreak),
            "wbr" => return,
            "em" | "i" | "cite" | "dfn" | "var" => Inline::Emphasis,
            "strong" | "b" => Inline::Strong,
            "s" | "strike" | "del" => Inline::Strikethrough,
            "sup" => Inline::Superscript,
            "sub" => Inline::Subscript,
            "code" | "kbd" | "samp" | "tt" => {
                let text = self.tree.text(place, |at| self.skips(at));
                if !text.is_empty() {
                    line.push(Inline::Code(text));
                }
                return;
            }
            // How a word is read stands behind it in brackets, as on a line without room above it; `rp` holds them already.
            "rt" if !self.tree.children(self.tree.node(place).parent).any(|child| self.tree.name(child) == "rp") => {
                push_text(line, "（");
                self.push_children(line, place, depth);
                return push_text(line, "）");
            }
            "q" => {
                push_text(line, "“");
                self.push_children(line, place, depth);
                return push_text(line, "”");
            }
            "a" => {
                let mut content = Vec::new();
                self.push_children(&mut content, place, depth);
                match element.attr("href").and_then(|href| self.addresses.link(href)) {
                    Some(target) => wrap_into(line, content, |content| Inline::Link { target, content }),
                    None => line.extend(content),
                }
                return;
            }
            _ => match element.attr("style").and_then(style) {
                Some(wrap) => wrap,
                None => return self.push_children(line, place, depth),
            },
        };
        let mut content = Vec::new();
        self.push_children(&mut content, place, depth);
        wrap_into(line, content, wrap);
    }

    fn push_children(&self, line: &mut Vec<Inline>, place: usize, depth: usize) {
        for child in self.tree.children(place) {
            self.push_inline(line, child, depth + 1);
        }
    }
}

/// Spans that are italic or bold by their style alone, as word processors write them.
fn style(style: &str) -> Option<fn(Vec<Inline>) -> Inline> {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    if style.contains("font-style:italic") {
        Some(Inline::Emphasis)
    } else if ["font-weight:bold", "font-weight:600", "font-weight:700", "font-weight:800"]
        .iter()
        .any(|bold| style.contains(bold))
    {
        Some(Inline::Strong)
    } else if style.contains("line-through") {
        Some(Inline::Strikethrough)
    } else {
        None
    }
}

/// Wraps words, but not the spaces at their ends, and nothing at all around nothing.
fn wrap_into(line: &mut Vec<Inline>, content: Vec<Inline>, wrap: impl FnOnce(Vec<Inline>) -> Inline) {
    let has_words = content.iter().any(|inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::LineBreak => false,
        _ => true,
    });
    if has_words { line.push(wrap(content)) } else { line.extend(content) }
}

/// Adds text as the page has it; spaces are put right by [`tidied`].
pub(super) fn push_text(line: &mut Vec<Inline>, text: &str) {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Hints for line breaking belong to the renderer; the others print as nothing.
            '\u{00AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
            ' ' | '\t' | '\n' | '\r' | '\u{000C}' | '\u{2028}' | '\u{2029}' => {
                if !words.ends_with(' ') {
                    words.push(' ');
                }
            }
            c if c.is_control() => {}
            c => words.push(c),
        }
    }
    if words.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(Inline::Text(before)) => before.push_str(&words),
        _ => line.push(Inline::Text(words)),
    }
}

/// Cuts a line at its empty lines and tidies the parts; those without words are dropped.
pub(super) fn paragraphs(line: Vec<Inline>) -> Vec<Vec<Inline>> {
    let is_blank = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    let mut parts = vec![Vec::new()];
    let mut breaks = Vec::new();
    for inline in line {
        if inline == Inline::LineBreak || (!breaks.is_empty() && is_blank(&inline)) {
            breaks.push(inline);
            continue;
        }
        let count = breaks.iter().filter(|inline| **inline == Inline::LineBreak).count();
        if count >= 2 {
            parts.push(Vec::new());
            breaks.clear();
        }
        if let Some(part) = parts.last_mut() {
            part.append(&mut breaks);
            part.push(inline);
        }
    }
    parts.into_iter().map(tidied).filter(|part| !part.is_empty()).collect()
}

/// One line with single spaces, none at its ends or beside a break, and no empty pieces.
pub(super) fn tidied(line: Vec<Inline>) -> Vec<Inline> {
    let mut at_start = true;
    let mut line = squeezed(line, &mut at_start);
    trim_end(&mut line);
    line
}

/// Drops each space that follows a space, a break or the start.
fn squeezed(line: Vec<Inline>, after_space: &mut bool) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(line.len());
    for inline in line {
        match inline {
            Inline::Text(text) => {
                let mut kept = String::with_capacity(text.len());
                for c in text.chars() {
                    let is_space = matches!(c, ' ' | '\u{a0}');
                    if is_space && *after_space {
                        // A single space that does not break has a meaning; a run of them makes room.
                        if kept.ends_with('\u{a0}') {
                            kept.pop();
                            kept.push(' ');
                        }
                        continue;
                    }
                    *after_space = is_space;
                    kept.push(c);
                }
                match out.last_mut() {
                    _ if kept.is_empty() => {}
                    Some(Inline::Text(before)) => before.push_str(&kept),
                    _ => out.push(Inline::Text(kept)),
                }
            }
            Inline::LineBreak => {
                trim_end(&mut out);
                if !out.is_empty() {
                    out.push(Inline::LineBreak);
                }
                *after_space = true;
            }
            Inline::Code(_) | Inline::NoteReference(_) => {
                *after_space = false;
                out.push(inline);
            }
            Inline::Emphasis(content) => nest(&mut out, content, after_space, Inline::Emphasis),
            Inline::Strong(content) => nest(&mut out, content, after_space, Inline::Strong),
            Inline::Strikethrough(content) => nest(&mut out, content, after_space, Inline::Strikethrough),
            Inline::Superscript(content) => nest(&mut out, content, after_space, Inline::Superscript),
            Inline::Subscript(content) => nest(&mut out, content, after_space, Inline::Subscript),
            Inline::Link { target, content } => {
                nest(&mut out, content, after_space, |content| Inline::Link { target, content })
            }
        }
    }
    out
}

/// Puts an inline with content back; the spaces at the ends of the content come to stand outside.
fn nest(out: &mut Vec<Inline>, content: Vec<Inline>, after_space: &mut bool, wrap: impl FnOnce(Vec<Inline>) -> Inline) {
    if !*after_space && matches!(content.first(), Some(Inline::Text(text)) if text.starts_with(' ')) {
        push_text(out, " ");
        *after_space = true;
    }
    let mut content = squeezed(content, after_space);
    let mut space_behind = false;
    if let Some(Inline::Text(text)) = content.last_mut()
        && text.ends_with(' ')
    {
        text.pop();
        space_behind = true;
        if text.is_empty() {
            content.pop();
        }
    }
    if !content.is_empty() {
        out.push(wrap(content));
    }
    if space_behind {
        push_text(out, " ");
    }
}

fn trim_end(line: &mut Vec<Inline>) {
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Text(text) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
            }
            Inline::LineBreak => {}
            _ => break,
        }
        line.pop();
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn spaces_at_the_ends_of_emphasis_move_out() {
        assert_eq!(blocks("<p>one<em> two </em> three <b></b>\n four</p>"), ["p:one _two_ three four"]);
    }

    #[test]
    fn soft_hyphens_and_zero_width_spaces_go() {
        assert_eq!(blocks("<p>bind&shy;ery and\u{200b}\u{feff}so&nbsp;on</p>"), ["p:bindery andso\u{a0}on"]);
    }

    #[test]
    fn a_link_to_a_script_is_only_its_words() {
        assert_eq!(
            blocks(
                "<p>see <a href='javascript:alert(1)' onclick=x()>this</a> and <a href=https://example.org/>that</a></p>"
            ),
            ["p:see this and [that](https://example.org/)"]
        );
    }

    #[test]
    fn a_formula_is_its_tex() {
        let page = "<p>so <math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></semantics></math>.</p>";
        assert_eq!(blocks(page), ["p:so x^2."]);
    }
}
