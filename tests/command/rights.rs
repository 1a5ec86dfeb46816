//! What pictures say of their makers, from the file and the page's data to the books and the report.

use crate::support::server::{Asked, Reply, Server};
use crate::support::{Desk, EpubText, check_epub, check_pdf, pdf_text, squeezed};
use serde_json::Value;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use zip::ZipArchive;

static PHOTOGRAPH: &[u8] = include_bytes!("../fixtures/served/lantern.jpg");

const PAGE: &str = r#"<!DOCTYPE html><html lang=en><head><title>The weirs of Sarn</title>
<script type="application/ld+json">{"@type": "ImageObject", "contentUrl": "/stated-weir.jpg", "creditText": "Maud Ellery / Sarn Wire"}</script>
</head><body><article><h1>The weirs of Sarn</h1>
<p>There are five weirs on the Sarn below the town, and each of them was photographed in the spring by somebody else.</p>
<figure><img src="/wire-weir.jpg"><figcaption>The first weir, from the road.</figcaption></figure>
<p>The first was built for a mill that burned down in the year it was finished, and nobody has built another since.</p>
<figure><img src="/open-weir.jpg"><figcaption>The second weir, in May.</figcaption></figure>
<p>The second is the one that children cross. It is forbidden, and there is a sign, on which they sit and dry their socks.</p>
<figure><img src="/shown-weir.jpg"><figcaption>The third weir. Photo: Olwen Pryce</figcaption></figure>
<p>The third was raised by a foot in 1911, and the miller above it went to law over that foot for the rest of his life.</p>
<figure><img src="/camera-weir.jpg"><figcaption>The fourth weir, under water.</figcaption></figure>
<p>The fourth has not been seen since the floods. Its keeper is paid all the same, and walks out to where it was on Mondays.</p>
<figure><img src="/stated-weir.jpg"><figcaption>The fifth weir, and the last.</figcaption></figure>
<p>The fifth is new, and does not look it; the county had it painted with yoghurt, so that moss would come, and it came.</p>
</article></body></html>"#;

fn site() -> Server {
    Server::start(|asked: &Asked| match asked.path.as_str() {
        "/weirs" => Reply::ok(PAGE).with("Content-Type", "text/html; charset=utf-8"),
        "/wire-weir.jpg" => Reply::ok(with_segment(0xed, &iptc(&[(80, "Ines Okafor"), (110, "Sarn Pictures")]))),
        "/open-weir.jpg" => Reply::ok(with_segment(0xe1, &xmp())),
        "/shown-weir.jpg" => Reply::ok(with_segment(0xed, &iptc(&[(80, "Piet van Oorde")]))),
        "/camera-weir.jpg" => Reply::ok(with_segment(0xed, &iptc(&[(80, "Photographer: NONE"), (110, "Picasa")]))),
        "/stated-weir.jpg" => Reply::ok(PHOTOGRAPH),
        _ => Reply::status(404),
    })
}

/// The photograph with one more segment at its head.
fn with_segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&PHOTOGRAPH[..2], &[0xff, marker], &length, payload, &PHOTOGRAPH[2..]].concat()
}

/// Fields of record 2, as Photoshop wraps them.
fn iptc(fields: &[(u8, &str)]) -> Vec<u8> {
    let field = |(number, value): &(u8, &str)| [&[0x1c, 2, *number, 0, value.len() as u8], value.as_bytes()].concat();
    let fields: Vec<u8> = fields.iter().flat_map(field).collect();
    [b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0", &[fields.len() as u8][..], &fields].concat()
}

fn xmp() -> Vec<u8> {
    let packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
        <rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:cc='http://creativecommons.org/ns#'>\
        <dc:creator><rdf:Seq><rdf:li>Hanna Tolley</rdf:li></rdf:Seq></dc:creator>\
        <cc:license rdf:resource='https://creativecommons.org/licenses/by-sa/4.0/'/></rdf:Description></rdf:RDF></x:xmpmeta>";
    [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat()
}

fn page_of(book: &Path, name: &str) -> String {
    let mut archive = ZipArchive::new(File::open(book).unwrap()).unwrap();
    let mut page = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut page).unwrap();
    page
}

#[test]
fn a_maker_whom_only_the_file_or_the_data_name_is_credited_in_both_books_and_in_the_report() {
    let (desk, site) = (Desk::new(), site());
    let page = site.url("/weirs");
    let run = desk.bind(&[Path::new(page.as_str())], &["--allow-private", "--json", "-o", "a.epub", "-o", "a.pdf"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let report = run.json();
    let pictures = report["articles"][0]["pictures"].as_array().unwrap();
    let told = |picture: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or("none").to_owned();
        let rights = &picture["rights"];
        [text(&picture["credit"]), text(&rights["found"]), text(&rights["trust"]), text(&rights["licence"]["name"])]
    };
    let expected = [
        ["Ines Okafor / Sarn Pictures", "file", "stated", "none"],
        ["Hanna Tolley", "file", "stated", "CC BY-SA 4.0"],
        ["Olwen Pryce", "page", "named", "none"],
        ["none", "none", "none", "none"],
        ["Maud Ellery / Sarn Wire", "linked-data", "stated", "none"],
    ];
    assert_eq!(pictures.iter().map(told).collect::<Vec<_>>(), expected, "{report:#}");
    assert_eq!(pictures[0]["rights"]["makers"][1]["kind"], "house");

    let epub = desk.path("a.epub");
    let credits = page_of(&epub, "OEBPS/credits.xhtml");
    let licence = "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">CC BY-SA 4.0</a>";
    assert!(credits.contains(&format!("Hanna Tolley, {licence}")), "{credits}");
    assert!(credits.contains("(stated in the picture’s file)") && credits.contains("(stated in the page’s data)"));
    let words = EpubText::open(&epub).squeezed();
    let names = ["Ines Okafor / Sarn Pictures", "Hanna Tolley, CC BY-SA 4.0", "Olwen Pryce", "Maud Ellery / Sarn Wire"];
    for name in names {
        assert_eq!(words.matches(&squeezed(name)).count(), 2, "{name} in the caption and on the page of credits");
    }
    assert!(!words.contains("Oorde"), "what the page shows goes first");
    check_epub(&epub);

    if let Some(words) = pdf_text(&desk.path("a.pdf")).map(|words| squeezed(&words)) {
        for name in names {
            assert!(words.matches(&squeezed(name)).count() >= 2, "no {name} in the PDF");
        }
    }
    let pdf = lopdf::Document::load(desk.path("a.pdf")).unwrap();
    let leads_to_licence = |object: &lopdf::Object| {
        let action = object.as_dict().and_then(|annotation| annotation.get(b"A")).and_then(lopdf::Object::as_dict);
        let target = action.and_then(|action| action.get(b"URI")).and_then(lopdf::Object::as_str);
        target.is_ok_and(|target| target == b"https://creativecommons.org/licenses/by-sa/4.0/")
    };
    assert_eq!(pdf.objects.values().filter(|object| leads_to_licence(object)).count(), 2);
    check_pdf(&desk.path("a.pdf"));
}

#[test]
fn the_report_counts_the_pictures_that_name_no_maker() {
    let (desk, site) = (Desk::new(), site());
    let page = site.url("/weirs");
    let run = desk.bind(&[Path::new(page.as_str())], &["--allow-private", "-o", "a.epub"]);
    assert!(run.stdout.contains("1 of 5 pictures names no maker"), "{}", run.stdout);
}

#[test]
fn a_picture_whose_file_names_its_maker_is_a_credited_one() {
    let (desk, site) = (Desk::new(), site());
    let page = site.url("/weirs");
    let arguments = ["--allow-private", "--json", "--images", "credited", "-o", "a.epub"];
    let run = desk.bind(&[Path::new(page.as_str())], &arguments);
    let report = run.json();
    let pictures = report["articles"][0]["pictures"].as_array().unwrap();
    let paths: Vec<_> =
        pictures.iter().map(|picture| picture["address"].as_str().unwrap().rsplit('/').next()).collect();
    let expected = ["wire-weir.jpg", "open-weir.jpg", "shown-weir.jpg", "stated-weir.jpg"];
    assert_eq!(paths, expected.map(Some));
}

#[test]
fn the_line_that_an_archive_asks_for_is_taken_apart_and_its_addresses_are_not_printed() {
    let desk = Desk::new();
    let line = "Ines Okafor, CC BY-SA 4.0 &lt;https://creativecommons.org/licenses/by-sa/4.0>, via Wikimedia Commons";
    let quay = "By Piet van Oorde - Own work, CC BY 3.0, https://commons.wikimedia.org/w/index.php?curid=1";
    let page = PAGE.replace("src=\"/", "src=\"https://weirs.example/");
    let page = page.replace("The first weir, from the road.", &format!("The first weir. {line}"));
    let page = desk.put("page.html", page.replace("The second weir, in May.", quay));
    let images = &desk.clean(&page)["images"];
    assert_eq!(images[0]["caption"], "The first weir.");
    assert_eq!(images[0]["credit"], "Ines Okafor, CC BY-SA 4.0, via Wikimedia Commons");
    assert_eq!(images[0]["rights"]["licence"]["address"], "https://creativecommons.org/licenses/by-sa/4.0");
    assert_eq!(images[1]["caption"], "");
    assert_eq!(images[1]["credit"], "Piet van Oorde - Own work, CC BY 3.0");
    assert_eq!(images[1]["rights"]["makers"].as_array().unwrap().len(), 1);
    assert_eq!(images[1]["rights"]["source"], "https://commons.wikimedia.org/w/index.php?curid=1");
}
