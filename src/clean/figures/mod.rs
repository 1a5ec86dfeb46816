//! Figures: the content pictures of an article, each with its caption and its credit told apart.
//!
//! What stands where is measured ([`measures`]), and one walk over the page ([`sightings`]) finds every element that shows
//! a picture, whatever the markup ([`showing`]). It leaves out what stands in the page's [`furniture`] and what is an
//! [`ornament`] by itself; the [`stages`] then leave out the cards of other articles ([`teaser`]), the [`portrait`] of the
//! author, what floats in a [`note`] and what is drawn again for other [`screens`]. Two addresses may show one picture;
//! [`identity`] tells, and [`candidates`] puts the places of one picture in order by what each [`address`] says, with those
//! of its [`srcset`] and those that the page's [`head`] offers; where its kind of host keeps it [`larger`], that is proposed
//! beside them.
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
mod measures;
mod names;
mod note;
mod ornament;
mod portrait;
mod refusal;
mod rights;
mod role;
mod screens;
mod showing;
mod sightings;
mod srcset;
mod stages;
mod stated;
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

use super::metadata::Metadata;
use super::view::PageView;
use super::view::addresses::Addresses;
use super::view::measures::Chars;
use super::view::tree::NodeIdx;
use crate::article::Figure;
use crate::credit::label;
use frame::{Frame, Framing};
use gallery::Found;
use judged::{Judgements, Place, Taken};
use measures::PageMeasures;
use rights::Rights;
use sightings::{PictureSightings, Sighting};
use std::collections::{BTreeMap, BTreeSet};
use wording::Wording;

/// The figures of one article, keyed by the element at whose place they stand.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// An element that is a figure (or a gallery of several), and what it is. Whoever walks the body puts
    /// the figures here and does not go into the element. It may be one of the body's elements itself.
    pub at: BTreeMap<NodeIdx, Vec<Figure>>,
    /// Elements whose words have gone into a caption or credit, or that repeat a picture: not to be walked.
    /// These too may be elements of the body.
    pub spent: BTreeSet<NodeIdx>,
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
pub(crate) struct PictureClaims {
    offers: Vec<head::Named>,
    rights: Rights,
}

impl PictureClaims {
    pub(super) fn of(view: &PageView, metadata: &Metadata, addresses: &Addresses) -> Self {
        let offers = head::offers(view, metadata);
        Self { offers, rights: Rights::of(&view.tree, &view.linked_data, metadata, addresses) }
    }
}

/// Finds the figures of the article whose body is made of the elements `body`, in page order.
///
/// The page outside `body` is looked at for the lead picture, and for captions and credits that stand apart.
pub(crate) fn find(
    view: &PageView,
    body: &[NodeIdx],
    claims: &PictureClaims,
    metadata: &Metadata,
    addresses: &Addresses,
) -> Figures {
    let page = metadata.url.clone().or_else(|| addresses.web(""));
    let measures = PageMeasures::of(view, body, metadata.headline.as_deref());
    let tree = measures.tree;
    let mut sightings = PictureSightings::on(&measures, page.as_ref());
    stages::refuse(&mut sightings, &measures, &metadata.byline.authors, page.as_ref());
    let outside = lead::Outside::of(&sightings, &measures, metadata.picture.as_deref());
    let lead = outside.lead();
    let showing = sightings.elements();

    let (mut content, mut judged) = (Vec::new(), Judgements::default());
    for (at, picture) in sightings.pictures.iter().enumerate() {
        match judged::refusal(picture, outside.signs(at), lead == Some(at)) {
            None => content.push((at, picture)),
            Some(why) => judged.refuse(picture.element, why),
        }
        judged.repeat(picture);
    }
    judged.refused.extend(&sightings.refused);
    let framing = Framing { measures: &measures, sightings: &sightings };
    let frames: Vec<Frame> = content.iter().map(|(_, picture)| framing.around(picture.element)).collect();

    let mut figures = Figures::default();
    let mut found = Vec::with_capacity(content.len());
    for ((at, picture), frame) in content.iter().zip(&frames) {
        // The words on a backdrop are the page's, not the picture's.
        let words_in = |frame: &Frame| Wording::of(frame, tree, &showing, addresses);
        let mut wording = if picture.is_backdrop { Wording::default() } else { words_in(frame) };
        for duplicate in &picture.duplicates {
            let frame = framing.around(duplicate.element);
            wording = wording.or_else(|| words_in(&frame).from(Whence::Twin));
            if duplicate.in_body {
                figures.spent.extend(frame.parts());
            }
        }
        wording = wording.filled_from(stated::wording(picture.element, frame.root, tree, addresses));
        // The words of a lead picture may stand apart from it.
        let is_lead = lead == Some(*at) || (lead.is_none() && opens_the_body(picture, *at, framing));
        if wording.credit.is_none() && is_lead {
            let behind = if picture.is_backdrop { picture.element.next() } else { tree.end(frame.root) };
            let apart = apart::find(behind, &sightings, &measures, addresses);
            if let Some((element, apart)) = apart.filter(|(_, apart)| apart.can_complete(&wording)) {
                figures.spent.insert(element);
                wording = wording.filled_from(apart.from(Whence::Apart));
            }
        }
        found.push(Found { element: picture.element, wording });
    }
    figures.spent.extend(gallery::share(&mut found, framing, &showing, addresses));

    for (((at, picture), frame), found) in content.iter().zip(&frames).zip(found) {
        let offers = head::with_offers(&picture.offers, &picture.identity, &claims.offers);
        let Some(source) = candidates::in_order(&offers, addresses) else {
            judged.refuse(picture.element, Refusal::NoAddress);
            continue;
        };
        let others = picture.offers.iter().map(|offer| identity::identity(&offer.address));
        let identities = std::iter::once(picture.identity.clone()).chain(others);
        let wording = claims.rights.fill(found.wording, identities);
        let (figure, wording) = wording.into_figure(source, picture.alt.clone());
        let place = if lead == Some(*at) {
            figures.lead = Some(figure);
            Place::Lead(outside.signs(*at))
        } else {
            let here = figures.at.entry(frame.root).or_default();
            here.push(figure);
            figures.spent.extend(&frame.annexes);
            Place::Body(frame.root, here.len() - 1)
        };
        judged.take(picture.element, Taken { place, wording, offers });
    }
    figures.judged = judged;
    // The words of a picture that is none go with it.
    figures.spent.extend(&sightings.ornaments);
    // What holds a figure is walked, whatever else was found of it.
    figures.spent.retain(|element| !figures.at.contains_key(element));
    figures
}

/// Whether a picture is the first of the body and stands over its text: a lead picture inside the body.
fn opens_the_body(picture: &Sighting, at: usize, Framing { measures, sightings }: Framing) -> bool {
    let is_first = sightings.pictures[..at].iter().all(|earlier| !earlier.in_body || earlier.refusal.is_some());
    is_first && measures.text_in_body_before(picture.element) < THE_OPENING
}

/// Of the text: what may stand before a picture that leads it.
const THE_OPENING: Chars = Chars(600);

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::article::{Address, Byline, Credit, Inline};
    use crate::source::{Declared, Origin, Page};
    use scraper::Html;
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
        let view = PageView::of(&document);
        let tree = &view.tree;
        let addresses = Addresses::of(view.claims.base, &page, None);
        let body: Vec<NodeIdx> = tree.nodes().filter(|node| tree.name(*node) == "main").collect();
        let metas = |key: &'static str, name: &'static str| {
            let metas = tree.nodes().filter(|node| tree.name(*node) == "meta");
            let named = metas.filter(move |meta| tree.attribute(*meta, key) == Some(name));
            named.filter_map(|meta| tree.attribute(meta, "content"))
        };
        let metadata = Metadata {
            byline: Byline::new(metas("name", "author")),
            url: Some(url),
            picture: metas("property", "og:image").next().map(str::to_owned),
            site: metas("property", "og:site_name").next().map(str::to_owned),
            ..Metadata::default()
        };
        let claims = PictureClaims::of(&view, &metadata, &addresses);
        let found = find(&view, &body, &claims, &metadata, &addresses);
        let in_body = body.iter().flat_map(|main| tree.within(*main)).filter_map(|node| found.at.get(&node)).flatten();
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
