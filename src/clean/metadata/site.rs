//! Site: the name of the publication.

use super::json_ld::LinkedData;
use super::meta_tags;
use super::survey::Survey;
use crate::source::Declared;

/// The name that the page gives its site.
pub(super) fn read(survey: &Survey, data: &LinkedData, declared: &Declared) -> Option<String> {
    (declared.site.clone())
        .or_else(|| meta_tags::first(survey, &["og:site_name"]))
        .or_else(|| data.name_of("publisher"))
        .or_else(|| data.site_name())
        .or_else(|| meta_tags::first(survey, meta_tags::SITE))
}
