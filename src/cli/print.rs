//! The options about the pages of a PDF.

use super::wrong_use;
use crate::pdf::{Columns, Design, Margins, Paper, PdfSettings, TypeSize};
use clap::Args;

#[derive(Debug, Args)]
#[command(next_help_heading = "Pages of a PDF")]
pub(super) struct PrintArguments {
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
    /// Says on standard error which of these options were given in vain, for no PDF is to be written.
    pub(super) fn tell_of_no_effect(&self) {
        let Self { theme, paper, columns, margins, size, ragged, qr, booklet } = self;
        let given = [
            ("--theme", theme.is_some()),
            ("--paper", paper.is_some()),
            ("--columns", columns.is_some()),
            ("--margins", margins.is_some()),
            ("--size", size.is_some()),
            ("--ragged", *ragged),
            ("--qr", *qr),
            ("--booklet", *booklet),
        ];
        let given: Vec<_> = given.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| name).collect();
        let have = match given.len() {
            0 => return,
            1 => "has",
            _ => "have",
        };
        let names = given.join(", ");
        eprintln!("bindery: {names} {have} no effect: no PDF is asked for; add -o FILE.pdf or --format pdf");
    }

    pub(super) fn settings(self) -> PdfSettings {
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
            wrong_use("bind", &error.to_string());
        }
        settings
    }
}
