//! The outline: the contents, every article with its headings below it, the picture credits.

use super::text_string::text_string;
use crate::issue::Issue;
use crate::pdf::layout::frame::Page;
use crate::pdf::mark::{AnchorKind, MarkKind};
use lopdf::{Document, Object, ObjectId, dictionary};
use std::sync::Arc;

/// An entry with those below it.
struct Entry {
    title: String,
    name: Arc<str>,
    level: u8,
    below: Vec<Entry>,
}

/// Adds the outline to the file (ISO 32000-1, 12.3.3) and returns its root.
pub(in crate::pdf) fn outline(file: &mut Document, issue: &Issue, pages: &[Page]) -> ObjectId {
    let mut entries: Vec<Entry> = Vec::new();
    for mark in pages.iter().flat_map(|page| &page.marks) {
        let MarkKind::Anchor(anchor) = &mark.kind else { continue };
        let (level, title) = match &anchor.what {
            AnchorKind::Article(place) => (1, issue.articles[*place].headline.clone()),
            AnchorKind::Heading { level, title } => (*level, title.clone()),
            AnchorKind::Figure { .. } | AnchorKind::Spot => continue,
        };
        insert(&mut entries, Entry { title, name: Arc::clone(&anchor.name), level, below: Vec::new() });
    }
    let root = file.new_object_id();
    let (first, last) = write(file, &entries, root);
    let mut dictionary = dictionary! { "Type" => "Outlines", "Count" => entries.len() as i64 };
    if let (Some(first), Some(last)) = (first, last) {
        dictionary.set("First", first);
        dictionary.set("Last", last);
    }
    file.set_object(root, dictionary);
    root
}

/// Puts an entry under the last one of a higher level, however many levels lie between.
fn insert(entries: &mut Vec<Entry>, entry: Entry) {
    match entries.last_mut() {
        Some(last) if last.level < entry.level => insert(&mut last.below, entry),
        _ => entries.push(entry),
    }
}

fn write(file: &mut Document, entries: &[Entry], parent: ObjectId) -> (Option<ObjectId>, Option<ObjectId>) {
    let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
    for (place, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let destination = Object::string_literal(entry.name.as_bytes());
        let mut dictionary = dictionary! {
            "Title" => text_string(&entry.title),
            "Parent" => parent,
            "Dest" => destination,
        };
        if place > 0 {
            dictionary.set("Prev", ids[place - 1]);
        }
        if let Some(next) = ids.get(place + 1) {
            dictionary.set("Next", *next);
        }
        if let (Some(first), Some(last)) = write(file, &entry.below, *id) {
            dictionary.set("First", first);
            dictionary.set("Last", last);
            // Below 0: closed when the file is opened.
            dictionary.set("Count", -(entry.below.len() as i64));
        }
        file.set_object(*id, dictionary);
    }
    (ids.first().copied(), ids.last().copied())
}
