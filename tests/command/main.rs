//! The program as a person uses it: pages in, books out, and the truth about what is missing.

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod bare;
mod clipped;
mod duplicates;
mod examples;
mod explain;
mod folder;
mod larger;
mod order;
mod output;
mod parts;
mod report;
mod rights;
mod saved;
mod sections;
mod trials;
mod usage;
mod web;
