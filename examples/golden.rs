//! Makes golden tests of saved pages, or makes them anew: each page goes to `tests/pages`, and beside it what is found in it.
//!
//! ```sh
//! cargo run --example golden -- page.html
//! ```
//!
//! Read the JSON before you commit it: from then on the page has to give just that. The page has to be one that you made up,
//! without the words of others; what it shows stands in a comment at its head.

#[path = "../tests/support/golden.rs"]
mod golden;

use golden::{FOLDER, found};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let pages: Result<Vec<PathBuf>, _> = std::env::args().skip(1).map(std::path::absolute).collect();
    let pages = pages?;
    if pages.is_empty() {
        eprintln!("usage: cargo run --example golden -- PAGE...");
        return Ok(ExitCode::from(2));
    }
    // What is found must not depend on where the package lies.
    std::env::set_current_dir(env!("CARGO_MANIFEST_DIR"))?;
    for page in pages {
        let name = Path::new(page.file_name().ok_or_else(|| format!("{} names no file", page.display()))?);
        let golden = Path::new(FOLDER).join(name);
        if page != std::path::absolute(&golden)? {
            fs::copy(&page, &golden)?;
        }
        let json = golden.with_extension("json");
        fs::write(&json, found(name)?)?;
        println!("{}", json.display());
    }
    Ok(ExitCode::SUCCESS)
}
