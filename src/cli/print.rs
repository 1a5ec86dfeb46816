//! The options about the pages of a PDF.

use super::wrong_use;
use crate::pdf::{Columns, Design, Margins, Paper, PdfSettings, TypeSize};
use clap::Args;

#[derive(Debug, Args)]
#[command(next_help_heading = "The pages of a PDF")]
pub struct PrintArguments {
    /// How the pages look: magazine, book, briefing, or a TOML file with a theme of your own [default: magazine]
    #[arg(long, value_name = "NAME|FILE")]
    theme: Option<Design>,
    /// The paper: a4, letter, a5, legal, or width and height as in 170x240mm [default: the theme's]
    #[arg(long, value_name = "NAME|WxHmm")]
    paper: Option<Paper>,
    /// The columns of a page [default: the theme's, or as many as there is room for]
    #[arg(long, value_name = "1|2|3")]
    columns: Option<Columns>,
    /// The margins: one length, two (head and foot, sides) or four (head, right, foot, left), as in 20mm,15mm
    #[arg(long, value_name = "LENGTHS")]
    margins: Option<Margins>,
    /// The size of running text, as in 10.5pt; all other type grows with it
    #[arg(long, value_name = "LENGTH")]
    size: Option<TypeSize>,
    /// Leave lines ragged instead of filling them
    #[arg(long)]
    ragged: bool,
    /// Put a QR code of its address at the end of each article
    #[arg(long)]
    qr: bool,
    /// Put the pages two by two on sheets to be folded and stapled; --paper is that of a page [default: a5]
    #[arg(long)]
    booklet: bool,
}

impl PrintArguments {
    pub fn settings(self) -> PdfSettings {
        let settings = PdfSettings {
            design: self.theme.unwrap_or_default(),
            paper: self.paper,
            columns: self.columns,
            margins: self.margins,
            size: self.size,
            ragged: self.ragged,
            qr: self.qr,
            booklet: self.booklet,
        };
        if let Err(error) = settings.check() {
            wrong_use(&error.to_string());
        }
        settings
    }
}
