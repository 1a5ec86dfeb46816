//! Pruning: takes out of the body what shows itself as furniture only from within.

use super::density::Mass;
use crate::clean::tree::Tree;

/// Marks what is to be left out inside the body's `parts`.
pub(crate) fn prune(tree: &Tree, masses: &[Mass], parts: &[usize], left_out: &mut [bool]) {
    for part in parts {
        let mut at = part + 1;
        while at < tree.node(*part).end {
            // The links of an embedded post are all that it says.
            if tree.name(at) == "blockquote" {
                at = tree.node(at).end;
            } else if left_out[at] || is_cluster_of_links(tree, masses, at) {
                left_out[at] = true;
                at = tree.node(at).end;
            } else {
                at += 1;
            }
        }
    }
}

/// A list or box that is nearly all links, and more than one.
fn is_cluster_of_links(tree: &Tree, masses: &[Mass], place: usize) -> bool {
    let mass = masses[place];
    let is_box =
        matches!(tree.name(place), "ul" | "ol" | "div" | "section" | "aside" | "dl" | "article" | "center" | "header");
    is_box && mass.links >= 2 && mass.link_density() > 0.7 && mass.prose == 0 && !is_introduced(tree, place)
}

/// A list that the paragraph above announces ("The mills that are left:") belongs to the text.
fn is_introduced(tree: &Tree, place: usize) -> bool {
    if !matches!(tree.name(place), "ul" | "ol") {
        return false;
    }
    let parent = tree.node(place).parent;
    let before = tree.children(parent).take_while(|at| *at < place).filter(|at| tree.element(*at).is_some()).last();
    before.is_some_and(|at| matches!(tree.name(at), "p") && tree.text(at, |_| false).trim_end().ends_with([':', '：']))
}

#[cfg(test)]
mod tests {
    use crate::clean::testing::found;

    #[test]
    fn a_box_of_links_goes_and_a_list_with_links_stays() {
        let text = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much.</p>";
        let links = "<ul><li><a href=/a>Ten chairs</a></li><li><a href=/b>Nine locks</a></li></ul>";
        let list = "<ul><li>The <a href=/a>chairs</a> of the reading room, which are new</li><li>The locks of the upper Merrow</li></ul>";
        let left = found(&format!("<article>{text}{links}{text}{list}</article>"));
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(left[2].starts_with("ul("));
    }
}
