//! Tags without end, which the parser hands over when they are whole, and that may be never.

use super::MOST_ATTRIBUTES;
use super::raw_text::closing_tag;

/// How long the parser has been within one tag or comment.
#[derive(Debug, Default)]
pub(super) struct Silence {
    bytes: usize,
    steps: u64,
    is_known: bool,
}

impl Silence {
    /// Whether there is, for the first time, room for too many attributes in what was fed without a step taken.
    pub(super) fn is_long_after(&mut self, fed: usize, steps: u64) -> bool {
        self.bytes = if steps == self.steps { self.bytes + fed } else { 0 };
        self.steps = steps;
        let is_first = self.bytes > 2 * MOST_ATTRIBUTES && !self.is_known;
        self.is_known |= is_first;
        is_first
    }
}

/// Whether there is a tag with too many attributes.
pub(super) fn has_endless_tag(html: &str) -> bool {
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let Some(length) = length_of_tag(rest) else { return true };
            let (tag, after) = rest.split_at(length);
            rest = after;
            let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            if let Some(raw) = ["script", "style"].iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
                rest = closing_tag(rest, raw).map_or("", |at| &rest[at..]);
            }
        }
    }
    false
}

/// The bytes from a tag's name to its end; `None` where it has too many attributes.
fn length_of_tag(tag: &str) -> Option<usize> {
    let mut attributes = 0;
    let mut quote = None;
    let mut previous = b' ';
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if open != byte => continue,
            Some(_) => quote = None,
            None => match byte {
                b'>' => return Some(at),
                b'"' | b'\'' if previous == b'=' => quote = Some(byte),
                b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' => {}
                _ if matches!(previous, b' ' | b'/' | b'"' | b'\'') => attributes += 1,
                _ => {}
            },
        }
        if attributes > MOST_ATTRIBUTES {
            return None;
        }
        match byte {
            // The value may stand after white space: `a = "b"`.
            b' ' | b'\t' | b'\n' | b'\r' | 0x0c if previous == b'=' => {}
            b'\t' | b'\n' | b'\r' | 0x0c => previous = b' ',
            _ => previous = byte,
        }
    }
    Some(tag.len())
}

#[cfg(test)]
mod tests {
    use super::super::document;
    use super::*;

    #[test]
    fn long_values_comments_and_scripts_have_no_attributes() {
        let long = "a b = ' c > ".repeat(20_000);
        for page in
            [format!("<img alt=\"{long}\">"), format!("<!-- <p {long}-->"), format!("<script>if (a<b) {long}</script>")]
        {
            assert!(!has_endless_tag(&page));
            assert!(document(&page).is_ok());
        }
    }
}
