//! The words of the lead picture that stand apart from it: below the headline, or at the foot of the article.

use super::credit::{self, Parted};
use super::names::Words;
use super::role::Role;
use super::survey::Survey;
use super::wording::rule::CaptionRule;
use super::wording::{Caption, Credited, Wording};
use super::{furniture, label};
use crate::article::{Found, Inline};
use crate::clean::addresses::Addresses;
use ego_tree::NodeId;
use scraper::ElementRef;

/// What is said apart of a picture that has no words of its own, and the element that says it; looked for behind the
/// place `start`.
pub(super) fn find(start: usize, survey: &Survey, addresses: &Addresses) -> Option<(NodeId, Wording)> {
    let next_picture = survey.pictures.iter().map(|picture| picture.place).find(|place| *place > start);
    let mut soon = None;
    let mut at_foot = None;
    for &element in survey.elements_behind(start) {
        let characters = survey.characters(element.id());
        if characters == 0 || characters > LONGEST || survey.pictures_in(element.id()) > 0 {
            continue;
        }
        let place = survey.place(element.id());
        let before = survey.characters_before(element.id());
        let is_near = before <= *soon.get_or_insert(before + NEAR) && next_picture.is_none_or(|next| place < next);
        if is_near
            && let Some(wording) = near(element, addresses)
            && !is_of_others(element, survey)
        {
            return Some((element.id(), wording));
        }
        if at_foot.is_none()
            && let Some(wording) = foot(element)
        {
            at_foot = Some((element.id(), wording));
        }
    }
    at_foot
}

/// Whether an element stands among the teasers of other articles, or in another part of the page that is none of this one's.
fn is_of_others(element: ElementRef, survey: &Survey) -> bool {
    let around =
        element.ancestors().filter_map(ElementRef::wrap).take_while(|around| !survey.is_around_body(around.id()));
    { around }.any(|around| {
        let value = around.value();
        // What holds the headline is the page's, whatever it is called.
        furniture::furniture(value, &Words::of(value)).is_some() && survey.characters(around.id()) <= LONGEST_PART
    })
}

/// In characters; longer parts of a page are called all sorts of things.
const LONGEST_PART: usize = 2_000;

/// How many characters may lie between a picture and its words: a headline, a standfirst, a byline, a share bar.
const NEAR: usize = 900;

/// In characters; no caption that stands apart is longer.
const LONGEST: usize = 500;

/// An element that is called a caption or a credit and reads like one.
fn near(element: ElementRef, addresses: &Addresses) -> Option<Wording> {
    let role = Role::of(element);
    let is_called_so = matches!(role, Role::Credit | Role::Caption);
    if !is_called_so {
        return None;
    }
    let text = element.text().collect::<Vec<_>>().join(" ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parted = credit::part(&text)?;
    let inlines = super::caption::inlines(element, &|_| false, addresses);
    let words = super::caption::words(&inlines);
    // The offsets hold where the words came out the same.
    let caption = if words == text {
        super::caption::cut(&inlines, parted.caption.clone())
    } else {
        plain(&text[parted.caption.clone()])
    };
    let caption = Caption::new(caption, CaptionRule::Apart);
    let credit = Some(Credited::new(parted.into_credit(Found::Page)));
    Some(Wording { caption, credit, ..Wording::default() }.with_links(&inlines))
}

fn plain(text: &str) -> Vec<Inline> {
    if text.is_empty() { Vec::new() } else { vec![Inline::text(text)] }
}

/// "Featured image credit: …": says itself which picture it speaks of, wherever it stands.
fn foot(element: ElementRef) -> Option<Wording> {
    if !matches!(element.value().name(), "p" | "div" | "section" | "span" | "small" | "em" | "li" | "i") {
        return None;
    }
    let mut words = element.text().flat_map(str::split_whitespace);
    let first = words.next().filter(|first| label::is_place(first))?;
    let text = std::iter::once(first).chain(words).collect::<Vec<_>>().join(" ");
    let label = label::at_head(&text)?;
    let is_sure = label.strength >= label::Strength::By;
    let line = is_sure.then(|| credit::whole(&text)).flatten()?;
    let credit = Credited::new(Parted::nothing_but(line).into_credit(Found::Page));
    Some(Wording { credit: Some(credit), ..Wording::default() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn a_credit_at_the_foot_that_names_the_lead_picture_is_its_credit() {
        let page = format!(
            "<h1>The ferry</h1><figure><img src=/ferry-in-march.jpg width=900 height=600></figure><main>{TEXT}{TEXT}\
             <p>Featured image credit: Ines Okafor</p></main>"
        );
        let found = figures(&page);
        assert_eq!(found[0].credit.as_deref(), Some("Ines Okafor"));
    }

    #[test]
    fn a_credit_below_the_headline_is_the_lead_pictures() {
        let page = format!(
            "<header><figure class=hero><img src=/ferry-in-march.jpg width=900 height=600></figure><h1>The ferry</h1></header>\
             <p class=story-credit>The ferry. | Photo by Ines Okafor</p><main>{TEXT}{TEXT}</main>"
        );
        let found = figures(&page);
        assert_eq!(found[0].caption, "The ferry.");
        assert_eq!(found[0].credit.as_deref(), Some("Ines Okafor"));
    }

    #[test]
    fn the_credit_of_another_articles_teaser_is_not_the_lead_pictures() {
        let related = "<div class=related><a href=/fire><img src=/harbour-fire.jpg></a><span class=credit>Photo: Ines Okafor</span></div>";
        let page = format!(
            "<h1>The ferry</h1><main><figure><img src=/ferry-in-march.jpg></figure>{related}{TEXT}{TEXT}</main>"
        );
        assert_eq!(figures(&page)[0].credit, None);
    }

    #[test]
    fn a_byline_below_the_headline_is_no_credit() {
        let page = format!(
            "<figure class=hero><img src=/ferry-in-march.jpg width=900 height=600></figure><h1>The ferry</h1>\
             <p class=byline>By Ines Okafor</p><p class=credits>We thank our readers</p><main>{TEXT}{TEXT}</main>"
        );
        assert_eq!(figures(&page)[0].credit, None);
    }
}
