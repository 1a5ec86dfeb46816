//! How far a figure reaches: the element that holds a picture with its words, and nothing else.

use super::names::{self, Words};
use super::role::Role;
use super::survey::Survey;
use super::{agency, credit, label};
use crate::clean::attributes::Attributes;
use crate::credit::stand_ins::stand_in;
use crate::lexicon;
use ego_tree::NodeId;
use scraper::node::Element;
use scraper::{ElementRef, Node};

/// The part of the page that one figure takes up.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// The largest element that holds the picture and its words alone.
    pub root: ElementRef<'a>,
    /// Elements after it that hold its words too.
    pub annexes: Vec<ElementRef<'a>>,
}

impl<'a> Frame<'a> {
    /// The frame of the picture that `element` shows. It may be one of the body's elements, and never reaches around
    /// them.
    pub fn around(element: ElementRef<'a>, survey: &Survey) -> Self {
        let mut root = own_figure(element, survey).unwrap_or(element);
        while let Some(parent) = root.parent().and_then(ElementRef::wrap) {
            let name = parent.value().name();
            let is_page = matches!(name, "html" | "body" | "main" | "article" | "td" | "tr" | "table" | "ul" | "ol");
            let holds_others = survey.pictures_in(parent.id()) > survey.pictures_in(root.id()).max(1);
            if is_page || holds_others || survey.is_around_body(parent.id()) {
                break;
            }
            let others = survey.characters(parent.id()).saturating_sub(survey.characters(root.id()));
            let is_figure = name == "figure" && others < LONGEST_WORDS && !is_quotation(parent);
            if is_figure || others == 0 || (others < LONGEST_WORDS && only_words_beside(parent, root, survey)) {
                root = parent;
            } else {
                break;
            }
        }
        let annexes = annexes(root, survey);
        Self { root, annexes }
    }
}

/// The `figure` around a picture that holds no other, however deep the picture stands in it among the words of controls; or
/// what enlarges the picture at a click, which takes the place of one.
fn own_figure<'a>(element: ElementRef<'a>, survey: &Survey) -> Option<ElementRef<'a>> {
    let around = element.ancestors().filter_map(ElementRef::wrap).take(DEEPEST_IN_FIGURE);
    let is_own = |around: &ElementRef| {
        let is_figure = around.value().name() == "figure" || around.value().attribute("role") == Some("button");
        let others = survey.characters(around.id()).saturating_sub(survey.characters(element.id()));
        let holds_no_other =
            survey.pictures_in(around.id()) <= 1 && others < LONGEST_IN_BUTTON && !has_heading(*around);
        is_figure && holds_no_other && !is_quotation(*around) && !survey.is_around_body(around.id())
    };
    { around }.filter(is_own).last()
}

/// Whether a figure is a quotation, in which the picture only shows who said it (HTML Standard, 4.4.4).
pub(super) fn is_quotation(figure: ElementRef) -> bool {
    let inner = figure.descendants().skip(1).take(MOST_ELEMENTS).filter_map(ElementRef::wrap);
    { inner }.any(|inner| inner.value().name() == "blockquote")
}

/// In characters: a control and a caption; who writes more around a picture writes text.
const LONGEST_IN_BUTTON: usize = 420;

/// How many elements may lie between a `figure` and its picture.
const DEEPEST_IN_FIGURE: usize = 8;

/// The longest caption that real pages have is about 1,200 characters.
const LONGEST_WORDS: usize = 2_500;

/// Whether everything in `parent` beside `inner` is words of the picture.
fn only_words_beside<'a>(parent: ElementRef<'a>, inner: ElementRef<'a>, survey: &Survey) -> bool {
    let is_box = is_picture_box(parent) && survey.characters(parent.id()) <= 420 && !has_heading(parent);
    let mut budget = MOST_ELEMENTS;
    parent.children().filter(|child| child.id() != inner.id()).all(|child| match child.value() {
        Node::Text(text) => {
            let text = text.trim();
            text.is_empty() || is_box || credit::whole(text).is_some() || credit::is_captioned(text)
        }
        Node::Element(_) => ElementRef::wrap(child).is_none_or(|child| {
            belongs(child, survey, 0, &mut budget) || (is_box && is_caption_like(child)) || is_set_off(child, survey)
        }),
        _ => true,
    })
}

/// How many elements are looked at to find out whether they are words of a picture.
const MOST_ELEMENTS: usize = 120;

/// A box named for the picture that it holds, as content systems name them: its words are the picture's.
fn is_picture_box(element: ElementRef) -> bool {
    let words = Words::of(element.value());
    words.iter().any(|word| {
        matches!(
            word,
            "caption"
                | "captioned"
                | "image"
                | "photo"
                | "picture"
                | "figure"
                | "foto"
                | "bild"
                | "imagen"
                | "imagem"
                | "beeld"
                | "media"
                | "thumbnail"
                | "enclosure"
        )
    })
}

fn has_heading(element: ElementRef) -> bool {
    let inner = element.descendants().skip(1).take(MOST_ELEMENTS).filter_map(ElementRef::wrap);
    { inner }.any(|inner| matches!(inner.value().name(), "h1" | "h2" | "h3" | "header"))
}

fn is_caption_like(element: ElementRef) -> bool {
    matches!(
        element.value().name(),
        "p" | "span" | "div" | "i" | "em" | "small" | "b" | "strong" | "a" | "br" | "cite" | "center"
    )
}

/// Small print after a picture in the same paragraph: `<em>`, `<small>`.
fn is_set_off(element: ElementRef, survey: &Survey) -> bool {
    matches!(element.value().name(), "em" | "i" | "small" | "cite" | "figcaption")
        && survey.characters(element.id()) <= 360
}

/// Whether all that `element` says belongs to the picture beside it.
fn belongs(element: ElementRef, survey: &Survey, depth: usize, budget: &mut usize) -> bool {
    let characters = survey.characters(element.id());
    if characters == 0 {
        return true;
    }
    if survey.ornaments.contains(&element.id()) {
        return false;
    }
    if *budget == 0 || depth > 6 || survey.pictures_in(element.id()) > 0 || characters > LONGEST_WORDS {
        return false;
    }
    *budget -= 1;
    let name = element.value().name();
    if matches!(name, "h1" | "h2" | "h3" | "ul" | "ol" | "blockquote" | "table" | "article" | "video") {
        return false;
    }
    let role = Role::of(element);
    let holds_more = || {
        let inner = element.descendants().skip(1).take(60).filter_map(ElementRef::wrap);
        { inner }.any(|inner| {
            let name = inner.value().name();
            let is_more = matches!(name, "h1" | "h2" | "h3" | "ul" | "ol" | "form" | "article");
            is_more && !names::is_hidden(inner.value())
        })
    };
    match role {
        Role::Furniture => return true,
        Role::Caption => return !holds_more(),
        Role::Credit => return characters <= 400 && !holds_more(),
        Role::NearCredit | Role::Plain if is_furniture(element.value()) => return false,
        Role::NearCredit | Role::Plain => {}
    }
    if characters <= 260 {
        let text = element.text().collect::<String>();
        if credit::whole(&text).is_some()
            || is_label_word(&text)
            || is_small_print_with_credit(element, &text)
            || credit::is_captioned(&text)
        {
            return true;
        }
    }
    element.children().all(|child| match child.value() {
        Node::Text(text) => !text.contains(char::is_alphanumeric),
        Node::Element(_) => ElementRef::wrap(child).is_none_or(|child| belongs(child, survey, depth + 1, budget)),
        _ => true,
    })
}

fn is_furniture(element: &Element) -> bool {
    super::furniture::furniture(element, &Words::of(element)).is_some()
}

/// A paragraph all in italics that ends in a credit is a caption, whatever it is called.
fn is_small_print_with_credit(element: ElementRef, text: &str) -> bool {
    let mut inner = element.children().filter(|child| match child.value() {
        Node::Text(text) => !text.trim().is_empty(),
        _ => true,
    });
    let first = inner.next().and_then(ElementRef::wrap);
    let all_set_off =
        first.is_some_and(|first| matches!(first.value().name(), "em" | "i" | "small")) && inner.next().is_none();
    all_set_off && credit::part(text.trim()).is_some()
}

/// "Image", "Enlarge this image": words on a picture that say nothing of it.
pub(super) fn is_label_word(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim_end_matches([':', '.', '…']).to_lowercase();
    let is_listed = lexicon::CAPTION_CONTROLS.contains(&text);
    let is_label = || label::at_head(&text).is_some_and(|label| label.rest.is_empty());
    is_listed || is_control(&text) || (is_label() && stand_in(&text).is_none())
}

/// "Enlarge this image", "toggle caption": a verb of a control, what it is done to, and little between.
fn is_control(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let does = |word: &&str| {
        matches!(
            *word,
            "click"
                | "enlarge"
                | "expand"
                | "hide"
                | "open"
                | "press"
                | "see"
                | "show"
                | "tap"
                | "toggle"
                | "view"
                | "zoom"
        )
    };
    let is_done_to = |word: &&str| {
        matches!(
            *word,
            "caption"
                | "captions"
                | "credit"
                | "enlarge"
                | "expand"
                | "fullscreen"
                | "gallery"
                | "image"
                | "images"
                | "photo"
                | "photos"
                | "picture"
                | "tab"
                | "zoom"
        )
    };
    // "Press Enter or click to view image in full size"
    let is_long_one = words.len() <= 11 && words.ends_with(&["full", "size"]);
    let is_short_one = (2..=5).contains(&words.len()) && words.last().is_some_and(is_done_to);
    words.first().is_some_and(does) && (is_short_one || is_long_one)
}

/// The elements right after `root` that hold words of its picture.
fn annexes<'a>(root: ElementRef<'a>, survey: &Survey) -> Vec<ElementRef<'a>> {
    let mut annexes = Vec::new();
    for sibling in root.next_siblings().take(8) {
        match sibling.value() {
            Node::Text(text) if !text.trim().is_empty() => break,
            Node::Element(_) => {}
            _ => continue,
        }
        let Some(sibling) = ElementRef::wrap(sibling) else { break };
        let mut budget = MOST_ELEMENTS;
        if survey.pictures_in(sibling.id()) > 0 {
            break;
        }
        if survey.characters(sibling.id()) == 0 {
            continue;
        }
        if !belongs(sibling, survey, 0, &mut budget) || survey.is_around_body(sibling.id()) {
            break;
        }
        if is_byline(sibling) {
            break;
        }
        if Role::of(sibling) != Role::Furniture {
            annexes.push(sibling);
        }
    }
    annexes
}

/// Whether an element behind a picture that is called a credit gives the article's: "By Ines Okafor" in a box whose names
/// say nothing of pictures.
fn is_byline(element: ElementRef) -> bool {
    let mut words = element.text().flat_map(str::split_whitespace);
    let opens = words.next().is_some_and(|first| matches!(first, "By" | "by" | "BY" | "Von" | "Por" | "Par"));
    opens && !is_picture_box(element) && !agency::names_an_agency(&element.text().collect::<String>())
}

impl Frame<'_> {
    /// The elements that the figure takes up.
    pub fn parts(&self) -> impl Iterator<Item = NodeId> {
        std::iter::once(self.root.id()).chain(self.annexes.iter().map(|annex| annex.id()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;
    use super::*;

    #[test]
    fn the_words_of_an_icon_are_not_the_words_of_the_picture_before_it() {
        let text = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";
        let found = figures(&format!(
            "<main>{text}<figure><img src=/ferry-in-march.jpg width=900 height=600><figcaption>The ferry</figcaption></figure>\
             <figure><img src=/anchor.png width=40 height=40><figcaption>An anchor</figcaption></figure>{text}</main>"
        ));
        assert_eq!(found.iter().map(|one| one.caption.as_str()).collect::<Vec<_>>(), ["The ferry"]);
    }

    #[test]
    fn a_picture_that_is_a_button_stands_where_its_figure_does() {
        let text = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";
        let found = figures(&format!(
            "<main>{text}<figure><div role=button><span>Press enter or click to view image in full size</span><div><picture>\
             <img src=/ferry-in-march.jpg></picture></div></div></figure>{text}</main>"
        ));
        assert_eq!((found.len(), found[0].caption.as_str()), (1, ""));
        let found = figures(&format!(
            "<main>{text}<div role=button><div><picture><img src=/ferry-in-march.jpg></picture></div><div>Ines Okafor / AP</div></div>{text}</main>"
        ));
        assert_eq!(found[0].credit.as_deref(), Some("Ines Okafor / AP"));
    }

    #[test]
    fn the_words_of_a_control_say_nothing_of_a_picture() {
        for control in [
            "Press enter or click to view image in full size",
            "Enlarge this picture",
            "Show caption",
            "Tap to expand",
            "Open image in new tab",
            "Image",
        ] {
            assert!(is_label_word(control), "{control}");
        }
        for caption in ["Hide and seek in the harbour", "The gallery", "See how the kiln was built, in one picture"] {
            assert!(!is_label_word(caption), "{caption}");
        }
    }
}
