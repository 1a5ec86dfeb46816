//! Raw text: scripts and style sheets, which the parser hands through letter by letter and nobody reads.
//!
//! They are a third of many a page. The parser is fed with the tag that opens one; if it has made an element of that, it
//! goes on at the tag that closes the element, and never sees what stands between.

use html5ever::{Attribute, QualName, local_name, ns};
use memchr::memmem::Finder;
use std::ops::Range;

/// Finds the tags that open raw text.
pub(super) struct RawText {
    script: Finder<'static>,
    style: Finder<'static>,
}

impl RawText {
    pub fn new() -> Self {
        Self { script: Finder::new("<script"), style: Finder::new("<style") }
    }

    /// Where in `html` the first such tag stands, up to the next `>`, if that is there. It may be no tag, in a comment or
    /// in an attribute, or go on, where the `>` is quoted: only the parser knows.
    pub fn tag_in(&self, html: &str) -> Option<Range<usize>> {
        let html = html.as_bytes();
        let script = self.script.find(html);
        let style = self.style.find(&html[..script.unwrap_or(html.len())]);
        let start = style.or(script)?;
        memchr::memchr(b'>', &html[start..]).map(|end| start..start + end + 1)
    }
}

/// What stands in `html` from the tag on that closes `element`; `None` where there is none, or one that may stand within
/// the script (HTML Living Standard, 13.2.5.15 and after).
pub(super) fn from_closing_tag<'h>(html: &'h str, element: &str) -> Option<&'h str> {
    let closes = |at: &usize| {
        let name = html.as_bytes().get(at + 2..)?;
        let (name, after) = name.split_at_checked(element.len())?;
        let ends = after.first().is_some_and(|byte| matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | b' ' | b'/' | b'>'));
        (name.eq_ignore_ascii_case(element.as_bytes()) && ends).then_some(*at)
    };
    let end = memchr::memmem::find_iter(html.as_bytes(), "</").find_map(|at| closes(&at))?;
    let (text, rest) = html.split_at_checked(end)?;
    (element != "script" || memchr::memmem::find(text.as_bytes(), b"<!--").is_none()).then_some(rest)
}

/// The name of an element whose text nobody reads: a style sheet, or a script that is a program and holds no data.
pub(super) fn unread(name: &QualName, attributes: &[Attribute]) -> Option<&'static str> {
    if name.ns != ns!(html) {
        return None;
    }
    let kind = || attributes.iter().find(|attribute| attribute.name.local == local_name!("type"));
    match name.local {
        local_name!("style") => Some("style"),
        local_name!("script") if kind().is_none_or(|kind| PROGRAMS.contains(&&*kind.value)) => Some("script"),
        _ => None,
    }
}

const PROGRAMS: &[&str] = &["", "text/javascript", "application/javascript", "module"];

#[cfg(test)]
mod tests {
    use super::super::document;
    use scraper::Html;

    /// The tree of `page` as the parser makes it of all its text, and as it is made here.
    fn both(page: &str) -> (String, String) {
        (Html::parse_document(page).html(), document(page).unwrap().html())
    }

    #[test]
    fn programs_and_style_sheets_are_left_out_and_nothing_else() {
        let page = "<head><style>p > a { color: red }</STYLE ><script async>if (a < b) '</scripts>'</script>\
                    <script type=math/tex>a</script><body>One<script type=module>x</script>two<svg><style>a</style></svg>";
        let (whole, made) = both(page);
        let left = whole.replace("p > a { color: red }", "").replace("if (a < b) '</scripts>'", "");
        assert_eq!(made, left.replace(">x<", "><"));
        assert!(
            made.contains(">a</script>") && made.contains("One") && made.contains("two") && made.contains("<style>a<")
        );
    }

    #[test]
    fn what_only_looks_like_a_script_stays_and_one_whose_end_is_in_doubt() {
        for page in [
            "<!-- <script> --><p>One</p><!-- </script> -->",
            "<p title='<script>'>One</p><p title='</script>'>Two",
            "<script data-a='>'>x</script><p>One",
            "<script></script a='>'><p>One</p><script></script>",
            "<textarea><script></textarea><p>One</p></script>",
            "<script><!-- <script></script> --></script><p>One",
            "<script>x<p>One",
            "<svg><script><p>One</p></script></svg><p>Two",
            "<select><script></script><option>One</select>",
            "<table><script></script><tr><td>One</table>",
            "<title><style></title><p>One</style>",
        ] {
            let (whole, made) = both(page);
            assert_eq!(made, whole, "{page}");
        }
    }
}
