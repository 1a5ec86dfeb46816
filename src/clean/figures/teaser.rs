//! Pictures that stand for other articles: a picture, a headline, and a link to another page.

use super::address;
use super::measures::PageMeasures;
use super::sightings::{PictureSightings, Sighting};
use crate::clean::tidy::announces_another;
use crate::clean::view::measures::Chars;
use crate::clean::view::tree::{NodeIdx, classes, is_subheading};
use url::Url;

/// Whether the picture that an element shows is part of a card that leads to another page of the same site.
///
/// `page` is the page's own address, as far as it is known.
pub(super) fn leads_elsewhere(
    element: NodeIdx,
    sightings: &PictureSightings,
    measures: &PageMeasures,
    page: Option<&Url>,
) -> bool {
    let tree = measures.tree;
    let href_of = |link: NodeIdx| tree.attribute(link, "href").filter(|href| is_page_of_site(href, page));
    let mut link_around: Option<&str> = None;
    for around in tree.ancestors(element).take(HIGHEST) {
        let text = measures.text_in(around);
        let name = tree.name(around);
        let is_article =
            name == "article" || tree.attribute(around, "itemtype").is_some_and(|kind| kind.ends_with("Article"));
        let longest = if is_article { LONGEST_OF_ARTICLE } else { LONGEST };
        if measures.is_around_body(around) || text > longest || sightings.pictures_in(around, measures) > 2 {
            return false;
        }
        // Whoever writes a caption shows the picture for its own sake.
        let holds_a_caption =
            || tree.element(around).is_some_and(|around| classes(around).any(|class| class == "wp-caption"));
        if text > Chars::ZERO && (name == "figure" || holds_a_caption()) {
            return false;
        }
        if name == "a"
            && let Some(href) = href_of(around)
        {
            if text >= HEADLINE {
                return true;
            }
            link_around = Some(href);
        }
        if text < HEADLINE {
            continue;
        }
        for link in tree.inside(around).take(MOST_NODES).filter(|inner| tree.name(*inner) == "a") {
            let Some(href) = href_of(link) else { continue };
            let is_headline = measures.text_in(link) >= HEADLINE;
            let mut near = tree.ancestors(link).take(3).chain(tree.within(link).take(6));
            let in_heading = near.any(|near| is_subheading(tree.name(near)));
            if is_headline && (in_heading || link_around == Some(href)) {
                return true;
            }
        }
    }
    false
}

/// Whether the last line before a picture that leads to a page announces something else to read or to buy.
pub(super) fn is_announced(picture: &Sighting, measures: &PageMeasures) -> bool {
    let tree = measures.tree;
    if picture.link.is_none() {
        return false;
    }
    let mut outer = Some(picture.element);
    for _ in 0..HIGHEST_BELOW_LINE {
        let Some(element) = outer.filter(|element| !measures.is_around_body(*element)) else { return false };
        let beside = tree.parent(element).into_iter().flat_map(|parent| tree.children(parent));
        let before = beside.take_while(|beside| *beside < element).filter(|before| tree.is_element(*before));
        if let Some(line) = before.filter(|before| measures.text_in(*before) > Chars::ZERO).last() {
            let is_line = matches!(tree.name(line), "p" | "div" | "h2" | "h3" | "h4" | "h5" | "h6" | "strong" | "b");
            let is_short = measures.text_in(line) < LONGEST_LINE;
            return is_line && is_short && announces_another(&tree.texts(line).collect::<String>());
        }
        outer = tree.parent(element);
    }
    false
}

/// How many elements may lie around a picture below the line that announces it.
const HIGHEST_BELOW_LINE: usize = 4;
/// The line that announces it; a longer one is text.
const LONGEST_LINE: Chars = Chars(160);

/// How many elements up a card may reach.
const HIGHEST: usize = 9;
/// A card with headline, summary and date; an article's own section is longer.
const LONGEST: Chars = Chars(420);
/// A card that calls itself an article.
const LONGEST_OF_ARTICLE: Chars = Chars(840);
/// What makes a headline; less is a label.
const HEADLINE: Chars = Chars(12);
/// How many elements and texts of a card are looked at.
const MOST_NODES: usize = 60;

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
