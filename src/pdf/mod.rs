//! PDF: an issue as pages to print.
//!
//! The way of the words onto paper, room by room:
//!
//! - `layout`: what the pages look like: paper, margins, theme (`templates/pdf`);
//! - `faces`: characters into glyphs, and what to say of those without;
//! - `setting`: words into lines;
//! - `blocks`: the blocks of an article into slabs, the pieces that are never torn;
//! - `pages`: slabs into columns, columns into pages, and the pages around the articles;
//! - `file`: pages into a file.
//!
//! Each page is a list of marks (`mark`) with their roles; nothing but `file` knows the operators of a PDF. What
//! all of it says to a reader who cannot see the pages is a tree that grows with the slabs (`structure`). The
//! articles are set side by side, each by itself; the contents come last, when the page of every article is known.

mod blocks;
mod faces;
mod file;
mod layout;
mod mark;
mod pages;
mod setting;
mod structure;

pub use layout::{
    Columns, Design, Length, LoadThemeError, Margins, NoTextAreaError, Paper, ParseColumnsError, ParseLengthError,
    ParseMarginsError, ParseTypeSizeError,
};
pub use layout::{ParsePaperError, PdfSettings, Pt, TypeSize};
pub use setting::LineStats;

use crate::fonts::{Fonts, missing_scripts};
use crate::issue::Issue;
use faces::Faces;
use file::{booklet, finish};
use layout::frame::{Frame, Page, Part, mirror};
use layout::theme::Theme;
use pages::articles::{Composed, MakeUp, compose};
use pages::folio::Folio;
use pages::{contents, cover, credits, heads};
use rayon::prelude::*;
use setting::setter::Setter;
use std::collections::BTreeSet;
use std::io::{self, Write};
use structure::{Kind, Tree};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// How many there are.
    pub pages: usize,
    /// How evenly the lines of the articles were set.
    pub lines: LineStats,
    /// What could not be set as it should be, as sentences for the report.
    pub warnings: Vec<String>,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The file could not be made, and why.
    #[error("the pages could not be put into a PDF: {0}")]
    Make(String),
    /// The margins leave no room for text.
    #[error(transparent)]
    NoTextAreaError(#[from] NoTextAreaError),
    /// The output takes no more.
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
pub fn write(issue: &Issue, settings: &PdfSettings, fonts: &Fonts, out: &mut dyn Write) -> Result<Printed, PdfError> {
    set(issue, settings, fonts)?.write(out)
}

/// An issue set in pages, ready to be written.
pub struct SetIssue<'a> {
    issue: &'a Issue,
    theme: Theme,
    frame: Frame,
    faces: Faces,
    is_booklet: bool,
    pages: Vec<Page>,
    trees: Vec<Tree>,
    lines: LineStats,
    warnings: Vec<String>,
}

/// Sets `issue` in pages.
///
/// # Errors
/// When the settings leave no room for text.
pub fn set<'a>(issue: &'a Issue, settings: &PdfSettings, fonts: &Fonts) -> Result<SetIssue<'a>, NoTextAreaError> {
    let own_theme = settings.theme();
    let theme = &own_theme;
    let frame = Frame::new(settings.paper(), theme)?;
    let (faces, mut warnings) = Faces::named(fonts, &theme.faces);
    let setter = || Setter::new(&faces, &theme.breaking, issue.language.clone());

    let set: Vec<(Composed, BTreeSet<char>, LineStats)> = (0..issue.articles.len())
        .into_par_iter()
        .map_init(setter, |setter, place| {
            let composed = compose(setter, issue, place, FRONT_TREES + place, frame, theme);
            (composed, std::mem::take(&mut setter.missing), std::mem::take(&mut setter.line_stats))
        })
        .collect();
    let (mut missing, mut lines) = (BTreeSet::new(), LineStats::default());
    let mut make_up = MakeUp::new(frame, theme);
    let mut opens_on = Vec::with_capacity(set.len());
    for (place, (composed, characters, line_stats)) in set.into_iter().enumerate() {
        missing.extend(characters);
        lines += line_stats;
        warnings.extend_from_slice(&composed.warnings);
        opens_on.push(Folio::of_text(make_up.add(place, composed)));
    }

    let section = |branch| Tree::new(branch, Kind::Section, &issue.language);
    let mut trees: Vec<Tree> = (0..FRONT_TREES).map(section).collect();
    trees.append(&mut make_up.trees);

    let mut setter = setter();
    let mut pages = vec![cover::cover(&mut setter, issue, frame, theme, &mut warnings, &mut trees[COVER])];
    pages.extend(contents::contents(&mut setter, issue, &opens_on, frame, theme, &mut trees[CONTENTS]));
    if pages.len() % 2 == 1 {
        pages.push(Page::new(Part::Blank));
    }
    let mut tree = section(trees.len());
    let credits = credits::credits(&mut setter, issue, &make_up.pages, frame, theme, &mut tree);
    trees.push(tree);
    pages.extend(make_up.pages);
    pages.extend(credits);
    heads::running_heads(&mut setter, issue, &mut pages, frame, theme);
    mirror(&mut pages, frame);
    missing.append(&mut setter.missing);

    warnings.extend(missing_scripts(&missing));
    drop(setter);
    Ok(SetIssue { issue, frame, is_booklet: settings.booklet, pages, trees, lines, warnings, theme: own_theme, faces })
}

impl SetIssue<'_> {
    /// Writes the pages as a PDF to `out`.
    ///
    /// # Errors
    /// When a face cannot be embedded, or `out` does not take the bytes.
    pub fn write(&self, out: &mut dyn Write) -> Result<Printed, PdfError> {
        let Self { issue, theme, frame, faces, pages, trees, .. } = self;
        let mut warnings = self.warnings.clone();
        let mut document =
            file::document(issue, pages, trees, faces, *frame, theme, &mut warnings).map_err(PdfError::Make)?;
        if self.is_booklet {
            let made = booklet::impose(&mut document, frame.paper, issue.language.direction());
            made.map_err(|error| PdfError::Make(error.to_string()))?;
        }
        let mut out = io::BufWriter::new(out);
        document.save_with_options(&mut out, finish::packing())?;
        out.flush()?;
        Ok(Printed { pages: pages.len(), lines: self.lines, warnings })
    }
}
