//! Section: the part of the publication that the article stood in.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::survey::{Sign, Survey, words_of};
use super::tidy::folded;
use crate::source::Declared;

/// How far before the headline a visible label may stand, in bytes of text.
const REACH: usize = 400;

/// The section that the page states or shows.
pub(super) fn read(
    survey: &Survey,
    data: &LinkedData,
    declared: &Declared,
    headline: Option<&str>,
    headline_at: Option<usize>,
) -> Option<String> {
    let headline = headline.map(folded).unwrap_or_default();
    let fits = |section: &String| {
        let words = section.split_whitespace().count();
        (1..=5).contains(&words) && section.len() <= 40 && folded(section) != headline && !section.contains("://")
    };
    (declared.section.clone())
        .or_else(|| meta_tags::each(survey, meta_tags::SECTION).find(fits))
        .or_else(|| data.text(&["articleSection"]).filter(fits))
        .or_else(|| {
            let crumbs = data.breadcrumbs();
            let crumbs = crumbs.iter().skip(1).filter(|crumb| folded(crumb) != headline && fits(crumb));
            crumbs.last().cloned()
        })
        .or_else(|| {
            let before = |at: usize| headline_at.is_none_or(|headline| at <= headline && headline - at < REACH);
            let labels = survey.marked(Sign::Section).filter(|mark| before(mark.at));
            labels.map(|mark| words_of(mark.element)).filter(fits).last()
        })
}
