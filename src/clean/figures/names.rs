//! What the parts of a page are called: the words in the class, the id and the like of an element.
//!
//! Sites share hardly any markup, but the people who write it name things in the same few words.

use scraper::node::Element;

/// The words of an element's names in lower case, in order: "Figure-credit isLarge" is figure, credit, is, large.
pub(super) fn words(element: &Element) -> Vec<String> {
    let mut words = Vec::new();
    for attribute in ["class", "id", "itemprop", "property", "data-testid", "data-component"] {
        if let Some(value) = element.attr(attribute) {
            split(value, &mut words);
        }
        if words.len() > MOST_WORDS {
            break;
        }
    }
    words
}

/// Elements styled by utility classes carry dozens of words, and none of the later ones names anything.
const MOST_WORDS: usize = 60;

/// Parts `value` into words at punctuation and where lower case turns to upper.
pub(super) fn split(value: &str, words: &mut Vec<String>) {
    let mut word = String::new();
    let mut previous_is_lower = false;
    for character in value.chars().take(600) {
        let ends = !character.is_alphabetic() || (previous_is_lower && character.is_uppercase());
        if ends && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_alphabetic() {
            word.extend(character.to_lowercase());
        }
        previous_is_lower = character.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
}

/// Whether the page means nobody to see the element as it stands: hidden, or there for screen readers alone.
///
/// `aria-hidden` says nothing of that sort: what it hides from screen readers is what the others see.
pub(super) fn is_hidden(element: &Element) -> bool {
    if element.attr("hidden").is_some() {
        return true;
    }
    let style = element.attr("style").unwrap_or_default();
    if style.len() < 2_000 {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        if style.contains("display:none") || style.contains("visibility:hidden") {
            return true;
        }
    }
    element.classes().any(|class| UNSEEN_CLASSES.contains(&class))
}

/// Classes by which the common style sheets hide text from sight.
const UNSEEN_CLASSES: &[&str] = &[
    "visually-hidden",    // Bootstrap 5, Drupal
    "visuallyhidden",     // HTML5 Boilerplate
    "sr-only",            // Bootstrap 3, Tailwind
    "screen-reader-text", // WordPress
    "screenreader",       // Shopify themes
    "screen-reader-only",
    "element-invisible", // Drupal 7
    "u-visually-hidden",
    "is-hidden",
    "accessibility",
];

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn first(html: &str) -> Element {
        let document = Html::parse_fragment(html);
        let mut elements = document.tree.nodes().filter_map(|node| node.value().as_element());
        elements.find(|element| element.name() == "p").cloned().unwrap()
    }

    #[test]
    fn names_are_read_in_every_spelling() {
        let element = first("<p class='media__caption--credit CaptionCredit-x1' itemprop=copyrightHolder>");
        assert_eq!(words(&element), ["media", "caption", "credit", "caption", "credit", "x", "copyright", "holder"]);
    }

    #[test]
    fn what_only_screen_readers_get_is_hidden_and_what_they_are_spared_is_not() {
        assert!(is_hidden(&first("<p class='a sr-only'>")));
        assert!(is_hidden(&first("<p style='display : none'>")));
        assert!(!is_hidden(&first("<p aria-hidden=true>")));
    }
}
