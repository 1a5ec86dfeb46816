//! The pictures of the book: each distinct one is a file of its own, however many figures show it.

use super::names;
use crate::article::{Article, PictureSource};
use crate::issue::Issue;
use crate::pictures::{Colour, Rendition, Target};
use crate::render::xhtml::pictures::{PictureResolver, Place};
use std::collections::BTreeMap;

/// The files that the figures of an issue show.
pub(super) struct PictureFiles<'a> {
    by_source: BTreeMap<&'a PictureSource, PictureFile<'a>>,
}

/// One picture and its place in the book.
pub(super) struct PictureFile<'a> {
    /// The file's name, seen from the root of the book.
    pub name: String,
    pub rendition: &'a Rendition,
}

impl<'a> PictureFiles<'a> {
    /// The files of every picture that was got and that a figure of `issue` shows.
    pub(super) fn of(issue: &'a Issue) -> Self {
        let sources = issue.articles.iter().flat_map(Article::figures).map(|figure| &figure.picture);
        let by_source = sources.filter_map(|source| {
            let rendition = issue.pictures.rendition(source, Target::Screen)?.as_ref();
            Some((source, PictureFile { name: names::picture(rendition), rendition }))
        });
        Self { by_source: by_source.collect() }
    }

    /// Every file once, by name.
    pub(super) fn distinct(&self) -> BTreeMap<&str, &'a Rendition> {
        self.by_source.values().map(|file| (file.name.as_str(), file.rendition)).collect()
    }
}

impl PictureResolver for PictureFiles<'_> {
    /// Seen from the folder of the articles.
    fn place(&self, source: &PictureSource) -> Option<Place> {
        let PictureFile { name, rendition } = self.by_source.get(source)?;
        Some(Place {
            address: format!("../{name}"),
            size: Some((rendition.width, rendition.height)),
            is_transparent: rendition.colour == Colour::Rgba,
        })
    }
}
