//! Where the pictures are that the figures of a page show.

use crate::article::{Address, PictureSource};
use crate::pictures::Px;

/// Knows where the pictures are that the figures of a page show.
pub(crate) trait PictureResolver {
    /// The place of a figure's picture; `None` where it could not be had.
    fn place(&self, source: &PictureSource) -> Option<Place>;
}

/// Where a picture is, and what the page should know of it.
pub(crate) struct Place {
    /// The address, as the page names it.
    pub address: String,
    /// Width and height, where they are known.
    pub size: Option<(Px, Px)>,
    /// Whether the page shows through it.
    pub is_transparent: bool,
}

/// The pictures where their publishers have them, for an article that is shown and not bound.
pub(crate) struct AsPublished;

impl PictureResolver for AsPublished {
    fn place(&self, source: &PictureSource) -> Option<Place> {
        let address = match source.published() {
            Address::Web(url) => url.to_string(),
            Address::File(path) => path.display().to_string(),
            Address::Data(uri) => uri.clone(),
        };
        Some(Place { address, size: None, is_transparent: false })
    }
}

/// What a figure is called inside its article's file; `place` is its place in [`Article::figures`].
pub(crate) fn figure_id(place: usize) -> String {
    format!("figure-{}", place + 1)
}
