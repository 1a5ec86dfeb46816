//! The command line: parses the arguments, runs the line, shows progress, prints the report.
//!
//! Nothing is decided here that a program using the library could not decide as well.

mod bind;
mod books;
mod choices;
mod clean;
mod day;
mod network;
mod print;
mod progress;
mod sites;
mod stop;

use crate::report::Outcome;
use clap::{Parser, Subcommand};
use std::io::{self, Write};
use std::process::ExitCode;

/// Binds saved articles into one dated issue: an EPUB for an e-reader, or a PDF to print
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_STATUS)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Bind(Box<bind::BindArguments>),
    Clean(clean::CleanArguments),
}

const EXIT_STATUS: &str = "Exit status: 0, all is well; 1, an issue was bound but something in it is missing; \
                           2, the arguments are wrong; 3, nothing was bound or shown; \
                           4, what was shown looks like no article; 130, stopped with Ctrl-C or a signal.";

/// Runs the program on the arguments of the process.
pub fn run() -> ExitCode {
    // What breaks is caught and reported; where in the program it broke is for its makers, and short.
    std::panic::set_hook(Box::new(|fault| eprintln!("bindery: a fault in the program: {fault}")));
    let arguments = Arguments::parse();
    stop::leave_nothing_unfinished();
    match arguments.command {
        Command::Bind(arguments) => bind::run(*arguments),
        Command::Clean(arguments) => clean::run(&arguments),
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Whole => ExitCode::SUCCESS,
            Outcome::Incomplete => ExitCode::from(1),
            Outcome::Nothing => ExitCode::from(3),
        }
    }
}

/// Prints to standard output, and says whether it got there. Whoever reads it may have seen enough and gone: then
/// nothing is wrong.
fn print(text: &str) -> bool {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("bindery: cannot write to standard output: {error}");
            false
        }
        _ => true,
    }
}

/// Ends the program over arguments of `command` that contradict one another, as clap does over those it cannot parse.
fn wrong_use(command: &str, message: &str) -> ! {
    use clap::CommandFactory;
    let mut program = Arguments::command();
    // Until it is built a command does not know that it is called "bindery bind".
    program.build();
    let command = program.find_subcommand_mut(command).expect("the program has this command");
    command.error(clap::error::ErrorKind::ValueValidation, message).exit()
}
