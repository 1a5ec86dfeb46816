//! The page of picture credits: who made each picture, with the way back to it.

use super::EpubError;
use super::book::{Leaf, Plan};
use super::frames::Frames;
use super::markup::one_line;
use super::names;
use super::pictures::figure_id;
use super::voice::Voice;
use crate::issue::PictureCredit;
use minijinja::context;
use minijinja::value::Serde;
use serde::Serialize;

/// The credits of the pictures of one article.
#[derive(Debug, Serialize)]
struct Group {
    headline: String,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    /// The figure, or the page of its article where there is no such figure.
    target: String,
    caption: String,
    credit: String,
}

/// The page of picture credits.
pub fn page(plan: &Plan, frames: &Frames) -> Result<Leaf, EpubError> {
    let issue = plan.issue;
    let words = context! {
        root => "",
        voice => Voice::attributes(Some(&Voice::of(&issue.language))),
        wording => Serde(&issue.wording),
        title => &issue.wording.picture_credits,
        groups => Serde(groups(plan)),
    };
    Ok(Leaf {
        file: names::CREDITS.to_owned(),
        title: issue.wording.picture_credits.clone(),
        xhtml: frames.page("credits.xhtml", names::CREDITS, words)?,
        part: None,
    })
}

fn groups(plan: &Plan) -> Vec<Group> {
    let of_one_article = plan.issue.credits.chunk_by(|one, next| one.article == next.article);
    let group = |credits: &[PictureCredit]| {
        let place = credits.first()?.article;
        let file = plan.article_files.get(place)?;
        let figures = plan.issue.articles.get(place)?.figures().len();
        let line = |credit: &PictureCredit| Line {
            target: match credit.figure < figures {
                true => format!("{file}#{}", figure_id(credit.figure)),
                false => file.clone(),
            },
            caption: one_line(&credit.caption),
            credit: one_line(&credit.credit),
        };
        Some(Group { headline: plan.title(place), lines: credits.iter().map(line).collect() })
    };
    of_one_article.filter_map(group).collect()
}
