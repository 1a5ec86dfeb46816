//! Articles as pages: the opening of each over all columns, its body and its end in columns below.
//!
//! An article opens under the one before, after a rule, if a good part of the page is left; else on a page of its own.
//! Its lead picture is made smaller where that spares a last page with a few lines on it, or stands in a column where
//! there is no room for it over all of them.

use super::columns::{Column, Heights, Progress, fill_page, overrunning};
use super::opener::{TALLEST_LEAD, opener};
use crate::article::Direction;
use crate::issue::Issue;
use crate::pdf::blocks::Composer;
use crate::pdf::blocks::slab::Slab;
use crate::pdf::layout::frame::{Frame, Page, Part};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::theme::Theme;
use crate::pdf::setting::setter::Setter;
use crate::pdf::structure::{Kind, Tree};

/// An article set in lines, not yet in pages.
pub(in crate::pdf) struct Composed {
    /// The pages that a very long opening fills before the one on which the body begins.
    pages: Vec<Slab>,
    /// The opening with its lead picture in several sizes and without it, the best first.
    openings: Vec<Opening>,
    /// The body and the end; the first of it may be the lead picture.
    slabs: Vec<Slab>,
    direction: Direction,
    /// What the slabs say to a reader who cannot see them.
    tree: Tree,
    /// What could not be set as it should be.
    pub warnings: Vec<String>,
}

/// One way for an article to begin.
struct Opening {
    slab: Slab,
    /// The first slab that stands under it: where the lead picture stands in the opening, that after the picture.
    first: usize,
}

/// Sets the article at `place`; its structure is number `branch` of the issue's trees.
pub(in crate::pdf) fn compose(
    setter: &mut Setter<'_>,
    issue: &Issue,
    place: usize,
    branch: usize,
    frame: Frame,
    theme: &Theme,
) -> Composed {
    let article = &issue.articles[place];
    let language = article.language.as_ref().unwrap_or(&issue.language);
    setter.set_language(language);
    let mut tree = Tree::new(branch, Kind::Article, &issue.language);
    tree.set_language(language);
    let mut composer = Composer::new(setter, theme, issue, place, frame, tree);
    let before = composer.tree.clone();
    let mut opening = opener(&mut composer, article, issue, frame, Some(TALLEST_LEAD[0]));
    let after = composer.tree.clone();
    let (lead, rest) = article.body.split_at(usize::from(opening.took_first_block));
    let body = composer.body(frame.measure());
    let mut openings = vec![Opening { slab: opening.slab, first: 0 }];
    if opening.took_first_block && opening.pages.is_empty() {
        // Every way to begin has the same elements in the same order, so that each says the same to those who hear it.
        let again = |composer: &mut Composer<'_, '_>, tallest| {
            composer.tree = before.clone();
            opener(composer, article, issue, frame, tallest).slab
        };
        for tallest in &TALLEST_LEAD[1..] {
            let slab = again(&mut composer, Some(*tallest));
            if openings.last().is_some_and(|last| slab.height < last.slab.height) {
                openings.push(Opening { slab, first: 0 });
            }
        }
        let slab = again(&mut composer, None);
        composer.blocks(lead, body);
        let first = composer.slabs.len();
        openings.iter_mut().for_each(|opening| opening.first = first);
        openings.push(Opening { slab, first: 0 });
    }
    composer.tree = after;
    // What is called over the body stands at the foot of its first column.
    let mut lead = std::mem::take(&mut composer.slabs);
    let over = opening.pages.iter_mut().chain(openings.iter_mut().map(|opening| &mut opening.slab)).chain(&mut lead);
    let called = over.flat_map(|slab| composer.note_calls(slab)).collect();
    composer.slabs = lead;
    composer.body_blocks(rest, body, called);
    composer.ends(article, issue, frame.measure());
    let Composer { slabs, tree, mut warnings, .. } = composer;
    let lost = overrunning(&slabs, frame.height);
    if lost > 0 {
        warnings.push(format!(
            "in \"{}\" there is what is taller than a page and runs off it ({lost} times)",
            article.headline
        ));
    }
    Composed { pages: opening.pages, openings, slabs, direction: language.direction(), tree, warnings }
}

/// Pages under construction.
pub(in crate::pdf) struct MakeUp<'t> {
    frame: Frame,
    theme: &'t Theme,
    pub pages: Vec<Page>,
    /// The structures of the articles so far.
    pub trees: Vec<Tree>,
    /// How far down the last page is taken.
    taken: Pt,
}

/// A page of an article as it would be made up.
struct Sketch {
    /// Where the opening stands, from the top of the text.
    top: Pt,
    opening: Option<Slab>,
    columns: Vec<Column>,
}

impl Sketch {
    /// How far down the page is taken.
    fn taken(&self) -> Pt {
        let tallest = self.columns.iter().map(|column| column.height).fold(0.0, f32::max);
        self.top + self.opening.as_ref().map_or(0.0, |opening| opening.height) + tallest
    }
}

/// An opening that leaves fewer lines than these under it has its page to itself.
const FEWEST_LINES: f32 = 6.0;
/// An opening under another article has at least so many lines under it.
const FEWEST_RUN_ON: f32 = 7.0;
/// The lines between two articles that share a page.
const BETWEEN: f32 = 2.0;
/// A last page with fewer lines than these looks like a mistake.
const FEWEST_LAST: f32 = 7.0;

impl<'t> MakeUp<'t> {
    pub(crate) fn new(frame: Frame, theme: &'t Theme) -> Self {
        Self { frame, theme, pages: Vec::new(), trees: Vec::new(), taken: 0.0 }
    }

    /// Puts the article at `place` of the issue under or after those before; returns on which page it opens,
    /// counted from 0.
    pub(crate) fn add(&mut self, place: usize, article: Composed) -> usize {
        let (runs_on, sketches) = self.best(&article);
        let opens_on = self.pages.len() - usize::from(runs_on);
        for (number, page) in article.pages.into_iter().enumerate() {
            self.pages.push(Page::new(Part::Article { place, opens: number == 0 }));
            self.put(Sketch { top: 0.0, opening: Some(page), columns: Vec::new() }, article.direction);
        }
        for (number, sketch) in sketches.into_iter().enumerate() {
            if number > 0 || !runs_on {
                self.pages.push(Page::new(Part::Article { place, opens: self.pages.len() == opens_on }));
            }
            self.put(sketch, article.direction);
        }
        self.trees.push(article.tree);
        opens_on
    }

    /// The pages of the article as they look best, and whether the first of them is the last page so far.
    fn best(&self, article: &Composed) -> (bool, Vec<Sketch>) {
        let under = self.taken + self.theme.grid.leading * BETWEEN;
        let left = self.frame.height - self.taken;
        let may_run_on = !self.pages.is_empty()
            && article.pages.is_empty()
            && (left >= self.frame.height * self.theme.page.run_on || self.all_fits(article, under));
        let under = may_run_on.then_some(under);
        for top in under.into_iter().chain([0.0]) {
            let runs_on = top > 0.0;
            // On a page of its own the article always opens with its picture.
            let openings =
                article.openings.iter().filter(|opening| runs_on || opening.first == article.openings[0].first);
            let sketched = openings.filter_map(|opening| self.sketched(article, opening, top));
            let mut sketched: Vec<Vec<Sketch>> = sketched.collect();
            let least = self.theme.grid.leading * FEWEST_LAST;
            let ends_well = |pages: &Vec<Sketch>| {
                let last = pages.last().map_or(0.0, Sketch::taken);
                pages.len() < 2 || last >= least
            };
            let best = sketched.iter().position(ends_well).unwrap_or(0);
            if best < sketched.len() {
                return (runs_on, sketched.swap_remove(best));
            }
        }
        (false, Vec::new())
    }

    /// Whether all of the article stands in the room under `top`.
    fn all_fits(&self, article: &Composed, top: Pt) -> bool {
        let sketched = article.openings.first().and_then(|opening| self.sketched(article, opening, top));
        sketched.is_some_and(|pages| pages.len() == 1)
    }

    /// The pages of an article that opens so far down the page; `None` if there is too little room under the opening.
    fn sketched(&self, article: &Composed, opening: &Opening, top: Pt) -> Option<Vec<Sketch>> {
        let leading = self.theme.grid.leading;
        let mut progress = Progress::from(opening.first);
        let mut pages = Vec::new();
        let mut opening = Some(opening.slab.clone());
        let mut top = top;
        while opening.is_some() || !progress.is_done(&article.slabs) {
            let room = self.frame.height - top - opening.as_ref().map_or(0.0, |opening| opening.height);
            let mut columns = Vec::new();
            if room >= leading * FEWEST_LINES {
                columns = fill_page(&article.slabs, &mut progress, self.frame.columns, self.heights(room));
            }
            let is_stranded =
                || columns.iter().all(|column| column.height < leading * 3.0) && !progress.is_done(&article.slabs);
            if top > 0.0 && (room < leading * FEWEST_RUN_ON || is_stranded()) {
                return None;
            }
            pages.push(Sketch { top, opening: opening.take(), columns });
            top = 0.0;
        }
        Some(pages)
    }

    fn heights(&self, column: Pt) -> Heights {
        Heights { column, whole: self.frame.height, grid: self.theme.grid.step }
    }

    fn put(&mut self, sketch: Sketch, direction: Direction) {
        let Some(page) = self.pages.last_mut() else { return };
        let taken = sketch.taken();
        let Sketch { top, opening, columns } = sketch;
        let mut below = top;
        if let Some(opening) = opening {
            below += opening.height;
            page.put(opening.marks, self.frame.left, self.frame.top + top);
        }
        let count = columns.len();
        for (number, column) in columns.into_iter().enumerate() {
            // Columns follow one another as the script runs.
            let number = if direction == Direction::RightToLeft { count - 1 - number } else { number };
            page.put(column.marks, self.frame.column_left(number), self.frame.top + below);
        }
        let grid = self.theme.grid.leading;
        self.taken = (taken / grid).ceil() * grid;
    }
}
