//! What a page of the book knows of the book around it, and what it becomes.

use super::names;
use super::pictures::PictureFiles;
use crate::article::Article;
use crate::issue::Issue;
use crate::render::xhtml::markup::one_line;
use epub_builder::ReferenceType;

/// What every page may need to know of the book around it.
pub(super) struct BookContext<'a> {
    pub issue: &'a Issue,
    pub pictures: PictureFiles<'a>,
    /// The name of each article's file, in reading order.
    pub article_files: Vec<String>,
}

/// A page that is ready to be bound in.
pub(super) struct BookPage {
    pub file: String,
    /// What the tables of contents call it.
    pub title: String,
    pub xhtml: String,
    /// Its part in the book, if it is one that reading systems look for.
    pub part: Option<ReferenceType>,
}

impl<'a> BookContext<'a> {
    pub(super) fn of(issue: &'a Issue) -> Self {
        let count = issue.articles.len();
        let name = |(place, article): (usize, &Article)| names::article(place, count, &article.headline);
        let article_files = issue.articles.iter().enumerate().map(name).collect();
        Self { issue, pictures: PictureFiles::of(issue), article_files }
    }

    /// What an article is called where it is listed: its headline, or its number if no character of that can be
    /// printed.
    pub(super) fn title(&self, place: usize) -> String {
        let headline = self.issue.articles.get(place).map_or("", |article| &article.headline);
        let headline = one_line(headline);
        if headline.is_empty() { (place + 1).to_string() } else { headline }
    }
}
