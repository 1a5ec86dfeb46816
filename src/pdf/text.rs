//! A paragraph's words with the look of each, ready to be broken into lines.

use super::faces::FaceStyle;
use super::paper::Pt;
use super::shape::Figures;
use super::theme::{ColourName, TextStyle, Weight};
use crate::article::Direction;
use std::sync::Arc;
use url::Url;

/// Words in one or several looks. The text holds no line breaks but those that are meant.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub words: String,
    /// The looks of the words, in order; each reaches from the end of the one before to its own end.
    pub stretches: Vec<Stretch>,
    /// Which way the words run, whatever the language around them; program text runs to the right.
    pub direction: Option<Direction>,
}

/// Words in one look.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub end: usize,
    pub look: Look,
    pub target: Option<Target>,
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub face: FaceStyle,
    pub size: Pt,
    /// How far the words stand above the baseline.
    pub rise: Pt,
    pub colour: ColourName,
    /// Between letters, in ems.
    pub tracking: f32,
    pub figures: Figures,
    pub struck_out: bool,
}

/// What a reader gets to by touching the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    Web(Arc<Url>),
    /// A named destination in this file.
    Inside(Arc<str>),
}

impl From<TextStyle> for Look {
    fn from(style: TextStyle) -> Self {
        Self {
            face: style.into(),
            size: style.size,
            rise: 0.0,
            colour: style.colour,
            tracking: style.tracking,
            figures: Figures::Usual,
            struck_out: false,
        }
    }
}

impl Look {
    pub fn italic(self) -> Self {
        // Inside italics, stress is shown by standing upright.
        Self { face: FaceStyle { italic: !self.face.italic, ..self.face }, ..self }
    }

    pub fn bold(self) -> Self {
        Self { face: FaceStyle { weight: Weight::Bold, ..self.face }, ..self }
    }

    /// Small and above the line.
    pub fn superior(self) -> Self {
        Self { size: self.size * 0.62, rise: self.rise + self.size * 0.34, ..self }
    }

    /// Small and below the line.
    pub fn inferior(self) -> Self {
        Self { size: self.size * 0.66, rise: self.rise - self.size * 0.14, ..self }
    }
}

impl Text {
    /// Words in one style.
    pub fn plain(words: &str, style: TextStyle) -> Self {
        let mut text = Text::default();
        text.push_styled(words, style);
        text
    }

    /// Adds words in `style`, in capitals where it asks for them.
    pub fn push_styled(&mut self, words: &str, style: TextStyle) {
        if style.capitals {
            self.push(&words.to_uppercase(), style.into(), None);
        } else {
            self.push(words, style.into(), None);
        }
    }

    pub fn push(&mut self, words: &str, look: Look, target: Option<Target>) {
        if words.is_empty() {
            return;
        }
        words.chars().filter_map(settable).for_each(|character| self.words.push(character));
        let end = self.words.len();
        match self.stretches.last_mut() {
            Some(last) if last.look == look && last.target == target => last.end = end,
            _ => self.stretches.push(Stretch { end, look, target }),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }
}

/// The character as it is set; `None` for what leaves no trace on paper.
fn settable(character: char) -> Option<char> {
    match character {
        '\n' | '\u{2028}' => Some('\n'),
        '\t' | '\r' | '\u{2029}' => Some(' '),
        // Soft hyphens would spoil what is searched for; the patterns find the breaks again.
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}' => None,
        // A hyphen that does not break is the same glyph; it is kept whole by the rules for breaks.
        character if character.is_control() => None,
        character => Some(character),
    }
}
