//! Dates: when the article was published and when it was changed, and which of the page's answers to believe.

mod address;
mod labels;
mod months;
mod shown;
pub(super) mod text;
mod tokens;

use super::article_data::ArticleData;
use super::meta_tags;
use super::scan::MetadataScan;
use crate::article::Moment;
use crate::source::Declared;
use address::in_address;
use jiff::civil::Date;
use shown::ShownDate;
use text::{DayOrder, parse};
use url::Url;

/// When the article was published, and when it was last changed.
pub(super) fn read(
    scan: &MetadataScan,
    data: &ArticleData,
    declared: &Declared,
    order: DayOrder,
    headline_at: Option<usize>,
    address: Option<&Url>,
) -> (Option<Moment>, Option<Moment>) {
    let parse = |text: String| parse(&text, order);
    // Metas are written for the article; linked data may as well be dated by the page that was made over.
    let in_metas: Vec<Moment> = meta_tags::each(scan, meta_tags::PUBLISHED).filter_map(parse).collect();
    let in_data: Vec<Moment> = (data.texts_of_page("datePublished").filter_map(parse))
        .chain(meta_tags::each(scan, &["datepublished"]).filter_map(parse))
        .chain(meta_tags::own_published(scan).filter_map(parse))
        .collect();
    let in_elements = property(scan, &["datepublished", "pubdate", "published"], order);
    // What is written for programs alone is more exact than what an element has beside its words.
    let stated: Vec<Moment> = in_data.iter().chain(&in_metas).copied().chain(in_elements).collect();
    let shown = shown(scan, order, headline_at, &stated);
    let shown_change = shown.iter().find(|date| date.is_of_change()).map(|date| date.moment);
    let modified = (declared.modified.clone().and_then(parse))
        .or_else(|| data.texts_of_page("dateModified").find_map(parse))
        .or_else(|| meta_tags::each(scan, meta_tags::MODIFIED).find_map(parse))
        .or_else(|| property(scan, &["datemodified"], order))
        .or(shown_change);

    let days_shown = || shown.iter().filter(|date| !date.is_of_change()).map(|date| date.moment.date());
    let is_shown = |stated: &Moment| days_shown().any(|day| day == stated.date());
    let on_a_day_shown = |stated: &Moment| days_shown().find_map(|day| stated.on(day));
    let in_address = address.and_then(in_address);
    // A page that shows but one date often shows that of the change, without saying so.
    let is_told = |date: &&ShownDate| {
        !date.is_of_change() && modified.is_none_or(|modified| modified.date() != date.moment.date())
    };
    let month = || shown::month(scan);
    let published = (declared.published.clone().and_then(parse))
        .or_else(|| stated.iter().copied().find(is_shown))
        .or(in_address)
        .or_else(|| stated.iter().find_map(on_a_day_shown))
        .or_else(|| shown.iter().find(is_told).map(|date| date.moment))
        .or_else(|| shown::labelled(scan, order))
        .or_else(|| in_metas.first().copied())
        .or_else(|| shown.first().map(|date| date.moment))
        .or_else(|| month().filter(|month| !month.is_of_change()).map(|month| month.moment))
        .or_else(|| stated.first().copied())
        .or_else(|| data.text(&["dateCreated", "uploadDate"]).and_then(parse))
        .or_else(|| shown::far(scan, order, headline_at))
        .or_else(|| month().map(|month| month.moment))
        // A page that tells of no other day than that of a change is dated by it: this text appeared then.
        .or(modified);
    let published = published.map(|day| timed(day, &stated, in_address));
    let mut days_of_change = shown.iter().filter(|date| date.is_of_change()).map(|date| date.moment.date());
    // The clocks by which the publication was on another day than stated are those of the change, too: its day is known
    // where they agree.
    let on_its_day = |change: Moment| {
        days_of_change.find_map(|day| change.on(day)).or_else(|| change.on_day_of(published?)).unwrap_or(change)
    };
    let modified = modified.map(on_its_day);
    // What was scheduled, or comes from another clock or a page that was made over: nobody changes what is not there yet.
    let is_later = |modified: &Moment| published.is_none_or(|published| modified.date() >= published.date());
    (published, modified.filter(|modified| Some(*modified) != published && is_later(modified)))
}

/// The same day with its time, as the page states it. A day in the address is told to programs too: it is given as it
/// is, unless a time of that very day is stated.
fn timed(day: Moment, stated: &[Moment], in_address: Option<Moment>) -> Moment {
    let is_in_address = in_address.is_some_and(|address| address.date() == day.date());
    let stated = stated.iter().filter(|stated| !is_in_address || stated.date() == day.date());
    stated.filter_map(|stated| stated.on(day.date())).find(|stated| stated.has_time()).unwrap_or(day)
}

/// The days that the page shows, its figures read in the other order of day and month if that makes them agree with
/// its data, or with a day that it tells of elsewhere in a way that leaves no doubt.
fn shown(scan: &MetadataScan, order: DayOrder, headline_at: Option<usize>, stated: &[Moment]) -> Vec<ShownDate> {
    let shown = shown::near(scan, order, headline_at);
    let agree = |shown: &[ShownDate], days: &[Date]| shown.iter().any(|shown| days.contains(&shown.moment.date()));
    let mut known: Vec<Date> = stated.iter().map(|stated| stated.date()).collect();
    if shown.is_empty() || agree(&shown, &known) {
        return shown;
    }
    let other = shown::near(scan, order.other(), headline_at);
    if known.is_empty() && other != shown {
        known = shown::beyond_doubt(scan).collect();
    }
    if !agree(&shown, &known) && agree(&other, &known) { other } else { shown }
}

fn property(scan: &MetadataScan, names: &[&str], order: DayOrder) -> Option<Moment> {
    scan.with_property(names).find_map(|mark| {
        let stated = mark.attribute("datetime").or_else(|| mark.attribute("content"));
        stated.and_then(|text| parse(text, order)).or_else(|| parse(&mark.lines(), order))
    })
}

#[cfg(test)]
mod tests {
    use super::super::Metadata;
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
    fn the_day_is_the_one_that_the_page_shows_and_the_time_the_one_that_it_states() {
        let metas = "<meta property=article:published_time content=2020-07-10T01:30:00+00:00>";
        let shown = "<h1>The tide comes in</h1><p class=date>July 9, 2020</p>";
        let change = |time: &str| format!("<meta property=article:modified_time content=2020-07-10T{time}:00+00:00>");
        for (time, day) in [("01:40", "2020-07-09"), ("02:10", "2020-07-10")] {
            assert_eq!(days(&format!("{metas}{}{shown}", change(time))), pair("2020-07-09", day));
        }
        let published = |metadata: Metadata| metadata.published.map(|moment| moment.to_string()).unwrap_or_default();
        assert_eq!(published(read(&format!("{metas}{shown}"))), "2020-07-10T01:30:00Z");
        assert_eq!(published(read_at("https://courier.example/2020/07/09/tide", metas)), "2020-07-09");
        let element = "<h1>The tide comes in</h1><time itemprop=datePublished datetime=2020-07-09T21:30:00-04:00>July 9, 2020</time>";
        assert_eq!(published(read(element)), "2020-07-09T21:30:00-04:00");
        assert_eq!(published(read(&format!("{metas}{element}"))), "2020-07-10T01:30:00Z");
        let plain = "<h1>The tide comes in</h1><time datetime=2020-07-10T01:30:00Z>July 9, 2020</time>";
        assert_eq!((days(plain).0.as_str(), published(read(plain)).as_str()), ("2020-07-09", "2020-07-10T01:30:00Z"));
    }

    #[test]
    fn a_midnight_beside_another_day_is_no_time_of_that_day() {
        let meta = "<meta property=article:published_time content=2020-07-10T00:00:00Z>";
        let metadata = read(&format!("{meta}<h1>The tide comes in</h1><p class=date>July 9, 2020</p>"));
        assert_eq!(metadata.published.map(|moment| moment.to_string()).as_deref(), Some("2020-07-09"));
    }

    #[test]
    fn the_midnight_of_the_article_gets_its_time_from_the_page() {
        let data = r#"<script type=application/ld+json>[{"@type": "Article", "datePublished": "2020-07-09T00:00:00Z"},
            {"@type": "WebPage", "datePublished": "2020-07-10T01:30:00Z"}]</script>"#;
        let metadata = read(&format!("{data}<h1>The tide comes in</h1>"));
        assert_eq!(metadata.published.map(|moment| moment.to_string()).as_deref(), Some("2020-07-10T01:30:00Z"));
        assert_eq!(days(data).0, "2020-07-09");
    }

    #[test]
    fn what_was_changed_before_it_was_published_was_not_changed_since() {
        let metas = "<meta property=article:published_time content=2020-07-09T08:00:00Z><meta property=article:modified_time content=2020-07-07T08:00:00Z>";
        assert_eq!(days(&format!("{metas}<h1>The tide comes in</h1>")), pair("2020-07-09", "none"));
    }

    #[test]
    fn a_day_on_which_the_stated_time_was_nowhere_is_a_day_of_its_own() {
        let meta = "<meta property=article:published_time content=2020-07-11T01:30:00+00:00>";
        let metadata = read(&format!("{meta}<h1>The tide comes in</h1><p class=date>July 9, 2020</p>"));
        assert_eq!(metadata.published.map(|moment| moment.to_string()).as_deref(), Some("2020-07-09"));
    }

    #[test]
    fn a_shown_day_that_is_that_of_the_change_does_not_hide_the_publication() {
        let metas = "<meta property=article:published_time content=2018-01-02><meta property=article:modified_time content=2020-07-09>";
        let page = format!("{metas}<h1>The tide comes in</h1><p class=date>July 9, 2020</p>");
        assert_eq!(days(&page), pair("2018-01-02", "2020-07-09"));
    }

    #[test]
    fn a_shown_change_is_believed_before_linked_data_that_the_page_does_not_show() {
        let data = r#"<script type=application/ld+json>{"@type": "Article", "datePublished": "2018-01-02", "dateModified": "2020-07-09"}</script>"#;
        let shown = "<h1>The tide comes in</h1><p>Updated July 9, 2020</p>";
        assert_eq!(days(&format!("{data}{shown}")), pair("2020-07-09", "none"));
        let meta = "<meta property=article:published_time content=2018-01-02>";
        assert_eq!(days(&format!("{meta}{data}{shown}")), pair("2018-01-02", "2020-07-09"));
    }

    #[test]
    fn the_data_tell_in_which_order_the_figures_stand() {
        let data = r#"<script type=application/ld+json>{"@type": "Article", "datePublished": "2020-05-08T05:30:00Z"}</script>"#;
        let page = format!("<html lang=de>{data}<h1>Die Flut</h1><span>05/08/2020</span>");
        assert_eq!(days(&page).0, "2020-05-08");
    }

    #[test]
    fn a_day_told_elsewhere_in_words_tells_in_which_order_the_figures_stand() {
        let page = "<h1>The tide comes in</h1><time datetime=02-12-2020>02-12-2020</time><p>Text.</p>";
        assert_eq!(days(page).0, "2020-02-12");
        let teaser = |day: &str| format!("<div class=sidebar><h4>The tide comes in</h4><span>{day}</span></div>");
        assert_eq!(days(&format!("{page}{}", teaser("2 December 2020"))).0, "2020-12-02");
        assert_eq!(days(&format!("{page}{}", teaser("3 December 2020"))).0, "2020-02-12");
    }

    #[test]
    fn a_day_in_a_box_for_sharing_counts_where_no_other_is_shown() {
        let page = "<h1>The tide comes in</h1><p>A deck that is long enough to keep what follows it from the headline, and the box too, as decks are.</p>
            <div class=social><p>Ada Roe</p><p>9 July 2020</p></div><p>Text.</p>";
        assert_eq!(days(page).0, "2020-07-09");
    }

    #[test]
    fn a_day_far_from_the_headline_is_found_where_there_is_no_other() {
        let text = "<p>The envoys left on Thursday, and nobody spoke of a day on which they would return to the quay of Osk.</p>".repeat(12);
        let headline = "<h1>The tide comes in</h1>";
        for page in [
            format!("{headline}{text}<div class=post-footer>Von Ada Roe am 9. Juli 2020, 11:51 | 3 Meinungen</div>"),
            format!("{headline}{text}<p>Written by <a>Ada Roe</a></p><p>9 July 2020</p>"),
            format!("{headline}{text}<p>Page last modified: 9 July 2020</p>"),
            format!("{headline}{text}<div><span class=date>9 July 2020</span></div>"),
            format!(
                "{headline}<p>PORT ANN, July 9, 2020 (NN) — The envoys left, and nobody spoke of a day on which they would return to the quay of Osk, nor of the next talks.</p>{text}"
            ),
        ] {
            assert_eq!(days(&page).0, "2020-07-09", "{page}");
        }
        let teasers = "<div><span class=date>9 July 2020</span> <span class=date>8 July 2020</span></div>";
        assert_eq!(days(&format!("{headline}{text}{teasers}")).0, "none");
        let story = "<p>On July 9, 2020, the envoys left, and nobody spoke of a day on which they would return to the quay of Osk, nor of the next talks there.</p>";
        assert_eq!(days(&format!("{headline}{story}{text}")).0, "none");
    }

    #[test]
    fn a_title_that_comes_again_in_the_text_does_not_hide_the_day_below_the_h1() {
        let text = "<p>The envoys left on Thursday, and nobody spoke of a day on which they would return to the quay of Osk.</p>".repeat(4);
        let page = format!(
            "<meta property=og:title content='Why does the tide come in at night?'><h1>Why do tides come in at night or in the morning?</h1><p>9 July 2020</p>{text}<h2>Why does the tide come in at night?</h2>{text}"
        );
        assert_eq!(days(&page).0, "2020-07-09");
    }

    #[test]
    fn a_month_without_a_day_counts_where_it_is_labelled_and_no_day_is_told() {
        let headline = "<h1>The tide comes in</h1>";
        assert_eq!(days(&format!("{headline}<p>Text.</p><p><b>Last updated: </b>June 2022</p>")).0, "2022-06-01");
        assert_eq!(days(&format!("{headline}<h6>Date</h6><p>November 2003</p>")).0, "2003-11-01");
        assert_eq!(days(&format!("{headline}<h2>Tides</h2><p>November 2003</p>")).0, "none");
        let beside =
            |label: &str| days(&format!("{headline}<div class=sidebar><h6>{label}</h6><p>November 2003</p></div>")).0;
        assert_eq!((beside("Date").as_str(), beside("Last updated").as_str()), ("2003-11-01", "none"));
        assert_eq!(days(&format!("{headline}<p>Last updated: June 2022</p><p>9 July 2020</p>")).0, "2020-07-09");
    }

    #[test]
    fn the_day_in_the_address_is_believed_before_one_that_only_stands_by() {
        let page = "<h1>The tide comes in</h1><p>17 June 2019</p><p>Text.</p>";
        let metadata = read_at("https://courier.example/2017/7/12/tide", page);
        assert_eq!(metadata.published.map(|moment| moment.to_string()).as_deref(), Some("2017-07-12"));
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
