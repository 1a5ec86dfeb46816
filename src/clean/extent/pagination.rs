//! Pagination: whether the page is one of several over which its site spreads the article, and where the next one is.
//!
//! A page goes on at an address that is its own but for a page number ([`numbered`]), and says so: by a link whose
//! words are that number or "next page", or by `rel=next`. That leaves out the next story of the site, which has an
//! address of its own, and what bears numbers without being a page of the article: the pages of its comments.

use super::numbered::{self, Series};
use crate::article::Parts;
use crate::clean::view::addresses::Addresses;
use crate::clean::view::tree::{NodeIdx, Tree};
use crate::lexicon;
use std::collections::BTreeMap;
use url::Url;

/// A list, a thread or an archive has more pages than this; no article does.
const MOST: usize = 20;

/// The part of an article that the page at `own` holds; `None` if it holds all of it.
pub(in crate::clean) fn parts(tree: &Tree, addresses: &Addresses, own: Option<&Url>) -> Option<Parts> {
    let own = own?;
    let links: Vec<Link> = links(tree, addresses);
    let (whole, links) = pages_of_one(own, &links)?;
    // The first of several links to one page: a pager stands over and under the text.
    let mut by_number: BTreeMap<usize, &Url> = BTreeMap::new();
    for link in &links {
        if let Says::Number(number) = link.says {
            by_number.entry(number).or_insert(&link.target);
        }
    }
    let number = number_of(own, &whole, &by_number);
    let next = by_number.get(&(number + 1)).copied();
    let next = next.or_else(|| links.iter().find(|link| link.says == Says::Next).map(|link| &link.target));
    let next = next.filter(|next| *next != own).cloned();
    let of = by_number.keys().next_back().map(|last| number.max(*last));
    // The number at the end of an address may be a part of the story's name: then no link leads back.
    let leads_back =
        |link: &&&Link| matches!(link.says, Says::Number(at) if at < number) || link.says == Says::Previous;
    let has_earlier = number > 1 && links.iter().any(|link| leads_back(&link));
    let is_one_of_several = has_earlier || (number == 1 && next.is_some());
    (is_one_of_several && of.unwrap_or(number) <= MOST).then(|| Parts {
        first: number,
        last: number,
        of,
        whole: whole.to_string(),
        next,
    })
}

/// A link that may lead to another page of the article.
struct Link {
    target: Url,
    says: Says,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Number(usize),
    Next,
    Previous,
}

/// The links that say they lead to another page, outside the comments.
fn links(tree: &Tree, addresses: &Addresses) -> Vec<Link> {
    let places = tree.nodes().filter(|place| matches!(tree.name(*place), "a" | "link"));
    let link = |place: NodeIdx| {
        let href = tree.attribute(place, "href").filter(|href| !href.starts_with('#'))?;
        let says = says(tree, place)?;
        let is_elsewhere = tree.ancestors(place).any(|around| is_of_comments(tree, around));
        let mut target = addresses.web(href).filter(|_| !is_elsewhere)?;
        target.set_fragment(None);
        Some(Link { target, says })
    };
    places.filter_map(link).collect()
}

/// What a link says of the page it leads to.
fn says(tree: &Tree, place: NodeIdx) -> Option<Says> {
    let rel = tree.attribute(place, "rel").unwrap_or_default();
    let is_related = |how: &str| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(how));
    // A pager's link is a word or two; most links need not be read.
    let words = match tree.within(place).len() <= FEW_NODES {
        true => tree.text(place, |_| false),
        false => String::new(),
    };
    let words = if words.is_empty() { tree.attribute(place, "aria-label").unwrap_or_default() } else { &words };
    // Marks around the words say nothing, unless they are all there is.
    let has_words = words.chars().any(char::is_alphanumeric);
    let words = words.trim_matches(|c: char| !c.is_alphanumeric() && (has_words || !ARROWS.contains(c))).to_lowercase();
    let last = words.rsplit(' ').next().unwrap_or_default();
    let before = words.strip_suffix(last).unwrap_or_default().trim();
    match last.parse() {
        Ok(number) if number > 0 && (before.is_empty() || lexicon::PAGINATION_PAGE.contains(before)) => {
            Some(Says::Number(number))
        }
        _ if is_related("next") || lexicon::PAGINATION_NEXT.contains(&words) => Some(Says::Next),
        _ if is_related("prev") || lexicon::PAGINATION_PREVIOUS.contains(&words) => Some(Says::Previous),
        _ => None,
    }
}

const FEW_NODES: usize = 6;
const ARROWS: &str = "›»→>▶‹«←<◀";

/// Whether an element holds what readers have written, whose pages are not the article's.
fn is_of_comments(tree: &Tree, place: NodeIdx) -> bool {
    let names = [tree.attribute(place, "id"), tree.attribute(place, "class")];
    names.into_iter().flatten().any(|name| {
        let name = name.to_ascii_lowercase();
        lexicon::EXTENT_COMMENTS.within(&name).next().is_some()
    })
}

/// The links that lead to pages of what `own` is a page of, and what that is.
fn pages_of_one<'l>(own: &Url, links: &'l [Link]) -> Option<(Series, Vec<&'l Link>)> {
    // Its own address may be the whole's, or that of one of its pages.
    numbered::readings(own).into_iter().find_map(|(whole, _)| {
        let of_whole = |link: &&Link| numbered::readings(&link.target).iter().any(|(series, _)| *series == whole);
        let leads_on = |link: &&Link| numbered::readings(&link.target).iter().any(|(s, at)| *s == whole && *at > 1);
        let found: Vec<&Link> = links.iter().filter(of_whole).collect();
        let is_series = found.iter().any(leads_on) || numbered::readings(own)[0].0 != whole;
        (is_series && !found.is_empty() && !whole.is_front_page()).then_some((whole, found))
    })
}

/// The number of the page at `own` among the pages that the others lead to.
fn number_of(own: &Url, whole: &Series, by_number: &BTreeMap<usize, &Url>) -> usize {
    if let Some((number, _)) = by_number.iter().find(|(_, target)| **target == own) {
        return *number;
    }
    let by_address = numbered::readings(own).into_iter().find(|(series, _)| series == whole).map(|(_, number)| number);
    let is_free = |number: &usize| !by_number.contains_key(number);
    // A pager links to all pages but the one it stands on; some sites count the pages in their addresses from 0.
    by_address.filter(is_free).or_else(|| (1..).find(is_free)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::page;
    use scraper::Html;

    fn parts_at(own: &str, html: &str) -> Option<(usize, Option<usize>, Option<String>)> {
        let url = Url::parse(own).unwrap();
        let page = crate::source::Page { url: Some(url.clone()), ..page(html) };
        let document = Html::parse_document(html);
        let addresses = Addresses::of(None, &page, None);
        let found = super::parts(&Tree::of(&document), &addresses, Some(&url))?;
        Some((found.first, found.of, found.next.map(|next| next[url::Position::BeforePath..].to_owned())))
    }

    const HOST: &str = "https://tollbridge.example";

    fn at(path: &str, html: &str) -> Option<(usize, Option<usize>, Option<String>)> {
        parts_at(&format!("{HOST}{path}"), html)
    }

    #[test]
    fn numbered_links_to_its_own_address_are_its_pages() {
        let pager = "<p>text</p><div class=pager><b>1</b> <a href=/locks/2/>2</a> <a href=/locks/3/>Page 3</a></div>";
        assert_eq!(at("/locks/", pager), Some((1, Some(3), Some("/locks/2/".into()))));
        let pager = "<div><a href=/locks/>1</a> <b>2</b> <a href=/locks/3/>3</a> <a href=/locks/3/>Weiter »</a></div>";
        assert_eq!(at("/locks/2/", pager), Some((2, Some(3), Some("/locks/3/".into()))));
        let pager = "<a href=/locks/>1</a> <a href=/locks/2/>2</a> <b>3</b>";
        assert_eq!(at("/locks/3/", pager), Some((3, Some(3), None)));
    }

    #[test]
    fn every_usual_form_of_a_numbered_address_is_known() {
        for (own, second) in [
            ("/locks", "/locks?page=2"),
            ("/a?id=7", "/a?id=7&pg=2"),
            ("/locks", "/locks/page/2"),
            ("/locks", "/locks/seite-2"),
            ("/locks.html", "/locks-2.html"),
            ("/locks.html", "/locks_2.html"),
            ("/locks.html", "/locks,2.html"),
            ("/locks-a123.html", "/locks-a123-2.html"),
            ("/locks/", "/locks/index2.html"),
        ] {
            let expected = Some((1, Some(2), Some(second.to_owned())));
            assert_eq!(at(own, &format!("<a href='{second}'>2</a>")), expected, "{own} {second}");
        }
    }

    #[test]
    fn a_word_for_the_next_page_is_enough() {
        assert_eq!(at("/locks", "<a rel=next href=/locks/2>go on</a>"), Some((1, None, Some("/locks/2".into()))));
        assert_eq!(at("/locks", "<a href=/locks/2>Página siguiente</a>"), Some((1, None, Some("/locks/2".into()))));
        assert_eq!(at("/locks", "<link rel=next href=/locks/2>"), Some((1, None, Some("/locks/2".into()))));
        assert_eq!(at("/locks/2", "<a href=/locks/>« Previous</a>"), Some((2, None, None)));
    }

    #[test]
    fn pages_counted_from_0_in_their_addresses_are_counted_from_1() {
        let pager = "<a href=/locks>1</a> <b>2</b> <a href='/locks?page=2'>3</a>";
        assert_eq!(at("/locks?page=1", pager), Some((2, Some(3), Some("/locks?page=2".into()))));
    }

    #[test]
    fn the_next_story_a_list_and_the_comments_are_no_pages_of_the_article() {
        assert_eq!(at("/locks", "<link rel=next href=/weirs><a href=/weirs>Next</a>"), None);
        assert_eq!(at("/locks", "<div id=comments><a href='/locks?page=2'>2</a></div>"), None);
        assert_eq!(at("/", "<a href=/page/2>2</a>"), None);
        let many: String = (2..40).map(|page| format!("<a href='/locks?page={page}'>{page}</a>")).collect();
        assert_eq!(at("/locks", &many), None);
        assert_eq!(at("/2026/11/locks", "<a href=/2026/11/2>2</a> <a href=/2026/11/locks>Locks</a>"), None);
        let series = "<a href=/locks-1>The locks, part one</a> <a href=/locks-2>2</a>";
        assert_eq!(at("/locks-2", series), None, "a story with a number");
    }
}
