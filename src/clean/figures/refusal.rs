//! Why a picture of the page is none of the article's.

use super::furniture::Furniture;
use super::lead_signs::Signs;
use super::ornament::Ornament;
use crate::clean::view::tree::NodeIdx;
use serde::Serialize;
use std::fmt;

/// A picture that is not taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Refused {
    /// The element that shows it.
    pub element: NodeIdx,
    pub why: Refusal,
}

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// It stands in a part of the page that holds no part of an article.
    Furniture(Furniture),
    /// It is no content by what it is itself: an icon, a logo.
    Ornament(Ornament),
    /// It stands with a headline that leads to another page of the site.
    Teaser,
    /// It leads to a page, and the line above it announces something else to read or to buy.
    Announced,
    /// It shows whoever wrote the article.
    Author,
    /// It is small and floats in a note that is set in italics.
    Note,
    /// The page shows it on narrow screens alone, and another drawing of the same on wider ones.
    NarrowScreen,
    /// The page shows it again and again between its paragraphs.
    Recurrent,
    /// It lies behind words of the article.
    Backdrop,
    /// It stands outside the body, and too little speaks for it as the lead picture.
    Outside(Signs),
    /// No address is told at which it could be had, or only that of a placeholder.
    NoAddress,
    /// The part of the body in which it stands was left out.
    LeftOut,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Furniture(furniture) => furniture.fmt(f),
            Self::Ornament(ornament) => ornament.fmt(f),
            Self::Teaser => f.write_str("it is a teaser: its headline leads to another page of the site"),
            Self::Announced => {
                f.write_str("it leads elsewhere, and the line above it announces something else to read")
            }
            Self::Author => f.write_str("it shows the author, whose name it has for its text"),
            Self::Note => {
                f.write_str("it is small and floats in a note in italics, as portraits and logos of sponsors do")
            }
            Self::NarrowScreen => f.write_str("it is drawn for narrow screens, and again for wider ones"),
            Self::Recurrent => {
                f.write_str("the page shows it again and again between its paragraphs, as badges and rules are")
            }
            Self::Backdrop => f.write_str("it is a background behind the article's own words"),
            Self::Outside(signs) if *signs == Signs::default() => {
                f.write_str("it stands outside the body, and nothing speaks for it as the lead picture")
            }
            Self::Outside(signs) => {
                write!(f, "it stands outside the body, and too little speaks for it as the lead picture: {signs}")
            }
            Self::NoAddress => f.write_str("no address is told for it, or only that of a placeholder"),
            Self::LeftOut => f.write_str("the part of the page in which it stands was left out of the text"),
        }
    }
}
