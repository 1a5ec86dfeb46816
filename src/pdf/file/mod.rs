//! The pages as a file: faces and pictures embedded, pages drawn, and what printpdf has no words for added.

pub(super) mod booklet;
mod content;
mod embedded;
pub(super) mod finish;
mod links;
mod operators;
mod outline;
pub(super) mod picture;
mod standards;
mod subset;
mod tagging;
mod text_string;

use crate::issue::Issue;
use crate::pdf::faces::{FaceId, Faces};
use crate::pdf::layout::frame::{Frame, Page};
use crate::pdf::layout::theme::Theme;
use crate::pdf::structure::Tree;
use content::{Drawn, Resources, draw};
use embedded::Embedded;
use finish::{Parts, deflate, finish};
use lopdf::{Dictionary, ObjectId, Stream};
use printpdf::{Codepoint, FontId, Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt as PdfPt, TextItem};
use rayon::prelude::*;
use std::collections::BTreeMap;
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
        .and_then(|()| pictures.fill(&mut file))
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
