//! The lead picture, where it stands outside the body: between headline and body, or in a box of its own.

use super::candidates::ImageCandidate;
use super::lead_signs::{Sign, Signs};
use super::measures::PageMeasures;
use super::names::Words;
use super::sightings::{PictureSightings, Sighting};
use super::{address, identity};
use crate::clean::view::measures::Chars;
use crate::lexicon;

/// Whether `words` name the box of a lead picture.
pub(super) fn is_named_hero(words: &Words) -> bool {
    words.has_one_of(&lexicon::FIGURES_HEROES)
}

/// The pictures outside the body, each with what speaks for it as the lead.
#[derive(Debug)]
pub(super) struct Outside {
    /// By their places in [`PictureSightings::pictures`], in page order.
    signs: Vec<(usize, Signs)>,
}

impl Outside {
    /// `named` is the picture that the page's head names. It is often a crop, and often another picture: it
    /// makes a likely picture surer, and is never taken by itself.
    pub(super) fn of(sightings: &PictureSightings, measures: &PageMeasures, named: Option<&str>) -> Self {
        let named = named.map(identity::identity);
        let outside =
            sightings.pictures.iter().enumerate().filter(|(_, picture)| !picture.in_body && picture.refusal.is_none());
        let mut signs: Vec<_> =
            outside.map(|(at, picture)| (at, signs_of(picture, measures, named.as_deref()))).collect();
        let mut there = signs.iter_mut().filter(|(_, signs)| signs.has(Sign::BetweenHeadlineAndBody));
        if let (Some((at, alone)), None) = (there.next(), there.next())
            && alone.weight() == Sign::BetweenHeadlineAndBody.weight()
            && sightings.pictures[*at].offers.iter().all(is_photograph)
        {
            alone.add(Sign::Alone);
        }
        Self { signs }
    }

    /// The lead picture, if one of them is likely enough; the first of equals.
    pub(super) fn lead(&self) -> Option<usize> {
        let best = self.signs.iter().max_by(|a, b| a.1.weight().cmp(&b.1.weight()).then(b.0.cmp(&a.0)))?;
        (best.1.weight() >= ENOUGH).then_some(best.0)
    }

    pub(super) fn signs(&self, at: usize) -> Signs {
        let place = self.signs.binary_search_by_key(&at, |(at, _)| *at);
        place.map(|place| self.signs[place].1).unwrap_or_default()
    }
}

/// A label or a date between a picture and the headline below it.
const NOTHING_TO_READ: Chars = Chars(120);

/// In pixels: lead pictures are wider.
const NARROW: f64 = 240.0;

/// What a picture outside the body must reach to be its lead.
const ENOUGH: i32 = 4;

/// Whether an address is of a format that drawings have.
fn is_drawing(offer: &ImageCandidate) -> bool {
    matches!(address::extension(&offer.address), Some("png" | "gif" | "svg"))
}

/// Whether an address is of a format that photographs have.
fn is_photograph(offer: &ImageCandidate) -> bool {
    matches!(address::extension(&offer.address), Some("jpg" | "jpeg" | "webp" | "avif"))
}

/// What speaks for and against one picture; `named` is the identity of the one that the page's head names.
fn signs_of(picture: &Sighting, measures: &PageMeasures, named: Option<&str>) -> Signs {
    let headline = measures.headline;
    let after_headline = headline.is_some_and(|headline| picture.element > headline);
    // Right above the headline, with nothing to read between.
    let over_headline = headline.is_some_and(|headline| {
        let before = measures.text_before(picture.element);
        !after_headline && measures.text_before(headline).saturating_sub(before) < NOTHING_TO_READ
    });
    let is_named = named.is_some_and(|named| {
        picture.identity == named || picture.offers.iter().any(|offer| identity::identity(&offer.address) == named)
    });
    let width = picture.offers.iter().filter_map(|offer| offer.width).fold(0.0, f64::max);
    let has = |sign: &Sign| match sign {
        Sign::Named => is_named,
        Sign::BetweenHeadlineAndBody => (after_headline || over_headline) && measures.is_before_body(picture.element),
        Sign::Hero => picture.in_hero,
        Sign::InFigure => picture.in_figure,
        Sign::Wide => width >= 400.0,
        Sign::Narrow => width > 0.0 && width < NARROW,
        Sign::LeadsElsewhere => picture.link.is_some(),
        Sign::BeforeHeadline => headline.is_some() && !after_headline && !over_headline && !is_named,
        Sign::AfterBody => measures.is_behind_body(picture.element),
        Sign::Drawing => width == 0.0 && !picture.in_figure && !is_named && picture.offers.iter().all(is_drawing),
        Sign::InAside => picture.in_aside && !picture.in_figure,
        // Told when all are known.
        Sign::Alone => false,
    };
    Signs::which(has)
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
    fn a_drawing_of_which_nothing_is_told_is_no_lead() {
        let page = |image: &str| format!("<h1>The ferry</h1><div class=header><img {image}></div><main>{TEXT}</main>");
        assert_eq!(figures(&page("src=/calendar-black.png")), []);
        assert_eq!(figures(&page("src=/ferry-in-march.jpg")).len(), 1);
        assert_eq!(figures(&page("src=/map-of-the-river.png width=900 height=600")).len(), 1);
    }

    #[test]
    fn a_photograph_that_stands_alone_at_the_headline_is_the_lead_though_nothing_is_told_of_it() {
        let page = |pictures: &str| format!("<h1>The ferry</h1><div>{pictures}</div><main>{TEXT}</main>");
        assert_eq!(figures(&page("<img src=/ferry-in-march.jpg>")).len(), 1);
        assert_eq!(figures(&page("<img src=/merrow-lines.jpg><img src=/tide-tables.jpg>")), []);
        assert_eq!(figures(&page("<a href=/pilots><img src=/ferry-in-march.jpg></a>")), []);
    }

    #[test]
    fn a_picture_in_an_aside_is_no_lead_unless_the_head_names_it() {
        let aside = "<h1>The ferry</h1><aside><div class=thumbnail><img src=/harbour-fire-640.jpg></div></aside>";
        assert_eq!(figures(&format!("{aside}<main>{TEXT}</main>")), []);
        let named = "<meta property=og:image content=https://example.org/harbour-fire-1200.jpg>";
        assert_eq!(figures(&format!("{named}{aside}<main>{TEXT}</main>")).len(), 1);
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
