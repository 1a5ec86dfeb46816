//! Frames and videos: they cannot be printed, but a reader may follow a link to them.

use super::Walker;
use crate::article::{Block, Inline};

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
    "form",
];

impl Walker<'_> {
    /// A link to what the frame shows, named by its title or else by its host.
    pub(super) fn embed(&self, place: usize) -> Vec<Block> {
        let sources = self.tree.within(place).filter(|at| *at == place || self.tree.name(*at) == "source");
        let target = sources
            .flat_map(|at| {
                ["src", "data-src", "data-lazy-src", "data-litespeed-src"].map(|name| self.tree.attribute(at, name))
            })
            .flatten()
            .find_map(|src| self.addresses.web(src));
        let Some(target) = target else { return Vec::new() };
        if USELESS.iter().any(|part| target.as_str().contains(part)) {
            return Vec::new();
        }
        let title = ["title", "aria-label"].iter().find_map(|name| self.tree.attribute(place, name));
        let title = title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
        let name = title
            .filter(|title| !title.is_empty())
            .or_else(|| target.host_str().map(|host| host.trim_start_matches("www.").to_owned()));
        let Some(name) = name else { return Vec::new() };
        vec![Block::Paragraph(vec![Inline::Link { target, content: vec![Inline::Text(name)] }])]
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
