//! Figures: the content pictures of an article, each with its caption and its credit told apart.
//!
//! One walk over the page ([`survey`]) finds every element that shows a picture, whatever the markup ([`candidates`],
//! [`srcset`], [`address`]), and leaves out what is furniture by its name, its size or its place ([`content`]).
//! Around each picture of the body the smallest part of the page is found that holds the picture with its words
//! and nothing else ([`frame`]); these words are sorted by what their elements are called ([`role`]), and where no
//! element tells, by how they read ([`credit`], with the tables of [`label`]s and of agencies in [`agency`]).
//! The [`lead`] picture may stand outside the body; it is found by where it stands.

mod address;
mod agency;
mod candidates;
mod caption;
mod content;
mod credit;
mod frame;
mod label;
mod lead;
mod names;
mod role;
mod srcset;
mod survey;
mod wording;

use super::addresses::Addresses;
use super::metadata::Metadata;
use crate::article::Figure;
use ego_tree::NodeId;
use frame::Frame;
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};
use survey::{Shown, Survey};
use wording::Wording;

/// The figures of one article, keyed by the element at whose place they stand.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// An element that is a figure (or a gallery of several), and what it is. Whoever walks the body puts
    /// the figures here and does not go into the element.
    pub at: BTreeMap<NodeId, Vec<Figure>>,
    /// Elements whose words have gone into a caption or credit, or that repeat a picture: not to be walked.
    pub spent: BTreeSet<NodeId>,
    /// The lead picture, where it stands outside `body`.
    pub lead: Option<Figure>,
}

/// Finds the figures of the article whose body is made of the elements `body`, in reading order.
///
/// The page outside `body` is looked at for the lead picture, and for captions and credits that stand apart.
pub(crate) fn find(document: &Html, body: &[ElementRef], metadata: &Metadata, addresses: &Addresses) -> Figures {
    let survey = Survey::of(document, body, metadata.headline.as_deref());
    let lead = lead::find(&survey, metadata.picture.as_deref());
    let showing: BTreeSet<NodeId> = survey.pictures.iter().flat_map(Shown::elements).collect();
    let mut figures = Figures::default();
    for (at, picture) in survey.pictures.iter().enumerate() {
        let is_lead = lead == Some(at);
        if !is_lead && !picture.in_body {
            continue;
        }
        let frame = Frame::around(picture.element, &survey);
        let mut wording = Wording::of(&frame, &showing, addresses);
        for twin in &picture.twins {
            let frame = Frame::around(twin.element, &survey);
            if wording == Wording::default() {
                wording = Wording::of(&frame, &showing, addresses);
            }
            if twin.in_body {
                figures.spent.extend(frame.parts());
            }
        }
        let Some(source) = candidates::in_order(&picture.offers, addresses) else { continue };
        let figure =
            Figure { picture: source, caption: wording.caption, credit: wording.credit, alt: picture.alt.clone() };
        if is_lead {
            figures.lead = Some(figure);
        } else {
            figures.at.entry(frame.root.id()).or_default().push(figure);
            figures.spent.extend(frame.annexes.iter().map(|annex| annex.id()));
        }
    }
    // What holds a figure is walked, whatever else was found of it.
    figures.spent.retain(|id| !figures.at.contains_key(id));
    figures
}
