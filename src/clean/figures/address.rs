//! What an address itself tells of a picture: whether it is one, how wide it is, and what format it has.

use crate::lexicon;
use std::borrow::Cow;

/// Whether `text` reads like the address of a picture: its path, or an address inside it, ends as pictures do.
pub(super) fn names_a_picture(text: &str) -> bool {
    if text.len() > 4_000 || text.contains(char::is_whitespace) || text.contains(['{', '<', '"']) {
        return false;
    }
    let has_form = text.contains('/') || !text.contains([':', ';', '(']);
    has_form && extension(text).is_some()
}

/// What stands in an address before query and fragment.
pub(super) fn before_query(address: &str) -> &str {
    let before = address.split('?').next().unwrap_or_default();
    before.split('#').next().unwrap_or_default()
}

/// The extension of the picture that an address names, in lower case.
pub(super) fn extension(address: &str) -> Option<&'static str> {
    let path = before_query(address);
    let query = &address[path.len()..];
    let inner = || query.split(['&', '?', '=', '#']).find_map(extension_at_end);
    extension_at_end(path).or_else(inner)
}

/// The extensions of picture files that pages link to.
pub(super) const EXTENSIONS: &[&str] =
    &["jpg", "jpeg", "png", "webp", "gif", "avif", "jxl", "svg", "bmp", "tiff", "jfif"];

fn extension_at_end(path: &str) -> Option<&'static str> {
    let (_, last) = path.rsplit_once('.')?;
    EXTENSIONS.iter().find(|extension| last.eq_ignore_ascii_case(extension)).copied()
}

/// How willingly a picture of this format is taken among several of the same width; lower is better.
pub(super) fn format_rank(address: &str, mime: Option<&str>) -> u8 {
    let lower = address.to_ascii_lowercase();
    let keys = ["format=", "fm=", "f_", "format/", "format|"];
    let from_query = || {
        ["avif", "jxl", "webp"].into_iter().find(|format| {
            let mut places = lower.match_indices(format);
            places.any(|(at, _)| keys.iter().any(|key| lower[..at].ends_with(key)))
        })
    };
    let from_mime = mime.and_then(|mime| mime.trim().strip_prefix("image/"));
    match from_mime.or_else(from_query).or_else(|| extension(&lower)).unwrap_or("jpg") {
        // No decoder for these: only where there is nothing else.
        "avif" | "avif-sequence" | "jxl" | "heic" | "heif" => 9,
        "webp" => 1,
        _ => 0,
    }
}

/// The width in pixels that an address speaks of: "w=840", "resize/840x487!", "-1024x683.jpg", "w_1456", "/s1200/".
pub(super) fn width(address: &str) -> Option<f64> {
    let address = decoded(address);
    let (path, query) = address.split_once('?').unwrap_or((&*address, ""));
    let of_query = query_width(query);
    of_query.or_else(|| path_width(path)).filter(|width| (16.0..=20_000.0).contains(width))
}

/// Width by height, where an address speaks of both: "840x487", "h473.w710", "resize=1200,630", "w=300&h=200".
pub(super) fn shape(address: &str) -> Option<f64> {
    let address = decoded(address).to_ascii_lowercase();
    let (mut across, mut down) = (None, None);
    let mut cropped = false;
    for word in address.split(['/', '_', '-', '.', '|', '!', ':', '+', '?', '&', ';']) {
        let (key, value) = word.split_once('=').unwrap_or(("", word));
        let pair = value.split_once(['x', ',']).map(|(w, h)| (whole_number(w), whole_number(h)));
        match (key, pair) {
            ("", Some((Some(_), Some(_)))) if cropped => {}
            (_, Some((Some(width), Some(height)))) if width >= 30.0 => (across, down) = (Some(width), Some(height)),
            ("w" | "width", None) => across = whole_number(value).or(across),
            ("h" | "height", None) => down = whole_number(value).or(down),
            ("", None) => {
                across = value.strip_prefix('w').and_then(whole_number).or(across);
                down = value.strip_prefix('h').and_then(whole_number).or(down);
            }
            _ => {}
        }
        cropped = matches!(word, "crop" | "cropped");
    }
    Some(across? / down.filter(|height| *height > 0.0)?)
}

/// Whether the name of the file says that it is a small version of another.
pub(super) fn is_called_small(address: &str) -> bool {
    let name = before_query(address).rsplit('/').next().unwrap_or_default();
    name.split(['-', '_', '.']).any(|word| lexicon::FIGURES_SMALL_VERSIONS.contains_in_any_case(word))
}

fn query_width(query: &str) -> Option<f64> {
    let mut width = None;
    let mut density = 1.0;
    for pair in query.split(['&', '?', ';']) {
        let Some((key, value)) = pair.split_once('=') else { continue };
        let is_one_of = |keys: &[&str]| keys.iter().any(|known| key.eq_ignore_ascii_case(known));
        // Of a box, "1024,683" or "1024x683", the width comes first.
        if is_one_of(WIDTH_KEYS) || is_one_of(BOX_KEYS) {
            width = width.or_else(|| leading_number(value));
        } else if is_one_of(&["dpr"]) {
            density = leading_number(value).filter(|n| (1.0..=4.0).contains(n)).unwrap_or(1.0);
        }
    }
    width.map(|width| width * density)
}

/// The keys by which the common image servers are asked for a width: imgix, Thumbor, WordPress, Contentful, AEM.
const WIDTH_KEYS: &[&str] = &["w", "width", "wid", "imwidth", "maxwidth", "max-w", "mw", "imgmax"];
/// The keys that take a box: Photon ("resize=1024,683"), Fastly, the old dims servers.
const BOX_KEYS: &[&str] = &["resize", "fit", "thumbnail", "size", "imgsize"];

fn path_width(path: &str) -> Option<f64> {
    let lower = path.to_ascii_lowercase();
    // A crop tells where a piece is cut from the original, not how large it is served.
    let words = lower.split(['/', '_', '-', ',', '.', '|', '!', '=', ':', '+']);
    let mut cropped = false;
    let mut found: Option<f64> = None;
    let mut previous = "";
    for word in words {
        // Most words of a path have none, and none of these speaks of a width.
        if !word.bytes().any(|byte| byte.is_ascii_digit()) {
            cropped = matches!(word, "crop" | "cropped");
            previous = word;
            continue;
        }
        let width = box_width(word)
            .or_else(|| matches!(previous, "w" | "width").then(|| whole_number(word)).flatten())
            .or_else(|| word.strip_prefix(['w', 's']).and_then(whole_number).filter(|n| *n >= 100.0))
            .or_else(|| word.strip_suffix('w').and_then(whole_number).filter(|n| *n >= 100.0));
        // "2585177w280": a number and the width.
        let behind_number = || {
            let (number, width) = word.rsplit_once('w')?;
            let is_number = number.len() >= 5 && number.bytes().all(|b| b.is_ascii_digit());
            whole_number(width).filter(|width| is_number && *width >= 100.0)
        };
        let width = width.or_else(behind_number);
        // "web_1280_1280": two lengths of a box.
        let width = width.or_else(|| whole_number(word).filter(|n| *n >= 600.0 && whole_number(previous) == Some(*n)));
        match width {
            Some(_) if cropped => cropped = false,
            Some(width) => found = Some(width),
            None => cropped = matches!(word, "crop" | "cropped"),
        }
        previous = word;
    }
    found
}

/// "840x487": 840.
fn box_width(word: &str) -> Option<f64> {
    let (width, height) = word.split_once('x')?;
    let height_is_sane = height.is_empty() || whole_number(height).is_some();
    whole_number(width).filter(|width| height_is_sane && *width >= 30.0)
}

pub(super) fn whole_number(text: &str) -> Option<f64> {
    let digits = !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn leading_number(text: &str) -> Option<f64> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    text[..end].parse::<f64>().ok().filter(|n| n.is_finite() && *n > 0.0)
}

/// Undoes percent-encoding of the characters that address syntax is made of.
pub(super) fn decoded(address: &str) -> Cow<'_, str> {
    if !address.contains('%') {
        return Cow::Borrowed(address);
    }
    let mut parts = address.split('%');
    let mut decoded = String::with_capacity(address.len());
    decoded.extend(parts.next());
    for part in parts {
        let character = match part.as_bytes() {
            [b'3', b'A' | b'a', ..] => ':',
            [b'2', b'F' | b'f', ..] => '/',
            [b'3', b'F' | b'f', ..] => '?',
            [b'3', b'D' | b'd', ..] => '=',
            [b'2', b'6', ..] => '&',
            [b'2', b'C' | b'c', ..] => ',',
            _ => '%',
        };
        decoded.push(character);
        decoded.push_str(if character == '%' { part } else { &part[2..] });
    }
    Cow::Owned(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_its_width() {
        assert_eq!(width("https://e.org/a.jpg?quality=75&w=840"), Some(840.0));
        assert_eq!(width("https://e.org/a.jpg?width=620&dpr=2"), Some(1240.0));
        assert_eq!(width("https://e.org/a.jpg?resize=1024%2C683"), Some(1024.0));
        assert_eq!(width("https://e.org/dims/crop/1218x706+0+0/resize/840x487!/quality/90/a.jpg"), Some(840.0));
        assert_eq!(width("https://e.org/wp-content/a-1024x683.jpg"), Some(1024.0));
        assert_eq!(width("https://e.org/fetch/w_1456,c_limit/a.jpg"), Some(1456.0));
        assert_eq!(width("https://e.org/harbour-2585177w280.jpg"), Some(280.0));
        assert_eq!(width("https://e.org/2016/08/a.jpg"), None);
    }

    #[test]
    fn an_address_tells_a_shape() {
        assert_eq!(shape("https://e.org/a-1200x600.jpg"), Some(2.0));
        assert_eq!(shape("https://e.org/a.2x.h600.w300.jpg"), Some(0.5));
        assert_eq!(shape("https://e.org/a.jpg?w=300&h=200"), Some(1.5));
        assert_eq!(shape("https://e.org/crop/100x900+0+0/resize/800x400!/a.jpg"), Some(2.0));
        assert_eq!(shape("https://e.org/a.jpg?w=300"), None);
    }

    #[test]
    fn formats_without_a_decoder_come_last() {
        assert!(format_rank("a.avif", None) > format_rank("a.webp", None));
        assert!(format_rank("a.jpg", Some("image/avif")) > format_rank("a.jpg", None));
        assert!(format_rank("a.jpg?fm=webp", None) > format_rank("a.jpg", None));
    }

    #[test]
    fn data_that_is_not_an_address_names_no_picture() {
        assert!(names_a_picture("/img/a.jpg?x=1"));
        assert!(names_a_picture("https://e.org/dims?url=https%3A%2F%2Fe.org%2Fa.jpg"));
        assert!(!names_a_picture("{\"src\":\"a.jpg\"}"));
        assert!(!names_a_picture("the file a.jpg"));
        assert!(!names_a_picture("https://e.org/page.html"));
    }
}
