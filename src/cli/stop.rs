//! Ends the program when it is told to: Ctrl-C (SIGINT), SIGTERM, and SIGHUP when its terminal is closed.

use crate::unfinished;
use std::io::{self, IsTerminal, Write};
use std::process;

/// The status of a program that was stopped: 128 and the number of SIGINT, as shells have it.
const STOPPED: i32 = 130;

/// From now on a program that is told to stop takes with it whatever it has not finished writing.
pub(super) fn leave_nothing_unfinished() {
    let stop = || {
        let _nothing_new = unfinished::remove_all();
        if io::stderr().is_terminal() {
            // The line of progress stays as it is; what comes next begins on a line of its own.
            let _ = writeln!(io::stderr());
        }
        process::exit(STOPPED);
    };
    // Where no handler can be set the program stops all the same, and at worst leaves a temporary file.
    let _ = ctrlc::set_handler(stop);
}
