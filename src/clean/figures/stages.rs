//! The stages at which pictures are refused for what stands around them, in the order in which they are asked.

use super::measures::PageMeasures;
use super::refusal::Refusal;
use super::sightings::{PictureSightings, Sighting};
use super::{note, portrait, screens, teaser};
use crate::clean::rules::Rule;
use crate::clean::view::measures::Chars;
use url::Url;

/// Refuses the pictures that belong to something else than the article, each for the first reason that holds.
/// `authors` are those of the article.
pub(super) fn refuse(
    sightings: &mut PictureSightings,
    measures: &PageMeasures,
    authors: &[String],
    page: Option<&Url>,
) {
    for at in 0..sightings.pictures.len() {
        let picture = &sightings.pictures[at];
        let element = picture.element;
        let stages: [(Rule, &dyn Fn() -> bool, Refusal); 6] = [
            (Rule::PictureTeaser, &|| teaser::leads_elsewhere(element, sightings, measures, page), Refusal::Teaser),
            (Rule::PictureAnnounced, &|| teaser::is_announced(picture, measures), Refusal::Announced),
            (Rule::PictureAuthor, &|| portrait::is_of_author(picture, measures, authors), Refusal::Author),
            (Rule::PictureNote, &|| note::is_in_one(picture, measures), Refusal::Note),
            (Rule::PictureNarrow, &|| screens::is_for_a_narrower(element, measures.tree), Refusal::NarrowScreen),
            (Rule::PictureRecurrent, &|| recurs(picture, measures), Refusal::Recurrent),
        ];
        let refusal = stages.into_iter().find(|(rule, holds, _)| rule.is_asked() && holds());
        sightings.pictures[at].refusal = refusal.map(|(_, _, refusal)| refusal);
    }
}

/// Whether a picture stands between the paragraphs of the body at several places: a badge, a row of stars, a rule.
fn recurs(picture: &Sighting, measures: &PageMeasures) -> bool {
    let duplicates = picture.duplicates.iter().filter(|one| one.in_body).map(|one| one.element);
    let shown = duplicates.filter(|element| measures.tree.name(*element) != "noscript").chain([picture.element]);
    let mut before: Vec<Chars> = shown.map(|element| measures.text_before(element)).collect();
    before.sort_unstable();
    let parted = before.windows(2).filter(|pair| pair[1].saturating_sub(pair[0]) >= PARAGRAPH).count();
    picture.in_body && parted + 1 >= RECURRENT
}

/// At so many places no page shows a picture for its own sake.
const RECURRENT: usize = 3;
/// What lies between two of them.
const PARAGRAPH: Chars = Chars(200);
