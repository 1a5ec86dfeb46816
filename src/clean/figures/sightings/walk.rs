//! The walk over a page that finds its pictures, each with what stands around it.

use super::super::candidates::{ImageCandidate, OfferKind};
use super::super::furniture::{self, Furniture};
use super::super::measures::PageMeasures;
use super::super::names::Words;
use super::super::ornament::{self, Setting};
use super::super::refusal::{Refusal, Refused};
use super::super::showing::ImageSource;
use super::super::{address, frame, identity, lead, names, teaser};
use super::{DuplicateSighting, PictureSightings, Sighting};
use crate::clean::rules::Rule;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::measures::Chars;
use crate::clean::view::tree::NodeIdx;
use std::collections::BTreeMap;
use url::Url;

impl<'a> PictureSightings<'a> {
    /// `page` is the page's own address, as far as it is known.
    pub(crate) fn on(measures: &PageMeasures<'a>, page: Option<&Url>) -> Self {
        let mut walk = Walk {
            measures,
            page,
            text_in_body: measures.text_in_body(),
            sightings: Self::default(),
            by_identity: BTreeMap::new(),
            open: Vec::new(),
            words: Words::default(),
        };
        walk.find_pictures();
        walk.keep_bare_ornaments();
        walk.sightings
    }
}

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

struct Walk<'a, 'w> {
    measures: &'w PageMeasures<'a>,
    page: Option<&'w Url>,
    text_in_body: Chars,
    sightings: PictureSightings<'a>,
    by_identity: BTreeMap<String, usize>,
    /// The elements around the last one that was judged, and itself, with what is known inside of each. Most elements of a
    /// page hold no picture, and of those it is never found out.
    open: Vec<(NodeIdx, Context<'a>)>,
    /// The names of the element that is looked at; kept to be written over.
    words: Words,
}

impl<'a> Walk<'a, '_> {
    fn find_pictures(&mut self) {
        let tree = self.measures.tree;
        let mut at = NodeIdx::ROOT;
        while at < tree.nodes().end {
            let Some(element) = tree.element(at) else {
                at = at.next();
                continue;
            };
            let found = if ImageSource::is_likely(element) {
                let context = self.context_in(at);
                self.picture_at(at, context)
            } else {
                None
            };
            let is_passed_over = match element.name() {
                "picture" | "script" | "template" | "head" => true,
                "noscript" => found.is_some(),
                _ => false,
            };
            if let Some(found) = found {
                self.add(found);
            }
            at = if is_passed_over { tree.end(at) } else { at.next() };
        }
    }

    /// Leaves among the figures with ornaments those that hold nothing to be seen or read beside them.
    fn keep_bare_ornaments(&mut self) {
        let showing = self.sightings.elements();
        let tree = self.measures.tree;
        let measures = self.measures;
        self.sightings.ornaments.retain(|figure| {
            measures.text_in(*figure) <= LONGEST_OF_ORNAMENT
                && showing.range(tree.within(*figure)).next().is_none()
                && !tree.within(*figure).any(|inner| MATTER.contains(&tree.name(inner)))
        });
    }

    /// What is known inside of an element.
    fn context_in(&mut self, element: NodeIdx) -> Context<'a> {
        let tree = self.measures.tree;
        while self.open.pop_if(|(around, _)| tree.end(*around) <= element).is_some() {}
        let known = self.open.last().copied();
        let mut unknown = vec![element];
        unknown.extend(tree.ancestors(element).take_while(|around| known.is_none_or(|(known, _)| *around != known)));
        let mut context = known.map_or_else(Context::default, |(_, context)| context);
        for around in unknown.into_iter().rev() {
            context = self.inner_context(around, context);
            self.open.push((around, context));
        }
        context
    }

    fn inner_context(&mut self, node: NodeIdx, outer: Context<'a>) -> Context<'a> {
        let measures = self.measures;
        let Some(element) = measures.tree.element(node) else { return outer };
        let mut context = outer;
        context.in_body |= measures.is_part_of_body(node);
        let text = measures.text_in(node);
        let holds_much = text + text > self.text_in_body && self.text_in_body > Chars::ZERO;
        // A body of many elements may have furniture among them; one element is the body, whatever it is called.
        let is_around = measures.is_around_body(node) || measures.is_whole_body(node) || holds_much;
        // In furniture all pictures are the furniture's, whatever else is around them.
        let is_looked_at = !is_around && context.furniture.is_none();
        if is_looked_at {
            self.words.become_those_of(element);
            context.furniture = furniture::furniture(element, &self.words);
        }
        match element.name() {
            "figure" => context.in_figure = !frame::is_quotation(node, measures.tree),
            "aside" => context.in_aside = true,
            "a" => context.link = element.attribute("href").or(context.link),
            "article" | "main" => context.in_figure = false,
            _ => {}
        }
        if is_looked_at && !context.in_hero {
            context.in_hero = lead::is_named_hero(&self.words);
        }
        context
    }

    fn picture_at(&mut self, node: NodeIdx, context: Context<'a>) -> Option<Sighting<'a>> {
        let tree = self.measures.tree;
        let name = tree.name(node);
        let is_picture = matches!(name, "img" | "amp-img" | "picture");
        let refused = |why| Refused { element: node, why };
        if let Some(furniture) = context.furniture.filter(|_| Rule::PictureBoilerplate.is_asked()) {
            self.sightings.refused.extend(is_picture.then(|| refused(Refusal::Furniture(furniture))));
            return None;
        }
        let Some(ImageSource { mut offers, alt, image }) = ImageSource::of(node, tree) else {
            self.sightings.refused.extend(is_picture.then(|| refused(Refusal::NoAddress)));
            return None;
        };
        let setting = self.setting(node, context);
        let ornament = ornament::ornament(&image, &offers, setting).filter(|_| Rule::PictureOrnament.is_asked());
        if let Some(ornament) = ornament {
            self.sightings.refused.push(refused(Refusal::Ornament(ornament)));
            let figure = tree.ancestors(node).find(|around| tree.name(*around) == "figure");
            self.sightings.ornaments.extend(figure.filter(|_| context.in_figure && context.in_body));
            return None;
        }
        let link = context.link.filter(|target| !target.starts_with('#'));
        let (full, link) = match link {
            Some(target) if address::names_a_picture(target) => (Some(target), None),
            other => (None, other),
        };
        let identity = identity::identity(&offers.first()?.address);
        if let Some(target) = full
            && (context.in_figure || identity::identity(target) == identity)
        {
            let width = address::width(target);
            offers.push(ImageCandidate { address: target.to_owned(), width, mime: None, kind: OfferKind::Full });
        }
        let is_box = !matches!(name, "img" | "amp-img" | "image" | "picture" | "noscript" | "figure");
        Some(Sighting {
            element: node,
            identity,
            offers,
            alt,
            duplicates: Vec::new(),
            in_body: context.in_body,
            link,
            in_figure: context.in_figure,
            in_hero: context.in_hero,
            in_aside: context.in_aside,
            is_backdrop: is_box && self.measures.text_in(node) > Chars::ZERO,
            refusal: None,
        })
    }

    /// What is known of the picture of an element from around it.
    fn setting(&self, node: NodeIdx, context: Context) -> Setting {
        let tree = self.measures.tree;
        let link = context.link.filter(|target| !target.starts_with('#') && !address::names_a_picture(target));
        let target = link.and_then(|link| Url::parse(link).ok());
        let leads_off_site = target
            .zip(self.page)
            .is_some_and(|(target, page)| target.has_host() && !teaser::is_same_site(&target, page));
        let around = std::iter::once(node).chain(tree.ancestors(node).take(2));
        let bare = around.take_while(|around| self.measures.text_in(*around) == Chars::ZERO);
        let is_round = bare.filter_map(|around| tree.element(around)).any(names::is_round);
        Setting { in_figure: context.in_figure, is_linked: link.is_some(), leads_off_site, is_round }
    }

    /// Adds a picture, or another place of one that is there already.
    fn add(&mut self, found: Sighting<'a>) {
        let pictures = &mut self.sightings.pictures;
        if let Some(&first) = self.by_identity.get(&found.identity) {
            let first = &mut pictures[first];
            first.offers.extend(found.offers);
            if first.alt.is_empty() {
                first.alt = found.alt;
            }
            if found.in_body && !first.in_body {
                // Where it stands in the body is its place; the other was a gallery's or the lead's.
                let other = std::mem::replace(&mut first.element, found.element);
                first.duplicates.push(DuplicateSighting { element: other, in_body: false });
                (first.in_body, first.in_figure, first.link) = (true, found.in_figure, found.link);
            } else {
                first.duplicates.push(DuplicateSighting { element: found.element, in_body: found.in_body });
            }
            return;
        }
        let others = found.offers.iter().skip(1).map(|offer| identity::identity(&offer.address));
        for identity in std::iter::once(found.identity.clone()).chain(others) {
            self.by_identity.entry(identity).or_insert(pictures.len());
        }
        self.sightings.met.push(found.element);
        pictures.push(found);
    }
}

/// Who writes more below an icon writes of something else.
const LONGEST_OF_ORNAMENT: Chars = Chars(420);

/// What else a `figure` may be there for.
const MATTER: &[&str] =
    &["audio", "blockquote", "canvas", "code", "iframe", "li", "math", "object", "pre", "svg", "table", "video"];
