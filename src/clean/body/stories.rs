//! Stories: a page that goes on into the next article ends where the first one ends.
//!
//! Sites that scroll without end save the stories below with the page. Each has a headline of the first rank and is
//! signed: it has an author or a date of its own. Chapters have headings, too, but nobody signs a chapter.

use super::RulesAgainst;
use crate::clean::rules::Rule;
use crate::clean::view::attributes::Attributes;
use crate::clean::view::text_stats::TextStats;
use crate::clean::view::tree::{NodeIdx, NodeRange, PerNode, Tree, classes};

/// In letters: a teaser has less prose, a story more.
const A_STORY: u32 = 300;

/// Marks the stories below the first one as no part of the body.
pub(super) fn leave_out_later(tree: &Tree, raw: &PerNode<TextStats>, left_out: &mut RulesAgainst) {
    let headlines: Vec<NodeIdx> = tree.nodes().filter(|at| tree.name(*at) == "h1").collect();
    if headlines.len() < 2 {
        return;
    }
    let realms = headlines.iter().map(|headline| (*headline, realm(tree, &headlines, *headline)));
    let mut stories = realms.filter(|(_, realm)| raw[*realm].prose >= A_STORY && left_out[*realm].is_none());
    // The first is the one that the page is about.
    let Some((_, first)) = stories.next() else { return };
    let is_another =
        |(headline, story): &(NodeIdx, NodeIdx)| is_like(tree, first, *story) && is_signed(tree, *headline, *story);
    let later: Vec<NodeIdx> = stories.filter(is_another).map(|(_, story)| story).collect();
    for story in later {
        left_out[story] = Rule::LaterStory.asked();
    }
}

/// The largest element around a headline that holds no other.
fn realm(tree: &Tree, headlines: &[NodeIdx], headline: NodeIdx) -> NodeIdx {
    let holds_another =
        |place: NodeIdx| headlines.iter().any(|other| *other != headline && tree.within(place).contains(*other));
    tree.ancestors(headline).take_while(|around| !holds_another(*around)).last().unwrap_or(headline)
}

/// True if both are articles by their element, or of one make.
fn is_like(tree: &Tree, first: NodeIdx, other: NodeIdx) -> bool {
    let is_article = |place: NodeIdx| {
        tree.name(place) == "article" || tree.children(place).any(|inside| tree.name(inside) == "article")
    };
    let make = |place: NodeIdx| (tree.name(place), tree.attribute(place, "class"));
    make(first) == make(other) || (is_article(first) && is_article(other))
}

/// How many paragraphs may stand before the signature; what comes later belongs to something else.
const BEFORE_SIGNATURE: usize = 3;

/// True if the page says below the headline of a story who wrote it, when, or at which address it stands.
fn is_signed(tree: &Tree, headline: NodeIdx, story: NodeIdx) -> bool {
    let mut paragraphs = 0;
    let head = NodeRange::new(headline, tree.end(story)).take_while(|at| {
        paragraphs += usize::from(tree.name(*at) == "p");
        paragraphs <= BEFORE_SIGNATURE
    });
    head.filter_map(|at| tree.element(at)).any(|element| {
        let property = element.attribute("itemprop").unwrap_or_default();
        let is_byline = |class: &str| {
            let class = class.to_ascii_lowercase();
            ["byline", "author", "dateline", "pubdate", "publish-date", "published"]
                .iter()
                .any(|word| class.contains(word))
        };
        element.name() == "time"
            || matches!(property, "author" | "datePublished")
            || element.attribute("rel") == Some("author")
            || classes(element).any(is_byline)
    }) || ["data-url", "data-canonical-url", "data-canonical", "data-article-url"]
        .iter()
        .any(|name| tree.attribute(story, name).is_some())
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::found;

    fn story(name: &str, signature: &str) -> String {
        let paragraph =
            format!("<p>{name} was closed for the winter, and nobody in the town of Osk minded it much.</p>");
        format!("<h1>{name}</h1>{signature}{}", paragraph.repeat(6))
    }

    #[test]
    fn a_page_that_goes_on_into_the_next_story_ends_with_the_first() {
        let signature = "<p class=byline>By <a rel=author href=/a>Ada Weir</a> <time>2020-07-09</time></p>";
        for (open, close) in
            [("<article>", "</article>"), ("<div class=story>", "</div>"), ("<div><article>", "</article></div>")]
        {
            let stories =
                ["The lock", "The mill", "The ferry"].map(|name| format!("{open}{}{close}", story(name, signature)));
            let found = found(&format!("<main>{}</main>", stories.concat()));
            assert_eq!(found.iter().filter(|block| block.contains("closed")).count(), 6, "{open}");
            assert!(found.iter().all(|block| !block.contains("mill") && !block.contains("ferry")), "{open}");
        }
    }

    #[test]
    fn chapters_under_headings_of_the_first_rank_stay() {
        let chapters = ["The lock", "The mill", "The ferry"]
            .map(|name| format!("<section class=part>{}</section>", story(name, "")));
        let found = found(&format!("<main><article>{}</article></main>", chapters.concat()));
        assert_eq!(found.iter().filter(|block| block.contains("closed")).count(), 18);
    }
}
