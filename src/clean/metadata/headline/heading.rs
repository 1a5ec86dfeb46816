//! Heading text: the words of a heading that are the headline, without what else stands in the element.

use super::super::tidy::{folded, tidy};
use super::super::words::{lines_of, words_of};
use super::{LONGEST, Title, is_long};
use crate::clean::view::tree::{Edge, NodeIdx, Tree};

/// The text of a heading, as one of the titles has it if one does.
pub(super) fn text_of(element: NodeIdx, tree: &Tree, titles: &[Title]) -> Option<String> {
    let words = words_of(element, tree);
    if child_elements(element, tree).next().is_none() {
        return tidy(&words);
    }
    // Most headings are those of the text, and shorter than any title; spaces between the letters would double them.
    let may_hold_title = titles.iter().any(|title| title.words.len() <= 2 * words.len());
    let alone = if may_hold_title { alone(element, tree, &words, titles) } else { None };
    alone.or_else(|| tidy(&spaced(element, tree, words)))
}

/// The text of a heading of several lines as one of the titles has it: with a mark between kicker and headline, or
/// without the kicker before or the badge after it.
fn alone(element: NodeIdx, tree: &Tree, words: &str, titles: &[Title]) -> Option<String> {
    if let Some(title) = title_at_an_end(element, tree, words, titles) {
        return Some(title);
    }
    let text = lines_of(element, tree);
    let title_of = |text: &str| {
        let words = folded(text);
        titles.iter().find(|title| title.words == words)
    };
    if let Some(title) = title_of(&text).filter(|_| text.contains('\n') || is_in_parts(element, tree)) {
        return Some(title.text.to_owned());
    }
    let (kicker, rest) = text.split_once('\n')?;
    let (head, badge) = text.rsplit_once('\n')?;
    // A part of a title may be its kicker, which is shorter than the headline.
    let is_headline =
        |(part, other): &(&str, &str)| title_of(part).is_some_and(|title| !title.is_part || other.len() < part.len());
    let (part, _) = [(rest, kicker), (head, badge)].into_iter().find(is_headline)?;
    Some(part.replace('\n', " "))
}

/// True if every word of a heading is in one of several elements: headline and subtitle, each of its own style.
fn is_in_parts(element: NodeIdx, tree: &Tree) -> bool {
    let is_blank = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
    let is_within = tree.children(element).all(|child| is_blank(tree.own_text(child)));
    is_within && child_elements(element, tree).nth(1).is_some()
}

fn child_elements<'t>(element: NodeIdx, tree: &'t Tree) -> impl Iterator<Item = NodeIdx> + 't {
    tree.children(element).filter(|child| tree.is_element(*child))
}

/// The title with which a heading begins or ends, where an element ends or begins beside it: what follows is a source,
/// a number of comments, the name of the site; what stands before is a label, and shorter.
fn title_at_an_end(element: NodeIdx, tree: &Tree, words: &str, titles: &[Title]) -> Option<String> {
    /// A heading that is never closed holds the whole page: what is longer, even by its white space, is no title.
    const MOST: usize = 4 * LONGEST;
    let words = folded(words);
    let is_at_an_end = |title: &&Title| {
        let is_end = words.starts_with(&title.words) || words.ends_with(&title.words);
        !title.is_part && is_long(&title.words) && words.len() > title.words.len() && is_end
    };
    let title = titles.iter().find(is_at_an_end)?;
    let is_title = |part: &str| (title.words.len()..MOST).contains(&part.len()) && folded(part) == title.words;
    let text: String = tree.texts(element).collect();
    let mut at = 0;
    for edge in tree.edges(element) {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        if let Some(piece) = tree.own_text(node) {
            at += piece.len();
            continue;
        }
        let (head, tail) = text.split_at_checked(at)?;
        let (begins, ends) = (is_title(head), is_title(tail) && head.len() < tail.len());
        if begins || ends {
            return tidy(if begins { head } else { tail });
        }
    }
    None
}

/// The `words` of a heading, with a space between neighbours of which one ends small and the next begins great: those
/// are set apart by their style.
fn spaced(element: NodeIdx, tree: &Tree, words: String) -> String {
    let mut parts = child_elements(element, tree);
    if let (Some(part), None) = (parts.next(), parts.next()) {
        return beside(&words, &words_of(part, tree)).unwrap_or(words);
    }
    let mut rest = words.as_str();
    let mut spaced = String::with_capacity(words.len());
    for line in lines_of(element, tree).lines() {
        let Some(after) = rest.strip_prefix(line) else { return words };
        spaced.push_str(line);
        rest = after.trim_start();
        let is_glued = line.ends_with(char::is_lowercase) && rest.starts_with(char::is_uppercase);
        if rest.len() < after.len() || is_glued {
            spaced.push(' ');
        }
    }
    spaced
}

/// `words` with a space beside `part`, the words of the only element in them, where that is glued to the rest and both
/// have several words: a single one may be half of a name, as in "OskTime".
fn beside(words: &str, part: &str) -> Option<String> {
    let (head, tail) = match (words.strip_suffix(part), words.strip_prefix(part)) {
        (Some(head), _) => (head, part),
        (None, Some(tail)) => (part, tail),
        (None, None) => return None,
    };
    let has_several = |text: &str| text.split_whitespace().nth(1).is_some();
    let is_glued = head.ends_with(char::is_lowercase) && tail.starts_with(char::is_uppercase);
    (is_glued && has_several(head) && has_several(tail)).then(|| format!("{head} {tail}"))
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::read;

    fn headline(html: &str) -> String {
        read(html).headline.unwrap_or_default()
    }

    #[test]
    fn a_kicker_or_a_badge_in_the_heading_is_no_part_of_its_sentence() {
        let heading = "<h1><span>Harbour</span><span>The tide comes in</span></h1>";
        assert_eq!(
            headline(&format!("<title>Harbour: The tide comes in</title>{heading}")),
            "Harbour: The tide comes in"
        );
        assert_eq!(headline(&format!("<title>The tide comes in</title>{heading}")), "The tide comes in");
        let page = "<title>The tide comes in</title><h1>The tide comes in<div>For readers</div></h1>";
        assert_eq!(headline(page), "The tide comes in");
        let page =
            "<title>The tide comes in</title><h1><div>All about the sea</div><span>The tide comes in</span></h1>";
        assert_eq!(headline(page), "The tide comes in");
    }

    #[test]
    fn headline_and_subtitle_have_the_mark_between_them_that_a_title_has() {
        let title = "<title>The tide comes in – A guide for sailors</title>";
        let heading = "<h1><span class=title>The tide comes in</span> <span>A guide for sailors</span></h1>";
        assert_eq!(headline(&format!("{title}{heading}")), "The tide comes in – A guide for sailors");
        let heading = "<h1>The <em>tide</em> comes in</h1>";
        assert_eq!(headline(&format!("<title>The *tide* comes in</title>{heading}")), "The tide comes in");
    }

    #[test]
    fn what_follows_the_title_in_elements_of_its_own_is_no_part_of_the_headline() {
        let title = "<title>The tide comes in at night</title>";
        for heading in [
            "<h1><a>The tide comes in at night</a> <a>(osk.example)</a> 87</h1>",
            "<h1>The tide <em>comes in</em> at night <span>87 comments</span></h1>",
        ] {
            assert_eq!(headline(&format!("{title}{heading}")), "The tide comes in at night");
        }
        let labelled = "<h1><span>Title:</span>The tide comes in at night</h1>";
        assert_eq!(headline(&format!("{title}{labelled}")), "The tide comes in at night");
        let longer = "<h1>The tide comes in at night, and <em>stays</em></h1>";
        assert_eq!(headline(&format!("{title}{longer}")), "The tide comes in at night, and stays");
    }

    #[test]
    fn a_heading_that_is_never_closed_takes_no_longer_than_its_page() {
        let title = "<title>The tide comes in at night</title>";
        let text = "<p>The envoys <b>left</b> on Thursday.</p>".repeat(10_000);
        assert_eq!(
            headline(&format!("{title}<h1>The tide comes in at night<p>9 July 2020</p>{text}")),
            "The tide comes in at night"
        );
        headline(&format!("{title}<h1>The tide comes in at night and stays<p>9 July 2020</p>{text}"));
    }

    #[test]
    fn neighbours_that_the_style_sets_apart_are_words_of_their_own() {
        let page = "<title>Tides</title><h1><span>The tide comes in</span><a>Last News</a></h1>";
        assert_eq!(headline(page), "The tide comes in Last News");
        let page = "<title>Tides</title><h1>The tide comes in<span>And stays a while</span></h1>";
        assert_eq!(headline(page), "The tide comes in And stays a while");
        let page = "<title>Tides</title><h1>The tide comes in with Osk<b>Time</b></h1>";
        assert_eq!(headline(page), "The tide comes in with OskTime");
        let page = "<title>Tides</title><h1><span>T</span><span>he tide</span> <b>comes</b> in</h1>";
        assert_eq!(headline(page), "The tide comes in");
    }
}
