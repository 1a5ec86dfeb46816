//! Finds the articles that are in the issue twice.

use super::shingles::Shingles;
use crate::article::{Article, printed_address};
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;
use url::Url;

/// The fewest words of an article that is a duplicate though some of them differ. Notices are shorter, and one of them may
/// differ from the next in a word: the weather of Monday and of Tuesday, two results, two burials.
const MIN_WORDS: usize = 150;

/// The least share of such an article that stands in the one it repeats. So much is left where one word in forty was
/// corrected or a seventh was added; a later report of the same matter has far more of its own.
const MIN_CONTAINED: f64 = 0.85;

/// For each article the place of the earlier one that it repeats, if it does.
///
/// An article repeats another
/// - if it has the same words, whatever the headlines and addresses: papers print an agency's report under headlines of
///   their own, and a site may name its front page as the address of every article;
/// - if it is long, nearly all of it stands in the earlier one, and the headline or the address is the same: it was
///   corrected, saved in two ways, or is a part of the other.
///
/// Where neither headline nor address is the same, nearly is not enough: an article that is bound twice costs some pages,
/// one that is wrongly left out is lost.
pub fn duplicates<'a>(articles: impl IntoIterator<Item = Option<&'a Article>>) -> Vec<Option<usize>> {
    let mut kept = Kept::default();
    let articles = articles.into_iter().enumerate();
    articles.map(|(place, article)| article.and_then(|article| kept.repeated_by(place, article))).collect()
}

/// The articles that repeat none before them.
#[derive(Default)]
struct Kept {
    articles: Vec<(usize, Shingles)>,
    /// Where in `articles` one with these words stands.
    by_words: BTreeMap<u64, usize>,
    /// Where in `articles` those with this headline or address stand.
    by_name: BTreeMap<Name, Vec<usize>>,
}

/// What an article is known by besides its words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Headline(String),
    Address(String),
}

impl Kept {
    /// The place of the article that `article` repeats; if there is none, it is kept.
    fn repeated_by(&mut self, place: usize, article: &Article) -> Option<usize> {
        let shingles = Shingles::of(article);
        let names = names_of(article);
        let first = self.with_words_of(&shingles).or_else(|| self.nearly(&shingles, &names));
        if first.is_none() {
            let at = self.articles.len();
            self.by_words.insert(shingles.whole(), at);
            names.into_iter().for_each(|name| self.by_name.entry(name).or_default().push(at));
            self.articles.push((place, shingles));
        }
        first
    }

    fn with_words_of(&self, shingles: &Shingles) -> Option<usize> {
        self.by_words.get(&shingles.whole()).map(|at| self.articles[*at].0)
    }

    fn nearly(&self, shingles: &Shingles, names: &[Name]) -> Option<usize> {
        let namesakes = names.iter().filter_map(|name| self.by_name.get(name)).flatten();
        let namesakes = namesakes.map(|at| &self.articles[*at]);
        let holds =
            |earlier: &Shingles| shingles.words() >= MIN_WORDS && shingles.containment_in(earlier) >= MIN_CONTAINED;
        namesakes.filter(|(_, earlier)| holds(earlier)).map(|(place, _)| *place).min()
    }
}

fn names_of(article: &Article) -> Vec<Name> {
    let headline = article.headline.to_lowercase();
    let headline = headline.unicode_words().collect::<Vec<_>>().join(" ");
    let address = article.url.clone().map(|url| Name::Address(bare_address(url)));
    std::iter::once(Name::Headline(headline)).chain(address).collect()
}

/// An address without what does not tell one page from another.
fn bare_address(mut url: Url) -> String {
    url.set_fragment(None);
    let address = printed_address(&url);
    address.strip_prefix("www.").unwrap_or(&address).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Address, Block, Figure, Inline, PictureSource};

    const ONE: &str = "https://osk.example/tides";
    const OTHER: &str = "https://vrana.example/news/7";

    fn article(headline: &str, text: &str, url: Option<&str>) -> Article {
        Article {
            url: url.map(|url| Url::parse(url).unwrap()),
            body: vec![Block::Paragraph(vec![Inline::text(text)])],
            ..Article::headed(headline)
        }
    }

    /// So many different words.
    fn text(words: usize) -> String {
        (0..words).map(|number| format!("word{number} ")).collect()
    }

    fn are_one(one: &Article, other: &Article) -> bool {
        duplicates([Some(one), Some(other)])[1].is_some()
    }

    #[test]
    fn the_same_words_under_another_address_are_a_double() {
        let first = article("Tides", "The gate was shut.", Some("https://example.org/a"));
        let second = article("Tides!", "The  gate was SHUT.", None);
        assert_eq!(duplicates([Some(&first), None, Some(&second)]), [None, None, Some(0)]);
    }

    #[test]
    fn the_second_page_of_an_article_is_no_double_though_address_and_headline_are_the_same() {
        let first = article("Tides", "The gate was shut all winter.", Some("https://example.org/"));
        let second = article("Tides", "In spring they opened it again.", Some("https://example.org/"));
        assert_eq!(duplicates([Some(&first), Some(&second)]), [None, None]);
    }

    #[test]
    fn a_corrected_article_is_a_double_of_the_one_that_is_kept() {
        let text = text(200);
        let first = article("Tides", &text, Some(ONE));
        let second = article("Tides, corrected", &text.replace("word70 ", "Vrana "), Some(ONE));
        let third = article("TIDES", &text.replace("word90 ", "at all "), None);
        assert_eq!(duplicates([Some(&first), Some(&second), Some(&third)]), [None, Some(0), Some(0)]);
    }

    #[test]
    fn a_short_text_that_differs_in_a_word_is_no_double_though_headline_and_address_are_the_same() {
        let monday = article("Weather", &text(60), Some(ONE));
        let tuesday = article("Weather", &text(60).replace("word3 ", "Tuesday "), Some(ONE));
        assert!(!are_one(&monday, &tuesday));
    }

    #[test]
    fn nearly_the_same_words_are_no_double_where_headline_and_address_differ() {
        let first = article("Tides", &text(400), Some(ONE));
        let reprinted = text(400).replace("word9 ", "Osk ");
        assert!(!are_one(&first, &article("The gate", &reprinted, Some(OTHER))));
        assert!(!are_one(&first, &article("The gate", &reprinted, None)));
        assert!(are_one(&first, &article("The gate", &text(400), Some(OTHER))), "the same words are");
    }

    #[test]
    fn an_address_is_the_same_with_and_without_what_tells_no_page_from_another() {
        let corrected = text(200).replace("word9 ", "Osk ");
        let first = article("Tides", &text(200), Some(ONE));
        assert!(are_one(&first, &article("Gates", &corrected, Some("http://www.osk.example/tides/#top"))));
        assert!(!are_one(&first, &article("Gates", &corrected, Some("https://osk.example/tides?page=2"))));
    }

    #[test]
    fn a_later_report_that_repeats_much_of_an_earlier_one_is_no_double() {
        let first = article("Tides", &text(400), Some(ONE));
        let later = article("Tides", &(text(300) + &text(100).replace("word", "open")), Some(ONE));
        assert!(!are_one(&first, &later));
    }

    #[test]
    fn a_part_of_an_article_is_a_double_and_the_whole_of_which_only_a_part_is_kept_is_none() {
        let (whole, part) = (article("Tides", &text(600), Some(ONE)), article("Tides", &text(200), Some(ONE)));
        assert!(are_one(&whole, &part));
        assert!(!are_one(&part, &whole));
    }

    #[test]
    fn what_is_hardly_said_in_words_is_told_by_what_is_shown() {
        let cartoon = |picture: &str| {
            let picture = Address::Web(Url::parse("https://osk.example/").unwrap().join(picture).unwrap());
            let picture = PictureSource::new(picture, []);
            let figure = Figure { picture, caption: Vec::new(), credit: None, alt: String::new() };
            Article { body: vec![Block::Figure(figure)], ..Article::headed("The cartoon") }
        };
        assert!(!are_one(&cartoon("monday.png"), &cartoon("tuesday.png")));
        assert!(are_one(&cartoon("monday.png"), &cartoon("again/monday.png")));
        let film = |headline| article(headline, "Watch the film above.", None);
        assert!(!are_one(&film("The locks"), &film("The eels")));
    }
}
