//! Reads the words out of the books that the program wrote.

use super::checkers::absent;
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;
use zip::ZipArchive;

/// The files of an EPUB.
pub(crate) struct EpubText {
    /// The words of each page, by its name in the archive.
    pub pages: BTreeMap<String, String>,
    /// The names and sizes of the pictures.
    pub pictures: BTreeMap<String, usize>,
    /// Where the links of all pages lead, in the order of the pages.
    pub links: Vec<String>,
}

impl EpubText {
    pub(crate) fn open(path: &Path) -> Self {
        let mut archive = ZipArchive::new(File::open(path).unwrap()).unwrap();
        let (mut pages, mut pictures, mut links) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let name = file.name().to_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            if name.ends_with(".xhtml") {
                let page = Html::parse_document(&String::from_utf8(bytes).unwrap());
                links.extend(targets(&page));
                pages.insert(name, words(&page));
            } else if [".jpg", ".jpeg", ".png"].iter().any(|ending| name.ends_with(ending)) {
                pictures.insert(name, bytes.len());
            }
        }
        Self { pages, pictures, links }
    }

    /// The words of all pages, squeezed.
    pub(crate) fn squeezed(&self) -> String {
        self.pages.values().map(|page| squeezed(page)).collect()
    }
}

fn targets(page: &Html) -> Vec<String> {
    let link = Selector::parse("a[href]").unwrap();
    page.select(&link).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

fn words(page: &Html) -> String {
    let body = Selector::parse("body").unwrap();
    page.select(&body).flat_map(|body| body.text()).collect::<Vec<_>>().join(" ")
}

/// The words of a PDF as a program finds them; `None` where poppler is not installed.
pub(crate) fn pdf_text(path: &Path) -> Option<String> {
    let Ok(output) = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(path).arg("-").output() else {
        absent("pdftotext", "Debian's poppler-utils");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The text without white space and hyphens, so that a broken line or a divided word is no difference.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2060}')).collect()
}
