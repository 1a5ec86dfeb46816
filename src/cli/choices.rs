//! The words by which the choices of a recipe are named on the command line.

use crate::recipe::{Format, Images, Order};
use clap::ValueEnum;
use clap::builder::PossibleValue;

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Epub, Self::Pdf]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Epub => "epub",
            Self::Pdf => "pdf",
        }))
    }
}

impl ValueEnum for Images {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::All, Self::Credited, Self::None]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (word, help) = match self {
            Self::All => ("all", "Every content picture"),
            Self::Credited => ("credited", "Only pictures with a credit"),
            Self::None => ("none", "No picture"),
        };
        Some(PossibleValue::new(word).help(help))
    }
}

impl ValueEnum for Order {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Name, Self::Date, Self::Added]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (word, help) = match self {
            Self::Name => (
                "name",
                "The paths and addresses, as people sort titles: \"2\" before \"10\", without \"The\", \"A\" and \"An\"",
            ),
            Self::Date => ("date", "The day on which the articles were published, oldest first"),
            Self::Added => ("added", "The time at which the files were saved, oldest first"),
        };
        Some(PossibleValue::new(word).help(help))
    }
}
