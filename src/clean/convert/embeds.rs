//! Frames and videos: they cannot be printed, but a reader may follow a link to them.

use super::Walker;
use crate::article::{Block, Embed, EmbedKind};
use crate::clean::view::tree::{NodeIdx, Tree};
use crate::lexicon;
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// What frames hold that no reader would follow: adverts, counters, buttons, forms.
const USELESS: &[&str] = &[
    "doubleclick.",
    "googletagmanager.",
    "googlesyndication.",
    "amazon-adsystem.",
    "facebook.com/plugins",
    "platform.twitter.com/widgets",
    "recaptcha",
    "disqus.",
    "addthis.",
    "sharethis.",
    "mailchimp.",
    "hsforms.",
    "typeform.",
    "criteo.",
    "taboola.",
    "outbrain.",
    "about:blank",
    "/ads/",
    "adserver",
    "newsletter",
    "subscribe",
    "signup",
    "consent",
    "widget",
    "/form",
    "forms.",
];

/// Players, by host and by what stands before the number of the film, with the page that the film has on its site: a
/// player alone has no words, and many refuse to be opened by themselves.
const PLAYERS: &[(&str, &str, &str)] = &[
    ("youtube.com", "/embed/", "https://www.youtube.com/watch?v="),
    ("youtube-nocookie.com", "/embed/", "https://www.youtube.com/watch?v="),
    ("player.vimeo.com", "/video/", "https://vimeo.com/"),
    ("dailymotion.com", "/embed/video/", "https://www.dailymotion.com/video/"),
];

fn page_of_player(target: &Url) -> Option<Url> {
    let host = target.host_str()?.trim_start_matches("www.");
    let (_, before, page) = PLAYERS.iter().find(|(name, _, _)| *name == host)?;
    let number = target.path().strip_prefix(before)?.split('/').next().filter(|number| !number.is_empty())?;
    // A list of films has no film of its own.
    (number != "videoseries").then(|| Url::parse(&format!("{page}{number}")).ok())?
}

impl Walker<'_> {
    pub(super) fn is_player(&self, place: NodeIdx) -> bool {
        is_player(self.tree, place)
    }

    /// What the frame shows, with its title if it has one of its own.
    pub(super) fn embed(&self, place: NodeIdx) -> Vec<Block> {
        let sources = self.tree.within(place).filter(|at| *at == place || self.tree.name(*at) == "source");
        let target = sources
            .flat_map(|at| {
                ["src", "data-src", "data-lazy-src", "data-litespeed-src"].map(|name| self.tree.attribute(at, name))
            })
            .flatten()
            .find_map(|src| self.addresses.web(src));
        let target =
            target.map(|target| page_of_player(&target).unwrap_or(target)).or_else(|| self.film_by_number(place));
        let Some(target) = target else { return Vec::new() };
        if USELESS.iter().any(|part| target.as_str().contains(part)) {
            return Vec::new();
        }
        let kind = if self.is_film(place, &target) { EmbedKind::Film } else { EmbedKind::Page };
        let title = title(self.tree, place).filter(|title| self.titles.is_own(title));
        vec![Block::Embed(Embed { kind, title, target })]
    }
}

/// Words in the hosts and paths of films.
const FILMS: &[&str] = &[
    "youtube.",
    "youtu.be",
    "vimeo.",
    "dailymotion.",
    "twitch.",
    "wistia.",
    "brightcove.",
    "jwplayer.",
    "jwplatform.",
    "vidyard.",
    "streamable.",
    "loom.com",
    "rumble.",
    "bitchute.",
    "bilibili.",
    "youku.",
    "video",
    ".mp4",
    ".webm",
    ".m3u8",
];

/// The titles of the page's frames.
pub(super) struct Titles {
    /// The titles of several, which say nothing of any.
    shared: BTreeSet<String>,
}

impl Titles {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut shown: BTreeMap<String, Option<&str>> = BTreeMap::new();
        let mut shared = BTreeSet::new();
        let is_frame = |at: &NodeIdx| matches!(tree.name(*at), "iframe" | "video") || is_player(tree, *at);
        for place in tree.nodes().filter(is_frame) {
            let Some(title) = title(tree, place) else { continue };
            let src = tree.attribute(place, "src");
            if shown.get(&title).is_some_and(|other| *other != src) {
                shared.insert(title);
            } else {
                shown.insert(title, src);
            }
        }
        Self { shared }
    }

    /// False for a title that says nothing of its film: each has it, or another of the page.
    fn is_own(&self, title: &str) -> bool {
        !lexicon::EMBEDS_EMPTY_TITLES.contains(&title.to_lowercase()) && !self.shared.contains(title)
    }
}

fn title(tree: &Tree, place: NodeIdx) -> Option<String> {
    let title = ["title", "playlabel", "videotitle", "aria-label"].iter().find_map(|name| tree.attribute(place, name));
    let title = title?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// True for the elements that scripts make players of, which are a part of the line to a browser.
fn is_player(tree: &Tree, place: NodeIdx) -> bool {
    matches!(tree.name(place), "lite-youtube" | "lite-vimeo" | "youtube-video" | "vimeo-video")
}

impl Walker<'_> {
    fn is_film(&self, place: NodeIdx, target: &Url) -> bool {
        self.tree.name(place) != "iframe" || FILMS.iter().any(|word| target.as_str().contains(word))
    }

    /// The page of a film whose player knows only its number.
    fn film_by_number(&self, place: NodeIdx) -> Option<Url> {
        let number =
            ["videoid", "video-id", "data-video-id"].iter().find_map(|name| self.tree.attribute(place, name))?;
        let page = match self.tree.name(place) {
            "lite-youtube" | "youtube-video" => "https://www.youtube.com/watch?v=",
            "lite-vimeo" | "vimeo-video" => "https://vimeo.com/",
            _ => return None,
        };
        Url::parse(&format!("{page}{}", number.trim())).ok()
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn a_frame_is_told_with_its_title_and_what_it_shows() {
        let page = "<p>x</p><iframe src=https://video.example/e/1 title='The lock in winter'></iframe>\
                    <iframe src=https://x.doubleclick.net/a title=Ad></iframe><video><source src=https://video.example/2.mp4></video>";
        assert_eq!(
            blocks(page)[1..],
            ["film:[The lock in winter](https://video.example/e/1)", "film:[](https://video.example/2.mp4)"]
        );
    }

    #[test]
    fn a_title_that_tells_no_film_from_another_names_none() {
        let frame = |number: u8, title: &str| {
            format!("<iframe src=https://www.youtube.com/embed/{number} title='{title}'></iframe>")
        };
        let page =
            [frame(1, "The lock - film"), frame(2, "The lock - film"), frame(3, "YouTube video player")].concat();
        let named = |number: u8| format!("film:[](https://www.youtube.com/watch?v={number})");
        assert_eq!(blocks(&page), [1, 2, 3].map(named));
        assert_eq!(blocks("<iframe src=https://maps.example/osk></iframe>"), ["page:[](https://maps.example/osk)"]);
    }
}
