//! The fixed words of an issue ("Contents", "Picture credits") in its language.

use crate::article::{Article, Embed, EmbedKind, Found, Inline, Language, Moment};
use icu_calendar::{Gregorian, Iso};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// All languages that the fixed words are known in, by the language's BCP 47 subtag.
static WORDINGS: LazyLock<BTreeMap<String, Wording>> =
    LazyLock::new(|| toml::from_str(include_str!("../../templates/wording.toml")).unwrap_or_default());

/// The fixed words in one language; the table is `templates/wording.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The name of an issue that was given none: "Digest".
    pub digest: String,
    /// The heading over the contents.
    pub contents: String,
    /// What the page of the cover is called where pages are listed.
    pub cover: String,
    /// What the title page is called where pages are listed.
    pub title_page: String,
    /// The heading over the picture credits.
    pub picture_credits: String,
    /// What stands behind a credit that only the picture's file gives.
    pub credit_of_file: String,
    /// What stands behind a credit that the page tells only to programs.
    pub credit_of_data: String,
    /// The heading over an article's footnotes.
    pub notes: String,
    /// The heading over the addresses of an article's links.
    pub links: String,
    /// What stands before the authors: "By".
    pub by: String,
    /// What stands before the last of several authors.
    pub and: String,
    /// What stands before the date of a change.
    pub updated: String,
    /// What stands before the address an article was taken from.
    pub source: String,
    /// What a film without a title is called, with `{}` for the place where it can be seen: "Video ({})".
    pub film: String,
    /// What stands where a text breaks off: "The saved page ends here."
    pub ends_here: String,
    /// What stands before the address of the rest.
    pub rest: String,
    /// What is said of a picture that has no words of its own, to those who cannot see it.
    pub picture: String,
    /// What stands in the place of a picture that could not be had.
    pub picture_missing: String,
    /// The time an article takes to read, with `{}` for the number of minutes.
    pub minutes: String,
    /// How many articles there are, with `{}` for the number; worded so that it fits any number.
    pub articles: String,
    /// What stands before a folio: "page".
    pub page: String,
    /// The heading over what is told of the making of the issue.
    pub colophon: String,
    /// What it was bound with, with `{}` for the day.
    pub bound: String,
    /// Where the articles come from, with `{}` for the publications.
    pub taken_from: String,
    /// Which type it is set in, with `{}` for the faces.
    pub set_in: String,
    /// Whose the texts and pictures are.
    pub rights: String,
}

impl Wording {
    /// Where a credit was found, if no reader of the page could see it there.
    pub fn origin(&self, found: Found) -> Option<&str> {
        match found {
            Found::Page | Found::Attribute => None,
            Found::Markup | Found::LinkedData => Some(&self.credit_of_data),
            Found::File => Some(&self.credit_of_file),
        }
    }

    /// The link to what an article shows in a frame.
    pub fn embed(&self, embed: &Embed) -> Inline {
        let words = match (&embed.title, embed.kind) {
            (Some(title), _) => title.clone(),
            (None, EmbedKind::Film) => self.film.replace("{}", embed.host()),
            (None, EmbedKind::Page) => embed.host().to_owned(),
        };
        Inline::Link { target: embed.target.clone(), content: vec![Inline::Text(words)] }
    }

    /// The time an article takes to read: "7 minutes".
    pub fn minutes_of(&self, article: &Article) -> String {
        self.minutes.replace("{}", &article.minutes().to_string())
    }

    /// Whether the words are known in `language`.
    pub fn is_known_in(language: &Language) -> bool {
        WORDINGS.contains_key(language.primary())
    }

    /// The languages that the words are known in, by their BCP 47 subtags, sorted.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        WORDINGS.keys().map(String::as_str)
    }

    /// The words in `language`, or in English where there are none in that language.
    pub fn in_language(language: &Language) -> Self {
        let known = WORDINGS.get(language.primary()).or_else(|| WORDINGS.get("en"));
        known.cloned().unwrap_or_default()
    }
}

/// A day in words, as `language` writes it: "23 November 2026", "23. November 2026", "2026年11月23日".
///
/// "English" without a region is written with the day first, as in most of the world.
pub fn date_in_words(date: Date, language: &Language) -> String {
    let plain_english = language.primary() == "en" && language.identifier().region.is_none();
    let locale = if plain_english { icu_locale_core::langid!("en-GB") } else { language.identifier().clone() };
    let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&locale).into(), YMD::long());
    let day =
        icu_calendar::Date::try_new_iso(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
    match (formatter, day) {
        (Ok(formatter), Ok(day)) => {
            formatter.format(&icu_calendar::Date::<Iso>::to_calendar(&day, Gregorian)).to_string()
        }
        _ => date.to_string(),
    }
}

/// The day of a moment in words; the time of day is left out.
pub fn moment_in_words(moment: Moment, language: &Language) -> String {
    date_in_words(moment.date(), language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_language_has_every_word() {
        assert!(WORDINGS.len() >= 10, "the table of words could not be read");
        for (language, wording) in WORDINGS.iter() {
            let words = serde_json::to_value(wording).unwrap();
            for (key, word) in words.as_object().unwrap() {
                assert!(!word.as_str().unwrap().is_empty(), "{language} has no word for {key}");
            }
            assert!(wording.minutes.contains("{}"), "{language} does not say where the minutes stand");
            assert!(wording.film.contains("{}"), "{language} does not say where a film can be seen");
            assert!(wording.articles.contains("{}"), "{language} does not say where the number of articles stands");
            for sentence in [&wording.bound, &wording.taken_from, &wording.set_in] {
                assert!(sentence.contains("{}"), "{language} leaves no place in \"{sentence}\"");
            }
        }
    }

    #[test]
    fn a_film_without_a_title_is_called_one_in_the_readers_language() {
        let embed = |kind, title: Option<&str>| Embed {
            kind,
            title: title.map(str::to_owned),
            target: "https://www.films.example/w/1".parse().unwrap(),
        };
        let words = |tag: &str, embed: &Embed| {
            let wording = Wording::in_language(&Language::parse(tag).unwrap());
            Inline::plain_text(&[wording.embed(embed)])
        };
        assert_eq!(words("fr", &embed(EmbedKind::Film, None)), "Vidéo (films.example)");
        assert_eq!(words("ja", &embed(EmbedKind::Film, None)), "動画（films.example）");
        assert_eq!(words("ja", &embed(EmbedKind::Film, Some("The lock"))), "The lock");
        assert_eq!(words("fr", &embed(EmbedKind::Page, None)), "films.example");
    }

    #[test]
    fn a_moment_is_printed_as_the_day_that_its_readers_saw() {
        let stated = Moment::at(date(2020, 7, 10), jiff::civil::time(1, 30, 0, 0), Some(jiff::tz::offset(0)));
        let seen = stated.on(date(2020, 7, 9)).unwrap();
        assert_eq!(moment_in_words(seen, &Language::parse("en").unwrap()), "9 July 2020");
    }

    #[test]
    fn a_date_is_written_as_its_language_writes_it() {
        let written = |tag: &str| date_in_words(date(2026, 11, 23), &Language::parse(tag).unwrap());
        assert_eq!(written("en"), "23 November 2026");
        assert_eq!(written("en-US"), "November 23, 2026");
        assert_eq!(written("de"), "23. November 2026");
        assert_eq!(written("es"), "23 de noviembre de 2026");
        assert_eq!(written("ja"), "2026年11月23日");
    }
}
