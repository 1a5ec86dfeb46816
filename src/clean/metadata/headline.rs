//! Headline: the article's title as the page shows it.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::survey::{Mark, Sign, Survey, words_of};
use super::tidy::{folded, likeness, tidy};

/// A headline and where on the page it stands, if it stands there.
#[derive(Debug, Clone, Default)]
pub(super) struct Headline<'a> {
    pub text: Option<String>,
    pub mark: Option<Mark<'a>>,
}

/// What the page's head calls the article, the site's name taken off, the most trusted first.
pub(super) fn titles(survey: &Survey, data: &LinkedData, own_names: &[String]) -> Vec<String> {
    let titles = meta_tags::each(survey, meta_tags::HEADLINE);
    let titles = titles.chain(data.text(&["headline", "name"])).chain(survey.title.as_deref().and_then(tidy));
    titles.map(|title| without_site(&title, own_names)).filter(|title| !title.is_empty()).collect()
}

/// The visible heading that agrees best with the `titles`, or else the first of these.
pub(super) fn read<'a>(survey: &Survey<'a>, titles: &[String], own_names: &[String]) -> Headline<'a> {
    let folded_titles: Vec<String> = titles.iter().map(|title| folded(title)).collect();
    let is_own = |words: &str| own_names.contains(&words.replace(' ', ""));
    let mut best: Option<(f32, Mark, String)> = None;
    for mark in survey.marks.iter().copied().filter(|mark| matches!(mark.sign, Sign::Headline | Sign::Heading)) {
        let text = words_of(mark.element);
        let words = folded(&text);
        if words.is_empty() || text.len() > 300 || is_own(&words) {
            continue;
        }
        let agreement = folded_titles.iter().map(|title| agreement(title, &words)).fold(0.0, f32::max);
        let is_h1 = mark.sign == Sign::Headline;
        let score = agreement + if is_h1 { 0.5 } else { 0.0 } - if mark.in_furniture { 0.4 } else { 0.0 };
        let enough = if is_h1 { 0.7 } else { 0.85 };
        if score >= enough && best.as_ref().is_none_or(|(other, ..)| score > *other) {
            best = Some((score, mark, text));
        }
    }
    match best {
        Some((_, mark, text)) => Headline { text: Some(text), mark: Some(mark) },
        None => {
            let lone = {
                let mut h1s = survey.marked(Sign::Headline).filter(|mark| !mark.in_furniture);
                match (h1s.next(), h1s.next()) {
                    (Some(mark), None) => Some((*mark, words_of(mark.element))),
                    _ => None,
                }
            };
            let lone = lone.filter(|(_, text)| text.split(' ').count() > 2 && !is_own(&folded(text)));
            match lone {
                Some((mark, text)) => Headline { text: Some(text), mark: Some(mark) },
                None => Headline { text: titles.first().cloned(), mark: None },
            }
        }
    }
}

/// How far two folded titles are the same, 0 to 1: shared words, less where one is much longer.
fn agreement(a: &str, b: &str) -> f32 {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    likeness(a, b) * (0.5 + 0.5 * short.len() as f32 / long.len().max(1) as f32)
}

/// Marks with which sites part the headline from their name.
const SEPARATORS: [&str; 12] = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " ~ ", " / ", " « ", " › "];

/// `title` without the name of the site before or after it.
fn without_site(title: &str, own_names: &[String]) -> String {
    let mut title = title;
    loop {
        let cut = SEPARATORS.iter().find_map(|separator| {
            let (head, tail) = title.rsplit_once(separator)?;
            let (first, rest) = title.split_once(separator)?;
            if is_site(tail, own_names) {
                Some(head)
            } else if is_site(first, own_names) {
                Some(rest)
            } else {
                None
            }
        });
        match cut {
            Some(cut) => title = cut,
            None => return title.trim().to_owned(),
        }
    }
}

/// True for a name of the site, for a part of one, and for one with a few words more ("Courier News").
fn is_site(part: &str, own_names: &[String]) -> bool {
    let words = part.split_whitespace().count();
    let part = folded(part).replace(' ', "");
    own_names.iter().any(|own| {
        part == *own || (part.len() >= 4 && own.contains(&part)) || (own.len() >= 4 && part.contains(own) && words <= 5)
    })
}
