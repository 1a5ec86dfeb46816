//! Reads the inputs of a recipe and finds the article in each.

use super::reading::{Found, Reading};
use super::{Event, parts, unless_broken};
use crate::clean::NoArticle;
use crate::fetch::Fetcher;
use crate::recipe::{Images, Keep, Recipe};
use crate::source::{Input, Page, SourceError};
use crate::{clean, source};
use rayon::prelude::*;

/// Finds the articles of `inputs`, in their order.
pub(super) fn read(
    recipe: &Recipe,
    inputs: &[Input],
    fetcher: &Fetcher,
    watch: &(dyn Fn(Event) + Sync),
) -> Vec<Reading> {
    let find = |page| {
        let reading = find_article(page, recipe);
        watch(Event::ArticleDone);
        reading.map_or_else(Reading::Failed, |found| Reading::Article(Box::new(found)))
    };
    let pages = source::read_all(inputs, fetcher);
    let mut readings: Vec<Reading> = pages.into_par_iter().map(find).collect();
    parts::bring_together(&mut readings, &|address| {
        let page = source::read(&Input::Web(address.clone()), fetcher);
        find_article(page, recipe).map(|found| found.article)
    });
    readings
}

fn find_article(page: Result<Page, SourceError>, recipe: &Recipe) -> Result<Found, String> {
    let found = page.map_err(|error| error.to_string()).and_then(|page| {
        let cleaned = unless_broken(|| cleaned(&page, recipe));
        cleaned.map_err(|error| format!("{}: {error}", page.origin))
    });
    let mut found = found?;
    match recipe.images {
        // Whether a picture is credited may be said in its file.
        Images::All | Images::Credited => {}
        Images::None => found.article.retain_figures(&|_| false),
    }
    Ok(found)
}

/// The article of a page; with [`Keep::All`] also that of a page which looks like none.
fn cleaned(page: &Page, recipe: &Recipe) -> Result<Found, String> {
    match (clean::clean_with(page, &recipe.sites), recipe.keep) {
        (Ok(article), _) => Ok(Found { article, verdict: None, no_part: None }),
        (Err(NoArticle::Unlikely { verdict, article }), Keep::All) => {
            Ok(Found { article: *article, verdict: Some(verdict), no_part: None })
        }
        (Err(NoArticle::Unlikely { verdict, .. }), Keep::Articles) => {
            Err(format!("{verdict}; bind it all the same with --keep-all"))
        }
        (Err(error), _) => Err(error.to_string()),
    }
}
