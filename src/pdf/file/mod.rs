//! The pages as a file: faces and pictures embedded, pages drawn, and what printpdf has no words for added.

pub(super) mod booklet;
mod content;
pub(super) mod finish;
mod links;
mod outline;
pub(super) mod picture;
mod standards;
mod subset;
mod tagging;

use crate::issue::Issue;
use crate::pdf::faces::Faces;
use crate::pdf::layout::frame::{Frame, Page};
use crate::pdf::layout::theme::Theme;
use crate::pdf::mark::MarkKind;
use crate::pdf::structure::Tree;
use crate::pictures::Rendition;
use content::{Drawn, Resources, draw};
use finish::{Parts, finish};
use picture::image;
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions, Pt as PdfPt, XObjectId};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use subset::subset_fonts;

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
    let drawn: Vec<Drawn> = pages.par_iter().map(|page| draw(page, &resources)).collect();
    let (ops, content): (Vec<_>, Vec<_>) = drawn.into_iter().map(|drawn| (drawn.ops, drawn.content)).unzip();
    document.pages = ops.into_iter().map(|ops| PdfPage::new(size.0, size.1, ops)).collect();

    // `secure` would leave out operators that printpdf has no name for, such as the filling of a rectangle.
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    drop(document);
    finish(&mut file, issue, &Parts { pages, trees, content: &content }, frame).map_err(|error| error.to_string())?;
    Ok(file)
}

/// The pictures of the file, each there once however often it is shown.
struct Embedded {
    /// By the address of the rendition in memory, which is the same for the same picture of an article.
    ids: BTreeMap<usize, XObjectId>,
}

impl Embedded {
    fn of(pages: &[Page], document: &mut PdfDocument, warnings: &mut Vec<String>) -> Self {
        let mut ids: BTreeMap<usize, XObjectId> = BTreeMap::new();
        let mut by_content: BTreeMap<[u8; 32], XObjectId> = BTreeMap::new();
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
                    by_content.insert(hash, id.clone());
                    ids.insert(address(rendition), id);
                }
                Err(why) => warnings.push(why),
            }
        }
        Self { ids }
    }

    fn id(&self, rendition: &Arc<Rendition>) -> Option<XObjectId> {
        self.ids.get(&address(rendition)).cloned()
    }
}

fn address(rendition: &Arc<Rendition>) -> usize {
    Arc::as_ptr(rendition) as usize
}
