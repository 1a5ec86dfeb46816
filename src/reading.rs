//! Reading: from the inputs of a recipe to articles, those that go over several pages made one.

use crate::article::{Article, Extent, Parts};
use crate::bind::{Event, unless_broken};
use crate::clean::{NoArticle, Verdict};
use crate::fetch::Fetcher;
use crate::issue::{chains, doubles};
use crate::recipe::{Keep, Recipe};
use crate::source::{Input, Page};
use crate::{clean, parallel, source};
use rayon::prelude::*;

/// An article with what the report is to say of it.
pub(crate) struct Found {
    pub article: Article,
    /// What the page looks like, where that is no article.
    pub verdict: Option<Verdict>,
}

/// What one input gave.
pub(crate) enum Reading {
    Article(Box<Found>),
    /// It has gone into the article of another input, which is `of`.
    Part {
        of: usize,
    },
    Failed(String),
}

impl Reading {
    pub fn article(&self) -> Option<&Article> {
        match self {
            Self::Article(found) => Some(&found.article),
            _ => None,
        }
    }
}

/// Reads and cleans the inputs of a recipe; what they gave comes in their order.
pub(crate) fn read(recipe: &Recipe, fetcher: &Fetcher, watch: &(dyn Fn(Event) + Sync)) -> Vec<Reading> {
    let pages = source::read_all(&recipe.inputs, fetcher);
    let found: Vec<_> = pages.into_par_iter().map(|page| find_article(page, recipe, watch)).collect();
    let mut readings = join_saved_parts(found);
    follow(&mut readings, fetcher);
    readings
}

fn find_article(
    page: Result<Page, source::SourceError>,
    recipe: &Recipe,
    watch: &(dyn Fn(Event) + Sync),
) -> Result<Found, String> {
    let found = page.map_err(|error| error.to_string()).and_then(|page| {
        let cleaned = unless_broken(|| cleaned(&page, recipe.keep));
        cleaned.map_err(|error| format!("{}: {error}", page.origin))
    });
    watch(Event::ArticleDone);
    found
}

/// The article of a page; with [`Keep::All`] also that of a page which looks like none.
fn cleaned(page: &Page, keep: Keep) -> Result<Found, String> {
    match (clean::clean(page), keep) {
        (Ok(article), _) => Ok(Found { article, verdict: None }),
        (Err(NoArticle::Unlikely { verdict, article }), Keep::All) => {
            Ok(Found { article: *article, verdict: Some(verdict) })
        }
        (Err(NoArticle::Unlikely { verdict, .. }), Keep::Articles) => {
            Err(format!("{verdict}; bind it all the same with --keep-all"))
        }
        (Err(error), _) => Err(error.to_string()),
    }
}

/// Joins the parts of articles that were saved one by one, each at the place of the first that was named.
fn join_saved_parts(found: Vec<Result<Found, String>>) -> Vec<Reading> {
    let reading = |found| match found {
        Ok(found) => Reading::Article(Box::new(found)),
        Err(why) => Reading::Failed(why),
    };
    let mut readings: Vec<Reading> = found.into_iter().map(reading).collect();
    for chain in chains(readings.iter().map(Reading::article)) {
        let Some(of) = chain.iter().min().copied() else { continue };
        let taken = chain.iter().map(|place| std::mem::replace(&mut readings[*place], Reading::Part { of }));
        let parts: Vec<Reading> = taken.collect();
        let mut parts = parts.into_iter();
        let Some(Reading::Article(mut whole)) = parts.next() else { continue };
        for part in parts {
            if let Reading::Article(part) = part {
                whole.article.append(part.article);
            }
        }
        readings[of] = Reading::Article(whole);
    }
    readings
}

/// How many further parts of an article are fetched at most.
const MOST_PARTS: usize = 20;

/// How many articles fetch their parts at once; the parts of one must come one after the other.
const FOLLOWERS: usize = 8;

/// Fetches the parts of articles that are on further pages, as far as they can be had.
fn follow(readings: &mut [Reading], fetcher: &Fetcher) {
    let rests = parallel::waiting(readings, FOLLOWERS, |reading| match reading {
        Reading::Article(found) if found.verdict.is_none() => rest_of(&found.article, fetcher),
        _ => Vec::new(),
    });
    for (reading, rest) in readings.iter_mut().zip(rests) {
        if let Reading::Article(found) = reading {
            rest.into_iter().for_each(|part| found.article.append(part));
        }
    }
}

/// The parts that follow `article`, in order, up to the first that cannot be had or is none.
fn rest_of(article: &Article, fetcher: &Fetcher) -> Vec<Article> {
    let mut rest: Vec<Article> = Vec::new();
    while rest.len() < MOST_PARTS {
        let last = rest.last().unwrap_or(article);
        let Extent::Parts(Parts { last: number, next: Some(next), beginning, of, .. }) = &last.extent else { break };
        let Ok(page) = source::read(&Input::Web(next.clone()), fetcher) else { break };
        let was_sent_elsewhere = page.url.as_ref() != Some(next);
        let Ok(mut part) = unless_broken(|| clean::clean(&page).map_err(|error| error.to_string())) else { break };
        // The last part may not say that it is one.
        if part.extent == Extent::Whole && !was_sent_elsewhere {
            let (number, beginning) = (number + 1, beginning.clone());
            part.extent = Extent::Parts(Parts { first: number, last: number, of: *of, next: None, beginning });
        }
        // A site that knows no such page may send the first again.
        let said_before = || {
            let known = std::iter::once(article).chain(&rest).chain(std::iter::once(&part)).map(Some);
            doubles(known).last() != Some(&None)
        };
        if !last.is_followed_by(&part) || said_before() {
            break;
        }
        rest.push(part);
    }
    rest
}
