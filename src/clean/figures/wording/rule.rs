//! By what words were known for a caption, where they stood, and why others are neither caption nor credit.

use super::super::role::Ground;
use crate::clean::view::tree::NodeIdx;
use serde::Serialize;
use std::fmt;

/// By what words were known for the caption of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaptionRule {
    /// The page calls the element a caption.
    Called(Ground),
    /// They stand in an element that is called a credit and are none.
    BesideCredit(Ground),
    /// They stand in the picture's own figure or box, with nothing else.
    Beside,
    /// An attribute that the page's scripts show captions from.
    Attribute(&'static str),
    /// They stand apart, and end in a credit.
    Apart,
}

impl fmt::Display for CaptionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Called(ground) => ground.fmt(f),
            Self::BesideCredit(ground) => write!(f, "{ground}, but not read as a credit"),
            Self::Beside => f.write_str("alone with the picture in its own figure or box"),
            Self::Attribute(name) => write!(f, "in the attribute `{name}`"),
            Self::Apart => f.write_str("before a credit"),
        }
    }
}

/// Where the words of a picture stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whence {
    /// In the part of the page that holds the picture and nothing else.
    Frame,
    /// Where the page shows the same picture a second time.
    Twin,
    /// In the figure that holds several pictures.
    Gallery,
    /// Apart from the picture.
    Apart,
    /// In the page's data.
    Data,
}

impl fmt::Display for Whence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Frame | Self::Data => "",
            Self::Twin => ", where the page shows the picture again",
            Self::Gallery => ", of the figure that holds several pictures",
            Self::Apart => ", apart from the picture",
        })
    }
}

/// Words beside a picture that are neither caption nor credit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct PassedOver {
    /// The element that holds them.
    pub element: NodeIdx,
    pub why: WhyNot,
}

/// Why words beside a picture are neither caption nor credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyNot {
    /// They belong to buttons, counters and the like, or nobody sees them.
    Control,
    /// A heading of the text.
    Heading,
    /// They are a label, and what it announces is missing.
    LabelAlone,
    /// They tell of the article: who wrote it, when it was changed.
    Byline,
    /// They stand beside a caption, or are too long for one, and do not read as a credit.
    Text,
}

impl fmt::Display for WhyNot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Control => "the words of a control, or hidden",
            Self::Heading => "a heading",
            Self::LabelAlone => "a label with nothing behind it",
            Self::Byline => "it tells of the article, not of the picture",
            Self::Text => "it is no credit, and there is a caption or it is too long for one",
        })
    }
}
