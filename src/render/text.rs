//! The article as plain text for people.

use super::head::{head_lines, language_of};
use crate::article::{Article, Block, Figure, Inline, plain_text};
use crate::issue::Wording;

/// Headline, standfirst, byline, date, address, body and notes; a figure is a line of its own.
pub fn text(article: &Article) -> String {
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
