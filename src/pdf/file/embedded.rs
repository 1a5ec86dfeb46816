//! The pictures of the file.

use super::picture::{self, image};
use crate::pdf::layout::frame::Page;
use crate::pdf::mark::MarkKind;
use crate::pictures::Rendition;
use printpdf::{PdfDocument, XObjectId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The pictures of the file, each there once however often it is shown.
pub(super) struct Embedded {
    /// By the address of the rendition in memory, which is the same for the same picture of an article.
    ids: BTreeMap<usize, XObjectId>,
    shown: Vec<(XObjectId, Arc<Rendition>)>,
}

impl Embedded {
    /// Those that are shown on `pages`, their places kept in the `document`; what is wrong with one is added to `warnings`.
    pub(super) fn of(pages: &[Page], document: &mut PdfDocument, warnings: &mut Vec<String>) -> Self {
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

    /// What the picture is called in the file; `None` for one that is not there.
    pub(super) fn id(&self, rendition: &Arc<Rendition>) -> Option<XObjectId> {
        self.ids.get(&address(rendition)).cloned()
    }

    /// Gives each picture its bytes. All pages share one dictionary of pictures.
    ///
    /// # Errors
    /// When the file lacks what printpdf writes of a picture.
    pub(super) fn fill(&self, file: &mut lopdf::Document) -> lopdf::Result<()> {
        let Some(page) = file.get_pages().into_values().next() else { return Ok(()) };
        let resources = file.get_dictionary(page)?.get(b"Resources")?.as_reference()?;
        let named = file.get_dictionary(resources)?.get(b"XObject")?.as_reference()?;
        for (name, rendition) in &self.shown {
            let picture = file.get_dictionary(named)?.get(name.0.as_bytes())?.as_reference()?;
            file.get_object_mut(picture)?.as_stream_mut()?.set_content(picture::content(rendition));
        }
        Ok(())
    }
}

fn address(rendition: &Arc<Rendition>) -> usize {
    Arc::as_ptr(rendition) as usize
}
