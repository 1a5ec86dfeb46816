//! How long it takes to write an issue of 300 pages with 100 pictures, and how long krilla takes to write what is drawn on
//! these pages.
//!
//!     cargo bench --bench writing
//!
//! The articles are those of `examples/articles`, again and again. Setting them is not measured: Bindery writes pages that
//! are set, krilla draws runs of glyphs that are read from the file that Bindery wrote. What each writes besides: Bindery
//! the whole structure (PDF/UA), links, named places, outline, metadata and colour profile, krilla a paragraph for each
//! stretch of marked content. Both cut the same faces down to the glyphs in use, and both use all processors.

mod again;
mod drawn;

use bindery::article::{Address, Article, Block, Credit, Figure, Inline, PictureSource};
use bindery::clean::clean;
use bindery::fetch::{FetchRules, Fetcher};
use bindery::fonts::Fonts;
use bindery::issue::Issue;
use bindery::pdf::{PdfSettings, set};
use bindery::pictures::{Colour, Format, Picture, Pictures, Rendition, Target};
use bindery::source::{self, Input};
use criterion::{Criterion, criterion_group, criterion_main};
use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::io;
use std::sync::Arc;

const PICTURES: usize = 100;
/// So many rounds of the examples fill 300 pages.
const ROUNDS: usize = 38;

fn writing(criterion: &mut Criterion) {
    let issue = issue();
    let pages = set(&issue, &PdfSettings::default(), &Fonts::default()).expect("there is room for text");
    let set_with = most_memory();
    // As into a file, which is not held in memory.
    pages.write(&mut io::sink()).expect("the pages are written");
    let most = most_memory();
    let mut ours = Vec::new();
    let printed = pages.write(&mut ours).expect("the pages are written");
    let drawn = drawn::read(&ours);
    let theirs = again::write(&drawn);
    let glyphs: usize = drawn.pages.iter().flat_map(|page| &page.runs).map(|run| run.glyphs.len()).sum();
    println!("{} pages, {glyphs} glyphs, {} pictures shown", printed.pages, drawn.pictures_shown());
    println!("bindery writes {} bytes, krilla {}", ours.len(), theirs.len());
    if let (Some(set_with), Some(most)) = (set_with, most) {
        println!("setting took at most {set_with} MB of memory, and writing {most}, the issue with its pictures in it");
    }

    let mut group = criterion.benchmark_group("writing");
    group.sample_size(10);
    group.bench_function("bindery", |bencher| {
        bencher.iter(|| pages.write(black_box(&mut Vec::new())).expect("the pages are written"));
    });
    group.bench_function("krilla", |bencher| bencher.iter(|| black_box(again::write(&drawn))));
    group.finish();
}

/// The most memory that this process has had so far, in MB; Linux alone tells.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1000)
}

/// The examples, often enough, every few paragraphs with a picture.
fn issue() -> Issue {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");
    let fetcher = Fetcher::new(FetchRules { offline: true, ..FetchRules::default() });
    let saved = source::expand(&[Input::named(folder)]).pages;
    let pages = source::read_all(&saved, &fetcher).into_iter().flatten();
    let mut once: Vec<Article> = pages.filter_map(|page| clean(&page).ok()).collect();
    once.iter_mut().for_each(|article| article.retain_figures(&|_| false));
    let mut pictures = Pictures::default();
    let mut articles: Vec<Article> = Vec::new();
    for round in 0..ROUNDS {
        articles.extend(
            once.iter().map(|article| Article { headline: format!("{} {round}", article.headline), ..article.clone() }),
        );
    }
    let every = articles.len() / PICTURES;
    for number in 0..PICTURES {
        let address = format!("https://tollbridge.example/{number}.jpg").parse().expect("this is an address");
        let source = PictureSource::new(Address::Web(address), []);
        let renditions = BTreeMap::from([(Target::Print, Arc::new(picture(number)))]);
        pictures.insert(
            source.clone(),
            Ok(Picture { renditions, from: String::new(), credit: None, lacking: BTreeSet::new() }),
        );
        let caption = vec![Inline::text("A lamp on the quay, in the light of the morning.")];
        let figure =
            Figure { picture: source, caption, credit: Some(Credit::new("Marit Solheim")), alt: String::new() };
        let body = &mut articles[number * every].body;
        body.insert(body.len() / 2, Block::Figure(figure));
    }
    Issue::assemble(None, jiff::civil::date(2026, 11, 23), articles, pictures)
}

/// A picture like no other, as detailed as a photograph.
fn picture(number: usize) -> Rendition {
    let (width, height) = (1400, 900);
    let image = image::RgbImage::from_fn(width, height, |x, y| {
        let grain = (x * 7919 + y * 104_729 + number as u32 * 15_485_863) % 97 % 23;
        image::Rgb([(x / 6 + grain) as u8, (y / 4 + grain) as u8, ((x + y) / 10 + number as u32 + grain) as u8])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture can be encoded");
    Rendition { format: Format::Jpeg, colour: Colour::Rgb, width, height, bytes: bytes.into_inner() }
}

criterion_group!(benches, writing);
criterion_main!(benches);
