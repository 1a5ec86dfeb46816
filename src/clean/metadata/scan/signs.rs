//! Signs: what an element says it is by its name, its class, its id and its rel.

use crate::clean::view::hidden::hides;
use crate::clean::view::tree::{NodeIdx, Tree};
use crate::lexicon;
use foldhash::HashMap;
use scraper::node::Element;

/// What an element says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Sign {
    /// `h1`.
    Headline,
    /// A lower heading, or something of a class like "headline".
    Heading,
    Byline,
    /// `rel=author`, or a link to an author's page.
    AuthorLink,
    /// `time`.
    Time,
    Date,
    Standfirst,
    Section,
    Breadcrumb,
    /// It carries a property of a vocabulary.
    Property,
}

/// A page builder that calls everything a widget.
const BUILDER: &str = "elementor";

/// What is not part of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Furniture {
    /// Menus, comments, other stories: never the article's.
    Apart,
    /// Boxes of which the name may as well be that of the article's own kind: a newsletter has a date.
    Beside,
}

/// What a word of a class or an id says.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Furniture(Furniture),
    Sign(Sign),
    /// "no-sidebar", "has-nav": what follows is said not to be the element itself.
    Denial,
}

/// In the order in which the lexicon has them.
const MEANINGS: [Meaning; 9] = [
    Meaning::Furniture(Furniture::Apart),
    Meaning::Furniture(Furniture::Beside),
    Meaning::Sign(Sign::Breadcrumb),
    Meaning::Sign(Sign::Byline),
    Meaning::Sign(Sign::Date),
    Meaning::Sign(Sign::Standfirst),
    Meaning::Sign(Sign::Section),
    Meaning::Sign(Sign::Heading),
    Meaning::Denial,
];

/// What `word` says, whatever its case.
fn meaning(word: &str) -> Option<Meaning> {
    let known = lexicon::METADATA_NAMES.alike(word).find(|known| known.text.eq_ignore_ascii_case(word))?;
    Some(MEANINGS[usize::from(known.grade)])
}

/// Several signs, in the order in which they are declared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u16);

impl Signs {
    const ALL: [Sign; 10] = [
        Sign::Headline,
        Sign::Heading,
        Sign::Byline,
        Sign::AuthorLink,
        Sign::Time,
        Sign::Date,
        Sign::Standfirst,
        Sign::Section,
        Sign::Breadcrumb,
        Sign::Property,
    ];

    pub(super) fn each(self) -> impl Iterator<Item = Sign> {
        Self::ALL.into_iter().filter(move |sign| self.0 & (1 << *sign as u16) != 0)
    }

    fn add(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u16;
    }

    fn add_all(&mut self, others: Self) {
        self.0 |= others.0;
    }
}

/// All that the name and the attributes of an element say.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    /// The element is furniture of this kind.
    pub furniture: Option<Furniture>,
    pub signs: Signs,
    /// No reader sees the element.
    pub is_hidden: bool,
    /// The values of `itemprop` and of `property`.
    pub properties: [Option<&'a str>; 2],
}

/// What the classes and ids met so far say: a page has thousands of elements and a few hundred classes.
#[derive(Debug, Default)]
pub(super) struct Known<'a>(HashMap<&'a str, Named>);

/// What a class or an id says.
#[derive(Debug, Clone, Copy, Default)]
struct Named {
    furniture: Option<Furniture>,
    signs: Signs,
}

impl<'a> Said<'a> {
    pub(super) fn by(value: &'a Element, known: &mut Known<'a>) -> Self {
        let mut said = Self::default();
        let name = value.name();
        match name {
            "nav" | "footer" => said.furniture = Some(Furniture::Apart),
            "time" => said.signs.add(Sign::Time),
            "h1" => said.signs.add(Sign::Headline),
            "h2" | "h3" => said.signs.add(Sign::Heading),
            _ => {}
        }
        // These hold everything, and a class of theirs tells of the page.
        let holds_all = matches!(name, "html" | "body" | "main" | "article");
        for (key, text) in value.attrs() {
            match key {
                "hidden" | "style" => said.is_hidden |= hides(key, text),
                "itemprop" => said.properties[0] = Some(text),
                "property" => said.properties[1] = Some(text),
                _ if holds_all => {}
                "rel" if text.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("author")) => {
                    said.signs.add(Sign::AuthorLink);
                }
                "href" if name == "a" && is_author_page(text) => said.signs.add(Sign::AuthorLink),
                // A headline is one whatever it is called.
                "class" | "id" | "data-testid" | "data-component" | "data-hook" if name != "h1" => {
                    let named = *known.0.entry(text).or_insert_with(|| Named::by(text));
                    said.take(named, name);
                }
                _ => {}
            }
        }
        said
    }

    fn take(&mut self, named: Named, element: &str) {
        const SIGNLESS: [&str; 6] = ["input", "img", "figure", "button", "label", "form"];
        if self.furniture != Some(Furniture::Apart) {
            self.furniture = named.furniture.or(self.furniture);
        }
        if !SIGNLESS.contains(&element) {
            self.signs.add_all(named.signs);
        }
    }
}

impl Named {
    fn by(names: &str) -> Self {
        let mut said = Self::default();
        // Utility classes carry words that say how, not what: "lg:text-author", "[&_time]:hidden".
        for name in names.split_ascii_whitespace().filter(|name| !name.contains([':', '['])) {
            let mut is_denied = false;
            let mut is_section = false;
            // "entry-footer" holds the author and the date of an entry.
            let mut is_of_article = false;
            for_each_word(name, |word| {
                let is = |known: &&str| word.eq_ignore_ascii_case(known);
                let meaning = meaning(word).filter(|_| !(is_of_article && is(&"footer")));
                match meaning {
                    Some(Meaning::Furniture(furniture))
                        if !is_denied && !name.starts_with(BUILDER) && said.furniture != Some(Furniture::Apart) =>
                    {
                        said.furniture = Some(furniture);
                    }
                    Some(Meaning::Sign(sign)) => said.signs.add(sign),
                    _ if is_section && is(&"label") => said.signs.add(Sign::Section),
                    _ => {}
                }
                is_denied = matches!(meaning, Some(Meaning::Denial));
                is_section = is(&"section");
                is_of_article = ["post", "entry", "article", "asset", "story"].iter().any(is);
            });
        }
        said
    }
}

fn is_author_page(href: &str) -> bool {
    let mut folders = href.split('/').skip(1).peekable();
    while let Some(folder) = folders.next() {
        if folders.peek().is_some() && lexicon::METADATA_AUTHOR_FOLDERS.contains(folder) {
            return true;
        }
    }
    false
}

/// True if the markup calls the element, or one of the nearest around it, what it is changed by: "field-changed".
pub(super) fn is_called_changed(element: NodeIdx, tree: &Tree) -> bool {
    // "updated published": as it was from the first.
    let is_new = tree.attribute(element, "class").is_some_and(|class| class.contains("published"));
    let is_updated = |name: &str| !is_new && name.contains("updated");
    let around = tree.ancestors(element).take(2);
    std::iter::once(element).chain(around).any(|element| {
        let names = ["class", "itemprop"].into_iter().filter_map(|key| tree.attribute(element, key));
        names.flat_map(str::split_ascii_whitespace).any(|name| {
            let name = name.to_ascii_lowercase();
            is_updated(&name) || lexicon::METADATA_CHANGED_ENDINGS.ending(&name).next().is_some()
        })
    })
}

/// Calls `look` with the words of "post-authorName": "post", "author", "Name".
fn for_each_word(name: &str, mut look: impl FnMut(&str)) {
    let (mut start, mut before) = (0, b' ');
    for (at, byte) in name.bytes().enumerate() {
        let is_part = byte.is_ascii_alphanumeric();
        let starts_word = byte.is_ascii_uppercase() && before.is_ascii_lowercase();
        if (starts_word || !is_part) && start < at {
            look(&name[start..at]);
            start = at;
        }
        if !is_part {
            start = at + 1;
        }
        before = byte;
    }
    if start < name.len() {
        look(&name[start..]);
    }
}

#[cfg(test)]
mod tests {
    use super::for_each_word;

    #[test]
    fn words_in_names_are_found_however_they_are_joined() {
        let mut words = Vec::new();
        for_each_word("post-authorName_x9", |word| words.push(word.to_owned()));
        assert_eq!(words, ["post", "author", "Name", "x9"]);
    }
}
