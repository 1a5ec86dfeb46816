//! The type of each kind of text: face, size, leading, and which of the face's letters and figures it is set in.

use super::colours::ColourName;
use super::paper::Pt;
use serde::Deserialize;
use std::fmt;

/// The families of faces that travel with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::pdf) enum Family {
    Serif,
    /// The serif drawn for large sizes.
    Display,
    Sans,
    Mono,
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Family::Serif => "serif",
            Family::Display => "display",
            Family::Sans => "sans",
            Family::Mono => "mono",
        })
    }
}

/// How heavy a face is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::pdf) enum Weight {
    #[default]
    Regular,
    Semibold,
    Bold,
}

/// How the letters of a text are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::pdf) enum Letters {
    #[default]
    AsWritten,
    /// All of them as capitals.
    Capitals,
    /// The small ones as small capitals, which faces have that are drawn for reading; others leave them as they are.
    SmallCapitals,
}

/// Which of a face's figures a text is set in, where it has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::pdf) enum Figures {
    /// As the face has them of itself.
    #[default]
    Usual,
    /// As tall as capitals: for headlines and columns of numbers.
    Lining,
    /// With heads and tails like small letters: for running text.
    OldStyle,
}

/// The type of one kind of text.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pdf) struct TextStyle {
    pub face: Family,
    #[serde(default)]
    pub weight: Weight,
    #[serde(default)]
    pub italic: bool,
    pub size: Pt,
    /// From one baseline to the next.
    pub leading: Pt,
    #[serde(default)]
    pub colour: ColourName,
    /// Space added between letters, in ems.
    #[serde(default)]
    pub tracking: f32,
    #[serde(default)]
    pub letters: Letters,
    #[serde(default)]
    pub figures: Figures,
}

impl TextStyle {
    /// The same type, `factor` times as large.
    pub(crate) fn scaled(self, factor: f32) -> Self {
        Self { size: self.size * factor, leading: self.leading * factor, ..self }
    }
}

/// Declares the styles with a way to go through them.
macro_rules! styles {
    ($(#[$about:meta] $name:ident)+; cover: $($cover:ident)+) => {
        /// Every kind of text that there is.
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(in crate::pdf) struct Styles {
            $(#[$about] pub $name: TextStyle,)+
            $(pub $cover: TextStyle,)+
        }

        impl Styles {
            /// All of them.
            pub(crate) fn all(&self) -> impl Iterator<Item = &TextStyle> {
                [$(&self.$name,)+ $(&self.$cover,)+].into_iter()
            }

            /// All but those of the cover.
            pub(crate) fn of_the_pages(&mut self) -> impl Iterator<Item = &mut TextStyle> {
                [$(&mut self.$name,)+].into_iter()
            }
        }
    };
}

styles! {
    /// Running text.
    body
    /// Over an article.
    headline
    /// Under the headline.
    standfirst
    /// The section and the publication, over the headline.
    section
    /// Who wrote it.
    byline
    /// When.
    dateline
    /// Over a part of an article.
    heading2
    /// Over a part of that.
    heading3
    /// The fourth level of headings and all below it.
    heading4
    /// Under a picture or over a table.
    caption
    /// Who made a picture.
    credit
    /// A quotation set off from the text.
    quote
    /// Who said it.
    attribution
    /// A sentence of the text in display type.
    pull_quote
    /// Program text.
    code
    /// The cells of a table.
    table
    /// Notes, at the foot of a column or at an article's end.
    note
    /// The addresses of links and sources.
    address
    /// The headings over notes, links and source at an article's end.
    end_heading
    /// At the head of a page.
    running_head
    /// The number of a page.
    folio
    /// The number of a paragraph.
    paragraph_number
    /// The large titles of the contents and of the credits.
    contents_title
    /// The name of a section in the contents.
    contents_section
    /// A headline in the contents.
    contents_headline
    /// What an article is about, in the contents.
    contents_summary
    /// Who wrote it, where and how long it is, in the contents.
    contents_byline
    /// The page of an article in the contents.
    contents_folio
    /// The page of picture credits.
    credits_line
    ;
    cover: cover_title cover_date cover_headline cover_byline
}
