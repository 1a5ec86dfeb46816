//! The pages of picture credits: who made each picture of each article, and the page it is on.

use super::TALLEST_ENTRY;
use super::colophon::{MEASURE, colophon};
use super::contents::{in_pages, shortened, title};
use super::folio::Folio;
use crate::issue::Issue;
use crate::pdf::blocks::push_credit;
use crate::pdf::blocks::slab::{After, kept_together, line_slabs};
use crate::pdf::layout::frame::{Frame, Page, Part};
use crate::pdf::layout::style::{TextStyle, Weight};
use crate::pdf::layout::theme::Theme;
use crate::pdf::mark::{AnchorKind, MarkKind};
use crate::pdf::setting::setter::Setter;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Target, Text};
use crate::pdf::structure::{Kind, Tree};
use std::collections::BTreeMap;
use std::sync::Arc;

/// As many words of a caption or a headline as tell it from others.
const MAX_CAPTION_WORDS: usize = 14;

/// Where a figure stands.
#[derive(Debug, Clone)]
struct Shown {
    folio: Folio,
    name: Arc<str>,
}

/// The pages of the picture credits, and the colophon; none if nobody is credited. `pages` are those of the articles.
pub(in crate::pdf) fn credits(
    setter: &mut Setter<'_>,
    issue: &Issue,
    pages: &[Page],
    frame: Frame,
    theme: &Theme,
    tree: &mut Tree,
) -> Vec<Page> {
    if issue.credits.is_empty() {
        return Vec::new();
    }
    setter.set_language(&issue.language);
    let shown = figures(pages);
    let heading = title(setter, &issue.wording.picture_credits, "picture-credits", frame, theme, tree);
    let shape = Shape { measure: frame.width * MEASURE, indent: 0.0, align: Align::Start };
    let left = frame.start(shape.measure, issue.language.direction());
    let style = theme.styles.credits_line;
    let strong = TextStyle { weight: Weight::Semibold, ..style };
    let mut slabs = vec![heading];
    let mut article_before = None;
    for credit in &issue.credits {
        if article_before.replace(credit.article) != Some(credit.article)
            && let Some(article) = issue.articles.get(credit.article)
        {
            tree.close();
            tree.open(Kind::Section);
            tree.set_language(article.language.as_ref().unwrap_or(&issue.language));
            let headline = Text::plain(&shortened(&article.headline, MAX_CAPTION_WORDS), strong);
            let lines = setter.set(&headline, shape);
            let tag = tree.add_text(Kind::Heading(2), &headline);
            let mut group = line_slabs(&lines, &strong, left, tag, false);
            group.iter_mut().for_each(|line| line.after = After::Together);
            if let Some(first) = group.first_mut() {
                first.before = 12.0;
            }
            slabs.append(&mut group);
        }
        let mut text = Text::default();
        if let Some(figure) = shown.get(&(credit.article, credit.figure)) {
            let place = format!("{} {}", issue.wording.page, figure.folio);
            text.push(&place, Look::from(style), Some(Target::Inside(Arc::clone(&figure.name))));
            text.push("  ", Look::from(style), None);
        }
        push_credit(&mut text, &credit.credit, Look::from(style));
        if let Some(origin) = issue.wording.origin(credit.credit.found) {
            text.push(&format!(" ({origin})"), Look::from(style), None);
        }
        if !credit.caption.is_empty() {
            text.push("  ", Look::from(style), None);
            text.push(&shortened(&credit.caption, MAX_CAPTION_WORDS), Look::from(style).italic(), None);
        }
        let lines = setter.set(&text, shape);
        let tag = tree.add_text(Kind::Paragraph, &text);
        let lines = line_slabs(&lines, &style, left, tag, false);
        let mut entry = kept_together(lines, frame.height * TALLEST_ENTRY);
        if let Some(first) = entry.first_mut() {
            first.before = 4.0;
        }
        slabs.append(&mut entry);
    }
    tree.close();
    slabs.extend(colophon(setter, issue, frame, theme, tree));
    in_pages(&slabs, Part::Credits, frame, theme)
}

/// The figures on the pages, by their articles and their places in them.
fn figures(pages: &[Page]) -> BTreeMap<(usize, usize), Shown> {
    let mut found = BTreeMap::new();
    for (place, page) in pages.iter().enumerate() {
        for mark in &page.marks {
            if let MarkKind::Anchor(anchor) = &mark.kind
                && let AnchorKind::Figure { article, figure } = anchor.what
            {
                let shown = Shown { folio: Folio::of_text(place), name: Arc::clone(&anchor.name) };
                found.insert((article, figure), shown);
            }
        }
    }
    found
}
