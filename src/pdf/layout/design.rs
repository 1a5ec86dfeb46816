//! Designs: the themes that are built in, and a person's own laid over them.
//!
//! A theme is a TOML file like those in `templates/pdf`. It names only what is to be different: every entry that it has
//! takes the place of that entry in the theme named by its `base`, or in `magazine`.

use super::theme::Theme;
use super::theme_error;
use serde::Deserialize;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, LazyLock};
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

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
pub enum LoadThemeError {
    /// There is no theme of this name.
    #[error("there is no theme called \"{name}\"; choose one of magazine, book, briefing, or name a TOML file")]
    Unknown {
        /// The name.
        name: String,
    },
    /// The file of a theme cannot be read.
    #[error("the theme {} cannot be read: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file of a theme says what none can.
    #[error("the theme {} cannot be used: {why}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where, as a sentence.
        why: String,
    },
}

impl Design {
    pub(in crate::pdf) fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The design of the theme in a file.
    fn read(path: &Path) -> Result<Self, LoadThemeError> {
        let text =
            std::fs::read_to_string(path).map_err(|source| LoadThemeError::Read { path: path.into(), source })?;
        let theme = theme_in(&text).map_err(|why| LoadThemeError::Wrong { path: path.into(), why })?;
        Ok(Self { name: path.display().to_string(), theme: Arc::new(theme) })
    }
}

/// The theme that a file of this text describes, or what is wrong with it.
fn theme_in(text: &str) -> Result<Theme, String> {
    let wrong = |error: Error| theme_error::in_words(&error, text);
    let own = DeTable::parse(text).map_err(wrong)?.into_inner();
    let base = match own.get("base").map(|base| (base.get_ref(), base.span())) {
        None => BUILT_IN[0].0.to_owned(),
        Some((DeValue::String(name), _)) if is_built_in(name) => name.to_string(),
        Some((_, span)) => {
            return Err(theme_error::on_its_line(text, span.start, "its base can be magazine, book or briefing"));
        }
    };
    let mut whole = table_of(&base);
    lay_over(&mut whole, own);
    read(whole).map_err(wrong)?.settled()
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
    type Err = LoadThemeError;

    /// The theme of that name, or that in the file of that name.
    fn from_str(name: &str) -> Result<Self, LoadThemeError> {
        if is_built_in(name) {
            return Ok(Self { name: name.to_owned(), theme: Arc::new(built_in(name)) });
        }
        let path = Path::new(name);
        let names_a_file = path.extension().is_some() || path.components().count() > 1;
        match names_a_file || path.exists() {
            true => Self::read(path),
            false => Err(LoadThemeError::Unknown { name: name.to_owned() }),
        }
    }
}

fn is_built_in(name: &str) -> bool {
    BUILT_IN.iter().any(|(known, _)| *known == name)
}

fn built_in(name: &str) -> Theme {
    let theme = read(table_of(name)).map_err(|error| error.to_string()).and_then(Theme::settled);
    theme.unwrap_or_else(|error| panic!("templates/pdf/{name}.toml is no theme: {error}"))
}

/// All entries of a built-in theme.
fn table_of(name: &str) -> DeTable<'static> {
    let mut whole = DeTable::new();
    for (known, text) in BUILT_IN.iter().filter(|(known, _)| *known == BUILT_IN[0].0 || *known == name) {
        let own = DeTable::parse(text).unwrap_or_else(|error| panic!("templates/pdf/{known}.toml is no TOML: {error}"));
        lay_over(&mut whole, own.into_inner());
    }
    whole
}

/// The theme of a table with all entries. An error keeps the place of its entry in the text that the entry is from.
fn read(table: DeTable) -> Result<Theme, Error> {
    Theme::deserialize(Deserializer::from(Spanned::new(0..0, table)))
}

/// Puts every entry of `own` into the place of the same entry of `base`, tables entry by entry.
fn lay_over<'a>(base: &mut DeTable<'a>, own: DeTable<'a>) {
    for (key, value) in own {
        let span = value.span();
        match (base.get_mut(&key).map(Spanned::get_mut), value.into_inner()) {
            (Some(DeValue::Table(below)), DeValue::Table(above)) => lay_over(below, above),
            (_, value) => {
                base.insert(key, Spanned::new(span, value));
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
        path.to_str().unwrap().parse().map_err(|error: LoadThemeError| error.to_string())
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
            ("[page]\ncolums = 3", "own.toml cannot be used: line 2: unknown field 'colums', did you mean 'columns'?"),
            ("bse = \"book\"", "line 1: unknown field 'bse', did you mean 'base'?"),
            (
                "base = \"book\"\n\n[styles.headlin]\nsize = 9",
                "line 3: unknown field 'headlin', did you mean 'headline'?",
            ),
            ("[styles.body]\n\nface = \"serf\"", "line 3: unknown variant 'serf', did you mean 'serif'?"),
            ("[notes]\nqwx = 1", "line 2: unknown field 'qwx', expected 'place'"),
            ("[page]\nleft = 1\ncolumns = true", "line 3: invalid type"),
            ("[page]\ncolumns = 0", "page.columns is 0, and has to be from 1 to 6"),
            ("[page]\npaper = \"foolscap\"", "a4, letter, a5, legal"),
            ("[colours]\nink = \"black\"", "#rrggbb"),
            ("[styles.body]\nsize = nan", "styles.body.size"),
            ("[styles.folio]\nleading = -2", "a leading of -2"),
            ("# Mine\nbase = \"gazette\"", "line 2: its base can be magazine, book or briefing"),
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
