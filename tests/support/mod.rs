//! What the tests of the program share: the program itself, the fixtures, and readers for what it writes.

#[path = "server.rs"]
#[allow(dead_code, reason = "these tests need less of the server than those of the door to the network")]
pub(crate) mod server;
pub(crate) mod site;

mod book;
mod checkers;

pub(crate) use book::{EpubText, pdf_text, squeezed};
pub(crate) use checkers::{check_epub, check_pdf};

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Stdio};
use tempfile::TempDir;

/// A room of its own for one test: an empty folder for books and an empty cache.
pub(crate) struct Desk {
    folder: TempDir,
    cache: TempDir,
}

/// What one run of the program left.
pub(crate) struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), cache: tempfile::tempdir().unwrap() }
    }

    /// A path in the folder for books.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The names in the folder for books, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = self.folder.path().read_dir().unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Writes a file into the folder for books, or into a folder in it.
    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The program, about to run in the folder for books.
    pub(crate) fn bindery(&self) -> Command {
        self.at_home(process::Command::new(assert_cmd::cargo::cargo_bin!("bindery")))
    }

    /// Starts `bindery bind` and does not wait for it; what it says is not kept.
    pub(crate) fn start_binding(&self, arguments: &[&str]) -> Child {
        let mut bind = self.lodged(process::Command::new(assert_cmd::cargo::cargo_bin!("bindery")));
        bind.arg("bind").args(["--offline", "--date", "2026-11-23"]).args(arguments);
        bind.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// A shell script in which `bindery` is the program and the arguments are `$1`, `$2`, …
    #[cfg(unix)]
    pub(crate) fn shell(&self, script: &str) -> Command {
        let program = assert_cmd::cargo::cargo_bin!("bindery").display();
        let mut shell = process::Command::new("sh");
        shell.arg("-c").arg(format!("bindery() {{ exec '{program}' \"$@\"; }}\n{script}")).arg("sh");
        self.at_home(shell)
    }

    fn at_home(&self, command: process::Command) -> Command {
        Command::from_std(self.lodged(command))
    }

    fn lodged(&self, mut command: process::Command) -> process::Command {
        command.current_dir(self.folder.path());
        // The caches of Linux, macOS and Windows.
        for home in ["XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"] {
            command.env(home, self.cache.path());
        }
        // No test depends on the language of whoever runs it.
        command.env_remove("LANGUAGE").env("LC_ALL", "C");
        command
    }

    /// Runs `bindery bind` on `inputs` with these further arguments.
    pub(crate) fn bind(&self, inputs: &[&Path], arguments: &[&str]) -> Run {
        run(self.bindery().arg("bind").args(inputs).args(["--date", "2026-11-23"]).args(arguments))
    }

    /// What `bindery clean --format json` says of a page.
    pub(crate) fn clean(&self, page: &Path) -> Value {
        let run = run(self.bindery().arg("clean").arg(page).args(["--format", "json"]));
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.json()
    }
}

impl Run {
    /// The headlines of the articles that were bound, in the order of the issue, by the report as JSON.
    pub(crate) fn bound(&self) -> Vec<String> {
        let report = self.json();
        let articles = report["articles"].as_array().unwrap().iter();
        let bound = articles.filter(|article| article["status"] == "bound");
        bound.map(|article| article["headline"].as_str().unwrap().to_owned()).collect()
    }

    /// The standard output as JSON.
    pub(crate) fn json(&self) -> Value {
        let shown = &self.stdout;
        serde_json::from_str(shown).unwrap_or_else(|error| panic!("no JSON: {error}\n{shown}\n{}", self.stderr))
    }
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        status: output.status.code().expect("the program was killed"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A file of `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    assert!(path.exists(), "there is no fixture {name}");
    path
}
