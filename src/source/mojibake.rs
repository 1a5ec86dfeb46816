//! Misread: text that was UTF-8, was read as Latin-1 and then saved as UTF-8 once more: "Itâ€™s" for "It’s".
//!
//! Tools that fetch pages do so where the server names no encoding: Latin-1 was what HTTP assumed (RFC 2616, 3.7.1). About
//! one page in seventy, as people save them, is so. They are known for sure: in such a text all characters beyond
//! ASCII stand in runs which, taken for bytes, are UTF-8, and that befalls no text which was read rightly.

use encoding_rs::Encoding;
use std::borrow::Cow;
use std::ops::Range;

/// `text` as its author wrote it, if it was misread.
pub(super) fn repair(text: String) -> String {
    match mend(&text) {
        Some(mended) => mended,
        None => text,
    }
}

fn mend(text: &str) -> Option<String> {
    let (mut mended, mut taken) = (String::new(), 0);
    for Range { start, end } in runs(text) {
        let meant = meant(&text[start..end])?;
        if meant != text[start..end] {
            mended.push_str(&text[taken..start]);
            mended.push_str(&meant);
            taken = end;
        }
    }
    (taken > 0).then(|| mended + &text[taken..])
}

/// The runs of characters that may each be a byte.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // Nearly all of a page is ASCII, and is gone through many bytes at a time.
            at += Encoding::ascii_valid_up_to(&text.as_bytes()[at..]);
            let first = text[at..].chars().next()?;
            if byte_of(first).is_some() {
                break;
            }
            at += first.len_utf8();
        }
        let start = at;
        at += text[at..].find(|c: char| byte_of(c).is_none()).unwrap_or(text.len() - at);
        Some(start..at)
    })
}

/// What the bytes behind a run of characters say; the run itself where it has but curly quotes, dashes and the like,
/// which an editor may have put in later. `None` where they say nothing.
fn meant(run: &str) -> Option<Cow<'_, str>> {
    // Windows-1252 has such characters where UTF-8 has but the second and later bytes of a character.
    if run.chars().all(|c| c > '\u{ff}') {
        return Some(Cow::Borrowed(run));
    }
    String::from_utf8(run.chars().filter_map(byte_of).collect()).ok().map(Cow::Owned)
}

/// The byte beyond ASCII that is read as `c` in Latin-1, or in Windows-1252, which programs take for the same.
fn byte_of(c: char) -> Option<u8> {
    match c {
        c if c.is_ascii() => None,
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => WINDOWS.iter().find(|(_, read)| *read == c).map(|(byte, _)| *byte),
    }
}

/// What Windows-1252 has where Latin-1 has control characters (Encoding Standard, index-windows-1252).
const WINDOWS: [(u8, char); 27] = [
    (0x80, '€'),
    (0x82, '‚'),
    (0x83, 'ƒ'),
    (0x84, '„'),
    (0x85, '…'),
    (0x86, '†'),
    (0x87, '‡'),
    (0x88, 'ˆ'),
    (0x89, '‰'),
    (0x8a, 'Š'),
    (0x8b, '‹'),
    (0x8c, 'Œ'),
    (0x8e, 'Ž'),
    (0x91, '‘'),
    (0x92, '’'),
    (0x93, '“'),
    (0x94, '”'),
    (0x95, '•'),
    (0x96, '–'),
    (0x97, '—'),
    (0x98, '˜'),
    (0x99, '™'),
    (0x9a, 'š'),
    (0x9b, '›'),
    (0x9c, 'œ'),
    (0x9e, 'ž'),
    (0x9f, 'Ÿ'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;

    const WRITTEN: &str = "It’s “late” — the café in Żory is shut… 潮が満ちる 🌊 naïve";

    #[test]
    fn what_was_read_as_latin_1_or_as_windows_1252_is_read_again() {
        let as_latin: String = WRITTEN.bytes().map(char::from).collect();
        let as_windows = WINDOWS_1252.decode(WRITTEN.as_bytes()).0.into_owned();
        assert_eq!(repair(as_latin), WRITTEN);
        assert_eq!(repair(as_windows), WRITTEN);
    }

    #[test]
    fn an_editor_may_have_put_a_quote_in_later() {
        assert_eq!(repair("Itâ€™s Osk’s lock".into()), "It’s Osk’s lock");
    }

    #[test]
    fn what_was_read_rightly_stays() {
        for text in [WRITTEN, "Crème brûlée à 5 €", "ÂGE D’OR", "© Courier · Osk", "plain", "Ã©t et été", "«Â» – «Ã»"]
        {
            assert_eq!(repair(text.into()), text);
        }
    }
}
