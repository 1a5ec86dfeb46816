//! The book as a whole: its pages in order, its pictures, its style, in one container.

use super::frames::{Frames, STYLESHEET};
use super::markup::one_line;
use super::pictures::PictureFiles;
use super::{EpubError, article, colophon, contents, credits, front, metadata, names};
use crate::article::Article;
use crate::issue::Issue;
use epub_builder::{EpubBuilder, EpubContent, EpubVersion, ReferenceType, ZipLibrary};
use std::io;

/// A book that is complete but not yet written.
pub struct Book {
    builder: EpubBuilder<ZipLibrary>,
}

/// What every page may need to know of the book around it.
pub struct Plan<'a> {
    pub issue: &'a Issue,
    pub pictures: PictureFiles<'a>,
    /// The name of each article's file, in reading order.
    pub article_files: Vec<String>,
}

/// A page that is ready to be bound in.
pub struct Leaf {
    pub file: String,
    /// What the tables of contents call it.
    pub title: String,
    pub xhtml: String,
    /// Its part in the book, if it is one that reading systems look for.
    pub part: Option<ReferenceType>,
}

impl<'a> Plan<'a> {
    fn of(issue: &'a Issue) -> Self {
        let count = issue.articles.len();
        let name = |(place, article): (usize, &Article)| names::article(place, count, &article.headline);
        let article_files = issue.articles.iter().enumerate().map(name).collect();
        Self { issue, pictures: PictureFiles::of(issue), article_files }
    }

    /// What an article is called where it is listed: its headline, or its number if no character of that can be
    /// printed.
    pub fn title(&self, place: usize) -> String {
        let headline = self.issue.articles.get(place).map_or("", |article| &article.headline);
        let headline = one_line(headline);
        if headline.is_empty() { (place + 1).to_string() } else { headline }
    }
}

impl Book {
    pub fn of(issue: &Issue) -> Result<Self, EpubError> {
        let zip = ZipLibrary::new().map_err(binding("the container"))?;
        let builder = EpubBuilder::new(zip).map_err(binding("the container"))?;
        let mut book = Self { builder };
        book.builder.epub_version(EpubVersion::V33);
        metadata::describe(issue, &mut book.builder)?;
        book.builder.stylesheet(STYLESHEET.as_bytes()).map_err(binding("the style sheet"))?;

        let plan = Plan::of(issue);
        book.bind_pictures(&plan)?;
        book.bind_pages(&plan)?;
        Ok(book)
    }

    pub fn write(self, out: &mut dyn io::Write) -> Result<(), EpubError> {
        self.builder.generate(out).map_err(|error| match error {
            epub_builder::Error::IoError { cause, .. } => EpubError::Output(cause),
            source => EpubError::Binding { file: "the package document".to_owned(), source },
        })
    }

    fn bind_pictures(&mut self, plan: &Plan) -> Result<(), EpubError> {
        if let Some(cover) = &plan.issue.cover {
            let (name, kind) = (names::cover_picture(cover), names::media_type(cover.format));
            let bound = self.builder.add_cover_image(&name, cover.bytes.as_slice(), kind);
            bound.map_err(binding(&name))?;
        }
        for (name, picture) in plan.pictures.distinct() {
            let bound = self.builder.add_resource(name, picture.bytes.as_slice(), names::media_type(picture.format));
            bound.map_err(binding(name))?;
        }
        Ok(())
    }

    fn bind_pages(&mut self, plan: &Plan) -> Result<(), EpubError> {
        let frames = Frames::new()?;
        if let Some(cover) = &plan.issue.cover {
            self.bind(front::cover(plan, cover, &frames)?)?;
        }
        self.bind(front::title_page(plan, &frames)?)?;
        self.bind(contents::page(plan, &frames)?)?;
        for place in 0..plan.issue.articles.len() {
            self.bind(article::page(plan, place, &frames)?)?;
        }
        if !plan.issue.credits.is_empty() {
            self.bind(credits::page(plan, &frames)?)?;
        }
        self.bind(colophon::page(plan, &frames)?)?;
        Ok(())
    }

    fn bind(&mut self, leaf: Leaf) -> Result<(), EpubError> {
        let mut content = EpubContent::new(&leaf.file, leaf.xhtml.as_bytes()).title(one_line(&leaf.title));
        if let Some(part) = leaf.part {
            content = content.reftype(part);
        }
        self.builder.add_content(content).map_err(binding(&leaf.file))?;
        Ok(())
    }
}

fn binding(file: &str) -> impl FnOnce(epub_builder::Error) -> EpubError + '_ {
    move |source| EpubError::Binding { file: file.to_owned(), source }
}
