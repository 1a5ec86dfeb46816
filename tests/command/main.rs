//! The program as a person uses it: pages in, books out, and the truth about what is missing.

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod bare;
mod clipped;
mod dates;
mod duplicates;
mod examples;
mod explain;
mod folder;
mod help;
mod language;
mod larger;
mod names;
mod order;
mod output;
mod parts;
mod places;
mod report;
mod rights;
mod saved;
mod sections;
mod sites;
mod stop;
mod themes;
mod trials;
mod usage;
mod web;
