//! What stands behind the articles: the picture credits, and under them the colophon.

use super::contents::{TALLEST_ENTRY, in_pages, title};
use super::credits::credits;
use crate::issue::Issue;
use crate::pdf::blocks::slab::{After, Slab, kept_together, line_slabs, rule};
use crate::pdf::layout::frame::{Frame, Page, Part};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::Family;
use crate::pdf::layout::theme::Theme;
use crate::pdf::setting::paragraph::{Align, Setter, Shape};
use crate::pdf::setting::text::Text;
use crate::pdf::structure::{Kind, Tree};

/// The measure of the credits and the colophon, as part of the text's width.
pub(in crate::pdf) const MEASURE: f32 = 0.8;
/// Between the credits and the colophon.
const ABOVE_COLOPHON: Pt = 26.0;

/// The pages behind the articles, whose pages are `pages`.
pub(in crate::pdf) fn back_matter(
    setter: &mut Setter<'_>,
    issue: &Issue,
    pages: &[Page],
    frame: Frame,
    theme: &Theme,
    tree: &mut Tree,
) -> Vec<Page> {
    let mut slabs = credits(setter, issue, pages, frame, theme, tree);
    let part = if slabs.is_empty() { Part::Colophon } else { Part::Credits };
    setter.speak(&issue.language);
    slabs.extend(colophon(setter, issue, part, frame, theme, tree));
    in_pages(&slabs, part, frame, theme)
}

/// The colophon, on a page of its own under a large title, or in small type under a rule.
fn colophon(
    setter: &mut Setter<'_>,
    issue: &Issue,
    part: Part,
    frame: Frame,
    theme: &Theme,
    tree: &mut Tree,
) -> Vec<Slab> {
    let wording = &issue.wording;
    let measure = frame.width * MEASURE;
    let shape = Shape { measure, indent: 0.0, align: Align::Start };
    let left = frame.start(measure, issue.language.direction());
    tree.open(Kind::Section);
    let mut slabs = Vec::new();
    if part == Part::Colophon {
        slabs.push(title(setter, &wording.colophon, "colophon", frame, theme, tree));
    } else {
        let style = theme.styles.contents_section;
        let text = Text::plain(&wording.colophon, style);
        let tag = tree.add_text(Kind::Heading(2), &text);
        slabs.extend(line_slabs(&setter.set(&text, shape), &style, left, tag, false));
        if let Some(first) = slabs.first_mut() {
            first.marks.push(rule(0.0, -6.0, frame.width, 0.4, theme.colours.hairline));
        }
        slabs.iter_mut().for_each(|line| line.after = After::Together);
    }
    let faces = [Family::Serif, Family::Sans].map(|family| setter.faces.family_name(family));
    let set_in =
        wording.set_in.replace("{}", &faces.into_iter().flatten().collect::<Vec<_>>().join(issue.language.comma()));
    let style = theme.styles.credits_line;
    for sentence in issue.colophon().into_iter().chain([set_in]) {
        let text = Text::plain(&sentence, style);
        let tag = tree.add_text(Kind::Paragraph, &text);
        let mut lines = line_slabs(&setter.set(&text, shape), &style, left, tag, false);
        if let Some(first) = lines.first_mut() {
            first.before = 4.0;
        }
        slabs.append(&mut lines);
    }
    tree.close();
    let mut slabs = kept_together(slabs, frame.height * TALLEST_ENTRY);
    if let Some(first) = slabs.first_mut() {
        first.before = ABOVE_COLOPHON;
    }
    slabs
}
