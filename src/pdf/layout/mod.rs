//! What the pages look like: the [`paper`], the [`theme`] as a [`design`] gives it, with its [`colours`] and the [`style`] of
//! each kind of text, what a person chose about them in the [`settings`] (with [`length`]s as people write them), and the [`frame`] on the paper that comes of it all.

pub(super) mod colours;
mod design;
pub(super) mod frame;
mod length;
pub(super) mod paper;
mod settings;
pub(super) mod style;
pub(super) mod theme;
mod theme_error;

#[cfg(test)]
pub(super) use design::MAGAZINE;
pub use design::{Design, LoadThemeError};
pub use frame::NoTextAreaError;
pub use length::{Length, Margins, ParseLengthError, ParseMarginsError};
pub use paper::{Paper, ParsePaperError, Pt};
pub use settings::{Columns, ParseColumnsError, ParseTypeSizeError, PdfSettings, TypeSize};
