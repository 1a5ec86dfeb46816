//! An article as pages: its opening over all columns, its body and its end in columns below.

use super::blocks::Composer;
use super::columns::{Progress, fill_page};
use super::frame::{Frame, Page, Part};
use super::opener::opener;
use super::paragraph::Setter;
use super::theme::Theme;
use crate::issue::Issue;

/// The pages of the article at `place`, without running heads and folios.
pub(super) fn article_pages(
    setter: &mut Setter<'_>,
    issue: &Issue,
    place: usize,
    frame: Frame,
    theme: &Theme,
) -> Vec<Page> {
    let article = &issue.articles[place];
    setter.speak(article.language.as_ref().unwrap_or(&issue.language));
    let mut composer = Composer::new(setter, theme, &issue.wording, &issue.pictures, place, frame.height);
    let opening = opener(&mut composer, article, issue, frame);
    let rest = if opening.took_first_block { &article.body[1..] } else { &article.body[..] };
    let body = composer.body(frame.measure());
    composer.blocks(rest, body);
    composer.ends(article, issue, frame.measure());
    let slabs = std::mem::take(&mut composer.slabs);

    let mut pages = Vec::new();
    let mut progress = Progress::default();
    let mut opening = Some(opening.slab);
    while opening.is_some() || !progress.is_done(&slabs) {
        let opens = opening.is_some();
        let mut page = Page::new(Part::Article { place, opens });
        let mut taken = 0.0;
        if let Some(slab) = opening.take() {
            taken = slab.height;
            page.put(slab.marks, frame.left, frame.top);
        }
        let height = frame.height - taken;
        // An opening that leaves no room for text has the page to itself.
        if height >= theme.grid.leading * 6.0 {
            let columns = fill_page(&slabs, &mut progress, frame.columns, height, theme.grid.leading);
            for (number, column) in columns.into_iter().enumerate() {
                page.put(column.marks, frame.column_left(number), frame.top + taken);
            }
        }
        pages.push(page);
    }
    pages
}
