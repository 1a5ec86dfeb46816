//! Which picture an address shows: the same in every size, wherever it is served from.

use super::address::{EXTENSIONS, before_query, decoded, whole_number, width};
use crate::lexicon;

/// Which picture an address shows, whatever its size and wherever it is served from: two addresses with
/// the same answer show the same picture.
pub(super) fn identity(address: &str) -> String {
    let lower = address.to_ascii_lowercase();
    let lower = decoded(&lower);
    let address = inner_address(&lower).map_or(&*lower, |at| &lower[at..]);
    let path = before_query(address).split('&').next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let mut segments = path.split('/').rev().filter(|segment| !segment.is_empty()).peekable();
    let name = segments.peek().copied().unwrap_or_default();
    // The file's name and the folders that it lies in, the nearest first.
    let mut telling = segments.filter(|segment| !speaks_of_size(segment)).map(stem);
    let last = telling.next().unwrap_or_default();
    let folder = || telling.clone().next().unwrap_or_default();
    let folders = || {
        let mut folders: Vec<&str> = telling.clone().take(4).collect();
        folders.reverse();
        folders.join("/")
    };
    if is_only_a_size(name) && folder().contains(|c: char| c.is_ascii_digit()) {
        // "mr1/940.jpg", "mr1/lead_large.jpg": one folder for each picture.
        return folders();
    }
    if let Some(number) = picture_number(last) {
        number.to_owned()
    } else if let Some(moment) = upload_moment(folder()) {
        // "1531933684523-E9VAEM/college-essay-tips.jpg": uploads have folders of their own, and search engines like one name.
        format!("{moment}/{last}")
    } else if is_telling(last) {
        last.to_owned()
    } else {
        // "lead.jpg", "2750.jpg": the folders tell which; the crops of one picture share the longest of them.
        format!("{}/{last}", folders())
    }
}

/// The number that a content system has given a picture, at the end of its name or alone: "harbour-2585177", "2585177".
/// Seven digits or more tell a picture from all others, unless they are a day.
fn picture_number(stem: &str) -> Option<&str> {
    let start = stem.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, number) = stem.split_at(start);
    let is_day = number.len() == 8 && (number.starts_with("19") || number.starts_with("20"));
    let stands_alone = before.is_empty() || before.ends_with(['-', '_']);
    ((7..=12).contains(&number.len()) && stands_alone && !is_day).then_some(number)
}

/// The time stamp, in seconds or milliseconds, with which the folder of one upload begins.
fn upload_moment(folder: &str) -> Option<&str> {
    let end = folder.find(|c: char| !c.is_ascii_digit()).unwrap_or(folder.len());
    (10..=13).contains(&end).then(|| &folder[..end])
}

/// Where the address begins that an image server is handed in its own: that is the picture it shows.
fn inner_address(address: &str) -> Option<usize> {
    let mut after_schemes = address.rmatch_indices(':').filter(|(at, _)| address[*at..].starts_with(":/"));
    after_schemes.find_map(|(at, _)| {
        let before = ["https", "http"].into_iter().find_map(|scheme| address[..at].strip_suffix(scheme))?;
        (!before.is_empty()).then_some(before.len())
    })
}

/// Whether an address names a file as it was uploaded, and asks for no size of it.
pub(super) fn is_uncut(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let name = lower.rsplit('/').next().unwrap_or_default();
    let without_extension = name.rsplit_once('.').map_or(name, |(bare, _)| bare);
    is_bare(address) && width(address).is_none() && stem(name) == without_extension
}

/// Whether an address names a file and asks nobody for anything: it has no query, and no other address inside.
pub(super) fn is_bare(address: &str) -> bool {
    !address.contains('?') && decoded(&address.to_ascii_lowercase()).matches("http").count() < 2
}

/// A file name of its own: long, or letters and digits mixed.
fn is_telling(stem: &str) -> bool {
    let letters = stem.chars().filter(|c| c.is_alphabetic()).count();
    let digits = stem.chars().filter(char::is_ascii_digit).count();
    let is_generic = is_size_word(stem) || matches!(stem, "featured" | "placeholder" | "hero-image");
    !is_generic && (letters >= 10 || (letters >= 4 && digits >= 3) || letters + digits >= 14)
}

/// A file name that only tells the size: "940.jpg", "lead_large.jpg".
fn is_only_a_size(name: &str) -> bool {
    let stem_alone = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_round = stem_alone.len() == 3 && stem_alone.ends_with('0') && whole_number(stem_alone).is_some();
    let is_named =
        || stem_alone.split(['_', '-']).all(|word| is_size_word(word) || matches!(word, "lead" | "main" | "hero"));
    is_round || (stem_alone.contains(['_', '-']) && is_named())
}

/// A path segment that asks an image server for a size or a quality and names nothing.
fn speaks_of_size(segment: &str) -> bool {
    let is_box = segment.split_once('x').is_some_and(|(w, h)| {
        let number =
            |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'!' | b'.'));
        number(w) && number(h)
    });
    let is_setting = segment.contains(',') && segment.split(',').all(|s| s.contains(['_', '=', ':']));
    let is_short_setting =
        matches!(segment.as_bytes(), [b'w' | b'h' | b'c' | b'q' | b'f', b'_', ..] | [b'w' | b'q', b'=', ..]);
    is_box || is_setting || is_short_setting || (segment.len() <= 4 && segment.bytes().all(|b| b.is_ascii_digit()))
}

/// A file name without its extension and without what only says which size or crop it is.
fn stem(segment: &str) -> &str {
    let mut stem = segment;
    // "ferry.jpg.webp", "ferry.jpg.CROP.xlarge.jpg": what comes after the first name is the server's.
    let mut dots = segment.match_indices('.').map(|(at, _)| at);
    let is_mark = |at: &usize| segment[at + 1..].split_once('.').is_some_and(|(part, _)| EXTENSIONS.contains(&part));
    if let Some(at) = dots.find(is_mark).filter(|at| *at > 0) {
        stem = &segment[..at];
    }
    while let Some((rest, last)) = stem.rsplit_once('.') {
        let is_extension = EXTENSIONS.contains(&last) || matches!(last, "html" | "php");
        let is_version =
            last.len() >= 7 && last.strip_prefix('v').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
        // "Screenshot at 16.17.05": two figures are a time, and no size.
        let is_time = last.len() <= 2 && last.bytes().all(|b| b.is_ascii_digit());
        let is_named_size = speaks_of_size(last) && !is_time || is_size_word(last);
        let is_size = is_version || last.starts_with("size_") || is_named_size;
        if !(is_extension || is_size) || rest.is_empty() {
            break;
        }
        stem = rest;
    }
    // "2585177w280": a number and the width.
    if let Some((number, width)) = stem.rsplit_once('w')
        && whole_number(width).is_some_and(|width| width >= 100.0)
        && number.len() >= 5
        && number.bytes().rev().take(5).all(|b| b.is_ascii_digit())
    {
        stem = number;
    }
    while let Some((rest, last)) = stem.rsplit_once(['-', '_', '@']) {
        let is_camera =
            matches!(rest, "img" | "dsc" | "dscn" | "dscf" | "pict" | "photo" | "image" | "picture" | "bild");
        if rest.len() < 3 || is_camera || !is_size_word(last) {
            break;
        }
        stem = rest;
    }
    stem
}

/// "1024x683", "scaled", "2x", "w1200".
fn is_size_word(word: &str) -> bool {
    let is_box = word.split_once('x').is_some_and(|(w, h)| {
        w.bytes().all(|b| b.is_ascii_digit()) && h.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty()
    });
    let number = word.trim_start_matches(['w', 'h', 's', 'c', 'q']);
    let is_width =
        number.len() + 1 == word.len() && (2..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    // "articlelarge", "supersquare": a crop that a newsroom has named is its own word with a size behind it.
    let is_own_name = || lexicon::FIGURES_OWN_SIZES.ending(word).any(|size| word.len() - size.len() >= 3);
    is_box || is_width || WIDTHS.contains(&word) || lexicon::FIGURES_SIZES.contains(word) || is_own_name()
}

/// The widths that servers cut pictures to; other numbers count the pictures of a series.
const WIDTHS: &[&str] = &[
    "320", "400", "480", "600", "640", "720", "750", "768", "800", "960", "1000", "1024", "1080", "1200", "1280",
    "1400", "1440", "1500", "1600", "1800", "1920", "2000", "2048", "2400", "2560", "3000", "3840",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_one_picture_are_the_same_picture() {
        let same = |a: &str, b: &str| assert_eq!(identity(a), identity(b));
        same("https://e.org/u/harbour-morning-1024x683.jpg", "https://cdn.e.org/u/harbour-morning.jpg?w=300");
        same("https://e.org/x/w_400,c_fill/harbour-morning.png", "https://e.org/x/w_900,c_fill/harbour-morning.png");
        same(
            "https://proxy.net/p?url=https%3A%2F%2Fe.org%2Fharbour-morning.jpg&w=3",
            "https://e.org/harbour-morning.jpg",
        );
        same("https://e.org/u/harbour-morning-articleLarge.jpg", "https://e.org/u/harbour-morning-superJumbo.jpg");
        same("https://e.org/u/harbour-morning-storySquare.jpg", "https://e.org/u/harbour-morning.jpg");
        same("https://b2.e.org/77/harbour-at-dawn-2585177w280.jpg", "https://b.e.org/77/2585177.jpg");
        same(
            "https://a.org/1531933684523-E9V/harbour-morning.jpg?w=500",
            "https://b.org/1531933684523/harbour-morning.jpg",
        );
        same("https://e.org/img/001-02-640.jpg", "https://e.org/img/001-02-1200.webp");
    }

    #[test]
    fn pictures_of_a_series_are_different_pictures() {
        let different = |a: &str, b: &str| assert_ne!(identity(a), identity(b));
        different("https://e.org/img/001-01-640.jpg", "https://e.org/img/001-02-640.jpg");
        different("https://e.org/a1b2/featurejumbo.jpg", "https://e.org/c3d4/featurejumbo.jpg");
        different("https://e.org/a1b2/lead.jpg", "https://e.org/c3d4/lead.jpg");
        different("https://e.org/x/images-1.fill.size_800x533.jpg", "https://e.org/x/images-2.fill.size_800x533.jpg");
        different("https://e.org/harbour-20190412.jpg", "https://e.org/kiln-20190412.jpg");
        different(
            "https://e.org/Screenshot-2024-10-14-at-16.17.05.png",
            "https://e.org/Screenshot-2024-10-14-at-16.34.10.png",
        );
        different(
            "https://e.org/1531933684523-E9V/harbour-morning.jpg",
            "https://e.org/1531933684777-QX2/harbour-morning.jpg",
        );
        different("https://e.org/harbour-morning-2.jpg", "https://e.org/harbour-morning-3.jpg");
    }
}
