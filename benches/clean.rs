//! How long it takes to find the articles in a folder of pages, and how much of that goes into parsing the markup.
//!
//!     BINDERY_PAGES=a/folder cargo bench
//!
//! Without a folder the pages are those of `examples/articles`. Reading them is not measured.

use bindery::clean::clean;
use bindery::fetch::{FetchRules, Fetcher};
use bindery::source::{self, Input, Page};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn pages() -> Vec<Page> {
    let folder = std::env::var("BINDERY_PAGES");
    let folder = folder.unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles").to_owned());
    let fetcher = Fetcher::new(FetchRules { offline: true, ..FetchRules::default() });
    let saved = source::expand(&[Input::named(&folder)]).pages;
    let pages: Vec<Page> = source::read_all(&saved, &fetcher).into_iter().flatten().collect();
    assert!(!pages.is_empty(), "no pages in {folder}");
    pages
}

fn stages(criterion: &mut Criterion) {
    let pages = pages();
    let bytes = pages.iter().map(|page| page.html.len() as u64).sum();
    let mut group = criterion.benchmark_group(format!("{} pages", pages.len()));
    group.throughput(Throughput::Bytes(bytes)).sample_size(10);
    group.bench_function("parse", |bencher| {
        bencher.iter(|| pages.iter().for_each(|page| drop(black_box(scraper::Html::parse_document(&page.html)))));
    });
    group.bench_function("clean", |bencher| {
        bencher.iter(|| pages.iter().for_each(|page| drop(black_box(clean(page)))));
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
