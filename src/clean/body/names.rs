//! Names: what the classes, ids and test ids of an element say of it.
//!
//! Their words stand in the [`vocabulary`](super::vocabulary) and are looked up in a [`Lexicon`]. An id is read with more
//! care than a class: it may be the address of a chapter.

use super::lexicon::{Lexicon, words};
use super::vocabulary::Sign;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::tree::{self, NodeIdx, NodeKind, Tree, is_heading};
use crate::lexicon;
use Sign::Sure;
use foldhash::HashMap;
use scraper::node::Element;

static FURNITURE: Lexicon = Lexicon(&lexicon::BODY_BOILERPLATE);
static BODY: Lexicon = Lexicon(&lexicon::BODY_ARTICLE);

/// The attributes by which a site names its parts, a class at a time.
pub(super) fn names(element: &Element) -> impl Iterator<Item = &str> {
    telling_classes(element).chain(element.attribute("id")).chain(parts(element))
}

/// The names that scripts know an element by.
fn parts(element: &Element) -> impl Iterator<Item = &str> {
    [element.attribute("data-testid"), element.attribute("data-component"), element.attribute("data-role")]
        .into_iter()
        .flatten()
}

fn telling_classes(element: &Element) -> impl Iterator<Item = &str> {
    // WordPress writes an article's own labels on it: "category-social-media", "tag-newsletters".
    let is_label = |class: &str| ["category-", "tag-", "author-"].iter().any(|label| class.starts_with(label));
    let is_labelled = |element: &Element| {
        element.name() == "body" || tree::classes(element).any(|class| matches!(class, "hentry" | "type-post" | "post"))
    };
    tree::classes(element).filter(move |class| !(is_label(class) && is_labelled(element)))
}

/// The signs of the names seen so far: a page has thousands of elements and a few hundred names.
#[derive(Default)]
pub(super) struct Known<'a> {
    classes: HashMap<&'a str, Option<Sign>>,
    ids: HashMap<&'a str, Option<Sign>>,
}

impl<'a> Known<'a> {
    /// The surest sign among an element's names.
    pub(super) fn sign(&mut self, tree: &Tree<'a>, place: NodeIdx, element: &'a Element) -> Option<Sign> {
        let of_class = |name| *self.classes.entry(name).or_insert_with(|| FURNITURE.find(name).max(service(name)));
        let sign = telling_classes(element).chain(parts(element)).filter_map(of_class).max();
        let id = element.attribute("id").filter(|id| names_a_box(tree, place, element, id));
        sign.max(id.and_then(|id| *self.ids.entry(id).or_insert_with(|| FURNITURE.find_at_end(id))))
    }
}

/// The sign of a class that comes with a service.
fn service(class: &str) -> Option<Sign> {
    let begins = |start: &&str| class.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    lexicon::BODY_SERVICES.with_first_letter_of(class).any(|start| begins(&start)).then_some(Sure)
}

/// True if an id names what the element is for. On a line of text, and on a section that begins with the heading
/// whose words the id repeats, it is only the address of that place: `<section id="discussion">`.
fn names_a_box(tree: &Tree, place: NodeIdx, element: &Element, id: &str) -> bool {
    match element.name() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "a" | "span" | "li" | "dt" | "dd" => false,
        "section" | "article" | "div" => !is_slug(tree, place, id),
        _ => true,
    }
}

/// True if `id` repeats words of the heading with which the element begins.
fn is_slug(tree: &Tree, place: NodeIdx, id: &str) -> bool {
    if lexicon::BODY_IDS_OF_THE_SITE.contains(id) {
        return false;
    }
    let first = tree.within(place).skip(1).find_map(|at| match tree.node(at).kind {
        NodeKind::Text(text) => (!text.trim().is_empty()).then_some(None),
        NodeKind::Element(element) => is_heading(element.name()).then_some(Some(at)),
    });
    let Some(heading) = first.flatten() else { return false };
    let mut heading_words = Vec::new();
    words(&tree.text(heading, |_| false), &mut |word| heading_words.push(word.to_owned()));
    let mut is_repeated = true;
    words(id, &mut |word| {
        is_repeated &= heading_words.iter().any(|known| known == word) || word.parse::<u32>().is_ok()
    });
    is_repeated
}

/// True if the element is named as the article's body.
pub(super) fn is_named_body(element: &Element) -> bool {
    names(element).any(|name| BODY.find(name).is_some())
        || tree::classes(element).any(|name| lexicon::BODY_ARTICLES_OF_SERVICES.contains(name))
}

/// True of the slot that a site builder fills with the post.
pub(super) fn is_slot(element: &Element) -> bool {
    tree::classes(element).any(|name| lexicon::BODY_SLOTS.contains(name))
}

/// True if a class or the id of a `div` is just the word for an article.
pub(super) fn is_barely_named(element: &Element) -> bool {
    element.name() == "div"
        && tree::classes(element)
            .chain(element.attribute("id"))
            .any(|name| lexicon::BODY_BARE_NAMES.contains_in_any_case(name))
}

#[cfg(test)]
mod tests {
    use super::Sign::{Label, Likely};
    use super::*;
    use crate::clean::testing::found;

    fn sign(name: &str) -> Option<Sign> {
        FURNITURE.find(name)
    }

    #[test]
    fn a_class_is_read_by_its_words() {
        assert_eq!(sign("c-shareBar"), Some(Sure));
        assert_eq!(sign("newsletterSignup_box"), Some(Sure));
        assert_eq!(sign("post__author-bio"), Some(Sure));
        assert_eq!(sign("shadow"), None);
        assert_eq!(sign("header-image"), Some(Likely));
        assert_eq!(sign("entry-date"), Some(Sure));
        assert_eq!(sign("node--published"), Some(Label));
        assert_eq!(sign("reader-text"), None);
    }

    #[test]
    fn the_address_of_a_section_is_not_its_name() {
        for section in [
            "<section id=discussion><h2>3. Discussion</h2>TEXT</section>",
            "<div id=related-work><h2>Related work</h2>TEXT</div>",
            "<section id=feedback><h2>Feedback loops</h2>TEXT</section>",
            "<div id=category-theory><h2>Categories</h2>TEXT</div>",
            "<section id=advertising-law><h2>The law</h2>TEXT</section>",
            "<h2 id=h-what-is-social-shopping>What is social shopping?</h2>TEXT",
            "<h2>Life</h2><p id=bio>The lock was closed for the winter, and nobody in Osk minded it much.</p>",
        ] {
            let page = format!("<article>{TEXT}{TEXT}{}{TEXT}{TEXT}</article>", section.replace("TEXT", TEXT));
            assert_eq!(found(&page).len(), 6, "{section}");
        }
    }

    #[test]
    fn the_id_of_a_box_of_the_site_names_it() {
        for section in [
            "<section id=comments><h2>Comments</h2>TEXT</section>",
            "<div id=newsletter-form><h2>Our letter</h2>TEXT</div>",
            "<div id=post-comments>TEXT</div>",
        ] {
            let page = format!("<article>{TEXT}{TEXT}{}{TEXT}{TEXT}</article>", section.replace("TEXT", TEXT));
            assert_eq!(found(&page).len(), 4, "{section}");
        }
    }

    #[test]
    fn a_service_is_known_by_the_beginning_of_its_classes() {
        let left = |class: &str| {
            found(&format!("<article>{TEXT}{TEXT}<div class='{class}'>{TEXT}</div>{TEXT}</article>")).len()
        };
        assert_eq!(["coral-thread", "piano-inline", "swp_social_panel", "gpt-ad-slot"].map(left), [3; 4]);
        assert_eq!(["bay coral", "grand-piano", "about-gpt", "we-listen-closely"].map(left), [4; 4]);
    }

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
}
