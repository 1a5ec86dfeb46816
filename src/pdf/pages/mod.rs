//! Pages: slabs into columns, columns into pages.
//!
//! The pages of [`articles`] are made of an [`opener`] over all [`columns`], the body below with the notes at the [`foot`] of
//! each column, and what [`ends`] the article (a [`qr`] code of its source, if wished). Before them stand the [`cover`] and the
//! [`contents`], behind them the [`credits`] of the pictures and the [`colophon`]. The running [`heads`] with
//! the [`folio`]s are set last.

pub(super) mod articles;
mod colophon;
mod columns;
pub(super) mod contents;
pub(super) mod cover;
pub(super) mod credits;
mod ends;
pub(super) mod folio;
mod foot;
pub(super) mod heads;
mod opener;
mod qr;

/// The tallest entry that is never torn, as part of the text's height.
pub(in crate::pdf) const TALLEST_ENTRY: f32 = 0.3;
