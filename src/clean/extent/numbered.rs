//! Addresses that are one address with the number of a page put in.

use std::fmt;
use url::Url;

/// What the addresses of all pages of one article have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Series {
    host: String,
    path: String,
    /// The pairs of the query that say which article it is, in order.
    query: Vec<String>,
}

impl Series {
    /// The front page of a site: what has it as its first page is a list of stories.
    pub(super) fn is_front_page(&self) -> bool {
        self.path.is_empty() && self.query.is_empty()
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let question = if self.query.is_empty() { "" } else { "?" };
        write!(f, "{}{}{question}{}", self.host, self.path, self.query.join("&"))
    }
}

/// The ways to read `url`: as the first page of itself, and as a numbered page of what it is without its number.
/// There is always the first.
pub(super) fn readings(url: &Url) -> Vec<(Series, usize)> {
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
    let path = plain(url.path());
    let query: Vec<String> = url.query().unwrap_or_default().split('&').map(str::to_owned).collect();
    let query: Vec<String> = query.into_iter().filter(|pair| !pair.is_empty() && !tells_the_way(pair)).collect();
    let series = |path: &str, query: &[String]| {
        let mut query = query.to_vec();
        query.sort();
        Series { host: host.clone(), path: path.to_owned(), query }
    };
    let mut found = vec![(series(path, &query), 1)];
    for (at, pair) in query.iter().enumerate() {
        if let Some(number) = number_in_pair(pair) {
            let mut rest = query.clone();
            rest.remove(at);
            found.push((series(path, &rest), number));
        }
    }
    found.extend(number_in_path(path).map(|(path, number)| (series(&path, &query), number)));
    found
}

/// A path without what stands for nothing: a last slash, the name of a folder's own page.
fn plain(path: &str) -> &str {
    let path =
        ["/index.html", "/index.htm", "/index.php"].iter().find_map(|index| path.strip_suffix(index)).unwrap_or(path);
    path.trim_end_matches('/')
}

/// Whether a pair of a query says where the reader came from, not what is read.
fn tells_the_way(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default();
    name.starts_with("utm_") || ["fbclid", "gclid", "srsltid", "ref", "share"].contains(&name)
}

/// The number in "page=2".
fn number_in_pair(pair: &str) -> Option<usize> {
    const NAMES: [&str; 11] =
        ["page", "p", "pg", "pn", "paged", "pagenum", "page_no", "pageno", "seite", "pagina", "pagewanted"];
    let (name, number) = pair.split_once('=')?;
    NAMES.contains(&name.to_ascii_lowercase().as_str()).then(|| page_number(number)).flatten()
}

/// A path without the number of a page, and the number.
fn number_in_path(path: &str) -> Option<(String, usize)> {
    let ending = path.rfind('.').filter(|dot| path.len() - dot <= 6 && !path[*dot..].contains('/'));
    let (stem, ending) = path.split_at(ending.unwrap_or(path.len()));
    let digits = stem.len() - stem.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, number) = (&stem[..digits], page_number(&stem[digits..])?);
    // "/page/2", "/seite-2", "-page-2", "/index2": a word that says what the number is, and then it may stand alone.
    for word in ["page", "seite", "pagina", "strona", "sida", "pag", "index", "p"] {
        let bare = before.trim_end_matches(['/', '-', '_', '=']);
        if let Some(rest) = bare.strip_suffix(word)
            && rest.ends_with(['/', '-', '_', ',', ';'])
        {
            let rest = rest.trim_end_matches(['/', '-', '_', ',', ';']);
            let ending = if word == "index" { "" } else { ending };
            return Some((format!("{rest}{ending}"), number));
        }
    }
    let rest = ['/', '-', '_', ',', ';', '~'].iter().find_map(|mark| before.strip_suffix(*mark))?;
    (!rest.ends_with('/')).then(|| (format!("{rest}{ending}"), number))
}

/// A number that a page of an article can have. Years and the numbers of articles are larger.
fn page_number(digits: &str) -> Option<usize> {
    digits.parse().ok().filter(|number| (1..100).contains(number) && digits.len() <= 2)
}
