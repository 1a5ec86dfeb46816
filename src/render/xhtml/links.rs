//! Addresses as a book may carry them.

use url::{Position, Url};

/// `url` as a URI of RFC 3986, which is what EPUBCheck asks of every link.
///
/// The addresses of the web are kept by a looser rule (the URL Standard), which lets "|", "[" or a lone "%" stand. What
/// is too loose is written as percent codes; a browser takes it for the same address.
pub(super) fn address(url: &Url) -> String {
    let mut address = url[..Position::BeforePath].to_owned();
    let mut rest = url[Position::BeforePath..].chars();
    let mut in_fragment = false;
    while let Some(c) = rest.next() {
        let stands = match c {
            '#' => !std::mem::replace(&mut in_fragment, true),
            '%' => {
                let mut ahead = rest.clone();
                let digits = [ahead.next(), ahead.next()];
                digits.iter().all(|digit| digit.is_some_and(|digit| digit.is_ascii_hexdigit()))
            }
            c => c.is_ascii_alphanumeric() || MARKS.contains(c),
        };
        if stands {
            address.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                address.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    address
}

/// What may stand in a path, a query and a fragment beside letters, digits and percent codes (RFC 3986, appendix A).
const MARKS: &str = "-._~!$&'()*+,;=:@/?";

#[cfg(test)]
mod tests {
    use super::address;
    use url::Url;

    #[test]
    fn an_address_becomes_a_strict_one_and_stays_the_same() {
        for (loose, strict) in [
            ("https://a.example/b?c=d&e=%20#f", "https://a.example/b?c=d&e=%20#f"),
            ("https://a.example/b|c?q=[x]&z=50%", "https://a.example/b%7Cc?q=%5Bx%5D&z=50%25"),
            ("https://a.example/#b#c", "https://a.example/#b%23c"),
            ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
            ("mailto:desk@a.example", "mailto:desk@a.example"),
        ] {
            assert_eq!(address(&Url::parse(loose).unwrap()), strict);
        }
    }
}
