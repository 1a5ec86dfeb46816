//! Tidy: strings as a page's data carry them, made fit to print and to compare.

use crate::clean::parse;

/// The words of `raw` with single spaces, without tags, entities resolved however often they were escaped;
/// `None` if nothing is left, or if it is more markup than the words of anything need.
///
/// Content systems escape twice, so that a `meta` reads `Don&amp;#8217;t`, and put markup into JSON-LD.
pub(super) fn tidy(raw: &str) -> Option<String> {
    let mut text = collapsed(raw);
    for _ in 0..2 {
        if !has_markup(&text) {
            break;
        }
        let markup = if has_tags(&text) { text } else { text.replace('<', "&lt;") };
        let words: String = parse::fragment(&markup)?.root_element().text().collect();
        text = collapsed(&words);
    }
    (!text.is_empty()).then_some(text)
}

/// An entity, or something that closes like a tag; "30 Years of <br> Tags" is read as the words it is.
fn has_markup(text: &str) -> bool {
    let entity = text.split('&').skip(1).any(|rest| {
        let name = rest.split(';').next().unwrap_or_default();
        name.len() < rest.len()
            && (2..=10).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
    });
    entity || has_tags(text)
}

fn has_tags(text: &str) -> bool {
    text.contains("</") || text.contains("<p>")
}

/// White space of every kind becomes single spaces; invisible characters go.
pub(super) fn collapsed(raw: &str) -> String {
    if is_collapsed(raw) {
        return raw.to_owned();
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw.trim_start_matches(is_gap);
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(is_gap).unwrap_or(rest.len()));
        rest = after.trim_start_matches(is_gap);
        let end = text.len();
        if end > 0 {
            text.push(' ');
        }
        let begin = text.len();
        if word.is_ascii() {
            text.push_str(word);
        } else {
            text.extend(word.chars().filter(|c| !is_unseen(*c)));
        }
        if text.len() == begin {
            text.truncate(end);
        }
    }
    text
}

/// Whether nothing is to be done to a text, as to most lines.
fn is_collapsed(raw: &str) -> bool {
    let mut after_gap = true;
    let is_in_place = |c: char| match c {
        '!'..='~' => {
            after_gap = false;
            true
        }
        ' ' => !std::mem::replace(&mut after_gap, true),
        _ => {
            after_gap = false;
            !is_gap(c) && !is_unseen(c)
        }
    };
    raw.chars().all(is_in_place) && !after_gap
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// A character that is there for the setting of lines alone.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{2060}')
}

/// `text` in the form in which two writings of the same words are equal: letters and digits in lower case,
/// all else one space.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            if c.is_ascii() {
                folded.push(c.to_ascii_lowercase());
            } else {
                // The dot of the Turkish "İ" is a sign of its own in small letters.
                folded.extend(c.to_lowercase().filter(|c| *c != '\u{307}'));
            }
        } else if !matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{ad}' | '\u{200b}') {
            gap = true;
        }
    }
    folded
}

/// The share of the words of the shorter text that the longer has too, 0 to 1, on [`folded`] texts.
pub(super) fn likeness(a: &str, b: &str) -> f32 {
    // Scripts without spaces are not parted into words.
    let is_within = |a: &str, b: &str| a.chars().filter(|c| *c >= '\u{e00}').count() >= 6 && b.contains(a);
    if is_within(a, b) || is_within(b, a) {
        return 1.0;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common = short.iter().filter(|word| long.contains(word)).count();
    common as f32 / short.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_escaped_twice_is_read_once() {
        assert_eq!(tidy(" Don&amp;#8217;t\n  look ").as_deref(), Some("Don’t look"));
        assert_eq!(tidy("<p>Salt &amp; Sons</p>").as_deref(), Some("Salt & Sons"));
        assert_eq!(tidy("30 years of <br> tags; Q&A").as_deref(), Some("30 years of <br> tags; Q&A"));
        assert_eq!(tidy(" \u{200b}\n"), None);
    }

    #[test]
    fn markup_without_bounds_has_no_words() {
        assert_eq!(tidy(&format!("{}The tide</b>", "<b>".repeat(2_000))), None);
        let long = format!("<p>{}</p>", "The tide comes in. ".repeat(10_000));
        assert!(tidy(&long).is_some_and(|text| text.len() > 180_000));
    }

    #[test]
    fn quotes_and_dashes_do_not_tell_texts_apart() {
        assert_eq!(folded("The Mayor’s — “new” Plan"), folded("the mayor's - new plan"));
        assert_eq!(folded("GELGİT"), folded("gelgit"));
    }
}
