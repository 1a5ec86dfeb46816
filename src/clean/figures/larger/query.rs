//! Addresses whose query asks a server for a size: without it, the server gives the file as it was uploaded.

use super::{Rule, is_at, is_signed};
use std::borrow::Cow;
use url::Url;

pub(super) const RULES: &[Rule] = &[
    Rule { why: "its server makes the size that the query asks for, and gives the upload without", larger: unasked },
    // support.squarespace.com, "How Squarespace formats images for display": seven widths up to 2500 pixels are kept.
    Rule { why: "Squarespace keeps every picture in widths up to 2500 pixels", larger: squarespace },
    // "name=small", "medium", "large" and "orig", of which the last is the upload.
    Rule { why: "Twitter keeps the upload beside its smaller copies", larger: twitter },
];

/// Servers that take a size from the query.
struct Server {
    place: Place,
    /// What stands in the query for a size or a quality; all other keys are kept.
    sizes: &'static [&'static str],
}

/// What a server is known by.
enum Place {
    /// A domain and those below it.
    Domain(&'static str),
    /// A folder of the path, on any host.
    Folder(&'static str),
}

/// Each documents that a picture is given as it was uploaded where no size is asked for.
const SERVERS: &[Server] = &[
    // Jetpack's Site Accelerator (developer.wordpress.com/docs/photon/api); Automattic's hosting answers in the same
    // way, and elsewhere a query says nothing to a file in the folder of uploads.
    Server { place: Place::Domain("i0.wp.com"), sizes: PHOTON },
    Server { place: Place::Domain("i1.wp.com"), sizes: PHOTON },
    Server { place: Place::Domain("i2.wp.com"), sizes: PHOTON },
    Server { place: Place::Domain("i3.wp.com"), sizes: PHOTON },
    Server { place: Place::Domain("files.wordpress.com"), sizes: PHOTON },
    Server { place: Place::Folder("/wp-content/uploads/"), sizes: PHOTON },
    // imgix (docs.imgix.com/apis/rendering) and those who set it before their own pictures.
    Server { place: Place::Domain("imgix.net"), sizes: IMGIX },
    Server { place: Place::Domain("images.unsplash.com"), sizes: IMGIX },
    Server { place: Place::Domain("images.pexels.com"), sizes: IMGIX },
    Server { place: Place::Domain("images.prismic.io"), sizes: IMGIX },
    Server { place: Place::Domain("datocms-assets.com"), sizes: IMGIX },
    // sanity.io/docs/image-urls and contentful.com/developers/docs/references/images-api.
    Server { place: Place::Domain("cdn.sanity.io"), sizes: IMGIX },
    Server { place: Place::Domain("images.ctfassets.net"), sizes: IMGIX },
    // shopify.dev, "img_url": the shop's own host serves "/cdn/shop/" too.
    Server { place: Place::Domain("cdn.shopify.com"), sizes: SIDES },
    Server { place: Place::Folder("/cdn/shop/"), sizes: SIDES },
    // HubSpot's file manager; "name" only makes the saved copy's name.
    Server { place: Place::Folder("/hubfs/"), sizes: &["width", "height", "name", "length", "upscale", "quality"] },
    // "scale-down-to" is the longer side.
    Server { place: Place::Domain("framerusercontent.com"), sizes: &["scale-down-to", "width", "height"] },
    Server { place: Place::Domain("cdn.builder.io"), sizes: &["width", "height", "quality", "placeholderifabsent"] },
];

const PHOTON: &[&str] =
    &["w", "h", "resize", "fit", "lb", "zoom", "quality", "strip", "crop", "width", "height", "dpr", "is-pending-load"];

const IMGIX: &[&str] = &[
    "w", "h", "fit", "crop", "dpr", "q", "ar", "max-w", "max-h", "min-w", "min-h", "width", "height", "quality", "dm",
    "fl", "blur", "f", "c",
];

const SIDES: &[&str] = &["width", "height", "crop"];

/// Keys that ask for less than the whole picture, alone or with their value: what is cut out is another picture.
const CUTS: &[(&str, &[&str])] = &[
    ("crop", &["1", "true", "center", "top", "bottom", "left", "right", "entropy", "faces", "focalpoint", "smart"]),
    ("fit", &["crop", "fill", "facearea", "min", "thumb", "pad", "cover"]),
    ("f", &["face", "faces"]),
    ("ar", &[]),
];

fn unasked(url: &Url) -> Option<Url> {
    let query = url.query()?;
    let at = |place: &Place| match place {
        Place::Domain(domain) => is_at(url, domain),
        Place::Folder(folder) => url.path().contains(folder),
    };
    let server = SERVERS.iter().find(|server| at(&server.place))?;
    let of_size = |pair: &str| server.sizes.contains(&key(pair).as_ref());
    let (asked, kept): (Vec<&str>, Vec<&str>) =
        query.split('&').filter(|pair| !pair.is_empty()).partition(|pair| of_size(pair));
    if is_signed(url) || !asked.iter().any(|pair| LENGTHS.contains(&key(pair).as_ref())) || cuts(&asked) {
        return None;
    }
    let mut whole = url.clone();
    whole.set_query((!kept.is_empty()).then(|| kept.join("&")).as_deref());
    // HubSpot's resizing service has a folder of its own.
    let path = whole.path().replacen("/hs-fs/hubfs/", "/hubfs/", 1);
    whole.set_path(&path);
    Some(whole)
}

/// The keys without which the others change nothing in the size.
const LENGTHS: &[&str] =
    &["w", "h", "width", "height", "resize", "fit", "max-w", "max-h", "dpr", "scale-down-to", "zoom"];

/// Whether a query asks for a piece of the picture, and not for the whole made smaller.
fn cuts(asked: &[&str]) -> bool {
    let sides = |names: &[&str]| asked.iter().any(|pair| names.contains(&key(pair).as_ref()));
    let is_box = sides(&["w", "width"]) && sides(&["h", "height"]);
    asked.iter().any(|pair| {
        let value = pair.split_once('=').map_or("", |(_, value)| value).to_ascii_lowercase();
        let cut = CUTS.iter().find(|(name, _)| *name == key(pair).as_ref());
        cut.is_some_and(|(name, values)| {
            (*name == "ar" || is_box) && (values.is_empty() || values.contains(&value.as_str()))
        })
    })
}

fn key(pair: &str) -> Cow<'_, str> {
    let key = pair.split('=').next().unwrap_or_default();
    match key.bytes().any(|b| b.is_ascii_uppercase()) {
        true => Cow::Owned(key.to_ascii_lowercase()),
        false => Cow::Borrowed(key),
    }
}

fn squarespace(url: &Url) -> Option<Url> {
    let is_kept = is_at(url, "images.squarespace-cdn.com") || is_at(url, "static1.squarespace.com");
    let width = url.query().filter(|_| is_kept)?.strip_prefix("format=")?.strip_suffix('w')?;
    let is_smaller = width.parse::<u32>().is_ok_and(|width| width < 2500);
    let mut largest = url.clone();
    largest.set_query(Some("format=2500w"));
    is_smaller.then_some(largest)
}

fn twitter(url: &Url) -> Option<Url> {
    let is_picture = is_at(url, "pbs.twimg.com") && url.path().starts_with("/media/");
    let name = url.query().filter(|_| is_picture)?.split('&').find_map(|pair| pair.strip_prefix("name="))?;
    let query = url.query()?.replace(&format!("name={name}"), "name=orig");
    let mut upload = url.clone();
    upload.set_query(Some(&query));
    (name != "orig").then_some(upload)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{becomes, stays};

    #[test]
    fn a_size_that_a_server_is_asked_for_is_left_out() {
        for (asked, upload) in [
            ("https://i0.wp.com/e.org/ferry.jpg?resize=1024%2C683&ssl=1", "https://i0.wp.com/e.org/ferry.jpg?ssl=1"),
            (
                "https://e.files.wordpress.com/2015/05/ferry.jpg?w=300&h=200",
                "https://e.files.wordpress.com/2015/05/ferry.jpg",
            ),
            (
                "https://e.org/wp-content/uploads/ferry.jpg?quality=80&strip=all&w=640",
                "https://e.org/wp-content/uploads/ferry.jpg",
            ),
            (
                "https://images.unsplash.com/photo-1?ixid=M3w&ixlib=rb-4&q=80&w=640",
                "https://images.unsplash.com/photo-1?ixid=M3w&ixlib=rb-4",
            ),
            (
                "https://cdn.sanity.io/images/a/b/c-3840x2160.png?w=640&q=75&fit=clip&auto=format",
                "https://cdn.sanity.io/images/a/b/c-3840x2160.png?auto=format",
            ),
            (
                "https://e.org/cdn/shop/articles/ferry.jpg?v=1769162406&width=640",
                "https://e.org/cdn/shop/articles/ferry.jpg?v=1769162406",
            ),
            ("https://e.org/hs-fs/hubfs/ferry.png?width=600&name=ferry.png", "https://e.org/hubfs/ferry.png"),
        ] {
            becomes(asked, upload);
        }
    }

    #[test]
    fn a_piece_of_a_picture_is_left_as_it_is() {
        stays("https://e.imgix.net/ferry.jpg?w=300&h=300&fit=crop");
        stays("https://images.ctfassets.net/a/b/c/ferry.jpg?w=900&h=600&fit=fill");
        stays("https://e.org/wp-content/uploads/ferry.jpg?w=150&h=150&crop=1");
        stays("https://e.imgix.net/ferry.jpg?ar=1:1&w=300");
    }

    #[test]
    fn a_query_without_a_length_changes_no_size() {
        stays("https://i0.wp.com/e.org/ferry.jpg?ssl=1");
        stays("https://images.prismic.io/e/ferry.jpg?auto=format,compress");
        stays("https://e.org/cdn/shop/articles/ferry.jpg?v=1769162406");
    }

    #[test]
    fn a_named_size_becomes_the_largest() {
        becomes(
            "https://images.squarespace-cdn.com/content/v1/5d/1586-IK/ferry.jpg?format=750w",
            "https://images.squarespace-cdn.com/content/v1/5d/1586-IK/ferry.jpg?format=2500w",
        );
        stays("https://images.squarespace-cdn.com/content/v1/5d/1586-IK/ferry.jpg?format=2500w");
        becomes(
            "https://pbs.twimg.com/media/Ed3?format=jpg&name=small",
            "https://pbs.twimg.com/media/Ed3?format=jpg&name=orig",
        );
    }
}
