//! Frames and videos: they cannot be printed, but a reader may follow a link to them.

use super::Walker;
use crate::article::{Block, Inline};
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
    /// True for the elements that scripts make players of, which are a part of the line to a browser.
    pub(super) fn is_player(&self, place: usize) -> bool {
        matches!(self.tree.name(place), "lite-youtube" | "lite-vimeo" | "youtube-video" | "vimeo-video")
    }

    /// A link to what the frame shows, named by its title or else by its host.
    pub(super) fn embed(&self, place: usize) -> Vec<Block> {
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
        let host = || target.host_str().map(|host| host.trim_start_matches("www.").to_owned());
        let film = || Some(if self.is_film(place, &target) { format!("Video ({})", host()?) } else { host()? });
        let name = self.title(place).filter(|title| self.is_own_title(place, title)).or_else(film);
        let Some(name) = name else { return Vec::new() };
        vec![Block::Paragraph(vec![Inline::Link { target, content: vec![Inline::Text(name)] }])]
    }
}

/// Titles that players give to every film.
const EMPTY_TITLES: &[&str] = &[
    "youtube video player",
    "vimeo video player",
    "video player",
    "video",
    "embedded video",
    "embed video",
    "embedded content",
    "embedded media",
    "embed",
    "iframe",
    "player",
    "content",
];

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

impl Walker<'_> {
    fn title(&self, place: usize) -> Option<String> {
        let title =
            ["title", "playlabel", "videotitle", "aria-label"].iter().find_map(|name| self.tree.attribute(place, name));
        let title = title?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(title)
    }

    /// False for a title that says nothing of this film: each has it, or another of the page.
    fn is_own_title(&self, place: usize, title: &str) -> bool {
        let is_another = |at: usize| {
            at != place
                && (matches!(self.tree.name(at), "iframe" | "video") || self.is_player(at))
                && self.tree.attribute(at, "src") != self.tree.attribute(place, "src")
                && self.title(at).is_some_and(|other| other == title)
        };
        !EMPTY_TITLES.contains(&title.to_lowercase().as_str()) && !(0..self.tree.len()).any(is_another)
    }

    fn is_film(&self, place: usize, target: &Url) -> bool {
        self.tree.name(place) != "iframe" || FILMS.iter().any(|word| target.as_str().contains(word))
    }

    /// The page of a film whose player knows only its number.
    fn film_by_number(&self, place: usize) -> Option<Url> {
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
    fn a_frame_becomes_a_link_named_by_its_title() {
        let page = "<p>x</p><iframe src=https://video.example/e/1 title='The lock in winter'></iframe>\
                    <iframe src=https://x.doubleclick.net/a title=Ad></iframe><video><source src=https://video.example/2.mp4></video>";
        assert_eq!(
            blocks(page)[1..],
            [
                "p:[The lock in winter](https://video.example/e/1)",
                "p:[Video (video.example)](https://video.example/2.mp4)"
            ]
        );
    }

    #[test]
    fn a_title_that_tells_no_film_from_another_names_none() {
        let frame = |number: u8, title: &str| {
            format!("<iframe src=https://www.youtube.com/embed/{number} title='{title}'></iframe>")
        };
        let page =
            [frame(1, "The lock - film"), frame(2, "The lock - film"), frame(3, "YouTube video player")].concat();
        let named = |number: u8| format!("p:[Video (youtube.com)](https://www.youtube.com/watch?v={number})");
        assert_eq!(blocks(&page), [1, 2, 3].map(named));
        assert_eq!(
            blocks("<iframe src=https://maps.example/osk></iframe>"),
            ["p:[maps.example](https://maps.example/osk)"]
        );
    }
}
