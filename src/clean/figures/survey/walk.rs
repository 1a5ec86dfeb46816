//! The second walk over a page: the pictures, with what stands around each.

use super::super::candidates::{Offer, OfferKind};
use super::super::furniture::{self, Furniture};
use super::super::names::Words;
use super::super::ornament::{self, Setting};
use super::super::refusal::{Refusal, Refused};
use super::super::showing::Showing;
use super::super::{address, frame, identity, lead, names, teaser};
use super::{Extent, Shown, Survey, Twin};
use crate::clean::attributes::Attributes;
use ego_tree::NodeId;
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// What is known at a point of the walk from the elements around it.
#[derive(Debug, Clone, Copy, Default)]
struct Context<'a> {
    furniture: Option<Furniture>,
    in_body: bool,
    in_figure: bool,
    in_hero: bool,
    in_aside: bool,
    link: Option<&'a str>,
}

/// An element that the walk is in.
#[derive(Debug)]
struct Open<'a> {
    element: ElementRef<'a>,
    /// The place of the last node inside.
    end: usize,
    /// How many pictures stand before it.
    before: usize,
    /// What is known inside of it; found out where there is a picture to be judged by it, and most elements hold none.
    context: Option<Context<'a>>,
}

impl<'a> Survey<'a> {
    /// Second walk: the pictures, with what stands around each.
    pub(super) fn find_pictures(&mut self, page: Option<&Url>) {
        let mut by_identity: BTreeMap<String, usize> = BTreeMap::new();
        let mut open: Vec<Open<'a>> = Vec::new();
        let mut passed_over = 0;
        let mut words = Words::default();
        let whole_body: usize = self.body.iter().map(|id| self.extent(*id).characters).sum();
        for at in 0..self.elements.len() {
            let element = self.elements[at];
            let Extent { place, end, .. } = self.extent(element.id());
            if place <= passed_over {
                continue;
            }
            while let Some(closed) = open.pop_if(|around| around.end < place) {
                self.count_pictures(&closed);
            }
            open.push(Open { element, end, before: self.pictures.len(), context: None });
            let name = element.value().name();
            let found = if Showing::is_likely(element) {
                let context = self.context(&mut open, whole_body, &mut words);
                self.picture_at(element, context, page)
            } else {
                None
            };
            if let Some(found) = found {
                self.add(found, &mut by_identity);
                if matches!(name, "picture" | "noscript") {
                    passed_over = end;
                }
            } else if matches!(name, "picture" | "script" | "template" | "head") {
                passed_over = end;
            }
        }
        open.iter().for_each(|last| self.count_pictures(last));
    }

    /// Notes how many pictures stand in an element, behind which the walk has come.
    fn count_pictures(&mut self, closed: &Open) {
        let pictures = self.pictures.len() - closed.before;
        if pictures > 0
            && let Some(extent) = self.extents.get_mut(&closed.element.id())
        {
            extent.pictures = pictures;
        }
    }

    /// Leaves among the figures with ornaments those that hold nothing to be seen or read beside them.
    pub(super) fn keep_bare_ornaments(&mut self, document: &'a Html) {
        let showing: BTreeSet<NodeId> = self.pictures.iter().flat_map(Shown::elements).collect();
        let extents = &self.extents;
        let is_bare = |figure: &NodeId| {
            extents.get(figure).is_some_and(|extent| extent.characters <= LONGEST_OF_ORNAMENT)
                && document.tree.get(*figure).is_some_and(|figure| {
                    figure.descendants().all(|inner| {
                        let name = inner.value().as_element().map_or("", |element| element.name());
                        !showing.contains(&inner.id()) && !MATTER.contains(&name)
                    })
                })
        };
        self.ornaments.retain(is_bare);
    }

    /// What is known inside the last of the elements that are `open`.
    fn context(&self, open: &mut [Open<'a>], whole_body: usize, words: &mut Words) -> Context<'a> {
        let unknown = open.iter().rposition(|around| around.context.is_some()).map_or(0, |known| known + 1);
        let mut context = unknown.checked_sub(1).and_then(|known| open[known].context).unwrap_or_default();
        for around in &mut open[unknown..] {
            context = self.context_in(around.element, context, whole_body, words);
            around.context = Some(context);
        }
        context
    }

    /// `words` are whatever they were; used for the names of the element, they spare a place to put them each time.
    fn context_in(
        &self,
        element: ElementRef<'a>,
        outer: Context<'a>,
        whole_body: usize,
        words: &mut Words,
    ) -> Context<'a> {
        let value = element.value();
        let mut context = outer;
        context.in_body |= self.body.contains(&element.id());
        let holds_much = self.extent(element.id()).characters * 2 > whole_body && whole_body > 0;
        // A body of many elements may have furniture among them; one element is the body, whatever it is called.
        let is_body = self.body.len() == 1 && self.body.contains(&element.id());
        let is_around = self.around_body.contains(&element.id()) || is_body || holds_much;
        // In furniture all pictures are the furniture's, whatever else is around them.
        let is_looked_at = !is_around && context.furniture.is_none();
        if is_looked_at {
            words.become_those_of(value);
            context.furniture = furniture::furniture(value, words);
        }
        match value.name() {
            "figure" => context.in_figure = !frame::is_quotation(element),
            "aside" => context.in_aside = true,
            "a" => context.link = value.attribute("href").or(context.link),
            "article" | "main" => context.in_figure = false,
            _ => {}
        }
        if is_looked_at && !context.in_hero {
            context.in_hero = lead::is_named_hero(words);
        }
        context
    }

    fn picture_at(&mut self, element: ElementRef<'a>, context: Context<'a>, page: Option<&Url>) -> Option<Shown<'a>> {
        let is_picture = matches!(element.value().name(), "img" | "amp-img" | "picture");
        if let Some(furniture) = context.furniture {
            self.refused
                .extend(is_picture.then(|| Refused { element: element.id(), why: Refusal::Furniture(furniture) }));
            return None;
        }
        let Some(Showing { mut offers, alt, image }) = Showing::of(element) else {
            self.refused.extend(is_picture.then(|| Refused { element: element.id(), why: Refusal::NoAddress }));
            return None;
        };
        let setting = self.setting(element, context, page);
        if let Some(ornament) = ornament::ornament(&image, &offers, setting) {
            self.refused.push(Refused { element: element.id(), why: Refusal::Ornament(ornament) });
            let around =
                element.ancestors().filter_map(ElementRef::wrap).find(|around| around.value().name() == "figure");
            self.ornaments.extend(around.filter(|_| context.in_figure && context.in_body).map(|figure| figure.id()));
            return None;
        }
        let link = context.link.filter(|target| !target.starts_with('#'));
        let (full, link) = match link {
            Some(target) if address::names_a_picture(target) => (Some(target), None),
            other => (None, other),
        };
        if let Some(target) = full {
            let is_same = identity::identity(target) == identity::identity(&offers.first()?.address);
            if is_same || context.in_figure {
                let width = address::width(target);
                offers.push(Offer { address: target.to_owned(), width, mime: None, kind: OfferKind::Full });
            }
        }
        let is_box = !matches!(element.value().name(), "img" | "amp-img" | "image" | "picture" | "noscript" | "figure");
        Some(Shown {
            element,
            place: self.extent(element.id()).place,
            identity: identity::identity(&offers.first()?.address),
            offers,
            alt,
            twins: Vec::new(),
            in_body: context.in_body,
            link,
            in_figure: context.in_figure,
            in_hero: context.in_hero,
            in_aside: context.in_aside,
            is_backdrop: is_box && self.characters(element.id()) > 0,
            refusal: None,
        })
    }

    /// What is known of the picture of `element` from around it.
    fn setting(&self, element: ElementRef, context: Context, page: Option<&Url>) -> Setting {
        let link = context.link.filter(|target| !target.starts_with('#') && !address::names_a_picture(target));
        let target = link.and_then(|link| Url::parse(link).ok());
        let leads_off_site =
            target.zip(page).is_some_and(|(target, page)| target.has_host() && !teaser::is_same_site(&target, page));
        let around = std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap).take(2));
        let is_bare = |around: &ElementRef| self.characters(around.id()) == 0;
        let is_round = { around }.take_while(is_bare).any(|around| names::is_round(around.value()));
        Setting { in_figure: context.in_figure, is_linked: link.is_some(), leads_off_site, is_round }
    }

    /// Adds a picture, or another place of one that is there already.
    fn add(&mut self, found: Shown<'a>, by_identity: &mut BTreeMap<String, usize>) {
        if let Some(&first) = by_identity.get(&found.identity) {
            let first = &mut self.pictures[first];
            first.offers.extend(found.offers);
            if first.alt.is_empty() {
                first.alt = found.alt;
            }
            if found.in_body && !first.in_body {
                // Where it stands in the body is its place; the other was a gallery's or the lead's.
                let other = std::mem::replace(&mut first.element, found.element);
                first.twins.push(Twin { element: other, in_body: false });
                (first.place, first.in_body, first.in_figure, first.link) =
                    (found.place, true, found.in_figure, found.link);
            } else {
                first.twins.push(Twin { element: found.element, in_body: found.in_body });
            }
            return;
        }
        let others = found.offers.iter().skip(1).map(|offer| identity::identity(&offer.address));
        for identity in std::iter::once(found.identity.clone()).chain(others) {
            by_identity.entry(identity).or_insert(self.pictures.len());
        }
        self.pictures.push(found);
    }
}

/// In characters; who writes more below an icon writes of something else.
const LONGEST_OF_ORNAMENT: usize = 420;

/// What else a `figure` may be there for.
const MATTER: &[&str] =
    &["audio", "blockquote", "canvas", "code", "iframe", "li", "math", "object", "pre", "svg", "table", "video"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::metadata::Metadata;

    fn addresses(html: &str) -> Vec<Vec<String>> {
        let document = Html::parse_document(html);
        let survey = Survey::of(&document, &[], &Metadata::default(), None);
        let pictures = survey.pictures.iter();
        pictures.map(|picture| picture.offers.iter().map(|offer| offer.address.clone()).collect()).collect()
    }

    #[test]
    fn a_noscript_twin_is_the_same_picture() {
        let found = addresses(
            "<p><img src='data:image/gif;base64,R0lGOD' data-src=/tide-gate-2024.jpg><noscript><img src=/tide-gate-2024.jpg></noscript>",
        );
        assert_eq!(found.len(), 1);
        let found = addresses("<div><noscript><img src=/tide-gate-2024.jpg></noscript></div>");
        assert_eq!(found, [["/tide-gate-2024.jpg"]]);
    }

    #[test]
    fn a_background_counts_where_the_box_is_named_for_a_picture() {
        let html = |class| format!("<div class={class} style=\"background-image: url('/tide-gate-2024.jpg')\"></div>");
        assert_eq!(addresses(&html("hero")), [["/tide-gate-2024.jpg"]]);
        assert_eq!(addresses(&html("column")), Vec::<Vec<String>>::new());
    }

    #[test]
    fn the_address_in_any_lazy_attribute_is_found() {
        for attribute in ["data-src", "data-original", "data-lazy-src", "datasrc", "data-platform-src"] {
            let html = format!("<img src=/spacer.gif {attribute}=/tide-gate-2024.jpg>");
            assert_eq!(addresses(&html), [["/tide-gate-2024.jpg"]], "{attribute}");
        }
    }

    #[test]
    fn what_a_part_of_the_page_is_called_keeps_its_pictures_out() {
        assert!(addresses("<div class=related-stories><img src=/tide-gate-2024.jpg></div>").is_empty());
        assert!(addresses("<nav><img src=/tide-gate-2024.jpg></nav>").is_empty());
    }

    #[test]
    fn what_stands_again_and_again_between_the_paragraphs_is_no_content() {
        use super::super::super::tests::figures;
        let text = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>".repeat(4);
        let badge = "<figure><img src=/best-of-the-river-2026.png></figure>";
        assert_eq!(figures(&format!("<main>{}</main>", format!("{text}{badge}").repeat(3))).len(), 0);
        assert_eq!(figures(&format!("<main>{}{text}</main>", format!("{text}{badge}").repeat(2))).len(), 1);
        let screens = format!("{badge}{badge}{badge}");
        assert_eq!(
            figures(&format!("<main>{text}{screens}{text}</main>")).len(),
            1,
            "for several screens at one place"
        );
    }
}
