//! Fonts: those that travel with the program (`fonts/`), and those of the machine for the scripts that they lack.
//!
//! Whatever is set in type by Bindery takes its fonts from here: the pages of a PDF (`pdf/faces`), the cover, and the
//! lettering of drawings (`pictures/lettering.rs`). A character is looked for first among the `built_in` fonts, then
//! among the `installed` ones: those in the folder that a person names, and then the system's. So the books do not
//! depend on the machine, unless an article needs a script that the built-in fonts lack; for what no font has there is
//! a sentence that names the script and the remedy (`missing_scripts`).

pub(crate) mod built_in;
mod installed;
mod scripts;

pub(crate) use installed::{Installed, read};
pub use scripts::missing_scripts;

use crate::article::Language;
use skrifa::FontRef;
use skrifa::charmap::Charmap;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use unicode_normalization::char::is_combining_mark;

/// What stands for a character that no font has: one of the built-in fonts has it.
pub(crate) const SUBSTITUTE: char = '□';

/// The fonts of one run. Copies share what was found.
#[derive(Clone, Default)]
pub struct Fonts {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    folder: Option<PathBuf>,
    /// Looked for only when a font is named, or a character is met that no built-in font has: finding them takes longer
    /// than setting a page.
    installed: OnceLock<Installed>,
}

impl Fonts {
    /// The fonts that travel with the program; for what they lack, those in `folder`, if any, and then the system's.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { shared: Arc::new(Shared { folder, installed: OnceLock::new() }) }
    }

    pub(crate) fn installed(&self) -> &Installed {
        self.shared.installed.get_or_init(|| Installed::find(self.shared.folder.as_deref()))
    }

    /// The characters of `text` that no font has.
    pub(crate) fn lacking(&self, text: &str) -> BTreeSet<char> {
        let characters: BTreeSet<char> = text.chars().filter(|character| !leaves_no_trace(*character)).collect();
        characters.into_iter().filter(|character| !self.can_set(*character)).collect()
    }

    fn can_set(&self, character: char) -> bool {
        // Marks and joiners are shaped with the letter before them.
        let needs_no_font = character.is_ascii()
            || character.is_whitespace()
            || is_combining_mark(character)
            || matches!(character, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        needs_no_font
            || !is_for_private_use(character)
                && (built_in::all().any(|font| has(font, 0, character))
                    || !self.installed().covering(character, false, &Language::english()).is_empty())
    }

    /// Whether the machine's fonts were looked at.
    #[cfg(test)]
    pub(crate) fn have_looked_further(&self) -> bool {
        self.shared.installed.get().is_some()
    }
}

/// Whether a character is for private use: what it means only the page's own font knows, and what another font has in
/// its place is another sign.
pub(crate) fn is_for_private_use(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Whether a character is never seen: a soft hyphen, a place where a line may or may not end, the choice between the
/// coloured form of a sign and its plain one.
pub(crate) fn leaves_no_trace(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// `text` as it can be set: what leaves no trace is taken out, and [`SUBSTITUTE`] stands for what is `lacking`.
pub(crate) fn settable<'t>(text: &'t str, lacking: &BTreeSet<char>) -> Cow<'t, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let seen = text.chars().filter(|character| !leaves_no_trace(*character));
    Cow::Owned(seen.map(|character| if lacking.contains(&character) { SUBSTITUTE } else { character }).collect())
}

/// Whether a font has a character; `index` is the place of the font in a collection.
pub(crate) fn has(font: &[u8], index: u32, character: char) -> bool {
    let glyph = FontRef::from_index(font, index).ok().and_then(|font| Charmap::new(&font).map(character));
    glyph.is_some_and(|glyph| glyph.to_u32() != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_for_what_no_font_has_is_in_a_built_in_font() {
        assert!(built_in::all().any(|font| has(font, 0, SUBSTITUTE)));
    }

    #[test]
    fn what_no_font_has_is_named_and_a_sign_stands_for_it() {
        let fonts = Fonts::default();
        let words = "Żółw ✔\u{fe0f} 👩\u{200d}🔧 fin\u{ad}ish";
        assert_eq!(fonts.lacking(words), BTreeSet::new());
        assert_eq!(settable(words, &BTreeSet::new()), "Żółw ✔ 👩\u{200d}🔧 finish");
        assert!(!fonts.have_looked_further());
        let lacking = fonts.lacking("a\u{e000}b\u{3fff0}");
        assert_eq!(lacking, BTreeSet::from(['\u{e000}', '\u{3fff0}']));
        assert_eq!(settable("a\u{e000}b\u{3fff0}", &lacking), "a□b□");
    }
}
