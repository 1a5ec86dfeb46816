//! Survey: one walk over the page that picks up every place where metadata may stand.

use super::tidy::{collapsed, folded};
use ego_tree::{NodeId, iter::Edge};
use scraper::{ElementRef, Html, Node, node::Element};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What the walk found. "Where" is always the number of bytes of visible text that stand before a thing:
/// a byline is one because it stands near the headline.
#[derive(Debug, Default)]
pub(super) struct Survey<'a> {
    /// `meta` elements: the name or property in lower case, and the content.
    pub metas: Vec<(String, &'a str)>,
    /// The texts of the `script`s that hold JSON-LD.
    pub json_ld: Vec<String>,
    /// The text of the `title` element.
    pub title: Option<String>,
    /// `link rel=canonical`.
    pub canonical: Option<&'a str>,
    /// The `lang` of the root element.
    pub lang: Option<&'a str>,
    /// Elements whose markup says what they are, in the order of the page.
    pub marks: Vec<Mark<'a>>,
    /// Elements with `itemprop` or `property`: the property's name without prefix, in lower case.
    pub properties: Vec<(String, Mark<'a>)>,
    /// The texts that stand for pictures, where they are as short as a name.
    pub picture_texts: Vec<&'a str>,
    /// The visible text in lines, as block elements and `br` part it.
    pub lines: Vec<Line<'a>>,
}

/// An element whose name, class, id or rel says what it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark<'a> {
    pub sign: Sign,
    pub element: ElementRef<'a>,
    pub at: usize,
    /// The navigation, sidebar, comments or list of other stories that it stands in.
    furniture: Option<NodeId>,
    pub in_furniture: bool,
}

/// What an element says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `h1`.
    Headline,
    /// A lower heading, or something of a class like "headline".
    Heading,
    Byline,
    /// `rel=author`, or a link to an author's page.
    AuthorLink,
    /// `time`.
    Time,
    Date,
    Standfirst,
    Section,
    Breadcrumb,
    /// It carries a property of a vocabulary.
    Property,
}

/// A line of visible text.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// White space collapsed; never empty.
    pub text: String,
    pub at: usize,
    /// The name of the innermost block element around it.
    pub block: &'a str,
    furniture: Option<NodeId>,
    pub in_furniture: bool,
    /// How many of its bytes are in links.
    pub linked: usize,
}

impl<'a> Survey<'a> {
    pub fn of(document: &'a Html) -> Self {
        let mut walk = Walk::default();
        for edge in document.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(text) => walk.text(text),
                    Node::Element(_) => {
                        if let Some(element) = ElementRef::wrap(node) {
                            walk.open(element);
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Some(element) = ElementRef::wrap(node) {
                        walk.close(element);
                    }
                }
            }
        }
        walk.end_line();
        walk.survey
    }

    /// Takes back the judgement on every piece of furniture that holds the headline, for a class may say
    /// "sidebar" of the element that the sidebar stands beside; and on what follows the headline closely, for
    /// a newsletter's details are of a class "newsletter".
    pub fn pardon_around(&mut self, headline: &Mark) {
        const CLOSELY: usize = 100;
        let around: Vec<NodeId> = headline.element.ancestors().map(|node| node.id()).collect();
        let from = headline.at + words_of(headline.element).len();
        let is_furniture = |root: Option<NodeId>, at: usize| {
            root.is_some_and(|root| !around.contains(&root)) && !(from..from + CLOSELY).contains(&at)
        };
        for mark in self.marks.iter_mut().chain(self.properties.iter_mut().map(|(_, mark)| mark)) {
            mark.in_furniture = is_furniture(mark.furniture, mark.at);
        }
        for line in &mut self.lines {
            line.in_furniture = is_furniture(line.furniture, line.at);
        }
    }

    /// What the page shows closely before the place `at`: the line so far, or else the line before if it is as
    /// short as a label.
    pub fn label_before(&self, at: usize) -> &str {
        const LABEL: usize = 40;
        let next = self.lines.partition_point(|line| line.at <= at);
        let Some(line) = next.checked_sub(1).and_then(|index| self.lines.get(index)) else { return "" };
        let before = line.text.get(..at - line.at).unwrap_or(&line.text).trim_end();
        if !before.is_empty() {
            let from = before.len().saturating_sub(LABEL);
            let from = (from..before.len()).find(|from| before.is_char_boundary(*from)).unwrap_or(0);
            return &before[from..];
        }
        let previous = next.checked_sub(2).and_then(|index| self.lines.get(index));
        previous.map(|line| line.text.as_str()).filter(|text| text.len() <= LABEL).unwrap_or_default()
    }

    /// Where the first line stands that has just these words.
    pub fn place_of(&self, words: &str) -> Option<usize> {
        let words = folded(words);
        self.lines.iter().find(|line| line.text.len() < 300 && folded(&line.text) == words).map(|line| line.at)
    }

    /// The marks of one kind.
    pub fn marked(&self, sign: Sign) -> impl Iterator<Item = &Mark<'a>> {
        self.marks.iter().filter(move |mark| mark.sign == sign)
    }

    /// The elements that carry one of `names` as a property.
    pub fn with_property<'s>(&'s self, names: &'s [&str]) -> impl Iterator<Item = &'s Mark<'a>> {
        self.properties.iter().filter(|(name, _)| names.contains(&name.as_str())).map(|(_, mark)| mark)
    }
}

/// Elements whose text nobody reads as part of the page.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "head"
            | "select"
            | "textarea"
            | "iframe"
            | "object"
            | "math"
            | "audio"
            | "video"
    )
}

/// Elements that stand in the line of text and do not part it.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
    )
}

/// A page builder that calls everything a widget.
const BUILDER: &str = "elementor";

#[derive(Default)]
struct Walk<'a> {
    survey: Survey<'a>,
    /// How much text has been read, in bytes.
    at: usize,
    line: String,
    line_at: usize,
    linked: usize,
    blocks: Vec<&'a str>,
    unread: usize,
    /// The furniture that is open, the outermost first.
    furniture: Vec<NodeId>,
    articles: usize,
    links: usize,
    /// The last thing met was the end of an inline element.
    just_closed: bool,
}

impl<'a> Walk<'a> {
    fn open(&mut self, element: ElementRef<'a>) {
        let value = element.value();
        let name = value.name();
        match name {
            "meta" => self.meta(value),
            "link" => {
                let is_canonical = value.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
                if is_canonical && self.survey.canonical.is_none() {
                    self.survey.canonical = value.attr("href");
                }
            }
            "title" if self.survey.title.is_none() && self.unread > 0 => {
                self.survey.title = Some(element.text().collect());
            }
            "html" => self.survey.lang = value.attr("lang").or_else(|| value.attr("xml:lang")),
            "script" if value.attr("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")) => {
                self.survey.json_ld.push(element.text().collect());
            }
            _ => {}
        }
        if name == "img"
            && let Some(text) = value.attr("alt").filter(|text| (5..=80).contains(&text.len()))
        {
            self.survey.picture_texts.push(text);
        }
        if is_unread(name) {
            self.unread += 1;
        }
        if name == "article" {
            self.articles += 1;
        }
        // The footer of an article holds its author and its date.
        let is_article_footer = name == "footer" && self.articles > 0;
        let said = Said::by(value);
        if said.is_furniture && !is_article_footer {
            self.furniture.push(element.id());
        }
        if name == "a" {
            self.links += 1;
        }
        if !is_inline(name) {
            self.end_line();
            self.blocks.push(name);
        } else if self.just_closed {
            // Neighbours without a space between them are set apart by their style.
            self.line.push(' ');
        }
        self.just_closed = false;
        if self.unread == 0 {
            self.mark(element, said.signs);
        }
    }

    fn close(&mut self, element: ElementRef<'a>) {
        let value = element.value();
        let name = value.name();
        if !is_inline(name) {
            self.end_line();
            self.blocks.pop();
        }
        self.just_closed = is_inline(name);
        if name == "a" {
            self.links -= 1;
        }
        if name == "article" {
            self.articles -= 1;
        }
        if self.furniture.last() == Some(&element.id()) {
            self.furniture.pop();
        }
        if is_unread(name) {
            self.unread -= 1;
        }
    }

    fn text(&mut self, text: &str) {
        if self.unread > 0 {
            return;
        }
        self.just_closed = false;
        if self.line.is_empty() {
            self.line_at = self.at;
        }
        self.line.push_str(text);
        if self.links > 0 {
            self.linked += text.trim().len();
        }
    }

    fn end_line(&mut self) {
        let text = collapsed(&self.line);
        self.line.clear();
        let linked = std::mem::take(&mut self.linked);
        if text.is_empty() {
            return;
        }
        self.at += text.len();
        self.survey.lines.push(Line {
            text,
            at: self.line_at,
            block: self.blocks.last().copied().unwrap_or_default(),
            furniture: self.furniture.last().copied(),
            in_furniture: !self.furniture.is_empty(),
            linked,
        });
    }

    fn meta(&mut self, value: &'a Element) {
        let Some(content) = value.attr("content").filter(|content| !content.trim().is_empty()) else { return };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(key) = value.attr(key) {
                self.survey.metas.push((key.trim().to_ascii_lowercase(), content));
            }
        }
    }

    fn mark(&mut self, element: ElementRef<'a>, signs: Vec<Sign>) {
        let value = element.value();
        // The text of the open line has not been counted yet.
        let at = self.at + self.line.len();
        let furniture = self.furniture.last().copied();
        let mark = |sign| Mark { sign, element, at, furniture, in_furniture: furniture.is_some() };
        for key in ["itemprop", "property"] {
            for name in value.attr(key).unwrap_or_default().split_ascii_whitespace() {
                let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
                self.survey.properties.push((name, mark(Sign::Property)));
            }
        }
        self.survey.marks.extend(signs.into_iter().map(mark));
    }
}

/// Words of classes and ids that mark what is not part of the article.
const FURNITURE: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "footer",
    "sidebar",
    "aside",
    "related",
    "recommended",
    "recommendations",
    "recirc",
    "comments",
    "comment",
    "respond",
    "widget",
    "widgets",
    "newsletter",
    "promo",
    "share",
    "sharing",
    "social",
    "cookie",
    "popular",
    "trending",
    "modal",
    "popup",
    "carousel",
    "ads",
    "advert",
    "advertisement",
    "sponsored",
    "pagination",
    "toc",
    "teasers",
    "search",
    "cart",
];

/// Which words of classes, ids and the like say what an element is.
const SIGNS: [(Sign, &[&str]); 6] = [
    (Sign::Breadcrumb, &["breadcrumb", "breadcrumbs", "crumbs"]),
    (
        Sign::Byline,
        &[
            "byline",
            "bylines",
            "author",
            "authors",
            "writer",
            "contributor",
            "contributors",
            "authorname",
            "postauthor",
            "autor",
            "autoren",
            "auteur",
            "autore",
            "auteurs",
            "forfatter",
            "skribent",
        ],
    ),
    (
        Sign::Date,
        &[
            "date",
            "dates",
            "published",
            "pubdate",
            "publishdate",
            "posted",
            "timestamp",
            "datetime",
            "dateline",
            "datum",
            "fecha",
            "postdate",
            "publication",
            "updated",
            "modified",
            "time",
        ],
    ),
    (
        Sign::Standfirst,
        &[
            "standfirst",
            "deck",
            "dek",
            "subtitle",
            "subheadline",
            "subhead",
            "subheading",
            "subtitel",
            "lede",
            "lead",
            "chapo",
            "bajada",
            "sottotitolo",
            "strapline",
            "intro",
            "summary",
            "excerpt",
            "tagline",
        ],
    ),
    (Sign::Section, &["kicker", "eyebrow", "rubric", "category", "categories", "sectionlabel", "topic", "cat"]),
    (Sign::Heading, &["headline", "title"]),
];

/// What a word of a class or an id says.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Furniture,
    Sign(Sign),
    /// "no-sidebar", "has-nav": what follows is said not to be the element itself.
    Denial,
}

static MEANINGS: LazyLock<HashMap<&str, Meaning>> = LazyLock::new(|| {
    let furniture = FURNITURE.iter().map(|word| (*word, Meaning::Furniture));
    let signs = SIGNS.iter().flat_map(|(sign, words)| words.iter().map(|word| (*word, Meaning::Sign(*sign))));
    let denials = ["no", "has", "with", "without"].map(|word| (word, Meaning::Denial));
    furniture.chain(signs).chain(denials).collect()
});

/// All that the attributes of an element say.
#[derive(Debug, Default)]
struct Said {
    is_furniture: bool,
    signs: Vec<Sign>,
}

impl Said {
    fn by(value: &Element) -> Self {
        let mut said = Self::default();
        let name = value.name();
        match name {
            "nav" | "footer" => said.is_furniture = true,
            "time" => said.signs.push(Sign::Time),
            "h1" => said.signs.push(Sign::Headline),
            "h2" | "h3" => said.signs.push(Sign::Heading),
            _ => {}
        }
        // These hold everything, and a class of theirs tells of the page.
        let holds_all = matches!(name, "html" | "body" | "main" | "article");
        for (key, text) in value.attrs() {
            match key {
                _ if holds_all => {}
                "rel" if text.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("author")) => {
                    said.add(Sign::AuthorLink);
                }
                "href" if name == "a" && is_author_page(text) => said.add(Sign::AuthorLink),
                "class" | "id" | "data-testid" | "data-component" | "data-hook" => said.read(text, name),
                _ => {}
            }
        }
        said
    }

    fn read(&mut self, names: &str, element: &str) {
        const SIGNLESS: [&str; 7] = ["h1", "input", "img", "figure", "button", "label", "form"];
        let is_signless = SIGNLESS.contains(&element);
        // Utility classes carry words that say how, not what: "lg:text-author", "[&_time]:hidden".
        for name in names.split_ascii_whitespace().filter(|name| !name.contains([':', '['])) {
            let mut is_denied = false;
            let mut is_section = false;
            for_each_word(name, |word| {
                match MEANINGS.get(word) {
                    Some(Meaning::Furniture) if !is_denied && element != "h1" && !name.starts_with(BUILDER) => {
                        self.is_furniture = true
                    }
                    Some(Meaning::Sign(sign)) if !is_signless => self.add(*sign),
                    _ if is_section && word == "label" => self.add(Sign::Section),
                    _ => {}
                }
                is_denied = matches!(MEANINGS.get(word), Some(Meaning::Denial));
                is_section = word == "section";
            });
        }
    }

    fn add(&mut self, sign: Sign) {
        if !self.signs.contains(&sign) {
            self.signs.push(sign);
        }
    }
}

/// Folders in which sites keep the pages of their authors.
const AUTHOR_FOLDERS: [&str; 12] = [
    "/author/",
    "/authors/",
    "/by/",
    "/profile/",
    "/profiles/",
    "/people/",
    "/contributor/",
    "/contributors/",
    "/staff/",
    "/autor/",
    "/auteur/",
    "/writers/",
];

fn is_author_page(href: &str) -> bool {
    AUTHOR_FOLDERS.iter().any(|folder| href.contains(folder))
}

/// True if the markup calls the element, or one of the nearest around it, what it is changed by: "field-changed".
pub(super) fn is_called_changed(element: ElementRef) -> bool {
    const ENDINGS: [&str; 4] = ["changed", "modified", "lastmod", "revised"];
    let around = element.ancestors().filter_map(ElementRef::wrap).take(2);
    std::iter::once(element).chain(around).any(|element| {
        let names = ["class", "itemprop"].into_iter().filter_map(|key| element.attr(key));
        names.flat_map(str::split_ascii_whitespace).any(|name| {
            let name = name.to_ascii_lowercase();
            ENDINGS.iter().any(|ending| name.ends_with(ending))
        })
    })
}

/// Calls `look` with the words of "post-authorName" in lower case: "post", "author", "name". Longer words than
/// any that means something are passed over.
fn for_each_word(name: &str, mut look: impl FnMut(&str)) {
    const LONGEST: usize = 24;
    let mut word = String::with_capacity(LONGEST);
    let mut before = 0_u8;
    for byte in name.bytes().chain([b' ']) {
        let starts_word = byte.is_ascii_uppercase() && before.is_ascii_lowercase();
        if (starts_word || !byte.is_ascii_alphanumeric()) && !word.is_empty() {
            if word.len() <= LONGEST {
                look(&word);
            }
            word.clear();
        }
        if byte.is_ascii_alphanumeric() {
            word.push(char::from(byte.to_ascii_lowercase()));
        }
        before = byte;
    }
}

/// The visible words of `element` in one line.
pub(super) fn words_of(element: ElementRef) -> String {
    collapsed(&read(element, ""))
}

/// The visible words of `element` in lines, as blocks part them, and inline elements that follow one another
/// without so much as a space: those are set apart by their style.
pub(super) fn lines_of(element: ElementRef) -> String {
    let words = read(element, "\n");
    let lines = words.split('\n').map(collapsed).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn read(element: ElementRef, between_neighbours: &str) -> String {
    let mut words = String::new();
    let mut unread = 0_usize;
    let mut just_closed = false;
    for edge in element.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(text) if opens && unread == 0 => {
                words.push_str(&text.replace(['\n', '\r', '\t'], " "));
                just_closed = false;
            }
            Node::Element(inner) => {
                if is_unread(inner.name()) {
                    unread = if opens { unread + 1 } else { unread.saturating_sub(1) };
                } else if !is_inline(inner.name()) {
                    words.push('\n');
                } else if opens && just_closed {
                    words.push_str(between_neighbours);
                }
                just_closed = !opens;
            }
            _ => {}
        }
    }
    words
}
