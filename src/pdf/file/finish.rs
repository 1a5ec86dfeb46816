//! The last hand on the file: its version, title, language and dates, links, destinations, outline, and the
//! streams compressed. What printpdf writes otherwise than wanted is mended here.

use super::links::{destinations, link_annotations};
use super::outline::outline;
use super::standards::{PROGRAM, metadata, output_intent};
use super::tagging::Tagging;
use super::text_string::text_string;
use crate::issue::Issue;
use crate::pdf::layout::frame::{Frame, Page};
use crate::pdf::pages::folio::front_matter;
use crate::pdf::structure::{ElementId, Tree};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, StringFormat, dictionary};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io::Write;

/// What the file was made of.
pub(in crate::pdf) struct Parts<'a> {
    pub pages: &'a [Page],
    pub trees: &'a [Tree],
    /// For each page the elements of the structure that its stretches of content belong to, by their numbers.
    pub content: &'a [Vec<ElementId>],
}

/// Finishes the document that printpdf made.
pub(in crate::pdf) fn finish(file: &mut Document, issue: &Issue, parts: &Parts<'_>, frame: Frame) -> lopdf::Result<()> {
    let Parts { pages, trees, content } = *parts;
    file.version = "1.7".to_owned();
    let page_ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    let links = link_annotations(file, pages, &page_ids, trees, frame)?;
    let structure = Tagging { trees, pages, page_ids: &page_ids, content, links: &links, frame }.write(file)?;
    let metadata = file.add_object(metadata(issue));
    let intent = output_intent(file)?;
    let names = destinations(file, pages, &page_ids, frame);
    let outline = outline(file, issue, pages);
    let catalog = file.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(issue.language.to_string()));
    catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    catalog.set("PageLayout", Object::Name(b"SinglePage".to_vec()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set("Names", dictionary! { "Dests" => names });
    catalog.set("Outlines", outline);
    catalog.set("PageLabels", page_labels(pages));

    let info = file.add_object(information(issue));
    if let Ok(old) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);
    compress(file);
    let id = identifier(file, issue);
    let id = Object::String(id, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// The numbers of the pages as a viewer shows them: those that are printed (ISO 32000-1, 12.4.2).
fn page_labels(pages: &[Page]) -> Dictionary {
    let front = front_matter(pages);
    let mut ranges: Vec<Object> = Vec::new();
    for (from, to, style) in [(0, front, "r"), (front, pages.len(), "D")] {
        if from < to {
            ranges.extend([(from as i64).into(), dictionary! { "S" => style }.into()]);
        }
    }
    dictionary! { "Nums" => ranges }
}

/// How the objects of the file are packed: those of its structure are many and much alike, and so take less room the more
/// of them are compressed as one.
pub(in crate::pdf) fn packing() -> SaveOptions {
    let packing = SaveOptions::builder().use_object_streams(true).use_xref_streams(true);
    packing.max_objects_per_stream(1000).compression_level(6).build()
}

/// The document information; the date is that of the issue, so that the same issue is the same file.
fn information(issue: &Issue) -> Dictionary {
    let day = format!("D:{:04}{:02}{:02}000000Z", issue.date.year(), issue.date.month(), issue.date.day());
    dictionary! {
        "Title" => text_string(&issue.title),
        "Author" => text_string(&issue.publisher),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM),
        "CreationDate" => Object::string_literal(day.clone()),
        "ModDate" => Object::string_literal(day),
    }
}

/// Compresses all streams that are not yet, side by side.
fn compress(file: &mut Document) {
    let streams: Vec<&mut lopdf::Stream> = file
        .objects
        .values_mut()
        .filter_map(|object| object.as_stream_mut().ok())
        // Programs that know nothing of PDF look for the metadata in the bytes of the file.
        .filter(|stream| !stream.dict.has_type(b"Metadata"))
        .collect();
    streams.into_par_iter().for_each(deflate);
}

/// Compresses a stream that is not yet, if that makes it smaller.
pub(in crate::pdf) fn deflate(stream: &mut lopdf::Stream) {
    if stream.dict.has(b"Filter") || stream.content.len() <= 100 {
        return;
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    let compressed = encoder.write_all(&stream.content).and_then(|()| encoder.finish());
    // Writing into memory does not fail; if it did, the stream would go in as it is.
    if let Ok(compressed) = compressed
        && compressed.len() < stream.content.len()
    {
        // The length of a font program before compression is asked for (ISO 32000-1, table 127).
        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        stream.set_content(compressed);
    }
}

/// What tells this file from any other: a hash of all that is in it.
fn identifier(file: &Document, issue: &Issue) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(issue.identifier.as_bytes());
    for object in file.objects.values() {
        if let Ok(stream) = object.as_stream() {
            hash.update(&stream.content);
        }
    }
    hash.finalize()[..16].to_vec()
}
