//! Why each picture of a page is one of the article's or not, and which rules left words out: what
//! [`explain`](super::explain) tells.
//!
//! A [`Judgement`] is made of the rules by which it was reached. Each is a type of its own, whose words ([`Display`](std::fmt::Display))
//! are a sentence for people.

pub use super::figures::explanation::{
    Found, JudgedPicture, Judgement, PassedWords, PictureOffer, Reason, Standing, TakenPicture,
};
pub use super::figures::{
    CaptionRule, CreditRule, Furniture, Ground, LargerPlace, Looks, OfferKind, Ornament, Refusal, Sign, Signs, Spot,
    Whence, WhyNot,
};

use super::body::Body;
use super::rules::Rule;
use super::view::tree::Tree;
use crate::article::{Block, plain_text};
use serde::Serialize;

/// What became of the pictures and the words of a page, and why.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Explanation {
    /// In page order.
    pub pictures: Vec<JudgedPicture>,
    /// The words in the part of the page that the text was read from that are none of the text: first those of whole
    /// elements, in page order, then those of blocks, by the rules in their order.
    pub left_out: Vec<LeftOut>,
}

/// Words that were left out, and the rule that did it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeftOut {
    /// The rule.
    pub rule: Rule,
    /// Why, as a sentence about the words.
    pub why: &'static str,
    /// The first of the words, in one line.
    pub words: String,
}

/// So many words are enough to know a passage by.
const MAX_WORDS: usize = 24;

/// What was left out of the `body` of a page and of its `blocks`; elements without words are passed over.
pub(super) fn left_out(tree: &Tree, body: &Body, blocks: &[(Rule, Block)]) -> Vec<LeftOut> {
    let elements = body.left_out(tree).into_iter().filter(|(rule, _)| *rule != Rule::NonText);
    let elements = elements.map(|(rule, place)| (rule, tree.text(place, |_| false)));
    let blocks = blocks.iter().map(|(rule, block)| (*rule, plain_text(std::slice::from_ref(block))));
    let all = elements.chain(blocks).map(|(rule, text)| {
        let words = text.split_whitespace().take(MAX_WORDS).collect::<Vec<_>>().join(" ");
        LeftOut { rule, why: rule.info().why, words }
    });
    all.filter(|left_out| !left_out.words.is_empty()).collect()
}
