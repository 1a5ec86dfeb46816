//! Signs: what is looked for in a page to tell its kind.

use super::titles::{opens, titles};
use super::view::View;
use super::{Case, login};
use crate::article::folded;
use crate::article::plain_text;
use crate::clean::view::claims::LISTS;
use crate::clean::view::text_stats;
use crate::clean::view::tree::{NodeIdx, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    TeasersAreTheText,
    LinksAreTheText,
    LinksAreMuch,
    StatesList,
    StatesSearch,
    StatesProduct,
    StatesArticle,
    ListAddress,
    ListClass,
    ForumHeads,
    Undated,
    Dated,
    Signed,
    Declared,
    SearchTitle,
    SearchAddress,
    FilledSearch,
    AsksToLogIn,
    LogInTitle,
    /// There is no sentence on the page.
    NoSentence,
    SpeaksOfConsent,
    ConsentTitle,
    AcceptButton,
    ErrorTitle,
    ErrorHeading,
    /// The text has few words.
    Brief,
    ChallengeTitle,
    ChallengeText,
    ChallengeScript,
    CartButton,
    ManyPrices,
    EmptyRoot,
    /// The text has so many words of running prose, outside of links and cards.
    Prose(usize),
    /// Three paragraphs of prose stand in one element, one after the other.
    Paragraphs,
}

use crate::lexicon;
use Sign::*;

/// A text of fewer words is brief: a poem, a note, an error.
const BRIEF: usize = 80;
/// A text that asks for consent has fewer words.
const LONGEST_ASKING: usize = 600;
/// A text of a test of the browser has fewer.
const LONGEST_TEST: usize = 150;

/// The signs of all kinds; `None` for a page that needs no looking at.
pub(super) fn found(case: &Case) -> Option<Vec<Sign>> {
    let view = View::of(case)?;
    let claims = case.claims;
    let faces = faces_of_buttons(case.tree);
    let all = [
        (TeasersAreTheText, view.in_cards * 2 >= view.words.max(1)),
        (LinksAreTheText, view.linked * 2 >= view.words.max(1) && view.links >= 5),
        (LinksAreMuch, view.linked * 4 >= view.words.max(1) && view.links >= 5),
        (StatesList, claims.state_one_of(LISTS)),
        (StatesSearch, claims.state_one_of(&["SearchResultsPage"])),
        (StatesProduct, states_product(case)),
        (StatesArticle, claims.speak_of_an_article()),
        (ListAddress, has_list_address(case)),
        (ListClass, has_list_class(case.tree)),
        (ForumHeads, view.prose < 300 && has_forum_heads(case.tree)),
        (Undated, case.metadata.published.is_none()),
        (Dated, case.metadata.published.is_some()),
        (Signed, !case.metadata.byline.is_empty()),
        (Declared, case.is_declared),
        (
            SearchTitle,
            view.titles.iter().any(|title| {
                opens(&lexicon::PAGES_SEARCH_TITLES, title) || titles(&lexicon::PAGES_SEARCH_TITLES, title)
            }),
        ),
        (SearchAddress, has_search_address(case)),
        (FilledSearch, has_filled_search(case.tree)),
        (AsksToLogIn, login::asks_to_log_in(case.tree)),
        (LogInTitle, view.titled(&lexicon::PAGES_LOG_IN_TITLES)),
        (NoSentence, case.body.prose_of_page == 0),
        (SpeaksOfConsent, speaks_of_consent(case, view.words)),
        (ConsentTitle, view.titled(&lexicon::PAGES_CONSENT_TITLES)),
        (AcceptButton, faces.iter().any(|face| lexicon::PAGES_ACCEPT_BUTTONS.contains(face))),
        (ErrorTitle, view.titled(&lexicon::PAGES_ERROR_TITLES)),
        (ErrorHeading, view.headings.iter().any(|heading| titles(&lexicon::PAGES_ERROR_TITLES, heading))),
        (Brief, view.words < BRIEF),
        (ChallengeTitle, view.titled(&lexicon::PAGES_CHALLENGE_TITLES)),
        (
            ChallengeText,
            view.words < LONGEST_TEST && lexicon::PAGES_CHALLENGE_TEXT.begun_in(&folded(&view.text)).next().is_some(),
        ),
        (ChallengeScript, view.words < LONGEST_TEST && has_gatekeeper(case.tree)),
        (CartButton, faces.iter().any(|face| lexicon::PAGES_BUY_BUTTONS.contains(face))),
        (ManyPrices, has_many_prices(&view.text, view.words)),
        (EmptyRoot, has_empty_root(case.tree) && view.words < 12),
        (Paragraphs, view.paragraphs_in_a_row >= 3),
    ];
    let steps = [25, 80, 150, 300, 600].map(|words| (Prose(words), view.prose >= words));
    Some(all.into_iter().chain(steps).filter(|(_, is_there)| *is_there).map(|(sign, _)| sign).collect())
}

fn states_product(case: &Case) -> bool {
    let og_product = case.claims.og_type.as_deref().is_some_and(|kind| kind.starts_with("product"));
    og_product || case.claims.state_one_of(&["Product", "ProductGroup", "OfferCatalog"])
}

fn has_list_address(case: &Case) -> bool {
    let Some(url) = &case.metadata.url else { return false };
    let folders: Vec<&str> = url.path().split('/').filter(|folder| !folder.is_empty()).collect();
    let is_home = folders.is_empty() && url.query().is_none();
    is_home
        || folders.iter().rev().skip(1).take(2).any(|folder| lexicon::PAGES_LIST_FOLDERS.contains(folder))
        || folders.last().is_some_and(|last| lexicon::PAGES_LIST_FOLDERS.contains(last))
}

fn has_search_address(case: &Case) -> bool {
    let Some(url) = &case.metadata.url else { return false };
    let mut folders = url.path_segments().into_iter().flatten();
    let in_path = folders.any(|folder| lexicon::PAGES_SEARCH_FOLDERS.contains(folder));
    in_path
        || url.query_pairs().any(|(key, value)| {
            matches!(&*key, "q" | "s" | "query" | "search" | "keyword" | "keywords") && !value.is_empty()
        })
}

/// Classes that content systems write on the `body` of pages that list others.
fn has_list_class(tree: &Tree) -> bool {
    let body = tree.first_named("body").and_then(|body| tree.element(body));
    body.is_some_and(|body| {
        let listed = |class: &str| {
            matches!(
                class,
                "archive"
                    | "category"
                    | "tag"
                    | "home"
                    | "blog"
                    | "search-results"
                    | "search"
                    | "search-page"
                    | "front"
                    | "frontpage"
                    | "homepage"
                    | "page-home"
                    | "home-page"
                    | "section-front"
                    | "page-type-section"
                    | "index"
                    | "path-frontpage"
            )
        };
        let single = |class: &str| {
            class == "single"
                || class.starts_with("single-")
                || class.starts_with("postid-")
                || class.starts_with("page-id-")
        };
        body.classes().any(listed) && !body.classes().any(single)
    })
}

/// Whether two heads of a table or of a list's columns are those of a forum.
fn has_forum_heads(tree: &Tree) -> bool {
    let heads = tree.nodes().filter(|at| matches!(tree.name(*at), "th" | "dt" | "td" | "dd" | "span" | "div"));
    let mut found = BTreeSet::new();
    for at in heads {
        // A head is a word or two in an element of its own.
        if tree.within(at).len() > 4 {
            continue;
        }
        let line = folded(&tree.text(at, |_| false));
        if !line.is_empty() && line.chars().count() < 25 && lexicon::PAGES_FORUM_COLUMNS.contains(&line) {
            found.insert(line);
        }
    }
    found.len() >= 3
}

fn has_filled_search(tree: &Tree) -> bool {
    tree.nodes().any(|at| {
        let is_field = tree.name(at) == "input"
            && (tree.attribute(at, "type") == Some("search")
                || tree.attribute(at, "name").is_some_and(|name| matches!(name, "q" | "s" | "query" | "search")));
        is_field
            && tree.attribute(at, "value").is_some_and(|value| !value.trim().is_empty())
            && tree.attribute(at, "type") != Some("hidden")
    })
}

/// What stands on the buttons of a page, and on the links that may be dressed as such, folded.
fn faces_of_buttons(tree: &Tree) -> Vec<String> {
    let face = |at: NodeIdx| match tree.name(at) {
        "button" => Some(tree.text(at, |_| false)),
        "input" if matches!(tree.attribute(at, "type"), Some("submit" | "button")) => {
            tree.attribute(at, "value").map(str::to_owned)
        }
        "a" if tree.within(at).len() < 6 => Some(tree.text(at, |_| false)),
        _ => None,
    };
    tree.nodes().filter_map(face).filter(|face| face.len() < 80).map(|face| folded(&face)).collect()
}

/// Whether most paragraphs of a text that is not long speak of consent, and several words of it are there.
fn speaks_of_consent(case: &Case, words: usize) -> bool {
    if words > LONGEST_ASKING {
        return false;
    }
    let (mut speaking, mut all) = (0, 0);
    let mut said = BTreeSet::new();
    for block in case.blocks {
        let text = folded(&plain_text(std::slice::from_ref(block)));
        let length = text.chars().count();
        all += length;
        if lexicon::PAGES_CONSENT_WORDS.begun_in(&text).next().is_some() {
            speaking += length;
            said.insert(text);
        }
    }
    let whole = said.into_iter().collect::<Vec<_>>().join(" ");
    // Words of two languages that are alike are one page's only once.
    let mut by_language: BTreeMap<u8, BTreeSet<&str>> = BTreeMap::new();
    for (language, phrase) in lexicon::PAGES_CONSENT_WORDS.begun_in_by_language(&whole) {
        by_language.entry(language).or_default().insert(phrase);
    }
    by_language.values().any(|phrases| phrases.len() >= 4) && speaking * 10 >= all * 7
}

fn has_gatekeeper(tree: &Tree) -> bool {
    const NAMES: &[&str] = &[
        "challenge-platform",
        "cf-chl",
        "captcha-delivery",
        "px-captcha",
        "_incapsula_resource",
        "hcaptcha.com",
        "datadome",
        "awswaf",
    ];
    tree.nodes().any(|at| {
        matches!(tree.name(at), "script" | "iframe" | "form" | "div")
            && ["src", "action", "id", "class"]
                .iter()
                .filter_map(|name| tree.attribute(at, name))
                .any(|value| NAMES.iter().any(|name| value.to_ascii_lowercase().contains(name)))
    })
}

/// Whether there is a price for every few words: a sum with the sign or the code of its money.
fn has_many_prices(text: &str, words: usize) -> bool {
    const SIGNS: &[char] = &['€', '$', '£', '¥', '₹', '₽', '₺', '₩', '₴', '￥', '円', '元'];
    const CODES: &[&str] =
        &["EUR", "USD", "CHF", "GBP", "PLN", "zł", "Kč", "kr", "kr.", "lei", "Ft", "руб", "руб.", "TL"];
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let is_sum = |piece: &str| piece.starts_with(|c: char| c.is_ascii_digit());
    let prices = pieces.windows(2).filter(|pair| {
        let with_sign = pair[0].contains(SIGNS) && pair[0].contains(|c: char| c.is_ascii_digit());
        let parted = (is_sum(pair[0])
            && (CODES.contains(&pair[1]) || (pair[1].chars().count() == 1 && pair[1].contains(SIGNS))))
            || (CODES.contains(&pair[0]) && is_sum(pair[1]));
        with_sign || parted
    });
    let prices = prices.count();
    prices >= 6 && prices * 25 >= words
}

/// The names of the element that a script is to fill.
const ROOTS: &[&str] =
    &["root", "app", "__next", "__nuxt", "___gatsby", "svelte", "main-app", "react-root", "app-root", "ember-app"];

fn has_empty_root(tree: &Tree) -> bool {
    ROOTS.iter().filter_map(|id| tree.place_of_id(id)).chain(tree.first_named("app-root")).any(|root| {
        text_stats::length(&tree.text(root, |at| matches!(tree.name(at), "script" | "style" | "noscript"))) < 40
    })
}
