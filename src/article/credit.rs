//! Who made a picture, and on what terms it may be used.

use super::{Licence, Maker};
use serde::{Deserialize, Serialize};
use url::Url;

/// Whom a picture is credited to, and what is known of its rights.
///
/// Most pictures have neither licence nor addresses; they are boxed, so that figures without stay small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// The credit as printed, without its label: "Gilles Sabrié for The New York Times", not "Photo: …".
    #[serde(rename = "printed")]
    pub text: String,
    /// Those whom it names, in its order; may be empty ("Public domain", "privat").
    pub makers: Vec<Maker>,
    /// The licence under which anybody may use the picture, where one is named.
    pub licence: Option<Box<Licence>>,
    /// The page where the maker or an archive shows the picture.
    pub source: Option<Box<Url>>,
    /// The page that tells the terms of use, or where a licence can be bought.
    pub terms: Option<Box<Url>>,
    /// Where it was found.
    pub found: Found,
    /// How sure it is.
    pub trust: Trust,
}

/// Where a credit was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// In the words that the page shows with the picture.
    Page,
    /// In an attribute that the page's scripts show it from (`data-credit`).
    Attribute,
    /// In the markup of the page that tells programs of it: microdata, RDFa, an embedding.
    Markup,
    /// In the page's JSON-LD.
    LinkedData,
    /// In the picture's own file: IPTC, XMP or Exif.
    File,
}

/// How sure it is that a credit is one, and of this picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// It reads like one and stands where credits stand: a name with an agency at the end of a caption.
    Read,
    /// Data that no reader is shown say it of this picture. It is what the publisher holds to be true, and nobody has
    /// looked at it as often as at what is printed.
    Stated,
    /// The page shows it and says that it is one, by a label or in an element that is called so.
    Named,
}
