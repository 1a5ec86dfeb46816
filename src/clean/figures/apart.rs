//! The words of the lead picture that stand apart from it: below the headline, or at the foot of the article.

use super::credit::{self, Parted};
use super::measures::PageMeasures;
use super::names::Words;
use super::role::Role;
use super::sightings::PictureSightings;
use super::wording::rule::CaptionRule;
use super::wording::{Caption, Credited, Wording};
use super::{furniture, label};
use crate::article::{Found, Inline};
use crate::clean::view::addresses::Addresses;
use crate::clean::view::measures::Chars;
use crate::clean::view::tree::{NodeIdx, NodeRange, Tree};

/// What is said apart of a picture that has no words of its own, and the element that says it; looked for from the place
/// `start` on.
pub(super) fn find(
    start: NodeIdx,
    sightings: &PictureSightings,
    measures: &PageMeasures,
    addresses: &Addresses,
) -> Option<(NodeIdx, Wording)> {
    let tree = measures.tree;
    let next_picture = sightings.pictures.iter().map(|picture| picture.element).find(|element| *element >= start);
    let mut soon = None;
    let mut at_foot = None;
    for element in NodeRange::new(start, tree.nodes().end).filter(|node| tree.is_element(*node)) {
        let length = measures.text_in(element);
        if length == Chars::ZERO || length > LONGEST || sightings.pictures_in(element, measures) > 0 {
            continue;
        }
        let before = measures.text_before(element);
        let is_near = before <= *soon.get_or_insert(before + NEAR) && next_picture.is_none_or(|next| element < next);
        if is_near
            && let Some(wording) = near(element, tree, addresses)
            && !is_of_others(element, measures)
        {
            return Some((element, wording));
        }
        if at_foot.is_none()
            && let Some(wording) = foot(element, tree)
        {
            at_foot = Some((element, wording));
        }
    }
    at_foot
}

/// Whether an element stands among the teasers of other articles, or in another part of the page that is none of this one's.
fn is_of_others(element: NodeIdx, measures: &PageMeasures) -> bool {
    let tree = measures.tree;
    let is_furniture = |around: NodeIdx| {
        tree.element(around).is_some_and(|around| furniture::furniture(around, &Words::of(around)).is_some())
    };
    // What holds the headline is the page's, whatever it is called.
    let mut around = tree.ancestors(element).take_while(|around| !measures.is_around_body(*around));
    around.any(|around| is_furniture(around) && measures.text_in(around) <= LONGEST_PART)
}

/// Longer parts of a page are called all sorts of things.
const LONGEST_PART: Chars = Chars(2_000);

/// How much text may lie between a picture and its words: a headline, a standfirst, a byline, a share bar.
const NEAR: Chars = Chars(900);

/// No caption that stands apart is longer.
const LONGEST: Chars = Chars(500);

/// An element that is called a caption or a credit and reads like one.
fn near(element: NodeIdx, tree: &Tree, addresses: &Addresses) -> Option<Wording> {
    let is_called_so = matches!(Role::of(element, tree), Role::Credit | Role::Caption);
    if !is_called_so {
        return None;
    }
    let text = tree.texts(element).collect::<Vec<_>>().join(" ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parted = credit::part(&text)?;
    let inlines = super::caption::inlines(element, tree, &|_| false, addresses);
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
fn foot(element: NodeIdx, tree: &Tree) -> Option<Wording> {
    if !matches!(tree.name(element), "p" | "div" | "section" | "span" | "small" | "em" | "li" | "i") {
        return None;
    }
    let mut words = tree.texts(element).flat_map(str::split_whitespace);
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
