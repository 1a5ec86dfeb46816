//! Parting words: what a site says to its readers around an article, and not about its subject.
//!
//! "This post contains affiliate links", "Join our newsletter", "Ada Weir is our correspondent in Osk": paragraphs by
//! their markup, so only words and place tell them. A disclosure is known anywhere by its words; a farewell only
//! near the end, where no more than a few short blocks follow.

use super::said::Blocks;
use crate::article::folded;
use crate::article::{Block, Inline};
use crate::clean::rules::Rule;
use crate::lexicon::{self, WordList};
use std::collections::BTreeSet;

/// In characters: a disclosure, or a farewell, is shorter; a note on the author may be longer.
const LONGEST: usize = 400;
const LONGEST_NOTE: usize = 700;
/// How many blocks go with the heading of a farewell at most.
const BELOW: usize = 4;
/// How many blocks from the end farewells stand at most.
const LAST: usize = 10;
/// The share of the blocks that may be farewells at most: in a short text the last ten blocks may be nearly all.
const SHARE: usize = 3;

/// Takes the parting words out; `authors` are the names of those who wrote the article.
pub(super) fn take_leave(blocks: &mut Blocks, authors: &[String]) {
    let authors: Vec<String> = authors.iter().map(|name| folded(name)).filter(|name| name.contains(' ')).collect();
    let all = &blocks.kept;
    let first_of_last = all.len() - LAST.min(all.len() / SHARE);
    let mut still_below = 0;
    let mut against = Vec::with_capacity(all.len());
    for (at, said) in all.iter().enumerate() {
        let block = said.block();
        if !matches!(block, Block::Paragraph(_) | Block::Heading { .. } | Block::List(_) | Block::Quote(_)) {
            against.push(None);
            continue;
        }
        let text = said.text();
        let length = text.chars().count();
        let is_heading = matches!(block, Block::Heading { .. });
        let may_disclose = !is_heading && length < LONGEST;
        let is_read = may_disclose || (at >= first_of_last && length < LONGEST_NOTE);
        let line = if is_read { said.line() } else { "" };
        let says_farewell = at >= first_of_last
            && length < LONGEST
            && (lexicon::SIGN_OFF_OPENINGS.opening(line).next().is_some() || is_imprint(text));
        let states_rules = at >= first_of_last && length < LONGEST_NOTE && states_rules(block);
        let is_note = at >= first_of_last && said.is_paragraph() && introduces(line, &authors);
        // What a farewell heads goes with it, until the text goes on.
        still_below = match (is_heading, says_farewell) {
            (true, true) => BELOW + 1,
            (true, false) => 0,
            (false, _) if length < LONGEST_NOTE => still_below,
            (false, _) => 0,
        };
        let goes_with_heading = still_below > 0;
        still_below = still_below.saturating_sub(1);
        let discloses = may_disclose && lexicon::SIGN_OFF_DISCLOSURES.are_said_in(line);
        against.push(
            (Rule::SignOff.when(says_farewell || goes_with_heading))
                .or_else(|| Rule::SiteRules.when(states_rules))
                .or_else(|| Rule::AuthorNote.when(is_note))
                .or_else(|| Rule::Disclosure.when(discloses)),
        );
    }
    blocks.leave_out_each(against);
}

/// The rules of a site by the addresses at which they stand, which are in English on sites of many languages.
static RULES: [&WordList; 3] = [&lexicon::RULES_CONDUCT, &lexicon::RULES_PRIVACY, &lexicon::RULES_USE];

/// Whether a paragraph links to rules of two kinds on one site, as the words above a box for comments do in any language.
fn states_rules(block: &Block) -> bool {
    let Block::Paragraph(content) = block else { return false };
    let mut kinds = BTreeSet::new();
    let mut hosts = BTreeSet::new();
    for inline in content {
        let Inline::Link { target, .. } = inline else { continue };
        let last =
            target.path_segments().and_then(|mut parts| parts.rfind(|part| !part.is_empty())).unwrap_or_default();
        let last = last.to_ascii_lowercase();
        let is_there = |words: &WordList| {
            last.split(['-', '_', '.']).any(|part| words.contains(part)) || words.opening(&last).next().is_some()
        };
        if let Some(kind) = RULES.iter().position(|words| is_there(words)) {
            kinds.insert(kind);
            hosts.insert(target.host_str().unwrap_or_default().to_owned());
        }
    }
    kinds.len() >= 2 && hosts.len() == 1
}

/// Whether a line claims the rights with the sign for it, or is set in the brackets in which Chinese papers sign with
/// the name of the editor: "【编辑：…】", "（责任编辑：…）".
fn is_imprint(text: &str) -> bool {
    let text = text.trim();
    let signs = |open, close| {
        text.strip_prefix(open).and_then(|text| text.strip_suffix(close)).is_some_and(|signed: &str| {
            signed.contains(['：', ':']) && lexicon::SIGN_OFF_EDITORS.opening(signed).next().is_some()
        })
    };
    text.starts_with('©') || signs('【', '】') || signs('（', '）') || signs('(', ')') || signs('[', ']')
}

/// Whether a line says who an author is: "Ada Weir is our correspondent in Osk".
fn introduces(line: &str, authors: &[String]) -> bool {
    authors.iter().filter_map(|name| line.strip_prefix(name.as_str())).any(|rest| {
        let next = rest.trim_start().split(' ').next().unwrap_or_default();
        lexicon::SIGN_OFF_AUTHOR_VERBS.contains(next)
    })
}

#[cfg(test)]
mod tests {
    use super::super::said::tidied;
    use super::*;
    use crate::clean::testing::{parsed, short};

    const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";

    /// What is left after a text of twenty paragraphs and some words behind it.
    fn left_behind(words: &str) -> Vec<String> {
        let mut blocks = parsed(&format!("{}{words}", TEXT.repeat(20)));
        tidied(&mut blocks, |said| take_leave(said, &["Ada Weir".to_owned()]));
        blocks[20..].iter().map(short).collect()
    }

    #[test]
    fn a_farewell_goes_with_what_it_heads() {
        for farewell in [
            "<h2>Follow us on social media</h2><p>Facebook | Instagram</p>",
            "<p><em>Ada Weir is our correspondent in Osk.</em></p>",
            "<h3>About the author</h3><p>She has kept a lock for thirty years.</p>",
            "<p>Folgen Sie uns auf Mastodon.</p>",
            "<p>Suivez-nous sur Mastodon</p><p>Tous droits réservés.</p>",
            "<p>Suscríbete a nuestro boletín.</p>",
            "<p>Подписывайтесь на наш канал.</p>",
            "<p>تابعونا على الشبكات الاجتماعية</p>",
            "<p>版权所有，未经授权不得转载。</p>",
            "<p>この記事をシェアする</p>",
            "<p>（编辑：王水）</p>",
            "<p>【责任编辑：王水】</p>",
            "<p>© 2020 The Courier of Osk</p>",
            "<p>Todos os direitos reservados.</p>",
            "<p>Iscriviti alla nostra newsletter.</p>",
            "<p>Zapisz się do newslettera.</p>",
        ] {
            assert_eq!(left_behind(farewell), [""; 0], "{farewell}");
        }
    }

    #[test]
    fn the_last_words_of_a_text_stay() {
        for words in [
            "<p>Ada Weir’s father kept the lock.</p>",
            "<p>Subscribers to the old lock were few.</p>",
            "<p>Joining the two locks took a year.</p>",
            "<h2>Follow the water</h2><p>It goes down to Osk.</p>",
        ] {
            assert!(!left_behind(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn a_disclosure_goes_wherever_it_stands() {
        for disclosure in [
            "This post contains affiliate links.",
            "Wenn Sie über einen solchen Link kaufen, erhalten wir eine Provision.",
            "Cet article contient des liens affiliés.",
            "本文包含联盟链接。",
        ] {
            let mut blocks = parsed(&format!("<p>{disclosure}</p>{}", TEXT.repeat(3)));
            tidied(&mut blocks, |said| take_leave(said, &[]));
            assert_eq!(blocks.len(), 3, "{disclosure}");
        }
    }

    #[test]
    fn a_text_about_farewells_is_no_farewell() {
        let mut blocks = parsed(&format!("{}<p>Follow us down the river.</p>{}", TEXT.repeat(3), TEXT.repeat(12)));
        tidied(&mut blocks, |said| take_leave(said, &[]));
        assert_eq!(blocks.len(), 16);
    }

    #[test]
    fn the_rules_of_the_site_are_known_by_where_they_stand_in_any_language() {
        let rules = "<p>Kommentteja koskevat <a href=https://osk.example/community_guidelines.html>ohjeet</a> ja \
                     <a href=https://osk.example/privacy.html>seloste</a>.</p>";
        assert!(left_behind(rules).is_empty());
        let other = "<p>The <a href=https://osk.example/privacy>one</a> and the <a href=https://weir.example/terms>other</a>.</p>";
        assert_eq!(left_behind(other).len(), 1);
        let one = "<p>What <a href=https://osk.example/privacy.html>Osk</a> promised in its rules is not much.</p>";
        assert_eq!(left_behind(one).len(), 1);
    }
}
