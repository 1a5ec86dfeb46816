//! Puts an issue together from its articles and their pictures.

use super::{Issue, LanguageChoice, PictureCredit, Wording, date_in_words};
use crate::article::{Article, Inline, Language};
use crate::pictures::Pictures;
use jiff::civil::Date;
use uuid::Uuid;

/// The publisher named in the metadata of every issue.
const PUBLISHER: &str = "Bindery";

/// Names the issues among all things that have a UUID of version 5 (RFC 9562, section 5.5).
const NAMESPACE: Uuid = Uuid::from_u128(0x6b2f_1c0a_9d57_4e35_8a41_3f0b_62d7_c918);

impl Issue {
    /// The issue of `date` with these articles in this order, in the language of most; without `title` it is a digest.
    pub fn assemble(title: Option<&str>, date: Date, articles: Vec<Article>, pictures: Pictures) -> Self {
        let language = LanguageChoice::default().of_issue(&articles);
        Self::assemble_in(language, title, date, articles, pictures)
    }

    /// The same in this language.
    pub fn assemble_in(
        language: Language,
        title: Option<&str>,
        date: Date,
        articles: Vec<Article>,
        pictures: Pictures,
    ) -> Self {
        let wording = Wording::in_language(&language);
        let digest = || format!("{}{}{}", wording.digest, language.comma(), date_in_words(date, &language));
        let title = title.map_or_else(digest, str::to_owned);
        Self {
            identifier: identifier_of(&title, date, &articles),
            credits: credits_of(&articles, &pictures),
            title,
            date,
            language,
            publisher: PUBLISHER.to_owned(),
            articles,
            pictures,
            cover: None,
            wording,
        }
    }
}

fn identifier_of(title: &str, date: Date, articles: &[Article]) -> Uuid {
    let mut name = format!("{title}\n{date}\n");
    for article in articles {
        let address = article.url.as_ref().map_or("", |url| url.as_str());
        name.push_str(&format!("{}\t{address}\n", article.headline));
    }
    Uuid::new_v5(&NAMESPACE, name.as_bytes())
}

/// A credit for every picture that was got and has one; a picture that is not there has nothing to credit.
fn credits_of(articles: &[Article], pictures: &Pictures) -> Vec<PictureCredit> {
    let mut credits = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        for (place, figure) in article.figures().into_iter().enumerate() {
            let got = matches!(pictures.outcome(&figure.picture), Some(Ok(_)));
            let Some(credit) = figure.credit.as_ref().filter(|_| got) else { continue };
            let caption = Inline::plain_text(&figure.caption);
            let caption = if caption.is_empty() { figure.alt.clone() } else { caption };
            credits.push(PictureCredit { article: at, figure: place, caption, credit: credit.clone() });
        }
    }
    credits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Address, Block, Credit, Figure, PictureSource};
    use crate::pictures::{Missing, Picture};
    use jiff::civil::date;
    use std::collections::{BTreeMap, BTreeSet};

    fn figure(name: &str) -> Figure {
        Figure {
            picture: PictureSource::new(Address::File(name.into()), []),
            caption: Vec::new(),
            credit: Some(Credit::new(format!("maker of {name}"))),
            alt: format!("alt of {name}"),
        }
    }

    fn article(language: &str, figures: &[&str]) -> Article {
        Article {
            language: Language::parse(language),
            body: figures.iter().map(|name| Block::Figure(figure(name))).collect(),
            ..Article::headed("Tides")
        }
    }

    #[test]
    fn an_issue_without_a_title_is_a_digest_in_the_language_of_most_articles() {
        let articles = vec![article("en", &[]), article("de-AT", &[]), article("de", &[]), article("", &[])];
        let issue = Issue::assemble(None, date(2026, 11, 23), articles, Pictures::default());
        assert_eq!(issue.language.to_string(), "de-AT");
        assert_eq!(issue.title, "Lesemappe, 23. November 2026");
    }

    #[test]
    fn a_digest_of_five_languages_is_in_english_or_in_the_language_that_it_is_assembled_in() {
        let articles = || ["ar", "de", "en", "fr", "ja"].map(|language| article(language, &[])).to_vec();
        let issue = Issue::assemble(None, date(2026, 11, 23), articles(), Pictures::default());
        assert_eq!(issue.title, "Digest, 23 November 2026");
        let french = Language::parse("fr").unwrap();
        let issue = Issue::assemble_in(french, None, date(2026, 11, 23), articles(), Pictures::default());
        assert_eq!((issue.language.primary(), issue.wording.and.as_str()), ("fr", "et"));
    }

    #[test]
    fn only_pictures_that_are_there_are_credited() {
        let mut pictures = Pictures::default();
        let there =
            Picture { renditions: BTreeMap::new(), from: "here".into(), credit: None, lacking: BTreeSet::new() };
        pictures.insert(figure("a").picture, Ok(there));
        pictures.insert(figure("b").picture, Err(Missing { why: "gone".into() }));
        let issue = Issue::assemble(None, date(2026, 11, 23), vec![article("en", &["b", "a"])], pictures);
        let expected =
            PictureCredit { article: 0, figure: 1, caption: "alt of a".into(), credit: Credit::new("maker of a") };
        assert_eq!(issue.credits, [expected]);
    }

    #[test]
    fn the_identifier_depends_on_what_is_in_the_issue_and_on_nothing_else() {
        let issue = |title| Issue::assemble(title, date(2026, 11, 23), vec![article("en", &[])], Pictures::default());
        assert_eq!(issue(Some("A")).identifier, issue(Some("A")).identifier);
        assert_ne!(issue(Some("A")).identifier, issue(Some("B")).identifier);
    }
}
