//! Names for the characters that no face has, as a person would look for a font: by script.

use std::collections::{BTreeMap, BTreeSet};

/// The scripts and kinds of signs most met, by their first and last character. Extensions far from the main
/// block are named too where a system may well lack just them. What is not here is called "other".
#[rustfmt::skip]
const SCRIPTS: [(u32, u32, &str); 38] = [
    (0x0530, 0x058f, "Armenian"), (0x0590, 0x05ff, "Hebrew"), (0x0600, 0x06ff, "Arabic"),
    (0x0700, 0x074f, "Syriac"), (0x0750, 0x077f, "Arabic"), (0x0780, 0x07bf, "Thaana"),
    (0x0900, 0x097f, "Devanagari"), (0x0980, 0x09ff, "Bengali"), (0x0a00, 0x0a7f, "Gurmukhi"),
    (0x0a80, 0x0aff, "Gujarati"), (0x0b00, 0x0b7f, "Oriya"), (0x0b80, 0x0bff, "Tamil"),
    (0x0c00, 0x0c7f, "Telugu"), (0x0c80, 0x0cff, "Kannada"), (0x0d00, 0x0d7f, "Malayalam"),
    (0x0d80, 0x0dff, "Sinhala"), (0x0e00, 0x0e7f, "Thai"), (0x0e80, 0x0eff, "Lao"),
    (0x0f00, 0x0fff, "Tibetan"), (0x1000, 0x109f, "Myanmar"), (0x10a0, 0x10ff, "Georgian"),
    (0x1100, 0x11ff, "Korean"), (0x1200, 0x139f, "Ethiopic"), (0x13a0, 0x13ff, "Cherokee"),
    (0x1780, 0x17ff, "Khmer"), (0x1800, 0x18af, "Mongolian"), (0x2600, 0x27bf, "symbol"),
    (0x2e80, 0x303f, "Chinese and Japanese"), (0x3040, 0x30ff, "Japanese"), (0x3100, 0x312f, "Chinese"),
    (0x3130, 0x318f, "Korean"), (0x31f0, 0x31ff, "Japanese"), (0x3200, 0x9fff, "Chinese and Japanese"),
    (0xac00, 0xd7ff, "Korean"), (0xf900, 0xfaff, "Chinese and Japanese"), (0xff00, 0xffef, "Chinese and Japanese"),
    (0x1f000, 0x1faff, "emoji"), (0x20000, 0x3ffff, "Chinese and Japanese"),
];

/// A sentence for each script of which `missing` has characters that no font has, with some of them and what to do.
pub fn missing_scripts(missing: &BTreeSet<char>) -> Vec<String> {
    const SHOWN: usize = 8;
    let mut by_script: BTreeMap<&str, Vec<char>> = BTreeMap::new();
    for character in missing {
        by_script.entry(script(*character)).or_default().push(*character);
    }
    let sentence = |(script, characters): (&str, Vec<char>)| {
        let named = characters.iter().take(SHOWN).map(|c| format!("{c} (U+{:04X})", u32::from(*c)));
        let named: Vec<String> = named.collect();
        let more = characters.len().saturating_sub(SHOWN);
        let and_more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!(
            "no font here has the {script} characters {}{and_more}; name a folder with a font for them with --fonts, \
            or install one",
            named.join(", ")
        )
    };
    by_script.into_iter().map(sentence).collect()
}

fn script(character: char) -> &'static str {
    let code = u32::from(character);
    let found = SCRIPTS.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
    found.map_or("other", |(.., name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_is_named_once_with_some_of_its_characters() {
        let sentences = missing_scripts(&"こんにちはकखすせそた".chars().collect());
        assert_eq!(sentences.len(), 2);
        assert!(sentences[0].contains("the Devanagari characters क (U+0915), ख (U+0916);"), "{sentences:?}");
        assert!(sentences[1].contains("Japanese") && sentences[1].contains("and 1 more"), "{sentences:?}");
    }

    #[test]
    fn the_table_of_scripts_is_in_order() {
        assert!(SCRIPTS.is_sorted_by(|before, after| before.1 < after.0));
    }
}
