//! The last word of a run of the tests: which checks were passed over because their checker is not installed.
//!
//! `cargo test` shows nothing that a test which passes prints, so the tests leave a note for each check, and this program,
//! which is run after them, counts the notes and takes them away.

#[path = "support/passed_over.rs"]
#[allow(dead_code, reason = "here the notes are read, and nowhere else")]
mod passed_over;

fn main() {
    let counted = passed_over::take();
    if counted.is_empty() {
        println!("\nno check was passed over for want of a checker\n");
        return;
    }
    println!("\npassed over for want of a checker (.ci/run installs them all):");
    for (checker, tests) in counted {
        println!("  {} checks by {checker}", tests.len());
    }
    println!();
}
