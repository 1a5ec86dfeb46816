//! How far a figure reaches: the element that holds a picture with its words, and nothing else.

use super::measures::PageMeasures;
use super::names::{self, Words};
use super::role::Role;
use super::sightings::PictureSightings;
use super::{agency, credit, label};
use crate::clean::view::measures::Chars;
use crate::clean::view::tree::{NodeIdx, NodeKind, Tree};
use crate::credit::stand_ins::stand_in;
use crate::lexicon;
use scraper::node::Element;

/// The part of the page that one figure takes up.
#[derive(Debug)]
pub(super) struct Frame {
    /// The largest element that holds the picture and its words alone.
    pub root: NodeIdx,
    /// Elements after it that hold its words too.
    pub annexes: Vec<NodeIdx>,
}

/// What tells how far the figure of a picture reaches.
#[derive(Clone, Copy)]
pub(super) struct Framing<'f, 'a> {
    pub measures: &'f PageMeasures<'a>,
    pub sightings: &'f PictureSightings<'a>,
}

impl Frame {
    /// The elements that the figure takes up.
    pub(super) fn parts(&self) -> impl Iterator<Item = NodeIdx> {
        std::iter::once(self.root).chain(self.annexes.iter().copied())
    }
}

impl<'a> Framing<'_, 'a> {
    /// The frame of the picture that an element shows. It may be one of the body's elements, and never reaches around
    /// them.
    pub(super) fn around(self, element: NodeIdx) -> Frame {
        let tree = self.tree();
        let mut root = self.own_figure(element).unwrap_or(element);
        while let Some(parent) = tree.parent(root) {
            let name = tree.name(parent);
            let is_page = matches!(name, "html" | "body" | "main" | "article" | "td" | "tr" | "table" | "ul" | "ol");
            let holds_others = self.pictures_in(parent) > self.pictures_in(root).max(1);
            if is_page || holds_others || self.measures.is_around_body(parent) {
                break;
            }
            let others = self.text_in(parent).saturating_sub(self.text_in(root));
            let is_figure = name == "figure" && others < LONGEST_WORDS && !is_quotation(parent, tree);
            if is_figure || others == Chars::ZERO || (others < LONGEST_WORDS && self.only_words_beside(parent, root)) {
                root = parent;
            } else {
                break;
            }
        }
        Frame { root, annexes: self.annexes(root) }
    }

    fn tree(self) -> &'a Tree<'a> {
        self.measures.tree
    }

    fn text_in(self, element: NodeIdx) -> Chars {
        self.measures.text_in(element)
    }

    fn pictures_in(self, element: NodeIdx) -> usize {
        self.sightings.pictures_in(element, self.measures)
    }

    /// The `figure` around a picture that holds no other, however deep the picture stands in it among the words of
    /// controls; or what enlarges the picture at a click, which takes the place of one.
    fn own_figure(self, element: NodeIdx) -> Option<NodeIdx> {
        let tree = self.tree();
        let is_own = |around: &NodeIdx| {
            let is_figure = tree.name(*around) == "figure" || tree.attribute(*around, "role") == Some("button");
            let others = self.text_in(*around).saturating_sub(self.text_in(element));
            let holds_no_other =
                || self.pictures_in(*around) <= 1 && others < LONGEST_IN_BUTTON && !has_heading(*around, tree);
            is_figure && holds_no_other() && !is_quotation(*around, tree) && !self.measures.is_around_body(*around)
        };
        tree.ancestors(element).take(DEEPEST_IN_FIGURE).filter(is_own).last()
    }

    /// Whether everything in `parent` beside `inner` is words of the picture.
    fn only_words_beside(self, parent: NodeIdx, inner: NodeIdx) -> bool {
        let tree = self.tree();
        let is_box =
            is_picture_box(parent, tree) && self.text_in(parent) <= LONGEST_IN_BOX && !has_heading(parent, tree);
        let mut budget = MOST_ELEMENTS;
        let mut beside = tree.children(parent).filter(|child| *child != inner);
        beside.all(|child| match tree.node(child).kind {
            NodeKind::Text(text) => {
                let text = text.trim();
                text.is_empty() || is_box || credit::whole(text).is_some() || credit::is_captioned(text)
            }
            NodeKind::Element(_) => {
                self.belongs(child, 0, &mut budget)
                    || (is_box && is_caption_like(tree.name(child)))
                    || self.is_set_off(child)
            }
        })
    }

    /// Small print after a picture in the same paragraph: `<em>`, `<small>`.
    fn is_set_off(self, element: NodeIdx) -> bool {
        matches!(self.tree().name(element), "em" | "i" | "small" | "cite" | "figcaption")
            && self.text_in(element) <= LONGEST_SMALL_PRINT
    }

    /// Whether all that an element says belongs to the picture beside it.
    fn belongs(self, node: NodeIdx, depth: usize, budget: &mut usize) -> bool {
        let tree = self.tree();
        let Some(element) = tree.element(node) else { return true };
        let length = self.text_in(node);
        if length == Chars::ZERO {
            return true;
        }
        if self.sightings.ornaments.contains(&node) {
            return false;
        }
        if *budget == 0 || depth > 6 || self.pictures_in(node) > 0 || length > LONGEST_WORDS {
            return false;
        }
        *budget -= 1;
        let name = element.name();
        if matches!(name, "h1" | "h2" | "h3" | "ul" | "ol" | "blockquote" | "table" | "article" | "video") {
            return false;
        }
        let holds_more = || {
            tree.inside(node).take(60).filter_map(|inner| tree.element(inner)).any(|inner| {
                let is_more = matches!(inner.name(), "h1" | "h2" | "h3" | "ul" | "ol" | "form" | "article");
                is_more && !names::is_hidden(inner)
            })
        };
        match Role::of(node, tree) {
            Role::Furniture => return true,
            Role::Caption => return !holds_more(),
            Role::Credit => return length <= LONGEST_CREDIT && !holds_more(),
            Role::NearCredit | Role::Plain if is_furniture(element) => return false,
            Role::NearCredit | Role::Plain => {}
        }
        if length <= LONGEST_LINE {
            let text = tree.texts(node).collect::<String>();
            if credit::whole(&text).is_some()
                || is_label_word(&text)
                || is_small_print_with_credit(node, tree, &text)
                || credit::is_captioned(&text)
            {
                return true;
            }
        }
        tree.children(node).all(|child| match tree.node(child).kind {
            NodeKind::Text(text) => !text.contains(char::is_alphanumeric),
            NodeKind::Element(_) => self.belongs(child, depth + 1, budget),
        })
    }

    /// The elements right after `root` that hold words of its picture.
    fn annexes(self, root: NodeIdx) -> Vec<NodeIdx> {
        let tree = self.tree();
        let mut annexes = Vec::new();
        for sibling in tree.siblings_behind(root).take(8) {
            if let Some(text) = tree.own_text(sibling) {
                if !text.trim().is_empty() {
                    break;
                }
                continue;
            }
            if self.pictures_in(sibling) > 0 {
                break;
            }
            if self.text_in(sibling) == Chars::ZERO {
                continue;
            }
            let mut budget = MOST_ELEMENTS;
            if !self.belongs(sibling, 0, &mut budget)
                || self.measures.is_around_body(sibling)
                || is_byline(sibling, tree)
            {
                break;
            }
            if Role::of(sibling, tree) != Role::Furniture {
                annexes.push(sibling);
            }
        }
        annexes
    }
}

/// Whether a figure is a quotation, in which the picture only shows who said it (HTML Standard, 4.4.4).
pub(super) fn is_quotation(figure: NodeIdx, tree: &Tree) -> bool {
    tree.inside(figure).take(MOST_ELEMENTS).any(|inner| tree.name(inner) == "blockquote")
}

/// A control and a caption; who writes more around a picture writes text.
const LONGEST_IN_BUTTON: Chars = Chars(420);

/// What a box that is named for its picture holds besides.
const LONGEST_IN_BOX: Chars = Chars(420);

/// Small print right behind a picture.
const LONGEST_SMALL_PRINT: Chars = Chars(360);

/// What is called a credit; a longer one holds more than that.
const LONGEST_CREDIT: Chars = Chars(400);

/// A line that is read to see whether it is a credit or a label.
const LONGEST_LINE: Chars = Chars(260);

/// How many elements may lie between a `figure` and its picture.
const DEEPEST_IN_FIGURE: usize = 8;

/// The longest caption that real pages have is about 1,200 characters.
const LONGEST_WORDS: Chars = Chars(2_500);

/// How many elements are looked at to find out whether they are words of a picture.
const MOST_ELEMENTS: usize = 120;

/// A box named for the picture that it holds, as content systems name them: its words are the picture's.
fn is_picture_box(element: NodeIdx, tree: &Tree) -> bool {
    let words = tree.element(element).map(Words::of).unwrap_or_default();
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

fn has_heading(element: NodeIdx, tree: &Tree) -> bool {
    tree.inside(element).take(MOST_ELEMENTS).any(|inner| matches!(tree.name(inner), "h1" | "h2" | "h3" | "header"))
}

fn is_caption_like(name: &str) -> bool {
    matches!(name, "p" | "span" | "div" | "i" | "em" | "small" | "b" | "strong" | "a" | "br" | "cite" | "center")
}

fn is_furniture(element: &Element) -> bool {
    super::furniture::furniture(element, &Words::of(element)).is_some()
}

/// A paragraph all in italics that ends in a credit is a caption, whatever it is called.
fn is_small_print_with_credit(element: NodeIdx, tree: &Tree, text: &str) -> bool {
    let is_blank = |node: &NodeIdx| tree.own_text(*node).is_some_and(|text| text.trim().is_empty());
    let mut inner = tree.children(element).filter(|child| !is_blank(child));
    let all_set_off =
        inner.next().is_some_and(|first| matches!(tree.name(first), "em" | "i" | "small")) && inner.next().is_none();
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

/// Whether an element behind a picture that is called a credit gives the article's: "By Ines Okafor" in a box whose names
/// say nothing of pictures.
fn is_byline(element: NodeIdx, tree: &Tree) -> bool {
    let mut words = tree.texts(element).flat_map(str::split_whitespace);
    let opens = words.next().is_some_and(|first| matches!(first, "By" | "by" | "BY" | "Von" | "Por" | "Par"));
    opens && !is_picture_box(element, tree) && !agency::names_an_agency(&tree.texts(element).collect::<String>())
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
