//! Site: the name of the publication.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::signs::Sign;
use super::survey::Survey;
use super::tidy::{folded, tidy};
use super::words::words_of;
use crate::source::Declared;
use url::Url;

/// The name that the page gives its site.
pub(super) fn read(survey: &Survey, data: &LinkedData, declared: &Declared) -> Option<String> {
    (declared.site.clone())
        .or_else(|| meta_tags::first(survey, &["og:site_name"]))
        .or_else(|| data.name_of("publisher"))
        .or_else(|| data.site_name())
        .or_else(|| meta_tags::first(survey, meta_tags::SITE))
        .or_else(|| in_title(survey))
}

/// What follows the headline in the page's title: "Headline | Section | The Courier".
fn in_title(survey: &Survey) -> Option<String> {
    const SEPARATORS: [&str; 6] = [" | ", " - ", " – ", " — ", " · ", " :: "];
    let title = tidy(survey.title.as_deref()?)?;
    let headings = survey.marked(Sign::Headline).map(|mark| words_of(mark.element));
    let known: Vec<String> =
        headings.chain(meta_tags::first(survey, &["og:title"])).map(|text| folded(&text)).collect();
    SEPARATORS.iter().find_map(|separator| {
        let (head, _) = title.split_once(separator)?;
        let (_, last) = title.rsplit_once(separator)?;
        let is_name = last.split_whitespace().count() <= 5 && !known.contains(&folded(last));
        (is_name && known.contains(&folded(head))).then(|| last.to_owned())
    })
}

/// The forms of the site's own name, folded and without spaces: as it calls itself, its publisher, its host.
pub(super) fn own_names(site: Option<&str>, data: &LinkedData, address: Option<&Url>) -> Vec<String> {
    let host = address.and_then(Url::host_str).map(|host| host.trim_start_matches("www."));
    let label =
        host.and_then(|host| host.rsplit('.').nth(1).filter(|label| label.len() > 3).or(host.split('.').next()));
    let names = site.map(str::to_owned).into_iter().chain(data.name_of("publisher")).chain(data.site_name());
    let names = names.chain(host.map(str::to_owned)).chain(label.map(str::to_owned));
    let names: Vec<String> = names.collect();
    let initials: Vec<String> = names.iter().map(|name| initials(name)).filter(|name| name.len() >= 3).collect();
    let mut own: Vec<String> = names
        .iter()
        .chain(&initials)
        .map(|name| folded(name).replace(' ', ""))
        .filter(|name| !name.is_empty())
        .collect();
    own.dedup();
    own
}

/// "WFA" of "World Festival Awards".
fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next().filter(|c| c.is_uppercase())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read, read_at};

    #[test]
    fn the_site_is_named_by_its_data_or_else_by_what_follows_the_headline_in_the_title() {
        let site = |html: &str| read(html).site;
        let data = r#"<script type=application/ld+json>{"@type": "NewsArticle", "publisher": {"name": "The Courier"}}</script>"#;
        assert_eq!(site(data).as_deref(), Some("The Courier"));
        let title = "<title>The tide comes in | Harbour | The Courier</title><h1>The tide comes in</h1>";
        assert_eq!(site(title).as_deref(), Some("The Courier"));
        assert_eq!(site("<title>The tide - and the moon</title><h1>Why the water rises</h1>"), None);
    }

    #[test]
    fn the_name_of_the_site_is_taken_off_the_headline() {
        let headline = |title: &str| {
            let html = format!(
                "<meta property=og:site_name content='World Harbour Awards'><title>{title}</title><p>Text.</p>"
            );
            read_at("https://www.worldharbour.example/a", &html).headline
        };
        for title in [
            "The tide comes in | World Harbour Awards",
            "World Harbour Awards – The tide comes in",
            "The tide comes in | WHA",
        ] {
            assert_eq!(headline(title).as_deref(), Some("The tide comes in"), "{title}");
        }
    }
}
