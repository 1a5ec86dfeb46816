//! Folios, the numbers of pages: roman for what comes before the articles, and 1 for the first page of the first of them,
//! which is a right-hand page.

use crate::article::Figures;
use crate::pdf::layout::frame::{Page, Part};
use std::fmt;

/// The number that a page bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) struct Folio {
    number: usize,
    figures: Figures,
}

impl Folio {
    /// That of a page of the articles and of what follows them, at `place` among these pages, counted from 0.
    pub(crate) fn of_text(place: usize) -> Self {
        Self { number: place + 1, figures: Figures::Decimal }
    }

    /// That of the page at `place` in the issue, `front` pages of which come before the articles.
    pub(crate) fn in_issue(place: usize, front: usize) -> Self {
        match place.checked_sub(front) {
            Some(place) => Self::of_text(place),
            None => Self { number: place + 1, figures: Figures::Roman },
        }
    }
}

impl fmt::Display for Folio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.figures.written(i32::try_from(self.number).unwrap_or(i32::MAX)))
    }
}

/// How many of the pages come before the articles.
pub(in crate::pdf) fn front_matter(pages: &[Page]) -> usize {
    let is_front = |page: &&Page| matches!(page.part, Part::Cover | Part::Contents | Part::Blank);
    pages.iter().take_while(is_front).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_begin_with_page_1() {
        let folios: Vec<String> = (0..6).map(|place| Folio::in_issue(place, 4).to_string()).collect();
        assert_eq!(folios, ["i", "ii", "iii", "iv", "1", "2"]);
    }
}
