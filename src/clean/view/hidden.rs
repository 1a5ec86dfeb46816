//! Hidden: what a page shows to nobody, by its own attributes. Style sheets are not read.

use scraper::node::Element;

/// Whether the element's attributes hide it from everybody. What is hidden from screen readers alone is seen by all others.
pub(crate) fn is_hidden(element: &Element) -> bool {
    element.attrs().any(|(key, value)| hides(key, value))
}

/// Whether the element's attributes hide it from readers, or from screen readers alone: the article's words are rarely
/// there.
pub(crate) fn is_hidden_from_some(element: &Element) -> bool {
    element
        .attrs()
        .any(|(key, value)| hides(key, value) || (value == "true" && matches!(key, "aria-hidden" | "data-aria-hidden")))
}

/// Whether this attribute hides its element: `hidden`, unless a search in the page finds it
/// (https://html.spec.whatwg.org/multipage/interaction.html#the-hidden-attribute), or a style of "display: none" or
/// "visibility: hidden".
pub(crate) fn hides(key: &str, value: &str) -> bool {
    match key {
        "hidden" => !value.eq_ignore_ascii_case("until-found"),
        "style" => has_hiding_rule(value),
        _ => false,
    }
}

fn has_hiding_rule(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(key, value)| {
        let is = |value: &str, word: &str| value.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        let (key, value) = (key.trim(), value.trim());
        (key.eq_ignore_ascii_case("display") && is(value, "none"))
            || (key.eq_ignore_ascii_case("visibility") && is(value, "hidden"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_hides_however_it_is_spaced_and_a_search_may_find_what_is_folded() {
        assert!(hides("style", "color:red; DISPLAY : none!important"));
        assert!(hides("style", "visibility:hidden"));
        assert!(!hides("style", "--display: none; display: block"));
        assert!(hides("hidden", "") && !hides("hidden", "until-found") && !hides("aria-hidden", "true"));
    }
}
