//! The structure as it goes into the file: a dictionary for each element with what it holds, and from each stretch
//! of a page's content the way back to its element (ISO 32000-1, 14.7).

use super::links::PlacedLink;
use super::text_string::text_string;
use crate::article::Figures;
use crate::pdf::layout::frame::{Frame, Page};
use crate::pdf::mark::MarkKind;
use crate::pdf::structure::Role;
use crate::pdf::structure::{CellSpan, ElementId, Kind, ListMarks, Scope, Tree};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// All that the structure of the file is made of.
pub(in crate::pdf) struct Tagging<'a> {
    pub trees: &'a [Tree],
    pub pages: &'a [Page],
    pub page_ids: &'a [ObjectId],
    /// For each page the elements that its stretches of content belong to, by their numbers.
    pub content: &'a [Vec<ElementId>],
    pub links: &'a [PlacedLink],
    pub frame: Frame,
}

/// What an element holds.
#[derive(Debug, Clone, Copy)]
enum Kid {
    /// Another element of its tree.
    Element(u32),
    /// The stretch of this number on a page.
    Content {
        page: usize,
        number: usize,
    },
    Link {
        page: usize,
        annotation: ObjectId,
    },
}

/// What the elements of a tree hold, by their places.
struct Kids(Vec<Vec<Kid>>);

impl Tagging<'_> {
    /// Adds the structure to the file and returns its root; the pages learn which numbers are theirs.
    pub(super) fn write(&self, file: &mut Document) -> lopdf::Result<ObjectId> {
        let kids = self.kids();
        let root = file.new_object_id();
        let document = file.new_object_id();
        let ids: Vec<Vec<Option<ObjectId>>> = kids
            .iter()
            .zip(self.trees)
            .map(|(kids, tree)| {
                let places = 0..tree.elements.len();
                places.map(|place| kids.stays(place, tree).then(|| file.new_object_id())).collect()
            })
            .collect();
        let boxes = self.boxes();
        let mut notes = BTreeMap::new();
        for (branch, (tree, kids)) in self.trees.iter().zip(&kids).enumerate() {
            for (place, (element, held)) in tree.elements.iter().zip(&kids.0).enumerate() {
                let Some(id) = ids[branch][place] else { continue };
                let parent = element.parent.and_then(|parent| ids[branch][parent as usize]).unwrap_or(document);
                // Their type need not be said (ISO 32000-1, table 323), and there are tens of thousands.
                let mut dictionary = dictionary! { "S" => element.kind.name(), "P" => parent };
                self.hold(&mut dictionary, held, &ids[branch]);
                let at = ElementId { branch: branch as u32, place: place as u32 };
                describe(&mut dictionary, &element.kind, boxes.get(&at));
                if let Some(language) = &element.language {
                    dictionary.set("Lang", Object::string_literal(language.to_string()));
                }
                if element.kind == Kind::Note {
                    let name = format!("note-{branch}-{place:06}");
                    dictionary.set("ID", Object::string_literal(name.as_str()));
                    notes.insert(name, id);
                }
                file.set_object(id, dictionary);
            }
        }
        let roots: Vec<Object> =
            ids.iter().filter_map(|ids| ids.first().copied().flatten()).map(Object::from).collect();
        let whole = dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => roots };
        file.set_object(document, whole);
        let ways_back = self.ways_back(file, &ids)?;
        let mut dictionary = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => document,
            "ParentTree" => ways_back,
            "ParentTreeNextKey" => (self.pages.len() + self.links.len()) as i64,
        };
        if !notes.is_empty() {
            let name = |(name, id): (String, ObjectId)| [Object::string_literal(name), id.into()];
            let (first, last) = (notes.keys().next().cloned(), notes.keys().next_back().cloned());
            let limits: Vec<Object> = [first, last].into_iter().flatten().map(Object::string_literal).collect();
            let names: Vec<Object> = notes.into_iter().flat_map(name).collect();
            let leaf = file.add_object(dictionary! { "Limits" => limits, "Names" => names });
            dictionary.set("IDTree", dictionary! { "Kids" => vec![leaf.into()] });
        }
        file.set_object(root, dictionary);
        Ok(root)
    }

    /// What each element of each tree holds; nothing where it is left out, since no word of it is on a page.
    ///
    /// Elements stand in the order in which they are read, wherever they were drawn: a figure may have floated past
    /// the paragraph after it. Inside a paragraph the words and the links have the order in which they were drawn.
    fn kids(&self) -> Vec<Kids> {
        let mut all: Vec<Kids> = self.trees.iter().map(Kids::of_blocks).collect();
        for (page, content) in self.content.iter().enumerate() {
            for (number, id) in content.iter().enumerate() {
                let branch = id.branch as usize;
                all[branch].add(id.place, Kid::Content { page, number }, &self.trees[branch]);
            }
        }
        for link in self.links {
            let branch = link.element.branch as usize;
            let kid = Kid::Link { page: link.page, annotation: link.annotation };
            all[branch].add(link.element.place, kid, &self.trees[branch]);
        }
        for (kids, tree) in all.iter_mut().zip(self.trees) {
            kids.prune(tree);
        }
        all
    }

    /// Says what an element holds; the numbers of content are those of the first page that it stands on.
    fn hold(&self, dictionary: &mut Dictionary, kids: &[Kid], ids: &[Option<ObjectId>]) {
        let first = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            _ => None,
        });
        let object = |kid: &Kid| match *kid {
            Kid::Element(place) => ids[place as usize].map(Object::from),
            Kid::Content { page, number } if Some(page) == first => Some((number as i64).into()),
            Kid::Content { page, number } => {
                let way = dictionary! { "Type" => "MCR", "Pg" => self.page_ids[page], "MCID" => number as i64 };
                Some(way.into())
            }
            Kid::Link { page, annotation } => {
                let way = dictionary! { "Type" => "OBJR", "Pg" => self.page_ids[page], "Obj" => annotation };
                Some(way.into())
            }
        };
        let mut objects: Vec<Object> = kids.iter().filter_map(object).collect();
        match objects.len() {
            0 => {}
            1 => dictionary.set("K", objects.remove(0)),
            _ => dictionary.set("K", objects),
        }
        if let Some(page) = first {
            dictionary.set("Pg", self.page_ids[page]);
        }
    }

    /// The corners of the pictures of figures.
    fn boxes(&self) -> BTreeMap<ElementId, [f32; 4]> {
        let marks = self.pages.iter().flat_map(|page| &page.marks);
        let pictures = marks.filter_map(|mark| match (&mark.kind, mark.role) {
            (MarkKind::Picture { width, height, .. }, Role::Element(id)) => {
                let top = self.frame.paper.height() - mark.y;
                Some((id, [mark.x, top - height, mark.x + width, top]))
            }
            _ => None,
        });
        pictures.collect()
    }

    /// From the content of each page and from each link to their elements (ISO 32000-1, 14.7.4.4).
    fn ways_back(&self, file: &mut Document, ids: &[Vec<Option<ObjectId>>]) -> lopdf::Result<ObjectId> {
        let element = |id: &ElementId| ids[id.branch as usize][id.place as usize].map_or(Object::Null, Object::from);
        let mut numbers: Vec<Object> = Vec::with_capacity(2 * (self.pages.len() + self.links.len()));
        for (place, (content, page)) in self.content.iter().zip(self.page_ids).enumerate() {
            let elements: Vec<Object> = content.iter().map(element).collect();
            numbers.extend([(place as i64).into(), file.add_object(elements).into()]);
            let page = file.get_dictionary_mut(*page)?;
            page.set("StructParents", place as i64);
            page.set("Tabs", "S");
        }
        for (place, link) in self.links.iter().enumerate() {
            numbers.extend([((self.pages.len() + place) as i64).into(), element(&link.element)]);
        }
        Ok(file.add_object(dictionary! { "Nums" => numbers }))
    }
}

impl Kids {
    /// The elements inside each element, those aside that have their place among its words.
    fn of_blocks(tree: &Tree) -> Self {
        let mut kids = vec![Vec::new(); tree.elements.len()];
        for (place, element) in tree.elements.iter().enumerate().filter(|(_, element)| !element.is_inline) {
            if let Some(parent) = element.parent {
                kids[parent as usize].push(Kid::Element(place as u32));
            }
        }
        Self(kids)
    }

    /// Gives the element at `place` something to hold. If it stands among words and this is the first of its own,
    /// this is its place among them.
    fn add(&mut self, place: u32, kid: Kid, tree: &Tree) {
        let element = &tree.elements[place as usize];
        if self.0[place as usize].is_empty()
            && element.is_inline
            && let Some(parent) = element.parent
        {
            self.add(parent, Kid::Element(place), tree);
        }
        self.0[place as usize].push(kid);
    }

    /// Leaves out what holds nothing. Cells stay, empty as they may be: without them the columns would shift.
    fn prune(&mut self, tree: &Tree) {
        for place in (0..self.0.len()).rev() {
            let mut kids = std::mem::take(&mut self.0[place]);
            kids.retain(|kid| match kid {
                Kid::Element(kid) => self.stays(*kid as usize, tree),
                _ => true,
            });
            self.0[place] = kids;
        }
    }

    fn stays(&self, place: usize, tree: &Tree) -> bool {
        !self.0[place].is_empty() || matches!(tree.elements[place].kind, Kind::Cell(_) | Kind::HeadCell { .. })
    }
}

/// Says of an element what its name does not (ISO 32000-1, 14.8.5 and 14.9.3).
fn describe(dictionary: &mut Dictionary, kind: &Kind, corners: Option<&[f32; 4]>) {
    let layout = |key: &str, value: Object| dictionary! { "O" => "Layout", key => value };
    match kind {
        Kind::List(ListMarks::Nothing) => {}
        Kind::List(marks) => {
            let numbering = match marks {
                ListMarks::Nothing => "None",
                ListMarks::Bullets => "Disc",
                ListMarks::Numbers(Figures::Decimal) => "Decimal",
                ListMarks::Numbers(Figures::Letters) => "LowerAlpha",
                ListMarks::Numbers(Figures::Capitals) => "UpperAlpha",
                ListMarks::Numbers(Figures::Roman) => "LowerRoman",
                ListMarks::Numbers(Figures::RomanCapitals) => "UpperRoman",
            };
            dictionary.set("A", dictionary! { "O" => "List", "ListNumbering" => numbering });
        }
        Kind::HeadCell { scope, span } => {
            let mut attributes = spanning(*span);
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            attributes.set("Scope", scope);
            dictionary.set("A", attributes);
        }
        Kind::Cell(span) if *span != CellSpan::ONE => dictionary.set("A", spanning(*span)),
        Kind::Figure { alternative } => {
            dictionary.set("Alt", text_string(alternative));
            let mut attributes = layout("Placement", "Block".into());
            if let Some(corners) = corners {
                let corners: Vec<Object> =
                    corners.iter().map(|length| (length * 100.0).round() / 100.0).map(Object::Real).collect();
                attributes.set("BBox", corners);
            }
            dictionary.set("A", attributes);
        }
        Kind::Program => dictionary.set("A", layout("Placement", "Block".into())),
        Kind::StruckOut => dictionary.set("A", layout("TextDecorationType", "LineThrough".into())),
        _ => {}
    }
}

fn spanning(span: CellSpan) -> Dictionary {
    let mut attributes = dictionary! { "O" => "Table" };
    for (key, count) in [("ColSpan", span.columns), ("RowSpan", span.rows)] {
        if count > 1 {
            attributes.set(key, count as i64);
        }
    }
    attributes
}
