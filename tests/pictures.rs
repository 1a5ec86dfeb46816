//! Pictures from the web, from files and from data URIs, as they come out for screen and paper.

#[allow(dead_code, reason = "the server can do more than pictures ask of it")]
#[path = "support/server.rs"]
mod server;

use bindery::article::Address;
use bindery::fetch::{FetchRules, Fetcher};
use bindery::fonts::Fonts;
use bindery::pictures::{Bounds, Colour, Format, Picture, PictureSource, Pictures, Rendition, Target, Wanted, gather};
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use server::{Reply, Server};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const SCREEN: Bounds = Bounds { width: 300, height: 300 };
const PRINT: Bounds = Bounds { width: 600, height: 600 };
const BOTH: Wanted = Wanted { screen: Some(SCREEN), print: Some(PRINT) };

/// A photograph of a hill before the evening sky: grain everywhere, red at the top left.
fn photograph(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = ((x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)) >> 3) % 13;
        let (across, down) = (x * 200 / width, y * 200 / height);
        Rgb([(240 - across + grain) as u8, (down + grain) as u8, ((across + down) / 2 + grain) as u8])
    })
}

/// A chart of three even bars; the ground is transparent.
fn chart(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| match (x * 8 / width, y * 4 / height) {
        (1, 1..) => Rgba([200, 0, 0, 255]),
        (3, 2..) => Rgba([0, 120, 0, 255]),
        (5, 0..) => Rgba([0, 0, 160, 255]),
        _ => Rgba([0, 0, 0, 0]),
    })
}

fn file(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn jpeg(image: &RgbImage, add: impl Fn(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 92);
    add(&mut encoder);
    encoder.encode(image, image.width() as u16, image.height() as u16, ColorType::Rgb).unwrap();
    bytes
}

/// Exif notes that hold nothing but an orientation (Exif 3.0, section 4.6.5: tag 0x0112).
fn exif(orientation: u8) -> Vec<u8> {
    [&b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..], &[orientation, 0, 0, 0], &[0; 4]].concat()
}

/// Exif notes with one text (tag 0x8298 is Copyright, 0x013b Artist).
fn exif_text(tag: u16, text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len() + 1).unwrap().to_le_bytes();
    let entry = [&tag.to_le_bytes()[..], &[2, 0], &length, &[26, 0, 0, 0]].concat();
    [&b"II*\0\x08\0\0\0\x01\0"[..], &entry, &[0; 4], text.as_bytes(), b"\0"].concat()
}

fn fetcher() -> Fetcher {
    let rules = FetchRules { allow_private: true, timeout: Duration::from_secs(2), ..FetchRules::default() };
    Fetcher::new(rules)
}

fn got(pictures: &Pictures, source: &PictureSource) -> Picture {
    pictures.outcome(source).unwrap().clone().unwrap()
}

/// The reason why a picture is missing.
fn why(pictures: &Pictures, source: &PictureSource) -> String {
    pictures.outcome(source).unwrap().clone().unwrap_err().why
}

/// The renditions of one file for screen and paper.
fn prepared(bytes: &[u8]) -> (Arc<Rendition>, Arc<Rendition>) {
    let (pictures, source) = gathered(bytes);
    let picture = got(&pictures, &source);
    (Arc::clone(&picture.renditions[&Target::Screen]), Arc::clone(&picture.renditions[&Target::Print]))
}

/// The reason why one file is no picture.
fn refused(bytes: &[u8]) -> String {
    let (pictures, source) = gathered(bytes);
    why(&pictures, &source)
}

fn gathered(bytes: &[u8]) -> (Pictures, PictureSource) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("picture");
    fs::write(&path, bytes).unwrap();
    let source = PictureSource::new(Address::File(path), []);
    (gather(&[&source], &fetcher(), &Fonts::default(), &BOTH, &|_, _| {}), source)
}

/// The pixels of a rendition, after its facts have been held against its bytes.
fn decoded(rendition: &Rendition) -> DynamicImage {
    let format = match rendition.format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
    };
    let image = image::load_from_memory_with_format(&rendition.bytes, format).unwrap();
    assert_eq!((image.width(), image.height()), (rendition.width, rendition.height));
    let colour = match image.color() {
        image::ColorType::L8 => Colour::Grey,
        image::ColorType::Rgb8 => Colour::Rgb,
        image::ColorType::Rgba8 => Colour::Rgba,
        other => panic!("{other:?} is promised to nobody"),
    };
    assert_eq!(colour, rendition.colour);
    image
}

/// Holds a pixel against what it should be, as far as JPEG keeps it.
#[track_caller]
fn assert_about(found: Rgba<u8>, expected: [u8; 3], what: &str) {
    let near = found.0.iter().zip(expected).all(|(sample, expected)| sample.abs_diff(expected) < 30);
    assert!(near, "{what}: {found:?} is not about {expected:?}");
}

fn pixel(image: &DynamicImage, x: u32, y: u32) -> Rgba<u8> {
    *image.to_rgba8().get_pixel(x, y)
}

#[test]
fn a_photograph_fits_each_target() {
    let (screen, print) = prepared(&file(photograph(1200, 800), ImageFormat::Png));
    assert_eq!((screen.format, screen.colour, screen.width, screen.height), (Format::Jpeg, Colour::Rgb, 300, 200));
    assert_eq!((print.format, print.colour, print.width, print.height), (Format::Jpeg, Colour::Rgb, 600, 400));
    assert_about(pixel(&decoded(&screen), 5, 5), [240, 10, 10], "the corner");
    assert_about(pixel(&decoded(&print), 590, 390), [48, 200, 200], "the corner");
}

#[test]
fn a_jpeg_with_nothing_to_change_keeps_its_bytes_for_both_targets() {
    let plain = jpeg(&photograph(280, 200), |_| {});
    let noted = jpeg(&photograph(280, 200), |encoder| encoder.add_exif_metadata(&exif(1)).unwrap());
    for bytes in [&plain, &noted] {
        let (screen, print) = prepared(bytes);
        assert!(Arc::ptr_eq(&screen, &print));
        assert_eq!(screen.bytes, plain);
        decoded(&screen);
    }
}

#[test]
fn a_jpeg_that_fits_paper_alone_is_made_smaller_for_the_screen_alone() {
    let bytes = jpeg(&photograph(500, 400), |_| {});
    let (screen, print) = prepared(&bytes);
    assert_eq!((screen.width, screen.height), (300, 240));
    assert_eq!(print.bytes, bytes);
}

#[test]
fn a_photograph_taken_sideways_stands_upright() {
    // Turned a quarter counter-clockwise by the camera; orientation 6 says to turn it back.
    let upright = photograph(240, 160);
    let bytes = jpeg(&image::imageops::rotate270(&upright), |encoder| encoder.add_exif_metadata(&exif(6)).unwrap());
    let (screen, _) = prepared(&bytes);
    assert_eq!((screen.width, screen.height), (240, 160));
    let image = decoded(&screen);
    for (x, y) in [(10, 10), (230, 10), (10, 150), (230, 150)] {
        let Rgb(expected) = *upright.get_pixel(x, y);
        assert_about(pixel(&image, x, y), expected, &format!("the corner at {x}, {y} is another one"));
    }
}

#[test]
fn a_picture_made_for_the_press_has_the_right_colours() {
    // As Adobe's programs write it: four inks, each upside down.
    let inks = [([0, 255, 255, 0], [255, 0, 0]), ([255, 0, 0, 0], [0, 255, 255]), ([0, 0, 0, 255], [0, 0, 0])];
    for colour in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        for (ink, expected) in inks {
            let mut bytes = Vec::new();
            let samples = ink.repeat(64 * 64);
            Encoder::new(&mut bytes, 95).encode(&samples, 64, 64, colour).unwrap();
            let (screen, print) = prepared(&bytes);
            assert_ne!(screen.bytes, bytes, "four inks are for no reader");
            assert_about(pixel(&decoded(&screen), 30, 30), expected, &format!("{ink:?} in {colour:?}"));
            assert_about(pixel(&decoded(&print), 30, 30), expected, &format!("{ink:?} in {colour:?}"));
        }
    }
}

#[test]
fn a_jpeg_whose_colours_come_one_after_the_other_has_the_right_colours() {
    let original = photograph(200, 120);
    let bytes = jpeg(&original, |encoder| {
        encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
        encoder.set_optimized_huffman_tables(true);
    });
    let (screen, _) = prepared(&bytes);
    let image = decoded(&screen);
    for (x, y) in [(5, 5), (190, 5), (5, 110), (190, 110), (100, 60)] {
        assert_about(pixel(&image, x, y), original.get_pixel(x, y).0, &format!("{x}, {y}"));
    }
}

#[test]
fn line_art_keeps_its_edges_and_its_holes_on_screen_and_stands_on_white_on_paper() {
    let (screen, print) = prepared(&file(chart(560, 280), ImageFormat::Png));
    assert_eq!((screen.format, screen.colour, screen.width), (Format::Png, Colour::Rgba, 300));
    assert_eq!((print.format, print.colour, print.width), (Format::Png, Colour::Rgb, 560));
    assert_eq!(pixel(&decoded(&screen), 2, 2).0[3], 0);
    let paper = decoded(&print);
    assert_eq!(pixel(&paper, 2, 2), Rgba([255, 255, 255, 255]));
    assert_eq!(pixel(&paper, 105, 200), Rgba([200, 0, 0, 255]));
}

#[test]
fn a_png_for_paper_can_stand_in_a_pdf_as_it_is() {
    let grey = DynamicImage::from(chart(200, 100)).grayscale();
    for (image, colour) in [(DynamicImage::from(chart(200, 100)), 2), (grey, 0)] {
        let (_, print) = prepared(&file(image, ImageFormat::Png));
        // IHDR (PNG specification, section 11.2.1): depth, colour type, compression, filter, interlace.
        assert_eq!(print.bytes[24..29], [8, colour, 0, 0, 0]);
        let names: Vec<&[u8]> = chunks(&print.bytes);
        assert!(names.iter().all(|name| matches!(*name, b"IHDR" | b"IDAT" | b"IEND")), "{names:?}");
    }
}

/// The names of a PNG's chunks.
fn chunks(png: &[u8]) -> Vec<&[u8]> {
    let mut names = Vec::new();
    let mut rest = &png[8..];
    while let [a, b, c, d, name @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        names.push(&name[..4]);
        rest = &rest[length + 12..];
    }
    names
}

#[test]
fn a_grey_photograph_is_written_in_grey() {
    let (screen, print) = prepared(&file(DynamicImage::from(photograph(400, 300)).grayscale(), ImageFormat::Png));
    assert_eq!((screen.format, screen.colour), (Format::Jpeg, Colour::Grey));
    assert_eq!((print.format, print.colour), (Format::Jpeg, Colour::Grey));
    decoded(&screen);
    decoded(&print);
}

#[test]
fn every_common_format_is_read() {
    let photograph = DynamicImage::from(photograph(320, 200));
    let deep = DynamicImage::from(photograph.to_rgb16());
    let files = [
        file(photograph.clone(), ImageFormat::Bmp),
        file(photograph.clone(), ImageFormat::Gif),
        file(photograph.clone(), ImageFormat::Jpeg),
        file(photograph.clone(), ImageFormat::Png),
        file(photograph.clone(), ImageFormat::Tiff),
        file(photograph.clone(), ImageFormat::WebP),
        file(deep, ImageFormat::Png),
    ];
    for (n, bytes) in files.iter().enumerate() {
        let (screen, print) = prepared(bytes);
        assert_eq!((screen.width, screen.height), (300, 188), "file {n}");
        assert_about(pixel(&decoded(&print), 5, 5), [240, 10, 10], &format!("file {n}"));
    }
}

#[test]
fn of_a_picture_that_moves_the_first_frame_is_shown() {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for colour in [[200, 30, 30, 255], [30, 200, 30, 255]] {
        encoder.encode_frame(image::Frame::new(RgbaImage::from_pixel(64, 64, Rgba(colour)))).unwrap();
    }
    drop(encoder);
    let (screen, _) = prepared(&bytes);
    assert_about(pixel(&decoded(&screen), 30, 30), [200, 30, 30], "the corner");
}

#[test]
fn a_drawing_is_rendered_for_each_target() {
    let svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 250 125'>\
                <rect x='50' width='100' height='125' fill='#00f'/></svg>";
    let (screen, print) = prepared(svg);
    assert_eq!((screen.format, screen.colour, screen.width, screen.height), (Format::Png, Colour::Rgba, 300, 150));
    assert_eq!((print.format, print.colour, print.width, print.height), (Format::Png, Colour::Rgb, 600, 300));
    assert_eq!(pixel(&decoded(&print), 240, 150), Rgba([0, 0, 255, 255]));
    assert_eq!(pixel(&decoded(&print), 10, 150), Rgba([255, 255, 255, 255]));
}

#[test]
fn a_bomb_does_not_go_off() {
    let mut png = file(chart(64, 64), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let header = crc(&png[12..29]);
    png[29..33].copy_from_slice(&header.to_be_bytes());
    let why = refused(&png);
    assert!(why.contains("30000 by 30000 pixels are more than can be handled"), "{why}");

    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90000' height='90000'><rect width='9' height='9'/></svg>";
    assert!(refused(svg.as_bytes()).contains("more than can be handled"));
}

/// The check that ends a PNG chunk (PNG specification, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[test]
fn what_is_no_picture_is_told_apart() {
    let jpeg = jpeg(&photograph(200, 200), |_| {});
    let cases: [(&[u8], &str); 6] = [
        (b"", "it is empty"),
        (b"\n<!DOCTYPE html><title>Not found</title>", "it is a web page"),
        (b"GIF, said the file", "not a picture of a known kind"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "a picture in AVIF, which cannot be read"),
        (&jpeg[..jpeg.len() / 2], "breaks off before its end"),
        (&file(chart(1, 1), ImageFormat::Png), "only a stand-in of 1 by 1 pixels"),
    ];
    for (bytes, expected) in cases {
        let why = refused(bytes);
        assert!(why.starts_with("cannot use /") && why.contains(expected), "{expected}: {why}");
    }
}

#[test]
fn a_damaged_picture_is_no_crash() {
    let small = photograph(48, 40);
    let formats =
        [ImageFormat::Bmp, ImageFormat::Gif, ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Tiff, ImageFormat::WebP];
    let folder = tempfile::tempdir().unwrap();
    let mut sources = Vec::new();
    for format in formats {
        let whole = file(small.clone(), format);
        for n in 0..24_usize {
            let mut damaged = whole.clone();
            let at = n * n * 89 % whole.len();
            damaged[at] = damaged[at].wrapping_add((n as u8).wrapping_mul(37) | 1);
            if n % 5 == 0 {
                damaged.truncate(whole.len() * (n + 1) / 26);
            }
            let path = folder.path().join(format!("{format:?}{n}"));
            fs::write(&path, damaged).unwrap();
            sources.push(PictureSource::new(Address::File(path), []));
        }
    }
    let sources: Vec<&PictureSource> = sources.iter().collect();
    let pictures = gather(&sources, &fetcher(), &Fonts::default(), &BOTH, &|_, _| {});
    for source in sources {
        match pictures.outcome(source).unwrap() {
            Ok(picture) => picture.renditions.values().for_each(|rendition| drop(decoded(rendition))),
            Err(missing) => assert!(missing.why.starts_with("cannot use "), "{}", missing.why),
        }
    }
}

#[test]
fn what_the_host_calls_a_picture_does_not_matter() {
    let photograph = jpeg(&photograph(200, 100), |_| {});
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/lied" => Reply::ok(photograph.clone()).with("Content-Type", "text/html"),
        _ => Reply::ok("<html>Not here</html>").with("Content-Type", "image/jpeg"),
    });
    let web = |path: &str| PictureSource::new(Address::Web(server.url(path)), []);
    let (lied, soft) = (web("/lied"), web("/soft"));
    let pictures = gather(&[&lied, &soft], &fetcher(), &Fonts::default(), &BOTH, &|_, _| {});
    assert_eq!(got(&pictures, &lied).from, server.url("/lied").to_string());
    assert!(why(&pictures, &soft).contains("it is a web page, not a picture"));
}

#[test]
fn the_first_place_that_gives_a_picture_is_used() {
    let photograph = jpeg(&photograph(200, 100), |_| {});
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/gone.jpg" => Reply::status(404),
        "/page.jpg" => Reply::ok("<html>Not here</html>"),
        _ => Reply::ok(photograph.clone()),
    });
    let web = |path: &str| Address::Web(server.url(path));
    let blank = Address::Data("data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7".into());
    let nowhere = Address::File(Path::new("/nowhere/a.jpg").to_owned());

    let places =
        [nowhere.clone(), web("/gone.jpg"), blank.clone(), web("/page.jpg"), web("/here.jpg"), web("/unasked.jpg")];
    let there = PictureSource::from_candidates(places).unwrap();
    let missing = PictureSource::from_candidates([blank.clone(), nowhere.clone(), web("/gone.jpg")]).unwrap();
    let unsaved = PictureSource::from_candidates([blank.clone(), nowhere]).unwrap();
    let stand_in = PictureSource::new(blank, []);
    let pictures = gather(&[&there, &missing, &unsaved, &stand_in], &fetcher(), &Fonts::default(), &BOTH, &|_, _| {});

    assert_eq!(got(&pictures, &there).from, server.url("/here.jpg").to_string());
    assert_eq!(server.times("/unasked.jpg"), 0);
    assert!(why(&pictures, &missing).contains("404 Not Found"), "what its own host says tells most");
    assert!(why(&pictures, &unsaved).contains("/nowhere/a.jpg"));
    assert!(why(&pictures, &stand_in).contains("only a stand-in of 1 by 1"));
}

#[test]
fn a_picture_that_stalls_costs_itself_alone() {
    let photograph = jpeg(&photograph(200, 100), |_| {});
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/stalls" => Reply::Stall(photograph.clone()),
        _ => Reply::ok(photograph.clone()),
    });
    let web = |path: &str| PictureSource::new(Address::Web(server.url(path)), []);
    let (stalls, comes) = (web("/stalls"), web("/comes"));
    let rules = FetchRules { allow_private: true, timeout: Duration::from_millis(300), ..FetchRules::default() };
    let pictures = gather(&[&stalls, &comes], &Fetcher::new(rules), &Fonts::default(), &BOTH, &|_, _| {});
    assert!(pictures.outcome(&comes).unwrap().is_ok());
    assert!(why(&pictures, &stalls).contains("nothing came for 0.3 s"));
    assert_eq!(server.times("/stalls"), 3);
}

#[test]
fn many_pictures_come_out_the_same_in_whatever_order_they_come() {
    let files: Vec<Vec<u8>> = (0..24).map(|n| jpeg(&photograph(100 + n * 20, 120), |_| {})).collect();
    let server = Server::start(move |asked| {
        let n: usize = asked.path[1..].parse().unwrap();
        match n % 6 {
            0 if asked.time == 1 => Reply::status(500),
            1 if asked.time == 1 => Reply::CutShort(files[n].clone()),
            2 if n > 12 => Reply::status(404),
            _ => Reply::ok(files[n].clone()),
        }
    });
    let sources: Vec<PictureSource> =
        (0..24).map(|n| PictureSource::new(Address::Web(server.url(&format!("/{n}"))), [])).collect();
    let forwards: Vec<&PictureSource> = sources.iter().chain(&sources).collect();
    let backwards: Vec<&PictureSource> = sources.iter().rev().collect();

    let done = Mutex::new(Vec::new());
    let first = gather(&forwards, &fetcher(), &Fonts::default(), &BOTH, &|source, bytes| {
        done.lock().unwrap().push((source.clone(), bytes))
    });
    let second = gather(&backwards, &fetcher(), &Fonts::default(), &BOTH, &|_, _| {});
    assert_eq!(format!("{first:?}"), format!("{second:?}"));

    let mut done = done.into_inner().unwrap();
    done.sort();
    let named: Vec<&PictureSource> = done.iter().map(|(source, _)| source).collect();
    let mut expected: Vec<&PictureSource> = sources.iter().collect();
    expected.sort();
    assert_eq!(named, expected, "each is told of once");
    assert!(done.iter().all(|(source, bytes)| (*bytes > 0) == first.outcome(source).unwrap().is_ok()));
}

#[test]
fn only_what_is_wanted_is_made() {
    let bytes = file(photograph(400, 300), ImageFormat::Png);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    fs::write(&path, bytes).unwrap();
    let source = PictureSource::new(Address::File(path), []);
    let wanted = Wanted { print: Some(PRINT), ..Wanted::default() };
    let pictures = gather(&[&source], &fetcher(), &Fonts::default(), &wanted, &|_, _| {});
    assert!(pictures.rendition(&source, Target::Print).is_some());
    assert!(pictures.rendition(&source, Target::Screen).is_none());
}

#[test]
fn every_kind_of_file_may_name_its_maker() {
    let notes = exif_text(0x8298, "\u{a9} 2021 Ines Okafor");
    let image = DynamicImage::from(photograph(64, 48));
    let mut files = Vec::new();
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(notes.clone()).unwrap();
    image.write_with_encoder(encoder).unwrap();
    files.push(("PNG", bytes));
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
    encoder.set_exif_metadata(notes.clone()).unwrap();
    image.write_with_encoder(encoder).unwrap();
    files.push(("WebP", bytes));
    let payload = [b"Exif\0\0", notes.as_slice()].concat();
    files.push(("JPEG", jpeg(&photograph(64, 48), |encoder| encoder.add_app_segment(1, payload.clone()).unwrap())));
    for (kind, bytes) in files {
        let (pictures, source) = gathered(&bytes);
        let credit = got(&pictures, &source).credit.unwrap_or_else(|| panic!("{kind} names nobody"));
        assert_eq!((credit.text.as_str(), credit.found), ("Ines Okafor", bindery::article::Found::File), "{kind}");
    }
}

#[test]
fn the_owner_of_a_camera_is_no_maker() {
    let payload = [b"Exif\0\0", exif_text(0x013b, "Ines Okafor").as_slice()].concat();
    let file = jpeg(&photograph(64, 48), |encoder| encoder.add_app_segment(1, payload.clone()).unwrap());
    let (pictures, source) = gathered(&file);
    assert_eq!(got(&pictures, &source).credit, None);
}

#[test]
fn a_host_that_lets_one_guess_wait_is_not_asked_another_and_its_own_pictures_come() {
    let small = jpeg(&photograph(200, 100), |_| {});
    let server = Server::start(move |asked| match asked.path.starts_with("/larger") {
        true => Reply::Stall(small.clone()),
        false => Reply::ok(small.clone()),
    });
    let sources: Vec<PictureSource> = (0..40)
        .map(|n| {
            let offered = PictureSource::new(Address::Web(server.url(&format!("/{n}"))), []);
            offered.or_larger_at([server.url(&format!("/larger/{n}"))])
        })
        .collect();
    let rules = FetchRules { allow_private: true, timeout: Duration::from_millis(300), ..FetchRules::default() };
    let pictures =
        gather(&sources.iter().collect::<Vec<_>>(), &Fetcher::new(rules.clone()), &Fonts::default(), &BOTH, &|_, _| {});
    assert!(sources.iter().all(|source| pictures.outcome(source).unwrap().is_ok()));
    let guesses = server.asked().iter().filter(|asked| asked.path.starts_with("/larger")).count();
    assert!((1..=rules.per_host).contains(&guesses), "{guesses} guesses were waited for");
    assert!((0..40).all(|n| server.times(&format!("/larger/{n}")) <= 1), "a guess was tried again");
}

#[test]
fn a_larger_version_brings_the_notes_that_its_copy_was_stripped_of() {
    let copy = jpeg(&photograph(200, 100), |_| {});
    let payload = [b"Exif\0\0", exif_text(0x8298, "\u{a9} 2021 Ines Okafor").as_slice()].concat();
    let upload = jpeg(&photograph(800, 400), |encoder| encoder.add_app_segment(1, payload.clone()).unwrap());
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/upload.jpg" => Reply::ok(upload.clone()),
        _ => Reply::ok(copy.clone()),
    });
    let source =
        PictureSource::new(Address::Web(server.url("/copy.jpg")), []).or_larger_at([server.url("/upload.jpg")]);
    let picture = got(&gather(&[&source], &fetcher(), &Fonts::default(), &BOTH, &|_, _| {}), &source);
    assert_eq!(picture.credit.unwrap().text, "Ines Okafor");
    assert_eq!(picture.renditions[&Target::Print].width, 600);
}

#[test]
fn a_file_saved_with_the_page_is_not_exchanged() {
    let server = Server::start(|_| Reply::ok(jpeg(&photograph(800, 400), |_| {})));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jpg");
    fs::write(&path, jpeg(&photograph(200, 100), |_| {})).unwrap();
    let source = PictureSource::new(Address::File(path), []).or_larger_at([server.url("/upload.jpg")]);
    let picture = got(&gather(&[&source], &fetcher(), &Fonts::default(), &BOTH, &|_, _| {}), &source);
    assert_eq!(picture.renditions[&Target::Print].width, 200);
    assert!(server.asked().is_empty());
}
