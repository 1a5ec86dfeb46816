//! What the parts of a page are called: the words in the class, the id and the like of an element.
//!
//! Sites share hardly any markup, but the people who write it name things in the same few words.

use crate::clean::view::attributes::Attributes;
use crate::clean::view::hidden;
use crate::lexicon::{self, WordList};
use scraper::node::Element;

/// Words in lower case, in order: of "Figure-credit isLarge" figure, credit, is, large.
///
/// They stand in one text, which can be used again: most elements of a page have names, and all are looked at.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    ends: Vec<usize>,
}

impl Words {
    /// The words of an element's names.
    pub(super) fn of(element: &Element) -> Self {
        let mut words = Self::default();
        words.become_those_of(element);
        words
    }

    /// The words that `name` is made of.
    pub(super) fn in_name(name: &str) -> Self {
        let mut words = Self::default();
        words.split(name);
        words
    }

    /// Forgets the words for those of another element.
    pub(super) fn become_those_of(&mut self, element: &Element) {
        self.text.clear();
        self.ends.clear();
        for attribute in ["class", "id", "itemprop", "property", "data-testid", "data-component", "data-theme-key"] {
            match element.attribute(attribute) {
                // "[--sidebar-width:18rem]": a declaration of style, in the manner of Tailwind, names nothing.
                Some(value) if attribute == "class" && value.contains('[') => {
                    value
                        .split_ascii_whitespace()
                        .filter(|class| !class.contains('['))
                        .for_each(|class| self.split(class));
                }
                Some(value) => self.split(value),
                None => {}
            }
            if self.ends.len() > MOST_WORDS {
                break;
            }
        }
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        (0..self.ends.len()).map(|at| {
            let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            &self.text[start..self.ends[at]]
        })
    }

    /// Each word with the one after it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.iter().zip(self.iter().skip(1))
    }

    /// The first of the words that is on `list`.
    pub(super) fn one_of(&self, list: &WordList) -> Option<&'static str> {
        self.iter().find_map(|word| list.find(word))
    }

    /// Whether one of the words is on `list`.
    pub(super) fn has_one_of(&self, list: &WordList) -> bool {
        self.one_of(list).is_some()
    }

    /// Parts `value` into words at punctuation and where lower case turns to upper.
    ///
    /// A page builder numbers its elements in hexadecimal, and "2638ad0" is no advert: letters with a digit on either
    /// side are no word, if they are few.
    fn split(&mut self, value: &str) {
        let mut start = self.text.len();
        let mut previous = ' ';
        let mut follows_digit = false;
        for character in value.chars().take(600) {
            let is_alphabetic = character.is_alphabetic();
            let ends = !is_alphabetic || (previous.is_lowercase() && character.is_uppercase());
            if ends && self.text.len() > start {
                let is_number =
                    follows_digit && character.is_ascii_digit() && self.text.len() - start <= LONGEST_IN_NUMBER;
                if is_number {
                    self.text.truncate(start);
                } else {
                    start = self.text.len();
                    self.ends.push(start);
                }
            }
            if is_alphabetic && self.text.len() == start {
                follows_digit = previous.is_ascii_digit();
            }
            if character.is_ascii_alphabetic() {
                self.text.push(character.to_ascii_lowercase());
            } else if is_alphabetic {
                self.text.extend(character.to_lowercase());
            }
            previous = character;
        }
        if self.text.len() > start {
            self.ends.push(self.text.len());
        }
    }
}

/// Letters in a row within a number of base 16.
const LONGEST_IN_NUMBER: usize = 3;

/// Elements styled by utility classes carry dozens of words, and none of the later ones names anything.
const MOST_WORDS: usize = 60;

/// Whether the page means nobody to see the element as it stands: hidden, or there for screen readers alone.
///
/// `aria-hidden` says nothing of that sort: what it hides from screen readers is what the others see.
pub(super) fn is_hidden(element: &Element) -> bool {
    let classes = element.attribute("class").unwrap_or_default();
    hidden::is_hidden(element)
        || classes.split_ascii_whitespace().any(|class| lexicon::FIGURES_UNSEEN_CLASSES.contains(class))
}

/// Whether a style sheet cuts the element round: portraits are shown so, by their classes or by their own style.
pub(super) fn is_round(element: &Element) -> bool {
    let classes = element.attribute("class").unwrap_or_default();
    let style = element.attribute("style").unwrap_or_default();
    let radius =
        || style.split(';').filter_map(|rule| rule.split_once(':')).find(|(name, _)| name.trim() == "border-radius");
    classes.split_ascii_whitespace().any(|class| lexicon::FIGURES_ROUND_CLASSES.contains(class))
        || (style.contains("border-radius")
            && radius().is_some_and(|(_, length)| matches!(length.trim(), "50%" | "100%")))
}

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
        let words = Words::of(&element);
        let words: Vec<&str> = words.iter().collect();
        assert_eq!(words, ["media", "caption", "credit", "caption", "credit", "x", "copyright", "holder"]);
    }

    #[test]
    fn the_letters_of_a_number_are_no_word() {
        let element = first("<p class='element-2638ad0 ad-300x250 top2ads'>");
        assert_eq!(Words::of(&element).iter().collect::<Vec<_>>(), ["element", "ad", "top", "ads"]);
    }

    #[test]
    fn a_declaration_of_style_among_the_classes_names_nothing() {
        let element = first("<p class='page [--sidebar-width:18rem] mr-[--related-height] caption'>");
        assert_eq!(Words::of(&element).iter().collect::<Vec<_>>(), ["page", "caption"]);
    }

    #[test]
    fn what_only_screen_readers_get_is_hidden_and_what_they_are_spared_is_not() {
        assert!(is_hidden(&first("<p class='a sr-only'>")));
        assert!(is_hidden(&first("<p style='display : none'>")));
        assert!(!is_hidden(&first("<p aria-hidden=true>")));
    }
}
