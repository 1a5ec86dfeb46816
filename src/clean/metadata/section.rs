//! Section: the part of the publication that the article stood in.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::signs::Sign;
use super::survey::Survey;
use super::tidy::folded;
use super::words::{lines_of, words_of};
use crate::source::Declared;

/// How far before the headline a visible label may stand, in bytes of text.
const REACH: usize = 400;

/// Names of sections that tell a reader nothing.
const NOTHING: [&str; 12] = [
    "home",
    "homepage",
    "blog",
    "blogs",
    "posts",
    "articles",
    "article",
    "uncategorized",
    "all",
    "index",
    "startseite",
    "accueil",
];

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
        let words = folded(section);
        let is_short = section.split_whitespace().count() <= 5 && section.len() <= 40;
        is_short
            && !words.is_empty()
            && words != headline
            && !NOTHING.contains(&words.as_str())
            && !section.contains(['/', '?', '{'])
    };
    let is_before = |at: usize| headline_at.is_none_or(|headline| at <= headline && headline - at < REACH);
    (declared.section.clone())
        .or_else(|| meta_tags::each(survey, meta_tags::SECTION).find(fits))
        .or_else(|| data.text(&["articleSection"]).filter(fits))
        .or_else(|| data.breadcrumbs().into_iter().rfind(fits))
        .or_else(|| {
            let mut crumbs = survey.marked(Sign::Breadcrumb).filter(|mark| is_before(mark.at));
            let crumbs = lines_of(crumbs.next()?.element);
            let mut crumbs = crumbs.split(['\n', '/', '>', '›', '»', '|']).map(|crumb| crumb.trim().to_owned());
            crumbs.rfind(fits)
        })
        .or_else(|| {
            let labels = survey.marked(Sign::Section).filter(|mark| is_before(mark.at));
            labels.map(|mark| words_of(mark.element)).filter(fits).last()
        })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    fn section(html: &str) -> Option<String> {
        read(html).section
    }

    #[test]
    fn the_last_breadcrumb_before_the_article_is_its_section() {
        let page = "<nav class=breadcrumbs><a href=/>Home</a> › <a href=/h>Harbour</a> › The tide comes in</nav><h1>The tide comes in</h1>";
        assert_eq!(section(page).as_deref(), Some("Harbour"));
    }

    #[test]
    fn a_label_over_the_headline_is_the_section_and_one_far_below_is_not() {
        let label = "<div data-testid='section-label'><a href=/h>Harbour</a></div><h1>The tide comes in</h1>";
        assert_eq!(section(label).as_deref(), Some("Harbour"));
        assert_eq!(section("<h1>The tide comes in</h1><p>Text.</p><span class=category>Sports</span>"), None);
    }

    #[test]
    fn a_section_that_says_nothing_is_passed_over() {
        assert_eq!(section("<meta property=article:section content=Uncategorized><h1>The tide comes in</h1>"), None);
    }
}
