//! Site: the name of the publication.

use super::article_data::ArticleData;
use super::meta_tags;
use super::scan::MetadataScan;
use super::scan::signs::Sign;
use super::tidy::{folded, tidy};
use crate::lexicon;
use crate::source::Declared;
use url::Url;

/// The name that the page gives its site.
pub(super) fn read(
    scan: &MetadataScan,
    data: &ArticleData,
    declared: &Declared,
    address: Option<&Url>,
) -> Option<String> {
    let host = letters_of_host(address);
    let named = |name: String| name_in(&name, &host);
    (declared.site.clone())
        .or_else(|| meta_tags::first(scan, &["og:site_name"]).and_then(named))
        .or_else(|| data.name_of("publisher").and_then(named))
        .or_else(|| data.site_name().and_then(named))
        .or_else(|| meta_tags::each(scan, meta_tags::SITE).find_map(named))
        .or_else(|| in_title(scan, &host).and_then(named))
}

/// The name in what a page calls its site, without slogans: "Sofia Boats" of "Book a Boat | Sofia Boats".
fn name_in(text: &str, host: &str) -> Option<String> {
    const QUOTES: [char; 4] = ['"', '“', '”', ' '];
    let text = text.trim_matches([' ', '|', '-', '–', '—', '•', ':']);
    let is_slug = !text.contains(' ') && text.contains('-') && !text.contains(char::is_uppercase);
    if text.is_empty() || is_slug || lexicon::SITE_SAYS_NOTHING.contains(&folded(text)) {
        return None;
    }
    let mut parts = vec![text];
    for separator in [" | ", " - ", " – ", " — ", " • ", " :: ", ": "] {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    let parts = parts.into_iter().map(|part| part.trim_matches(QUOTES)).filter(|part| !part.is_empty());
    let mut own = parts.filter(|part| is_in_host(part, host));
    Some(own.next().unwrap_or(text).to_owned())
}

/// True if a good part of the letters of `name`, or its initials, stand in the address of the site.
fn is_in_host(name: &str, host: &str) -> bool {
    let words = folded(name);
    let found: usize = words.split(' ').filter(|word| word.len() >= 3 && host.contains(word)).map(str::len).sum();
    let initials = initials(name).to_lowercase();
    (found > 0 && found * 5 >= words.len() * 2) || (initials.len() >= 3 && host.contains(&initials))
}

/// "sofiaboatsexample" of "https://www.sofia-boats.example/".
fn letters_of_host(address: Option<&Url>) -> String {
    folded(address.and_then(Url::host_str).unwrap_or_default()).replace(' ', "")
}

/// What follows the headline in the page's title: "Headline | Section | The Courier"; or what ends it and has the
/// letters of the address.
fn in_title(scan: &MetadataScan, host: &str) -> Option<String> {
    const SEPARATORS: [&str; 6] = [" | ", " - ", " – ", " — ", " · ", " :: "];
    let title = tidy(scan.title.as_deref()?)?;
    let headings = scan.marked(Sign::Headline).map(|mark| mark.words());
    let known: Vec<String> = headings.chain(meta_tags::first(scan, &["og:title"])).map(|text| folded(&text)).collect();
    SEPARATORS.iter().find_map(|separator| {
        let (head, _) = title.split_once(separator)?;
        let (_, last) = title.rsplit_once(separator)?;
        let is_name = last.split_whitespace().count() <= 5 && !known.contains(&folded(last));
        (is_name && (known.contains(&folded(head)) || is_in_host(last, host))).then(|| last.to_owned())
    })
}

/// The forms of the site's own name, folded and without spaces: as it calls itself, its publisher, its host.
pub(super) fn own_names(site: Option<&str>, data: &ArticleData, address: Option<&Url>) -> Vec<String> {
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
    fn slogans_are_no_part_of_the_name_of_the_site() {
        let site = |name: &str| {
            let html = format!("<meta property=og:site_name content='{name}'><h1>The tide comes in</h1>");
            read_at("https://www.osk-harbour.example/a", &html).site
        };
        for name in [
            "Osk Harbour",
            "Osk Harbour | Boats and Ropes in Port Ann",
            "Find a Boat Near You - Book Online - Osk Harbour",
            "Osk Harbour: the port&#39;s own weekly since 1963",
            "Osk Harbour |",
        ] {
            assert_eq!(site(name).as_deref(), Some("Osk Harbour"), "{name}");
        }
        assert_eq!(site("The Courier - Port Ann").as_deref(), Some("The Courier - Port Ann"));
        assert_eq!(site("Homepage"), None);
        assert_eq!(site("our-harbour"), None);
    }

    #[test]
    fn the_end_of_the_title_that_has_the_letters_of_the_address_names_the_site() {
        let title = "<title>Tides, explained - Osk Harbour</title><h1>How a tide comes in</h1>";
        assert_eq!(read_at("https://oskharbour.example/a", title).site.as_deref(), Some("Osk Harbour"));
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
