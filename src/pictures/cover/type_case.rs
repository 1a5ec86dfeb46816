//! The faces of the cover, and how wide words are in them.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};
use resvg::usvg::{self, FontResolver, Options, Tree, fontdb};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Our faces; the names are those that the template asks for.
const FACES: [&[u8]; 3] = [
    include_bytes!("../../../fonts/source-serif/SourceSerif4Display-Semibold.otf"),
    include_bytes!("../../../fonts/source-sans/SourceSans3-Regular.otf"),
    include_bytes!("../../../fonts/source-sans/SourceSans3-Semibold.otf"),
];

/// The kinds of lettering on a cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The title.
    Display,
    /// Headlines.
    Text,
}

impl Face {
    /// The family and the weight, as SVG wants them.
    fn in_svg(self) -> (&'static str, u16) {
        match self {
            Face::Display => ("Source Serif 4 Display", 600),
            Face::Text => ("Source Sans 3", 400),
        }
    }
}

/// The faces ready for use.
pub struct TypeCase {
    options: Options<'static>,
    lacking: BTreeSet<char>,
}

/// The size that words are measured at: large enough that nothing is lost in rounding.
const MEASURED_AT: f32 = 1000.0;

impl TypeCase {
    /// Faces that can set `words`: ours, and those of the system only if ours lack a character, for finding them takes
    /// longer than drawing a cover, and no two systems have the same.
    pub fn for_words(words: &[&str]) -> Self {
        let mut faces = fontdb::Database::new();
        for face in FACES {
            faces.load_font_data(face.to_vec());
        }
        let lacking = lacking(&faces, words);
        if !lacking.is_empty() {
            faces.load_system_fonts();
        }
        Self { options: Options { fontdb: Arc::new(faces), ..Options::default() }, lacking }
    }

    /// Whether a character is in our own faces, as far as it is in the words.
    pub fn has(&self, character: char) -> bool {
        !self.lacking.contains(&character)
    }

    /// Reads a drawing whose lettering is set in these faces.
    pub fn read(&self, svg: &str) -> Result<Tree, usvg::Error> {
        Tree::from_str(svg, &self.options)
    }

    /// The advance widths of `pieces` in ems; 0 for one that cannot be set.
    pub fn widths(&self, face: Face, pieces: &[&str]) -> Vec<f32> {
        let Ok(tree) = specimen(face, pieces).map_err(drop).and_then(|svg| self.read(&svg).map_err(drop)) else {
            return vec![0.0; pieces.len()];
        };
        let width = |at: usize| tree.node_by_id(&format!("p{at}")).map_or(0.0, |node| node.bounding_box().width());
        (0..pieces.len()).map(|at| width(at) / MEASURED_AT).collect()
    }
}

/// A drawing in which each piece is a text of its own.
fn specimen(face: Face, pieces: &[&str]) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let (family, weight) = face.in_svg();
    environment.render_str(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{% for piece in pieces %}\
         <text id='p{{ loop.index0 }}' font-family=\"'{{ family }}'\" font-weight='{{ weight }}' font-size='{{ size }}'>\
         {{ piece }}</text>{% endfor %}</svg>",
        context! { pieces => Serde(pieces), family, weight, size => MEASURED_AT },
    )
}

/// The characters for which one of our faces needs another to help out.
fn lacking(faces: &fontdb::Database, words: &[&str]) -> BTreeSet<char> {
    let asked_for = Arc::new(Mutex::new(BTreeSet::new()));
    let note = Arc::clone(&asked_for);
    let select_fallback: usvg::FallbackSelectionFn = Box::new(move |character, _, _| {
        note.lock().unwrap_or_else(PoisonError::into_inner).insert(character);
        None
    });
    let options = Options {
        fontdb: Arc::new(faces.clone()),
        font_resolver: FontResolver { select_font: FontResolver::default_font_selector(), select_fallback },
        ..Options::default()
    };
    // usvg gives up on a text at the first character that no face has, so each is asked for by itself.
    let letters: BTreeSet<char> = words.iter().flat_map(|words| words.chars()).collect();
    let letters: Vec<String> = letters.into_iter().map(String::from).collect();
    let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
    for face in [Face::Display, Face::Text] {
        // A specimen is well-formed; if it were not, the words would be set in our faces alone.
        let read = specimen(face, &letters).map(|svg| Tree::from_str(&svg, &options).is_ok());
        debug_assert!(matches!(read, Ok(true)));
    }
    let found = asked_for.lock().unwrap_or_else(PoisonError::into_inner);
    found.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_words_are_wider() {
        let widths = TypeCase::for_words(&[]).widths(Face::Display, &["il", "MW", "n n", "nn", "", "<&>"]);
        assert!(widths[0] > 0.3 && widths[0] < 0.8, "{widths:?}");
        assert!(widths[1] > 1.5, "{widths:?}");
        assert!(widths[2] - widths[3] > 0.1, "a space has no width: {widths:?}");
        assert_eq!(widths[4], 0.0);
        assert!(widths[5] > 1.0, "{widths:?}");
    }

    #[test]
    fn the_system_is_asked_only_for_what_our_faces_lack() {
        let ours = TypeCase::for_words(&["Digest — Żółw, Ελλάδα, Журнал & “no. 1”"]);
        assert_eq!(ours.options.fontdb.len(), FACES.len());
        let others = TypeCase::for_words(&["a河"]);
        assert!(others.has('a') && !others.has('河'));
    }
}
