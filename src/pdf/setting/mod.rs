//! Setting: words into lines.
//!
//! The [`inlines`] of an article become a [`text`], each word with its look. It is cut into [`segments`] of one face and
//! direction; a [`paragraph`] of a certain [`shape`] makes of them a row of [`items`], with the [`cuts`] of long words, their
//! [`hyphenation`] and the [`bonds`] at which no line ends, and [`line_breaking`] chooses among all ways to break it. The
//! [`lines`] are filled, each a [`line`], and a [`tally`] is kept of how well that went. What is kept from one paragraph to the
//! next has the [`setter`].

mod bonds;
mod cuts;
mod hyphenation;
pub(super) mod inlines;
mod items;
pub(super) mod line;
mod line_breaking;
pub(super) mod lines;
pub(super) mod paragraph;
mod segments;
pub(super) mod setter;
pub(super) mod shape;
mod tally;
pub(super) mod text;

pub use tally::Tally;
