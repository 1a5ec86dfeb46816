//! Figures: the content pictures of an article, each with its caption and its credit told apart.
//!
//! One walk over the page ([`survey`]) finds every element that shows a picture, whatever the markup ([`showing`]),
//! and leaves out what stands in the page's [`furniture`], what is an [`ornament`] by itself, the cards of other articles
//! ([`teaser`]), the [`portrait`] of the author, what floats in a [`note`] and what is drawn again for other [`screens`]. Two addresses may show one picture; [`identity`] tells, and [`candidates`] puts the places of one
//! picture in order by what each [`address`] says, with those of its [`srcset`] and those that the page's [`head`] offers;
//! where its kind of host keeps it [`larger`], that is proposed beside them.
//!
//! Around each picture of the body the smallest part of the page is found that holds the picture with its words and
//! nothing else ([`frame`]). Its [`wording`] is sorted by what the elements are called ([`role`], [`names`]), and where no
//! element tells, by how they read ([`credit`], with the tables of [`label`]s and of agencies in [`agency`]) and by how
//! the caption ends ([`ending`]). What is not shown may be [`stated`] in attributes; the pictures of one figure share
//! its words ([`gallery`]). What the page tells programs of [`rights`] is added last.
//!
//! What is decided of each picture is kept as it is decided ([`judged`], [`refusal`]); [`explanation`] tells it.
//!
//! The [`lead`] picture may stand outside the body; it is found by where it stands, and its words may stand [`apart`].

mod address;
mod agency;
mod apart;
mod candidates;
mod caption;
mod credit;
mod ending;
pub(super) mod explanation;
mod frame;
mod furniture;
mod gallery;
mod head;
mod identity;
mod judged;
mod larger;
mod lead;
mod lead_signs;
mod names;
mod note;
mod ornament;
mod portrait;
mod refusal;
mod rights;
mod role;
mod screens;
mod showing;
mod srcset;
mod stages;
mod stated;
mod survey;
mod teaser;
mod wording;

pub use candidates::OfferKind;
pub use credit::rule::{CreditRule, Looks, Spot};
pub use furniture::Furniture;
pub use larger::LargerPlace;
pub use lead_signs::{Sign, Signs};
pub use ornament::Ornament;
pub use refusal::Refusal;
pub use role::Ground;
pub use wording::rule::{CaptionRule, Whence, WhyNot};

use super::addresses::Addresses;
use super::metadata::Metadata;
use crate::article::Figure;
use crate::credit::label;
use ego_tree::NodeId;
use frame::Frame;
use gallery::Found;
use judged::{Judgements, Place, Taken};
use rights::Rights;
use scraper::{ElementRef, Html};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use survey::{Shown, Survey};
use wording::Wording;

/// The figures of one article, keyed by the element at whose place they stand.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// An element that is a figure (or a gallery of several), and what it is. Whoever walks the body puts
    /// the figures here and does not go into the element. It may be one of the body's elements itself.
    pub at: BTreeMap<NodeId, Vec<Figure>>,
    /// Elements whose words have gone into a caption or credit, or that repeat a picture: not to be walked.
    /// These too may be elements of the body.
    pub spent: BTreeSet<NodeId>,
    /// The lead picture, where it stands outside `body`.
    pub lead: Option<Figure>,
    /// How each picture of the page was judged.
    judged: Judgements,
}

impl Figures {
    fn figure(&self, place: Place) -> Option<&Figure> {
        match place {
            Place::Lead(_) => self.lead.as_ref(),
            Place::Body(element, at) => self.at.get(&element)?.get(at),
        }
    }
}

/// What the page tells programs of its pictures: the same, whichever of its parts is the article.
pub(crate) struct Told {
    offers: Vec<head::Named>,
    rights: Rights,
}

impl Told {
    pub fn of(document: &Html, linked_data: &[Value], metadata: &Metadata, addresses: &Addresses) -> Self {
        let offers = head::offers(document, linked_data, metadata);
        Self { offers, rights: Rights::of(document, linked_data, metadata, addresses) }
    }
}

/// Finds the figures of the article whose body is made of the elements `body`, in reading order.
///
/// The page outside `body` is looked at for the lead picture, and for captions and credits that stand apart.
pub(crate) fn find(
    document: &Html,
    body: &[ElementRef],
    told: &Told,
    metadata: &Metadata,
    addresses: &Addresses,
) -> Figures {
    let page = metadata.url.clone().or_else(|| addresses.web(""));
    let mut survey = Survey::of(document, body, metadata, page.as_ref());
    stages::refuse(&mut survey, &metadata.byline.authors, page.as_ref());
    let outside = lead::Outside::of(&survey, metadata.picture.as_deref());
    let lead = outside.lead();
    let showing: BTreeSet<NodeId> = survey.pictures.iter().flat_map(Shown::elements).collect();

    let (mut content, mut judged) = (Vec::new(), Judgements::default());
    for (at, picture) in survey.pictures.iter().enumerate() {
        match judged::refusal(picture, outside.signs(at), lead == Some(at)) {
            None => content.push((at, picture)),
            Some(why) => judged.refuse(picture.element.id(), why),
        }
        judged.repeat(picture);
    }
    judged.refused.extend(&survey.refused);
    let frames: Vec<Frame> = content.iter().map(|(_, picture)| Frame::around(picture.element, &survey)).collect();

    let mut figures = Figures::default();
    let mut found = Vec::with_capacity(content.len());
    for ((at, picture), frame) in content.iter().zip(&frames) {
        // The words on a backdrop are the page's, not the picture's.
        let words_in = |frame: &Frame| Wording::of(frame, &showing, addresses);
        let mut wording = if picture.is_backdrop { Wording::default() } else { words_in(frame) };
        for twin in &picture.twins {
            let frame = Frame::around(twin.element, &survey);
            wording = wording.or_else(|| words_in(&frame).from(Whence::Twin));
            if twin.in_body {
                figures.spent.extend(frame.parts());
            }
        }
        wording = wording.filled_from(stated::wording(picture.element, frame.root, addresses));
        // The words of a lead picture may stand apart from it.
        let is_lead = lead == Some(*at) || (lead.is_none() && opens_the_body(picture, *at, &survey));
        if wording.credit.is_none() && is_lead {
            let from = if picture.is_backdrop { picture.place } else { survey.end(frame.root.id()) };
            let apart = apart::find(from, &survey, addresses);
            if let Some((element, apart)) = apart.filter(|(_, apart)| apart.can_complete(&wording)) {
                figures.spent.insert(element);
                wording = wording.filled_from(apart.from(Whence::Apart));
            }
        }
        found.push(Found { element: picture.element, wording });
    }
    figures.spent.extend(gallery::share(&mut found, &survey, &showing, addresses));

    for (((at, picture), frame), found) in content.iter().zip(&frames).zip(found) {
        let offers = head::with_offers(&picture.offers, &picture.identity, &told.offers);
        let element = picture.element.id();
        let Some(source) = candidates::in_order(&offers, addresses) else {
            judged.refuse(element, Refusal::NoAddress);
            continue;
        };
        let others = picture.offers.iter().map(|offer| identity::identity(&offer.address));
        let identities = std::iter::once(picture.identity.clone()).chain(others);
        let wording = told.rights.fill(found.wording, identities);
        let (figure, wording) = wording.into_figure(source, picture.alt.clone());
        let place = if lead == Some(*at) {
            figures.lead = Some(figure);
            Place::Lead(outside.signs(*at))
        } else {
            let here = figures.at.entry(frame.root.id()).or_default();
            here.push(figure);
            figures.spent.extend(frame.annexes.iter().map(|annex| annex.id()));
            Place::Body(frame.root.id(), here.len() - 1)
        };
        judged.take(element, Taken { place, wording, offers });
    }
    figures.judged = judged;
    // The words of a picture that is none go with it.
    figures.spent.extend(&survey.ornaments);
    // What holds a figure is walked, whatever else was found of it.
    figures.spent.retain(|id| !figures.at.contains_key(id));
    figures
}

/// Whether a picture is the first of the body and stands over its text: a lead picture inside the body.
fn opens_the_body(picture: &Shown, at: usize, survey: &Survey) -> bool {
    let is_first = survey.pictures[..at].iter().all(|earlier| !earlier.in_body || earlier.refusal.is_some());
    is_first && survey.characters_in_body_before(picture.element.id()) < 600
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::article::{Address, Byline, Credit, Inline};
    use crate::clean::linked_data;
    use crate::clean::tree::Tree;
    use crate::source::{Declared, Origin, Page};
    use scraper::Selector;
    use url::Url;

    /// A figure as tests look at it.
    #[derive(Debug, PartialEq)]
    pub(crate) struct Seen {
        pub places: Vec<String>,
        pub caption: String,
        pub credit: Option<String>,
    }

    /// The figures of a page whose body is its `main`, published at `https://example.org/story`; the lead first.
    pub(crate) fn figures(html: &str) -> Vec<Seen> {
        found(html).iter().map(seen).collect()
    }

    /// The credits of the same figures, whole.
    pub(crate) fn credits(html: &str) -> Vec<Option<Credit>> {
        found(html).into_iter().map(|figure| figure.credit).collect()
    }

    fn found(html: &str) -> Vec<Figure> {
        let url = Url::parse("https://example.org/story").unwrap();
        let page = Page {
            origin: Origin::Web(url.clone()),
            html: html.to_owned(),
            url: Some(url.clone()),
            saved: None,
            declared: Declared::default(),
        };
        let document = Html::parse_document(html);
        let addresses = Addresses::of(&document, &page, None);
        let body: Vec<_> = document.select(&Selector::parse("main").unwrap()).collect();
        let named = Selector::parse("meta[property='og:image']").unwrap();
        let named = document.select(&named).next().and_then(|meta| meta.value().attr("content"));
        let site = Selector::parse("meta[property='og:site_name']").unwrap();
        let site = document.select(&site).next().and_then(|meta| meta.value().attr("content"));
        let author = Selector::parse("meta[name=author]").unwrap();
        let author = document.select(&author).filter_map(|meta| meta.value().attr("content"));
        let metadata = Metadata {
            byline: Byline::new(author),
            url: Some(url),
            picture: named.map(str::to_owned),
            site: site.map(str::to_owned),
            ..Metadata::default()
        };
        let linked_data = linked_data::read(&Tree::of(&document));
        let told = Told::of(&document, &linked_data, &metadata, &addresses);
        let found = find(&document, &body, &told, &metadata, &addresses);
        let in_body =
            body.iter().flat_map(|main| main.descendants()).filter_map(|node| found.at.get(&node.id())).flatten();
        found.lead.iter().chain(in_body).cloned().collect()
    }

    proptest::proptest! {
        /// Pieces of markup in any order, closed or not.
        #[test]
        fn no_page_makes_it_panic(pieces in proptest::collection::vec(0..PIECES.len(), 0..60), text in "\\PC{0,40}") {
            let page: String = pieces.into_iter().map(|at| PIECES[at].replace("TEXT", &text)).collect();
            figures(&format!("<h1>x</h1>{page}<main>{page}</main>"));
        }
    }

    const PIECES: &[&str] = &[
        "<figure>",
        "</figure>",
        "<figcaption>",
        "</figcaption>",
        "<picture>",
        "</picture>",
        "<div class=credit>",
        "</div>",
        "<div class='hero image' style='background:url(TEXT'>",
        "<span class=caption>",
        "</span>",
        "<a href='TEXT.jpg'>",
        "</a>",
        "<img src='TEXT' srcset='TEXT 2x, TEXT,TEXT 9w'>",
        "<img src=/a.jpg data-caption='TEXT' data-credit='TEXT'>",
        "<noscript><img src='/TEXT.jpg'></noscript>",
        "<p>",
        "</p>",
        "TEXT",
        "Photo: TEXT",
        "(TEXT / AP)",
        "© TEXT",
        "TEXT | Foto TEXT.",
        "<script type=application/ld+json>{\"image\": \"TEXT\"}</script>",
        "<script type=application/ld+json>[{\"@type\": \"ImageObject\", \"url\": \"/a.jpg\", \"creditText\": \"TEXT\", \
         \"creator\": [{\"name\": \"TEXT\"}], \"license\": \"TEXT\"}]</script>",
        "<div itemscope itemtype=ImageObject about=/a.jpg><i itemprop=creator>TEXT</i><a rel=license href='TEXT'></a>",
        "<a href=https://www.flickr.com/photos/a/1 title='TEXT by TEXT, on Flickr'><img src=/TEXT.jpg></a>",
        "Featured image credit: TEXT",
        "<cite>TEXT</cite>",
    ];

    fn seen(figure: &Figure) -> Seen {
        let places = figure.picture.candidates().map(|address| match address {
            Address::Web(url) => url.path().to_owned(),
            other => other.to_string(),
        });
        Seen {
            places: places.collect(),
            caption: Inline::plain_text(&figure.caption),
            credit: figure.credit.as_ref().map(|credit| credit.text.clone()),
        }
    }
}
