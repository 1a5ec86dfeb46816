//! Binds all saved pages of a folder into an EPUB, and lists the credits of its pictures.
//!
//! ```sh
//! cargo run --example bind_folder -- examples/articles issue.epub
//! ```

use bindery::fetch::FetchRules;
use bindery::recipe::{Format, Output, Outputs, Recipe};
use bindery::source::Input;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(book)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: bind_folder FOLDER BOOK.epub");
        return Ok(ExitCode::from(2));
    };
    let recipe = Recipe::new(jiff::civil::date(2026, 11, 23))
        .input(Input::named(&folder))
        .outputs(Outputs::Named(vec![Output { path: PathBuf::from(book), format: Format::Epub }]))
        .fetch(FetchRules { offline: true, ..FetchRules::default() });
    let report = bindery::bind(&recipe, &|_| ());
    println!("{report}");
    for article in &report.articles {
        for picture in &article.pictures {
            println!("{}: {}", picture.address, picture.credit.as_deref().unwrap_or("no credit"));
        }
    }
    Ok(report.outcome().into())
}
