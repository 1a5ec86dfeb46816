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
        let title =
            ["title", "playlabel", "videotitle", "aria-label"].iter().find_map(|name| self.tree.attribute(place, name));
        let title = title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
        let name = title
            .filter(|title| !title.is_empty())
            .or_else(|| target.host_str().map(|host| host.trim_start_matches("www.").to_owned()));
        let Some(name) = name else { return Vec::new() };
        vec![Block::Paragraph(vec![Inline::Link { target, content: vec![Inline::Text(name)] }])]
    }
}

impl Walker<'_> {
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
            ["p:[The lock in winter](https://video.example/e/1)", "p:[video.example](https://video.example/2.mp4)"]
        );
    }
}
