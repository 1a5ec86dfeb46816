//! Source: reads a path or an address into a page.
//!
//! ```text
//! an argument ── input, address ──▶ file, folder, address, standard input
//! a folder ── folder, name_order ──▶ its pages ── read ──▶ bytes
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
mod misread;
mod name_order;
mod page;
mod read;
mod saved;

pub use folder::{Expansion, PassedOver, expand};
pub use input::Input;
pub(crate) use name_order::ranks as name_ranks;
pub use page::{Declared, Origin, Page, SavedFiles};
pub use read::{SourceError, read, read_all};
use saved::COMPANIONS;
