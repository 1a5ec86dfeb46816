//! The command line: parses the arguments, runs the line, shows progress, prints the report.

mod clean;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Binds saved articles into one dated issue: an EPUB for an e-reader or a PDF to print.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Clean(clean::CleanArguments),
}

/// Runs the program on the arguments of the process.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Clean(arguments) => clean::run(&arguments),
    }
}
