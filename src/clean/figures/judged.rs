//! How each picture of a page was judged: kept while the figures are found, so that it can be told why.
//!
//! What is kept is what was decided with anyway: reasons, elements, offers. Sentences are made of it when somebody asks
//! ([`explanation`](super::explanation)).

use super::candidates::ImageCandidate;
use super::credit::rule::CreditRule;
use super::lead_signs::Signs;
use super::refusal::{Refusal, Refused};
use super::sightings::Sighting;
use super::wording::rule::{CaptionRule, PassedOver, Whence};
use crate::clean::rules::Rule;
use crate::clean::view::tree::NodeIdx;

/// The judgements on all pictures of a page, in no order.
#[derive(Debug, Default)]
pub(super) struct Judgements {
    pub taken: Vec<(NodeIdx, Taken)>,
    pub refused: Vec<Refused>,
    /// Elements that show a picture which another shows, too.
    pub repeated: Vec<(NodeIdx, NodeIdx)>,
}

/// A picture of the article.
#[derive(Debug)]
pub(super) struct Taken {
    pub place: Place,
    pub wording: Rules,
    /// The addresses that the page offers it at.
    pub offers: Vec<ImageCandidate>,
}

/// Where the figure of a picture stands in [`Figures`](super::Figures).
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Lead(Signs),
    /// At an element; the how-manieth of those that stand there.
    Body(NodeIdx, usize),
}

/// What told caption and credit.
#[derive(Debug)]
pub(super) struct Rules {
    pub caption: Option<(CaptionRule, Whence)>,
    pub credit: Option<(CreditRule, Whence)>,
    pub passed_over: Vec<PassedOver>,
}

impl Judgements {
    pub(super) fn take(&mut self, element: NodeIdx, taken: Taken) {
        self.taken.push((element, taken));
    }

    pub(super) fn refuse(&mut self, element: NodeIdx, why: Refusal) {
        self.refused.push(Refused { element, why });
    }

    /// Notes where else the page shows a picture.
    pub(super) fn repeat(&mut self, picture: &Sighting) {
        self.repeated.extend(picture.duplicates.iter().map(|duplicate| (duplicate.element, picture.element)));
    }
}

/// Why a picture is none of the article's, by where it stands; `None` if it is one.
pub(super) fn refusal(picture: &Sighting, signs: Signs, is_lead: bool) -> Option<Refusal> {
    if picture.refusal.is_some() || is_lead {
        picture.refusal
    } else if !picture.in_body {
        Some(Refusal::Outside(signs))
    } else {
        Rule::PictureBackdrop.when(picture.is_backdrop).map(|_| Refusal::Backdrop)
    }
}
