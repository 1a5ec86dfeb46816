//! Portraits of whoever wrote the article: they stand beside the byline, and below the text in a box about the author.

use super::measures::PageMeasures;
use super::sightings::Sighting;
use crate::clean::view::measures::Chars;
use crate::credit::folded;
use crate::lexicon;

/// Whether `picture` has nothing but the name of one of the `authors` for its text, and no words of its own.
///
/// Who writes of themselves says more below the picture.
pub(super) fn is_of_author(picture: &Sighting, measures: &PageMeasures, authors: &[String]) -> bool {
    if picture.alt.is_empty() || picture.alt.chars().count() > LONGEST || authors.is_empty() {
        return false;
    }
    let name: Vec<&str> = picture.alt.split_whitespace().filter(|word| !is_about_it(word)).collect();
    let name = folded(&name.concat());
    // "Ines Okafor's headshot"
    let is_called = |author: &String| folded(author) == name || format!("{}s", folded(author)) == name;
    let is_author = !name.is_empty() && authors.iter().any(is_called);
    let tree = measures.tree;
    let figure = || tree.ancestors(picture.element).find(|around| tree.name(*around) == "figure");
    is_author && figure().is_none_or(|figure| measures.text_in(figure) == Chars::ZERO)
}

/// In characters; a name with a few words about the picture.
const LONGEST: usize = 120;

fn is_about_it(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    word.is_empty() || lexicon::CAPTION_ABOUT_PORTRAITS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn the_author_is_no_picture_of_the_article() {
        let by = "<meta name=author content='Ines Okafor'>";
        for alt in ["Ines Okafor", "Photo of Ines Okafor", "Ines Okafor's headshot"] {
            let face = format!("<div><img src=/io-2024.jpg width=400 height=400 alt=\"{alt}\"></div>");
            assert!(figures(&format!("{by}<h1>The ferry</h1>{face}<main>{TEXT}</main>")).is_empty(), "{alt}");
            assert!(figures(&format!("{by}<main>{TEXT}{face}</main>")).is_empty(), "{alt}");
        }
    }

    #[test]
    fn the_author_in_a_figure_with_words_is_one() {
        let figure =
            "<figure><img src=/io-2024.jpg alt='Ines Okafor'><figcaption>The author on the ferry</figcaption></figure>";
        let by = "<meta name=author content='Ines Okafor'>";
        assert_eq!(figures(&format!("{by}<main>{TEXT}{figure}{TEXT}</main>")).len(), 1);
        let other = "<img src=/io-2024.jpg alt='Ines Okafor and Piet van Oorde'>";
        assert_eq!(figures(&format!("{by}<main>{TEXT}{other}{TEXT}</main>")).len(), 1);
    }
}
