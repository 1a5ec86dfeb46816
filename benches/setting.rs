//! How evenly the articles of a folder are set, for each of them and for all together.
//!
//!     BINDERY_PAGES=a/folder cargo bench --bench setting
//!
//! Without a folder the pages are those of `examples/articles`. Pictures are left out: only the lines are looked at.
//! What is counted is told at [`bindery::pdf::LineStats`]; TeX calls a line loose whose spaces are half again as wide as
//! they are drawn.

use bindery::clean::clean;
use bindery::fetch::{FetchRules, Fetcher};
use bindery::fonts::Fonts;
use bindery::issue::Issue;
use bindery::pdf::{LineStats, PdfSettings};
use bindery::pictures::Pictures;
use bindery::source::{self, Input};
use std::io;
use std::time::Instant;

fn main() {
    let folder = std::env::var("BINDERY_PAGES");
    let folder = folder.unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles").to_owned());
    let fetcher = Fetcher::new(FetchRules { offline: true, ..FetchRules::default() });
    let saved = source::expand(&[Input::named(&folder)]).pages;
    let pages = source::read_all(&saved, &fetcher).into_iter().flatten();
    let articles: Vec<_> = pages.filter_map(|page| clean(&page).ok()).collect();
    println!("{:>7} {:>7} {:>8} {:>10} {:>8} {:>6}", "filled", "loose", "overfull", "hyphenated", "ladders", "pages");
    let mut whole = LineStats::default();
    let started = Instant::now();
    for article in articles {
        let headline = article.headline.clone();
        let issue = Issue::assemble(None, jiff::civil::date(2026, 11, 23), vec![article], Pictures::default());
        match bindery::pdf::write(&issue, &PdfSettings::default(), &Fonts::default(), &mut io::sink()) {
            Ok(printed) => {
                whole += printed.lines;
                println!("{} {:>6}  {headline}", row(printed.lines), printed.pages);
            }
            Err(error) => println!("{headline}: {error}"),
        }
    }
    println!("{}         all, in {:.1} s", row(whole), started.elapsed().as_secs_f32());
}

fn row(line_stats: LineStats) -> String {
    let share = |part: usize| 100.0 * part as f32 / line_stats.filled.max(1) as f32;
    let LineStats { filled, overfull, ladders, .. } = line_stats;
    format!(
        "{filled:>7} {:>6.1}% {overfull:>8} {:>9.1}% {ladders:>8}",
        share(line_stats.loose),
        share(line_stats.hyphenated)
    )
}
