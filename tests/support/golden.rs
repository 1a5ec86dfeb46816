//! What is found in a page, as the golden tests hold it.

use bindery::clean::NoArticle;
use bindery::source::Input;
use bindery::{clean, fetch, render, source};
use std::error::Error;
use std::path::Path;

/// The folder of the pages, below that of the package.
pub(crate) const FOLDER: &str = "tests/pages";

/// What is found in a page of [`FOLDER`], as `bindery clean --format json --explain` tells it, on several lines.
pub(crate) fn found(name: &Path) -> Result<String, Box<dyn Error>> {
    let fetcher = fetch::Fetcher::new(fetch::FetchRules { offline: true, ..fetch::FetchRules::default() });
    let page = source::read(&Input::File(Path::new(FOLDER).join(name)), &fetcher)?;
    let (outcome, explanation) = clean::explain(&page);
    let (article, verdict) = match outcome {
        Ok(article) => (article, None),
        Err(NoArticle::Unlikely { verdict, article }) => (*article, Some(verdict)),
        Err(error) => return Err(error.into()),
    };
    let json = render::json(&article, verdict, Some(&explanation))?;
    Ok(serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&json)?)? + "\n")
}
