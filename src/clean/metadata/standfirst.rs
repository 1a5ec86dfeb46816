//! Standfirst: the deck between headline and body, where the page sets one.
//!
//! The description in a page's head is no standfirst: it is written for search engines. It only helps to
//! recognise one that the page shows.

use super::article_data::ArticleData;
use super::byline::lines::labelled_names;
use super::dates::text::{DayOrder, find};
use super::meta_tags;
use super::scan::signs::Sign;
use super::scan::{Line, Mark, MetadataScan};
use super::tidy::folded;
use crate::source::Declared;

/// How far below the headline a standfirst may begin, in bytes of text.
const REACH: usize = 400;

/// The standfirst that the source declares, or else that the page shows below its headline: by its markup, by
/// repeating the page's description, or by standing alone between headline and byline.
pub(super) fn read(
    scan: &MetadataScan,
    data: &ArticleData,
    declared: &Declared,
    headline: Option<&str>,
    headline_at: Option<usize>,
) -> Option<String> {
    if let Some(declared) = &declared.standfirst {
        return Some(declared.clone());
    }
    let headline = headline?;
    let space = Space::below(scan, headline, headline_at?);
    (space.marked(scan)).or_else(|| space.described(scan, data)).or_else(|| space.lone_paragraph())
}

/// The lines between the headline and what lies a little below it.
struct Space<'s, 'a> {
    lines: Vec<&'s Line<'a>>,
    /// The headline, folded.
    headline: String,
    from: usize,
    /// Where the byline stands, if it stands below the headline.
    byline_at: Option<usize>,
}

impl<'s, 'a> Space<'s, 'a> {
    fn below(scan: &'s MetadataScan<'a>, headline: &str, headline_at: usize) -> Self {
        let from = headline_at + headline.len();
        let headline = folded(headline);
        let is_near = |at: usize| at >= headline_at && at < from + REACH;
        let after = scan.lines.iter().filter(|line| is_near(line.at) && !line.in_furniture);
        let lines: Vec<&Line> = after.filter(|line| folded(&line.text) != headline).collect();
        let is_byline = |line: &&&Line| line.text.len() < 120 && !labelled_names(&line.text, None).is_empty();
        let line = lines.iter().find(is_byline).map(|line| line.at);
        let is_mark = |mark: &&Mark| {
            matches!(mark.sign, Sign::Byline | Sign::AuthorLink | Sign::Time) && !mark.in_furniture && mark.at > from
        };
        let mark = scan.marks.iter().filter(is_mark).map(|mark| mark.at).min();
        let byline_at = line.into_iter().chain(mark).min();
        Self { lines, headline, from, byline_at }
    }

    /// An element whose class or property says that it is a standfirst.
    fn marked(&self, scan: &MetadataScan) -> Option<String> {
        let marks = scan.marked(Sign::Standfirst).chain(scan.with_property(&["alternativeheadline"]));
        let near = marks.filter(|mark| !mark.in_furniture && mark.at + 1 >= self.from && mark.at < self.from + REACH);
        let texts = near.map(|mark| (mark, mark.lines())).filter(|(_, text)| !text.contains('\n'));
        // "Intro" and "lead" may be classes of the first paragraph, too, which is below the byline.
        let mut texts = texts.filter(|(mark, _)| self.byline_at.is_none_or(|byline| mark.at < byline));
        texts.find(|(_, text)| self.fits(text)).map(|(_, text)| text)
    }

    /// A line that repeats the page's description.
    fn described(&self, scan: &MetadataScan, data: &ArticleData) -> Option<String> {
        let descriptions = meta_tags::each(scan, meta_tags::DESCRIPTION);
        let descriptions = descriptions.chain(data.text(&["description"])).chain(data.text(&["alternativeHeadline"]));
        let descriptions: Vec<String> = descriptions.map(|text| folded(&text)).collect();
        // A paragraph may be the first of the body, unless the byline stands below it.
        let is_apart = |line: &Line| line.block != "p" || self.byline_at.is_some_and(|byline| line.at < byline);
        let mut lines = self.lines.iter().filter(|line| is_apart(line) && self.fits(&line.text));
        lines.find(|line| descriptions.contains(&folded(&line.text))).map(|line| line.text.clone())
    }

    /// The sentence directly below the headline, if nothing but captions and labels lies between it and the byline.
    fn lone_paragraph(&self) -> Option<String> {
        /// The length of a line that may be a caption, in bytes.
        const CAPTION: usize = 120;
        let byline = self.byline_at?;
        let mut between = self.lines.iter().filter(|line| line.at < byline);
        let only = between.next()?;
        let is_sentence = only.text.ends_with(['.', '!', '?', '…', '”', '。']) && only.linked == 0;
        let is_one = only.block == "p" && (40..=300).contains(&only.text.len()) && self.fits(&only.text);
        (is_sentence && is_one && between.all(|line| line.text.len() < CAPTION)).then(|| only.text.clone())
    }

    /// Words enough for a sentence and few enough for a standfirst, which neither are the headline nor tell a date.
    fn fits(&self, text: &str) -> bool {
        let words = text.split_whitespace().count();
        // Chinese and Japanese have no spaces to count.
        let is_long = words >= 4 || text.chars().filter(|c| *c > '\u{2e80}').count() >= 12;
        let is_date = words < 12 && find(text, DayOrder::DayFirst).is_some();
        is_long && words <= 80 && text.len() <= 600 && !is_date && folded(text) != self.headline
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn a_sentence_between_headline_and_byline_is_the_standfirst() {
        let page = "<h1>The tide comes in</h1><p>Nobody on the quay had thought that the water would rise so high.</p>
            <img alt='The quay'><div>By Ada Roe</div><p>On Monday morning the harbour master looked out, and saw nothing.</p>";
        let standfirst = read(page).standfirst;
        assert_eq!(standfirst.as_deref(), Some("Nobody on the quay had thought that the water would rise so high."));
    }

    #[test]
    fn the_first_paragraph_of_the_body_is_not_the_standfirst() {
        let page = "<meta name=description content='On Monday morning the harbour master looked out.'>
            <h1>The tide comes in</h1><div>By Ada Roe</div><p class=intro>On Monday morning the harbour master looked out.</p>
            <p>He saw nothing.</p>";
        assert_eq!(read(page).standfirst, None);
    }

    #[test]
    fn a_description_that_the_page_does_not_show_is_not_the_standfirst() {
        let page = "<meta name=description content='Read all about the tide here.'><h1>The tide comes in</h1><p>He saw nothing.</p>";
        assert_eq!(read(page).standfirst, None);
    }

    #[test]
    fn a_deck_is_known_by_its_class() {
        let page = "<h1>The tide comes in</h1><h2 class='article-dek'>Why the water rose so high</h2><p>By Ada Roe</p>";
        assert_eq!(read(page).standfirst.as_deref(), Some("Why the water rose so high"));
    }
}
