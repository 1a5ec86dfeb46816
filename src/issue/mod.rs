//! Issue: all that a renderer needs, and nothing else.

mod assemble;
mod colophon;
mod cover;
mod duplicates;
mod language;
mod sections;
mod shingles;
mod wording;

pub use duplicates::duplicates;
pub use language::LanguageChoice;
pub use sections::Section;
pub(crate) use shingles::Shingles;
pub use wording::{Wording, date_in_words, moment_in_words};

use crate::article::{Article, Credit, Language};
use crate::pictures::{Pictures, Rendition};
use jiff::civil::Date;
use uuid::Uuid;

/// One dated issue, ready to be rendered.
#[derive(Debug, Clone)]
pub struct Issue {
    /// As it stands on the cover.
    pub title: String,
    /// The day it is of.
    pub date: Date,
    /// The language of the issue itself: of its title, its contents page and its fixed words.
    pub language: Language,
    /// Who binds it; goes into the metadata.
    pub publisher: String,
    /// The same for the same title, date and articles.
    pub identifier: Uuid,
    /// In reading order.
    pub articles: Vec<Article>,
    /// The pictures of all articles, by where they can be had.
    pub pictures: Pictures,
    /// The picture for the front of the book, for a reader's shelf; drawn for [`Target::Screen`](crate::pictures::Target).
    pub cover: Option<Rendition>,
    /// The credit of every picture that is in the issue, in the order of the pictures.
    pub credits: Vec<PictureCredit>,
    /// The issue's fixed words in its language.
    pub wording: Wording,
}

/// A line of the page of picture credits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureCredit {
    /// The place of the article in [`Issue::articles`].
    pub article: usize,
    /// The place of the figure in [`Article::figures`].
    pub figure: usize,
    /// The caption as plain text, or else the alternative text; may be empty.
    pub caption: String,
    /// Who made it.
    pub credit: Credit,
}
