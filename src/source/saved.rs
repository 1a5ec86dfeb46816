//! What a browser leaves in and beside a page that it saves.

use super::SavedFiles;
use std::path::Path;
use url::Url;

/// The names that browsers give the folder beside `NAME.html`, with `{}` for `NAME`: Chrome and Firefox in
/// English and most languages, Safari's and Edge's variants, and Firefox in German.
pub(super) const COMPANIONS: [&str; 4] = ["{}_files", "{}.files", "{} files", "{}-Dateien"];

impl SavedFiles {
    /// The files saved beside the page at `path`.
    pub fn beside(path: &Path) -> Self {
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let companion = COMPANIONS.iter().map(|pattern| pattern.replace("{}", &stem));
        let companion = companion.into_iter().find(|name| folder.join(name).is_dir());
        Self { folder: folder.to_owned(), companion }
    }
}

/// The address in the remark that browsers write at the head of a saved page:
/// `<!-- saved from url=(0036)https://example.org/story -->`, and SingleFile's `url:` line.
pub(super) fn address_in(html: &str) -> Option<Url> {
    let head = html.get(..2048).or_else(|| html.char_indices().nth(2000).map(|(at, _)| &html[..at])).unwrap_or(html);
    let remark = head.split_once("<!--")?.1.split("-->").next()?;
    let address = match remark.split_once("saved from url=") {
        Some((_, rest)) => rest.split_once(')').map_or(rest, |(_, address)| address),
        None => remark.split_once("url:")?.1,
    };
    let address = address.split_whitespace().next()?;
    Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browsers_remark_gives_the_address() {
        let page = "<!DOCTYPE html>\n<!-- saved from url=(0026)https://example.org/a?b=c -->\n<html>";
        assert_eq!(address_in(page).unwrap().as_str(), "https://example.org/a?b=c");
        let page = "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://example.org/x \n saved date: now -->";
        assert_eq!(address_in(page).unwrap().as_str(), "https://example.org/x");
        assert_eq!(address_in("<!-- saved from url=(0014)about:internet -->"), None);
    }
}
