//! Designs: the themes that are built in, and a person's own laid over them.
//!
//! A theme is a TOML file like those in `templates/pdf`. It names only what is to be different: every entry that it has
//! takes the place of that entry in the theme named by its `base`, or in `magazine`.

use super::theme::Theme;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, LazyLock};
use toml::{Table, Value};

/// How the pages look, with everything that a person's own theme leaves open filled in.
#[derive(Debug, Clone)]
pub struct Design {
    name: String,
    theme: Arc<Theme>,
}

/// The themes that are built in. Each is laid over the first one, which says everything.
const BUILT_IN: [(&str, &str); 3] = [
    ("magazine", include_str!("../../../templates/pdf/magazine.toml")),
    ("book", include_str!("../../../templates/pdf/book.toml")),
    ("briefing", include_str!("../../../templates/pdf/briefing.toml")),
];

/// The theme that says everything.
pub(in crate::pdf) static MAGAZINE: LazyLock<Theme> = LazyLock::new(|| built_in("magazine"));

/// Why there is no such theme.
#[derive(Debug, thiserror::Error)]
pub enum NoDesign {
    #[error("there is no theme called \"{name}\"; choose one of magazine, book, briefing, or name a TOML file")]
    Unknown { name: String },
    #[error("the theme {} cannot be read: {source}", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("the theme {} cannot be used: {why}", path.display())]
    Wrong { path: PathBuf, why: String },
}

impl Design {
    pub(in crate::pdf) fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The design of the theme in a file.
    fn read(path: &Path) -> Result<Self, NoDesign> {
        let text = std::fs::read_to_string(path).map_err(|source| NoDesign::Read { path: path.into(), source })?;
        let wrong = |why: String| NoDesign::Wrong { path: path.into(), why: why.trim().replace('\n', " ") };
        let mut own: Table = text.parse().map_err(|error: toml::de::Error| wrong(error.to_string()))?;
        let base = match own.remove("base") {
            None => "magazine".to_owned(),
            Some(Value::String(name)) if BUILT_IN.iter().any(|(known, _)| *known == name) => name,
            Some(other) => return Err(wrong(format!("its base is {other}, and can be magazine, book or briefing"))),
        };
        let theme = laid_over(table_of(&base), own).map_err(wrong)?;
        Ok(Self { name: path.display().to_string(), theme: Arc::new(theme) })
    }
}

impl Default for Design {
    fn default() -> Self {
        Self { name: BUILT_IN[0].0.to_owned(), theme: Arc::new(MAGAZINE.clone()) }
    }
}

impl fmt::Display for Design {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl FromStr for Design {
    type Err = NoDesign;

    /// The theme of that name, or that in the file of that name.
    fn from_str(name: &str) -> Result<Self, NoDesign> {
        if BUILT_IN.iter().any(|(known, _)| *known == name) {
            return Ok(Self { name: name.to_owned(), theme: Arc::new(built_in(name)) });
        }
        let path = Path::new(name);
        let names_a_file = path.extension().is_some() || path.components().count() > 1;
        match names_a_file || path.exists() {
            true => Self::read(path),
            false => Err(NoDesign::Unknown { name: name.to_owned() }),
        }
    }
}

fn built_in(name: &str) -> Theme {
    laid_over(table_of(name), Table::new())
        .unwrap_or_else(|error| panic!("templates/pdf/{name}.toml is no theme: {error}"))
}

/// All entries of a built-in theme.
fn table_of(name: &str) -> Table {
    let mut whole = Table::new();
    for (known, text) in BUILT_IN.iter().filter(|(known, _)| *known == BUILT_IN[0].0 || *known == name) {
        let own: Table = text.parse().unwrap_or_else(|error| panic!("templates/pdf/{known}.toml is no TOML: {error}"));
        lay_over(&mut whole, own);
    }
    whole
}

fn laid_over(mut base: Table, own: Table) -> Result<Theme, String> {
    lay_over(&mut base, own);
    let theme: Theme = base.try_into().map_err(|error: toml::de::Error| error.to_string())?;
    theme.settled()
}

/// Puts every entry of `own` into the place of the same entry of `base`, tables entry by entry.
fn lay_over(base: &mut Table, own: Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay_over(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Design, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.toml");
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().parse().map_err(|error: NoDesign| error.to_string())
    }

    #[test]
    fn every_theme_that_is_built_in_can_be_used() {
        for (name, _) in BUILT_IN {
            let design: Design = name.parse().unwrap();
            assert_eq!(design.to_string(), name);
            assert_eq!(design.theme().styles.body.leading, design.theme().grid.leading);
        }
    }

    #[test]
    fn a_theme_of_ones_own_changes_what_it_names_and_nothing_else() {
        let own = read("[page]\ncolumns = 3\n[styles.body]\nsize = 9\n").unwrap();
        assert_eq!((own.theme().page.columns, own.theme().styles.body.size), (3, 9.0));
        assert_eq!(own.theme().page.gutter, MAGAZINE.page.gutter);
        let own = read("base = \"book\"\n[colours]\nink = \"#102030\"\n").unwrap();
        assert_eq!(own.theme().page.columns, 1);
    }

    #[test]
    fn what_is_wrong_with_a_theme_is_said() {
        for (text, said) in [
            ("[page]\ncolums = 3", "columns"),
            ("[page]\ncolumns = 0", "page.columns is 0, and has to be from 1 to 6"),
            ("[page]\npaper = \"foolscap\"", "a4, letter, a5, legal"),
            ("[colours]\nink = \"black\"", "#rrggbb"),
            ("[styles.body]\nsize = nan", "styles.body.size"),
            ("[styles.folio]\nleading = -2", "a leading of -2"),
            ("base = \"gazette\"", "magazine, book or briefing"),
            ("[page", "own.toml"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(said), "{text:?}: {error}");
        }
        let unknown = "gazette".parse::<Design>().unwrap_err().to_string();
        assert!(unknown.contains("magazine, book, briefing"), "{unknown}");
        assert!("gone.toml".parse::<Design>().unwrap_err().to_string().contains("cannot be read"));
    }
}
