//! PDF: an issue as pages to print.
//!
//! The way of the words onto paper, in the order of the files:
//!
//! - `length`, `paper`, `theme`, `design`, `settings`, `frame`: what the pages look like (`templates/pdf`);
//! - `faces`, `system_faces`, `scripts`, `shape`: characters into glyphs, and what to say of those without;
//! - `text`, `inlines`, `segments`, `hyphenation`, `paragraph`, `items`, `line_breaking`, `lines`, `tally`: words into lines;
//! - `mark`, `slab`, `blocks`: the blocks of an article into slabs, the pieces that are never torn;
//! - `structure`: what all of it says to a reader who cannot see the pages, a tree that grows with the slabs;
//! - `columns`, `opener`, `ends`, `qr`, `article_pages`: slabs into columns, columns into pages;
//! - `cover`, `contents`, `credits`, `heads`: the pages around the articles, and what stands around the text;
//! - `subset`, `picture`, `content`, `links`, `outline`, `tagging`, `standards`, `file`, `finish`, `booklet`:
//!   pages into a file.
//!
//! Each page is a list of marks with their roles; nothing but `content` knows the operators of a PDF. The
//! articles are set side by side, each by itself; the contents come last, when the page of every article is known.

mod article_pages;
mod blocks;
mod booklet;
mod columns;
mod content;
mod contents;
mod cover;
mod credits;
mod design;
mod ends;
mod faces;
mod file;
mod finish;
mod frame;
mod heads;
mod hyphenation;
mod inlines;
mod items;
mod length;
mod line_breaking;
mod lines;
mod links;
mod mark;
mod opener;
mod outline;
mod paper;
mod paragraph;
mod picture;
mod qr;
mod scripts;
mod segments;
mod settings;
mod shape;
mod slab;
mod standards;
mod structure;
mod subset;
mod system_faces;
mod tagging;
mod tally;
mod text;
mod theme;

pub use design::{Design, NoDesign};
pub use frame::NoRoom;
pub use length::{Length, Margins, NoLength, NoMargins};
pub use paper::{Paper, Pt, UnknownPaper};
pub use settings::{Columns, NoColumns, NoTypeSize, PdfSettings, TypeSize};
pub use tally::Tally;

use crate::issue::Issue;
use article_pages::{Composed, MakeUp, compose};
use faces::Faces;
use frame::{Frame, mirror};
use paragraph::Setter;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, Write};
use structure::{Kind, Tree};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub pages: usize,
    /// How evenly the lines of the articles were set.
    pub lines: Tally,
    /// What could not be set as it should be, as sentences for the report.
    pub warnings: Vec<String>,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("the pages could not be put into a PDF: {0}")]
    Make(String),
    #[error(transparent)]
    NoRoom(#[from] NoRoom),
    #[error("the PDF could not be written")]
    Write(#[from] io::Error),
}

/// The trees of structure before those of the articles.
const COVER: usize = 0;
const CONTENTS: usize = 1;
const FRONT_TREES: usize = 2;

/// Sets `issue` in pages and writes them as a PDF to `out`. The same issue gives the same bytes.
///
/// # Errors
/// When the settings leave no room for text, a face cannot be embedded, or `out` does not take the bytes.
pub fn write(issue: &Issue, settings: &PdfSettings, out: &mut dyn Write) -> Result<Printed, PdfError> {
    let theme = &settings.theme();
    let frame = Frame::new(settings.paper(), theme)?;
    let faces = Faces::new(settings.fonts.as_deref());
    let setter = || Setter::new(&faces, &theme.breaking, issue.language.clone());

    let set: Vec<(Composed, BTreeSet<char>, Tally)> = (0..issue.articles.len())
        .into_par_iter()
        .map_init(setter, |setter, place| {
            let composed = compose(setter, issue, place, FRONT_TREES + place, frame, theme);
            (composed, std::mem::take(&mut setter.missing), std::mem::take(&mut setter.tally))
        })
        .collect();
    let (mut missing, mut warnings, mut lines) = (BTreeSet::new(), Vec::new(), Tally::default());
    let mut make_up = MakeUp::new(frame, theme);
    let mut opens_on = Vec::with_capacity(set.len());
    for (place, (composed, characters, tally)) in set.into_iter().enumerate() {
        missing.extend(characters);
        lines += tally;
        warnings.extend_from_slice(&composed.warnings);
        opens_on.push(make_up.add(place, composed));
    }

    let section = |branch| Tree::new(branch, Kind::Section, &issue.language);
    let mut trees: Vec<Tree> = (0..FRONT_TREES).map(section).collect();
    trees.append(&mut make_up.trees);

    let mut setter = setter();
    let front = 1 + contents::contents(&mut setter, issue, &[], frame, theme, &mut trees[CONTENTS].clone()).len();
    let folios: Vec<usize> = opens_on.into_iter().map(|page| front + page + 1).collect();
    let mut pages = vec![cover::cover(&mut setter, issue, frame, theme, &mut warnings, &mut trees[COVER])];
    pages.extend(contents::contents(&mut setter, issue, &folios, frame, theme, &mut trees[CONTENTS]));
    pages.extend(make_up.pages);
    let mut tree = section(trees.len());
    let credits = credits::credits(&mut setter, issue, &pages, frame, theme, &mut tree);
    pages.extend(credits);
    trees.push(tree);
    heads::running_heads(&mut setter, issue, &mut pages, frame, theme);
    mirror(&mut pages, frame);
    missing.append(&mut setter.missing);

    warnings.extend(scripts::missing_scripts(&missing));
    let mut document =
        file::document(issue, &pages, &trees, &faces, frame, theme, &mut warnings).map_err(PdfError::Make)?;
    if settings.booklet {
        let made = booklet::impose(&mut document, frame.paper, issue.language.direction());
        made.map_err(|error| PdfError::Make(error.to_string()))?;
    }
    let mut out = io::BufWriter::new(out);
    document.save_modern(&mut out)?;
    out.flush()?;
    Ok(Printed { pages: pages.len(), lines, warnings })
}
