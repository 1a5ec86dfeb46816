//! Setting: words into lines.
//!
//! The [`inlines`] of an article become a [`text`], each word with its look. It is cut into [`segments`] of one face and
//! direction; a [`paragraph`] of a certain [`shape`] makes of them a row of [`items`], with the [`break_rules`] for long words,
//! their [`hyphenation`] and the [`no_breaks`] at which no line ends, and [`line_breaking`] chooses among all ways to break
//! it. The [`lines`] are filled, each a [`line`], and [`line_stats`] says how well that went. What is kept from one
//! paragraph to the next has the [`setter`].

mod break_rules;
mod hyphenation;
pub(super) mod inlines;
mod items;
pub(super) mod line;
mod line_breaking;
mod line_stats;
pub(super) mod lines;
mod no_breaks;
pub(super) mod paragraph;
mod segments;
pub(super) mod setter;
pub(super) mod shape;
pub(super) mod text;

pub use line_stats::LineStats;
