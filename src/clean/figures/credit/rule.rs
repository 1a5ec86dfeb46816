//! By what words were known for a credit.

use super::super::label::{Label, Strength};
use super::super::role::Ground;
use crate::article::{Found, Trust};
use serde::Serialize;
use std::fmt;

/// By what words were known for the credit of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditRule {
    /// The page calls the element a credit.
    Called(Ground),
    /// The page does not call it one; it reads as one does, at a spot where credits stand.
    Read(Looks, Spot),
    /// A name in an element of its own ends the caption.
    LastElement,
    /// The caption ends in a link to where pictures are had from.
    LastLink,
    /// The caption ends in a link alone in brackets.
    LinkInBrackets,
    /// An attribute that the page's scripts show credits from.
    Attribute(&'static str),
    /// The page's data say it.
    Stated(Found),
    /// The page's data say it, and the caption ends in the same words.
    StatedAndShown,
}

/// How a credit looks that the page does not call one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Looks {
    /// It begins with a label: "Photo by".
    Label(String),
    /// It begins with a word that is a label, without a colon: "Foto".
    Word(String),
    /// It tells the part that its maker had: "Illustration by".
    Part,
    /// Author and licence, as those who give pictures away ask for it.
    Attribution,
    /// It names an agency.
    Agency,
    /// "Name for The House".
    ForHouse,
    /// "Name Photography".
    Studio,
    /// "Name / House".
    Pair,
    /// A name alone.
    Name,
    /// It stands where a name would: "Handout".
    StandIn,
}

/// Where words stand that were read as a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// By themselves.
    Whole,
    /// In brackets at the end of the caption.
    Brackets,
    /// At the end of the caption, from the label on.
    End,
    /// Behind the last bar or dash of the caption.
    Bar,
    /// Behind the last sentence of the caption.
    Sentence,
    /// Before the caption.
    Start,
}

impl CreditRule {
    /// How sure the rule is.
    pub fn trust(&self) -> Trust {
        match self {
            Self::Called(_) | Self::Attribute(_) | Self::StatedAndShown | Self::Read(Looks::Label(_), _) => {
                Trust::Named
            }
            Self::Stated(_) => Trust::Stated,
            Self::Read(..) | Self::LastElement | Self::LastLink | Self::LinkInBrackets => Trust::Read,
        }
    }
}

impl Looks {
    /// What begins with `label`, the label at the head of `text`.
    pub(super) fn labelled(text: &str, label: &Label) -> Self {
        let words = text.trim().strip_suffix(label.rest).unwrap_or_default().trim().to_owned();
        if label.strength > Strength::Word { Self::Label(words) } else { Self::Word(words) }
    }
}

impl fmt::Display for CreditRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Called(ground) => ground.fmt(f),
            Self::Read(looks, spot) => write!(f, "{looks}{spot}"),
            Self::LastElement => f.write_str("a name in an element of its own at the end of the caption"),
            Self::LastLink => f.write_str("the caption ends in a link to where pictures are had from"),
            Self::LinkInBrackets => f.write_str("the caption ends in a link alone in brackets"),
            Self::Attribute(name) => write!(f, "in the attribute `{name}`"),
            Self::Stated(Found::LinkedData) => f.write_str("in the page's JSON-LD"),
            Self::Stated(_) => f.write_str("in the page's microdata, RDFa or embedding"),
            Self::StatedAndShown => f.write_str("the caption ends in the name that the page's data give"),
        }
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Label(label) | Self::Word(label) => write!(f, "it begins with the label \"{label}\""),
            Self::Part => f.write_str("it tells what its maker did"),
            Self::Attribution => f.write_str("it names author and licence"),
            Self::Agency => f.write_str("it names an agency"),
            Self::ForHouse => f.write_str("it reads \"name for a house\""),
            Self::Studio => f.write_str("it is called as studios are"),
            Self::Pair => f.write_str("it reads \"name / house\""),
            Self::Name => f.write_str("it is a name"),
            Self::StandIn => f.write_str("it stands where a name would"),
        }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Whole => "",
            Self::Brackets => ", in brackets at the end of the caption",
            Self::End => ", at the end of the caption",
            Self::Bar => ", behind the last bar of the caption",
            Self::Sentence => ", behind the last sentence of the caption",
            Self::Start => ", before the caption",
        })
    }
}
