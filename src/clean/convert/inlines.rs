//! Turns what stands in a line into inlines, with the white space that print needs.

use super::{DEEPEST, Walker};
use crate::article::Inline;
use crate::clean::parse;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::tree::{NodeIdx, NodeKind};
use crate::clean::wrapping::{Wrap, append, wrap_into};
use std::borrow::Cow;

impl Walker<'_> {
    /// Reads an inline element (or a text) and what is inside onto the end of `line`.
    pub(super) fn push_inline(&self, line: &mut Vec<Inline>, place: NodeIdx, depth: usize) {
        let node = self.tree.node(place);
        let element = match node.kind {
            NodeKind::Text(text) => return push_text(line, &self.resolved(text)),
            NodeKind::Element(element) => element,
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
        let wrap = match element.name() {
            "br" => return line.push(Inline::LineBreak),
            "wbr" => return,
            "em" | "i" | "cite" | "dfn" | "var" => Wrap::Emphasis,
            "strong" | "b" => Wrap::Strong,
            "s" | "strike" | "del" => Wrap::Strikethrough,
            "sup" => Wrap::Superscript,
            "sub" => Wrap::Subscript,
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
            // Some pages write the marks that a browser would add.
            "q" if self.tree.text(place, |_| false).starts_with(QUOTATION_MARKS) => {
                return self.push_children(line, place, depth);
            }
            "q" => {
                push_text(line, "“");
                self.push_children(line, place, depth);
                return push_text(line, "”");
            }
            "a" => match element.attribute("href").and_then(|href| self.addresses.link(href)) {
                Some(target) => Wrap::Link(target),
                None => return self.push_children(line, place, depth),
            },
            _ => match element.attribute("style").and_then(style) {
                Some(wrap) => wrap,
                None => return self.push_children(line, place, depth),
            },
        };
        let mut content = Vec::new();
        self.push_children(&mut content, place, depth);
        wrap_into(line, content, &wrap);
    }

    /// A text with the references to characters that a content system has escaped twice.
    pub(super) fn resolved<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.is_on_markup || !text.contains('&') || !text.split('&').skip(1).any(begins_as_reference) {
            return Cow::Borrowed(text);
        }
        let Some(parsed) = parse::fragment(&text.replace('<', "&lt;")) else { return Cow::Borrowed(text) };
        parsed.root_element().text().collect::<String>().into()
    }

    fn push_children(&self, line: &mut Vec<Inline>, place: NodeIdx, depth: usize) {
        for child in self.tree.children(place) {
            self.push_inline(line, child, depth + 1);
        }
    }
}

/// "#8217;", "nbsp;": what follows the "&" of a reference that prose holds.
fn begins_as_reference(rest: &str) -> bool {
    let Some((name, _)) = rest.split_once(';') else { return false };
    let is_number = |number: &str| (2..=6).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_hexdigit());
    name.strip_prefix('#').is_some_and(|number| is_number(number.trim_start_matches(['x', 'X'])))
        || ["nbsp", "amp", "quot", "apos", "lsquo", "rsquo", "ldquo", "rdquo", "ndash", "mdash", "hellip", "shy"]
            .contains(&name)
}

const QUOTATION_MARKS: &[char] = &['"', '“', '„', '”', '«', '»', '‘', '‚', '\'', '「', '『', '《'];

/// Spans that are italic or bold by their style alone, as word processors write them.
fn style(style: &str) -> Option<Wrap> {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    if style.contains("font-style:italic") {
        Some(Wrap::Emphasis)
    } else if ["font-weight:bold", "font-weight:600", "font-weight:700", "font-weight:800"]
        .iter()
        .any(|bold| style.contains(bold))
    {
        Some(Wrap::Strong)
    } else if style.contains("line-through") {
        Some(Wrap::Strikethrough)
    } else {
        None
    }
}

/// Adds text as the page has it; spaces are put right by [`tidied`].
pub(super) fn push_text(line: &mut Vec<Inline>, text: &str) {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // Most of a text stays as it is and is taken whole.
        let mut after_space = words.ends_with(' ');
        let goes = |c: char| {
            let follows = std::mem::replace(&mut after_space, c == ' ');
            match c {
                ' ' => follows,
                '!'..='~' => false,
                c => c.is_control() || is_unprinted(c),
            }
        };
        let end = rest.find(goes).unwrap_or(rest.len());
        words.push_str(&rest[..end]);
        let Some(c) = rest[end..].chars().next() else { break };
        rest = &rest[end + c.len_utf8()..];
        if is_space(c) {
            rest = rest.trim_start_matches(is_space);
            if !words.ends_with(' ') {
                words.push(' ');
            }
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

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{000C}' | '\u{2028}' | '\u{2029}')
}

/// Hints for line breaking, which belong to the renderer and print as nothing, and the ends of lines and paragraphs.
fn is_unprinted(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{FEFF}')
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

/// Drops each space that follows a space, a break or the start; what is laid around words has none at its ends.
fn squeezed(line: Vec<Inline>, after_space: &mut bool) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(line.len());
    for inline in line {
        match Wrap::off(inline) {
            Err(Inline::Text(text)) if is_squeezed(&text, *after_space) => {
                *after_space = text.chars().next_back().map_or(*after_space, char::is_whitespace);
                if !text.is_empty() {
                    append(&mut out, Inline::Text(text));
                }
            }
            Err(Inline::Text(text)) => {
                let mut kept = String::with_capacity(text.len());
                for c in text.chars() {
                    if c.is_whitespace() && *after_space {
                        let before = match out.last_mut() {
                            Some(Inline::Text(before)) if kept.is_empty() => before,
                            _ => &mut kept,
                        };
                        widen(before, c);
                        continue;
                    }
                    *after_space = c.is_whitespace();
                    kept.push(c);
                }
                if !kept.is_empty() {
                    append(&mut out, Inline::Text(kept));
                }
            }
            Err(Inline::LineBreak) => {
                trim_end(&mut out);
                if !out.is_empty() {
                    out.push(Inline::LineBreak);
                }
                *after_space = true;
            }
            Err(plain) => {
                *after_space = false;
                out.push(plain);
            }
            Ok((wrap, content)) => {
                let content = squeezed(content, after_space);
                if !content.is_empty() {
                    append(&mut out, wrap.around(content));
                }
            }
        }
    }
    out
}

/// Whether no space of a text follows another; most texts have none.
fn is_squeezed(text: &str, mut after_space: bool) -> bool {
    text.chars().all(|c| {
        let is_space = !matches!(c, '!'..='~') && c.is_whitespace();
        let follows = std::mem::replace(&mut after_space, is_space);
        !(is_space && follows)
    })
}

/// Makes one space of the last and a further one. A single space that does not break, or one as wide as a letter, has a
/// meaning; a run of the former makes room.
fn widen(before: &mut String, further: char) {
    if let Some(last) = before.pop() {
        let is_room = last == '\u{a0}' || last != further;
        before.push(if is_room && last.is_whitespace() { ' ' } else { last });
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
    fn no_space_of_any_kind_stands_at_the_ends_of_a_line() {
        assert_eq!(blocks("<p>\u{3000}\u{3000}冬天　　闸门关闭。&nbsp;</p>"), ["p:冬天\u{3000}闸门关闭。"]);
        assert_eq!(
            blocks("<p><i>OSK&nbsp;&nbsp;—&nbsp;</i></p><h2>&nbsp; one<b>&nbsp;</b></h2>"),
            ["p:_OSK —_", "h2:one"]
        );
        assert_eq!(blocks("<p>Weir&nbsp; Lane and&nbsp;<b> so</b>&emsp;on</p>"), ["p:Weir Lane and *so*\u{2003}on"]);
    }

    #[test]
    fn characters_escaped_twice_are_resolved_where_no_code_is_shown() {
        assert_eq!(
            blocks("<p>Osk &amp;#151; it&amp;rsquo;s a &lt; b &amp;c; R&amp;D;</p>"),
            ["p:Osk — it’s a < b &c; R&D;"]
        );
        // Not even so does a control character get through.
        assert_eq!(blocks("<p>Osk&amp;#27;&amp;#x1f; &amp;amp; sons</p>"), ["p:Osk & sons"]);
        let page = "<p>Write &amp;nbsp; there.</p><pre>x</pre>";
        assert_eq!(blocks(page)[0], "p:Write &nbsp; there.");
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
