//! The names of books that were given none: "über-dem-meer-2026-11-23.epub".

use jiff::civil::Date;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// What a book without a title is called, in every language.
const UNTITLED: &str = "digest";

/// Upper bound on what a title gives to a name: file systems end at 255 bytes, with the date, a number and the ending.
const MAX_TITLE_BYTES: usize = 200;

/// The name of an issue's books without their endings: its title in its own letters, and its date.
pub(crate) fn book_name(title: Option<&str>, date: Date) -> String {
    let title = title.map(in_safe_letters).filter(|title| !title.is_empty());
    format!("{}-{date}", title.as_deref().unwrap_or(UNTITLED))
}

/// The name of the `number`th file that would be called `path`: "digest.epub", "digest-2.epub".
pub(crate) fn numbered(path: &Path, number: u32) -> PathBuf {
    if number < 2 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// The letters and digits of any script, in lower case, with a hyphen for whatever stands between them.
fn in_safe_letters(title: &str) -> String {
    let title: String = title.to_lowercase().nfc().collect();
    let mut name = String::new();
    let mut begins_a_word = false;
    // A letter keeps its marks, without which "हिन्दी" and "ไทย" cannot be read.
    for sign in title.graphemes(true) {
        if !sign.starts_with(char::is_alphanumeric) {
            begins_a_word = !name.is_empty();
            continue;
        }
        let hyphen = if begins_a_word { "-" } else { "" };
        if name.len() + hyphen.len() + sign.len() > MAX_TITLE_BYTES {
            break;
        }
        name.push_str(hyphen);
        name.extend(sign.chars().filter(|c| c.is_alphanumeric() || is_combining_mark(*c)));
        begins_a_word = false;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn named(title: &str) -> String {
        book_name(Some(title), date(2026, 11, 23))
    }

    #[test]
    fn a_title_keeps_its_own_letters() {
        assert_eq!(named("Über dem Meer"), "über-dem-meer-2026-11-23");
        assert_eq!(named("U\u{308}ber"), "über-2026-11-23");
        assert_eq!(named("週末の読みもの"), "週末の読みもの-2026-11-23");
        assert_eq!(named("हिन्दी में"), "हिन्दी-में-2026-11-23");
        assert_eq!(named("الأسبوع ٤٧"), "الأسبوع-٤٧-2026-11-23");
    }

    #[test]
    fn what_no_file_may_be_called_is_one_hyphen() {
        assert_eq!(named("..\\a/b: \"c\" <d>|e?*f\n"), "a-b-c-d-e-f-2026-11-23");
        assert_eq!(named("❤\u{fe0f} Reads — 2"), "reads-2-2026-11-23");
        assert_eq!(named("***"), "digest-2026-11-23");
    }

    #[test]
    fn the_longest_title_leaves_room_for_date_number_and_ending() {
        for title in ["a word ".repeat(90), "長".repeat(300), "e\u{301}\u{323}".repeat(200)] {
            let path = PathBuf::from(format!("{}.epub", named(&title)));
            let name = numbered(&path, u32::MAX);
            assert!((150..=255).contains(&name.as_os_str().len()), "{}", name.display());
        }
    }

    #[test]
    fn a_number_stands_before_the_ending() {
        let path = Path::new("books.d/digest-2026-11-23.epub");
        assert_eq!(numbered(path, 1), path);
        assert_eq!(numbered(path, 12), Path::new("books.d/digest-2026-11-23-12.epub"));
    }
}
