//! Figures: the content pictures of an article, each with its caption and its credit told apart.

use super::addresses::Addresses;
use super::metadata::Metadata;
use crate::article::Figure;
use ego_tree::NodeId;
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};

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
    let _ = (document, body, metadata, addresses);
    Figures::default()
}
