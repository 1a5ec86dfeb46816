//! XHTML under construction: every word that goes in is escaped, every element that is opened is closed.

use minijinja::Value;

/// A piece of well-formed XHTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Markup(String);

/// The start of an element: its name and its attributes in the order given.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
}

impl Markup {
    /// Adds words; whatever could be taken for markup is escaped.
    pub(crate) fn text(&mut self, words: &str) {
        push_escaped(&mut self.0, words);
    }

    /// Adds an element with what `inside` writes between its tags.
    pub(crate) fn element(&mut self, tag: Tag, inside: impl FnOnce(&mut Markup)) {
        let name = tag.name;
        self.start(&tag);
        self.0.push('>');
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// Adds an element that holds words alone.
    pub(crate) fn words(&mut self, tag: Tag, words: &str) {
        self.element(tag, |out| out.text(words));
    }

    /// Adds an element without content (`img`, `br`, `hr`).
    pub(crate) fn empty(&mut self, tag: Tag) {
        self.start(&tag);
        self.0.push_str("/>");
    }

    /// Begins a new line in the source, for those who read it.
    pub(crate) fn line(&mut self) {
        self.0.push('\n');
    }

    /// As a value that a template does not escape again.
    pub(crate) fn into_value(self) -> Value {
        Value::from_safe_string(self.0)
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }

    fn start(&mut self, tag: &Tag) {
        self.0.push('<');
        self.0.push_str(tag.name);
        for (name, value) in &tag.attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            push_escaped(&mut self.0, value);
            self.0.push('"');
        }
    }
}

impl Tag {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new() }
    }

    pub(crate) fn with(mut self, attribute: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    pub(crate) fn class(self, class: impl Into<String>) -> Self {
        self.with("class", class)
    }

    pub(crate) fn id(self, id: impl Into<String>) -> Self {
        self.with("id", id)
    }

    /// What a part of the book is, for reading systems (`epub:type`) and for assistive ones (`role`).
    ///
    /// The terms are those of the EPUB Structural Semantics Vocabulary 1.1 and of DPUB-ARIA 1.1.
    pub(crate) fn meaning(self, epub_type: &str, role: &str) -> Self {
        self.with("epub:type", epub_type).with("role", role)
    }
}

/// `words` with the characters of markup written as entities and those that XML forbids left out.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    push_escaped(&mut out, words);
    out
}

/// `words` in one line, as lists and metadata want them, without the characters that may not stand in a book.
pub(crate) fn one_line(words: &str) -> String {
    let printable: String = words.chars().filter(|c| is_allowed(*c)).collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push_escaped(out: &mut String, words: &str) {
    for c in words.chars().filter(|c| is_allowed(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// The characters of XML 1.0, section 2.2, without those it advises against (C1 controls, noncharacters) and
/// without carriage returns, which no parser hands on.
fn is_allowed(c: char) -> bool {
    match c {
        '\t' | '\n' => true,
        c if c.is_control() => false,
        '\u{FDD0}'..='\u{FDEF}' => false,
        c => u32::from(c) & 0xFFFE != 0xFFFE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_cannot_become_markup() {
        let mut out = Markup::default();
        out.element(Tag::new("a").with("href", "https://a.example/?b=\"&c='"), |out| out.text("<b> & \"c\""));
        assert_eq!(
            out.into_string(),
            "<a href=\"https://a.example/?b=&quot;&amp;c=&#39;\">&lt;b&gt; &amp; &quot;c&quot;</a>"
        );
    }

    #[test]
    fn characters_that_xml_forbids_are_left_out() {
        assert_eq!(escaped("a\u{0}b\u{1B}c\u{FFFE}d\u{1FFFF}e\u{85}f\r\n\tg"), "abcdef\n\tg");
    }

    proptest! {
        #[test]
        fn whatever_the_words_only_entities_and_allowed_characters_come_out(words in any::<String>()) {
            let out = escaped(&words);
            prop_assert!(!out.contains(['<', '>', '"', '\'']));
            prop_assert!(out.chars().all(is_allowed));
            let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
            let every_ampersand_is_one = out.match_indices('&').all(|(at, _)| entities.iter().any(|e| out[at..].starts_with(e)));
            prop_assert!(every_ampersand_is_one);
        }
    }
}
