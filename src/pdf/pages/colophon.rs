//! The colophon, in small type under a rule: at the end of the picture credits, or of the contents where nobody is credited.

use super::TALLEST_ENTRY;
use crate::issue::Issue;
use crate::pdf::blocks::slab::{After, Slab, kept_together, line_slabs, rule};
use crate::pdf::layout::frame::Frame;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::Family;
use crate::pdf::layout::theme::Theme;
use crate::pdf::setting::setter::Setter;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::Text;
use crate::pdf::structure::{Kind, Tree};

/// The measure of the lines, as part of the text's width.
pub(in crate::pdf) const MEASURE: f32 = 0.8;
/// Above the rule, and between it and the heading.
const ABOVE: Pt = 26.0;
const UNDER_RULE: Pt = 6.0;
/// Between two sentences.
const BETWEEN: Pt = 4.0;

/// What stands under the others of a page.
pub(in crate::pdf) fn colophon(
    setter: &mut Setter<'_>,
    issue: &Issue,
    frame: Frame,
    theme: &Theme,
    tree: &mut Tree,
) -> Vec<Slab> {
    setter.set_language(&issue.language);
    let measure = frame.width * MEASURE;
    let shape = Shape { measure, indent: 0.0, align: Align::Start };
    let left = frame.start(measure, issue.language.direction());
    tree.open(Kind::Section);
    let style = theme.styles.contents_section;
    let heading = Text::plain(&issue.wording.colophon, style);
    let tag = tree.add_text(Kind::Heading(2), &heading);
    let mut slabs = line_slabs(&setter.set(&heading, shape), &style, left, tag, false);
    slabs.iter_mut().for_each(|line| line.after = After::Together);
    if let Some(first) = slabs.first_mut() {
        first.marks.push(rule(0.0, -UNDER_RULE, frame.width, 0.4, theme.colours.hairline));
    }
    let style = theme.styles.credits_line;
    for sentence in issue.colophon().into_iter().chain([set_in(setter, issue)]) {
        let text = Text::plain(&sentence, style);
        let tag = tree.add_text(Kind::Paragraph, &text);
        let mut lines = line_slabs(&setter.set(&text, shape), &style, left, tag, false);
        if let Some(first) = lines.first_mut() {
            first.before = BETWEEN;
        }
        slabs.append(&mut lines);
    }
    tree.close();
    let mut slabs = kept_together(slabs, frame.height * TALLEST_ENTRY);
    if let Some(first) = slabs.first_mut() {
        first.before = ABOVE;
    }
    slabs
}

/// "Set in Source Serif 4, Source Sans 3."
fn set_in(setter: &Setter<'_>, issue: &Issue) -> String {
    let families = [Family::Serif, Family::Sans].map(|family| setter.faces.family_name(family));
    let mut families: Vec<String> = families.into_iter().flatten().collect();
    families.dedup();
    issue.wording.set_in.replace("{}", &families.join(issue.language.comma()))
}
