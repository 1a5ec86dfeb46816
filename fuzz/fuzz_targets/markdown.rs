//! Any bytes as a Markdown file with front matter: read, turned into a page, cleaned.

#![no_main]

mod reading;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reading::try_as("page.md", bytes));
