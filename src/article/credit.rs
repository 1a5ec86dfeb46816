//! Who made a picture.

/// The person or agency that a picture is credited to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Credit {
    /// The credit as printed, without its label: "Gilles Sabrié for The New York Times", not "Photo: …".
    pub text: String,
}

impl Credit {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
