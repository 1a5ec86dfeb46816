//! What a person may choose about the pages, and the theme and the frame that come of it.

use super::design::Design;
use super::frame::{Frame, NoTextAreaError};
use super::length::{Length, Margins, ParseLengthError};
use super::paper::{Paper, Pt};
use super::theme::Theme;
use std::fmt;
use std::str::FromStr;

/// What a person may choose; what is left open is as the design has it.
#[derive(Debug, Clone, Default)]
pub struct PdfSettings {
    /// The theme.
    pub design: Design,
    /// `None` for the theme's.
    pub paper: Option<Paper>,
    /// `None` for the theme's.
    pub columns: Option<Columns>,
    /// `None` for the theme's.
    pub margins: Option<Margins>,
    /// Of the running text; all other type grows with it.
    pub size: Option<TypeSize>,
    /// Lines are left ragged instead of being filled.
    pub ragged: bool,
    /// A QR code of its address stands at the end of each article.
    pub qr: bool,
    /// The pages stand two by two on sheets, to be folded and stapled.
    pub booklet: bool,
}

impl PdfSettings {
    /// The paper of a page. The sheets of a booklet are twice as wide; where nothing is said they are A4.
    pub fn paper(&self) -> Paper {
        let usual = if self.booklet { Paper::A5 } else { self.design.theme().page.paper };
        self.paper.unwrap_or(usual)
    }

    /// Whether a page of these settings can hold text.
    ///
    /// # Errors
    /// When the margins, the columns and the size of the type leave too little room on the paper.
    pub fn check(&self) -> Result<(), NoTextAreaError> {
        Frame::new(self.paper(), &self.theme()).map(|_| ())
    }

    /// The design's theme with all choices made.
    pub(in crate::pdf) fn theme(&self) -> Theme {
        let mut theme = self.design.theme().clone();
        if let Some(size) = self.size {
            theme = theme.in_size(size.0.0);
        }
        let page = &mut theme.page;
        if let Some(Margins { top, right, bottom, left }) = self.margins {
            // Running head and folio keep their places in the margin.
            page.head *= top.0 / page.top.max(1.0);
            page.foot *= bottom.0 / page.bottom.max(1.0);
            (page.top, page.right, page.bottom, page.left) = (top.0, right.0, bottom.0, left.0);
            page.longest_line = f32::INFINITY;
        }
        if let Some(columns) = self.columns {
            (page.columns, page.shortest_line) = (columns.0.into(), 0.0);
        }
        theme.breaking.ragged |= self.ragged;
        theme.ends.qr |= self.qr;
        theme
    }
}

/// How many columns a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns(u8);

/// Words that are no number of columns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no number of columns; choose 1, 2 or 3")]
pub struct ParseColumnsError {
    text: String,
}

impl FromStr for Columns {
    type Err = ParseColumnsError;

    fn from_str(text: &str) -> Result<Self, ParseColumnsError> {
        let count = text.trim().parse().ok().filter(|count| (1..=3).contains(count));
        count.map(Columns).ok_or_else(|| ParseColumnsError { text: text.to_owned() })
    }
}

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The size of running text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TypeSize(Length);

/// The smallest type that is read without a glass, and the largest that large-print books have.
const SMALLEST: Pt = 6.0;
const LARGEST: Pt = 24.0;

/// Words that are no size of type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseTypeSizeError {
    /// It is no length.
    #[error(transparent)]
    ParseLengthError(#[from] ParseLengthError),
    /// It is a length that nobody can read.
    #[error("type of {text} is none to read; choose a size from {SMALLEST}pt to {LARGEST}pt")]
    Unreadable {
        /// As it was given.
        text: String,
    },
}

impl FromStr for TypeSize {
    type Err = ParseTypeSizeError;

    fn from_str(text: &str) -> Result<Self, ParseTypeSizeError> {
        let size: Length = text.parse()?;
        match (SMALLEST..=LARGEST).contains(&size.0) {
            true => Ok(TypeSize(size)),
            false => Err(ParseTypeSizeError::Unreadable { text: text.trim().to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_chosen_says_what_can() {
        assert_eq!("2".parse(), Ok(Columns(2)));
        assert!("4".parse::<Columns>().unwrap_err().to_string().contains("1, 2 or 3"));
        assert_eq!("10.5pt".parse(), Ok(TypeSize(Length(10.5))));
        assert!("2pt".parse::<TypeSize>().unwrap_err().to_string().contains("6pt to 24pt"));
        assert!("large".parse::<TypeSize>().unwrap_err().to_string().contains("10.5pt"));
    }

    #[test]
    fn settings_that_leave_no_room_are_told() {
        assert_eq!(PdfSettings::default().check().ok(), Some(()));
        let settings = PdfSettings { margins: "95mm".parse().ok(), ..PdfSettings::default() };
        let said = settings.check().unwrap_err().to_string();
        assert!(said.contains("a4"), "{said}");
    }

    #[test]
    fn margins_that_are_asked_for_are_kept() {
        let settings = |margins: &str| PdfSettings { margins: margins.parse().ok(), ..PdfSettings::default() };
        let theme = settings("30mm,15mm").theme();
        assert!((theme.page.left - 42.5).abs() < 0.1 && (theme.page.top - 85.0).abs() < 0.1);
        assert!(theme.page.head < theme.page.top && theme.page.foot < theme.page.bottom);
    }
}
