//! Scan: one walk over the page that picks up every place where metadata may stand.

pub(super) mod signs;

use super::tidy::{collapsed, folded};
use super::words::{is_inline, lines_of, words_of};
use crate::clean::view::PageView;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::claims::PageClaims;
use crate::clean::view::non_text::is_unread;
use crate::clean::view::tree::{Edge, NodeIdx, NodeKind, Tree};
use scraper::node::Element;
use signs::{Furniture, Known, Said, Sign, is_called_changed};

/// What the walk found. "Where" is always the number of bytes of visible text that stand before a thing:
/// a byline is one because it stands near the headline.
pub(super) struct MetadataScan<'a> {
    pub claims: &'a PageClaims<'a>,
    /// The text of the `title` element.
    pub title: Option<String>,
    /// Elements whose markup says what they are, in the order of the page.
    pub marks: Vec<Mark<'a>>,
    /// Elements with `itemprop` or `property`: the property's name without prefix, in lower case.
    pub properties: Vec<(String, Mark<'a>)>,
    /// The texts that stand for pictures, where they are as short as a name, and where the pictures stand.
    pub picture_texts: Vec<(usize, &'a str)>,
    /// The visible text in lines, as block elements and `br` part it.
    pub lines: Vec<Line<'a>>,
}

/// An element whose name, class, id or rel says what it is.
#[derive(Clone, Copy)]
pub(super) struct Mark<'a> {
    pub sign: Sign,
    pub element: NodeIdx,
    pub tree: &'a Tree<'a>,
    pub at: usize,
    /// The navigation, sidebar, comments or list of other stories that it stands in.
    furniture: Option<Root>,
    pub in_furniture: bool,
}

/// The element at which a piece of furniture begins.
#[derive(Debug, Clone, Copy)]
struct Root {
    element: NodeIdx,
    kind: Furniture,
}

impl<'a> Mark<'a> {
    /// The visible words of the element in one line.
    pub(super) fn words(&self) -> String {
        words_of(self.element, self.tree)
    }

    /// The visible words of the element in lines.
    pub(super) fn lines(&self) -> String {
        lines_of(self.element, self.tree)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.tree.attribute(self.element, name)
    }

    /// True if the markup calls the element, or one of the nearest around it, what it is changed by: "field-changed".
    pub(super) fn is_called_changed(&self) -> bool {
        is_called_changed(self.element, self.tree)
    }

    /// It stands in furniture that is never the article's.
    pub(super) fn is_apart(&self) -> bool {
        self.in_furniture && self.furniture.is_some_and(|root| root.kind == Furniture::Apart)
    }
}

/// A line of visible text.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// White space collapsed; never empty.
    pub text: String,
    pub at: usize,
    /// The name of the innermost block element around it.
    pub block: &'a str,
    furniture: Option<Root>,
    pub in_furniture: bool,
    /// It stands in a figure or in the caption of a table.
    pub in_caption: bool,
    /// How many of its bytes are in links.
    pub linked: usize,
}

impl Line<'_> {
    /// It stands in furniture that is never the article's.
    pub(super) fn is_apart(&self) -> bool {
        self.in_furniture && self.furniture.is_some_and(|root| root.kind == Furniture::Apart)
    }
}

impl<'a> MetadataScan<'a> {
    /// What is hidden is passed over, but for the dates and properties that machines read there; unless it is more
    /// than what is shown, for then a script was to show it.
    pub(super) fn of(view: &'a PageView<'a>) -> Self {
        let walk = Walk::over(view, false);
        if walk.hidden_bytes > walk.at { Walk::over(view, true).scan } else { walk.scan }
    }

    /// Takes back the judgement on every piece of furniture that holds the headline, for a class may say
    /// "sidebar" of the element that the sidebar stands beside; and on what follows the headline closely, for
    /// a newsletter's details are of a class "newsletter".
    pub(super) fn pardon_around(&mut self, headline: &Mark) {
        const CLOSELY: usize = 100;
        let around: Vec<NodeIdx> = headline.tree.ancestors(headline.element).collect();
        let from = headline.at + headline.words().len();
        let is_close = |at: usize| (from..from + CLOSELY).contains(&at);
        let is_furniture = |root: Option<Root>, at: usize| {
            root.is_some_and(|root| !around.contains(&root.element) && (root.kind == Furniture::Apart || !is_close(at)))
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
    pub(super) fn label_before(&self, at: usize) -> &str {
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
    pub(super) fn place_of(&self, words: &str) -> Option<usize> {
        let words = folded(words);
        self.lines.iter().find(|line| line.text.len() < 300 && folded(&line.text) == words).map(|line| line.at)
    }

    /// The marks of one kind.
    pub(super) fn marked(&self, sign: Sign) -> impl Iterator<Item = &Mark<'a>> {
        self.marks.iter().filter(move |mark| mark.sign == sign)
    }

    /// The elements that carry one of `names` as a property.
    pub(super) fn with_property<'s>(&'s self, names: &'s [&str]) -> impl Iterator<Item = &'s Mark<'a>> {
        self.properties.iter().filter(|(name, _)| names.contains(&name.as_str())).map(|(_, mark)| mark)
    }
}

struct Walk<'a> {
    tree: &'a Tree<'a>,
    scan: MetadataScan<'a>,
    known: Known<'a>,
    /// How much text has been read, in bytes.
    at: usize,
    line: String,
    line_at: usize,
    linked: usize,
    blocks: Vec<&'a str>,
    unread: usize,
    /// The furniture that is open, the outermost first.
    furniture: Vec<Root>,
    articles: usize,
    links: usize,
    captions: usize,
    /// Hidden elements count like others.
    shows_hidden: bool,
    /// The outermost hidden element that is open.
    hidden: Option<NodeIdx>,
    /// How much text was passed over since it is hidden.
    hidden_bytes: usize,
    /// The last thing met was the end of an inline element.
    just_closed: bool,
}

impl<'a> Walk<'a> {
    fn over(view: &'a PageView<'a>, shows_hidden: bool) -> Self {
        let tree = &view.tree;
        let scan = MetadataScan {
            claims: &view.claims,
            title: None,
            marks: Vec::new(),
            properties: Vec::new(),
            picture_texts: Vec::new(),
            lines: Vec::new(),
        };
        let mut walk = Self {
            tree,
            scan,
            known: Known::default(),
            at: 0,
            line: String::new(),
            line_at: 0,
            linked: 0,
            blocks: Vec::new(),
            unread: 0,
            furniture: Vec::new(),
            articles: 0,
            links: 0,
            captions: 0,
            shows_hidden,
            hidden: None,
            hidden_bytes: 0,
            just_closed: false,
        };
        for edge in tree.edges(NodeIdx::ROOT) {
            match edge {
                Edge::Open(node) => match tree.node(node).kind {
                    NodeKind::Text(text) => walk.text(text),
                    NodeKind::Element(element) => walk.open(node, element),
                },
                Edge::Close(element) => walk.close(element),
            }
        }
        walk.end_line();
        walk
    }

    fn open(&mut self, element: NodeIdx, value: &'a Element) {
        let name = value.name();
        if name == "title" && self.scan.title.is_none() && self.unread > 0 {
            self.scan.title = Some(self.tree.texts(element).collect());
        }
        if name == "img"
            && self.hidden.is_none()
            && let Some(text) = value.attribute("alt").filter(|text| (5..=80).contains(&text.len()))
        {
            self.scan.picture_texts.push((self.at + self.line.len(), text));
        }
        if is_unread(name) {
            self.unread += 1;
        }
        if name == "article" {
            self.articles += 1;
        }
        // The footer of an article holds its author and its date.
        let is_article_footer = name == "footer" && self.articles > 0;
        let said = Said::by(value, &mut self.known);
        if self.hidden.is_none() && !self.shows_hidden && self.unread == 0 && said.is_hidden {
            self.end_line();
            self.hidden = Some(element);
        }
        if let Some(kind) = said.furniture.filter(|_| !is_article_footer) {
            self.furniture.push(Root { element, kind });
        }
        if name == "a" {
            self.links += 1;
        }
        if !is_inline(name) {
            self.end_line();
            self.blocks.push(name);
            self.captions += usize::from(is_caption(name));
        } else if self.just_closed {
            // Neighbours without a space between them are set apart by their style.
            self.line.push(' ');
        }
        self.just_closed = false;
        if self.unread == 0 {
            self.mark(element, &said);
        }
    }

    fn close(&mut self, element: NodeIdx) {
        let name = self.tree.name(element);
        self.just_closed = is_inline(name);
        if !self.just_closed {
            self.end_line();
            self.blocks.pop();
            self.captions -= usize::from(is_caption(name));
        }
        if name == "a" {
            self.links -= 1;
        }
        if name == "article" {
            self.articles -= 1;
        }
        if self.furniture.last().is_some_and(|root| root.element == element) {
            self.furniture.pop();
        }
        if self.hidden == Some(element) {
            self.hidden = None;
        }
        if is_unread(name) {
            self.unread -= 1;
        }
    }

    fn text(&mut self, text: &str) {
        if self.unread > 0 {
            return;
        }
        if self.hidden.is_some() {
            self.hidden_bytes += text.trim().len();
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
        let linked = std::mem::take(&mut self.linked);
        // Most blocks have nothing between them.
        let text = if self.line.trim_ascii().is_empty() { String::new() } else { collapsed(&self.line) };
        self.line.clear();
        if text.is_empty() {
            return;
        }
        self.at += text.len();
        self.scan.lines.push(Line {
            text,
            at: self.line_at,
            block: self.blocks.last().copied().unwrap_or_default(),
            furniture: self.furniture.last().copied(),
            in_furniture: !self.furniture.is_empty(),
            in_caption: self.captions > 0,
            linked,
        });
    }

    fn mark(&mut self, element: NodeIdx, said: &Said<'a>) {
        // The text of the open line has not been counted yet.
        let at = self.at + self.line.len();
        let furniture = self.furniture.last().copied();
        let tree = self.tree;
        let mark = |sign| Mark { sign, element, tree, at, furniture, in_furniture: furniture.is_some() };
        for names in said.properties.into_iter().flatten() {
            for name in names.split_ascii_whitespace() {
                let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
                self.scan.properties.push((name, mark(Sign::Property)));
            }
        }
        let is_hidden = self.hidden.is_some();
        let signs = said.signs.each().filter(|sign| !is_hidden || matches!(sign, Sign::Time | Sign::Date));
        self.scan.marks.extend(signs.map(mark));
    }
}

/// An element whose words tell of what is in a picture or a table, whom it shows among them.
fn is_caption(name: &str) -> bool {
    matches!(name, "figure" | "figcaption" | "caption")
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn furniture(html: &str) -> Vec<bool> {
        let document = Html::parse_document(html);
        MetadataScan::of(&PageView::of(&document)).lines.iter().map(|line| line.in_furniture).collect()
    }

    #[test]
    fn furniture_is_known_by_name_and_class_but_not_by_what_a_page_lacks() {
        assert_eq!(furniture("<nav>a</nav><div class=relatedPosts>b</div><p>c</p>"), [true, true, false]);
        assert_eq!(
            furniture("<div class='layout no-sidebar'>a</div><div class=elementor-widget>b</div>"),
            [false, false]
        );
        assert_eq!(furniture("<article><footer>a</footer></article><footer>b</footer>"), [false, true]);
    }

    #[test]
    fn what_is_hidden_is_passed_over_unless_a_script_was_to_show_it() {
        let scan = |html: &'static str| {
            let document = Html::parse_document(html);
            let view = PageView::of(&document);
            let scan = MetadataScan::of(&view);
            let lines: Vec<String> = scan.lines.into_iter().map(|line| line.text).collect();
            let signs: Vec<Sign> = scan.marks.iter().map(|mark| mark.sign).collect();
            (lines, signs)
        };
        let page = "<div style='display:none'><h1>Sign in</h1><time>9 July 2020</time></div><h2>The tide comes in</h2><p>It came at night, and stayed.</p>";
        let (lines, signs) = scan(page);
        assert_eq!(lines, ["The tide comes in", "It came at night, and stayed."]);
        assert_eq!(signs, [Sign::Time, Sign::Heading]);
        let (lines, signs) = scan("<p>Loading</p><div hidden><h1>The tide comes in</h1></div>");
        assert_eq!(lines, ["Loading", "The tide comes in"]);
        assert_eq!(signs, [Sign::Headline]);
    }

    #[test]
    fn what_holds_the_headline_is_no_furniture() {
        let document = Html::parse_document("<div class=sidebar-layout><h1>The tide comes in</h1><p>Text.</p></div>");
        let view = PageView::of(&document);
        let mut scan = MetadataScan::of(&view);
        let headline = *scan.marked(Sign::Headline).next().unwrap();
        scan.pardon_around(&headline);
        assert!(scan.lines.iter().all(|line| !line.in_furniture));
    }
}
