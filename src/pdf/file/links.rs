//! Links, and the named places in the file that they lead to.

use super::text_string::text_string;
use crate::pdf::layout::frame::{Frame, Page};
use crate::pdf::mark::MarkKind;
use crate::pdf::setting::text::Target;
use crate::pdf::structure::Role;
use crate::pdf::structure::{ElementId, Kind, Tree};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// A link on a page, and the element of the structure that it is a part of.
pub(in crate::pdf) struct PlacedLink {
    /// The page's place, from 0.
    pub page: usize,
    pub annotation: ObjectId,
    pub element: ElementId,
}

/// Gives every page its links (ISO 32000-1, 12.5.6.5), and takes the empty list from pages without.
///
/// Returns the links of all pages, each at the place among them that it bears as its number after those of the pages.
pub(in crate::pdf) fn link_annotations(
    file: &mut Document,
    pages: &[Page],
    page_ids: &[ObjectId],
    trees: &[Tree],
    frame: Frame,
) -> lopdf::Result<Vec<PlacedLink>> {
    let mut placed = Vec::new();
    for (number, (page, page_id)) in pages.iter().zip(page_ids).enumerate() {
        let mut annotations = Vec::new();
        for mark in &page.marks {
            let (MarkKind::Link { width, height, target }, Role::Element(element)) = (&mark.kind, mark.role) else {
                continue;
            };
            let top = frame.paper.height() - mark.y;
            let corners = [mark.x, top - height, mark.x + width, top];
            let mut annotation = annotation(corners, target);
            annotation.set("StructParent", (pages.len() + placed.len()) as i64);
            if let Kind::Link { leads_to } = &element.of(trees).kind {
                annotation.set("Contents", text_string(leads_to));
            }
            let annotation = file.add_object(annotation);
            annotations.push(Object::Reference(annotation));
            placed.push(PlacedLink { page: number, annotation, element });
        }
        let page = file.get_dictionary_mut(*page_id)?;
        if annotations.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", annotations);
        }
    }
    Ok(placed)
}

fn annotation(corners: [f32; 4], target: &Target) -> Dictionary {
    let corners: Vec<Object> = corners.iter().map(|length| Object::Real(hundredths(*length))).collect();
    let action = match target {
        // An address of the `url` crate is percent-encoded, as the format asks.
        Target::Web(url) => dictionary! { "S" => "URI", "URI" => Object::string_literal(url.as_str()) },
        Target::Inside(name) => dictionary! { "S" => "GoTo", "D" => Object::string_literal(name.as_bytes()) },
    };
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => corners,
        // No visible border; 4: it prints.
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "A" => action,
    }
}

/// The tree of named destinations: every anchor on the pages (ISO 32000-1, 12.3.2.3).
pub(in crate::pdf) fn destinations(
    file: &mut Document,
    pages: &[Page],
    page_ids: &[ObjectId],
    frame: Frame,
) -> ObjectId {
    let mut places: BTreeMap<&str, Object> = BTreeMap::new();
    for (page, page_id) in pages.iter().zip(page_ids) {
        for mark in &page.marks {
            let MarkKind::Anchor(anchor) = &mark.kind else { continue };
            // A little above the words, so that they do not touch the window's edge.
            let top = (frame.paper.height() - mark.y + 8.0).min(frame.paper.height());
            let place = vec![
                Object::Reference(*page_id),
                "XYZ".into(),
                Object::Null,
                Object::Real(hundredths(top)),
                Object::Null,
            ];
            places.entry(&anchor.name).or_insert(place.into());
        }
    }
    let names: Vec<Object> = places.into_iter().flat_map(|(name, place)| [text_string(name), place]).collect();
    file.add_object(dictionary! { "Names" => names })
}

fn hundredths(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
