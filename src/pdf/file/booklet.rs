//! Booklets: the pages two by two on sheets that are printed on both sides, folded and stapled.
//!
//! The sheets that are folded into one another are a signature. Of its pages the first stands beside the last, the
//! second beside the last but one, and so on; a signature has four pages a sheet, so that some at the end may have to
//! stay blank. The thickness of the sheets outside pushes those inside outwards (creep): their pages are moved towards
//! the fold by as much, so that all margins are alike once the edges are trimmed.
//!
//! A booklet is made of the finished file. It is for the printer alone, and has neither links nor tags nor an outline.

use crate::article::Direction;
use crate::pdf::layout::paper::{Paper, Pt};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// As many sheets of office paper as a stapler takes and a hand folds: 40 pages.
const MAX_SHEETS: usize = 10;
/// The thickness of a sheet of office paper (80 g/m²): 0.1 mm.
const THICKNESS: Pt = 0.1 * 72.0 / 25.4;

/// One side of a sheet: the pages on its left and its right, counted from 0, and how far they are moved to the fold.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Side {
    left: usize,
    right: usize,
    creep: Pt,
}

/// The sides of all sheets for so many pages, front and back of each sheet by turns; what is beyond the last page
/// stays blank.
fn sides(pages: usize) -> Vec<Side> {
    let sheets = pages.div_ceil(4);
    let signatures = sheets.div_ceil(MAX_SHEETS).max(1);
    let mut sides = Vec::new();
    let mut first = 0;
    for signature in 0..signatures {
        // As evenly thick as may be.
        let sheets = (sheets * (signature + 1)) / signatures - (sheets * signature) / signatures;
        let last = first + 4 * sheets;
        for sheet in 0..sheets {
            let creep = THICKNESS * sheet as f32;
            let (low, high) = (first + 2 * sheet, last - 1 - 2 * sheet);
            sides.push(Side { left: high, right: low, creep });
            sides.push(Side { left: low + 1, right: high - 1, creep });
        }
        first = last;
    }
    sides
}

/// Puts the pages of the file, each as large as `paper`, two by two on sheets.
pub(in crate::pdf) fn impose(file: &mut Document, paper: Paper, direction: Direction) -> lopdf::Result<()> {
    let page_ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    let tree = file.catalog()?.get(b"Pages")?.as_reference()?;
    let forms = page_ids.iter().map(|page| form(file, *page, paper)).collect::<lopdf::Result<Vec<ObjectId>>>()?;
    let mut kids = Vec::new();
    for side in sides(page_ids.len()) {
        let Side { mut left, mut right, creep } = side;
        if direction == Direction::RightToLeft {
            // Bound at the right.
            std::mem::swap(&mut left, &mut right);
        }
        let mut drawn = String::new();
        let mut used = Dictionary::new();
        for (name, page, x) in [("L", left, creep), ("R", right, paper.width() - creep)] {
            if let Some(form) = forms.get(page) {
                used.set(name, Object::Reference(*form));
                drawn += &format!("q 1 0 0 1 {x:.3} 0 cm /{name} Do Q\n");
            }
        }
        let content = file.add_object(Stream::new(Dictionary::new(), drawn.into_bytes()));
        let sheet = dictionary! {
            "Type" => "Page",
            "Parent" => tree,
            "MediaBox" => area(paper.width() * 2.0, paper.height()),
            "Resources" => dictionary! { "XObject" => used },
            "Contents" => content,
        };
        kids.push(Object::Reference(file.add_object(sheet)));
    }
    let count = kids.len() as i64;
    for page in page_ids {
        file.objects.remove(&page);
    }
    file.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    // What speaks of the pages as they were.
    let catalog = file.catalog_mut()?;
    for entry in ["Outlines", "Names", "Dests", "PageLabels", "PageMode", "StructTreeRoot", "MarkInfo", "Metadata"] {
        catalog.remove(entry.as_bytes());
    }
    catalog.set("PageLayout", Object::Name(b"SinglePage".to_vec()));
    file.prune_objects();
    if let Ok(known) = file.trailer.get(b"ID").and_then(Object::as_array) {
        let known = format!("a booklet of {known:?}");
        let id = Object::String(Sha256::digest(known)[..16].to_vec(), StringFormat::Hexadecimal);
        file.trailer.set("ID", vec![id.clone(), id]);
    }
    Ok(())
}

/// What a page draws, as something to be drawn elsewhere (a form XObject, ISO 32000-1, 8.10).
fn form(file: &mut Document, page: ObjectId, paper: Paper) -> lopdf::Result<ObjectId> {
    let resources = file.get_dictionary(page)?.get(b"Resources").cloned().unwrap_or_else(|_| Dictionary::new().into());
    let mut contents = file.get_page_contents(page);
    let form = match (contents.pop(), contents.is_empty()) {
        (Some(only), true) => only,
        _ => {
            let content = file.get_page_content(page);
            file.add_object(Stream::new(Dictionary::new(), content))
        }
    };
    let stream = file.get_object_mut(form)?.as_stream_mut()?;
    stream.dict.set("Type", "XObject");
    stream.dict.set("Subtype", "Form");
    stream.dict.set("BBox", area(paper.width(), paper.height()));
    stream.dict.set("Resources", resources);
    Ok(form)
}

fn area(width: Pt, height: Pt) -> Vec<Object> {
    vec![0.into(), 0.into(), Object::Real(width), Object::Real(height)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pages in the order in which they come when the sheets of a signature lie in one another and are leafed
    /// through: down the right halves of the fronts and the left halves of the backs, and back up again.
    fn leafed_through(sides: &[Side]) -> Vec<usize> {
        let there = sides.chunks(2).flat_map(|sheet| [sheet[0].right, sheet[1].left]);
        let back = sides.chunks(2).rev().flat_map(|sheet| [sheet[1].right, sheet[0].left]);
        there.chain(back).collect()
    }

    #[test]
    fn a_signature_that_is_leafed_through_has_its_pages_in_order() {
        for pages in [1, 4, 5, 16, 37, 40] {
            let sides = sides(pages);
            assert_eq!(leafed_through(&sides), (0..pages.div_ceil(4) * 4).collect::<Vec<_>>(), "{pages} pages");
        }
    }

    #[test]
    fn many_pages_are_shared_out_among_signatures() {
        let sides = sides(90);
        // 23 sheets in three signatures.
        let outer: Vec<usize> = (0..sides.len()).filter(|side| sides[*side].creep == 0.0).collect();
        assert_eq!(outer, [0, 1, 14, 15, 30, 31]);
        let whole: Vec<usize> =
            [0..14, 14..30, 30..46].into_iter().flat_map(|part| leafed_through(&sides[part])).collect();
        assert_eq!(whole, (0..92).collect::<Vec<_>>());
    }

    #[test]
    fn the_inner_sheets_of_a_signature_are_moved_to_the_fold() {
        let creeps: Vec<Pt> = sides(12).iter().map(|side| side.creep).collect();
        assert_eq!(creeps, [0.0, 0.0, THICKNESS, THICKNESS, 2.0 * THICKNESS, 2.0 * THICKNESS]);
    }
}
