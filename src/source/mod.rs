//! Source: reads a path or an address into a page.
//!
//! ```text
//! an argument ── argument ──▶ Input: file, folder, address, standard input
//! a folder ── folder, name_order ──▶ its pages ── read, web ──▶ bytes
//! bytes ── encoding ──▶ text ── front_matter, markdown ──▶ HTML ──▶ Page
//! ```
//!
//! What comes out is decoded and is HTML, whatever came in: the later stages know nothing of encodings,
//! Markdown or the folders that browsers write.

mod argument;
mod encoding;
mod folder;
mod front_matter;
mod input;
mod markdown;
mod mojibake;
mod name_order;
mod page;
mod read;
mod saved;
#[cfg(feature = "fetch")]
mod web;

pub use folder::{Expansion, PassedOver, expand};
pub use input::Input;
#[cfg(all(feature = "epub", feature = "pdf"))]
pub(crate) use name_order::ranks as name_ranks;
pub use page::{Declared, Origin, Page, SavedFiles};
pub use read::{SourceError, read_local};
use saved::COMPANIONS;
#[cfg(feature = "fetch")]
pub use web::{read, read_all};
