//! The names of the files inside the book. A person who unpacks it should find the way.

use crate::pictures::{Format, Rendition};
use sha2::{Digest, Sha256};

pub(super) const COVER: &str = "cover.xhtml";
pub(super) const TITLE_PAGE: &str = "title.xhtml";
pub(super) const CONTENTS: &str = "contents.xhtml";
pub(super) const CREDITS: &str = "credits.xhtml";
pub(super) const COLOPHON: &str = "colophon.xhtml";

/// How long the readable part of a name may be: enough to tell articles apart, short in every file system.
const MAX_SLUG_CHARS: usize = 48;

/// The name of an article's file, from its place counted from 0: "articles/03-the-bridge-at-night.xhtml".
///
/// `count` is the number of all articles, so that the names sort in reading order.
pub(super) fn article(place: usize, count: usize, headline: &str) -> String {
    let digits = count.to_string().len().max(2);
    let slug = slug_of(headline);
    let slug = shortened(&slug);
    let between = if slug.is_empty() { "" } else { "-" };
    format!("articles/{:0digits$}{between}{slug}.xhtml", place + 1)
}

/// The words of a headline in small Latin letters and digits, joined by hyphens: "ctvrtek-deja-vu" of "Čtvrtek & déjà vu".
fn slug_of(headline: &str) -> String {
    let latin: String = headline.chars().map(|c| deunicode::deunicode_char(c).unwrap_or("-")).collect();
    let words = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

/// The name of a picture's file: the same for the same bytes.
pub(super) fn picture(rendition: &Rendition) -> String {
    let hash = Sha256::digest(&rendition.bytes);
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("pictures/{hash}.{}", extension(rendition.format))
}

/// The name of the cover's picture.
pub(super) fn cover_picture(rendition: &Rendition) -> String {
    format!("pictures/cover.{}", extension(rendition.format))
}

/// The media type of a picture as the package states it.
pub(super) fn media_type(format: Format) -> &'static str {
    match format {
        Format::Jpeg => "image/jpeg",
        Format::Png => "image/png",
    }
}

fn extension(format: Format) -> &'static str {
    match format {
        Format::Jpeg => "jpg",
        Format::Png => "png",
    }
}

/// Cuts an ASCII slug after the last whole word that fits.
fn shortened(slug: &str) -> &str {
    if slug.len() <= MAX_SLUG_CHARS {
        return slug;
    }
    let cut = slug[..=MAX_SLUG_CHARS].rfind('-').unwrap_or(MAX_SLUG_CHARS);
    &slug[..cut]
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn an_article_is_named_by_its_place_and_its_headline() {
        assert_eq!(article(2, 9, "The Bridge, at Night"), "articles/03-the-bridge-at-night.xhtml");
        assert_eq!(article(99, 250, "Čtvrtek & déjà vu"), "articles/100-ctvrtek-deja-vu.xhtml");
        assert_eq!(article(0, 1, "…"), "articles/01.xhtml");
    }

    #[test]
    fn a_long_headline_is_cut_between_words() {
        let name = article(0, 1, "One two three four five six seven eight nine ten eleven twelve thirteen");
        assert_eq!(name, "articles/01-one-two-three-four-five-six-seven-eight-nine-ten.xhtml");
        assert_eq!(article(0, 1, &"x".repeat(80)).len(), "articles/01-.xhtml".len() + 48);
    }
}
