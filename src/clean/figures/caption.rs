//! The words of a caption as inlines: emphasis and links kept.

use crate::article::Inline;
use crate::clean::view::addresses::Addresses;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::non_text::is_no_line;
use crate::clean::view::tree::{NodeIdx, NodeKind, Tree};
use crate::lexicon;
use std::ops::Range;

/// The inlines of an element, without what lies in elements that `skips` names.
///
/// White space is single, and there is none at either end.
pub(super) fn inlines(
    element: NodeIdx,
    tree: &Tree,
    skips: &dyn Fn(NodeIdx) -> bool,
    addresses: &Addresses,
) -> Vec<Inline> {
    let mut writer = Writer { tree, skips, addresses, owes_space: false, has_words: false };
    writer.children(element, 0)
}

/// Deeper markup than this is walked no further.
const DEEPEST: usize = 40;

struct Writer<'w> {
    tree: &'w Tree<'w>,
    skips: &'w dyn Fn(NodeIdx) -> bool,
    addresses: &'w Addresses,
    /// White space was met and will be written before the next word.
    owes_space: bool,
    has_words: bool,
}

impl Writer<'_> {
    fn children(&mut self, node: NodeIdx, depth: usize) -> Vec<Inline> {
        let tree = self.tree;
        let mut written = Vec::new();
        for child in tree.children(node) {
            if (self.skips)(child) {
                // What stood there parted the words on either side.
                self.owes_space = true;
                continue;
            }
            match tree.node(child).kind {
                NodeKind::Text(text) => self.text(text, &mut written),
                NodeKind::Element(element) if depth < DEEPEST => {
                    let name = element.name();
                    if is_no_line(name) {
                        continue;
                    }
                    let parts = is_block(name);
                    self.owes_space |= parts || name == "br";
                    let is_span = matches!(
                        name,
                        "em" | "i" | "cite" | "strong" | "b" | "sup" | "sub" | "s" | "del" | "strike" | "a"
                    );
                    // A space before emphasis or a link stands outside of it.
                    let owed = is_span && self.owes_space && self.has_words;
                    self.owes_space &= !owed;
                    let content = self.children(child, depth + 1);
                    if content.is_empty() {
                        self.owes_space |= owed || parts;
                        continue;
                    }
                    self.owes_space |= parts;
                    if owed {
                        push(&mut written, Inline::text(" "));
                    }
                    match name {
                        "em" | "i" | "cite" => written.push(Inline::Emphasis(content)),
                        "strong" | "b" => written.push(Inline::Strong(content)),
                        "sup" => written.push(Inline::Superscript(content)),
                        "sub" => written.push(Inline::Subscript(content)),
                        "s" | "del" | "strike" => written.push(Inline::Strikethrough(content)),
                        "a" => match element.attribute("href").and_then(|href| self.addresses.link(href)) {
                            Some(target) => written.push(Inline::Link { target, content }),
                            None => written.extend(content),
                        },
                        _ => content.into_iter().for_each(|inline| push(&mut written, inline)),
                    }
                }
                NodeKind::Element(_) => {}
            }
        }
        written
    }

    fn text(&mut self, text: &str, written: &mut Vec<Inline>) {
        let mut words = String::with_capacity(text.len());
        for character in text.chars() {
            if character.is_whitespace() || character == '\u{200b}' {
                self.owes_space = true;
                continue;
            }
            if self.owes_space && self.has_words {
                words.push(' ');
            }
            self.owes_space = false;
            self.has_words = true;
            words.push(character);
        }
        if !words.is_empty() {
            push(written, Inline::Text(words));
        }
    }
}

/// Adds an inline; neighbouring texts become one.
fn push(written: &mut Vec<Inline>, inline: Inline) {
    match (written.last_mut(), inline) {
        (Some(Inline::Text(last)), Inline::Text(more)) => last.push_str(&more),
        (_, inline) => written.push(inline),
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "figcaption"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "section"
            | "dd"
            | "dt"
            | "td"
            | "tr"
    )
}

/// A caption without the label that says that it is one, and nothing of a byline.
pub(super) fn without_label(caption: Vec<Inline>) -> Vec<Inline> {
    let text = words(&caption);
    let lower = text.to_lowercase();
    let opens_byline =
        || lexicon::CAPTION_BYLINE_OPENINGS.opening(&lower).any(|opening| lower[opening.len()..].starts_with(' '));
    if text.len() < 80 && opens_byline() {
        return Vec::new();
    }
    let label = lexicon::CAPTION_LABELS.opening(&lower).find(|label| text.is_char_boundary(label.len()));
    match label {
        Some(label) => {
            let start = text.len() - text[label.len()..].trim_start().len();
            cut(&caption, start..text.len())
        }
        None => caption,
    }
}

/// The words of `inlines`, white space as it stands: what [`cut`] counts in.
pub(super) fn words(inlines: &[Inline]) -> String {
    let mut words = String::new();
    collect(inlines, &mut words);
    words
}

fn collect(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::LineBreak => words.push('\n'),
            Inline::NoteReference(_) => {}
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Link { content, .. } => collect(content, words),
        }
    }
}

/// The inlines whose words lie in `range` of [`words`], counted in bytes.
pub(super) fn cut(inlines: &[Inline], range: Range<usize>) -> Vec<Inline> {
    let mut at = 0;
    cut_from(inlines, &range, &mut at)
}

fn cut_from(inlines: &[Inline], range: &Range<usize>, at: &mut usize) -> Vec<Inline> {
    let mut kept = Vec::new();
    for inline in inlines {
        let start = *at;
        let inner = match inline {
            Inline::Text(text) | Inline::Code(text) => {
                *at += text.len();
                let from = range.start.max(start).min(*at) - start;
                let to = range.end.max(start).min(*at) - start;
                match text.get(from..to) {
                    Some(part) if !part.is_empty() && matches!(inline, Inline::Code(_)) => {
                        kept.push(Inline::Code(part.to_owned()))
                    }
                    Some(part) if !part.is_empty() => kept.push(Inline::Text(part.to_owned())),
                    _ => {}
                }
                continue;
            }
            Inline::LineBreak => {
                *at += 1;
                if range.contains(&start) {
                    kept.push(Inline::LineBreak);
                }
                continue;
            }
            Inline::NoteReference(note) => {
                kept.push(Inline::NoteReference(*note));
                continue;
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Link { content, .. } => cut_from(content, range, at),
        };
        if inner.is_empty() {
            continue;
        }
        kept.push(match inline {
            Inline::Emphasis(_) => Inline::Emphasis(inner),
            Inline::Strong(_) => Inline::Strong(inner),
            Inline::Strikethrough(_) => Inline::Strikethrough(inner),
            Inline::Superscript(_) => Inline::Superscript(inner),
            Inline::Link { target, .. } => Inline::Link { target: target.clone(), content: inner },
            _ => Inline::Subscript(inner),
        });
    }
    kept
}
