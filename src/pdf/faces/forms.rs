//! Forms: which glyphs of a face stand for letters and figures, where it has several for the same.

use crate::pdf::layout::style::{Figures, Letters};
use harfrust::{Feature, Tag};

/// What words are set for, which decides their glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::pdf) enum Forms {
    Reading {
        figures: Figures,
        small_capitals: bool,
    },
    /// All figures of one width, for columns of numbers.
    Tabular,
    /// No ligatures at all, for program text.
    Literal,
}

impl Forms {
    /// The forms of running text of this kind; what is to be in capitals is written in them.
    pub(crate) fn of(letters: Letters, figures: Figures) -> Self {
        Forms::Reading { figures, small_capitals: letters == Letters::SmallCapitals }
    }

    /// The switches of OpenType that bring them out (OpenType 1.9.1, "Registered features").
    pub(crate) fn features(self) -> Vec<Feature> {
        let switch = |tag: &[u8; 4], value| Feature::new(Tag::new(tag), value, ..);
        let on = |tag| switch(tag, 1);
        let off = |tag| switch(tag, 0);
        match self {
            Forms::Reading { figures, small_capitals } => {
                let figures = match figures {
                    Figures::Usual => None,
                    Figures::Lining => Some(on(b"lnum")),
                    Figures::OldStyle => Some(on(b"onum")),
                };
                figures.into_iter().chain(small_capitals.then(|| on(b"smcp"))).collect()
            }
            Forms::Tabular => vec![on(b"tnum"), on(b"lnum")],
            Forms::Literal => vec![off(b"liga"), off(b"clig"), off(b"calt")],
        }
    }
}
