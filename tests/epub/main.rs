//! The EPUB as a reading system and a person find it, from an issue built by hand.

mod invented;

#[path = "../support/checkers.rs"]
#[allow(dead_code, reason = "there is no PDF here")]
mod checkers;

use bindery::article::Language;
use bindery::issue::{Issue, Wording};
use invented::{full_issue, make_hostile};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

#[test]
fn epubcheck_finds_no_error_and_no_warning() {
    let issue = full_issue();
    let mut right_to_left = issue.clone();
    right_to_left.language = Language::parse("ar").unwrap();
    right_to_left.wording = Wording::in_language(&right_to_left.language);
    let mut bare = issue.clone();
    (bare.articles, bare.credits, bare.cover, bare.title) = (Vec::new(), Vec::new(), None, "\u{1}".to_owned());
    let mut hostile = issue.clone();
    make_hostile(&mut hostile);
    for (name, issue) in [("full", issue), ("right-to-left", right_to_left), ("bare", bare), ("hostile", hostile)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{name}.epub"));
        std::fs::write(&path, bound(&issue)).unwrap();
        checkers::check_epub(&path);
    }
}

#[test]
fn the_same_issue_gives_the_same_bytes() {
    assert!(bound(&full_issue()) == bound(&full_issue()), "two books of one issue differ");
}

/// Two books bound in the same second would agree even if each carried the time of its making.
#[test]
fn no_file_in_the_book_carries_the_time_of_its_making() {
    let mut archive = zip::ZipArchive::new(Cursor::new(bound(&full_issue()))).unwrap();
    for at in 0..archive.len() {
        let file = archive.by_index(at).unwrap();
        let made = file.last_modified().map(|time| (time.year(), time.month(), time.day()));
        assert!(matches!(made, None | Some((1980, 1, 1))), "{} is dated {made:?}", file.name());
    }
    let package = &files(&full_issue())["OEBPS/content.opf"];
    assert!(package.contains("<meta property=\"dcterms:modified\">2026-11-23T00:00:00Z</meta>"), "{package}");
}

#[test]
fn every_caption_and_every_credit_is_there() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/01-the-bridge-that-learned-to-sing.xhtml"];
    for words in [
        "The bridge, seen from the <em>old</em> ferry.",
        "Line drawing of the deck.",
        "Inside a quotation.",
        "In a note.",
    ] {
        assert!(page.contains(words), "no caption {words:?} in {page}");
    }
    for credit in ["Ines Halloran for The Tollbridge Courier", "Municipal Archive", "P. Quill"] {
        assert!(page.contains(&format!("<p class=\"credit\">{credit}</p>")), "no credit {credit:?}");
        assert!(files["OEBPS/credits.xhtml"].contains(credit), "{credit:?} is not on the page of credits");
    }
}

#[test]
fn each_credit_leads_to_its_own_figure() {
    let credits = &files(&full_issue())["OEBPS/credits.xhtml"];
    let article = "articles/01-the-bridge-that-learned-to-sing.xhtml";
    for (figure, caption) in [(1, "The bridge, seen from the old ferry."), (3, "Line drawing of the deck.")] {
        let line = format!("href=\"{article}#figure-{figure}\"><bdi>{caption}</bdi></a>");
        assert!(credits.contains(&line), "no {line} in {credits}");
    }
}

#[test]
fn a_picture_that_could_not_be_had_leaves_its_words_and_no_broken_image() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/01-the-bridge-that-learned-to-sing.xhtml"];
    let at = page.find("<figure class=\"picture missing\"").expect("the missing picture is not framed");
    let figure = &page[at..at + page[at..].find("</figure>").unwrap()];
    assert!(figure.contains("This picture could not be included."), "{figure}");
    assert!(figure.contains("The keeper at her post.") && figure.contains("P. Quill"), "{figure}");
    assert!(!figure.contains("<img"), "{figure}");
}

#[test]
fn each_distinct_picture_is_in_the_book_once() {
    let issue = full_issue();
    let files = files(&issue);
    let pictures: Vec<_> = files.keys().filter(|name| name.starts_with("OEBPS/pictures/")).collect();
    // The cover, the photograph (shown three times from two addresses) and the drawing.
    assert_eq!(pictures.len(), 3, "{pictures:?}");
    for name in files.keys().filter(|name| name.ends_with(".xhtml")) {
        let folder = Path::new(name).parent().unwrap();
        for source in attributes(&files[name], "src") {
            let target = folder.join(source).to_string_lossy().replace("articles/../", "");
            assert!(files.contains_key(&target), "{name} shows {source}, which is not in the book");
        }
    }
}

#[test]
fn a_note_leads_to_its_mark_and_a_mark_to_its_note() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/01-the-bridge-that-learned-to-sing.xhtml"];
    let anchors = attributes(page, "id");
    for target in attributes(page, "href").into_iter().filter_map(|target| target.strip_prefix('#')) {
        assert!(anchors.contains(&target), "#{target} leads nowhere");
    }
    assert!(page.contains("epub:type=\"noteref\"") && page.contains("epub:type=\"footnote\""), "{page}");
    assert!(page.contains("href=\"#reference-1\"") && page.contains("id=\"reference-1-2\""), "{page}");
}

#[test]
fn hostile_words_stay_words() {
    let mut issue = full_issue();
    make_hostile(&mut issue);
    let files = files(&issue);
    for (name, text) in files.iter().filter(|(name, _)| !name.starts_with("OEBPS/pictures/")) {
        assert!(!text.contains("<script"), "markup got through in {name}");
        assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "a control character is in {name}");
        let mut tags = text.split('<').filter_map(|rest| rest.split('>').next());
        assert!(!tags.any(|tag| tag.contains("\"onerror=")), "an attribute got through in {name}");
    }
    assert!(files["OEBPS/content.opf"].contains("&lt;/dc:title&gt;"), "{}", files["OEBPS/content.opf"]);
}

#[test]
fn an_article_in_another_language_says_so_and_the_words_around_it_do_too() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/02-ljsr-lqdym.xhtml"];
    assert!(page.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("<p class=\"byline\"><span lang=\"en\" xml:lang=\"en\" dir=\"ltr\">By "), "{page}");
    let contents = &files["OEBPS/contents.xhtml"];
    assert!(contents.contains("<bdi lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"), "{contents}");
}

#[test]
fn nothing_is_fetched_from_outside() {
    for (name, text) in files(&full_issue()) {
        for address in attributes(&text, "src") {
            assert!(!address.contains(':'), "{name} would fetch {address}");
        }
        if name.ends_with(".css") {
            assert!(!text.contains("url(") && !text.contains("@import"), "the style sheet fetches something");
        }
    }
}

#[test]
fn an_issue_without_a_title_is_called_a_digest() {
    let mut issue = full_issue();
    issue.title = " ".to_owned();
    let files = files(&issue);
    assert!(files["OEBPS/content.opf"].contains("<dc:title>Digest</dc:title>"), "{}", files["OEBPS/content.opf"]);
    assert!(files["OEBPS/title.xhtml"].contains("<h1>Digest</h1>"), "{}", files["OEBPS/title.xhtml"]);
}

#[test]
fn a_full_disk_is_told_as_such() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = bindery::epub::write(&full_issue(), &mut Full).unwrap_err();
    let bindery::epub::EpubError::Output(cause) = error else { panic!("{error}") };
    assert_eq!(cause.kind(), std::io::ErrorKind::StorageFull);
}

/// Puts the book that other tests look at on disk, for a person to look at too: `BINDERY_KEEP=some.epub`.
#[test]
fn the_book_can_be_kept() {
    let book = bound(&full_issue());
    assert!(book.starts_with(b"PK\x03\x04"));
    assert_eq!(&book[30..58], b"mimetypeapplication/epub+zip", "the media type has to come first, as it is");
    if let Some(path) = std::env::var_os("BINDERY_KEEP") {
        std::fs::write(path, book).unwrap();
    }
}

// What the tests ask of a book.

fn bound(issue: &Issue) -> Vec<u8> {
    let mut book = Vec::new();
    bindery::epub::write(issue, &mut book).unwrap();
    book
}

/// The files of the book by name; those that are not text stand as they can.
fn files(issue: &Issue) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bound(issue))).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let doubled = files.insert(file.name().to_owned(), String::from_utf8_lossy(&bytes).into_owned());
        assert!(doubled.is_none(), "{} is in the book twice", file.name());
    }
    files
}

fn attributes<'a>(markup: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    markup.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
