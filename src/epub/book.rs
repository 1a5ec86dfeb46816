//! The book as a whole: its pages in order, its pictures, its style, in one container.

use super::context::{BookContext, BookPage};
use super::{EpubError, article, colophon, contents, credits, front, metadata, names};
use crate::issue::Issue;
use crate::render::xhtml::frames::{Frames, STYLESHEET};
use crate::render::xhtml::markup::one_line;
use epub_builder::{EpubBuilder, EpubContent, EpubVersion, ZipLibrary};
use std::io;

/// A book that is complete but not yet written.
pub(super) struct Book {
    builder: EpubBuilder<ZipLibrary>,
}

impl Book {
    pub(super) fn of(issue: &Issue) -> Result<Self, EpubError> {
        let zip = ZipLibrary::new().map_err(binding("the container"))?;
        let builder = EpubBuilder::new(zip).map_err(binding("the container"))?;
        let mut book = Self { builder };
        book.builder.epub_version(EpubVersion::V33);
        metadata::describe(issue, &mut book.builder)?;
        book.builder.stylesheet(STYLESHEET.as_bytes()).map_err(binding("the style sheet"))?;

        let context = BookContext::of(issue);
        book.bind_pictures(&context)?;
        book.bind_pages(&context)?;
        Ok(book)
    }

    pub(super) fn write(self, out: &mut dyn io::Write) -> Result<(), EpubError> {
        self.builder.generate(out).map_err(|error| match error {
            epub_builder::Error::IoError { cause, .. } => EpubError::Output(cause),
            source => EpubError::Binding { file: "the package document".to_owned(), source },
        })
    }

    fn bind_pictures(&mut self, context: &BookContext) -> Result<(), EpubError> {
        if let Some(cover) = &context.issue.cover {
            let (name, kind) = (names::cover_picture(cover), names::media_type(cover.format));
            let bound = self.builder.add_cover_image(&name, cover.bytes.as_slice(), kind);
            bound.map_err(binding(&name))?;
        }
        for (name, picture) in context.pictures.distinct() {
            let bound = self.builder.add_resource(name, picture.bytes.as_slice(), names::media_type(picture.format));
            bound.map_err(binding(name))?;
        }
        Ok(())
    }

    fn bind_pages(&mut self, context: &BookContext) -> Result<(), EpubError> {
        let frames = Frames::new()?;
        if let Some(cover) = &context.issue.cover {
            self.bind(front::cover(context, cover, &frames)?)?;
        }
        self.bind(front::title_page(context, &frames)?)?;
        self.bind(contents::page(context, &frames)?)?;
        for place in 0..context.issue.articles.len() {
            self.bind(article::page(context, place, &frames)?)?;
        }
        if !context.issue.credits.is_empty() {
            self.bind(credits::page(context, &frames)?)?;
        }
        self.bind(colophon::page(context, &frames)?)?;
        Ok(())
    }

    fn bind(&mut self, page: BookPage) -> Result<(), EpubError> {
        let mut content = EpubContent::new(&page.file, page.xhtml.as_bytes()).title(one_line(&page.title));
        if let Some(part) = page.part {
            content = content.reftype(part);
        }
        self.builder.add_content(content).map_err(binding(&page.file))?;
        Ok(())
    }
}

fn binding(file: &str) -> impl FnOnce(epub_builder::Error) -> EpubError + '_ {
    move |source| EpubError::Binding { file: file.to_owned(), source }
}
