//! The pages as a file: faces and pictures embedded, pages drawn, and what printpdf has no words for added.

pub(super) mod booklet;
mod content;
pub(super) mod finish;
mod links;
mod operators;
mod outline;
pub(super) mod picture;
mod standards;
mod subset;
mod tagging;

use crate::issue::Issue;
use crate::pdf::faces::{FaceId, Faces};
use crate::pdf::layout::frame::{Frame, Page};
use crate::pdf::layout::theme::Theme;
use crate::pdf::mark::MarkKind;
use crate::pdf::structure::Tree;
use crate::pictures::Rendition;
use content::{Drawn, Resources, draw};
use finish::{Parts, deflate, finish};
use lopdf::{Dictionary, ObjectId, Stream};
use picture::image;
use printpdf::{
    Codepoint, FontId, Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt as PdfPt, TextItem, XObjectId,
};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use subset::{FaceInFile, subset_fonts};

/// The document that holds `pages`, ready to be saved; what is wrong with a picture is added to `warnings`.
///
/// # Errors
/// What is wrong with a face, as a sentence.
pub(in crate::pdf) fn document(
    issue: &Issue,
    pages: &[Page],
    trees: &[Tree],
    faces: &Faces,
    frame: Frame,
    theme: &Theme,
    warnings: &mut Vec<String>,
) -> Result<lopdf::Document, String> {
    let mut document = PdfDocument::new(&issue.title);
    let subsets = subset_fonts(pages, faces)?;
    document.resources.fonts.map.extend(subsets.fonts);
    let pictures = Embedded::of(pages, &mut document, warnings);
    let resources = Resources {
        faces: &subsets.faces,
        pictures: &|rendition| pictures.id(rendition),
        palette: &theme.colours,
        trees,
        height: frame.paper.height(),
    };
    let size = (Mm::from(PdfPt(frame.paper.width())), Mm::from(PdfPt(frame.paper.height())));
    let drawn = pages.par_iter().map(|page| {
        let Drawn { stream, content } = draw(page, &resources);
        let mut stream = Stream::new(Dictionary::new(), stream);
        deflate(&mut stream);
        (stream, content)
    });
    let (streams, content): (Vec<Stream>, Vec<_>) = drawn.unzip();
    document.pages = pages.iter().map(|_| PdfPage::new(size.0, size.1, Vec::new())).collect();
    if let Some(first) = document.pages.first_mut() {
        first.ops = specimen(&subsets.faces);
    }

    let options = PdfSaveOptions { optimize: false, subset_fonts: false, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    drop(document);
    let parts = Parts { pages, trees, content: &content };
    fill_pages(&mut file, streams)
        .and_then(|()| fill_pictures(&mut file, &pictures))
        .and_then(|()| finish(&mut file, issue, &parts, frame))
        .map_err(|error| error.to_string())?;
    Ok(file)
}

/// Every glyph of every font once. What printpdf finds shown on a page tells it which fonts there are in the file, how wide
/// their glyphs are and what each stands for; the page's own stream takes the place of this.
fn specimen(faces: &BTreeMap<FaceId, FaceInFile>) -> Vec<Op> {
    let of_font = |face: &FaceInFile, place: usize, font: &FontId| {
        let glyphs = face.glyphs_of(place);
        let glyphs = glyphs.map(|glyph| Codepoint { gid: glyph.id, offset: 0.0, cid: Some(glyph.text()) }).collect();
        [
            Op::SetFont { font: PdfFontHandle::External(font.clone()), size: PdfPt(1.0) },
            Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] },
        ]
    };
    let of_face = |face: &FaceInFile| -> Vec<Op> {
        face.fonts.iter().enumerate().flat_map(|(place, font)| of_font(face, place, font)).collect()
    };
    faces.values().flat_map(of_face).collect()
}

/// Gives each page its content stream.
fn fill_pages(file: &mut lopdf::Document, streams: Vec<Stream>) -> lopdf::Result<()> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (page, stream) in pages.into_iter().zip(streams) {
        let contents = file.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
        *file.get_object_mut(contents)?.as_stream_mut()? = stream;
    }
    Ok(())
}

/// Gives each picture its bytes. All pages share one dictionary of pictures.
fn fill_pictures(file: &mut lopdf::Document, pictures: &Embedded) -> lopdf::Result<()> {
    let Some(page) = file.get_pages().into_values().next() else { return Ok(()) };
    let resources = file.get_dictionary(page)?.get(b"Resources")?.as_reference()?;
    let named = file.get_dictionary(resources)?.get(b"XObject")?.as_reference()?;
    for (name, rendition) in &pictures.shown {
        let picture = file.get_dictionary(named)?.get(name.0.as_bytes())?.as_reference()?;
        file.get_object_mut(picture)?.as_stream_mut()?.set_content(picture::content(rendition));
    }
    Ok(())
}

/// The pictures of the file, each there once however often it is shown.
struct Embedded {
    /// By the address of the rendition in memory, which is the same for the same picture of an article.
    ids: BTreeMap<usize, XObjectId>,
    shown: Vec<(XObjectId, Arc<Rendition>)>,
}

impl Embedded {
    fn of(pages: &[Page], document: &mut PdfDocument, warnings: &mut Vec<String>) -> Self {
        let mut ids: BTreeMap<usize, XObjectId> = BTreeMap::new();
        let mut by_content: BTreeMap<[u8; 32], XObjectId> = BTreeMap::new();
        let mut shown = Vec::new();
        for mark in pages.iter().flat_map(|page| &page.marks) {
            let MarkKind::Picture { rendition, .. } = &mark.kind else { continue };
            if ids.contains_key(&address(rendition)) {
                continue;
            }
            let hash: [u8; 32] = Sha256::digest(&rendition.bytes).into();
            if let Some(known) = by_content.get(&hash) {
                ids.insert(address(rendition), known.clone());
                continue;
            }
            match image(rendition) {
                Ok(image) => {
                    let id = XObjectId(format!("P{}", by_content.len() + 1));
                    document.resources.xobjects.map.insert(id.clone(), image);
                    shown.push((id.clone(), Arc::clone(rendition)));
                    by_content.insert(hash, id.clone());
                    ids.insert(address(rendition), id);
                }
                Err(why) => warnings.push(why),
            }
        }
        Self { ids, shown }
    }

    fn id(&self, rendition: &Arc<Rendition>) -> Option<XObjectId> {
        self.ids.get(&address(rendition)).cloned()
    }
}

fn address(rendition: &Arc<Rendition>) -> usize {
    Arc::as_ptr(rendition) as usize
}
