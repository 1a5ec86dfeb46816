//! Standfirst: the deck between headline and body, where the page sets one.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::survey::{Mark, Sign, Survey, words_of};
use super::tidy::folded;
use crate::source::Declared;

/// How far below the headline a standfirst may begin, in bytes of text.
const REACH: usize = 400;

/// The standfirst that the page shows near its headline.
pub(super) fn read(
    survey: &Survey,
    data: &LinkedData,
    declared: &Declared,
    headline: Option<&str>,
    headline_at: Option<usize>,
) -> Option<String> {
    let headline_words = headline.map(folded).unwrap_or_default();
    let fits = |text: &String| {
        let words = text.split_whitespace().count();
        (4..=80).contains(&words) && folded(text) != headline_words
    };
    if let Some(declared) = &declared.standfirst {
        return Some(declared.clone());
    }
    let headline_at = headline_at?;
    let near = |mark: &&Mark| !mark.in_furniture && mark.at >= headline_at && mark.at - headline_at < REACH;
    let marked = survey.marked(Sign::Standfirst).chain(survey.with_property(&["description", "alternativeheadline"]));
    let marked = marked.filter(near).map(|mark| words_of(mark.element)).find(fits);
    marked.or_else(|| {
        let stated =
            meta_tags::each(survey, meta_tags::DESCRIPTION).chain(data.text(&["description", "alternativeHeadline"]));
        let stated: Vec<String> = stated.map(|text| folded(&text)).collect();
        let end = headline_at + headline.map_or(0, str::len) + REACH;
        let mut lines = survey.lines.iter().filter(|line| line.at > headline_at && line.at < end && line.block != "p");
        lines.find(|line| stated.contains(&folded(&line.text)) && fits(&line.text)).map(|line| line.text.clone())
    })
}
