//! Tells the addresses among the arguments from the paths of files.

use super::Input;
use url::Url;

/// The schemes whose addresses have no `//` behind the colon. Any other word before a colon may begin the name of a
/// file: "Interview: the ferryman.html".
const WITHOUT_SLASHES: [&str; 11] =
    ["about", "blob", "data", "file", "ftp", "http", "https", "javascript", "mailto", "tel", "view-source"];

/// What `argument` stands for if it is an address; `None` if it can only be the path of a file.
pub(super) fn read(argument: &str) -> Option<Input> {
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
        assert_eq!(read("www.example.org/a?b=1"), web("https://www.example.org/a?b=1"));
        assert_eq!(read("WWW.example.org:8080"), web("https://www.example.org:8080/"));
        for file in ["www.html", "www", "saved/www.example.org", "example.org/a"] {
            assert_eq!(read(file), None, "{file}");
        }
    }

    #[test]
    fn a_file_address_is_the_path_that_it_names() {
        assert_eq!(read("file:///saved/The%20keeper.html#top"), Some(Input::File("/saved/The keeper.html".into())));
        let elsewhere = "file://tollbridge.example/keeper.html";
        assert_eq!(read(elsewhere), Some(Input::OtherAddress(elsewhere.into())));
    }

    #[test]
    fn a_colon_in_the_name_of_a_file_makes_no_address() {
        for address in ["ftp://example.org/a", "mailto:desk@example.org", "gemini://example.org/", "https://a b/"] {
            assert_eq!(read(address), Some(Input::OtherAddress(address.into())), "{address}");
        }
        for file in ["Interview: the ferryman.html", "c:/saved/a.html", "c:a.html", "10:30.md", "a/b:c.html"] {
            assert_eq!(read(file), None, "{file}");
        }
    }
}
