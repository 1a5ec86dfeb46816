//! Why each picture of a page is one of the article's or not: what [`explain`](super::explain) tells.
//!
//! A [`Judgement`] is made of the rules by which it was reached. Each is a type of its own, whose words ([`Display`](std::fmt::Display))
//! are a sentence for people.

pub use super::figures::explanation::{
    Explanation, Found, JudgedPicture, Judgement, PassedWords, PictureOffer, Reason, Standing, TakenPicture,
};
pub use super::figures::{
    CaptionRule, CreditRule, Furniture, Ground, LargerPlace, Looks, OfferKind, Ornament, Refusal, Sign, Signs, Spot,
    Whence, WhyNot,
};
