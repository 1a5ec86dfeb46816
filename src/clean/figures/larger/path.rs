//! Addresses whose path tells a size: copies that a content system or a picture server keeps or makes by a known pattern.

use super::{Rule, is_at, is_signed, with_path};
use crate::clean::figures::address::EXTENSIONS;
use url::Url;

pub(super) const RULES: &[Rule] = &[
    // "ferry-300x200.jpg" beside "ferry.jpg" (developer.wordpress.org, "image_make_intermediate_size").
    Rule { why: "WordPress keeps the upload beside its smaller copies", larger: |url| in_path(url, wordpress) },
    // ".../styles/large/public/2024-03/ferry.jpg.webp" of ".../2024-03/ferry.jpg" (api.drupal.org, "ImageStyle::buildUri").
    Rule {
        why: "Drupal makes it from the upload whose path goes on behind the name of the style",
        larger: |url| in_path(url, drupal),
    },
    // "/thumb/a/ab/Ferry.jpg/220px-Ferry.jpg" of "/a/ab/Ferry.jpg" (mediawiki.org, "Manual:Thumb.php").
    Rule {
        why: "MediaWiki makes it from the upload that the folder is named after",
        larger: |url| in_path(url, mediawiki),
    },
    // "/content/images/size/w600/2024/03/ferry.jpg" (ghost.org/docs/themes/assets, "Image sizes").
    Rule { why: "Ghost keeps the upload at the same path without a size", larger: |url| in_path(url, ghost) },
    // "ferry-p-800.jpg" (help.webflow.com, "Responsive images").
    Rule {
        why: "Webflow keeps the upload beside its smaller copies",
        larger: |url| at(url, &["website-files.com", "webflow.com"], webflow),
    },
    // "ferry_300x200.jpg", "ferry_600x.jpg", "ferry_300x300_crop_center@2x.jpg" (shopify.dev, "img_url").
    Rule { why: "Shopify makes it from the upload whose name goes before the size", larger: shopify },
    // ".../media/e1_ab~mv2.jpg/v1/fill/w_600,h_400,al_c/ferry.jpg".
    Rule {
        why: "Wix makes it from the upload that stands before the version",
        larger: |url| at(url, &["static.wixstatic.com"], wix),
    },
    // ".../image/upload/w_300,c_limit/v1/ferry.jpg" (cloudinary.com/documentation/transformation_reference).
    Rule {
        why: "Cloudinary makes it from the upload behind the transformations",
        larger: |url| in_path(url, cloudinary),
    },
    // ".../s320/ferry.jpg", "...=w640-h480": "s0" asks for the size of the upload.
    Rule {
        why: "Google's picture server gives the upload where size 0 is asked for",
        larger: |url| at(url, &["bp.blogspot.com", "googleusercontent.com"], google),
    },
    // "51234_ab12cd_m.jpg" (flickr.com/services/api/misc.urls.html): b is the largest under the same secret.
    Rule { why: "Flickr keeps 1024 pixels under the letter b", larger: |url| at(url, &["staticflickr.com"], flickr) },
    // "/v2/resize:fit:700/format:webp/1*ab.png", "/max/700/1*ab.png".
    Rule {
        why: "Medium makes it from the upload that is named last",
        larger: |url| at(url, &["miro.medium.com"], medium),
    },
    // "/f/1006/1550x901/ab/ferry.jpg/m/620x0" (storyblok.com/docs/api/image-service).
    Rule {
        why: "Storyblok makes it from the upload before the folder m",
        larger: |url| at(url, &["storyblok.com"], storyblok),
    },
];

/// A path without its size, unless the address is signed.
fn in_path(url: &Url, larger: fn(&str) -> Option<String>) -> Option<Url> {
    let path = larger(url.path()).filter(|_| !is_signed(url))?;
    Some(with_path(url, &path))
}

/// The same on the hosts of one service.
fn at(url: &Url, domains: &[&str], larger: fn(&str) -> Option<String>) -> Option<Url> {
    let is_there = domains.iter().any(|domain| is_at(url, domain));
    in_path(url, if is_there { larger } else { return None })
}

/// The name of the file without its extension, and what stands before and behind it.
fn parted(path: &str) -> Option<(&str, &str, &str)> {
    let name = path.rfind('/')? + 1;
    let dot = name + path[name..].rfind('.')?;
    let is_picture = EXTENSIONS.contains(&path[dot + 1..].to_ascii_lowercase().as_str());
    (is_picture && dot > name).then(|| (&path[..name], &path[name..dot], &path[dot..]))
}

fn wordpress(path: &str) -> Option<String> {
    if !UPLOADS.iter().any(|folder| path.contains(folder)) {
        return None;
    }
    let (before, stem, extension) = parted(path)?;
    let (stem, size) = stem.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    let are_lengths = is_number(width, 2..=4) && is_number(height, 2..=4);
    (are_lengths && !stem.is_empty()).then(|| format!("{before}{stem}{extension}"))
}

/// Where WordPress keeps uploads; the second is that of Bedrock, a common way to set it up.
const UPLOADS: &[&str] = &["/wp-content/uploads/", "/app/uploads/"];

fn drupal(path: &str) -> Option<String> {
    let (files, rest) = path.split_once("/files/styles/")?;
    let (style, rest) = rest.split_once('/')?;
    let upload = rest.strip_prefix("public/")?;
    let (_, stem, extension) = parted(rest)?;
    // A style may make another format, whose name is put behind that of the upload.
    let is_of_other =
        stem.rsplit_once('.').is_some_and(|(_, of)| EXTENSIONS.contains(&of.to_ascii_lowercase().as_str()));
    let upload = if is_of_other { upload.strip_suffix(extension)? } else { upload };
    (!style.is_empty()).then(|| format!("{files}/files/{upload}"))
}

fn mediawiki(path: &str) -> Option<String> {
    let (folder, thumb) = path.split_once("/thumb/")?;
    let mut parts = thumb.split('/');
    let (first, second, upload, copy) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    // Uploads lie in two folders called after the digest of their name.
    let is_digest = first.len() == 1 && second.len() == 2 && second.starts_with(first);
    let (size, name) = copy.split_once("px-")?;
    let is_copy = is_number(size, 1..=5) && (name.starts_with(upload) || name.starts_with("thumbnail"));
    if !(is_digest && is_copy && parts.next().is_none()) {
        return None;
    }
    let (_, _, extension) = parted(path)?;
    if upload.to_ascii_lowercase().ends_with(".svg") {
        // Drawn by the wiki itself, which has the faces that the drawing asks for, in one of the widths that it draws.
        let larger = size.parse::<u32>().is_ok_and(|size| size < DRAWN) && extension == ".png";
        return larger.then(|| format!("{folder}/thumb/{first}/{second}/{upload}/{DRAWN}px-{name}"));
    }
    parted(&format!("/{upload}"))?;
    Some(format!("{folder}/{first}/{second}/{upload}"))
}

/// In pixels: of the widths that Wikimedia makes thumbnails in (wikitech.wikimedia.org, "Thumbnails"), the largest that fits
/// a page.
const DRAWN: u32 = 1280;

fn ghost(path: &str) -> Option<String> {
    let (before, rest) = path.split_once("/content/images/size/")?;
    let (size, rest) = rest.split_once('/')?;
    let rest = rest.strip_prefix("format/").and_then(|rest| rest.split_once('/')).map_or(rest, |(_, rest)| rest);
    size.starts_with(['w', 'h']).then(|| format!("{before}/content/images/{rest}"))
}

fn webflow(path: &str) -> Option<String> {
    let (before, stem, extension) = parted(path)?;
    let (stem, width) = stem.rsplit_once("-p-")?;
    is_number(width, 3..=4).then(|| format!("{before}{stem}{extension}"))
}

fn shopify(url: &Url) -> Option<Url> {
    let is_shop = is_at(url, "cdn.shopify.com") || url.path().contains("/cdn/shop/");
    let (before, stem, extension) = parted(url.path()).filter(|_| is_shop && !is_signed(url))?;
    let stem = stem.strip_suffix("@2x").or(stem.strip_suffix("@3x")).unwrap_or(stem);
    // A crop is another picture, but it is called so also where it takes nothing off.
    let stem = stem.split_once("_crop_").map_or(stem, |(stem, _)| stem);
    let (stem, size) = stem.rsplit_once('_')?;
    let (width, height) = size.split_once('x')?;
    let is_length = |length: &str| length.is_empty() || is_number(length, 2..=4);
    let is_size = size.len() > 1 && is_length(width) && is_length(height);
    let path = format!("{before}{stem}{extension}");
    let mut upload = url.clone();
    upload.set_path(&path);
    is_size.then_some(upload)
}

fn wix(path: &str) -> Option<String> {
    let (upload, rest) = path.split_once("/v1/")?;
    let is_whole = rest.starts_with("fill/") || rest.starts_with("fit/");
    (is_whole && upload.starts_with("/media/")).then(|| upload.to_owned())
}

fn cloudinary(path: &str) -> Option<String> {
    let (before, rest) = path.split_once("/image/upload/")?;
    let mut upload = rest;
    let (mut is_sized, mut is_cut) = (false, false);
    while let Some((segment, behind)) = upload.split_once('/').filter(|(segment, _)| transforms(segment)) {
        let has = |key: &str| segment.split(',').any(|part| part.starts_with(key));
        is_sized |= has("w_") || has("h_") || has("t_");
        is_cut |=
            ["c_fill", "c_crop", "c_thumb", "c_lfill", "c_pad"].iter().any(|cut| has(cut)) && has("w_") && has("h_");
        upload = behind;
    }
    (is_sized && !is_cut && !upload.is_empty()).then(|| format!("{before}/image/upload/{upload}"))
}

/// Whether a segment is made of parameters, each a letter or a few and a value: "w_300,c_limit,f_auto".
fn transforms(segment: &str) -> bool {
    segment.split(',').all(|part| {
        let parameter = part.split_once('_').map(|(key, _)| key);
        parameter.is_some_and(|key| TRANSFORMATIONS.contains(&key))
    })
}

const TRANSFORMATIONS: &[&str] = &[
    "a", "ar", "b", "bo", "c", "co", "cs", "d", "dl", "dn", "dpr", "e", "f", "fl", "g", "h", "l", "o", "q", "r", "t",
    "u", "w", "x", "y", "z",
];

fn google(path: &str) -> Option<String> {
    if let Some((picture, size)) = path.rsplit_once('=') {
        return asks_for_less(size).then(|| format!("{picture}=s0"));
    }
    let (folder, name) = path.rsplit_once('/')?;
    let (folder, size) = folder.rsplit_once('/')?;
    asks_for_less(size).then(|| format!("{folder}/s0/{name}"))
}

/// "s320", "w640-h480", "s1600-rw"; "-c" and "-p" cut to a square.
fn asks_for_less(size: &str) -> bool {
    let mut parts = size.split('-');
    let is_length = |part: &str| part.strip_prefix(['s', 'w', 'h']).is_some_and(|n| is_number(n, 2..=4));
    parts.next().is_some_and(is_length) && parts.all(|part| !matches!(part, "c" | "p" | "cc" | "pp"))
}

fn flickr(path: &str) -> Option<String> {
    let (before, stem, extension) = parted(path)?;
    let mut words = stem.split('_');
    let (number, secret, size) = (words.next()?, words.next()?, words.next().unwrap_or_default());
    let is_copy = is_number(number, 5..=16) && secret.len() >= 8 && words.next().is_none();
    let is_smaller = matches!(size, "" | "t" | "m" | "n" | "w" | "z" | "c");
    (is_copy && is_smaller).then(|| format!("{before}{number}_{secret}_b{extension}"))
}

fn medium(path: &str) -> Option<String> {
    let picture = path.rsplit('/').next().filter(|name| name.contains('*'))?;
    let is_sized = path.starts_with("/v2/resize:") || path.starts_with("/max/") || path.starts_with("/fit/");
    is_sized.then(|| format!("/v2/{picture}"))
}

fn storyblok(path: &str) -> Option<String> {
    let (upload, _) = path.split_once("/m/")?;
    parted(upload).map(|_| upload.to_owned())
}

/// Whether a text is a number of so many digits, the first of which counts.
fn is_number(text: &str, digits: std::ops::RangeInclusive<usize>) -> bool {
    digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::super::tests::{becomes, stays};

    #[test]
    fn a_copy_leads_to_the_upload() {
        for (copy, upload) in [
            (
                "https://e.org/wp-content/uploads/2024/03/ferry-1-1024x683.jpg",
                "https://e.org/wp-content/uploads/2024/03/ferry-1.jpg",
            ),
            ("https://e.org/app/uploads/2024/03/ferry-300x200.webp", "https://e.org/app/uploads/2024/03/ferry.webp"),
            (
                "https://e.org/sites/default/files/styles/large/public/2024-03/ferry.jpg.webp?h=fc&itok=Ab1",
                "https://e.org/sites/default/files/2024-03/ferry.jpg",
            ),
            (
                "https://e.org/sites/default/files/styles/large/public/ferry.png?itok=Ab1",
                "https://e.org/sites/default/files/ferry.png",
            ),
            (
                "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Ferry.jpg/220px-Ferry.jpg",
                "https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg",
            ),
            (
                "https://e.org/w/images/thumb/a/ab/Ferry.svg/220px-Ferry.svg.png",
                "https://e.org/w/images/thumb/a/ab/Ferry.svg/1280px-Ferry.svg.png",
            ),
            (
                "https://e.org/content/images/size/w600/2024/03/ferry.png",
                "https://e.org/content/images/2024/03/ferry.png",
            ),
            (
                "https://e.org/content/images/size/w600/format/webp/2024/03/ferry.png",
                "https://e.org/content/images/2024/03/ferry.png",
            ),
            (
                "https://cdn.prod.website-files.com/6/7_ferry-p-800.png",
                "https://cdn.prod.website-files.com/6/7_ferry.png",
            ),
            ("https://e.org/cdn/shop/articles/ferry_600x.jpg?v=16", "https://e.org/cdn/shop/articles/ferry.jpg?v=16"),
            (
                "https://cdn.shopify.com/s/files/1/2/ferry_300x300_crop_center@2x.jpg?v=1",
                "https://cdn.shopify.com/s/files/1/2/ferry.jpg?v=1",
            ),
            (
                "https://static.wixstatic.com/media/e1_ab~mv2.jpg/v1/fill/w_600,h_400,al_c,q_80/ferry.jpg",
                "https://static.wixstatic.com/media/e1_ab~mv2.jpg",
            ),
            (
                "https://res.cloudinary.com/e/image/upload/c_limit,w_300/f_auto,q_auto/v17/a_b/ferry.jpg",
                "https://res.cloudinary.com/e/image/upload/v17/a_b/ferry.jpg",
            ),
            ("https://1.bp.blogspot.com/-a/b/c/d/s320/ferry.jpg", "https://1.bp.blogspot.com/-a/b/c/d/s0/ferry.jpg"),
            ("https://lh3.googleusercontent.com/Ab3d=w640-h480-rw", "https://lh3.googleusercontent.com/Ab3d=s0"),
            (
                "https://live.staticflickr.com/65535/51234567890_ab12cd34ef_m.jpg",
                "https://live.staticflickr.com/65535/51234567890_ab12cd34ef_b.jpg",
            ),
            ("https://miro.medium.com/v2/resize:fit:700/format:webp/1*aB3.png", "https://miro.medium.com/v2/1*aB3.png"),
            (
                "https://a.storyblok.com/f/10/1550x901/ab/ferry.jpg/m/620x0/filters:quality(90)",
                "https://a.storyblok.com/f/10/1550x901/ab/ferry.jpg",
            ),
        ] {
            becomes(copy, upload);
        }
    }

    #[test]
    fn a_name_that_only_looks_like_a_copy_is_left_as_it_is() {
        for address in [
            "https://e.org/wp-content/uploads/ferry-2024x.jpg",
            "https://e.org/wp-content/uploads/300x200.jpg",
            "https://e.org/files/styles/large/private/ferry.jpg",
            "https://e.org/thumb/x/yz/Ferry.jpg/220px-Ferry.jpg",
            "https://e.org/w/images/thumb/a/ab/Film.webm/220px--Film.webm.jpg",
            "https://cdn.shopify.com/s/files/1/2/ferry_large.jpg",
            "https://static.wixstatic.com/media/e1_ab~mv2.jpg/v1/crop/x_10,y_10,w_60,h_40/ferry.jpg",
            "https://res.cloudinary.com/e/image/upload/c_fill,w_300,h_300/v17/ferry.jpg",
            "https://res.cloudinary.com/e/image/upload/f_auto/v17/ferry.jpg",
            "https://1.bp.blogspot.com/-a/b/c/d/s72-c/ferry.jpg",
            "https://live.staticflickr.com/65535/51234567890_ab12cd34ef_k.jpg",
        ] {
            stays(address);
        }
    }
}
