//! What the words tell by which sites name the parts of their pages.

/// How surely a word tells furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Out if it is not mostly prose: sites use the word for parts of the article, too.
    Likely,
    /// Out if it has words: the same names wrap pictures that open in a window.
    Window,
    /// Out if it is short: the same names may stand on a whole article or a part of it.
    Label,
    /// Out if it is mostly links.
    Index,
    /// Out if it leads somewhere or holds no prose.
    Way,
    /// Out, unless it is what is sold: lines of text, or a box of prose without anything to press.
    Sold,
    /// Out, unless it holds most of the page's prose or reads like a chapter.
    Sure,
    /// Out, unless it holds most of the page's prose: others speak here, and may well set headings.
    Voices,
}

/// In the order in which the lexicon has them.
pub(super) const SIGNS: [Sign; 8] =
    [Sign::Likely, Sign::Window, Sign::Label, Sign::Index, Sign::Way, Sign::Sold, Sign::Sure, Sign::Voices];
