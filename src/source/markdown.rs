//! Turns a Markdown file into a page: CommonMark with GitHub's extensions, front matter before it, and
//! whatever raw markup a converter left in it.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

/// The body of a Markdown file as HTML, without its front matter.
///
/// Raw markup passes through: nothing here trusts it, and nothing of it outlives the cleaning.
pub(super) fn to_html(markdown: &str) -> String {
    let options = options();
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let images: Vec<_> = root.descendants().filter(|node| has_markup_in_its_alt_text(node)).collect();
    for image in images {
        unfold(&arena, image);
    }
    let mut html = String::with_capacity(markdown.len() * 5 / 4);
    match format_html(root, &options, &mut html) {
        Ok(()) => html,
        // Writing into a string does not fail.
        Err(std::fmt::Error) => String::new(),
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.render.r#unsafe = true;
    // An image's title is its caption: that is the only place Markdown has for one.
    options.render.figure_with_caption = true;
    options
}

/// Converters that meet a figure whose caption stands inside the picture's own box put the caption's
/// markup into the alt text: `![<span>A mosque.</span><span itemprop="copyrightHolder">…</span>](…)`.
fn has_markup_in_its_alt_text<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(node.data.borrow().value, NodeValue::Image(_))
        && node.descendants().any(|inside| matches!(inside.data.borrow().value, NodeValue::HtmlInline(_)))
}

/// Makes such an image the figure that it was: the picture, and the markup as its caption.
fn unfold<'a>(arena: &'a Arena<'a>, image: &'a AstNode<'a>) {
    let raw = |html: String| arena.alloc(NodeValue::HtmlInline(html).into());
    let url = match &image.data.borrow().value {
        NodeValue::Image(link) => link.url.clone(),
        _ => return,
    };
    let source = url.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    image.insert_before(raw(format!("<figure><img src=\"{source}\"><figcaption>")));
    for caption in image.children().collect::<Vec<_>>() {
        caption.detach();
        image.insert_before(caption);
    }
    image.insert_before(raw("</figcaption></figure>".to_owned()));
    image.detach();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_with_markup_in_its_alt_text_becomes_a_figure() {
        let markdown = "![<span aria-hidden=\"true\">Low water\nat the gate.</span><span class=\"c\">Ada\nBrenn</span>](https://example.org/a.jpg?w=1&h=2)";
        let html = to_html(markdown);
        assert!(html.contains("<img src=\"https://example.org/a.jpg?w=1&amp;h=2\">"), "{html}");
        assert!(html.contains("<figcaption><span aria-hidden=\"true\">Low water\nat the gate.</span>"), "{html}");
        assert!(html.contains("<span class=\"c\">Ada\nBrenn</span></figcaption></figure>"), "{html}");
    }

    #[test]
    fn an_ordinary_image_keeps_its_alt_text_and_shows_its_title() {
        let html = to_html("![The gate](gate.png \"The gate at dusk. Photo: Ada Brenn\")");
        assert!(html.contains("alt=\"The gate\""), "{html}");
        assert!(html.contains("<figcaption>The gate at dusk. Photo: Ada Brenn</figcaption>"), "{html}");
    }

    #[test]
    fn markdown_between_raw_blocks_is_markdown() {
        let html = to_html("<div>\n\nSome *stress*.\n\n</div>\n");
        assert!(html.contains("<p>Some <em>stress</em>.</p>"), "{html}");
    }

    #[test]
    fn githubs_extensions_are_understood() {
        let html = to_html("| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\nhttps://example.org says so[^x]\n\n[^x]: A note.\n");
        for expected in ["<table>", "<del>2</del>", "<a href=\"https://example.org\">", "A note."] {
            assert!(html.contains(expected), "{expected} in {html}");
        }
    }
}
