//! The `bindery` program; all of it is in the library, so that tests and other programs reach it too.

use std::process::ExitCode;

fn main() -> ExitCode {
    bindery::cli::run()
}
