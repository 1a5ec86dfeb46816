//! Shows what each rule of the cleaning is worth: which pages change where it is not asked.
//!
//! ```sh
//! cargo bench --bench rules --features _switches -- a/folder/of/pages [RULE...]
//! ```
//!
//! For each rule, or each that is named: how many articles change without it, how many words they gain and lose, and how many
//! pictures come or go. Where a file of the same name with the ending `.json` lies beside a page and has a text under
//! `text` or `articleBody`, the last column is how much the F1 of the words falls without the rule, in thousandths on
//! average over these pages: what is below zero does harm there.

mod pages;

use bindery::article::plain_text;
use bindery::clean::rules::{RULES, Rule, switches};
use bindery::clean::{NoArticle, clean};
use bindery::fetch::{FetchRules, Fetcher};
use bindery::source::{self, Input, Page};
use pages::{SavedPage, all_pages};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some((folder, names)) = arguments.split_first() else {
        eprintln!("usage: cargo bench --bench rules --features _switches -- FOLDER-OF-PAGES [RULE...]");
        return ExitCode::from(2);
    };
    let mut rules = Vec::new();
    for name in names {
        let Some(rule) = Rule::named(name) else {
            let known = RULES.map(|info| info.name).join(", ");
            eprintln!("no rule is called {name}; there are {known}");
            return ExitCode::from(2);
        };
        rules.push(rule);
    }
    if rules.is_empty() {
        rules = RULES.iter().map(|info| info.rule).filter(|rule| *rule != Rule::NonText).collect();
    }
    let pages = pages(Path::new(folder));
    let whole: Vec<Found> = pages.iter().map(|(page, _)| found(page)).collect();
    println!("{} pages, {} with a text to be found", pages.len(), pages.iter().filter(|page| page.1.is_some()).count());
    println!("{:<20}{:>7}{:>9}{:>9}{:>10}{:>8}", "without", "pages", "words +", "words −", "pictures ±", "worth");
    for rule in rules {
        switches::leave_out(&[rule]);
        let (mut changed, mut gained, mut lost, mut pictures, mut worth, mut told) = (0, 0, 0, 0, 0.0, 0);
        for ((page, gold), before) in pages.iter().zip(&whole) {
            let without = found(page);
            if without != *before {
                let both = common(&without.text, &before.text);
                changed += 1;
                gained += words(&without.text).count() - both;
                lost += words(&before.text).count() - both;
                pictures += without.pictures.symmetric_difference(&before.pictures).count();
            }
            if let Some(gold) = gold {
                told += 1;
                worth += f1(&before.text, gold) - f1(&without.text, gold);
            }
        }
        let worth = if told > 0 { format!("{:+.1}", worth / f64::from(told) * 1000.0) } else { "–".to_owned() };
        println!("{:<20}{changed:>7}{gained:>9}{lost:>9}{pictures:>10}{worth:>8}", rule.to_string());
    }
    ExitCode::SUCCESS
}

/// The pages of a folder with the text that is to be found in each, where that is told.
fn pages(folder: &Path) -> Vec<(Page, Option<String>)> {
    let fetcher = Fetcher::new(FetchRules { offline: true, ..FetchRules::default() });
    let scratch = tempfile::tempdir().expect("a folder for what is decompressed");
    let read = |saved: &SavedPage| {
        let page = source::read(&Input::File(saved.file.clone()), &fetcher);
        let mut page = page.map_err(|error| eprintln!("{} is passed over: {error}", saved.name)).ok()?;
        page.url = saved.url().and_then(|url| url.parse().ok()).or(page.url);
        Some((page, saved.told("text").or_else(|| saved.told("articleBody")).map(str::to_owned)))
    };
    all_pages(folder, scratch.path()).iter().filter_map(read).collect()
}

/// What is found in a page.
#[derive(Default, PartialEq)]
struct Found {
    text: String,
    /// By the addresses that they were published at.
    pictures: BTreeSet<String>,
}

fn found(page: &Page) -> Found {
    let article = match clean(page) {
        Ok(article) => article,
        Err(NoArticle::Unlikely { article, .. }) => *article,
        Err(_) => return Found::default(),
    };
    let pictures = article.figures().into_iter().map(|figure| figure.picture.published().to_string());
    Found { text: plain_text(&article.body), pictures: pictures.collect() }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// How many words two texts have in common, each as often as it stands in both.
fn common(one: &str, other: &str) -> usize {
    let mut left: HashMap<&str, usize> = HashMap::new();
    words(other).for_each(|word| *left.entry(word).or_default() += 1);
    let mut shared = 0;
    for word in words(one) {
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    shared
}

fn f1(found: &str, gold: &str) -> f64 {
    let (found_words, gold_words) = (words(found).count(), words(gold).count());
    if found_words + gold_words == 0 {
        return 1.0;
    }
    2.0 * common(found, gold) as f64 / (found_words + gold_words) as f64
}
