//! The first walk over a page: how many characters of text every element holds, where it stands, where the headline is.

use super::{Extent, Headline, Survey};
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

impl<'a> Survey<'a> {
    /// First walk: how many characters of text every element holds, and where it stands.
    pub(super) fn measure(&mut self, document: &'a Html) {
        let mut open: Vec<Extent> = Vec::new();
        let (mut place, mut characters) = (0, 0);
        let mut silent = 0_usize;
        for edge in document.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    place += 1;
                    match node.value() {
                        Node::Element(element) => {
                            silent += usize::from(is_silent(element.name()));
                            open.push(Extent { place, before: characters, ..Extent::default() });
                            self.elements.extend(ElementRef::wrap(node));
                        }
                        Node::Text(text) if silent == 0 => {
                            characters += length(text);
                        }
                        _ => {}
                    }
                }
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        silent -= usize::from(is_silent(element.name()));
                        if let Some(extent) = open.pop() {
                            let characters = characters - extent.before;
                            self.extents.insert(node.id(), Extent { characters, end: place, ..extent });
                        }
                    }
                }
            }
        }
        let body = self.body.iter().filter_map(|part| self.extents.get(part));
        self.body_extent = body.fold(self.body_extent, |(start, end), part| (start.min(part.place), end.max(part.end)));
    }

    pub(super) fn find_headline(&mut self, headline: Option<&str>) {
        let wanted: Option<String> = headline.map(squeezed);
        let mut first = None;
        for element in self.elements.iter().filter(|element| matches!(element.value().name(), "h1" | "h2")) {
            let extent = self.extent(element.id());
            let place = Headline { place: extent.place, before: extent.before };
            let says_it = || squeezed(&element.text().take(20).collect::<String>());
            if wanted.as_ref().is_some_and(|wanted| *wanted == says_it()) {
                self.headline = Some(place);
                return;
            }
            if element.value().name() == "h1" && first.is_none() {
                first = Some(place);
            }
        }
        self.headline = first;
    }
}

/// Elements whose text nobody reads.
fn is_silent(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "template" | "svg" | "head" | "textarea" | "select")
}

/// The bytes of a text that are no white space.
fn length(text: &str) -> usize {
    if text.is_ascii() {
        // As `char::is_whitespace`; counted many bytes at a time.
        text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'..=b'\r')).count()
    } else {
        text.split_whitespace().map(str::len).sum()
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(300).collect()
}
