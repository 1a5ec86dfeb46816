//! What is written with a picture: which words are the caption, which the credit.
//!
//! The elements of a figure's frame are sorted by their roles ([`parts`]), and then read ([`reading`]); [`rule`] says what
//! told the one and the other.

mod parts;
mod reading;
pub(super) mod rule;

use super::caption;
use super::credit::rule::CreditRule;
use super::frame::Frame;
use super::judged::Rules;
use super::role::Role;
use crate::article::{Credit, Figure, Inline, PictureSource};
use crate::clean::view::addresses::Addresses;
use crate::clean::view::tree::{NodeIdx, Tree};
use parts::Parts;
use rule::{CaptionRule, PassedOver, Whence};
use std::collections::BTreeSet;

/// What is written with a picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Wording {
    pub caption: Option<Caption>,
    pub credit: Option<Credited>,
    /// Words beside it that are neither.
    pub passed_over: Vec<PassedOver>,
}

/// A caption and what told that it is one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Caption {
    /// Never empty.
    pub words: Vec<Inline>,
    pub rule: CaptionRule,
    pub whence: Whence,
}

/// A credit and what told that it is one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Credited {
    pub credit: Credit,
    pub rule: CreditRule,
    pub whence: Whence,
}

impl Caption {
    /// `None` if there are no words.
    pub(super) fn new(words: Vec<Inline>, rule: CaptionRule) -> Option<Self> {
        (!words.is_empty()).then_some(Self { words, rule, whence: Whence::Frame })
    }
}

impl Credited {
    pub(super) fn new((credit, rule): (Credit, CreditRule)) -> Self {
        Self { credit, rule, whence: Whence::Frame }
    }
}

impl Wording {
    /// The words in `frame`; `pictures` are the elements that show pictures, which say nothing themselves.
    pub(super) fn of(frame: &Frame, tree: &Tree, pictures: &BTreeSet<NodeIdx>, addresses: &Addresses) -> Self {
        let mut parts = Parts::of(tree);
        for part in frame.parts() {
            parts.sort(part, Role::Plain, pictures, 0);
        }
        parts.read(frame, addresses)
    }

    /// Whether neither caption nor credit is known.
    pub(super) fn is_empty(&self) -> bool {
        self.caption.is_none() && self.credit.is_none()
    }

    /// These words, which were found elsewhere than in the picture's own frame.
    pub(super) fn from(mut self, whence: Whence) -> Self {
        self.caption.iter_mut().for_each(|caption| caption.whence = whence);
        self.credit.iter_mut().for_each(|credit| credit.whence = whence);
        self
    }

    /// These words, with where the links of `read`, from which they were taken, lead to.
    pub(super) fn with_links(mut self, read: &[Inline]) -> Self {
        if let Some(Credited { credit, .. }) = &mut self.credit {
            for inline in read {
                lead(credit, inline);
            }
        }
        self
    }

    /// These words, or others where there are none.
    pub(super) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self.is_empty() { other() } else { self }
    }

    /// These words, and where caption or credit is missing, the other's.
    pub(super) fn filled_from(self, other: Self) -> Self {
        Self { caption: self.caption.or(other.caption), credit: self.credit.or(other.credit), ..self }
    }

    /// The figure of the picture that has these words, and what told them.
    pub(super) fn into_figure(self, picture: PictureSource, alt: String) -> (Figure, Rules) {
        let rules = Rules {
            caption: self.caption.as_ref().map(|caption| (caption.rule, caption.whence)),
            credit: self.credit.as_ref().map(|credited| (credited.rule.clone(), credited.whence)),
            passed_over: self.passed_over,
        };
        let caption = self.caption.map(|caption| caption.words).unwrap_or_default();
        (Figure { picture, caption, credit: self.credit.map(|credited| credited.credit), alt }, rules)
    }

    /// Whether these words, found elsewhere, can be of the picture that has the words `other`: not two captions.
    pub(super) fn can_complete(&self, other: &Self) -> bool {
        self.caption.is_none() || other.caption.is_none()
    }
}

/// Tells a credit where the links in a text lead to, however deep they stand.
fn lead(credit: &mut Credit, inline: &Inline) {
    match inline {
        Inline::Link { target, content } => credit.lead(&caption::words(content), target),
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strikethrough(content)
        | Inline::Superscript(content)
        | Inline::Subscript(content) => content.iter().for_each(|inner| lead(credit, inner)),
        Inline::Text(_) | Inline::Code(_) | Inline::NoteReference(_) | Inline::LineBreak => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[track_caller]
    fn reads(markup: &str, caption: &str, credit: Option<&str>) {
        let found = figures(&format!("<main>{TEXT}{TEXT}{markup}{TEXT}</main>"));
        assert_eq!(found.len(), 1, "{markup}");
        assert_eq!((found[0].caption.as_str(), found[0].credit.as_deref()), (caption, credit), "{markup}");
    }

    #[test]
    fn labels_in_nested_spans_are_no_part_of_the_credit() {
        reads(
            "<figure><img src=/ferry-in-march.jpg alt='A ferry'><figcaption><span aria-hidden=true>A ferry in March.</span>\
             <span itemprop=copyrightHolder><span>Credit...</span><span><span>Ines Okafor for The Courier</span></span></span></figcaption></figure>",
            "A ferry in March.",
            Some("Ines Okafor for The Courier"),
        );
        reads(
            "<figure><img src=/ferry-in-march.jpg><figcaption><span>A ferry in March.</span><span itemprop=copyrightHolder>\
             <span>Credit</span><span><span>Credit</span><span>Ines Okafor/EPA</span></span></span></figcaption></figure>",
            "A ferry in March.",
            Some("Ines Okafor/EPA"),
        );
        reads(
            "<figure><img src=/ferry-in-march.jpg><figcaption><span class=asset-caption>A ferry in March</span>\
             <span class=asset-copyright><span class=asset-copyright-label>Credit:</span> Ines Okafor&nbsp;</span></figcaption></figure>",
            "A ferry in March",
            Some("Ines Okafor"),
        );
    }

    #[test]
    fn a_credit_that_is_printed_twice_is_one_credit() {
        reads(
            "<div class=bucket><img src=/ferry-in-march.jpg><div class=credit-caption><div class=caption><p>A ferry. <b class=credit>Ines Okafor/AP</b>\
             <b class=hide-caption>hide caption</b></p></div><b class=toggle-caption>toggle caption</b> <span class=credit>Ines Okafor/AP</span></div></div>",
            "A ferry.",
            Some("Ines Okafor/AP"),
        );
    }

    #[test]
    fn the_credit_may_stand_before_the_caption() {
        reads(
            "<figure><img src=/ferry-in-march.jpg><div class=image__credit>MERROW WIRE</div><figcaption>A ferry in March.</figcaption></figure>",
            "A ferry in March.",
            Some("MERROW WIRE"),
        );
    }

    #[test]
    fn the_house_behind_the_makers_element_is_part_of_the_credit() {
        reads(
            "<figure><img src=/ferry-in-march.jpg><figcaption><span class=creditor data-theme-key=photo-credit>Ines Okafor</span><span>//</span>\
             <span>Getty Images</span></figcaption></figure>",
            "",
            Some("Ines Okafor//Getty Images"),
        );
    }

    #[test]
    fn the_rest_of_a_credit_box_beside_a_marked_caption_is_the_credit() {
        reads(
            "<figure><img src=/ferry-in-march.jpg><figcaption><div class=image-credit><div class=story-caption>A ferry in March.</div>\
             <span>Ines Okafor/The Courier</span></div></figcaption></figure>",
            "A ferry in March.",
            Some("Ines Okafor/The Courier"),
        );
    }

    #[test]
    fn words_after_the_figure_belong_to_it_where_they_are_called_so() {
        reads(
            "<div><figure><img src=/ferry-in-march.jpg></figure><figcaption><div class=caption>A ferry.</div><div class=credit>Ines Okafor</div></figcaption></div>",
            "A ferry.",
            Some("Ines Okafor"),
        );
        reads(
            "<img src=/ferry-in-march.jpg><p><span class=article-caption>A ferry. | Photo by Ines Okafor</span></p>",
            "A ferry.",
            Some("Ines Okafor"),
        );
        reads("<p><img src=/ferry-in-march.jpg></p><p><em>Foto: Ines Okafor</em></p>", "", Some("Ines Okafor"));
    }

    #[test]
    fn a_paragraph_after_the_picture_that_ends_in_its_credit_is_its_caption() {
        for markup in [
            "<p><img src=/ferry-in-march.jpg></p><p>A ferry in March. Photo by Ines Okafor.</p>",
            "<p><img src=/ferry-in-march.jpg><br>A ferry in March. Photo: Ines Okafor</p>",
            "<div><div><img src=/ferry-in-march.jpg></div><div class=css-1f>A ferry in March. | Foto: Ines Okafor</div></div>",
            "<figure><img src=/ferry-in-march.jpg></figure><div><span class=pie>A ferry in March.</span> - <span class=fuente>Foto: Ines Okafor</span></div>",
            "<figure><img src=/ferry-in-march.jpg><figcaption><span>A ferry in March.</span> <span>Foto: </span><span>Ines Okafor</span></figcaption></figure>",
        ] {
            reads(markup, "A ferry in March.", Some("Ines Okafor"));
        }
        reads(
            "<p><img src=/ferry-in-march.jpg></p><p>Nine in ten ferries stop in March. (Source: Merrow Lines)</p>",
            "",
            None,
        );
        reads("<figure><img src=/ferry-in-march.jpg></figure><p class=credit>By Ines Okafor, pilot</p>", "", None);
    }

    #[test]
    fn small_print_beside_a_picture_in_its_own_box_is_a_caption() {
        reads(
            "<div class=image-right><img src=/ferry-in-march.jpg><br><i>A ferry in March. (<a href=https://example.net/x>Tide Tables</a>)</i></div>",
            "A ferry in March.",
            Some("Tide Tables"),
        );
    }

    #[test]
    fn what_looks_like_a_credit_and_is_none_gives_none() {
        // An empty label.
        reads(
            "<figure><img src=/ferry-in-march.jpg><figcaption>A ferry. <span class=credit>Credit:</span></figcaption></figure>",
            "A ferry.",
            None,
        );
        // A label for screen readers before a plain caption.
        reads(
            "<figure><img src=/ferry-in-march.jpg><figcaption><span class=sr-only>Image:</span> A ferry in March</figcaption></figure>",
            "A ferry in March",
            None,
        );
        // A class that says credit and a text that says a caption.
        reads(
            "<figure><img src=/ferry-in-march.jpg><figcaption itemprop=caption class=attribution>Ines Okafor.</figcaption></figure>",
            "Ines Okafor.",
            None,
        );
        // The alternative text and the file name.
        reads("<img src=/GettyImages-536814811.jpg alt='Photo: Ines Okafor / AP'>", "", None);
        // A byline after the picture.
        reads("<img src=/ferry-in-march.jpg><p class=byline>By Ines Okafor</p>", "", None);
    }

    #[test]
    fn what_is_hidden_together_with_the_picture_is_read() {
        reads(
            "<div hidden id=S:4><figure><img src=/ferry-in-march.jpg><figcaption>Image source: Merrow Wire.</figcaption></figure></div>",
            "",
            Some("Merrow Wire"),
        );
    }

    #[test]
    fn a_paragraph_around_a_picture_is_no_caption() {
        reads(
            "<p>The ferry <img src=/ferry-in-march.jpg> stopped in March, and that was that for all of us.</p>",
            "",
            None,
        );
    }

    #[test]
    fn emphasis_and_links_of_a_caption_are_kept() {
        use crate::article::Inline;
        let document = scraper::Html::parse_fragment(
            "<p>The <i>Merrow  Star</i>,\n <a href='https://example.org/y'>a ferry</a>. Photo: AP</p>",
        );
        let page = crate::source::Page {
            origin: crate::source::Origin::StandardInput,
            html: String::new(),
            url: None,
            saved: None,
            declared: Default::default(),
        };
        let addresses = crate::clean::view::addresses::Addresses::of(None, &page, None);
        let inlines =
            super::caption::inlines(super::NodeIdx::ROOT, &super::Tree::of(&document), &|_| false, &addresses);
        let words = super::caption::words(&inlines);
        assert_eq!(words, "The Merrow Star, a ferry. Photo: AP");
        let parted = crate::clean::figures::credit::part(&words).unwrap();
        assert_eq!(
            super::caption::cut(&inlines, parted.caption),
            [
                Inline::text("The "),
                Inline::Emphasis(vec![Inline::text("Merrow Star")]),
                Inline::text(", "),
                Inline::Link {
                    target: url::Url::parse("https://example.org/y").unwrap(),
                    content: vec![Inline::text("a ferry")]
                },
                Inline::text("."),
            ]
        );
    }
}
