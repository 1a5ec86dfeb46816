//! The inlines of a paragraph: what stands beside one another in a line.

use serde::{Deserialize, Serialize};
use url::Url;

/// One piece of running text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "content", rename_all = "kebab-case")]
pub enum Inline {
    /// Words. White space is already what it should be: no line breaks, no runs of spaces.
    Text(String),
    /// Stress, titles of works, foreign words: italic.
    Emphasis(Vec<Inline>),
    /// Strong stress: bold.
    Strong(Vec<Inline>),
    /// Text that no longer holds.
    Strikethrough(Vec<Inline>),
    /// Above the line: "m²".
    Superscript(Vec<Inline>),
    /// Below the line: "H₂O".
    Subscript(Vec<Inline>),
    /// Program text inside a sentence.
    Code(String),
    /// A link to another place; `target` is http, https or mailto.
    Link {
        /// Where it leads.
        target: Url,
        /// The words that lead there.
        content: Vec<Inline>,
    },
    /// The mark of a footnote.
    NoteReference(NoteId),
    /// A line break that the author meant (verse, addresses).
    LineBreak,
}

impl Inline {
    /// Plain words as an inline.
    pub fn text(words: impl Into<String>) -> Self {
        Inline::Text(words.into())
    }
}

/// Points at a note by its place in [`Article::notes`](super::Article::notes), counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(pub usize);

impl NoteId {
    /// The number that a reader sees, counted from 1.
    pub fn number(self) -> usize {
        self.0 + 1
    }
}
