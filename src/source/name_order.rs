//! The order in which people look for names: "2" before "10", large letters with small ones, "The" passed over.

use super::Input;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use std::cmp::Ordering;
use std::path::{Component, Path};
use url::Url;

/// The words by which no title is sorted. English alone: "die" begins titles in German and is a word of its own in English.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// What parts the words in a file's name: "The sea wall", "a-tide-predictor", "the_index".
const BETWEEN_WORDS: [char; 3] = [' ', '-', '_'];

/// The inputs in the order of their names.
pub(super) fn sorted(inputs: Vec<Input>) -> Vec<Input> {
    let ranks = ranks(&inputs);
    let mut inputs: Vec<_> = inputs.into_iter().zip(ranks).collect();
    inputs.sort_by_key(|(_, rank)| *rank);
    inputs.into_iter().map(|(input, _)| input).collect()
}

/// For each input its place in the order of their names: files by their paths, folder by folder, before addresses, and
/// standard input last. Inputs of one name keep their order.
pub(crate) fn ranks(inputs: &[Input]) -> Vec<usize> {
    let collator = collator();
    let names: Vec<_> = inputs.iter().map(Name::of).collect();
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by(|one, other| {
        // Two names may look the same to people and yet not be: the order of a folder must not depend on the disk's.
        let by_path = || inputs[*one].path().cmp(&inputs[*other].path());
        names[*one].compare(&names[*other], collator.as_ref()).then_with(by_path)
    });
    let mut ranks = vec![0; inputs.len()];
    for (rank, place) in order.into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}

/// Compares as no language in particular does, and numbers by their worth.
fn collator() -> Option<CollatorBorrowed<'static>> {
    let mut preferences = CollatorPreferences::default();
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).ok()
}

/// The name of an input, taken apart.
enum Name {
    File(Vec<Part>),
    Web(Vec<Part>),
    StandardInput,
}

/// A folder's or a file's name, or a part of an address.
struct Part {
    /// Without the ending of a file: "Story" comes before "Story 2", though "Story.html" does not.
    stem: String,
    whole: String,
}

impl Name {
    fn of(input: &Input) -> Self {
        match input {
            Input::File(path) | Input::Folder(path) => Self::File(parts_of_path(path)),
            Input::Web(url) => Self::Web(parts_of_address(url)),
            Input::OtherAddress(address) => Self::Web(vec![Part::whole(address)]),
            Input::StandardInput => Self::StandardInput,
            Input::Published { page, .. } => Self::of(page),
        }
    }

    fn compare(&self, other: &Self, collator: Option<&CollatorBorrowed>) -> Ordering {
        match (self, other) {
            (Self::File(one), Self::File(other)) | (Self::Web(one), Self::Web(other)) => {
                let mut parts = one.iter().zip(other).map(|(one, other)| one.compare(other, collator));
                parts.find(|order| order.is_ne()).unwrap_or_else(|| one.len().cmp(&other.len()))
            }
            _ => self.kind().cmp(&other.kind()),
        }
    }

    fn kind(&self) -> usize {
        match self {
            Self::File(_) => 0,
            Self::Web(_) => 1,
            Self::StandardInput => 2,
        }
    }
}

fn parts_of_path(path: &Path) -> Vec<Part> {
    let names = path.components().filter(|component| *component != Component::CurDir);
    let mut parts: Vec<_> = names.map(|name| Part::whole(&name.as_os_str().to_string_lossy())).collect();
    if let (Some(last), Some(stem)) = (parts.last_mut(), path.file_stem()) {
        last.stem = stem.to_string_lossy().into_owned();
    }
    parts
}

fn parts_of_address(url: &Url) -> Vec<Part> {
    let address = url.host_str().into_iter().chain(url.path_segments().into_iter().flatten()).chain(url.query());
    address.map(Part::whole).collect()
}

impl Part {
    fn whole(name: &str) -> Self {
        Self { stem: name.to_owned(), whole: name.to_owned() }
    }

    fn compare(&self, other: &Self, collator: Option<&CollatorBorrowed>) -> Ordering {
        let compare = |one: &str, other: &str| collator.map_or_else(|| one.cmp(other), |c| c.compare(one, other));
        compare(without_article(&self.stem), without_article(&other.stem))
            .then_with(|| compare(&self.whole, &other.whole))
    }
}

/// The name without the article before it, by which no title is sorted.
fn without_article(name: &str) -> &str {
    match name.split_once(BETWEEN_WORDS) {
        Some((first, rest)) if ARTICLES.iter().any(|article| first.eq_ignore_ascii_case(article)) => {
            let title = rest.trim_start_matches(BETWEEN_WORDS);
            if title.is_empty() { name } else { title }
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_order(names: &[&str]) -> Vec<String> {
        sorted(names.iter().map(|name| Input::File(name.into())).collect()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn names_come_as_people_sort_titles() {
        let expected = [
            "2. Ferries.md",
            "10. Locks.html",
            "An apple.md",
            "banks.html",
            "The Barges.md",
            "Barges 2.md",
            "Éclat.md",
            "the-eels.html",
            "theatre.md",
        ];
        let mut names = expected;
        names.reverse();
        assert_eq!(in_order(&names), expected);
    }

    #[test]
    fn a_folder_is_sorted_among_the_files_beside_it_and_its_files_stay_together() {
        let expected = ["a/9.md", "a/10.md", "The bay/a.md", "boat.md", "./c/a.md", "d.md"];
        let mut names = expected;
        names.reverse();
        assert_eq!(in_order(&names), expected);
    }

    #[test]
    fn names_that_only_an_article_or_a_large_letter_tells_apart_have_one_order_too() {
        let names = ["The keeper.md", "keeper.md", "Keeper.md", "keeper.html"];
        let mut others = names;
        others.rotate_left(2);
        assert_eq!(in_order(&names), in_order(&others));
    }

    #[test]
    fn a_name_that_is_an_article_alone_keeps_it() {
        assert_eq!(without_article("A"), "A");
        assert_eq!(without_article("the -"), "the -");
        assert_eq!(without_article("A-tide"), "tide");
    }
}
