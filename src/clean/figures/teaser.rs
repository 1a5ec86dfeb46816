//! Pictures that stand for other articles: a picture, a headline, and a link to another page.

use super::address;
use super::survey::{Shown, Survey};
use crate::clean::attributes::Attributes;
use crate::clean::tidy::announces_another;
use crate::clean::tree::is_subheading;
use scraper::ElementRef;
use url::Url;

/// Whether the picture that `element` shows is part of a card that leads to another page of the same site.
///
/// `page` is the page's own address, as far as it is known.
pub(super) fn leads_elsewhere(element: ElementRef, survey: &Survey, page: Option<&Url>) -> bool {
    let mut link_around: Option<&str> = None;
    for ancestor in element.ancestors().filter_map(ElementRef::wrap).take(HIGHEST) {
        let id = ancestor.id();
        let characters = survey.characters(id);
        let value = ancestor.value();
        let is_article =
            value.name() == "article" || value.attribute("itemtype").is_some_and(|kind| kind.ends_with("Article"));
        let longest = if is_article { 2 * LONGEST } else { LONGEST };
        if survey.is_around_body(id) || characters > longest || survey.pictures_in(id) > 2 {
            return false;
        }
        // Whoever writes a caption shows the picture for its own sake.
        let holds_a_caption = || value.classes().any(|class| class == "wp-caption");
        if characters > 0 && (value.name() == "figure" || holds_a_caption()) {
            return false;
        }
        let href = (value.name() == "a").then(|| value.attribute("href")).flatten();
        if let Some(href) = href.filter(|href| is_page_of_site(href, page)) {
            if characters >= HEADLINE {
                return true;
            }
            link_around = Some(href);
        }
        if characters < HEADLINE {
            continue;
        }
        let inner = ancestor.descendants().skip(1).take(MOST_ELEMENTS).filter_map(ElementRef::wrap);
        for inner in inner.filter(|inner| inner.value().name() == "a") {
            let Some(href) = inner.value().attribute("href").filter(|href| is_page_of_site(href, page)) else {
                continue;
            };
            let is_headline = survey.characters(inner.id()) >= HEADLINE;
            let in_heading = inner.ancestors().take(3).chain(inner.descendants().take(6)).filter_map(ElementRef::wrap);
            let in_heading = { in_heading }.any(|element| is_subheading(element.value().name()));
            if is_headline && (in_heading || link_around == Some(href)) {
                return true;
            }
        }
    }
    false
}

/// Whether the last line before a picture that leads to a page announces something else to read or to buy.
pub(super) fn is_announced(picture: &Shown, survey: &Survey) -> bool {
    if picture.link.is_none() {
        return false;
    }
    let mut outer = Some(picture.element);
    for _ in 0..HIGHEST_BELOW_LINE {
        let Some(element) = outer.filter(|element| !survey.is_around_body(element.id())) else { return false };
        let has_words = |before: &ElementRef| survey.characters(before.id()) > 0;
        if let Some(line) = element.prev_siblings().filter_map(ElementRef::wrap).find(has_words) {
            let is_line =
                matches!(line.value().name(), "p" | "div" | "h2" | "h3" | "h4" | "h5" | "h6" | "strong" | "b");
            let is_short = survey.characters(line.id()) < LONGEST_LINE;
            return is_line && is_short && announces_another(&line.text().collect::<String>());
        }
        outer = element.parent().and_then(ElementRef::wrap);
    }
    false
}

/// How many elements may lie around a picture below the line that announces it.
const HIGHEST_BELOW_LINE: usize = 4;
/// In characters.
const LONGEST_LINE: usize = 160;

/// How many elements up a card may reach.
const HIGHEST: usize = 9;
/// Characters of text in a card with headline, summary and date; an article's own section is longer.
const LONGEST: usize = 420;
/// Characters that make a headline.
const HEADLINE: usize = 12;
const MOST_ELEMENTS: usize = 60;

/// Whether a link leads to another page of the same site. Of links to elsewhere nothing can be said: a product
/// that is written about has a heading that is a link too.
fn is_page_of_site(href: &str, page: Option<&Url>) -> bool {
    let href = href.trim();
    if href.is_empty() || href.starts_with('#') || href.starts_with("javascript:") || address::names_a_picture(href) {
        return false;
    }
    match (Url::parse(href), page) {
        (Ok(target), Some(page)) => is_same_site(&target, page) && target.path() != page.path(),
        (Ok(_), None) => false,
        // Relative: a page of the same site.
        (Err(_), _) => true,
    }
}

/// Whether two pages are of one site: of one host, or of a host and a subdomain of it. How much of a host names its
/// owner differs from country to country, so two subdomains are not taken for neighbours.
pub(super) fn is_same_site(one: &Url, other: &Url) -> bool {
    let host = |url: &Url| url.host_str().map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned());
    let is_below = |inner: &str, outer: &str| inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'));
    match (host(one), host(other)) {
        (Some(one), Some(other)) => one == other || is_below(&one, &other) || is_below(&other, &one),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;
    use super::*;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn a_card_for_another_article_is_no_figure() {
        for card in [
            "<a href=/other><img src=/harbour-fire.jpg><span>Fire in the harbour</span></a>",
            "<div><a href=/other><img src=/harbour-fire.jpg></a><h3><a href=/other>Fire in the harbour</a></h3></div>",
            "<div><img src=/harbour-fire.jpg><h3><a href=https://example.org/other>Fire in the harbour</a></h3></div>",
        ] {
            assert!(figures(&format!("<main>{TEXT}{TEXT}{card}{TEXT}</main>")).is_empty(), "{card}");
        }
    }

    #[test]
    fn a_picture_that_links_to_itself_or_to_a_shop_is_a_figure() {
        for card in [
            "<a href=/harbour-fire-large.jpg><img src=/harbour-fire.jpg></a>",
            "<div><h3><a href=https://shop.example/boots>Boots for the harbour</a></h3><img src=/harbour-fire.jpg></div>",
            "<figure><a href=/photo/3><img src=/harbour-fire.jpg></a><figcaption>Fire in the harbour</figcaption></figure>",
            "<div class=wp-caption><a href=/pilots><img src=/harbour-fire.jpg></a><p class=wp-caption-text><a href=/pilots>The pilots of Vrana</a></p></div>",
        ] {
            assert_eq!(figures(&format!("<main>{TEXT}{TEXT}{card}{TEXT}</main>")).len(), 1, "{card}");
        }
    }

    #[test]
    fn a_picture_below_a_signpost_is_no_figure_where_it_leads_elsewhere() {
        let book = "<p><a href=https://shop.example/b><img src=/first-new-lock.jpg></a></p>";
        let count = |markup: String| figures(&format!("<main>{TEXT}{TEXT}{markup}{TEXT}</main>")).len();
        let line = "<h3>You Might Also Like: <em>The First New Lock</em> by Ines Okafor, available <a href=https://shop.example/b>here</a>.</h3>";
        assert_eq!(count(format!("{line}{book}")), 0);
        assert_eq!(count(format!("{line}<p><img src=/first-new-lock.jpg></p>")), 1);
        assert_eq!(count(format!("<h3><a href=https://shop.example/b>The First New Lock</a></h3>{book}")), 1);
    }

    #[test]
    fn two_sites_of_one_country_are_two_sites() {
        let is_same = |one: &str, other: &str| {
            let url = |host: &str| Url::parse(&format!("https://{host}/a")).unwrap();
            is_same_site(&url(one), &url(other))
        };
        assert!(is_same("www.courier.co.uk", "courier.co.uk"));
        assert!(is_same("courier.co.uk", "sport.courier.co.uk"));
        assert!(!is_same("courier.co.uk", "ledger.co.uk"));
        assert!(!is_same("courier.co.uk", "thecourier.co.uk"));
    }
}
