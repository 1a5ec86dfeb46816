//! What the parts of a page are called: the words in the class, the id and the like of an element.
//!
//! Sites share hardly any markup, but the people who write it name things in the same few words.

use crate::clean::attributes::Attributes;
use crate::clean::hidden;
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
    pub fn of(element: &Element) -> Self {
        let mut words = Self::default();
        words.become_those_of(element);
        words
    }

    /// The words that `name` is made of.
    pub fn in_name(name: &str) -> Self {
        let mut words = Self::default();
        words.split(name);
        words
    }

    /// Forgets the words for those of another element.
    pub fn become_those_of(&mut self, element: &Element) {
        self.text.clear();
        self.ends.clear();
        for attribute in ["class", "id", "itemprop", "property", "data-testid", "data-component"] {
            if let Some(value) = element.attribute(attribute) {
                self.split(value);
            }
            if self.ends.len() > MOST_WORDS {
                break;
            }
        }
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        (0..self.ends.len()).map(|at| {
            let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            &self.text[start..self.ends[at]]
        })
    }

    /// Each word with the one after it.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.iter().zip(self.iter().skip(1))
    }

    /// Whether one of the words is on `list`.
    pub fn has_one_of(&self, list: &WordList) -> bool {
        self.iter().any(|word| list.contains(word))
    }

    /// Parts `value` into words at punctuation and where lower case turns to upper.
    fn split(&mut self, value: &str) {
        let mut start = self.text.len();
        let mut previous_is_lower = false;
        for character in value.chars().take(600) {
            let is_alphabetic = character.is_alphabetic();
            let ends = !is_alphabetic || (previous_is_lower && character.is_uppercase());
            if ends && self.text.len() > start {
                start = self.text.len();
                self.ends.push(start);
            }
            if character.is_ascii_alphabetic() {
                self.text.push(character.to_ascii_lowercase());
            } else if is_alphabetic {
                self.text.extend(character.to_lowercase());
            }
            previous_is_lower = character.is_lowercase();
        }
        if self.text.len() > start {
            self.ends.push(self.text.len());
        }
    }
}

/// Elements styled by utility classes carry dozens of words, and none of the later ones names anything.
const MOST_WORDS: usize = 60;

/// Words to look names up in, in lower case. Most words of a page are on no list, and are told so by their first
/// letter and their length.
pub(super) struct WordList {
    words: &'static [&'static str],
    /// For each first letter a set of lengths, one bit for each.
    lengths: [u32; 26],
}

impl WordList {
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut lengths = [0; 26];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            lengths[(word[0] - b'a') as usize] |= 1 << word.len();
            at += 1;
        }
        Self { words, lengths }
    }

    pub fn contains(&self, word: &str) -> bool {
        let letter = word.bytes().next().map_or(usize::MAX, |first| usize::from(first.wrapping_sub(b'a')));
        let lengths = self.lengths.get(letter).copied().unwrap_or_default();
        word.len() < 32 && lengths >> word.len() & 1 == 1 && self.words.contains(&word)
    }
}

/// Whether the page means nobody to see the element as it stands: hidden, or there for screen readers alone.
///
/// `aria-hidden` says nothing of that sort: what it hides from screen readers is what the others see.
pub(super) fn is_hidden(element: &Element) -> bool {
    let classes = element.attribute("class").unwrap_or_default();
    hidden::is_hidden(element) || classes.split_ascii_whitespace().any(|class| UNSEEN_CLASSES.contains(&class))
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
        let words = Words::of(&element);
        let words: Vec<&str> = words.iter().collect();
        assert_eq!(words, ["media", "caption", "credit", "caption", "credit", "x", "copyright", "holder"]);
    }

    #[test]
    fn a_list_has_its_own_words_and_no_others() {
        static LIST: WordList = WordList::new(&["hero", "lead"]);
        assert!(Words::in_name("TheHero").has_one_of(&LIST));
        assert!(["heron", "hera", "", "Hero", "héro", "zzzz"].iter().all(|word| !LIST.contains(word)));
    }

    #[test]
    fn what_only_screen_readers_get_is_hidden_and_what_they_are_spared_is_not() {
        assert!(is_hidden(&first("<p class='a sr-only'>")));
        assert!(is_hidden(&first("<p style='display : none'>")));
        assert!(!is_hidden(&first("<p aria-hidden=true>")));
    }
}
