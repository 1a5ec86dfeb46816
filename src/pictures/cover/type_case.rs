//! The fonts of the cover, and how wide words are in them.

use crate::article::Language;
use crate::fonts::{Fonts, built_in, has};
use crate::pictures::lettering;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};
use resvg::usvg::{self, Tree};

/// The kinds of lettering on a cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
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

    /// Which font sets a cluster of characters: 0 is the face itself, those after it are the built-in ones of signs, and
    /// none is one of the machine.
    pub(super) fn font_of(self, cluster: &str) -> Option<usize> {
        let own = match self {
            Face::Display => built_in::DISPLAY,
            Face::Text => built_in::SANS,
        };
        let first = cluster.chars().next()?;
        [own].into_iter().chain(built_in::SIGNS).position(|font| has(font, 0, first))
    }
}

/// The fonts ready for use.
pub(super) struct TypeCase<'f> {
    language: &'f Language,
    fonts: &'f Fonts,
}

/// The size that words are measured at: large enough that nothing is lost in rounding.
const MEASURED_AT: f32 = 1000.0;

impl<'f> TypeCase<'f> {
    /// The fonts for words in `language`.
    pub(super) fn new(language: &'f Language, fonts: &'f Fonts) -> Self {
        Self { language, fonts }
    }

    /// Reads a drawing whose lettering is set in these fonts.
    pub(super) fn read(&self, svg: &str) -> Result<Tree, usvg::Error> {
        lettering::read(svg, self.language, self.fonts).map(|lettered| lettered.tree)
    }

    /// The advance widths of `pieces` in ems; 0 for one that cannot be set.
    pub(super) fn widths(&self, face: Face, pieces: &[&str]) -> Vec<f32> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_words_are_wider() {
        let (english, fonts) = (Language::english(), Fonts::default());
        let widths = TypeCase::new(&english, &fonts).widths(Face::Display, &["il", "MW", "n n", "nn", "", "<&>"]);
        assert!(widths[0] > 0.3 && widths[0] < 0.8, "{widths:?}");
        assert!(widths[1] > 1.5, "{widths:?}");
        assert!(widths[2] - widths[3] > 0.1, "a space has no width: {widths:?}");
        assert_eq!(widths[4], 0.0);
        assert!(widths[5] > 1.0, "{widths:?}");
    }
}
