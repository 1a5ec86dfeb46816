//! Addresses as they are printed.

use url::Url;

/// `url` without what a reader needs not type: the scheme and a last slash.
pub fn printed_address(url: &Url) -> String {
    let address = url.as_str();
    let bare = ["https://", "http://", "mailto:"].iter().find_map(|scheme| address.strip_prefix(scheme));
    bare.unwrap_or(address).trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_address_has_is_not_printed() {
        for (address, printed) in [
            ("https://tollbridge.example/news/", "tollbridge.example/news"),
            ("http://tollbridge.example", "tollbridge.example"),
            ("mailto:desk@tollbridge.example", "desk@tollbridge.example"),
            ("ftp://tollbridge.example/a", "ftp://tollbridge.example/a"),
        ] {
            assert_eq!(printed_address(&Url::parse(address).unwrap()), printed);
        }
    }
}
