//! Graphics that a page holds several times, drawn for screens of several widths, of which it shows one.

use crate::clean::view::tree::{NodeIdx, Tree};

/// Whether the picture of `element` is drawn for screens up to a width, and again beside it for those from that width on.
///
/// So are the graphics of newsrooms that draw with ai2html (http://ai2html.org): each of its artboards says for which
/// widths it is, in `data-min-width` and `data-max-width`.
pub(super) fn is_for_a_narrower(element: NodeIdx, tree: &Tree) -> bool {
    let width = |node, attribute| width(tree.attribute(node, attribute)?);
    tree.ancestors(element).take(HIGHEST).any(|artboard| {
        let Some(widest) = width(artboard, "data-max-width") else { return false };
        let mut beside = tree.parent(artboard).into_iter().flat_map(|parent| tree.children(parent));
        beside.any(|other| width(other, "data-min-width").is_some_and(|narrowest| narrowest > widest))
    })
}

/// How many elements up the artboard may be.
const HIGHEST: usize = 4;

/// In CSS pixels.
fn width(stated: &str) -> Option<f64> {
    stated.trim().trim_end_matches("px").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    const TEXT: &str = "<p>The ferry stopped in March, and nobody could say on whose orders it had stopped.</p>";

    #[test]
    fn of_the_artboards_of_one_graphic_the_widest_is_taken() {
        let artboard = |name: &str, widths: &str| format!("<div class=artboard {widths}><img src=/{name}.png></div>");
        let narrow = artboard("levels-of-the-weir-narrow", "data-min-width=300 data-max-width=599");
        let wide = artboard("levels-of-the-weir-wide", "data-min-width=600");
        for graphic in [format!("{narrow}{wide}"), format!("{wide}{narrow}")] {
            let found = figures(&format!("<main>{TEXT}<div>{graphic}</div>{TEXT}</main>"));
            assert_eq!(found.len(), 1, "{graphic}");
            assert_eq!(found[0].places, ["/levels-of-the-weir-wide.png"]);
        }
        assert_eq!(figures(&format!("<main>{TEXT}<div>{narrow}</div>{TEXT}</main>")).len(), 1);
    }
}
