//! Those whom a picture is credited to.

use serde::{Deserialize, Serialize};
use url::Url;

/// A person or a house that a picture is credited to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maker {
    /// As printed.
    pub name: String,
    /// `None` where the name does not tell: "Okafor", "Sarn".
    pub kind: Option<MakerKind>,
    /// The part they had, where the credit says so.
    pub part: Option<Part>,
    /// Where they show themselves, if the credit leads there.
    pub address: Option<Url>,
}

/// Whether a maker is one or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MakerKind {
    /// One human being.
    Person,
    /// An agency, a newspaper, an image bank, a museum, an authority.
    House,
}

/// The part that somebody had in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Told only where others did something else: "Photo illustration by A. Photo by B."
    Photograph,
    /// A picture made for the text.
    Illustration,
    /// An illustration made of photographs.
    PhotoIllustration,
    /// A montage, collage or composite.
    Montage,
    /// By pencil, ink, chalk.
    Drawing,
    /// By brush.
    Painting,
    /// A chart or a diagram.
    Graphic,
    /// A map.
    Map,
    /// It was made for them: "for The Courier".
    Client,
    /// It was had from them: "via Getty Images", "on Unsplash".
    Distributor,
    /// They gave it away to be shown: "courtesy of", "provided by", a handout.
    Giver,
}
