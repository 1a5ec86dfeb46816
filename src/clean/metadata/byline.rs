//! Byline: who wrote the article, and which of the page's answers to believe.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::names::{looks_personal, names_in};
use super::survey::{Mark, Sign, Survey, words_of};
use super::tidy::folded;
use crate::article::Byline;
use crate::source::Declared;

/// How far from the headline a visible byline may stand, in bytes of text.
const REACH: usize = 700;

/// The authors, from the most trusted place that names a person, or else a body.
pub(super) fn read(
    survey: &Survey,
    data: &LinkedData,
    declared: &Declared,
    headline_at: Option<usize>,
    site: Option<&str>,
) -> Byline {
    let authors = data.authors();
    let answers: Vec<Vec<String>> = vec![
        declared.authors.iter().flat_map(|author| names_in(author)).collect(),
        authors.persons.iter().flat_map(|author| names_in(author)).collect(),
        visible(survey, headline_at),
        meta_tags::all(survey, meta_tags::AUTHORS).iter().flat_map(|author| names_in(author)).collect(),
        authors.bodies.iter().flat_map(|author| names_in(author)).collect(),
    ];
    let site = site.map(folded);
    let is_person = |name: &String| looks_personal(name) && Some(folded(name)) != site;
    let answers: Vec<Vec<String>> = answers
        .into_iter()
        .map(|names| match names.iter().any(is_person) {
            true => names.into_iter().filter(|name| Some(folded(name)) != site).collect(),
            false => names,
        })
        .collect();
    let personal = answers.iter().find(|names| names.iter().any(is_person));
    Byline::new(personal.or_else(|| answers.iter().find(|names| !names.is_empty())).cloned().unwrap_or_default())
}

/// The names that the page shows near its headline.
fn visible(survey: &Survey, headline_at: Option<usize>) -> Vec<String> {
    let near = |mark: &&Mark| !mark.in_furniture && headline_at.is_none_or(|at| mark.at.abs_diff(at) < REACH);
    let properties = survey.with_property(&["author", "creator"]);
    let named = properties.filter(near).flat_map(|mark| names_in(&words_of(mark.element)));
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        return named;
    }
    for sign in [Sign::Byline, Sign::AuthorLink] {
        for mark in survey.marked(sign).filter(near) {
            let words = words_of(mark.element);
            if words.len() > 200 {
                continue;
            }
            let names = names_in(&words);
            if !names.is_empty() {
                return names;
            }
        }
    }
    let lines = survey.lines.iter().filter(|line| !line.in_furniture && line.text.len() < 120);
    let mut near = lines.filter(|line| headline_at.is_none_or(|at| line.at.abs_diff(at) < REACH));
    near.find_map(|line| {
        let rest = ["By ", "Von ", "Par ", "Por ", "Words by ", "Written by "]
            .iter()
            .find_map(|label| line.text.strip_prefix(label))?;
        let names = names_in(rest);
        names.iter().all(|name| looks_personal(name)).then_some(names).filter(|names| !names.is_empty())
    })
    .unwrap_or_default()
}
