//! Articles as pages: the opening of each over all columns, its body and its end in columns below.
//!
//! An article opens on a page of its own, unless all of it fits into the room that the one before has left.

use super::blocks::Composer;
use super::columns::{Column, Heights, Progress, fill_page, overrunning};
use super::frame::{Frame, Page, Part};
use super::opener::opener;
use super::paper::Pt;
use super::paragraph::Setter;
use super::slab::Slab;
use super::theme::Theme;
use crate::article::Direction;
use crate::issue::Issue;

/// An article set in lines, not yet in pages.
pub(super) struct Composed {
    /// The pages that a very long opening fills before the one on which the body begins.
    pages: Vec<Slab>,
    opening: Slab,
    slabs: Vec<Slab>,
    direction: Direction,
    /// What could not be set as it should be.
    pub warnings: Vec<String>,
}

/// Sets the article at `place`.
pub(super) fn compose(setter: &mut Setter<'_>, issue: &Issue, place: usize, frame: Frame, theme: &Theme) -> Composed {
    let article = &issue.articles[place];
    let language = article.language.as_ref().unwrap_or(&issue.language);
    setter.speak(language);
    let mut composer = Composer::new(setter, theme, &issue.wording, &issue.pictures, place, article.figures(), frame);
    let opening = opener(&mut composer, article, issue, frame);
    let rest = if opening.took_first_block { &article.body[1..] } else { &article.body[..] };
    let body = composer.body(frame.measure());
    composer.blocks(rest, body);
    composer.ends(article, issue, frame.measure());
    let Composer { slabs, mut warnings, .. } = composer;
    let lost = overrunning(&slabs, frame.height);
    if lost > 0 {
        warnings.push(format!(
            "in \"{}\" there is what is taller than a page and runs off it ({lost} times)",
            article.headline
        ));
    }
    Composed { pages: opening.pages, opening: opening.slab, slabs, direction: language.direction(), warnings }
}

/// Pages under construction.
pub(super) struct MakeUp<'t> {
    frame: Frame,
    theme: &'t Theme,
    pub pages: Vec<Page>,
    /// How far down the last page is taken.
    taken: Pt,
}

/// An opening that leaves fewer lines than these under it has its page to itself.
const FEWEST_LINES: f32 = 6.0;
/// The lines between two articles that share a page.
const BETWEEN: f32 = 2.0;

impl<'t> MakeUp<'t> {
    pub fn new(frame: Frame, theme: &'t Theme) -> Self {
        Self { frame, theme, pages: Vec::new(), taken: 0.0 }
    }

    /// Puts the article at `place` of the issue under or after those before; returns on which page it opens,
    /// counted from 0.
    pub fn add(&mut self, place: usize, article: Composed) -> usize {
        if let Some(columns) = self.in_the_room_left(&article) {
            let top = self.taken + self.theme.grid.leading * BETWEEN;
            self.put(article.opening.clone(), columns, top, article.direction);
            return self.pages.len() - 1;
        }
        let first = self.pages.len();
        let mut progress = Progress::default();
        for page in article.pages {
            self.pages.push(Page::new(Part::Article { place, opens: self.pages.len() == first }));
            self.put(page, Vec::new(), 0.0, article.direction);
        }
        let mut opening = Some(article.opening);
        while opening.is_some() || !progress.is_done(&article.slabs) {
            self.pages.push(Page::new(Part::Article { place, opens: self.pages.len() == first }));
            let slab = opening.take().unwrap_or_else(|| Slab::new(0.0, Vec::new()));
            let room = self.frame.height - slab.height;
            let columns = if room >= self.theme.grid.leading * FEWEST_LINES {
                fill_page(&article.slabs, &mut progress, self.frame.columns, self.heights(room))
            } else {
                Vec::new()
            };
            self.put(slab, columns, 0.0, article.direction);
        }
        first
    }

    /// The columns of an article of which nothing is left over when it is set under the one before.
    fn in_the_room_left(&self, article: &Composed) -> Option<Vec<Column>> {
        let top = self.taken + self.theme.grid.leading * BETWEEN + article.opening.height;
        let room = self.frame.height - top;
        if self.pages.is_empty() || !article.pages.is_empty() || room < self.theme.grid.leading * FEWEST_LINES {
            return None;
        }
        let mut progress = Progress::default();
        let columns = fill_page(&article.slabs, &mut progress, self.frame.columns, self.heights(room));
        progress.is_done(&article.slabs).then_some(columns)
    }

    fn heights(&self, column: Pt) -> Heights {
        Heights { column, whole: self.frame.height, grid: self.theme.grid.step }
    }

    fn put(&mut self, opening: Slab, columns: Vec<Column>, top: Pt, direction: Direction) {
        let Some(page) = self.pages.last_mut() else { return };
        let below = top + opening.height;
        page.put(opening.marks, self.frame.left, self.frame.top + top);
        let tallest = columns.iter().map(|column| column.height).fold(0.0, f32::max);
        let count = columns.len();
        for (number, column) in columns.into_iter().enumerate() {
            // Columns follow one another as the script runs.
            let number = if direction == Direction::RightToLeft { count - 1 - number } else { number };
            page.put(column.marks, self.frame.column_left(number), self.frame.top + below);
        }
        let grid = self.theme.grid.leading;
        self.taken = ((below + tallest) / grid).ceil() * grid;
    }
}
