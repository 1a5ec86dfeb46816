//! The rules that leave words and pictures of a page out of its article, by name: which there are, in which order they are asked, and why
//! each is there.
//!
//! Whoever adds one gives it a variant and a row of [`RULES`] at the place where it is asked, and names it where it decides;
//! `--explain` and `cargo bench --bench rules` know it from then on.

use serde::Serialize;
use std::fmt;

/// A rule that leaves words or a picture out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
#[allow(missing_docs, reason = "each is told in its row of RULES")]
pub enum Rule {
    NonText,
    Unseen,
    SiteElement,
    SiteRole,
    ButtonLink,
    BoilerplateName,
    LaterStory,
    LinkCluster,
    Offer,
    PictureBoilerplate,
    PictureOrnament,
    PictureTeaser,
    PictureAnnounced,
    PictureAuthor,
    PictureNote,
    PictureNarrow,
    PictureRecurrent,
    PictureBackdrop,
    HeadlineAgain,
    BylineAbove,
    CrossLink,
    SignOff,
    Disclosure,
    AuthorNote,
    SiteRules,
    SaidTwice,
    SaidOften,
    PrintedTwice,
    PulledTwice,
}

/// What is told of a rule.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct RuleInfo {
    /// The rule.
    pub rule: Rule,
    /// Its name: "link-cluster".
    pub name: &'static str,
    /// The file below `src/clean/` in which it decides.
    pub file: &'static str,
    /// Why it leaves something out, as a sentence about that.
    pub why: &'static str,
    /// What it was made for.
    pub example: &'static str,
}

const fn row(rule: Rule, name: &'static str, file: &'static str, why: &'static str, example: &'static str) -> RuleInfo {
    RuleInfo { rule, name, file, why, example }
}

/// All rules, in the order in which they are asked: of the elements of the page, of its pictures, of the blocks of the body.
pub const RULES: [RuleInfo; 29] = [
    row(
        Rule::NonText,
        "non-text",
        "body/furniture.rs",
        "its words are for programs, or for those to whom something else cannot be shown",
        "<script>",
    ),
    row(Rule::Unseen, "unseen", "body/furniture.rs", "the page hides it", "<p hidden>"),
    row(
        Rule::SiteElement,
        "site-element",
        "body/furniture.rs",
        "it is an element for what serves the site",
        "<nav>, <footer>, a <form>",
    ),
    row(Rule::SiteRole, "site-role", "body/furniture.rs", "its role is to serve the site", "role=search"),
    row(
        Rule::ButtonLink,
        "button-link",
        "body/furniture.rs",
        "it is a link that looks like a button, alone in its line",
        "<a class=btn>Book a demo</a>",
    ),
    row(
        Rule::BoilerplateName,
        "boilerplate-name",
        "body/furniture.rs",
        "it is called what no part of an article is called",
        "<div class=share-bar>",
    ),
    row(
        Rule::LaterStory,
        "later-story",
        "body/stories.rs",
        "it is another story, below the first",
        "the next article of a page that never ends",
    ),
    row(
        Rule::LinkCluster,
        "link-cluster",
        "body/pruning.rs",
        "it is hardly more than links",
        "a list of five headlines between two paragraphs",
    ),
    row(
        Rule::Offer,
        "offer",
        "body/pruning.rs",
        "it is a heading, a sentence or two and a button",
        "“Try it for free. Sign up”",
    ),
    row(
        Rule::PictureBoilerplate,
        "picture-boilerplate",
        "figures/sightings/walk.rs",
        "it stands in a part of the page that holds no part of an article",
        "the portrait in a box that is called author",
    ),
    row(
        Rule::PictureOrnament,
        "picture-ornament",
        "figures/sightings/walk.rs",
        "it is no content by what it is itself",
        "an icon, a logo, a pixel that counts",
    ),
    row(
        Rule::PictureTeaser,
        "picture-teaser",
        "figures/stages.rs",
        "its headline leads to another page of the site",
        "a card between two paragraphs",
    ),
    row(
        Rule::PictureAnnounced,
        "picture-announced",
        "figures/stages.rs",
        "it leads elsewhere, and the line above it announces something else to read",
        "the cover below “Our new book”",
    ),
    row(
        Rule::PictureAuthor,
        "picture-author",
        "figures/stages.rs",
        "it shows the author, whose name it has for its text",
        "<img alt=\"Ada Weir\"> under “By Ada Weir”",
    ),
    row(
        Rule::PictureNote,
        "picture-note",
        "figures/stages.rs",
        "it is small and floats in a note in italics",
        "the logo of a sponsor",
    ),
    row(
        Rule::PictureNarrow,
        "picture-narrow",
        "figures/stages.rs",
        "it is drawn for narrow screens, and again for wider ones",
        "chart-mobile.png beside chart-desktop.png",
    ),
    row(
        Rule::PictureRecurrent,
        "picture-recurrent",
        "figures/stages.rs",
        "the page shows it again and again between its paragraphs",
        "a row of stars",
    ),
    row(
        Rule::PictureBackdrop,
        "picture-backdrop",
        "figures/judged.rs",
        "it lies behind words of the article",
        "the paper behind a quotation",
    ),
    row(
        Rule::HeadlineAgain,
        "headline-again",
        "tidy/edges.rs",
        "it says the headline again",
        "the headline as the first paragraph",
    ),
    row(
        Rule::BylineAbove,
        "byline-above",
        "tidy/edges.rs",
        "it stands above the text, and says no more than who wrote it or when",
        "“By Ada Weir”, “Updated 9 July 2020, 14:05”",
    ),
    row(
        Rule::CrossLink,
        "cross-link",
        "tidy/signposts.rs",
        "it leads to other articles, or is the label of an advertisement",
        "“Read also: The lock is shut”",
    ),
    row(
        Rule::SignOff,
        "sign-off",
        "tidy/parting.rs",
        "it is what the site says to its readers at the end, or stands below its heading",
        "“Follow us”, “Subscribe to our newsletter”",
    ),
    row(
        Rule::Disclosure,
        "disclosure",
        "tidy/parting.rs",
        "it says on what terms the site writes",
        "“This post contains affiliate links”",
    ),
    row(
        Rule::AuthorNote,
        "author-note",
        "tidy/parting.rs",
        "it says at the end who the author is",
        "“Ada Weir is our correspondent in Osk”",
    ),
    row(
        Rule::SiteRules,
        "site-rules",
        "tidy/parting.rs",
        "it leads to the site's rules",
        "a line above the box for comments",
    ),
    row(
        Rule::SaidTwice,
        "said-twice",
        "tidy/repeats.rs",
        "it says what stands right before it, or nothing",
        "a heading for wide screens and one for narrow ones",
    ),
    row(
        Rule::SaidOften,
        "said-often",
        "tidy/repeats.rs",
        "it repeats the blocks before it, or is a line that is said over and over",
        "a section set for two screens",
    ),
    row(
        Rule::PrintedTwice,
        "printed-twice",
        "tidy/repeats.rs",
        "all of it has been said before",
        "a page that is printed twice",
    ),
    row(
        Rule::PulledTwice,
        "pulled-twice",
        "tidy/repeats.rs",
        "it is a pull quote that has been shown before",
        "one for wide screens, one for narrow ones",
    ),
];

impl Rule {
    /// What is told of it.
    pub fn info(self) -> &'static RuleInfo {
        &RULES[self as usize]
    }

    /// The rule of this name.
    pub fn named(name: &str) -> Option<Self> {
        RULES.iter().find(|info| info.name == name).map(|info| info.rule)
    }

    /// The rule, if it is asked.
    pub(crate) fn asked(self) -> Option<Self> {
        self.is_asked().then_some(self)
    }

    /// The rule, if it is asked and `condition` holds.
    pub(crate) fn when(self, condition: bool) -> Option<Self> {
        self.asked().filter(|_| condition)
    }

    /// Whether the rule is asked: all are, unless a bench has switched it off.
    #[cfg(not(feature = "_switches"))]
    pub(crate) const fn is_asked(self) -> bool {
        true
    }

    /// Whether the rule is asked.
    #[cfg(feature = "_switches")]
    pub(crate) fn is_asked(self) -> bool {
        switches::OFF.load(std::sync::atomic::Ordering::Relaxed) & (1 << self as u64) == 0
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.info().name)
    }
}

/// Switches, for benches alone.
#[cfg(feature = "_switches")]
pub mod switches {
    use super::Rule;
    use std::sync::atomic::{AtomicU64, Ordering};

    pub(super) static OFF: AtomicU64 = AtomicU64::new(0);

    /// Asks all rules but these, from now on and in the whole process.
    pub fn leave_out(rules: &[Rule]) {
        OFF.store(rules.iter().fold(0, |off, rule| off | 1 << *rule as u64), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn each_rule_has_its_row_its_name_and_its_file() {
        for (at, info) in RULES.iter().enumerate() {
            assert_eq!(info.rule as usize, at, "{} stands in the wrong row", info.name);
            assert_eq!(serde_json::to_string(&info.rule).unwrap(), format!("\"{}\"", info.name));
            assert_eq!(Rule::named(info.name), Some(info.rule));
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/clean").join(info.file);
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", info.file));
            assert!(text.contains(&format!("Rule::{:?}", info.rule)), "{} does not decide in {}", info.name, info.file);
        }
    }
}
