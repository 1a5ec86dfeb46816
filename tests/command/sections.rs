//! Articles under the names of their sections.

use crate::support::Desk;
use scraper::{Html, Selector};
use std::fs::File;
use std::io::Read;
use zip::ZipArchive;

/// The headings of the sections in the contents of a book, each with the headlines under it.
fn contents(book: &std::path::Path) -> Vec<(String, Vec<String>)> {
    let mut page = String::new();
    let mut archive = ZipArchive::new(File::open(book).unwrap()).unwrap();
    let name = archive.file_names().find(|name| name.ends_with("contents.xhtml")).unwrap().to_owned();
    archive.by_name(&name).unwrap().read_to_string(&mut page).unwrap();
    let page = Html::parse_document(&page);
    let [section, heading, entry] = ["nav section", "h2", "p.entry"].map(|selector| Selector::parse(selector).unwrap());
    let text = |element: scraper::ElementRef| element.text().collect::<String>();
    let sections = page.select(&section).map(|section| {
        let name = section.select(&heading).map(text).collect();
        (name, section.select(&entry).map(text).collect())
    });
    sections.collect()
}

#[test]
fn articles_of_two_sections_stand_under_their_names_in_the_contents() {
    let desk = Desk::new();
    let pages = [("a.md", "Locks", "The canal"), ("b.md", "Barges", "The canal"), ("c.md", "Eels", "Kitchen")];
    let paths = pages.map(|(file, headline, section)| {
        let text = format!("This is said of {headline}, and of nothing else in the town of Osk.");
        desk.put(file, format!("---\ntitle: {headline}\nsection: {section}\n---\n\n{text}\n"))
    });
    let run = desk.bind(&paths.each_ref().map(|path| path.as_path()), &["--offline", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let expected = [("The canal", vec!["Locks", "Barges"]), ("Kitchen", vec!["Eels"])];
    let expected = expected.map(|(name, entries)| (name.to_owned(), entries.into_iter().map(str::to_owned).collect()));
    assert_eq!(contents(&desk.path("a.epub")), expected);
}
