//! Site: the name of the publication.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::survey::Survey;
use super::tidy::folded;
use crate::source::Declared;
use url::Url;

/// The name that the page gives its site.
pub(super) fn read(survey: &Survey, data: &LinkedData, declared: &Declared) -> Option<String> {
    (declared.site.clone())
        .or_else(|| meta_tags::first(survey, &["og:site_name"]))
        .or_else(|| data.name_of("publisher"))
        .or_else(|| data.site_name())
        .or_else(|| meta_tags::first(survey, meta_tags::SITE))
}

/// The forms of the site's own name, folded and without spaces: as it calls itself, its publisher, its host.
pub(super) fn own_names(site: Option<&str>, data: &LinkedData, address: Option<&Url>) -> Vec<String> {
    let host = address.and_then(Url::host_str).map(|host| host.trim_start_matches("www."));
    let label =
        host.and_then(|host| host.rsplit('.').nth(1).filter(|label| label.len() > 3).or(host.split('.').next()));
    let names = site.map(str::to_owned).into_iter().chain(data.name_of("publisher")).chain(data.site_name());
    let names = names.chain(host.map(str::to_owned)).chain(label.map(str::to_owned));
    let mut own: Vec<String> =
        names.map(|name| folded(&name).replace(' ', "")).filter(|name| !name.is_empty()).collect();
    own.dedup();
    own
}

/// "WFA" of "World Festival Awards".
fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next().filter(|c| c.is_uppercase())).collect()
}
