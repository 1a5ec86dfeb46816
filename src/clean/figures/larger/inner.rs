//! Addresses that carry the address of the picture they were made from.

use super::{Rule, names_a_picture};
use crate::clean::view::addresses::percent_decoded;
use url::Url;

pub(super) const RULES: &[Rule] = &[
    // Cloudinary's "fetch", Substack, Optimole, Cloudflare: ".../w_1456,c_limit/https%3A%2F%2Fe.org%2Fferry.jpg".
    Rule { why: "the end of the address is that of the picture it was made from", larger: at_the_end },
    // Next.js, Vercel, Astro, imaginary, weserv, Brightspot: "...?url=https%3A%2F%2Fe.org%2Fferry.jpg&w=640".
    Rule { why: "the address of the picture it was made from stands in the query", larger: in_the_query },
    // Cloudflare of a picture on the same site (developers.cloudflare.com/images/transform-images/transform-via-url):
    // "/cdn-cgi/image/<options>/<path>".
    Rule { why: "Cloudflare makes it from the picture at the path behind the options", larger: behind_options },
    // NitroPack keeps smaller files under the name of the host that it had them from.
    Rule {
        why: "NitroPack makes it from the picture at the host that is named in the path",
        larger: behind_a_revision,
    },
];

/// The address in the path, escaped or not, that goes on to the end.
fn at_the_end(url: &Url) -> Option<Url> {
    let whole = url.as_str();
    let path_ends = whole.find(['?', '#']).unwrap_or(whole.len());
    let path_starts = whole.find("://")? + 3;
    let path = whole.get(path_starts..path_ends)?;
    let lower = path.to_ascii_lowercase();
    // Hardly a path holds another address.
    if !lower.contains("http") {
        return None;
    }
    let (at, is_escaped) = SCHEMES.iter().find_map(|(scheme, is_escaped)| {
        let at = lower.rfind(scheme)?;
        path[..at].ends_with('/').then_some((path_starts + at, *is_escaped))
    })?;
    if is_a_moment(whole[..at].trim_end_matches('/').rsplit('/').next().unwrap_or_default()) {
        return None;
    }
    // An escaped address ends where the path goes on; one that is not has taken the query along.
    let inner = &whole[at..];
    let inner = match is_escaped {
        true => percent_decoded(inner.split(['/', '?', '#']).next()?),
        false => inner.replacen(":///", "://", 1),
    };
    read(&inner).filter(names_a_picture)
}

/// How an address inside a path begins, and whether it is escaped; servers on the way make one stroke of two.
const SCHEMES: &[(&str, bool)] =
    &[("https%3a%2f%2f", true), ("http%3a%2f%2f", true), ("https:/", false), ("http:/", false)];

/// An archive tells in this place when it kept the page ("20160312im_"): its copy is all there is.
fn is_a_moment(segment: &str) -> bool {
    segment.bytes().take_while(u8::is_ascii_digit).count() >= 8
        && segment.ends_with(|c: char| c.is_ascii_digit() || c == '_')
}

fn in_the_query(url: &Url) -> Option<Url> {
    let is_endpoint = ENDPOINTS.iter().any(|endpoint| url.path().trim_end_matches('/').ends_with(endpoint));
    let mut values = url.query_pairs().filter(|(key, _)| KEYS.contains(&key.to_ascii_lowercase().as_str()));
    values.find_map(|(_, value)| match value.starts_with('/') {
        true if is_endpoint => url.join(&value).ok().filter(|inner| inner.host() == url.host()),
        true => None,
        false => read(&value).filter(|inner| is_endpoint || names_a_picture(inner)),
    })
}

/// The keys under which picture servers are told what to make a picture from.
const KEYS: &[&str] = &["url", "src", "image", "img", "u", "href", "imgurl", "image_url", "image_uri", "imageurl"];

/// The picture servers of Next.js, Vercel and Astro: whatever they are given is a picture, also one of the same site.
const ENDPOINTS: &[&str] = &["/_next/image", "/_vercel/image", "/_image"];

fn behind_options(url: &Url) -> Option<Url> {
    let (_, rest) = url.path().split_once("/cdn-cgi/image/")?;
    let (options, path) = rest.split_once('/')?;
    let is_of_site = options.contains('=') && !path.is_empty();
    is_of_site.then(|| super::with_path(url, path)).filter(names_a_picture)
}

fn behind_a_revision(url: &Url) -> Option<Url> {
    let (_, rest) = url.path().split_once("/assets/images/")?;
    let mut parts = rest.splitn(3, '/');
    let (_way, revision, original) = (parts.next()?, parts.next()?, parts.next()?);
    revision.strip_prefix("rev-")?;
    read(&format!("https://{original}")).filter(names_a_picture)
}

/// An address that can be asked for: whole, on the web, with a host that has a domain.
fn read(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    (is_web && url.host_str().is_some_and(|host| host.contains('.')) && url.path().len() > 1).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{becomes, stays};

    #[test]
    fn an_address_at_the_end_of_another_is_that_of_the_picture() {
        let inner = "https://pictures.e.org/2024/ferry.jpg";
        for outer in [
            "https://cdn.example/image/fetch/$s_!Ab3d!,w_1456,c_limit/https%3A%2F%2Fpictures.e.org%2F2024%2Fferry.jpg",
            "https://res.example/e/image/fetch/s--Ab3dEf9h--/w_300/https://pictures.e.org/2024/ferry.jpg",
            "https://abc.example/w:640/h:480/q:auto/https:/pictures.e.org/2024/ferry.jpg",
        ] {
            becomes(outer, inner);
        }
        becomes(
            "https://e.org/cdn-cgi/image/width=640/https://pictures.e.org/ferry.jpg?token=abc",
            "https://pictures.e.org/ferry.jpg?token=abc",
        );
    }

    #[test]
    fn an_address_in_a_query_is_that_of_the_picture() {
        becomes(
            "https://e.org/_next/image?url=https%3A%2F%2Fcms.example%2Fa%2Bb%2F77&w=640&q=75",
            "https://cms.example/a+b/77",
        );
        becomes("https://e.org/blog/_next/image?url=%2Fimg%2Fferry.png&w=640&q=75", "https://e.org/img/ferry.png");
        becomes("https://wsrv.example/?url=https://cms.example/ferry.jpg&w=300", "https://cms.example/ferry.jpg");
        becomes(
            "https://e.org/dims4/default/9ca/strip/true/resize/840x473!/?url=http%3A%2F%2Fcms.example%2Fferry.jpg",
            "http://cms.example/ferry.jpg",
        );
    }

    #[test]
    fn an_address_for_something_else_is_none_of_a_picture() {
        stays("https://e.org/count.jpg?url=https%3A%2F%2Fe.org%2Fstory");
        stays("https://e.org/proxy?url=%2Fimg%2Fferry.png");
        stays("https://e.org/_next/image?url=%2F%2Fother.example%2Fferry.png&w=640");
        stays("https://e.org/a/https://localhost/ferry.jpg");
    }

    #[test]
    fn the_copy_of_an_archive_is_all_there_is() {
        stays("https://archive.example/web/20160312101500im_/http://e.org/ferry.jpg");
    }

    #[test]
    fn what_a_site_makes_of_its_own_pictures_leads_to_them() {
        becomes("https://e.org/cdn-cgi/image/f=auto,w=640/blog/ferry.webp", "https://e.org/blog/ferry.webp");
        becomes(
            "https://cdn-e.example/aBcD/assets/images/optimized/rev-14d6d48/www.e.org/media/ferry.jpg",
            "https://www.e.org/media/ferry.jpg",
        );
    }
}
