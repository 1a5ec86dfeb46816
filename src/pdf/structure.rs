//! The structure of the issue, as a reader hears it who cannot see the pages: sections, articles, headings,
//! paragraphs, lists, tables (ISO 32000-1, 14.7 and 14.8).
//!
//! A [`Tree`] grows in reading order while the blocks are set, beside the slabs and before there are pages. What is
//! set knows its element by an [`ElementId`], so that one paragraph stays one wherever its lines go: over columns
//! and pages, past a figure that floats, round a hyphen. The cover, the contents, each article and the credits grow
//! a tree of their own; [`tagging`](crate::pdf::file::tagging) puts them into the file.

use crate::article::{Figures, Language, printed_address};
use crate::pdf::setting::text::{SpanKind, Target, Text};

/// One part of the issue as a tree.
#[derive(Debug, Clone)]
pub(super) struct Tree {
    /// Which of the trees this is.
    branch: u32,
    /// In the order in which they are read; a parent comes before its children. The first is the root.
    pub elements: Vec<Element>,
    /// The elements that are not closed yet, the innermost last.
    open: Vec<u32>,
    /// The levels, as the article has them, of the headings above what comes next.
    headings: Vec<u8>,
    /// The language of the issue.
    language: Language,
}

/// An element of the structure.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub kind: Kind,
    /// Its place in the tree; `None` for the root.
    pub parent: Option<u32>,
    /// Whether it stands among the words of its parent, and so has its place where its own words are drawn.
    pub is_inline: bool,
    /// The language of its words, where it is not that of the issue.
    pub language: Option<Language>,
}

/// What an element is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A part of the issue around the articles, or a part of an article.
    Section,
    Article,
    /// A group without a meaning of its own.
    Group,
    Paragraph,
    /// With its level: 1 for the headlines of articles, and none left out below that.
    Heading(u8),
    Quote,
    List(ListMarks),
    Item,
    Label,
    ItemBody,
    Table,
    TableHead,
    TableBody,
    Row,
    /// A cell that names its column or its row.
    HeadCell {
        scope: Scope,
        span: CellSpan,
    },
    Cell(CellSpan),
    /// A picture, with what is said in its place.
    Figure {
        alternative: String,
    },
    Caption,
    Note,
    /// Program text, a block of it.
    Program,
    Contents,
    ContentsEntry,
    /// Words that send the reader to another place of the issue.
    Reference,
    /// With a few words on where it leads.
    Link {
        leads_to: String,
    },
    /// Program text in a sentence.
    Code,
    /// Words that no longer hold.
    StruckOut,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListMarks {
    Nothing,
    Bullets,
    Numbers(Figures),
}

/// What the head of a table speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Column,
    Row,
}

/// How many columns and rows a cell covers, at least 1 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellSpan {
    pub columns: usize,
    pub rows: usize,
}

impl CellSpan {
    pub(super) const ONE: Self = Self { columns: 1, rows: 1 };
}

/// Names an element among all trees of the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ElementId {
    pub branch: u32,
    pub place: u32,
}

/// What a mark is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of the page, not of the text: rules and panels, and what is said a second time.
    Furniture,
    /// What stands at the head of every page.
    RunningHead,
    /// What stands at the foot of every page.
    Folio,
    /// A part of the text: of this element of its structure.
    Element(ElementId),
}

/// What the lines of a text belong to: an element, and inside it one for each of the text's spans.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag {
    role: Role,
    /// The element of the text's first span; those of the others follow it.
    spans: Option<u32>,
}

impl Tag {
    /// What the words in `span` belong to.
    pub(super) fn role(self, span: Option<usize>) -> Role {
        match (self.role, self.spans, span) {
            (Role::Element(id), Some(first), Some(span)) => {
                Role::Element(ElementId { place: first + span as u32, ..id })
            }
            (role, ..) => role,
        }
    }
}

impl From<Role> for Tag {
    /// Lines whose words are all of one role.
    fn from(role: Role) -> Self {
        Self { role, spans: None }
    }
}

impl ElementId {
    /// The element that is named.
    pub(super) fn of(self, trees: &[Tree]) -> &Element {
        &trees[self.branch as usize].elements[self.place as usize]
    }
}

impl Tree {
    /// The tree that is number `branch` of those of an issue in `language`.
    pub(super) fn new(branch: usize, root: Kind, language: &Language) -> Self {
        let root = Element { kind: root, parent: None, is_inline: false, language: None };
        Self {
            branch: branch as u32,
            elements: vec![root],
            open: vec![0],
            headings: Vec::new(),
            language: language.clone(),
        }
    }

    /// Says in which language the words are of the element that was opened last.
    pub(super) fn set_language(&mut self, language: &Language) {
        if *language != self.language
            && let Some(element) = self.open.last().and_then(|place| self.elements.get_mut(*place as usize))
        {
            element.language = Some(language.clone());
        }
    }

    /// Adds an element that holds what is added until it is closed.
    pub(super) fn open(&mut self, kind: Kind) {
        let id = self.add(kind);
        self.open.push(id.place);
    }

    /// Closes the element that was opened last; the root stays open.
    pub(super) fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    /// Adds an element without words of its own, or whose words are no [`Text`].
    pub(super) fn add(&mut self, kind: Kind) -> ElementId {
        let kind = match kind {
            Kind::Heading(level) => Kind::Heading(self.rank(level)),
            kind => kind,
        };
        self.push(Element { kind, parent: self.open.last().copied(), is_inline: false, language: None })
    }

    /// Adds an element for the words of `text`, and those inside it for its links and the like.
    pub(super) fn add_text(&mut self, kind: Kind, text: &Text) -> Tag {
        let id = self.add(kind);
        let first = self.elements.len() as u32;
        for (place, span) in text.spans.iter().enumerate() {
            let kind = match &span.kind {
                SpanKind::Reference => Kind::Reference,
                SpanKind::Link(Target::Web(url)) => Kind::Link { leads_to: printed_address(url) },
                SpanKind::Link(Target::Inside(_)) => Kind::Link { leads_to: text.words_in(place) },
                SpanKind::StruckOut => Kind::StruckOut,
                SpanKind::Label => Kind::Label,
                SpanKind::Code => Kind::Code,
            };
            let parent = span.within.map_or(id.place, |outer| first + outer as u32);
            self.push(Element { kind, parent: Some(parent), is_inline: true, language: None });
        }
        Tag { role: Role::Element(id), spans: (!text.spans.is_empty()).then_some(first) }
    }

    fn push(&mut self, element: Element) -> ElementId {
        let place = self.elements.len() as u32;
        self.elements.push(element);
        ElementId { branch: self.branch, place }
    }

    /// The level of a heading with none left out above it: pages go from `h2` to `h4`, the structure may not
    /// (ISO 14289-1, 7.4.2).
    fn rank(&mut self, level: u8) -> u8 {
        self.headings.retain(|above| *above < level);
        self.headings.push(level);
        self.headings.len() as u8
    }
}

impl Kind {
    /// The name of the standard structure type (ISO 32000-1, 14.8.4).
    pub(super) fn name(&self) -> &'static str {
        match self {
            Kind::Section => "Sect",
            Kind::Article => "Art",
            Kind::Group => "Div",
            Kind::Paragraph => "P",
            Kind::Heading(1) => "H1",
            Kind::Heading(2) => "H2",
            Kind::Heading(3) => "H3",
            Kind::Heading(4) => "H4",
            Kind::Heading(5) => "H5",
            Kind::Heading(_) => "H6",
            Kind::Quote => "BlockQuote",
            Kind::List(_) => "L",
            Kind::Item => "LI",
            Kind::Label => "Lbl",
            Kind::ItemBody => "LBody",
            Kind::Table => "Table",
            Kind::TableHead => "THead",
            Kind::TableBody => "TBody",
            Kind::Row => "TR",
            Kind::HeadCell { .. } => "TH",
            Kind::Cell(_) => "TD",
            Kind::Figure { .. } => "Figure",
            Kind::Caption => "Caption",
            Kind::Note => "Note",
            Kind::Program | Kind::Code => "Code",
            Kind::Contents => "TOC",
            Kind::ContentsEntry => "TOCI",
            Kind::Reference => "Reference",
            Kind::Link { .. } => "Link",
            Kind::StruckOut => "Span",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::layout::MAGAZINE;
    use crate::pdf::setting::text::Look;

    fn names(tree: &Tree) -> Vec<(&'static str, Option<u32>)> {
        tree.elements.iter().map(|element| (element.kind.name(), element.parent)).collect()
    }

    #[test]
    fn no_level_of_headings_is_left_out() {
        let mut tree = Tree::new(0, Kind::Article, &Language::english());
        for level in [1, 4, 6, 3, 2, 2, 3] {
            tree.add(Kind::Heading(level));
        }
        let ranks: Vec<&str> = names(&tree).into_iter().skip(1).map(|(name, _)| name).collect();
        assert_eq!(ranks, ["H1", "H2", "H3", "H2", "H2", "H2", "H3"]);
    }

    #[test]
    fn a_link_is_an_element_of_the_paragraph_that_it_stands_in() {
        let mut tree = Tree::new(0, Kind::Article, &Language::english());
        let mut text = Text::default();
        let look = Look::from(MAGAZINE.styles.body);
        text.push("See the ", look, None);
        text.push("notes", look, Some(Target::Inside("notes".into())));
        let tag = tree.add_text(Kind::Paragraph, &text);
        assert_eq!(names(&tree), [("Art", None), ("P", Some(0)), ("Reference", Some(1)), ("Link", Some(2))]);
        let link = text.stretches.last().and_then(|stretch| stretch.span);
        assert_eq!(tag.role(link), Role::Element(ElementId { branch: 0, place: 3 }));
        assert_eq!(tag.role(None), Role::Element(ElementId { branch: 0, place: 1 }));
        assert_eq!(tree.elements[3].kind, Kind::Link { leads_to: "notes".into() });
    }

    #[test]
    fn what_is_closed_takes_nothing_more() {
        let mut tree = Tree::new(0, Kind::Article, &Language::english());
        tree.open(Kind::Quote);
        tree.add(Kind::Paragraph);
        tree.close();
        tree.close();
        tree.add(Kind::Paragraph);
        let parents: Vec<Option<u32>> = names(&tree).into_iter().map(|(_, parent)| parent).collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(0)]);
    }
}
