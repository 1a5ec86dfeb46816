//! Signposts: lines between the paragraphs that lead to other articles, and the labels of adverts.
//!
//! Their markup is that of a paragraph, so only their words and links tell them. A phrase alone is never
//! enough for a line that says more: it must be mostly a link, too.

use super::said::{Blocks, Said};
use crate::article::folded;
use crate::article::{Block, Inline, Words};
use crate::clean::rules::Rule;
use crate::lexicon;

/// A call has so many words at most; in scripts that part none, a sign may count for one.
const LONGEST_CALL: usize = 10;

/// A line longer than this, in characters, says something of its own.
const LONGEST: usize = 220;

/// Takes the signposts out, and with a heading that is one the links below it.
pub(super) fn take_down(blocks: &mut Blocks) {
    let mut below_signpost = false;
    let mut end_of_teasers = 0;
    let all = &blocks.kept;
    let mut against = Vec::with_capacity(all.len());
    for (at, said) in all.iter().enumerate() {
        end_of_teasers = end_of_teasers.max(teasers_below(all, at));
        let is_signpost = match said.block() {
            _ if at < end_of_teasers => true,
            Block::Figure(_) | Block::Code(_) | Block::Table(_) | Block::Rule => {
                below_signpost = false;
                false
            }
            Block::Heading { level, .. } => {
                let heads_nothing = all.get(at + 1).is_none_or(|next| match next.block() {
                    Block::Heading { level: other, .. } => other <= level || is_links(next),
                    _ => is_links(next),
                });
                below_signpost = heads_nothing && leads_on(said.line());
                below_signpost
            }
            _ if below_signpost && is_links(said) => true,
            _ => is_signpost(said, &mut below_signpost),
        };
        against.push(Rule::CrossLink.when(is_signpost));
    }
    blocks.leave_out_each(against);
}

/// Where the teasers end that a signpost of a heading stands over: headings of lower rank, pictures, and lines that are
/// all link. The place of the heading itself if there are none, or if there is more.
fn teasers_below(blocks: &[Said], at: usize) -> usize {
    let Block::Heading { level, .. } = blocks[at].block() else { return at };
    if !leads_on(blocks[at].line()) {
        return at;
    }
    let is_over = |said: &Said| matches!(said.block(), Block::Heading { level: other, .. } if other <= level);
    let below = &blocks[at + 1..];
    let below = &below[..below.iter().position(is_over).unwrap_or(below.len())];
    let is_teaser = |said: &Said| matches!(said.block(), Block::Heading { .. } | Block::Figure(_)) || is_links(said);
    let has_head = below.first().is_some_and(|said| matches!(said.block(), Block::Heading { .. }));
    if has_head && below.iter().all(is_teaser) { at + 1 + below.len() } else { at }
}

/// Whether a block among the paragraphs is a signpost; `heads_links` is set to whether it stands above others.
fn is_signpost(said: &Said, heads_links: &mut bool) -> bool {
    *heads_links = false;
    let text = said.text();
    let length = text.chars().count();
    if length > LONGEST {
        return false;
    }
    let line = said.line();
    if is_call(said.block(), length, line) {
        return true;
    }
    let Some(phrase) = leading_phrase(line) else {
        return is_label(line) || is_tally(line) || is_path(said);
    };
    // "Read more:" alone stands above links that are gone or follow.
    *heads_links = text.trim_end().ends_with(':') && line.split(' ').count() <= 5;
    let own = length.saturating_sub(phrase.chars().count()).max(1);
    *heads_links || linked_chars(said.block()) as f32 > own as f32 * 0.4
}

/// Whether a block of so many characters is nothing but a link that asks to do something: "Book a demo", "Check price
/// on …".
fn is_call(block: &Block, length: usize, line: &str) -> bool {
    matches!(block, Block::Paragraph(_))
        && linked_chars(block) + 3 >= length
        && lexicon::CROSS_LINKS_CALLS.opening(line).next().is_some()
        && Words::count(line) <= LONGEST_CALL
}

/// Whether a block is little else than links.
fn is_links(said: &Said) -> bool {
    match said.block() {
        Block::Embed(_) => true,
        block @ (Block::Paragraph(_) | Block::List(_) | Block::Quote(_) | Block::Heading { .. }) => {
            linked_chars(block) as f32 > said.text().chars().count() as f32 * 0.6
        }
        _ => false,
    }
}

/// Whether a heading says that other articles follow and nothing else: "Related articles", "More from the Courier",
/// but not "Related injuries" or "Recommended dosage".
fn leads_on(line: &str) -> bool {
    let says_whence =
        |rest: &str| rest.split(' ').next().is_some_and(|word| lexicon::CROSS_LINKS_SOURCES_FOLLOW.contains(word));
    let is_phrase = leading_phrases(line).any(|phrase| {
        let rest = line[phrase.len()..].trim_start();
        let names_source =
            phrase.rsplit(' ').next().is_some_and(|word| lexicon::CROSS_LINKS_SOURCES_FOLLOW.contains(word));
        rest.is_empty() || ((names_source || says_whence(rest)) && rest.split(' ').count() <= 5)
    });
    is_phrase || is_label(line)
}

/// Whether a line announces something else to read, by itself or with the title of it: "You might also like: The Lock".
pub(crate) fn announces_another(line: &str) -> bool {
    leads_on(&folded(line.split_once(':').map_or(line, |(announcement, _)| announcement)))
}

/// The phrase that `line` begins with, if it is one that leads on.
fn leading_phrase(line: &str) -> Option<&'static str> {
    leading_phrases(line).next()
}

fn leading_phrases(line: &str) -> impl Iterator<Item = &'static str> {
    lexicon::CROSS_LINKS_OPENINGS.opening(line)
}

fn is_label(line: &str) -> bool {
    lexicon::CROSS_LINKS_LABELS.contains(line)
}

/// "1,693 views": how many have seen or liked the article.
fn is_tally(line: &str) -> bool {
    let mut words = line.split(' ').skip_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).peekable();
    let begins_with_number = line.starts_with(|c: char| c.is_ascii_digit());
    let what = words.next().unwrap_or_default();
    begins_with_number && words.next().is_none() && lexicon::CROSS_LINKS_TALLIED.contains(what)
}

/// A link whose words are the path that it leads to names a part of the page to the site's own machine.
fn is_path(said: &Said) -> bool {
    let text = said.text();
    text.starts_with('/') && text.matches('/').count() >= 2 && !text.contains(' ') && is_links(said)
}

/// How many characters of a block stand in links.
fn linked_chars(block: &Block) -> usize {
    let mut linked = 0;
    block.visit(&mut |block| {
        if let Block::Paragraph(line) | Block::Heading { content: line, .. } = block {
            linked += linked_in(line);
        }
    });
    linked
}

fn linked_in(line: &[Inline]) -> usize {
    let length = |inline: &Inline| match inline {
        Inline::Link { content, .. } => Inline::plain_text(content).chars().count(),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strikethrough(content) => linked_in(content),
        _ => 0,
    };
    line.iter().map(length).sum()
}

#[cfg(test)]
mod tests {
    use super::super::said::tidied;
    use super::*;
    use crate::clean::testing::{parsed, short};

    fn left(html: &str) -> Vec<String> {
        let mut blocks = parsed(html);
        tidied(&mut blocks, take_down);
        blocks.iter().map(short).collect()
    }

    #[test]
    fn a_line_that_leads_to_another_article_is_taken_down() {
        for line in [
            "Read more: <a href=https://e.org/>The Lock</a>",
            "<b>Lesen Sie auch: <a href=https://e.org/>Die Schleuse</a></b>",
            "<b>เรื่องที่เกี่ยวข้อง</b><br><a href=https://e.org/>ประตูน้ำปิดแล้ว</a>",
            "यह भी पढ़ें: <a href=https://e.org/>नहर</a>",
            "関連記事：<a href=https://e.org/>水門</a>",
        ] {
            assert_eq!(left(&format!("<p>one</p><p>{line}</p><p>two</p>")), ["p:one", "p:two"], "{line}");
        }
    }

    #[test]
    fn a_tally_and_a_path_are_taken_down() {
        for line in ["1,693 views", "861 Kudos", "<a href=https://e.org/a/b>/parts/small-print</a>"] {
            assert_eq!(left(&format!("<p>one</p><p>{line}</p><p>two</p>")), ["p:one", "p:two"], "{line}");
        }
        assert_eq!(left("<p>12 locks</p><p>/winter/ is the word</p>").len(), 2);
    }

    #[test]
    fn a_heading_that_leads_on_goes_with_the_teasers_below_it() {
        let teaser = "<h3>Ten chairs</h3><p><a href=https://e.org/>Learn more</a></p>";
        assert_eq!(left(&format!("<p>one</p><h2>Up next</h2>{teaser}{teaser}<h2>Two</h2>")), ["p:one", "h2:Two"]);
        let said = "<h3>Ten chairs</h3><p>They were made of oak.</p>";
        assert_eq!(left(&format!("<h2>Up next</h2>{said}")).len(), 3);
    }

    #[test]
    fn a_sentence_that_begins_alike_stays() {
        let page =
            "<p>Related work was done at <a href=https://e.org/>Osk</a> in the years before the lock was closed.</p>";
        assert_eq!(left(page).len(), 1);
    }

    #[test]
    fn a_heading_goes_with_the_links_below_it() {
        let page =
            "<p>one</p><h3>More from the Courier</h3><ul><li><a href=https://e.org/>The Lock</a></li></ul><p>two</p>";
        assert_eq!(left(page), ["p:one", "p:two"]);
    }

    #[test]
    fn a_heading_of_the_article_stays_though_it_begins_like_a_signpost() {
        for heading in [
            "Recommended dosage",
            "Related injuries",
            "More from less",
            "Read more slowly",
            "Must read the label",
            "Print",
            "Contents",
            "Trending",
        ] {
            let page = format!("<h2>{heading}</h2><p>The lock was closed for the winter, and nobody minded.</p>");
            assert_eq!(left(&page).len(), 2, "{heading}");
        }
        assert_eq!(left("<h2>Contents</h2><h3>The first box</h3><p>Two chairs.</p>").len(), 3);
        let links = "<ul><li><a href=https://e.org/>The Lock</a></li></ul>";
        assert_eq!(left(&format!("<h2>Related injuries</h2>{links}")).len(), 2);
        assert_eq!(left(&format!("<p>one</p><h2>Related stories on locks</h2>{links}")), ["p:one"]);
    }

    #[test]
    fn a_link_that_asks_for_something_goes_and_one_in_a_sentence_stays() {
        let call = |words: &str| left(&format!("<p>one</p><p><a href=https://e.org/>{words}</a></p><p>two</p>")).len();
        assert_eq!(["Book a demo", "Jetzt anmelden", "En savoir plus", "立即购买本产品"].map(call), [2; 4]);
        assert_eq!(["Bookbinders of Osk", "The lock"].map(call), [3; 2]);
        assert_eq!(left("<p>Get the <a href=https://e.org/>key</a> of the lock before you go.</p>").len(), 1);
    }

    #[test]
    fn the_label_of_an_advert_goes() {
        assert_eq!(left("<p>one</p><p>Advertisement</p><div>Anzeige</div>"), ["p:one"]);
    }
}
