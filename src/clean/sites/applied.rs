//! What the rules for a site find in one of its pages.

use super::SiteRules;
use crate::clean::view::tree::{self, NodeIdx};
use crate::source::Declared;
use ego_tree::NodeId;
use html5ever::tendril::StrTendril;
use html5ever::{LocalName, QualName, ns};
use scraper::{ElementRef, Html, Node, Selector};

/// What the rules for a site find in a page.
#[derive(Debug, Default)]
pub(in crate::clean) struct Applied {
    /// The elements that hold the text, in page order; none where the rules do not say.
    pub body: Vec<NodeIdx>,
    /// What they say of the page, as if its source had declared it.
    declared: Declared,
}

impl Applied {
    /// What is declared of a page, by its source or else by the rules for its site.
    pub(crate) fn declared(&self, by_source: &Declared) -> Declared {
        let Declared { title, authors, published, .. } = self.declared.clone();
        let mut declared = by_source.clone();
        declared.title = declared.title.or(title);
        declared.published = declared.published.or(published);
        if declared.authors.is_empty() {
            declared.authors = authors;
        }
        declared
    }
}

/// Takes out of `document` what is never of an article, finds in it what the rules name, and marks captions and credits in the
/// words of schema.org, as the page could have done itself.
pub(in crate::clean) fn apply(rules: &SiteRules, document: &mut Html) -> Applied {
    for element in each(document, &rules.drop) {
        if let Some(mut node) = document.tree.get_mut(element) {
            node.detach();
        }
    }
    mark(document, &rules.caption, "caption");
    mark(document, &rules.credit, "creditText");
    Applied {
        body: tree::places(document, &outermost(&first(document, &rules.body))),
        declared: Declared {
            title: texts(document, &rules.title).into_iter().next(),
            authors: texts(document, &rules.author),
            published: date(document, &rules.date),
            ..Declared::default()
        },
    }
}

/// The elements that any of the selectors finds.
fn each(document: &Html, selectors: &[Selector]) -> Vec<NodeId> {
    selectors.iter().flat_map(|selector| document.select(selector)).map(|element| element.id()).collect()
}

/// The elements that the first selector finds that finds any.
fn first<'a>(document: &'a Html, selectors: &[Selector]) -> Vec<ElementRef<'a>> {
    let found = selectors.iter().map(|selector| document.select(selector).collect::<Vec<_>>());
    found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

fn mark(document: &mut Html, selectors: &[Selector], property: &str) {
    let name = QualName::new(None, ns!(), LocalName::from("itemprop"));
    for element in each(document, selectors) {
        if let Some(mut node) = document.tree.get_mut(element)
            && let Node::Element(element) = node.value()
        {
            element.attrs.retain(|(known, _)| *known != name);
            element.attrs.push((name.clone(), StrTendril::from(property)));
            element.attrs.sort();
        }
    }
}

/// Those that stand in no other of them.
fn outermost(elements: &[ElementRef]) -> Vec<NodeId> {
    let ids: Vec<NodeId> = elements.iter().map(|element| element.id()).collect();
    let is_inside = |element: &&ElementRef| element.ancestors().any(|around| ids.contains(&around.id()));
    elements.iter().filter(|element| !is_inside(element)).map(|element| element.id()).collect()
}

fn texts(document: &Html, selectors: &[Selector]) -> Vec<String> {
    let texts = first(document, selectors).into_iter().map(|element| {
        let words: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
        // A `meta` says it in an attribute.
        if words.is_empty() { element.attr("content").unwrap_or_default().to_owned() } else { words.join(" ") }
    });
    texts.filter(|text| !text.is_empty()).collect()
}

/// What a `time` states to programs is surer than what it shows.
fn date(document: &Html, selectors: &[Selector]) -> Option<String> {
    let stated = first(document, selectors).into_iter().find_map(|element| element.attr("datetime"));
    stated.map(str::to_owned).or_else(|| texts(document, selectors).into_iter().next())
}
