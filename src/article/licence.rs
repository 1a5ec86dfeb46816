//! The terms under which anybody may use a picture.

use serde::{Deserialize, Serialize};
use url::Url;

/// A public licence, or that there is no right to be licensed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Its short name: "CC BY-SA 4.0", "CC0 1.0", "Public domain".
    pub name: String,
    /// Where it stands; known for every licence whose version is.
    pub address: Option<Url>,
}
