//! The language of an issue: of its title, its contents and its fixed words.

use crate::support::{Desk, EpubText, run};
use std::path::PathBuf;

/// Pages that say what language they are in.
const PAGES: [(&str, &str); 5] = [
    ("ar", "فتح حارس القناة البوابة في الصباح، ودخل الماء ببطء كما كان يفعل منذ أن حفرت القناة قبل مئة عام. "),
    ("de", "Der Wärter öffnete am Morgen das Tor, und das Wasser lief langsam ein wie vor hundert Jahren. "),
    ("en", "The keeper opened the gate in the morning, and the water ran in as slowly as a hundred years ago. "),
    ("fr", "Le gardien ouvrit la porte au matin, et l’eau entra aussi lentement qu’il y a cent ans. "),
    ("ja", "番人は朝に門を開け、水は百年前と同じようにゆっくりと流れ込んだ。運河が掘られたときからずっとそうである。"),
];

fn pages(desk: &Desk) -> Vec<PathBuf> {
    let page = |(language, sentence): (&str, &str)| {
        let paragraph = format!("<p>{}</p>", sentence.repeat(3));
        let body = format!("<article><h1>{language}: {}</h1>{}</article>", &sentence, paragraph.repeat(3));
        desk.put(
            &format!("{language}.html"),
            format!("<!DOCTYPE html><html lang={language}><meta charset=utf-8>{body}"),
        )
    };
    PAGES.map(page).to_vec()
}

/// The title of an issue of all pages, bound by somebody whose system is set to `locale`.
fn title(locale: &str, arguments: &[&str]) -> String {
    let desk = Desk::new();
    let mut bind = desk.bindery();
    bind.arg("bind").args(pages(&desk)).args(["--offline", "--json", "--date", "2026-11-23"]).args(arguments);
    let run = run(bind.env("LC_ALL", locale));
    // 1 where the machine has no fonts for the headlines on the cover.
    assert!(run.status < 2, "{}\n{}", run.stdout, run.stderr);
    run.json()["title"].as_str().unwrap().to_owned()
}

/// Elsewhere than here the locale is not asked of the environment.
#[cfg(all(unix, not(target_vendor = "apple")))]
#[test]
fn an_issue_of_five_languages_is_in_that_of_its_reader_or_in_english() {
    assert_eq!(title("C", &[]), "Digest, 23 November 2026");
    assert_eq!(title("POSIX", &[]), "Digest, 23 November 2026");
    assert_eq!(title("de_DE.UTF-8", &[]), "Lesemappe, 23. November 2026");
    assert_eq!(title("cy_GB.UTF-8", &[]), "Digest, 23 November 2026");
}

#[test]
fn the_language_that_most_articles_are_in_needs_no_reader() {
    let desk = Desk::new();
    let french = pages(&desk).remove(3);
    let run = run(desk.bindery().arg("bind").arg(french).args(["--offline", "--json"]).env("LC_ALL", "de_DE.UTF-8"));
    assert!(run.json()["title"].as_str().unwrap().starts_with("Recueil"), "{}", run.stdout);
}

#[test]
fn an_issue_is_in_the_language_that_was_asked_for() {
    assert_eq!(title("de_DE.UTF-8", &["--lang", "fr"]), "Recueil, 23 novembre 2026");
    assert_eq!(title("de_DE.UTF-8", &["--lang", "en_US"]), "Digest, November 23, 2026");
    let desk = Desk::new();
    let german = pages(&desk).remove(1);
    let run = desk.bind(&[&german], &["--offline", "--lang", "nl", "-o", "a.epub"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    let contents = &EpubText::open(&desk.path("a.epub")).pages["OEBPS/contents.xhtml"];
    assert!(contents.contains("Inhoud") && !contents.contains("Inhalt"), "{contents}");
}
