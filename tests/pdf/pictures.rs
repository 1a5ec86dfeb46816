//! Pictures: in the file once and untouched, and told of where they could not be had.

use crate::inside::images;
use crate::made::*;
use crate::read::poppler;
use bindery::pdf::Paper;
use bindery::pictures::{Format, Missing, Rendition};

#[test]
fn a_picture_shown_twice_is_in_the_file_once_and_untouched() {
    let mut issue = issue(vec![article("One", 4), article("Two", 4)]);
    let jpeg = picture(Format::Jpeg, 1200, 700);
    for (place, name) in ["one", "two"].into_iter().enumerate() {
        // The same bytes under two addresses, as sites serve them.
        insert(&mut issue.pictures, source(name), Rendition::clone(&jpeg));
        issue.articles[place].body.insert(0, figure(source(name), "A quay.", "Marit Solheim"));
    }
    let (pdf, _) = bound(&issue, Paper::A4);
    let images = images(&pdf);
    assert_eq!(images.len(), 1);
    assert!(images[0].content == jpeg.bytes, "the JPEG was changed on its way");
}

#[test]
fn a_png_goes_in_by_its_compressed_rows_and_shows_its_colours() {
    let mut issue = issue(vec![article("Line art", 4)]);
    insert(&mut issue.pictures, source("drawing"), Rendition::clone(&picture(Format::Png, 300, 200)));
    issue.articles[0].body.insert(0, figure(source("drawing"), "A drawing.", "Ada Lindqvist"));
    let (pdf, _) = bound(&issue, Paper::A4);
    let images = images(&pdf);
    assert_eq!(images.len(), 1);
    let pixels = images[0].decompressed_content().expect("the rows can be read");
    assert_eq!(pixels.len(), 300 * 200 * 3);
    assert_eq!(&pixels[..3], &pixel(0, 0), "the first pixel");
    assert_eq!(&pixels[pixels.len() - 3..], &pixel(299, 199), "the last pixel");
}

#[test]
fn a_figure_that_could_not_be_had_leaves_its_words() {
    let (mut issue, source) = (issue(vec![article("Without picture", 2)]), source("gone"));
    issue.pictures.insert(source.clone(), Err(Missing { why: "404 Not Found".into() }));
    issue.articles[0].body.insert(1, figure(source, "The empty quay.", "Marit Solheim"));
    let (pdf, _) = bound(&issue, Paper::A4);
    assert_eq!(images(&pdf).len(), 0);
    let Some(text) = poppler("pdftotext", &[], &pdf, &["-"]) else { return };
    for wanted in ["The empty quay.", "Marit Solheim", issue.wording.picture_missing.as_str()] {
        assert!(text.contains(wanted), "\"{wanted}\" is not on the page:\n{text}");
    }
}

#[test]
fn a_picture_that_no_pdf_can_hold_is_framed_like_a_missing_one_and_reported() {
    let mut issue = issue(vec![article("Broken", 2)]);
    let broken = Rendition { bytes: b"GIF89a".to_vec(), ..Rendition::clone(&picture(Format::Png, 1600, 900)) };
    insert(&mut issue.pictures, source("broken"), broken);
    issue.articles[0].body.insert(0, figure(source("broken"), "The quay.", "Marit Solheim"));
    let (pdf, printed) = bound(&issue, Paper::A4);
    assert_eq!(images(&pdf).len(), 0);
    assert_eq!(printed.warnings.len(), 1);
    assert!(printed.warnings[0].contains("https://tollbridge.example/broken"), "{:?}", printed.warnings);
    let Some(text) = poppler("pdftotext", &[], &pdf, &["-"]) else { return };
    assert!(text.contains("The quay.") && text.contains(&issue.wording.picture_missing), "{text}");
}
