//! The pictures of the book: each distinct one is a file of its own, however many figures show it.

use super::names;
use crate::article::{Article, Block, Figure, PictureSource};
use crate::issue::Issue;
use crate::pictures::{Rendition, Target};
use std::collections::BTreeMap;

/// The files that the figures of an issue show.
pub struct PictureFiles<'a> {
    by_source: BTreeMap<&'a PictureSource, PictureFile<'a>>,
}

/// One picture and its place in the book.
pub struct PictureFile<'a> {
    /// The file's name, seen from the root of the book.
    pub name: String,
    pub rendition: &'a Rendition,
}

impl<'a> PictureFiles<'a> {
    /// The files of every picture that was got and that a figure of `issue` shows.
    pub fn of(issue: &'a Issue) -> Self {
        let sources = issue.articles.iter().flat_map(figures).map(|figure| &figure.picture);
        let by_source = sources.filter_map(|source| {
            let rendition = issue.pictures.rendition(source, Target::Screen)?.as_ref();
            Some((source, PictureFile { name: names::picture(rendition), rendition }))
        });
        Self { by_source: by_source.collect() }
    }

    /// The file for a figure; `None` where its picture could not be had.
    pub fn get(&self, source: &PictureSource) -> Option<&PictureFile<'a>> {
        self.by_source.get(source)
    }

    /// Every file once, by name.
    pub fn distinct(&self) -> BTreeMap<&str, &'a Rendition> {
        self.by_source.values().map(|file| (file.name.as_str(), file.rendition)).collect()
    }
}

/// Every figure of an article in the order of its file: those of the body, then those of its notes.
///
/// A figure's place in this order is its number, see [`figure_id`].
pub fn figures(article: &Article) -> Vec<&Figure> {
    let mut found = article.figures();
    for block in article.notes.iter().flat_map(|note| &note.content) {
        block.visit(&mut |block| {
            if let Block::Figure(figure) = block {
                found.push(figure);
            }
        });
    }
    found
}

/// What a figure is called inside its article's file; `place` counts from 0.
pub fn figure_id(place: usize) -> String {
    format!("figure-{}", place + 1)
}
