//! The words of the languages: whether their files are as they should be, and what each of them lacks.

#![allow(dead_code, reason = "the build has more use of its own parts than this")]

#[path = "../src/article/folding.rs"]
mod folding;
#[path = "../build/keys.rs"]
mod keys;
#[path = "../build/read.rs"]
mod read;

use bindery::article::Block;
use bindery::clean::clean;
use bindery::source::{Declared, Origin, Page};
use keys::{Home, KEYS};
use read::{File, Lists};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn files() -> Vec<File> {
    read::files(&place("src/lexicon")).unwrap()
}

fn lists() -> Lists {
    read::lists(&files()).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn every_list_has_words_somewhere() {
    for (key, list) in lists() {
        assert!(!list.words.is_empty(), "no file has words for {key}");
    }
}

#[test]
fn a_fault_is_told_with_its_file_and_line() {
    for (text, fault) in [
        (
            "[byline]\nlabels = [\"egilea:\"]\nlables = [\"idazlea:\"]",
            "xx.toml:3: nothing is called `byline.lables` here; known are",
        ),
        ("[byline]\nlabels = []", "xx.toml:2: `byline.labels` is empty"),
        ("[byline]\nlabels = \"egilea:\"", "xx.toml:2: `byline.labels` is to be a list"),
        ("[byline]\nlabels = [\n    \"egilea:\",\n    7,\n]", "xx.toml:4: a word stands in quotes"),
        ("[byline]\nlabels = [\"Egilea:\"]", "xx.toml:2: \"Egilea:\" is to be in small letters: \"egilea:\""),
        ("[byline]\nlabels = [\"egilea: \"]", "xx.toml:2: \"egilea: \" has a space too many"),
        ("[byline]\nlabels = [\"egilea:\", \"egilea:\"]", "xx.toml:2: \"egilea:\" stands in `byline.labels` twice"),
        (
            "[cross_links]\ncalls = [\"don't go\", \"don t go\"]",
            "xx.toml:2: \"don t go\" stands in `cross_links.calls` twice",
        ),
        ("[dates]\nmonths = [[\"urtarrila\"]]", "xx.toml:2: a row is to have the twelve months"),
        ("[body]\nroles = [\"banner\"]", "xx.toml:2: nothing is called `body.roles` here"),
        ("[byline\n", "xx.toml:1: "),
    ] {
        let file = File { name: "xx.toml".to_owned(), text: text.to_owned() };
        let Err(found) = read::lists(&[file]) else { panic!("{text} is taken") };
        assert!(found.to_string().starts_with(&format!("src/lexicon/{fault}")), "{found}");
    }
    let file = File { name: "basque.toml".to_owned(), text: String::new() };
    assert!(read::lists(&[file]).is_err_and(|fault| fault.file == "basque.toml"));
}

#[test]
fn a_month_that_is_another_one_elsewhere_is_refused() {
    let mut files = files();
    let months = "siječnja,veljače,ožujka,travnja,svibnja,lipnja,srpnja,kolovoza,rujna,listopada,studenoga,prosinca";
    let row: Vec<String> = months.split(',').map(|month| format!("\"{month}\"")).collect();
    let text = format!("[dates]\nmonths = [[{}]]", row.join(", "));
    files.push(File { name: "zz.toml".to_owned(), text });
    let Err(fault) = read::lists(&files) else { panic!("listopada is October and November") };
    assert_eq!(fault.what, "\"listopada\" stands for something else in the words of `pl`");
}

/// What `docs/LANGUAGES.md` shows, so that whoever speaks a language sees where it has gaps.
#[test]
fn the_gaps_of_the_languages_are_told() {
    let lists = lists();
    let languages: BTreeSet<String> = files()
        .iter()
        .filter_map(|file| file.name.strip_suffix(".toml").map(str::to_owned))
        .filter(|name| !matches!(name.as_str(), "structure" | "organisations" | "und"))
        .collect();
    let keys: Vec<_> = KEYS.iter().filter(|key| key.homes == [Home::Languages]).collect();
    let mut told = String::from(
        "# The languages and their gaps\n\nWhich lists of words a language has, and which it lacks: see [how to add them](ADDING-A-LANGUAGE.md). Not every\nlanguage needs every list. `UPDATE=1 cargo test --test lexicon` writes this page.\n\n| language | lists | lacks |\n| --- | --- | --- |\n",
    );
    for language in languages {
        let mut lacks: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut has = 0;
        for key in &keys {
            if lists[key.name].words.iter().any(|word| word.language == language) {
                has += 1;
            } else {
                let (section, name) = key.name.split_once('.').unwrap();
                lacks.entry(section).or_default().push(name);
            }
        }
        let lacks = lacks.iter().map(|(section, names)| format!("**{section}** {}", names.join(", ")));
        let lacks = lacks.collect::<Vec<_>>().join("; ");
        told += &format!("| {language} | {has} of {} | {lacks} |\n", keys.len());
    }
    let page = place("docs/LANGUAGES.md");
    if env::var_os("UPDATE").is_some() {
        fs::write(&page, &told).unwrap();
    }
    assert_eq!(fs::read_to_string(&page).unwrap_or_default(), told, "UPDATE=1 cargo test --test lexicon writes it");
}

#[test]
fn a_language_of_one_file_gives_byline_date_and_credit() {
    let text = "<p>Uhatea itxita egon zen negu osoan, eta Osk hirian inori ez zitzaion asko axola izan, itsasontziak \
                portuan lotuta baitzeuden.</p><p>Martxoan ibaia izoztu egin zen, eta garia mendietatik ekarri zuten, \
                gurdiz eta astoz, bi asteko bidean.</p><p>Apirilean urtu zen izotza, eta lehen itsasontzia irten zen \
                itsasorantz; zubian jendea zegoen begira, eta kanpaiak jotzen ari ziren.</p>";
    let html = format!(
        "<html lang=eu><title>Uhatea</title><body><main><h1>Uhatea</h1><p>Egilea: Ainhoa Roe eta Beñat Moe</p>\
         <p>Argitaratua: 2020ko uztailaren 9a</p><figure><img src=https://example.org/uhatea-goizean.jpg width=900 height=600>\
         <figcaption>Uhatea goizean. Argazkia: Miren Solheim</figcaption></figure>{text}</main></body></html>"
    );
    let page = Page { origin: Origin::StandardInput, html, url: None, saved: None, declared: Declared::default() };
    let article = clean(&page).unwrap();
    assert_eq!(article.byline.authors, ["Ainhoa Roe", "Beñat Moe"]);
    assert_eq!(article.published.map(|moment| moment.date()), Some(jiff::civil::date(2020, 7, 9)));
    let credits: Vec<&str> = article
        .body
        .iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => figure.credit.as_ref().map(|credit| credit.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(credits, ["Miren Solheim"]);
}
