//! What stands under the headline of an article in plain words.

use crate::article::{Article, Language};
use crate::issue::{Wording, moment_in_words};

/// The lines under the headline: standfirst, byline, date and site, address. Empty ones are left out.
pub(super) fn head_lines(article: &Article) -> Vec<String> {
    let language = language_of(article);
    let wording = Wording::in_language(&language);
    let byline =
        (!article.byline.is_empty()).then(|| format!("{} {}", wording.by, article.byline.joined(&wording.and)));
    let date = article.published.map(|moment| moment_in_words(moment, &language));
    let place = [date, article.site.clone(), article.section.clone()];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let address = article.url.as_ref().map(ToString::to_string);
    let lines = [article.standfirst.clone(), byline, Some(place), address];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

/// The language in which the fixed words stand.
pub(super) fn language_of(article: &Article) -> Language {
    article.language.clone().unwrap_or_else(Language::english)
}
