//! Reads the words in a figure's frame: which are the caption, which the credit.

use super::caption;
use super::credit::{self, Parted};
use super::ending;
use super::frame::{Frame, is_label_word};
use super::role::Role;
use crate::article::{Credit, Found, Inline, Trust};
use crate::clean::addresses::Addresses;
use crate::clean::figures::agency;
use ego_tree::NodeId;
use scraper::{ElementRef, Node};
use std::collections::BTreeSet;

/// What is written with a picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Wording {
    pub caption: Vec<Inline>,
    pub credit: Option<Credit>,
}

impl Wording {
    /// The words in `frame`; `pictures` are the elements that show pictures, which say nothing themselves.
    pub fn of(frame: &Frame, pictures: &BTreeSet<NodeId>, addresses: &Addresses) -> Self {
        let mut parts = Parts::default();
        for part in std::iter::once(frame.root).chain(frame.annexes.iter().copied()) {
            parts.sort(part, Role::Plain, pictures, 0);
        }
        parts.read(frame, addresses)
    }

    /// These words, with where the links of `read`, from which they were taken, lead to.
    pub fn with_links(mut self, read: &[Inline]) -> Self {
        if let Some(credit) = &mut self.credit {
            for inline in read {
                lead(credit, inline);
            }
        }
        self
    }

    /// These words, or others where there are none.
    pub fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::default() { other() } else { self }
    }

    /// These words, and where caption or credit is missing, the other's.
    pub fn filled_from(self, other: Self) -> Self {
        let caption = if self.caption.is_empty() { other.caption } else { self.caption };
        Self { caption, credit: self.credit.or(other.credit) }
    }

    /// Whether these words, found elsewhere, can be of the picture that has the words `other`: not two captions.
    pub fn can_complete(&self, other: &Self) -> bool {
        self.caption.is_empty() || other.caption.is_empty()
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

/// The elements of a frame by their roles, in page order.
#[derive(Debug, Default)]
struct Parts<'a> {
    captions: Vec<ElementRef<'a>>,
    credits: Vec<ElementRef<'a>>,
    /// Elements with words of their own that have no role.
    plain: Vec<ElementRef<'a>>,
    /// What is left out when the words of an element are read: pictures, furniture, and parts with another role.
    left_out: BTreeSet<NodeId>,
}

/// Frames are shallow; deeper markup is not walked.
const DEEPEST: usize = 30;

impl<'a> Parts<'a> {
    /// Sorts `element` and what is inside by role; `within` is the role of what is around it.
    fn sort(&mut self, element: ElementRef<'a>, within: Role, pictures: &BTreeSet<NodeId>, depth: usize) {
        let id = element.id();
        if pictures.contains(&id) && !has_words(element) || depth > DEEPEST {
            self.left_out.insert(id);
            return;
        }
        let is_heading = matches!(element.value().name(), "h1" | "h2" | "h3") && within == Role::Plain;
        if is_heading {
            self.left_out.insert(id);
            return;
        }
        let in_caption = within == Role::Caption;
        let role = match Role::of(element) {
            Role::Furniture => {
                self.left_out.insert(id);
                return;
            }
            // The names of a caption's wrapper may speak of the credit that it holds as well.
            role if role.is_credit() => self.role_of_named_credit(element, role, within),
            Role::Caption if within.is_credit() => Role::Caption,
            Role::Caption if in_caption => Role::Plain,
            role => role,
        };
        match role {
            Role::Caption if !in_caption => {
                if within != Role::Plain {
                    self.left_out.insert(id);
                }
                self.captions.push(element);
            }
            Role::Credit | Role::NearCredit if !within.is_credit() => {
                self.left_out.insert(id);
                self.credits.push(element);
            }
            _ if within == Role::Plain && has_own_words(element) => self.plain.push(element),
            _ => {}
        }
        let inside = if role == Role::Plain { within } else { role };
        for child in element.children().filter_map(ElementRef::wrap) {
            self.sort(child, inside, pictures, depth + 1);
        }
        if within == Role::Plain && role == Role::Caption {
            // A plain part around it must not repeat it.
            self.left_out.insert(id);
        }
    }

    /// An element called a credit is a credit, unless it is the box of caption and credit both.
    fn role_of_named_credit(&self, element: ElementRef, role: Role, within: Role) -> Role {
        let inner = || element.descendants().skip(1).take(40).filter_map(ElementRef::wrap);
        let holds_credit = inner()
            .any(|inner| Role::of(inner).is_credit() && credit::marked(&inner.text().collect::<String>()).is_some());
        let holds_caption = inner().any(|inner| Role::of(inner) == Role::Caption);
        if holds_credit && (holds_caption || has_own_words(element)) {
            // `figcaption.credit > span.caption + span.credit`
            return if within == Role::Caption { Role::Plain } else { Role::Caption };
        }
        role
    }

    fn read(mut self, frame: &Frame, addresses: &Addresses) -> Wording {
        let mut credits: Vec<String> = Vec::new();
        let mut caption: Vec<Inline> = Vec::new();
        let mut read: Vec<Inline> = Vec::new();
        let mut trust = Trust::Named;
        if self.credits.is_empty()
            && let Some(element) = self.captions.iter().find_map(|caption| ending::name(*caption))
        {
            self.left_out.insert(element.id());
            self.credits.push(element);
        }
        for element in &self.captions {
            let inlines = self.inlines(*element, addresses);
            read.extend(inlines.iter().cloned());
            add_caption(&mut caption, inlines);
        }
        for element in &self.credits {
            let inlines = self.inlines(*element, addresses);
            let words = caption::words(&inlines);
            read.extend(inlines.iter().cloned());
            // "The kiln | Photo by Ines Okafor" in a box called "credits".
            match credit::part_of_marked(&words) {
                Some(parted) => {
                    add_caption(&mut caption, caption::cut(&inlines, parted.caption));
                    add_credit(&mut credits, Some(parted.credit));
                }
                // A sentence in such a box is a caption all the same.
                None if reads_as_a_sentence(&words) => add_caption(&mut caption, inlines),
                None if Role::of(*element) == Role::NearCredit && words.to_lowercase().starts_with("by ") => {}
                None => add_credit(&mut credits, credit::marked(&self.text(*element))),
            }
        }
        let has_caption_part = !self.captions.is_empty();
        for element in &self.plain {
            let inlines = self.inlines(*element, addresses);
            let text = caption::words(&inlines);
            if text.is_empty() || is_label_word(&text) {
                continue;
            }
            if let Some(credit) = credit::whole(&text) {
                if credits.is_empty() {
                    let parted = Parted { caption: 0..0, credit: credit.clone() };
                    trust = parted.into_credit(&text, Found::Page).trust;
                    add_credit(&mut credits, Some(credit));
                    read.extend(inlines);
                }
            } else if !has_caption_part && (frame.root.value().name() == "figure" || text.len() < 700) {
                read.extend(inlines.iter().cloned());
                add_caption(&mut caption, inlines);
            }
        }
        self.finish(caption, credits, trust).with_links(&read)
    }

    /// Parts the credit from the caption where no element did, and joins the credits.
    fn finish(&self, caption: Vec<Inline>, credits: Vec<String>, trust: Trust) -> Wording {
        let caption = caption::without_label(caption);
        let text = caption::words(&caption);
        let joined = join(&credits).map(|credit| Credit::printed(credit, Found::Page, trust));
        if is_label_word(&text) {
            return Wording { caption: Vec::new(), credit: joined };
        }
        let parted = credit::part(&text).or_else(|| ending::link(&caption, &text));
        match (joined, parted) {
            (None, Some(parted)) => Wording {
                caption: caption::cut(&caption, parted.caption.clone()),
                credit: Some(parted.into_credit(&text, Found::Page)),
            },
            // The caption repeats the credit that stands apart from it.
            (Some(credit), Some(parted)) if says_the_same(&credit.text, &parted.credit) => {
                Wording { caption: caption::cut(&caption, parted.caption), credit: Some(credit) }
            }
            (Some(credit), _) if says_the_same(&credit.text, &text) => {
                Wording { caption: Vec::new(), credit: Some(credit) }
            }
            (credit, _) => Wording { caption, credit },
        }
    }

    fn inlines(&self, element: ElementRef, addresses: &Addresses) -> Vec<Inline> {
        let own = element.id();
        caption::inlines(element, &|id| id != own && self.left_out.contains(&id), addresses)
    }

    /// The words of a credit: neighbouring elements are parted, since the page parts them by their looks.
    fn text(&self, element: ElementRef) -> String {
        let mut open: Vec<_> = vec![element.first_child()];
        let mut text = String::new();
        while let Some(next) = open.pop() {
            let Some(node) = next else { continue };
            open.push(node.next_sibling());
            if self.left_out.contains(&node.id()) || open.len() > 200 {
                continue;
            }
            match node.value() {
                Node::Text(more) => {
                    let begins = more.starts_with(char::is_whitespace);
                    let parts = text.ends_with(|c: char| c.is_alphanumeric() || c == '.')
                        && more.starts_with(|c: char| c.is_uppercase());
                    if begins || parts {
                        text.push(' ');
                    }
                    text.push_str(more);
                }
                Node::Element(inner) => {
                    if matches!(inner.name(), "br" | "p" | "div" | "li") {
                        text.push(' ');
                    }
                    if !matches!(inner.name(), "script" | "style" | "svg" | "noscript" | "template") {
                        open.push(node.first_child());
                    }
                }
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whether a text without a label is longer than names are and written like a sentence.
fn reads_as_a_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    let is_list = text.contains(['/', ';', '|', '©']) || agency::names_an_agency(text);
    words.len() > 6 && small * 2 > words.len() && !is_list && crate::article::credit::label::at_head(text).is_none()
}

/// Whether a picture's own element has words besides: a lazy box around a figure.
fn has_words(element: ElementRef) -> bool {
    !matches!(element.value().name(), "img" | "picture" | "noscript" | "amp-img")
        && element.text().any(|text| !text.trim().is_empty())
}

fn has_own_words(element: ElementRef) -> bool {
    element.children().any(|child| child.value().as_text().is_some_and(|text| !text.trim().is_empty()))
}

/// Adds to a caption what it does not say yet: pages repeat captions for small screens and for scripts.
fn add_caption(caption: &mut Vec<Inline>, more: Vec<Inline>) {
    let (old, new) = (caption::words(caption), caption::words(&more));
    if new.is_empty() || is_label_word(&new) || squeezed(&old).contains(&squeezed(&new)) {
        return;
    }
    if squeezed(&new).contains(&squeezed(&old)) {
        *caption = more;
        return;
    }
    caption.push(Inline::text(" "));
    caption.extend(more);
}

fn add_credit(credits: &mut Vec<String>, credit: Option<String>) {
    let Some(credit) = credit else { return };
    let is_known = credits.iter().any(|known| says_the_same(known, &credit));
    if !is_known && credits.len() < 3 {
        credits.push(credit);
    }
}

/// Several credits of one picture in one line.
fn join(credits: &[String]) -> Option<String> {
    (!credits.is_empty()).then(|| credits.join(" / "))
}

/// Whether one of two texts repeats the other, punctuation and spaces aside.
fn says_the_same(one: &str, other: &str) -> bool {
    let (one, other) = (squeezed(one), squeezed(other));
    one == other
        || (!other.is_empty() && one.contains(&other))
        || (!one.is_empty() && other.contains(&one) && other.len() < one.len() * 2)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
        let addresses = crate::clean::addresses::Addresses::of(&document, &page, None);
        let inlines = super::caption::inlines(document.root_element(), &|_| false, &addresses);
        let words = super::caption::words(&inlines);
        assert_eq!(words, "The Merrow Star, a ferry. Photo: AP");
        let parted = super::credit::part(&words).unwrap();
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
