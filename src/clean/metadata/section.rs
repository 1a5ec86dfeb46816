//! Section: the part of the publication that the article stood in.

use super::article_data::ArticleData;
use super::dates::text::{DayOrder, find};
use super::meta_tags;
use super::scan::signs::Sign;
use super::scan::{Mark, MetadataScan};
use super::tidy::folded;
use crate::lexicon;
use crate::source::Declared;

/// How far before the headline a visible label may stand, in bytes of text.
const REACH: usize = 400;

/// The section that the page states or shows.
pub(super) fn read(
    scan: &MetadataScan,
    data: &ArticleData,
    declared: &Declared,
    headline: Option<&str>,
    headline_at: Option<usize>,
    own_names: &[String],
) -> Option<String> {
    let headline = headline.map(folded).unwrap_or_default();
    let fits = |section: &String| {
        let words = folded(section);
        let is_short = section.split_whitespace().count() <= 5 && section.len() <= 40;
        is_short
            && !words.is_empty()
            && words != headline
            && !own_names.contains(&words.replace(' ', ""))
            && !lexicon::SECTION_SAYS_NOTHING.contains(&words)
            && !["back to ", "by "].iter().any(|head| words.starts_with(head))
            && find(section, DayOrder::DayFirst).is_none()
            && !section.contains(['/', '?', '{', '<', '>'])
    };
    let is_before = |at: usize| headline_at.is_none_or(|headline| at <= headline && headline - at < REACH);
    (declared.section.clone())
        .or_else(|| meta_tags::each(scan, meta_tags::SECTION).find(fits))
        .or_else(|| data.text(&["articleSection"]).filter(fits))
        .or_else(|| last_crumb(data.breadcrumbs(), &headline, &fits))
        .or_else(|| {
            let mut crumbs = scan.marked(Sign::Breadcrumb).filter(|mark| is_before(mark.at));
            let crumbs = crumbs.next()?.lines();
            let crumbs = crumbs.split(['\n', '/', '>', '›', '»', '|']).map(|crumb| crumb.trim().to_owned());
            last_crumb(crumbs.filter(|crumb| !crumb.is_empty()).collect(), &headline, &fits)
        })
        .or_else(|| {
            /// In bytes of text: what stands nearer to the headline than a menu does is its label.
            const CLOSELY: usize = 100;
            let is_close = |at: usize| headline_at.is_some_and(|headline| headline.abs_diff(at) < CLOSELY);
            let labels = scan.marked(Sign::Section).filter(|mark| is_before(mark.at));
            let labels = labels.filter(|mark| !mark.in_furniture || is_close(mark.at));
            labels.filter_map(label).filter(fits).last()
        })
}

/// The last of `crumbs` that can be a section, but for the one that stands for the page itself.
fn last_crumb(mut crumbs: Vec<String>, headline: &str, fits: &dyn Fn(&String) -> bool) -> Option<String> {
    crumbs.pop_if(|last| is_page_itself(&folded(last), headline));
    crumbs.into_iter().rfind(fits)
}

/// The label that an element is, or the first of two, without the date; more are a menu.
fn label(mark: &Mark) -> Option<String> {
    let lines = mark.lines();
    let first = lines.lines().next()?;
    (lines.len() <= 40 && lines.lines().count() <= 2).then(|| undated(first))
}

/// True for the headline, and for three words or more of which most are in it.
fn is_page_itself(words: &str, headline: &str) -> bool {
    let all: Vec<&str> = words.split(' ').collect();
    let of_headline: Vec<&str> = headline.split(' ').collect();
    let common = all.iter().filter(|word| of_headline.contains(word)).count();
    words == headline || (all.len() >= 3 && common * 10 >= all.len() * 7)
}

/// "Harbour" of "Harbour Sept. 2, 2016".
fn undated(label: &str) -> String {
    let end = find(label, DayOrder::DayFirst).map_or(label.len(), |(_, range)| range.start);
    label[..end].trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
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
        assert_eq!(
            section(
                "<meta property=og:site_name content='The Courier'><div class=category>The Courier</div><h1>The tide comes in</h1>"
            ),
            None
        );
    }

    #[test]
    fn a_crumb_that_shortens_the_headline_is_the_page_itself() {
        let crumb = |last: &str| {
            section(&format!(
                "<nav class=breadcrumbs><a href=/h>Harbour</a> › {last}</nav><h1>11 Tides for 2026: What to Know</h1>"
            ))
        };
        assert_eq!(crumb("11 Tides for 2026:...").as_deref(), Some("Harbour"));
        assert_eq!(crumb("Best tides for 2026").as_deref(), Some("Harbour"));
        assert_eq!(crumb("Tides").as_deref(), Some("Tides"));
    }

    #[test]
    fn a_date_and_a_second_label_are_no_part_of_a_label() {
        let label = |words: &str| section(&format!("<div class=kicker>{words}</div><h1>The tide comes in</h1>"));
        assert_eq!(label("Harbour <time>Sept. 2, 2016</time>").as_deref(), Some("Harbour"));
        assert_eq!(label("<span>Harbour</span><span>Web</span>").as_deref(), Some("Harbour"));
        let menu = "<nav><span class=category>Boats</span><p>What else there is to read, to hear and to see about the quay of Osk, its boats and its people.</p></nav>";
        assert_eq!(section(&format!("{menu}<h1>The tide comes in</h1>")), None);
    }
}
