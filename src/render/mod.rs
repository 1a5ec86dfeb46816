//! Render: an article as plain text, Markdown, HTML or JSON, and what was found in a page in words for people.
//!
//! The XHTML that books are made of stands here, too (`xhtml`). Nothing here fetches, decodes or cleans.

mod explanation;
mod head;
mod html;
mod json;
mod markdown;
mod missing;
mod text;
pub(crate) mod xhtml;

pub use explanation::explanation;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use missing::missing;
pub(crate) use missing::parts_named;
pub use text::text;
pub use xhtml::frames::FrameError;
