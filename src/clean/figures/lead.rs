//! The lead picture, where it stands outside the body: between headline and body, or in a box of its own.

use super::address;
use super::names::{WordList, Words};
use super::survey::{Shown, Survey};

/// Whether `words` name the box of a lead picture.
pub(super) fn is_named_hero(words: &Words) -> bool {
    words.has_one_of(&HEROES)
}

/// Words in the names of a lead picture's box.
static HEROES: WordList = WordList::new(&[
    "hero",
    "lead",
    "lede",
    "featured",
    "opener",
    "aufmacher",
    "aufmacherbild",
    "main",
    "top",
    "cover",
    "leadimage",
    "thumbnail",
    "header",
    "head",
]);

/// The lead picture among those that stand outside the body, as a place in [`Survey::pictures`].
///
/// `named` is the picture that the page's head names. It is often a crop, and often another picture: it
/// makes a likely picture surer, and is never taken by itself.
pub(super) fn find(survey: &Survey, named: Option<&str>) -> Option<usize> {
    let named = named.map(address::identity);
    let outside = survey.pictures.iter().enumerate().filter(|(_, picture)| !picture.in_body && !picture.is_teaser);
    let scored = outside.map(|(at, picture)| (score(picture, survey, named.as_deref()), at));
    let (score, at) = scored.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)))?;
    (score >= ENOUGH).then_some(at)
}

/// What a picture outside the body must reach to be its lead.
const ENOUGH: i32 = 4;

fn score(picture: &Shown, survey: &Survey, named: Option<&str>) -> i32 {
    let (body_start, body_end) = survey.body_extent;
    if picture.place > body_end {
        return 0;
    }
    let after_headline = survey.headline.is_some_and(|headline| picture.place > headline.place);
    // Right above the headline, with nothing to read between.
    let over_headline = survey.headline.is_some_and(|headline| {
        let before = survey.characters_before(picture.element.id());
        !after_headline && headline.before.saturating_sub(before) < 120
    });
    let before_body = picture.place < body_start;
    let is_named = named.is_some_and(|named| {
        picture.identity == named || picture.offers.iter().any(|offer| address::identity(&offer.address) == named)
    });
    let width = picture.offers.iter().filter_map(|offer| offer.width).fold(0.0, f64::max);
    let mut score = 0;
    // The picture that the page shows to the world, shown on the page too.
    score += if is_named { 4 } else { 0 };
    // Right where a lead picture stands.
    score += if (after_headline || over_headline) && before_body { 3 } else { 0 };
    score += if picture.in_hero { 1 } else { 0 };
    score += if picture.in_figure { 1 } else { 0 };
    score += if width >= 400.0 { 1 } else { 0 };
    score -= if width > 0.0 && width < 200.0 { 2 } else { 0 };
    // A picture that leads to another page is that page's.
    score -= if picture.link.is_some() { 5 } else { 0 };
    score -= if survey.headline.is_some() && !after_headline && !over_headline && !is_named { 2 } else { 0 };
    score
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn the_picture_between_headline_and_body_is_the_lead() {
        let found = figures(&format!(
            "<h1>The ferry</h1><figure><img src=/ferry-in-march.jpg width=900 height=600><figcaption>A ferry (AP)</figcaption></figure>\
             <main>{TEXT}<img src=/ferry-in-june.jpg>{TEXT}</main>"
        ));
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].caption.as_str(), found[0].credit.as_deref()), ("A ferry", Some("AP")));
    }

    #[test]
    fn a_backdrop_of_the_headline_is_the_lead_and_its_words_are_no_caption() {
        let found = figures(&format!(
            "<section class=hero style='background-image:url(/ferry-in-march-1600x900.jpg)'><h1>The ferry</h1><p>It stopped.</p></section><main>{TEXT}</main>"
        ));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].caption.as_str(), &found[0].credit), ("", &None));
    }

    #[test]
    fn logos_portraits_and_pictures_after_the_body_are_no_leads() {
        for outside in [
            format!("<a href=/><img src=/courier-logo.png></a><h1>The ferry</h1><main>{TEXT}</main>"),
            format!("<h1>The ferry</h1><div class=author><img src=/ines-okafor-portrait.jpg></div><main>{TEXT}</main>"),
            format!("<h1>The ferry</h1><main>{TEXT}</main><figure><img src=/harbour-fire.jpg width=900></figure>"),
            format!("<h1>The ferry</h1><a href=/other><img src=/harbour-fire.jpg width=900></a><main>{TEXT}</main>"),
        ] {
            assert_eq!(figures(&outside), [], "{outside}");
        }
    }

    #[test]
    fn a_lead_that_the_body_repeats_is_shown_once() {
        let found = figures(&format!(
            "<h1>The ferry</h1><figure><img src=/ferry-in-march-1200x800.jpg></figure>\
             <main><figure><img src=/ferry-in-march-640x480.jpg><figcaption>A ferry</figcaption></figure>{TEXT}</main>"
        ));
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].places[0].as_str(), found[0].caption.as_str()),
            ("/ferry-in-march-1200x800.jpg", "A ferry")
        );
    }
}
