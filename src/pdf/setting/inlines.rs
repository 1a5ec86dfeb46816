//! From the inlines of an article to the words of a paragraph, with links and notes numbered.

use super::text::{Look, Target, Text};
use crate::article::{Inline, NoteId, printed_address};
use crate::pdf::faces::forms::Forms;
use crate::pdf::layout::style::{Family, TextStyle};
use std::collections::BTreeMap;
use std::sync::Arc;
use url::Url;

/// The addresses that an article links to, numbered in the order in which they are met.
#[derive(Debug, Default)]
pub(in crate::pdf) struct Addresses {
    pub in_order: Vec<Arc<Url>>,
    numbers: BTreeMap<Arc<Url>, usize>,
}

impl Addresses {
    /// The number of an address, from 1; the same address always has the same.
    pub(crate) fn number(&mut self, url: &Arc<Url>) -> usize {
        *self.numbers.entry(Arc::clone(url)).or_insert_with(|| {
            self.in_order.push(Arc::clone(url));
            self.in_order.len()
        })
    }
}

/// Puts `inlines` into words.
pub(in crate::pdf) struct InlineWriter<'a> {
    pub text: Text,
    pub addresses: &'a mut Addresses,
    /// What the names of the article's notes begin with.
    pub prefix: &'a str,
}

impl InlineWriter<'_> {
    pub(crate) fn write(&mut self, inlines: &[Inline], look: Look, target: Option<&Target>) {
        for inline in inlines {
            self.inline(inline, look, target);
        }
    }

    fn inline(&mut self, inline: &Inline, look: Look, target: Option<&Target>) {
        match inline {
            Inline::Text(words) => self.text.push(words, look, target.cloned()),
            Inline::Emphasis(content) => self.write(content, look.italic(), target),
            Inline::Strong(content) => self.write(content, look.bold(), target),
            Inline::Strikethrough(content) => self.write(content, Look { struck_out: true, ..look }, target),
            Inline::Superscript(content) => self.write(content, look.superior(), target),
            Inline::Subscript(content) => self.write(content, look.inferior(), target),
            Inline::Code(words) => self.text.push(words, program_text(look), target.cloned()),
            Inline::Link { target: url, content } => self.link(url, content, look),
            Inline::NoteReference(note) => {
                let target = Some(Target::Inside(note_name(self.prefix, *note).into()));
                self.text.push(&note.number().to_string(), look.superior(), target);
            }
            Inline::LineBreak => self.text.push("\n", look, target.cloned()),
        }
    }

    /// The words of the link, and the number under which its address is listed; an address that is printed
    /// already needs none.
    fn link(&mut self, url: &Url, content: &[Inline], look: Look) {
        let url = Arc::new(url.clone());
        let target = Target::Web(Arc::clone(&url));
        self.write(content, look, Some(&target));
        let words = Inline::plain_text(content);
        if words.is_empty() || says_its_address(&words, &url) {
            return;
        }
        let number = self.addresses.number(&url).to_string();
        let small =
            Look { face: crate::pdf::faces::FaceStyle { family: Family::Sans, italic: false, ..look.face }, ..look };
        let small = Look { colour: crate::pdf::layout::colours::ColourName::Accent, ..small.superior() };
        self.text.push_label(&number, small, target);
    }
}

/// The name of the place where a note stands, in the article whose names begin with `prefix`.
pub(in crate::pdf) fn note_name(prefix: &str, note: NoteId) -> String {
    format!("{prefix}-note-{}", note.number())
}

fn says_its_address(words: &str, url: &Url) -> bool {
    let plain = |text: &str| {
        let text = text.trim().trim_end_matches('/').to_lowercase();
        let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(&text).to_owned();
        text.strip_prefix("www.").unwrap_or(&text).to_owned()
    };
    plain(words) == plain(&printed_address(url))
}

/// The look of program text inside a sentence: the mono face is wide, and so set smaller.
fn program_text(look: Look) -> Look {
    let face = crate::pdf::faces::FaceStyle { family: Family::Mono, ..look.face };
    Look { face, size: look.size * 0.86, forms: Forms::Literal, ..look }
}

/// The words of `inlines` in `style`.
pub(in crate::pdf) fn words(inlines: &[Inline], style: TextStyle, addresses: &mut Addresses, prefix: &str) -> Text {
    let mut writer = InlineWriter { text: Text::default(), addresses, prefix };
    writer.write(inlines, style.into(), None);
    writer.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::layout::MAGAZINE;

    fn link(address: &str, words: &str) -> Inline {
        Inline::Link { target: address.parse().unwrap(), content: vec![Inline::text(words)] }
    }

    #[test]
    fn an_address_is_numbered_once_and_not_at_all_where_it_is_printed() {
        let mut addresses = Addresses::default();
        let inlines = [
            link("https://tollbridge.example/a", "one"),
            Inline::text(", "),
            link("https://tollbridge.example/b", "two"),
            Inline::text(", "),
            link("https://tollbridge.example/a", "three"),
            Inline::text(", "),
            link("https://tollbridge.example/", "tollbridge.example"),
        ];
        let text = words(&inlines, MAGAZINE.styles.body, &mut addresses, "article-1");
        assert_eq!(text.words, "one1, two2, three1, tollbridge.example");
        assert_eq!(addresses.in_order.len(), 2);
    }
}
