//! Stamps: the times over the posts of a live report, which belong to its text.
//!
//! Their classes are those of any date, so they are told by what stands around them: boxes of one make, side by side,
//! each with a time of day and some prose.

use super::RulesAgainst;
use crate::clean::view::non_text::is_non_text;
use crate::clean::view::text_stats::TextStats;
use crate::clean::view::tree::{NodeIdx, PerNode, Tree};

/// In letters: a stamp with its date has fewer.
const LONGEST: u32 = 25;
/// An icon, the time, the date, each in a box of its own.
const MOST_NODES: usize = 10;
/// In letters: a post says more.
const A_POST: u32 = 40;
/// Fewer posts are no live report.
const A_REPORT: usize = 3;

/// Takes the stamps of posts back into the page.
pub(super) fn take_back(tree: &Tree, raw: &PerNode<TextStats>, left_out: &mut RulesAgainst) {
    // Each stamp with its post.
    let mut stamps: Vec<(NodeIdx, NodeIdx)> = Vec::new();
    let mut at = NodeIdx::ROOT;
    while at < tree.nodes().end {
        if left_out[at].is_none() {
            at = at.next();
            continue;
        }
        let is_small = tree.within(at).len() <= MOST_NODES && raw[at].text <= LONGEST && !is_non_text(tree.name(at));
        if is_small && tells_time(&tree.text(at, |_| false)) {
            let post = tree.ancestors(at).take(3).find(|around| raw[*around].prose >= A_POST);
            stamps.extend(post.map(|post| (at, post)));
        }
        at = tree.end(at);
    }
    let make = |post: NodeIdx| (tree.node(post).parent, tree.name(post), tree.attribute(post, "class"));
    for (stamp, post) in &stamps {
        let others = stamps.iter().filter(|(_, other)| other != post && make(*other) == make(*post));
        if others.count() + 1 >= A_REPORT {
            left_out[*stamp] = None;
        }
    }
}

/// "14:05", "9.30 am", "18h20", "14時05分".
fn tells_time(text: &str) -> bool {
    text.match_indices([':', '.', 'h', '時', '时']).any(|(at, sign)| {
        let is_digit = |c: &char| c.is_ascii_digit();
        let before = text[..at].chars().rev().take_while(is_digit).count();
        let after = text[at + sign.len()..].chars().take_while(is_digit).count();
        (1..=2).contains(&before) && after == 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::found;

    #[test]
    fn a_live_report_keeps_the_times_of_its_posts_in_their_order() {
        let post = |time: &str, water: &str| {
            format!(
                "<div class=post-item><span class=timestamp>{time}</span><p>The water stands {water} below the gate, and \
                 the town of Osk has been told to stay upstairs.</p></div>"
            )
        };
        let posts = [post("14:05", "a hand"), post("13:40", "a foot"), post("12:10", "a yard")].concat();
        let found = found(&format!("<main><h1>The flood</h1><div>{posts}</div></main>"));
        let times: Vec<&str> = found.iter().step_by(2).map(String::as_str).collect();
        assert_eq!(times, ["p:14:05", "p:13:40", "p:12:10"], "{found:?}");
    }

    #[test]
    fn the_time_of_one_article_is_no_stamp() {
        let text = "<p>The water stands a hand below the gate, and the town of Osk has been told to stay upstairs.</p>";
        let page = format!("<article><h1>The flood</h1><span class=timestamp>14:05</span>{}</article>", text.repeat(3));
        assert_eq!(found(&page).iter().filter(|block| block.contains("14:05")).count(), 0);
    }

    #[test]
    fn a_time_of_day_is_known_in_several_hands() {
        assert!(["14:05", "9.30 am", "18h20", "Today, 14:05 CET", "14時05分"].iter().all(|text| tells_time(text)));
        assert!(!["2020", "9 July", "1.500", "3 hours ago", "h", "12:"].iter().any(|text| tells_time(text)));
    }
}
