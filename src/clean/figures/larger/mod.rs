//! Addresses at which a picture is kept larger than the page asks for it, though the page does not name them.
//!
//! Content systems put copies of an upload beside it and name them by one pattern, and picture servers take the size that
//! they are asked for from the address. Where the pattern is known, the address of the file that was uploaded can be read
//! from that of the copy. Each of the [`RULES`] knows one such pattern: of an address that carries another one
//! ([`inner`]), of a path that tells a size ([`path`]), of a query that does ([`query`]).
//!
//! A rule only proposes. The address is asked for where the offered picture is smaller than a book can show it, once, and
//! what comes must be a larger version of the same picture; otherwise the offered one stays, and nobody is told.

mod inner;
mod path;
mod query;

use super::address;
use crate::article::{Address, PictureSource};
use serde::Serialize;
use url::Url;

/// An address where a picture may be had larger.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LargerPlace {
    /// Where it may be.
    pub address: Url,
    /// What is known of the host that makes it likely, as a sentence.
    pub why: &'static str,
}

/// What is known of one kind of host.
struct Rule {
    why: &'static str,
    /// The address nearer to the uploaded file; `None` for an address of another kind.
    larger: fn(&Url) -> Option<Url>,
}

/// The first that fits an address holds for it. Those for addresses inside others come first: what follows in such an
/// address is the inner host's, and is no path of the outer one.
const RULES: &[&[Rule]] = &[inner::RULES, query::RULES, path::RULES];

/// Adds to the places that the page offers those where the picture may be had larger.
pub(super) fn with_larger(source: PictureSource) -> PictureSource {
    let larger = places(&source);
    source.or_larger_at(larger.into_iter().map(|place| place.address))
}

/// The places where the picture may be had larger, the likeliest first.
pub(super) fn places(source: &PictureSource) -> Vec<LargerPlace> {
    let web = source.candidates().filter_map(|address| match address {
        Address::Web(url) => Some(url),
        Address::File(_) | Address::Data(_) => None,
    });
    let ways: Vec<(&Url, Vec<LargerPlace>)> = web.map(|url| (url, steps(url))).collect();
    // The page itself may offer the upload, from this host or another, beside its copies.
    let uploads: Vec<&str> = ways.iter().filter(|(_, steps)| steps.is_empty()).map(|(url, _)| file_name(url)).collect();
    let mut places: Vec<LargerPlace> = Vec::new();
    for (url, steps) in ways {
        if steps.last().is_none_or(|upload| uploads.contains(&file_name(&upload.address))) {
            continue;
        }
        let promises_more =
            |place: &LargerPlace| match (address::width(place.address.as_str()), address::width(url.as_str())) {
                (Some(width), Some(offered)) => width > offered,
                _ => true,
            };
        // What was uploaded comes before a copy that is larger, but still one.
        for place in steps.into_iter().rev().filter(promises_more) {
            let is_known = places.iter().any(|known| without_scheme(&known.address) == without_scheme(&place.address));
            if places.len() < MOST_PLACES && !is_known {
                places.push(place);
            }
        }
    }
    places
}

fn file_name(url: &Url) -> &str {
    url.path().rsplit('/').next().unwrap_or_default()
}

fn without_scheme(url: &Url) -> &str {
    &url.as_str()[url.scheme().len()..]
}

/// More would be as many requests for nothing.
const MOST_PLACES: usize = 3;

/// What the rules make of an address, and of what they made.
fn steps(url: &Url) -> Vec<LargerPlace> {
    let mut steps: Vec<LargerPlace> = Vec::new();
    while steps.len() < MOST_STEPS {
        let here = steps.last().map_or(url, |step| &step.address);
        let mut rules = RULES.iter().copied().flatten();
        match rules.find_map(|rule| Some(LargerPlace { address: (rule.larger)(here)?, why: rule.why })) {
            Some(next) if next.address != *url && steps.iter().all(|step| step.address != next.address) => {
                steps.push(next);
            }
            _ => break,
        }
    }
    steps
}

/// A copy in a proxy's address, in a copy's: no page nests them deeper.
const MOST_STEPS: usize = 4;

/// Whether an address is signed: its host answers this one alone, and takes any other for an attack.
fn is_signed(url: &Url) -> bool {
    let by_path = url.path_segments().is_some_and(|mut segments| {
        segments.any(|segment| segment.len() > 6 && segment.starts_with("s--") && segment.ends_with("--"))
    });
    by_path
        || url.query_pairs().any(|(key, _)| {
            let key = key.to_ascii_lowercase();
            SIGNATURES.contains(&key.as_str()) || key.starts_with("x-amz-") || key.starts_with("x-goog-")
        })
}

/// The keys under which addresses carry signatures, or what belongs to one.
const SIGNATURES: &[&str] = &[
    "s",
    "sig",
    "sign",
    "signature",
    "hmac",
    "hash",
    "token",
    "auth",
    "jwt",
    "key",
    "policy",
    "key-pair-id",
    "expires",
    "exp",
    "e",
    "st",
    "oh",
    "oe",
    "verify",
    "digest",
    "md5",
    "checksum",
];

/// The host's name, if it is `domain` or one below it.
fn is_at(url: &Url, domain: &str) -> bool {
    let host = url.host_str().unwrap_or_default();
    host.strip_suffix(domain).is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

/// Whether the path ends as those of picture files do.
fn names_a_picture(url: &Url) -> bool {
    address::extension(url.path()).is_some()
}

/// The same address with another path, without its query.
fn with_path(url: &Url, path: &str) -> Url {
    let mut url = url.clone();
    url.set_path(path);
    url.set_query(None);
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is made of an address in one step.
    pub(super) fn step(address: &str) -> Option<String> {
        steps(&Url::parse(address).unwrap()).first().map(|step| step.address.to_string())
    }

    #[track_caller]
    pub(super) fn becomes(address: &str, larger: &str) {
        assert_eq!(step(address).as_deref(), Some(larger), "{address}");
    }

    #[track_caller]
    pub(super) fn stays(address: &str) {
        assert_eq!(step(address), None, "{address}");
    }

    fn of(offered: &[&str]) -> Vec<String> {
        let offered = offered.iter().map(|address| Address::Web(Url::parse(address).unwrap()));
        let source = with_larger(PictureSource::from_candidates(offered).unwrap());
        source.larger().iter().map(Url::to_string).collect()
    }

    #[test]
    fn copies_of_one_upload_lead_to_one_place() {
        let copies = [
            "https://e.org/wp-content/uploads/2024/03/ferry-1024x683.jpg",
            "https://e.org/wp-content/uploads/2024/03/ferry-300x200.jpg",
        ];
        assert_eq!(of(&copies), ["https://e.org/wp-content/uploads/2024/03/ferry.jpg"]);
    }

    #[test]
    fn what_the_page_offers_is_not_proposed() {
        let offered = [
            "https://e.org/wp-content/uploads/2024/03/ferry.jpg",
            "https://e.org/wp-content/uploads/2024/03/ferry-300x200.jpg",
        ];
        assert!(of(&offered).is_empty());
    }

    #[test]
    fn the_upload_may_be_offered_from_another_host_or_by_another_scheme() {
        let offered = [
            "https://e.org/wp-content/uploads/ferry-in-march.jpg",
            "https://i0.wp.com/e.org/wp-content/uploads/ferry-in-march.jpg?resize=640%2C427&ssl=1",
        ];
        assert!(of(&offered).is_empty());
        let offered =
            ["https://e.org/wp-content/uploads/ferry-640x427.jpg", "http://e.org/wp-content/uploads/ferry-320x213.jpg"];
        assert_eq!(of(&offered), ["https://e.org/wp-content/uploads/ferry.jpg"]);
    }

    #[test]
    fn a_copy_of_the_same_size_elsewhere_is_not_larger() {
        let proxied = "https://e.org/cdn-cgi/image/format=auto/https://cms.e.org/wp-content/uploads/ferry-768x512.jpg";
        assert_eq!(of(&[proxied]), ["https://cms.e.org/wp-content/uploads/ferry.jpg"]);
    }

    #[test]
    fn a_copy_in_a_proxy_leads_to_the_upload_and_then_to_the_copy() {
        let proxied =
            "https://e.org/_next/image?url=https%3A%2F%2Fcms.e.org%2Fwp-content%2Fuploads%2Fferry-768x512.jpg&w=640";
        let larger = [
            "https://cms.e.org/wp-content/uploads/ferry.jpg",
            "https://cms.e.org/wp-content/uploads/ferry-768x512.jpg",
        ];
        assert_eq!(of(&[proxied]), larger);
    }

    #[test]
    fn a_signed_address_is_left_as_it_is() {
        for signed in [
            "https://e.imgix.net/ferry.jpg?w=300&s=0123456789abcdef",
            "https://e.org/wp-content/uploads/ferry-300x200.jpg?token=abc",
            "https://e.org/wp-content/uploads/ferry-300x200.jpg?X-Amz-Signature=abc",
            "https://res.cloudinary.com/e/image/upload/s--Ab3dEf9h--/w_300/v1/ferry.jpg",
        ] {
            stays(signed);
        }
    }

    #[test]
    fn an_address_of_no_known_kind_is_left_as_it_is() {
        for address in [
            "https://e.org/ferry-300x200.jpg",
            "https://e.org/ferry.jpg?w=300",
            "https://e.org/img/size/w300/ferry.jpg",
            "https://e.org/photo-2048x1536.jpg?v=3",
        ] {
            stays(address);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_address_makes_it_panic_or_go_round(pieces in proptest::collection::vec(0..PIECES.len(), 0..12), word in "\\PC{0,8}") {
            let tail: String = pieces.into_iter().map(|at| PIECES[at].replace("WORD", &word)).collect();
            if let Ok(url) = Url::parse(&format!("https://i0.wp.com/{tail}")) {
                let steps = steps(&url);
                proptest::prop_assert!(steps.len() <= MOST_STEPS);
                proptest::prop_assert!(steps.iter().all(|step| matches!(step.address.scheme(), "http" | "https")));
            }
        }
    }

    const PIECES: &[&str] = &[
        "/",
        "-",
        "_",
        "300x200",
        ".jpg",
        "WORD",
        "https://e.org/",
        "https%3A%2F%2Fe.org%2F",
        "?",
        "&",
        "=",
        "url=",
        "w",
        "wp-content/uploads/",
        "cdn-cgi/image/",
        "styles/a/public/",
        "thumb/a/ab/",
        "220px-",
        "/size/w600/",
        "image/upload/",
        "w_300,h_200/",
        "resize",
        "é%",
        "%2",
        "/_next/image?url=",
        "rev-1/",
    ];
}
