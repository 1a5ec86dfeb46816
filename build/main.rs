//! Packs the words of `src/lexicon/*.toml` into one table, which `src/lexicon/` reads.
//!
//! `keys` tells which lists there are, `read` reads and checks the files, `pack` lays the words out and writes the table.

#[path = "../src/article/folding.rs"]
mod folding;
mod keys;
#[path = "../src/lexicon/letters.rs"]
mod letters;
mod pack;
mod read;

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=src/article/folding.rs");
    println!("cargo:rerun-if-changed=src/lexicon");
    let variable = |name| env::var_os(name).unwrap_or_else(|| panic!("cargo sets {name}"));
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let lists = read::files(&folder).and_then(|files| read::lists(&files)).unwrap_or_else(|fault| {
        eprintln!("{fault}");
        process::exit(1);
    });
    let pack::Packed { words, places, lists } = pack::pack(&lists);
    let out = variable("OUT_DIR");
    let put = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).unwrap_or_else(|error| panic!("writing {name}: {error}"));
    };
    put("words.txt", words);
    put("places.rs", places);
    put("lists.rs", lists);
}
