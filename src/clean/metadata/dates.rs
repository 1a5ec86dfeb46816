//! Dates: when the article was published and when it was changed, and which of the page's answers to believe.

use super::date_text::{DayOrder, find, in_address, parse};
use super::json_ld::LinkedData;
use super::meta_tags;
use super::survey::{Mark, Sign, Survey, words_of};
use crate::article::Moment;
use crate::source::Declared;
use url::Url;

/// How far from the headline a visible date may stand, in bytes of text.
const REACH: usize = 900;

/// When the article was published, and when it was last changed.
pub(super) fn read(
    survey: &Survey,
    data: &LinkedData,
    declared: &Declared,
    order: DayOrder,
    headline_at: Option<usize>,
    address: Option<&Url>,
) -> (Option<Moment>, Option<Moment>) {
    let parse = |text: String| parse(&text, order);
    let published = (declared.published.clone().and_then(parse))
        .or_else(|| data.text(&["datePublished"]).and_then(parse))
        .or_else(|| meta_tags::each(survey, meta_tags::PUBLISHED).find_map(parse))
        .or_else(|| data.text_of_page("datePublished").and_then(parse))
        .or_else(|| property(survey, &["datepublished", "pubdate", "published"], order))
        .or_else(|| visible(survey, order, headline_at))
        .or_else(|| data.text(&["dateCreated", "uploadDate"]).and_then(parse))
        .or_else(|| address.and_then(in_address));
    let modified = (declared.modified.clone().and_then(parse))
        .or_else(|| data.text_of_page("dateModified").and_then(parse))
        .or_else(|| meta_tags::each(survey, meta_tags::MODIFIED).find_map(parse))
        .or_else(|| property(survey, &["datemodified"], order));
    (published, modified.filter(|modified| Some(*modified) != published))
}

fn property(survey: &Survey, names: &[&str], order: DayOrder) -> Option<Moment> {
    survey.with_property(names).find_map(|mark| {
        let value = mark.element.value();
        let stated = value.attr("datetime").or_else(|| value.attr("content"));
        stated.and_then(|text| parse(text, order)).or_else(|| parse(&words_of(mark.element), order))
    })
}

/// Words that say that a date is that of a change.
const CHANGED: [&str; 20] = [
    "updated",
    "modified",
    "last update",
    "reviewed",
    "revised",
    "aktualisiert",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualizado",
    "actualización",
    "atualizado",
    "aggiornato",
    "bijgewerkt",
    "oppdatert",
    "uppdaterad",
    "opdateret",
    "обновлено",
    "更新",
    "edited",
];

fn visible(survey: &Survey, order: DayOrder, headline_at: Option<usize>) -> Option<Moment> {
    let near = |at: usize| headline_at.is_none_or(|headline| at.abs_diff(headline) < REACH);
    let marked = |mark: &&Mark| matches!(mark.sign, Sign::Time | Sign::Date) && !mark.in_furniture && near(mark.at);
    let marked = survey.marks.iter().filter(marked).find_map(|mark| {
        let words = words_of(mark.element);
        if words.len() > 150 {
            return None;
        }
        let visible = unchanged(&words, order);
        if is_changed(&words) && visible.is_none() {
            return None;
        }
        mark.element.value().attr("datetime").and_then(|text| parse(text, order)).or(visible)
    });
    marked.or_else(|| {
        let lines = survey.lines.iter().filter(|line| !line.in_furniture && line.text.len() < 120 && near(line.at));
        lines.filter_map(|line| unchanged(&line.text, order)).next()
    })
}

fn is_changed(text: &str) -> bool {
    let lower = text.to_lowercase();
    CHANGED.iter().any(|word| lower.contains(word))
}

/// The first date in `text` that is not said to be that of a change.
fn unchanged(text: &str, order: DayOrder) -> Option<Moment> {
    let mut rest = text;
    while let Some((moment, range)) = find(rest, order) {
        if !is_changed(&rest[..range.start]) {
            return Some(moment);
        }
        rest = &rest[range.end..];
    }
    None
}
