//! What an article shows in a frame: it cannot be printed, but a reader may follow a link to it.

use serde::{Deserialize, Serialize};
use url::Url;

/// A film or another page that the article shows within its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embed {
    /// What is shown.
    pub kind: EmbedKind,
    /// What the page calls it, if that tells it from others; without one it is worded by its kind and its host, in the
    /// language of the issue.
    pub title: Option<String>,
    /// http or https.
    pub target: Url,
}

/// What is shown in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmbedKind {
    /// A film or a sound.
    Film,
    /// A map, a chart, a game: whatever is no film.
    Page,
}

impl Embed {
    /// Where it can be seen, as a reader would say it: "youtube.com".
    pub fn host(&self) -> &str {
        let host = self.target.host_str().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// What it goes by in any language: its title, or else its host.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or_else(|| self.host())
    }
}
