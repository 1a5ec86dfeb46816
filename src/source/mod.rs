//! Source: reads a path or an address into a page.
//!
//! ```text
//! an argument ── input ──▶ file, address, standard input ── read ──▶ bytes
//! bytes ── encoding ──▶ text ── front_matter, markdown ──▶ HTML ──▶ Page
//! ```
//!
//! What comes out is decoded and is HTML, whatever came in: the later stages know nothing of encodings,
//! Markdown or the folders that browsers write.

mod encoding;
mod front_matter;
mod input;
mod markdown;
mod misread;
mod page;
mod read;
mod saved;

pub use input::Input;
pub use page::{Declared, Origin, Page, SavedFiles};
pub use read::{SourceError, read, read_all};
use saved::COMPANIONS;
