//! Setting: words into lines.
//!
//! The [`inlines`] of an article become a [`text`], each word with its look. It is cut into [`segments`] of one face and
//! direction; a [`paragraph`] makes of them a row of [`items`], with the [`cuts`] of long words, their [`hyphenation`] and
//! the [`bonds`] at which no line ends, and [`line_breaking`] chooses among all ways to break it. The [`lines`] are filled, and a [`tally`] is kept of how well that went.

mod bonds;
mod cuts;
mod hyphenation;
pub(super) mod inlines;
mod items;
mod line_breaking;
pub(super) mod lines;
pub(super) mod paragraph;
mod segments;
mod tally;
pub(super) mod text;

pub use tally::Tally;
