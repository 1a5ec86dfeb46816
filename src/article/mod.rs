//! The article: the one vocabulary that every stage of the line shares.
//!
//! An article is a small tree of [`Block`]s and [`Inline`]s in the manner of pandoc's AST. No markup
//! is left in it: whatever [`clean`](crate::clean) did not understand did not get this far, so no
//! renderer ever has to distrust a string.

mod address;
mod block;
mod byline;
mod credit;
mod embed;
mod extent;
mod figure;
mod folding;
mod grid;
mod inline;
mod language;
mod licence;
mod maker;
mod moment;
mod numbering;
mod part;
mod text;

pub use address::printed_address;
pub use block::{Block, Cell, Code, HeadingLevel, List, Note, Quote, Row, Table};
pub use byline::Byline;
pub use credit::{Credit, Found, Trust};
pub use embed::{Embed, EmbedKind};
pub use extent::{Extent, Parts};
pub use figure::{Address, Figure, PictureSource};
pub(crate) use folding::folded;
pub use grid::{Grid, PlacedCell, PlacedRow};
pub use inline::{Inline, NoteId};
pub use language::{Direction, Language};
pub use licence::Licence;
pub use maker::{Maker, MakerKind, Part};
pub use moment::Moment;
pub use numbering::{Figures, Numbering};
pub(crate) use text::BYTES_TOGETHER;
pub use text::{Words, plain_text};

use serde::{Deserialize, Serialize};
use url::Url;

/// How many words of prose an adult reads in a minute, silently (Brysbaert, "How many words do we read per minute?",
/// Journal of Memory and Language 109, 2019: 238 for non-fiction in English).
const WORDS_A_MINUTE: usize = 238;

/// One article, found in its page and free of the page's furniture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The headline as a reader sees it, without the site's name. Never empty.
    pub headline: String,
    /// The deck under the headline, if the page sets one apart from the body.
    pub standfirst: Option<String>,
    /// Who wrote it.
    pub byline: Byline,
    /// When it was first published.
    pub published: Option<Moment>,
    /// When it was last changed, where the page says so apart from [`published`](Self::published).
    pub modified: Option<Moment>,
    /// The name of the publication ("The Tollbridge Courier").
    pub site: Option<String>,
    /// The part of the publication it stood in ("Asia Pacific").
    pub section: Option<String>,
    /// The canonical address; absent for pages that never had one.
    pub url: Option<Url>,
    /// The language of the text.
    pub language: Option<Language>,
    /// The body, without headline, standfirst, byline and date. A lead picture comes first.
    pub body: Vec<Block>,
    /// The footnotes that [`Inline::NoteReference`]s in the body point to, in the order of their numbers.
    pub notes: Vec<Note>,
    /// How much of the article this is.
    pub extent: Extent,
}

impl Article {
    /// An article of which nothing is known yet but its headline.
    pub fn headed(headline: impl Into<String>) -> Self {
        Self {
            headline: headline.into(),
            standfirst: None,
            byline: Byline::default(),
            published: None,
            modified: None,
            site: None,
            section: None,
            url: None,
            language: None,
            body: Vec::new(),
            notes: Vec::new(),
            extent: Extent::Whole,
        }
    }

    /// Every figure of the article in reading order, those inside quotes, lists, tables and notes too.
    pub fn figures(&self) -> Vec<&Figure> {
        let mut found = Vec::new();
        for block in self.body.iter().chain(self.notes.iter().flat_map(|note| &note.content)) {
            block.visit(&mut |block| {
                if let Block::Figure(figure) = block {
                    found.push(figure);
                }
            });
        }
        found
    }

    /// Leaves out the figures that `keep` does not want, wherever they stand.
    pub fn retain_figures(&mut self, keep: &dyn Fn(&Figure) -> bool) {
        block::retain_figures(&mut self.body, &mut |figure| keep(figure));
        self.notes.iter_mut().for_each(|note| block::retain_figures(&mut note.content, &mut |figure| keep(figure)));
    }

    /// Calls `change` with every figure, wherever it stands.
    pub fn change_figures(&mut self, change: &mut dyn FnMut(&mut Figure)) {
        let mut keep = |figure: &mut Figure| {
            change(figure);
            true
        };
        block::retain_figures(&mut self.body, &mut keep);
        self.notes.iter_mut().for_each(|note| block::retain_figures(&mut note.content, &mut keep));
    }

    /// When it was last changed, if that was on another day than the one it was published on; of a change on the
    /// same day no reader needs to be told.
    pub fn updated(&self) -> Option<Moment> {
        self.modified.filter(|changed| self.published.is_none_or(|published| published.date() != changed.date()))
    }

    /// How many minutes the article takes to read, at least 1.
    pub fn minutes(&self) -> usize {
        self.words().div_ceil(WORDS_A_MINUTE).max(1)
    }

    /// Where the rest can be read, if this is not all of the article.
    pub fn rest_at(&self) -> Option<&Url> {
        match &self.extent {
            Extent::Whole => None,
            Extent::Beginning => self.url.as_ref(),
            Extent::Parts(parts) => parts.next.as_ref(),
        }
    }

    /// Whether the text breaks off: the rest is in another place.
    pub fn breaks_off(&self) -> bool {
        match &self.extent {
            Extent::Whole => false,
            Extent::Beginning => true,
            Extent::Parts(parts) => parts.next.is_some(),
        }
    }

    /// How many words the body has; see [`Words`] for what counts as one.
    pub fn words(&self) -> usize {
        Words::count(&plain_text(&self.body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_change_on_the_day_of_publication_is_no_update() {
        let mut article = Article {
            published: Some(Moment::day(date(2026, 11, 3))),
            modified: Some(Moment::day(date(2026, 11, 3))),
            ..Article::headed("Tides")
        };
        assert_eq!(article.updated(), None);
        article.published = Some(Moment::day(date(2026, 11, 2)));
        assert_eq!(article.updated(), article.modified);
        article.published = None;
        assert_eq!(article.updated(), article.modified);
    }
}
