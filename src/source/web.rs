//! Reads pages from the web, and what is on this machine beside them.

use super::read::{Kind, LARGEST_PAGE, page_of, read_local};
use super::{Input, Origin, Page, SourceError};
use crate::fetch::Fetcher;
use crate::parallel;
use url::Url;

/// How many pages are read at once: more than there are processors, because most of the time is waiting.
const READERS: usize = 16;

/// Reads one input.
///
/// # Errors
/// When it cannot be read or fetched, is too large, or holds no text.
pub fn read(input: &Input, fetcher: &Fetcher) -> Result<Page, SourceError> {
    match input {
        Input::Web(url) => read_web(url, fetcher),
        Input::Published { page, url } => Ok(Page { url: Some(url.clone()), ..read(page, fetcher)? }),
        local => read_local(local),
    }
}

/// Reads all inputs at once; the pages come in the order of the inputs.
pub fn read_all(inputs: &[Input], fetcher: &Fetcher) -> Vec<Result<Page, SourceError>> {
    parallel::waiting(inputs, READERS, |input| read(input, fetcher))
}

fn read_web(url: &Url, fetcher: &Fetcher) -> Result<Page, SourceError> {
    let fetched = fetcher.get(url, LARGEST_PAGE)?;
    let content_type = fetched.content_type.as_deref();
    let kind = match content_type.map(|kind| kind.split(';').next().unwrap_or_default().trim().to_lowercase()) {
        Some(kind) if kind.contains("html") => Kind::Html,
        Some(kind) if kind == "text/markdown" => Kind::Markdown,
        Some(kind) if ["image/", "video/", "audio/", "font/"].iter().any(|media| kind.starts_with(media)) => {
            return Err(SourceError::NoPage { origin: Origin::Web(url.clone()), kind });
        }
        _ => Kind::sniff(&fetched.body),
    };
    let mut page = page_of(Origin::Web(url.clone()), fetched.body, kind, content_type)?;
    page.url = Some(fetched.url);
    Ok(page)
}
