//! The article as plain text for people.

use crate::article::{Article, Block, Figure, Inline, Language, plain_text};
use crate::issue::{Wording, moment_in_words};

/// The lines under the headline: standfirst, byline, date and site, address. Empty ones are left out.
pub fn head_lines(article: &Article) -> Vec<String> {
    let language = language_of(article);
    let wording = Wording::in_language(&language);
    let byline =
        (!article.byline.is_empty()).then(|| format!("{} {}", wording.by, article.byline.joined(&wording.and)));
    let date = article.published.map(|moment| moment_in_words(moment, &language));
    let place = [date, article.site.clone(), article.section.clone()];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let address = article.url.as_ref().map(ToString::to_string);
    let lines = [article.standfirst.clone(), byline, Some(place), address];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

/// The language in which the fixed words stand.
pub fn language_of(article: &Article) -> Language {
    article.language.clone().unwrap_or_else(Language::english)
}

/// Headline, head lines and body; a figure is a line of its own.
pub fn in_words(article: &Article) -> String {
    let wording = Wording::in_language(&language_of(article));
    let mut parts = vec![article.headline.clone(), head_lines(article).join("\n")];
    for block in &article.body {
        parts.push(match block {
            Block::Rule => "* * *".to_owned(),
            Block::Embed(embed) => Inline::plain_text(&[wording.embed(embed)]),
            block => plain_text(std::slice::from_ref(block)),
        });
        // Pictures inside lists and quotes follow them: a line of text has no other place for them.
        block.visit(&mut |inside| {
            if let Block::Figure(figure) = inside {
                parts.push(in_brackets(figure));
            }
        });
    }
    for (at, note) in article.notes.iter().enumerate() {
        parts.push(format!("[{}] {}", at + 1, plain_text(&note.content)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn in_brackets(figure: &Figure) -> String {
    let credit = figure.credit.as_ref().map_or("", |credit| credit.text.as_str());
    let caption = Inline::plain_text(&figure.caption);
    let words = [caption.as_str(), credit].into_iter().filter(|words| !words.is_empty());
    format!("[{}: {}]", figure.picture.published(), words.collect::<Vec<_>>().join(" — "))
}
