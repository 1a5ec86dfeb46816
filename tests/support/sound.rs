//! What must be true of every article, whatever page it was found in.

use bindery::article::{Address, Article, Block, Inline, plain_text};
use bindery::render;
use url::Url;

/// Breaks off where something in `article` is not as every renderer may take it to be.
pub(crate) fn check(article: &Article) {
    let lines = [Some(&article.headline), article.standfirst.as_ref(), article.site.as_ref(), article.section.as_ref()];
    for line in lines.into_iter().flatten().chain(&article.byline.authors) {
        assert!(!line.trim().is_empty(), "an empty line of the head");
        assert!(!line.chars().any(char::is_control), "a control character in {line:?}");
    }
    let notes = article.notes.iter().map(|note| plain_text(&note.content));
    for text in notes.chain([plain_text(&article.body)]) {
        let is_out_of_place = |c: &char| c.is_control() && !matches!(c, '\n' | '\t');
        assert_eq!(text.chars().find(is_out_of_place), None, "in {text:?}");
    }
    assert!(!article.body.is_empty(), "an article without a body");
    for figure in article.figures() {
        assert!(figure.picture.candidates().next().is_some(), "a figure without a picture");
        figure.picture.candidates().for_each(check_address);
        figure.caption.iter().for_each(|inline| check_inline(inline, article));
    }
    for block in article.body.iter().chain(article.notes.iter().flat_map(|note| &note.content)) {
        block.visit(&mut |block| match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                assert!(!content.is_empty(), "an empty paragraph");
                content.iter().for_each(|inline| check_inline(inline, article));
            }
            Block::List(list) => assert!(!list.items.is_empty(), "an empty list"),
            Block::Quote(quote) | Block::PullQuote(quote) => assert!(!quote.content.is_empty(), "an empty quotation"),
            _ => {}
        });
    }
    let page = render::html(article).expect("the template takes any article");
    let parsed = roxmltree::Document::parse_with_options(
        &page,
        roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() },
    );
    let document = parsed.unwrap_or_else(|error| panic!("{error} in {page}"));
    for link in document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "a"))) {
        let Some(target) = link.attribute("href") else { continue };
        assert!(target.starts_with('#') || Url::parse(target).is_ok(), "a link to {target}");
    }
}

fn check_address(address: &Address) {
    match address {
        Address::Web(url) => assert!(matches!(url.scheme(), "http" | "https"), "{url}"),
        Address::Data(data) => assert!(data.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))),
        Address::File(path) => {
            let leads_out = path.components().any(|part| matches!(part, std::path::Component::ParentDir));
            assert!(!leads_out, "{}", path.display());
        }
    }
}

fn check_inline(inline: &Inline, article: &Article) {
    match inline {
        Inline::Link { target, content } => {
            assert!(matches!(target.scheme(), "http" | "https" | "mailto"), "{target}");
            content.iter().for_each(|inline| check_inline(inline, article));
        }
        Inline::NoteReference(id) => {
            assert!(id.0 < article.notes.len(), "a reference to no note");
        }
        Inline::Emphasis(content) | Inline::Strong(content) => {
            content.iter().for_each(|inline| check_inline(inline, article));
        }
        _ => {}
    }
}
