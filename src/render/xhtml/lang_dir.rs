//! The language a piece of the book speaks, and the way it runs along the line.

use super::markup::{Tag, escaped};
use crate::article::{Direction, Language};
use minijinja::Value;

/// The attributes that tell a reading system how to hyphenate, pronounce and set a piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LangDir {
    language: String,
    direction: &'static str,
}

impl LangDir {
    pub(crate) fn of(language: &Language) -> Self {
        let direction = match language.direction() {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        };
        Self { language: language.to_string(), direction }
    }

    /// "ltr" or "rtl".
    pub(crate) fn direction(&self) -> &'static str {
        self.direction
    }

    /// This voice where it has to be stated because the text around it speaks in another.
    pub(crate) fn inside(&self, around: &LangDir) -> Option<&LangDir> {
        (self != around).then_some(self)
    }

    /// Marks an element with this voice. XHTML wants the language twice: once for XML, once for HTML.
    pub(crate) fn mark(&self, tag: Tag) -> Tag {
        tag.with("lang", &self.language).with("xml:lang", &self.language).with("dir", self.direction)
    }

    /// The attributes for a template's tag, with a space before them; nothing for `None`.
    pub(crate) fn attributes(voice: Option<&LangDir>) -> Value {
        Value::from_safe_string(voice.map_or_else(String::new, |voice| {
            let language = escaped(&voice.language);
            format!(" lang=\"{language}\" xml:lang=\"{language}\" dir=\"{}\"", voice.direction)
        }))
    }
}
