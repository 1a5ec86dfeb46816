//! Dates: when the article was published and when it was changed, and which of the page's answers to believe.

use super::date_text::{DayOrder, find, in_address, parse};
use super::json_ld::LinkedData;
use super::meta_tags;
use super::signs::{Sign, is_called_changed};
use super::survey::{Mark, Survey};
use super::words::lines_of;
use crate::article::Moment;
use crate::source::Declared;
use url::Url;

/// How far from the headline a visible date may stand, in bytes of text.
const REACH: usize = 900;

/// The same above it, where ticker lines and the day of the visit stand too.
const REACH_ABOVE: usize = 150;

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
    let shown = shown(survey, order, headline_at);
    let modified = (declared.modified.clone().and_then(parse))
        .or_else(|| data.text_of_page("dateModified").and_then(parse))
        .or_else(|| meta_tags::each(survey, meta_tags::MODIFIED).find_map(parse))
        .or_else(|| property(survey, &["datemodified"], order))
        .or_else(|| shown_change(survey, order, headline_at));
    let stated = (data.text(&["datePublished"]).and_then(parse))
        .or_else(|| meta_tags::each(survey, meta_tags::PUBLISHED).find_map(parse))
        .or_else(|| data.text_of_page("datePublished").and_then(parse))
        .or_else(|| property(survey, &["datepublished", "pubdate", "published"], order))
        .or_else(|| meta_tags::own_published(survey).find_map(parse));
    let same_day = |a: Option<Moment>, b: Moment| a.is_some_and(|a| a.date() == b.date());
    // A page that shows but one date often shows that of the change, without saying so.
    let told = shown.iter().copied().find(|shown| !same_day(modified, *shown));
    let published = (declared.published.clone().and_then(parse))
        .or_else(|| stated.filter(|stated| shown.iter().any(|shown| same_day(Some(*shown), *stated))))
        .or(told)
        .or(stated)
        .or_else(|| data.text(&["dateCreated", "uploadDate"]).and_then(parse))
        .or_else(|| shown.first().copied())
        .or_else(|| address.and_then(in_address))
        // A page that tells of no other day than that of a change is dated by it: this text appeared then.
        .or(modified);
    let published = published.map(|published| match stated {
        // The same day, with its time.
        Some(stated) if stated.date() == published.date() => stated,
        _ => published,
    });
    (published, modified.filter(|modified| Some(*modified) != published))
}

fn property(survey: &Survey, names: &[&str], order: DayOrder) -> Option<Moment> {
    survey.with_property(names).find_map(|mark| {
        let value = mark.element.value();
        let stated = value.attr("datetime").or_else(|| value.attr("content"));
        stated.and_then(|text| parse(text, order)).or_else(|| parse(&lines_of(mark.element), order))
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

/// The dates that the page shows below its headline, closely above it, or wherever it says "published"; the
/// most telling first.
fn shown(survey: &Survey, order: DayOrder, headline_at: Option<usize>) -> Vec<Moment> {
    let below = |at: usize| headline_at.is_none_or(|headline| at >= headline && at - headline < REACH);
    let above = |at: usize| headline_at.is_some_and(|headline| at < headline && headline - at < REACH_ABOVE);
    let is_dated = |mark: &&Mark| matches!(mark.sign, Sign::Time | Sign::Date | Sign::Byline) && !mark.in_furniture;
    let marks = |near: &dyn Fn(usize) -> bool| -> Vec<Moment> {
        let marks = survey.marks.iter().filter(is_dated).filter(|mark| near(mark.at));
        marks.filter_map(|mark| shown_in(survey, mark, order)).collect()
    };
    let short = || survey.lines.iter().filter(|line| line.text.len() < 120);
    let lines = |near: &dyn Fn(usize) -> bool| -> Vec<Moment> {
        let lines =
            short().filter(|line| !line.in_furniture && near(line.at) && !is_changed(survey.label_before(line.at)));
        lines.filter_map(|line| unchanged(&line.text, order)).collect()
    };
    let labelled = || -> Vec<Moment> {
        let mut label = false;
        let dates = short().filter_map(|line| {
            let labelled = std::mem::replace(&mut label, is_published(&line.text)) || label;
            labelled.then(|| unchanged(&line.text, order)).flatten()
        });
        dates.take(1).collect()
    };
    let mut shown = marks(&below);
    shown.extend(lines(&below));
    shown.extend(marks(&above));
    shown.extend(lines(&above));
    shown.extend(labelled());
    shown
}

/// The date that the page shows near its headline as that of a change.
fn shown_change(survey: &Survey, order: DayOrder, headline_at: Option<usize>) -> Option<Moment> {
    let headline = headline_at?;
    let near = |at: usize| at + REACH_ABOVE >= headline && at < headline + REACH;
    let mut label = false;
    let mut lines = survey.lines.iter().filter(|line| near(line.at) && line.text.len() < 120);
    let in_lines = lines.find_map(|line| {
        let starts = changed_at(&line.text);
        let labelled = std::mem::replace(&mut label, starts.is_some());
        let text = match starts {
            Some(at) => line.text.get(at..)?,
            None if labelled => &line.text,
            None => return None,
        };
        find(text, order).map(|(moment, _)| moment)
    });
    in_lines.or_else(|| {
        let mut times = survey.marked(Sign::Time).filter(|mark| near(mark.at) && is_of_change(survey, mark));
        times.find_map(|mark| parse(mark.element.attr("datetime")?, order))
    })
}

fn shown_in(survey: &Survey, mark: &Mark, order: DayOrder) -> Option<Moment> {
    let words = lines_of(mark.element);
    if words.len() > 150 {
        return None;
    }
    let shown = unchanged(&words, order);
    if shown.is_none() && is_changed(&words) {
        return None;
    }
    let shown = shown.or_else(|| parse(mark.element.value().attr("datetime")?, order))?;
    (!is_of_change(survey, mark)).then_some(shown)
}

fn is_of_change(survey: &Survey, mark: &Mark) -> bool {
    is_called_changed(mark.element) || is_changed(survey.label_before(mark.at))
}

/// Words that say that a date is that of the publication.
const PUBLISHED: [&str; 16] = [
    "published",
    "posted",
    "first published",
    "date published",
    "publication date",
    "publish date",
    "veröffentlicht",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd",
    "publisert",
    "publicerad",
    "offentliggjort",
    "опубликовано",
    "发布",
];

fn is_published(text: &str) -> bool {
    text.len() < 60 && {
        let lower = text.to_lowercase();
        PUBLISHED.iter().any(|word| lower.starts_with(word))
    }
}

/// True if the last that is said of a date before it is that something was changed then.
fn is_changed(text: &str) -> bool {
    let lower = text.to_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| lower.rfind(word)).max();
    last(&CHANGED).is_some_and(|changed| last(&PUBLISHED).is_none_or(|published| published < changed))
}

/// Where in `text` it is said that something was changed, in bytes.
fn changed_at(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    CHANGED.iter().filter_map(|word| lower.find(word)).min()
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

#[cfg(test)]
mod tests {
    use super::super::tests::{read, read_at};

    /// The days of publication and of change.
    fn days(html: &str) -> (String, String) {
        let metadata = read(html);
        let day = |moment: Option<super::Moment>| moment.map_or("none".into(), |moment| moment.date().to_string());
        (day(metadata.published), day(metadata.modified))
    }

    fn pair(published: &str, modified: &str) -> (String, String) {
        (published.into(), modified.into())
    }

    #[test]
    fn publication_and_change_are_told_apart() {
        let page = "<h1>The tide comes in</h1><p>Updated on July 12, 2020 | Published July 9, 2020</p>";
        assert_eq!(days(page), pair("2020-07-09", "2020-07-12"));
        let page = "<h1>The tide comes in</h1><div>Last updated</div><time datetime=2020-07-12>12 July</time><time datetime=2020-07-09>9 July</time>";
        assert_eq!(days(page), pair("2020-07-09", "2020-07-12"));
    }

    #[test]
    fn the_day_that_the_page_shows_is_believed_before_its_data() {
        let data = r#"<script type=application/ld+json>{"@type": "Article", "datePublished": "2020-07-10T01:30:00Z"}</script>"#;
        assert_eq!(days(&format!("{data}<h1>The tide comes in</h1><p class=date>July 9, 2020</p>")).0, "2020-07-09");
    }

    #[test]
    fn a_shown_day_that_is_that_of_the_change_does_not_hide_the_publication() {
        let metas = "<meta property=article:published_time content=2018-01-02><meta property=article:modified_time content=2020-07-09>";
        let page = format!("{metas}<h1>The tide comes in</h1><p class=date>July 9, 2020</p>");
        assert_eq!(days(&page), pair("2018-01-02", "2020-07-09"));
    }

    #[test]
    fn a_page_with_no_other_day_is_dated_by_its_change() {
        let page = "<h1>The tide comes in</h1><p>Last updated: 9 July 2020</p>";
        assert_eq!(days(page).0, "2020-07-09");
    }

    #[test]
    fn days_of_other_stories_are_not_taken() {
        let page = "<h1>The tide comes in</h1><p>Text.</p><div class=related><time datetime=2019-01-02>x</time></div>";
        assert_eq!(days(page), pair("none", "none"));
    }

    #[test]
    fn the_address_is_the_last_witness() {
        let metadata = read_at("https://courier.example/2020/07/09/tide", "<h1>The tide comes in</h1>");
        assert_eq!(metadata.published.map(|moment| moment.to_string()).as_deref(), Some("2020-07-09"));
    }
}
