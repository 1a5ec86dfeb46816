//! Bindery beside dom_smoothie, over the same pages, in one process and one thread, by turns.
//!
//!     cargo run --release --manifest-path benches/compare/Cargo.toml FOLDER
//!
//! prints the milliseconds of processor time that each takes for a page. Reading and decoding the pages is not
//! measured; each page is taken three times by each, and the shortest time counts.

use bindery::clean::clean;
use bindery::fetch::{FetchRules, Fetcher};
use bindery::source::{self, Input, Page};
use cpu_time::ThreadTime;
use dom_smoothie::Readability;
use std::hint::black_box;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: compare FOLDER, a folder of saved pages");
        return ExitCode::from(2);
    };
    let fetcher = Fetcher::new(FetchRules { offline: true, ..FetchRules::default() });
    let saved = source::expand(&[Input::named(&folder)]).pages;
    let pages: Vec<Page> = source::read_all(&saved, &fetcher).into_iter().flatten().collect();
    if pages.is_empty() {
        eprintln!("there is no page in {folder}");
        return ExitCode::from(3);
    }
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for page in &pages {
        let (mut our_best, mut their_best) = (f64::MAX, f64::MAX);
        for _ in 0..TURNS {
            our_best = our_best.min(milliseconds(|| drop(black_box(clean(page)))));
            their_best = their_best.min(milliseconds(|| drop(black_box(by_dom_smoothie(page)))));
        }
        ours.push(our_best);
        theirs.push(their_best);
    }
    println!("{} pages, CPU ms a page        mean   median", pages.len());
    let (our_mean, our_median) = show("bindery", ours);
    let (their_mean, their_median) = show("dom_smoothie", theirs);
    println!("{:<24}{:>12.2}{:>9.2}", "bindery / dom_smoothie", our_mean / their_mean, our_median / their_median);
    ExitCode::SUCCESS
}

const TURNS: usize = 3;

fn milliseconds(work: impl FnOnce()) -> f64 {
    let start = ThreadTime::now();
    work();
    start.elapsed().as_secs_f64() * 1_000.0
}

fn by_dom_smoothie(page: &Page) -> Option<dom_smoothie::Article> {
    let address = page.url.as_ref().map(ToString::to_string);
    Readability::new(page.html.as_str(), address.as_deref(), None).ok()?.parse().ok()
}

fn show(name: &str, mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    let median = times[times.len() / 2];
    println!("{name:<24}{mean:>12.2}{median:>9.2}");
    (mean, median)
}
