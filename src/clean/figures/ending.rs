//! How a caption ends: with a name in an element of its own, or with a link that names the maker.

use super::agency;
use super::caption;
use super::credit::rule::CreditRule;
use super::credit::{self, Parted};
use super::role::Role;
use crate::article::Inline;
use crate::clean::view::tree::{NodeIdx, Tree};

/// The last part of a caption, where it is an element of its own that holds a name or a credit and nothing else:
/// `<span>The kiln at dusk.</span><span>Ines Okafor</span>`.
pub(super) fn name(caption: NodeIdx, tree: &Tree) -> Option<NodeIdx> {
    let has_words = |node: &NodeIdx| tree.texts(*node).any(|text| !text.trim().is_empty());
    let mut holder = caption;
    for _ in 0..4 {
        let mut parts = tree.children(holder).filter(has_words);
        let first = parts.next()?;
        let last = parts.last();
        let Some(last) = last else {
            holder = tree.is_element(first).then_some(first)?;
            continue;
        };
        let name = tree.texts(last).collect::<String>().replace(['(', ')'], " ");
        let words = tree.texts(caption).flat_map(str::split_whitespace).count();
        let words_before = words.saturating_sub(name.split_whitespace().count());
        let is_part = matches!(tree.name(last), "span" | "small" | "p" | "div" | "cite");
        // "<span>A caption</span><span>courtesy of Merrow Lines</span>"
        let reads_so = || agency::is_name(&name) || credit::whole(name.trim()).is_some();
        let is_credit = is_part && words_before >= 4 && reads_so() && Role::of(last, tree) == Role::Plain;
        return is_credit.then_some(last);
    }
    None
}

/// The credit that the last link of a caption gives.
pub(super) fn link(caption: &[Inline], text: &str) -> Option<Parted> {
    after_link(caption, text).or_else(|| linked_brackets(caption, text))
}

/// A caption that ends in a link to where the picture was had from names its maker there; a caption that is
/// nothing but such a link is a credit.
fn after_link(caption: &[Inline], text: &str) -> Option<Parted> {
    let Inline::Link { target, content } = caption.last()? else { return None };
    if !agency::is_picture_house(target) {
        return None;
    }
    let name = caption::words(content);
    let credit = credit::marked(&name)?;
    let start = text.len().checked_sub(name.len())?;
    let before = text.get(..start)?.trim_end();
    let is_name = agency::is_name_like(&credit) || before.is_empty();
    is_name.then_some(Parted { caption: 0..before.len(), credit, rule: CreditRule::LastLink })
}

/// A link alone in brackets at the end of a caption names where the picture is from.
fn linked_brackets(caption: &[Inline], text: &str) -> Option<Parted> {
    let inner = text.trim_end_matches('.').strip_suffix(')')?;
    let start = inner.rfind('(')?;
    let name = &inner[start + 1..];
    let before = text[..start].trim_end();
    let is_name = agency::is_name_like(name) && name.split_whitespace().count() <= 5 && name.chars().count() >= 3;
    let is_name =
        is_name && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '/' | '’' | '\'' | '-' | '&'));
    let is_linked = last_link(caption).is_some_and(|content| caption::words(content) == name);
    let is_credit = is_name && is_linked && !before.is_empty();
    let rule = CreditRule::LinkInBrackets;
    is_credit.then(|| Parted { caption: 0..before.len(), credit: name.to_owned(), rule })
}

/// What the last link of a text says, however deep it stands.
fn last_link(inlines: &[Inline]) -> Option<&[Inline]> {
    inlines.iter().rev().find_map(|inline| match inline {
        Inline::Link { content, .. } => Some(content.as_slice()),
        Inline::Emphasis(content) | Inline::Strong(content) => last_link(content),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[track_caller]
    fn reads(caption_markup: &str, caption: &str, credit: Option<&str>) {
        let figure = format!("<figure><img src=/ferry-in-march.jpg><figcaption>{caption_markup}</figcaption></figure>");
        let found = figures(&format!("<main>{TEXT}{TEXT}{figure}{TEXT}</main>"));
        assert_eq!((found[0].caption.as_str(), found[0].credit.as_deref()), (caption, credit), "{caption_markup}");
    }

    #[test]
    fn a_name_alone_at_the_end_of_a_caption_is_the_credit() {
        let caption = "<span>El transbordador en el puerto.</span><span>INÉS OKAFOR (EFE)</span>";
        reads(caption, "El transbordador en el puerto.", Some("INÉS OKAFOR (EFE)"));
        let caption = "<p>The ferry in the harbour of Vrana.</p><small>Ines Okafor</small>";
        reads(caption, "The ferry in the harbour of Vrana.", Some("Ines Okafor"));
        let caption = "<p><span>The ferry in the harbour.</span><span>courtesy of Merrow Lines.</span></p>";
        reads(caption, "The ferry in the harbour.", Some("Merrow Lines"));
    }

    #[test]
    fn a_last_sentence_or_a_title_is_no_name() {
        let caption = "<span>The ferry in the harbour.</span> <span>It stopped in March.</span>";
        reads(caption, "The ferry in the harbour. It stopped in March.", None);
        reads("The ferry in the painting <em>Morning Light</em>", "The ferry in the painting Morning Light", None);
    }

    #[test]
    fn a_link_to_where_the_picture_is_from_names_its_maker() {
        let link = "<a href=https://www.flickr.com/photos/ines/1>Ines Okafor</a>";
        reads(&format!("A ferry. {link}"), "A ferry.", Some("Ines Okafor"));
        reads(link, "", Some("Ines Okafor"));
        reads("A ferry of <a href=https://example.net/>Merrow Lines</a>", "A ferry of Merrow Lines", None);
    }

    #[test]
    fn a_link_alone_in_brackets_names_the_house() {
        reads("A ferry. (<a href=https://example.net/x>Tide Tables</a>)", "A ferry.", Some("Tide Tables"));
        reads("A ferry. (<a href=https://example.net/x>read more</a>)", "A ferry. (read more)", None);
    }
}
