//! Evidence: what each sign is worth, in log-odds, for one kind of page or against all of them.

use super::signs::Sign::{self, *};
use super::{Confidence, PageKind, Verdict};
use PageKind::*;

/// What speaks for a kind when nothing is known: a saved page is an article.
const AT_FIRST: f64 = -4.0;

/// Each sign with what it says for each kind. A sign that is enough by itself is worth 6.
const FOR: &[(Sign, PageKind, f64)] = &[
    // Home pages and sections are cards of one make, each with a link and a line or two.
    (TeasersAreTheText, Links, 4.0),
    (TeasersAreTheText, SearchResults, 3.5),
    (TeasersAreTheText, Products, 1.0),
    // Menus, directories and the lists of a forum have words outside of links only as labels.
    (LinksAreTheText, Links, 4.0),
    (LinksAreTheText, SearchResults, 3.5),
    // Articles of one sentence with five links exist; so do their neighbours, pages of tags.
    (LinksAreMuch, Links, 1.5),
    (StatesList, Links, 2.0),
    // An address such as /category/ferries or the bare host; some sites have articles under them.
    (ListAddress, Links, 1.5),
    // WordPress and its like write "archive", "category", "home" on the body; an article may be set as the home page.
    (ListClass, Links, 1.5),
    // "Topics, Replies, Last post": the heads of a forum's table.
    (ForumHeads, Links, 2.5),
    (Undated, Links, 0.7),
    (StatesSearch, SearchResults, 4.0),
    (SearchTitle, SearchResults, 4.0),
    (SearchAddress, SearchResults, 2.0),
    (ListClass, SearchResults, 0.5),
    (LinksAreMuch, SearchResults, 1.0),
    // The field still holds the words that were searched for.
    (FilledSearch, SearchResults, 2.0),
    // A password is asked for in the page's own right, or little else is there than a field.
    (AsksToLogIn, LogIn, 5.0),
    (LogInTitle, LogIn, 2.5),
    (NoSentence, LogIn, 1.5),
    // Nearly every sentence speaks of cookies, partners, purposes; there may be many.
    (SpeaksOfConsent, Consent, 7.5),
    (ConsentTitle, Consent, 2.0),
    (AcceptButton, Consent, 1.5),
    (ErrorTitle, Error, 4.0),
    (ErrorHeading, Error, 2.0),
    (Brief, Error, 1.5),
    (ChallengeTitle, Challenge, 4.0),
    (ChallengeText, Challenge, 3.0),
    // The script of a gatekeeper is on many pages that it let through.
    (ChallengeScript, Challenge, 0.7),
    (Brief, Challenge, 1.0),
    (NoSentence, Challenge, 0.5),
    (StatesProduct, Products, 3.0),
    (CartButton, Products, 2.5),
    (ManyPrices, Products, 2.5),
    (NoSentence, Products, 0.5),
    (EmptyRoot, Shell, 6.0),
];

/// What speaks for an article, whatever else the page may look like.
const AGAINST: &[(Sign, f64)] = &[
    // Running text outside of cards. The steps add up: 600 words of it outweigh everything.
    (Prose(25), 1.5),
    (Prose(80), 1.5),
    (Prose(150), 2.5),
    (Prose(300), 3.0),
    (Prose(600), 4.0),
    // Paragraphs that follow one another inside one element: cards hold one each.
    (Paragraphs, 1.5),
    // Templates state it of every page, but rarely of lists and walls.
    (StatesArticle, 2.0),
    (Dated, 1.5),
    (Signed, 1.0),
    (Declared, 3.0),
];

/// The kind that most speaks for, and how sure it is.
pub(super) fn weighed(signs: &[Sign]) -> Verdict {
    let against: f64 = AGAINST.iter().filter(|(sign, _)| signs.contains(sign)).map(|(_, weight)| weight).sum();
    let kinds = [Links, SearchResults, LogIn, Consent, Error, Challenge, Products, Shell];
    let mut best = (Links, f64::MIN);
    for kind in kinds {
        let found = FOR.iter().filter(|(sign, of, _)| *of == kind && signs.contains(sign));
        let sum = AT_FIRST + found.map(|(_, _, weight)| weight).sum::<f64>() - against;
        if sum > best.1 {
            best = (kind, sum);
        }
    }
    Verdict { kind: best.0, confidence: Confidence::of_log_odds(best.1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_held_for_an_article() {
        assert!(weighed(&[]).confidence.percent() < 5);
    }

    #[test]
    fn much_prose_outweighs_any_two_signs() {
        let prose = [Prose(25), Prose(80), Prose(150), Prose(300), Prose(600)];
        for (one, kind, _) in FOR {
            for (other, _, _) in FOR.iter().filter(|(_, of, _)| of == kind) {
                let signs = [&prose[..], &[*one, *other]].concat();
                assert!(weighed(&signs).confidence.percent() < 50, "{signs:?}");
            }
        }
    }

    #[test]
    fn the_kind_with_most_evidence_is_named() {
        let verdict = weighed(&[ErrorTitle, ErrorHeading, Brief, NoSentence]);
        assert_eq!((verdict.kind, verdict.confidence.percent()), (Error, 97));
        assert_eq!(verdict.to_string(), "looks like an error in the place of a page, not an article (sure: 97 %)");
    }
}
