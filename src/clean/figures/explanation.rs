//! Tells why each picture of a page is one of the article's or not, and what told its caption and its credit.

use super::Figures;
use super::candidates::{self, ImageCandidate, OfferKind};
use super::credit::rule::CreditRule;
use super::judged::{Place, Taken};
use super::larger::{self, LargerPlace};
use super::lead_signs::Signs;
use super::refusal::Refusal;
use super::showing::ImageSource;
use super::wording::rule::{CaptionRule, PassedOver, Whence, WhyNot};
use crate::article::{Address, Article, Credit, Figure, Inline};
use crate::clean::view::addresses::Addresses;
use crate::clean::view::tree::{NodeIdx, Tree};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// A picture that the page shows, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JudgedPicture {
    /// Where it can be had, the best place first; empty where the page does not say.
    pub places: Vec<PictureOffer>,
    /// What became of it, and why.
    #[serde(flatten)]
    pub judgement: Judgement,
}

/// A place where a picture can be had.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PictureOffer {
    /// An http(s) address, the path of a file, or the head of a `data:` URI.
    pub address: String,
    /// In pixels, as far as the page or the address itself tells.
    pub width: Option<f64>,
    /// What it is offered for.
    pub kind: OfferKind,
}

/// What became of a picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "judgement", rename_all = "kebab-case")]
pub enum Judgement {
    /// It is one of the article's.
    Taken(Box<TakenPicture>),
    /// It is another that stands in this list at this place, counted from 0.
    Repeats {
        /// The place of the other in this list.
        picture: usize,
    },
    /// It is none of the article's.
    Refused(Reason<Refusal>),
}

/// A picture of the article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TakenPicture {
    /// Where it stands.
    pub standing: Reason<Standing>,
    /// Its caption, if it has one.
    pub caption: Option<Found<String, CaptionRule>>,
    /// Its credit, if it has one.
    pub credit: Option<Found<Credit, CreditRule>>,
    /// Words beside it that are neither.
    pub passed_over: Vec<PassedWords>,
    /// Where it may be had larger, though the page does not say so; asked only where a book could show it larger.
    pub larger: Vec<LargerPlace>,
}

/// Where a picture of the article stands.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Among the paragraphs.
    InBody,
    /// Outside the body, as the lead picture.
    Lead(Signs),
}

/// A rule, and what it says in this case as a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason<R> {
    /// The rule.
    pub rule: R,
    /// The sentence.
    pub why: String,
}

/// A caption or a credit, and what told that it is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found<T, R> {
    /// What was found.
    pub words: T,
    /// The rule that told it.
    pub rule: R,
    /// Where it was found.
    pub whence: Whence,
    /// Rule and place as a sentence.
    pub why: String,
}

/// Words beside a picture that are neither caption nor credit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PassedWords {
    /// The first of them, in one line.
    pub words: String,
    /// Why they are neither.
    #[serde(flatten)]
    pub reason: Reason<WhyNot>,
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InBody => f.write_str("it stands in the body"),
            Self::Lead(signs) => write!(f, "it is the lead picture: {signs}"),
        }
    }
}

impl<R: fmt::Display> From<R> for Reason<R> {
    fn from(rule: R) -> Self {
        Self { why: rule.to_string(), rule }
    }
}

/// What `figures` tells of the pictures of a page, of which `article` was made.
pub(crate) fn explain(tree: &Tree, figures: &Figures, addresses: &Addresses, article: &Article) -> Vec<JudgedPicture> {
    let judged = &figures.judged;
    let taken: BTreeMap<NodeIdx, &Taken> = judged.taken.iter().map(|(element, taken)| (*element, taken)).collect();
    let refused: BTreeMap<NodeIdx, Refusal> = judged.refused.iter().map(|one| (one.element, one.why)).collect();
    let repeated: BTreeMap<NodeIdx, NodeIdx> = judged.repeated.iter().copied().collect();
    let mut pictures: Vec<JudgedPicture> = Vec::new();
    let mut listed: BTreeMap<NodeIdx, usize> = BTreeMap::new();
    let mut repeats: Vec<(usize, NodeIdx)> = Vec::new();
    for element in tree.nodes() {
        let picture = if let Some((taken, figure)) =
            taken.get(&element).and_then(|taken| Some((taken, figures.figure(taken.place)?)))
        {
            let is_in_article = article.figures().iter().any(|one| one.picture == figure.picture);
            let judgement = match is_in_article {
                true => Judgement::Taken(Box::new(TakenPicture::of(taken, figure, tree))),
                false => Judgement::Refused(Refusal::LeftOut.into()),
            };
            JudgedPicture { places: places(&taken.offers, figure.picture.candidates(), addresses), judgement }
        } else if let Some(refusal) = refused.get(&element) {
            JudgedPicture {
                places: shown_at(element, tree, addresses),
                judgement: Judgement::Refused((*refusal).into()),
            }
        } else if let Some(first) = repeated.get(&element).filter(|_| tree.name(element) != "noscript") {
            repeats.push((pictures.len(), *first));
            JudgedPicture {
                places: shown_at(element, tree, addresses),
                judgement: Judgement::Repeats { picture: usize::MAX },
            }
        } else {
            continue;
        };
        listed.insert(element, pictures.len());
        pictures.push(picture);
    }
    for (at, first) in repeats {
        let first = listed.get(&first).copied().unwrap_or(at);
        pictures[at].judgement = Judgement::Repeats { picture: first };
    }
    pictures
}

impl TakenPicture {
    fn of(taken: &Taken, figure: &Figure, tree: &Tree) -> Self {
        let rules = &taken.wording;
        let standing = match taken.place {
            Place::Lead(signs) => Standing::Lead(signs),
            Place::Body(..) => Standing::InBody,
        };
        let caption = rules.caption.map(|(rule, whence)| Found {
            words: Inline::plain_text(&figure.caption),
            why: format!("{rule}{whence}"),
            rule,
            whence,
        });
        let credit = figure.credit.clone().zip(rules.credit.clone());
        let credit =
            credit.map(|(words, (rule, whence))| Found { words, why: format!("{rule}{whence}"), rule, whence });
        let passed_over = rules
            .passed_over
            .iter()
            .map(|PassedOver { element, why }| PassedWords { words: words_of(tree, *element), reason: (*why).into() });
        let passed_over = passed_over.filter(|passed| !passed.words.is_empty()).collect();
        let larger = larger::places(&figure.picture);
        Self { standing: standing.into(), caption, credit, passed_over, larger }
    }
}

/// The places of a picture with what the page says of each.
fn places<'p>(
    offers: &[ImageCandidate],
    places: impl Iterator<Item = &'p Address>,
    addresses: &Addresses,
) -> Vec<PictureOffer> {
    let offers = candidates::preferred(offers);
    let offered: Vec<(Vec<Address>, &ImageCandidate)> =
        offers.into_iter().map(|offer| (addresses.picture(&offer.address), offer)).collect();
    let known = |place: &Address| offered.iter().find(|(at, _)| at.contains(place)).map(|(_, offer)| *offer);
    let place = |place: &Address| PictureOffer {
        address: place.to_string(),
        width: known(place).and_then(|offer| offer.width),
        kind: known(place).map_or(OfferKind::Shown, |offer| offer.kind),
    };
    places.map(place).collect()
}

/// The places of a picture that is not taken.
fn shown_at(element: NodeIdx, tree: &Tree, addresses: &Addresses) -> Vec<PictureOffer> {
    let offers = ImageSource::of(element, tree).map(|source| source.offers).unwrap_or_default();
    match candidates::in_order(&offers, addresses) {
        Some(source) => places(&offers, source.candidates(), addresses),
        None => Vec::new(),
    }
}

/// The words of an element in one line.
fn words_of(tree: &Tree, element: NodeIdx) -> String {
    let words = tree.texts(element).flat_map(str::split_whitespace);
    words.take(MOST_WORDS).collect::<Vec<_>>().join(" ")
}

/// Enough to know the words again.
const MOST_WORDS: usize = 24;
