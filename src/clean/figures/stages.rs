//! The stages at which pictures are refused for what stands around them, in the order in which they are asked.

use super::refusal::Refusal;
use super::survey::{Shown, Survey};
use super::{note, portrait, screens, teaser};
use url::Url;

/// Refuses the pictures of a survey that belong to something else than the article, each for the first reason that holds.
/// `authors` are those of the article.
pub(super) fn refuse(survey: &mut Survey, authors: &[String], page: Option<&Url>) {
    for at in 0..survey.pictures.len() {
        let picture = &survey.pictures[at];
        let refusal = if teaser::leads_elsewhere(picture.element, survey, page) {
            Some(Refusal::Teaser)
        } else if teaser::is_announced(picture, survey) {
            Some(Refusal::Announced)
        } else if portrait::is_of_author(picture, survey, authors) {
            Some(Refusal::Author)
        } else if note::is_in_one(picture, survey) {
            Some(Refusal::Note)
        } else if screens::is_for_a_narrower(picture.element) {
            Some(Refusal::NarrowScreen)
        } else {
            recurs(picture, survey).then_some(Refusal::Recurrent)
        };
        survey.pictures[at].refusal = refusal;
    }
}

/// Whether a picture stands between the paragraphs of the body at several places: a badge, a row of stars, a rule.
fn recurs(picture: &Shown, survey: &Survey) -> bool {
    let twins = picture.twins.iter().filter(|twin| twin.in_body && twin.element.value().name() != "noscript");
    let mut before: Vec<usize> = twins
        .map(|twin| twin.element.id())
        .chain([picture.element.id()])
        .map(|id| survey.characters_before(id))
        .collect();
    before.sort_unstable();
    let parted = before.windows(2).filter(|pair| pair[1] - pair[0] >= PARAGRAPH).count();
    picture.in_body && parted + 1 >= RECURRENT
}

/// At so many places no page shows a picture for its own sake.
const RECURRENT: usize = 3;
/// In characters: what lies between two of them.
const PARAGRAPH: usize = 200;
