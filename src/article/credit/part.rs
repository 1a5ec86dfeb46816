//! The part that somebody had in a picture.

use serde::Serialize;

/// The part that somebody had in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Told only where others did something else: "Photo illustration by A. Photo by B."
    Photograph,
    Illustration,
    PhotoIllustration,
    /// A montage, collage or composite.
    Montage,
    Drawing,
    Painting,
    Graphic,
    Map,
    /// It was made for them: "for The Courier".
    Client,
    /// It was had from them: "via Getty Images", "on Unsplash".
    Distributor,
    /// They gave it away to be shown: "courtesy of", "provided by", a handout.
    Giver,
}
