//! Finds the encoding of a page as browsers do, and decodes it; what was decoded wrongly before it was saved is mended.

use super::mojibake;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes at the head of a page are looked through for a `meta` (HTML Living Standard, 13.2.3.2).
const PRESCAN: usize = 1024;

/// Decodes an HTML page: byte order mark, then the `charset` of `content_type` (the HTTP header), then a
/// `meta` in the head, and last a guess from the bytes themselves. Bytes that are wrong become U+FFFD.
pub(super) fn decode_html(bytes: impl Into<Vec<u8>>, content_type: Option<&str>) -> String {
    let bytes = bytes.into();
    let declared = content_type.and_then(charset_of).or_else(|| from_meta(&bytes));
    decode(bytes, declared)
}

/// Decodes plain text such as Markdown: byte order mark, then `content_type`, then a guess.
pub(super) fn decode_text(bytes: impl Into<Vec<u8>>, content_type: Option<&str>) -> String {
    decode(bytes.into(), content_type.and_then(charset_of))
}

fn decode(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> String {
    mojibake::repair(read(bytes, declared))
}

fn read(mut bytes: Vec<u8>, declared: Option<&'static Encoding>) -> String {
    let encoding = match declared {
        // A page that says it is Latin-1 but is valid UTF-8 with accents was saved again by a tool that
        // left the old declaration in: the bytes are the better witness.
        Some(encoding) if encoding == WINDOWS_1252 && is_accented_utf8(&bytes) => UTF_8,
        Some(encoding) => encoding,
        None => guess(&bytes),
    };
    // Most pages are what they say, and need not be copied.
    if encoding == UTF_8 && Encoding::for_bom(&bytes).is_none() {
        match String::from_utf8(bytes) {
            Ok(text) => return text,
            Err(error) => bytes = error.into_bytes(),
        }
    }
    // `decode` honours a byte order mark over whatever encoding it is called on.
    encoding.decode(&bytes).0.into_owned()
}

fn is_accented_utf8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    // What is valid UTF-8 is nothing else; the detector would weigh every encoding at each byte to say the same.
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// The encoding named in a Content-Type, or in the `content` of a `meta http-equiv`.
fn charset_of(content_type: &str) -> Option<&'static Encoding> {
    let at = content_type.to_ascii_lowercase().find("charset")? + "charset".len();
    let label = content_type[at..].trim_start().strip_prefix('=')?.trim_start();
    let label = label.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| c == '"' || c == '\'' || c == ';' || c.is_whitespace()).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// Looks for `<meta charset=…>` and `<meta http-equiv … content="…; charset=…">` at the head of the page.
fn from_meta(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = encoding_rs::mem::decode_latin1(&bytes[..bytes.len().min(PRESCAN * 4)]);
    let lower = head.to_ascii_lowercase();
    let mut from = 0;
    while let Some(found) = lower[from..].find("<meta") {
        let start = from + found;
        let end = lower[start..].find('>').map_or(lower.len(), |length| start + length);
        if let Some(encoding) = charset_of(&head[start..end]) {
            // UTF-16 cannot be what an ASCII `meta` is written in (same section, step "change the encoding").
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_believed_before_the_meta() {
        let page = b"<meta charset=koi8-r>caf\xe9";
        assert!(decode_html(page, Some("text/html; charset=ISO-8859-1")).ends_with("café"));
    }

    #[test]
    fn a_meta_names_the_encoding_in_either_form() {
        assert!(decode_html(b"<meta charset='windows-1251'>\xcf\xf0", None).ends_with("Пр"));
        let page = b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1251'>\xcf\xf0";
        assert!(decode_html(page, None).ends_with("Пр"));
    }

    #[test]
    fn a_byte_order_mark_is_believed_before_all_else() {
        assert_eq!(decode_html(b"\xff\xfea\0b\0", Some("text/html; charset=utf-8")), "ab");
    }

    #[test]
    fn utf8_that_claims_to_be_latin1_is_read_as_utf8() {
        assert!(decode_html("<meta charset=iso-8859-1>café".as_bytes(), None).ends_with("café"));
    }

    #[test]
    fn an_undeclared_page_is_guessed() {
        assert_eq!(decode_text("naïve café".as_bytes(), None), "naïve café");
        assert_eq!(decode_text(b"na\xefve caf\xe9 \x93quoted\x94", None), "naïve café “quoted”");
    }
}
