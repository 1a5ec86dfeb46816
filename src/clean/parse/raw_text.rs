//! Raw text: scripts and style sheets, which the parser hands through letter by letter and nobody reads.
//!
//! They are a third of many a page. The parser is fed with the tag that opens one; if it has made an element of that, it
//! goes on at the tag that closes the element, and never sees what stands between.

use html5ever::{Attribute, QualName, local_name, ns};
use memchr::memmem::Finder;
use std::ops::Range;

/// Finds the tags that open raw text. Those in capitals, which few pages have, are left to the parser.
pub(super) struct RawText {
    script: Finder<'static>,
    style: Finder<'static>,
}

impl RawText {
    pub(super) fn new() -> Self {
        Self { script: Finder::new("<script"), style: Finder::new("<style") }
    }

    /// Where in `html` the first such tag stands, up to the next `>`, if that is there. It may be no tag, in a comment or
    /// in an attribute, or go on, where the `>` is quoted: only the parser knows.
    pub(super) fn tag_in(&self, html: &str) -> Option<Range<usize>> {
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
    let (text, rest) = html.split_at_checked(closing_tag(html, element)?)?;
    (element != "script" || memchr::memmem::find(text.as_bytes(), b"<!--").is_none()).then_some(rest)
}

/// Where in `html` the first tag stands that closes `element`, in bytes.
pub(super) fn closing_tag(html: &str, element: &str) -> Option<usize> {
    let html = html.as_bytes();
    let closes = |at: &usize| {
        let Some((name, after)) = html[at + 2..].split_at_checked(element.len()) else { return false };
        let ends = after.first().is_some_and(|byte| matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | b' ' | b'/' | b'>'));
        name.eq_ignore_ascii_case(element.as_bytes()) && ends
    };
    memchr::memmem::find_iter(html, "</").find(closes)
}

/// The name of an element whose text nobody reads: a style sheet, or a script that is a program and holds no data.
pub(super) fn unread(name: &QualName, attributes: &[Attribute]) -> Option<&'static str> {
    if name.ns != ns!(html) {
        return None;
    }
    let kind = || attributes.iter().find(|attribute| attribute.name.local == local_name!("type"));
    let is_program = |kind: &Attribute| PROGRAMS.iter().any(|program| kind.value.trim().eq_ignore_ascii_case(program));
    match name.local {
        local_name!("style") => Some("style"),
        local_name!("script") if kind().is_none_or(is_program) => Some("script"),
        _ => None,
    }
}

/// The types of scripts that are programs, those of the old web among them.
const PROGRAMS: &[&str] = &["", "text/javascript", "application/javascript", "application/x-javascript", "module"];

#[cfg(test)]
mod tests {
    use super::super::document;
    use ego_tree::iter::Edge;
    use proptest::prelude::*;
    use scraper::{Html, Node};

    /// The tree of a page in one line, without what stands in its programs and style sheets.
    fn outline(html: &Html) -> String {
        let mut outline = String::new();
        for edge in html.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => outline += &format!("<{}", element.name()),
                    Node::Text(text) => {
                        let parent = node.parent().and_then(|parent| parent.value().as_element());
                        let is_raw = parent.is_some_and(|parent| {
                            &*parent.name.ns == "http://www.w3.org/1999/xhtml"
                                && matches!(parent.name(), "script" | "style")
                                && parent.attr("type") != Some("math/tex")
                        });
                        outline += &if is_raw { String::new() } else { format!("{:?}", &**text) };
                    }
                    other => outline += &format!("{other:?}"),
                },
                Edge::Close(node) => outline += if node.value().is_element() { ">" } else { "" },
            }
        }
        outline
    }

    #[test]
    fn programs_and_style_sheets_are_left_out_and_nothing_else() {
        let page = "<head><style>p > a { color: red }</STYLE ><script async>if (a < b) '</scripts>'</script>\
                    <script type=math/tex>a</script><body>One<script type=' Text/JavaScript'>quit</script>two<svg><style>a</style></svg>";
        let made = document(page).unwrap();
        assert_eq!(outline(&made), outline(&Html::parse_document(page)));
        let html = made.html();
        assert!(!html.contains("color: red") && !html.contains("scripts") && !html.contains("quit"), "{html}");
        assert!(html.contains(">a</script>") && html.contains("<style>a<"), "{html}");
    }

    #[test]
    fn a_script_whose_end_is_in_doubt_stays() {
        for page in
            ["<script data-a='>'>x</script>One", "<script><!-- <script></script> --></script>One", "<script>x<p>"]
        {
            assert_eq!(document(page).unwrap().html(), Html::parse_document(page).html());
        }
    }

    const TOKENS: &[&str] = &[
        "<script>",
        "<SCRIPT>",
        "<script type=math/tex>",
        "<script a='>'>",
        "<script a=\"<style>\">",
        "</script>",
        "</SCRIPT >",
        "</script a='>'>",
        "</script",
        "</scriptx>",
        "<style>",
        "</style>",
        "<!--",
        "-->",
        "<textarea>",
        "</textarea>",
        "<title>",
        "</title>",
        "<noscript>",
        "</noscript>",
        "<svg>",
        "</svg>",
        "<foreignObject>",
        "<template>",
        "</template>",
        "<select>",
        "<option>",
        "</select>",
        "<frameset>",
        "<noframes>",
        "<table>",
        "<td>",
        "</table>",
        "<p>",
        "<b>",
        "<a href='",
        "'>",
        "\"",
        ">",
        "<",
        "=",
        "text",
        " ",
        "\r\n",
        "é",
        "&amp;",
        "<plaintext>",
        "<iframe>",
        "</iframe>",
        "</head>",
        "<body>",
        "</html>",
        "<scr",
        "ipt>",
        "<p title='",
    ];

    proptest! {
        /// However tags, quotes and comments meet, and wherever the parser's pieces end.
        #[test]
        fn no_other_text_is_lost(
            tokens in prop::collection::vec(prop::sample::select(TOKENS), 0..24),
            before in prop_oneof![Just(0), 4060..4120_usize],
        ) {
            let page = format!("{}{}", "z".repeat(before), tokens.concat());
            prop_assert_eq!(outline(&document(&page).unwrap()), outline(&Html::parse_document(&page)));
        }
    }
}
