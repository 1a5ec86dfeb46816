//! Extent: whether the page holds all of its article, and where the rest is.
//!
//! A [`wall`] hides the rest from those who do not pay; a [`pagination`] spreads it over further pages.

mod pagination;
mod wall;

pub(super) use pagination::parts;
pub(super) use wall::stub;
