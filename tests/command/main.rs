//! The program as a person uses it: pages in, books out, and the truth about what is missing.

#[path = "../support/mod.rs"]
mod support;

mod clipped;
mod dates;
mod examples;
mod explain;
mod help;
mod language;
mod larger;
mod names;
mod output;
mod parts;
mod places;
mod report;
mod rights;
mod saved;
mod stop;
mod themes;
mod trials;
mod usage;
mod web;
