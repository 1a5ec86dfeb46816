//! Brings together what sites spread over several pages: parts that were saved one by one, and those still on the web.

use super::reading::Reading;
use crate::article::{Article, Extent, Parts};
use crate::issue::Shingles;
use crate::parallel;
use crate::render::parts_named;
use std::collections::BTreeMap;
use url::Url;

/// How many further pages of one article are fetched; a thread or an archive would go on for ever.
const MAX_FETCHED_PARTS: usize = 20;

/// The share of a page's runs of words that the page before has, too, if it is that page once more. A further page has
/// hardly any; the same one may have other teasers and another number.
const MIN_REPEATED: f64 = 0.6;

/// How many articles are completed at once: most of the time is waiting.
const AT_ONCE: usize = 8;

/// Makes articles whole. What has gone into another article is a part of it then.
///
/// `get` finds the article at an address. Where a part cannot be had, the article says why.
pub(super) fn bring_together(readings: &mut [Reading], get: &(dyn Fn(&Url) -> Result<Article, String> + Sync)) {
    let mut of_one_article: BTreeMap<String, Vec<(usize, Article)>> = BTreeMap::new();
    for (place, reading) in readings.iter().enumerate() {
        if let Some(article) = reading.article()
            && let Some(parts) = article.extent.parts()
        {
            of_one_article.entry(parts.whole.clone()).or_default().push((place, article.clone()));
        }
    }
    let mut groups: Vec<Vec<(usize, Article)>> = of_one_article.into_values().collect();
    for group in &mut groups {
        group.sort_by_key(|(place, article)| (article.extent.parts().map(|parts| parts.first), *place));
    }
    for whole in parallel::waiting(&groups, AT_ONCE, |group| complete(group, get)).into_iter().flatten() {
        for part in whole.joined {
            readings[part] = Reading::Part { of: whole.place };
        }
        if let Reading::Article(found) = &mut readings[whole.place] {
            found.article = whole.article;
            found.no_part = whole.why;
        }
    }
}

/// An article as whole as it could be made.
struct Whole {
    place: usize,
    article: Article,
    /// The places of the parts that went into it.
    joined: Vec<usize>,
    /// Why the next part could not be had.
    why: Option<String>,
}

/// Joins the parts of one article, sorted by their numbers, and gets those that are not among them.
fn complete(group: &[(usize, Article)], get: &dyn Fn(&Url) -> Result<Article, String>) -> Option<Whole> {
    let ((place, first), later) = group.split_first()?;
    let mut whole = Whole { place: *place, article: first.clone(), joined: Vec::new(), why: None };
    let mut last = first.clone();
    let mut fetched = 0;
    while let Some(parts) = whole.article.extent.parts().cloned() {
        let saved = later.iter().find(|(_, other)| other.extent.parts().is_some_and(|other| parts.go_on_with(other)));
        let next = match (saved, &parts.next) {
            (Some((place, part)), _) => {
                whole.joined.push(*place);
                part.clone()
            }
            (None, Some(address)) if fetched < MAX_FETCHED_PARTS => {
                fetched += 1;
                match get(address).and_then(|part| expected(part, &parts)) {
                    Ok(part) => part,
                    Err(why) => {
                        whole.why = Some(why);
                        break;
                    }
                }
            }
            _ => break,
        };
        if Shingles::of(&next).containment_in(&Shingles::of(&last)) >= MIN_REPEATED {
            // The site gives the same page for every number: there is nothing more to be had.
            whole.article.extent = Extent::Whole;
            break;
        }
        last = next.clone();
        whole.article.continue_with(next);
    }
    Some(whole)
}

/// `part` if it can be what comes after `parts`.
fn expected(part: Article, parts: &Parts) -> Result<Article, String> {
    match part.extent.parts() {
        Some(others) if !parts.go_on_with(others) => {
            Err(format!("the page there is {} of something else", parts_named(others)))
        }
        _ => Ok(part),
    }
}
