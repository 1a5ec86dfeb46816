//! What of an article is not in its page, as sentences for people.

use crate::article::{Article, Extent, Parts};

/// What a reader of `article` misses: "only the first 120 words are in this page"; `None` if all of it is there.
pub fn missing(article: &Article) -> Option<String> {
    match &article.extent {
        Extent::Whole => None,
        Extent::Beginning => Some(format!("only the first {} words are in this page", article.words())),
        Extent::Parts(parts) => {
            let here = format!("only {} of the article is here", parts_named(parts));
            Some(parts.next.as_ref().map_or(here.clone(), |next| format!("{here}; the rest is at {next}")))
        }
    }
}

/// "part 1 of 3", "parts 1 to 2".
pub(crate) fn parts_named(parts: &Parts) -> String {
    let named = match parts.first == parts.last {
        true => format!("part {}", parts.first),
        false => format!("parts {} to {}", parts.first, parts.last),
    };
    parts.of.map_or(named.clone(), |of| format!("{named} of {of}"))
}
