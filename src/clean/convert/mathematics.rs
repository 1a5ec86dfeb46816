//! Mathematics, as TeX where the page has it and as a line of signs where it has not; once, however often it is there.

use super::Walker;
use crate::clean::view::tree::{NodeIdx, NodeKind, Tree, classes};

/// Classes of what MathJax 2 sets beside the script that holds the formula.
const SET_BY_SCRIPT: &[&str] = &[
    "MathJax",
    "MathJax_Preview",
    "MathJax_Display",
    "MathJax_SVG",
    "MathJax_SVG_Display",
    "MathJax_CHTML",
    "mjx-chtml",
];

/// Words of classes of pictures that show a formula, whose text is its TeX.
const PICTURES: &[&str] = &["math", "latex", "tex", "equation"];

/// Formulas are no deeper.
const DEEPEST: usize = 40;

impl Walker<'_> {
    /// The formula that the element at `place` is, if it is one.
    pub(super) fn formula(&self, place: NodeIdx) -> Option<String> {
        if self.is_tex(place) {
            return Some(self.tree.text(place, |_| false));
        }
        match self.tree.name(place) {
            "math" if !self.skips(place) => Some(in_line(self.tree, place)),
            // What is set for the eye is signs without order; the MathML beside it is for those who listen.
            "mjx-container" => {
                self.tree.within(place).find(|at| self.tree.name(*at) == "math").map(|at| in_line(self.tree, at))
            }
            "img" if self.shows_formula(place) => self.tree.attribute(place, "alt").map(|alt| bare(alt).to_owned()),
            _ => None,
        }
    }

    /// A script that holds TeX, for MathJax 2 to set.
    pub(super) fn is_tex(&self, place: NodeIdx) -> bool {
        self.tree.name(place) == "script"
            && self.tree.attribute(place, "type").is_some_and(|kind| kind.trim().starts_with("math/tex"))
    }

    /// What MathJax 2 has set in front of its script.
    pub(super) fn is_set_formula(&self, place: NodeIdx) -> bool {
        let Some(element) = self.tree.element(place) else { return false };
        if !classes(element).any(|class| SET_BY_SCRIPT.contains(&class)) {
            return false;
        }
        let parent = self.tree.node(place).parent;
        let mut after = self.tree.children(parent).skip_while(|at| *at <= place);
        after.any(|at| self.is_tex(at))
    }

    /// Whether a picture shows a formula; its text is the TeX.
    pub(super) fn shows_formula(&self, place: NodeIdx) -> bool {
        let has_text = self.tree.attribute(place, "alt").is_some_and(|alt| !alt.trim().is_empty());
        has_text
            && self.tree.element(place).is_some_and(|element| {
                classes(element).any(|class| class.split(['-', '_']).any(|word| PICTURES.contains(&word)))
            })
    }
}

/// A formula as its TeX where the page has it (MathML Core, `annotation`), or else as its signs.
fn in_line(tree: &Tree, math: NodeIdx) -> String {
    let is_tex = |at: &NodeIdx| {
        tree.name(*at) == "annotation" && tree.attribute(*at, "encoding").is_some_and(|kind| kind.contains("tex"))
    };
    if let Some(tex) = tree.within(math).find(is_tex) {
        return bare(&tree.text(tex, |_| false)).to_owned();
    }
    let mut signs = String::new();
    push_signs(tree, math, 0, &mut signs);
    if signs.is_empty() { bare(tree.attribute(math, "alttext").unwrap_or_default()).to_owned() } else { signs }
}

/// TeX without the wrapping by which a wiki asks for large signs.
fn bare(tex: &str) -> &str {
    let tex = tex.trim();
    let inner = tex.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).map(str::trim);
    inner.and_then(|inner| inner.strip_prefix("\\displaystyle")).map_or(tex, str::trim)
}

/// Writes MathML in a line, as one types it: "x^2", "1/2", "√(x)".
fn push_signs(tree: &Tree, place: NodeIdx, depth: usize, out: &mut String) {
    if let NodeKind::Text(text) = tree.node(place).kind {
        return out.extend(text.split_whitespace());
    }
    let parts: Vec<NodeIdx> = tree.children(place).filter(|child| tree.element(*child).is_some()).collect();
    let push = |at: NodeIdx, out: &mut String| {
        let mut inner = String::new();
        push_signs(tree, at, depth + 1, &mut inner);
        let is_one = inner.chars().count() == 1 || inner.chars().all(|c| c.is_ascii_digit());
        if is_one { out.push_str(&inner) } else { out.push_str(&format!("({inner})")) }
    };
    match (tree.name(place), parts.as_slice()) {
        ("annotation" | "annotation-xml", _) => {}
        _ if depth > DEEPEST => out.push_str(&tree.text(place, |_| false)),
        ("mfrac", [above, below]) => {
            push(*above, out);
            out.push('/');
            push(*below, out);
        }
        ("msup" | "mover", [base, raised]) => {
            push_signs(tree, *base, depth + 1, out);
            out.push('^');
            push(*raised, out);
        }
        ("msub" | "munder", [base, lowered]) => {
            push_signs(tree, *base, depth + 1, out);
            out.push('_');
            push(*lowered, out);
        }
        ("msubsup" | "munderover", [base, lowered, raised]) => {
            push_signs(tree, *base, depth + 1, out);
            out.push('_');
            push(*lowered, out);
            out.push('^');
            push(*raised, out);
        }
        ("msqrt", _) => {
            out.push_str("√(");
            parts.iter().for_each(|part| push_signs(tree, *part, depth + 1, out));
            out.push(')');
        }
        _ => tree.children(place).for_each(|part| push_signs(tree, part, depth + 1, out)),
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::blocks;

    #[test]
    fn a_formula_without_tex_is_typed_in_a_line() {
        let sum = "<math><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msqrt><mi>i</mi></msqrt></math>";
        assert_eq!(blocks(&format!("<p>So {sum} it is.</p>")), ["p:So ∑_(i=1)^n√(i) it is."]);
    }

    #[test]
    fn the_text_of_a_picture_is_a_formula_only_where_it_is_called_one() {
        assert_eq!(blocks("<p>So <img class='latex' alt='x^2' src=/x.png> it is.</p>"), ["p:So x^2 it is."]);
        assert_eq!(blocks("<p>So <img class='emoji' alt='x^2' src=/x.png> it is.</p>"), ["p:So it is."]);
    }
}
