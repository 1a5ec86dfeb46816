//! What an argument stands for: tells addresses from the paths of files.

use super::Input;
use std::path::Path;
use url::Url;

/// The schemes whose addresses have no `//` behind the colon. Any other word before a colon may begin the name of a
/// file: "Interview: the ferryman.html".
const WITHOUT_SLASHES: [&str; 11] =
    ["about", "blob", "data", "file", "ftp", "http", "https", "javascript", "mailto", "tel", "view-source"];

impl Input {
    /// What `argument` stands for: `-` for standard input, a file or a folder, or an address: one with a scheme
    /// (`https://…`), or one that begins with `www.`, which is asked for over https.
    ///
    /// What is there under that name is a file, whatever it looks like; `file:` addresses are the paths that they name.
    /// Whether a file or a page is there is found out when it is read.
    pub fn named(argument: &str) -> Self {
        let path = Path::new(argument);
        match argument {
            "-" => Self::StandardInput,
            _ if path.exists() => Self::at(path.to_owned()),
            _ => address(argument).unwrap_or_else(|| Self::File(path.to_owned())),
        }
    }
}

/// What `argument` stands for if it is an address; `None` if it can only be the path of a file.
fn address(argument: &str) -> Option<Input> {
    let other = || Input::OtherAddress(argument.to_owned());
    if let Some(url) = without_scheme(argument) {
        return Some(Input::Web(url));
    }
    Some(match (scheme(argument)?.as_str(), Url::parse(argument)) {
        ("http" | "https", Ok(url)) => Input::Web(url),
        ("file", Ok(url)) => url.to_file_path().map_or_else(|()| other(), Input::at),
        _ => other(),
    })
}

/// The address of "www.example.org/a": a host has two dots at least, which tells it from the file "www.html".
fn without_scheme(argument: &str) -> Option<Url> {
    let host = argument.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let is_host = host.starts_with("www.") && host.trim_end_matches('.').matches('.').count() >= 2;
    is_host.then(|| Url::parse(&format!("https://{argument}")).ok())?
}

/// The scheme of `argument`, in small letters; a single letter is a drive: "c:/x.html".
fn scheme(argument: &str) -> Option<String> {
    let (scheme, rest) = argument.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let is_name = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    (is_name && (rest.starts_with("//") || WITHOUT_SLASHES.contains(&scheme.as_str()))).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_begins_with_www_is_asked_for_over_https() {
        let web = |url: &str| Some(Input::Web(Url::parse(url).unwrap()));
        assert_eq!(address("www.example.org/a?b=1"), web("https://www.example.org/a?b=1"));
        assert_eq!(address("WWW.example.org:8080"), web("https://www.example.org:8080/"));
        for file in ["www.html", "www", "saved/www.example.org", "example.org/a"] {
            assert_eq!(address(file), None, "{file}");
        }
    }

    #[test]
    fn a_file_address_is_the_path_that_it_names() {
        assert_eq!(address("file:///saved/The%20keeper.html#top"), Some(Input::File("/saved/The keeper.html".into())));
        let elsewhere = "file://tollbridge.example/keeper.html";
        assert_eq!(address(elsewhere), Some(Input::OtherAddress(elsewhere.into())));
    }

    #[test]
    fn a_colon_in_the_name_of_a_file_makes_no_address() {
        for other in ["ftp://example.org/a", "mailto:desk@example.org", "gemini://example.org/", "https://a b/"] {
            assert_eq!(address(other), Some(Input::OtherAddress(other.into())), "{other}");
        }
        for file in ["Interview: the ferryman.html", "c:/saved/a.html", "c:a.html", "10:30.md", "a/b:c.html"] {
            assert_eq!(address(file), None, "{file}");
        }
    }
}
