//! What speaks for and against a picture outside the body as the lead picture, each with its weight.

use serde::{Serialize, Serializer};
use std::fmt;

/// What speaks for and against a picture outside the body as the lead picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// The picture that the page shows to the world, shown on the page too.
    Named,
    /// Right where a lead picture stands: between headline and body, or right above the headline.
    BetweenHeadlineAndBody,
    /// It is a photograph, and no other picture stands there: a row of them is of partners, or of other articles.
    Alone,
    /// A box around it is called "hero", "lead", "featured".
    Hero,
    /// It stands in a `figure`.
    InFigure,
    /// It is as wide as a picture that leads.
    Wide,
    /// It is too narrow for one.
    Narrow,
    /// A picture that leads to another page is that page's.
    LeadsElsewhere,
    /// Before the headline, with something to read between.
    BeforeHeadline,
    /// Behind the body stands what belongs to other articles.
    AfterBody,
    /// A drawing of which nothing more is told: an icon, as likely as not.
    Drawing,
    /// An `aside` holds what is beside the article; some themes put the figure of the lead into one.
    InAside,
}

impl Sign {
    const ALL: [Self; 12] = [
        Self::Named,
        Self::BetweenHeadlineAndBody,
        Self::Hero,
        Self::InFigure,
        Self::Wide,
        Self::Narrow,
        Self::LeadsElsewhere,
        Self::BeforeHeadline,
        Self::AfterBody,
        Self::InAside,
        Self::Drawing,
        Self::Alone,
    ];

    pub(super) fn weight(self) -> i32 {
        match self {
            Self::Named => 4,
            Self::BetweenHeadlineAndBody => 3,
            Self::Alone | Self::Hero | Self::InFigure | Self::Wide => 1,
            Self::Drawing => -1,
            Self::Narrow | Self::BeforeHeadline | Self::InAside => -2,
            Self::LeadsElsewhere => -5,
            Self::AfterBody => -20,
        }
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Named => "the page's head names it",
            Self::BetweenHeadlineAndBody => "it stands where lead pictures stand, at the headline",
            Self::Alone => "no other picture stands there",
            Self::Hero => "its box is called as those of lead pictures are",
            Self::InFigure => "it is a figure",
            Self::Wide => "it is wide",
            Self::Narrow => "it is narrow",
            Self::LeadsElsewhere => "it leads to another page",
            Self::BeforeHeadline => "it stands before the headline",
            Self::AfterBody => "it stands behind the text",
            Self::InAside => "it stands in an `aside`",
            Self::Drawing => "it is a drawing of unknown width",
        })
    }
}

/// The signs of one picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs(u16);

impl Signs {
    /// Those of all signs of which `has` holds.
    pub(super) fn which(has: impl FnMut(&Sign) -> bool) -> Self {
        Self(Sign::ALL.into_iter().filter(has).fold(0, |signs, sign| signs | 1 << sign as u16))
    }

    pub(super) fn has(self, sign: Sign) -> bool {
        self.0 >> sign as u16 & 1 == 1
    }

    pub(super) fn add(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u16;
    }

    /// Each sign that the picture has.
    pub fn iter(self) -> impl Iterator<Item = Sign> {
        Sign::ALL.into_iter().filter(move |sign| self.has(*sign))
    }

    pub(super) fn weight(self) -> i32 {
        self.iter().map(Sign::weight).sum()
    }
}

impl fmt::Display for Signs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().enumerate().try_for_each(|(at, sign)| write!(f, "{}{sign}", if at == 0 { "" } else { "; " }))
    }
}

impl Serialize for Signs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
