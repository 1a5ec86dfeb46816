//! Any bytes as a saved page: read, decoded, cleaned.

#![no_main]

mod reading;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reading::try_as("page.html", bytes));
