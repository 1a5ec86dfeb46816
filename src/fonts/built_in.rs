//! The fonts that travel with the program, as files.

macro_rules! font {
    ($path:literal) => {
        include_bytes!(concat!("../../fonts/", $path))
    };
}

pub(crate) static SERIF: &[u8] = font!("source-serif/SourceSerif4-Regular.otf");
pub(crate) static SERIF_ITALIC: &[u8] = font!("source-serif/SourceSerif4-It.otf");
pub(crate) static SERIF_BOLD: &[u8] = font!("source-serif/SourceSerif4-Bold.otf");
pub(crate) static SERIF_BOLD_ITALIC: &[u8] = font!("source-serif/SourceSerif4-BoldIt.otf");
pub(crate) static DISPLAY: &[u8] = font!("source-serif/SourceSerif4Display-Semibold.otf");
pub(crate) static SANS: &[u8] = font!("source-sans/SourceSans3-Regular.otf");
pub(crate) static SANS_ITALIC: &[u8] = font!("source-sans/SourceSans3-It.otf");
pub(crate) static SANS_SEMIBOLD: &[u8] = font!("source-sans/SourceSans3-Semibold.otf");
pub(crate) static SANS_BOLD: &[u8] = font!("source-sans/SourceSans3-Bold.otf");
pub(crate) static SANS_BOLD_ITALIC: &[u8] = font!("source-sans/SourceSans3-BoldIt.otf");
pub(crate) static MONO: &[u8] = font!("source-code-pro/SourceCodePro-Regular.otf");
pub(crate) static MONO_ITALIC: &[u8] = font!("source-code-pro/SourceCodePro-It.otf");
pub(crate) static MONO_BOLD: &[u8] = font!("source-code-pro/SourceCodePro-Bold.otf");

/// What no family of text has, asked in this order: rare letters and marks, arrows and mathematics, symbols, and emoji in
/// one colour. `fonts/noto/subset.py` says what is in each.
pub(crate) static SIGNS: [&[u8]; 5] = [
    font!("noto/NotoSans.ttf"),
    font!("noto/NotoSansMath.ttf"),
    font!("noto/NotoSansSymbols.ttf"),
    font!("noto/NotoSansSymbols2.ttf"),
    font!("noto/NotoEmoji.ttf"),
];

/// All of them, those of signs last.
pub(crate) fn all() -> impl Iterator<Item = &'static [u8]> {
    let text = [
        SERIF,
        SERIF_ITALIC,
        SERIF_BOLD,
        SERIF_BOLD_ITALIC,
        DISPLAY,
        SANS,
        SANS_ITALIC,
        SANS_SEMIBOLD,
        SANS_BOLD,
        SANS_BOLD_ITALIC,
        MONO,
        MONO_ITALIC,
        MONO_BOLD,
    ];
    text.into_iter().chain(SIGNS)
}
