//! Quotations, set off by a rule at their side, and pull quotes in display type.

use super::slab::{After, Slab, kept_together, line_slabs, rule};
use super::{Composer, Place, underlay};
use crate::article::{Block, Inline, Quote};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::structure::Kind;

/// The distance of a quotation from the left edge, its rule included.
const INSET: Pt = 11.0;
/// The tallest pull quote that is never torn, as part of the page's height.
const TALLEST_PULL_QUOTE: f32 = 0.5;

impl Composer<'_, '_> {
    pub(super) fn quote(&mut self, quote: &Quote, place: Place) {
        let style = if place.is_body { self.theme.styles.quote } else { place.style };
        let (inner, by) = place.inset(INSET);
        let inner = Place { style, ..inner };
        self.tree.open(Kind::Quote);
        let mut slabs = self.aside(|composer| composer.blocks(&quote.content, inner));
        let attribution = self.attribution(&quote.attribution, self.theme.styles.attribution, inner, Align::Start);
        self.tree.close();
        if let Some(last) = slabs.last_mut()
            && !attribution.is_empty()
        {
            last.after = After::Together;
        }
        slabs.extend(attribution);
        let colour = self.theme.colours.accent;
        let ruled = if by > 0.0 { slabs.as_mut_slice() } else { &mut [] };
        for (number, slab) in ruled.iter_mut().enumerate() {
            // The rule runs on over the space between two paragraphs of the quotation.
            let above = if number == 0 { 0.0 } else { slab.before };
            underlay(slab, rule(place.at(1.0, 1.2), -above, 1.2, slab.height + above, colour));
        }
        self.append(slabs, self.half_line());
        self.leave(self.half_line());
    }

    pub(super) fn pull_quote(&mut self, quote: &Quote, place: Place) {
        let style = self.theme.styles.pull_quote;
        let shape = Shape { measure: place.width, indent: 0.0, align: Align::Start };
        let mut slabs = Vec::new();
        self.tree.open(Kind::Quote);
        for block in &quote.content {
            let content: &[Inline] = match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => content,
                _ => &[Inline::text(crate::article::plain_text(std::slice::from_ref(block)))],
            };
            let text = self.words(content, style);
            let lines = self.setter.set_balanced(&text, shape);
            let tag = self.tree.add_text(Kind::Paragraph, &text);
            slabs.extend(line_slabs(&lines, &style, place.left, tag, false));
        }
        slabs.extend(self.attribution(&quote.attribution, self.theme.styles.attribution, place, Align::Start));
        self.tree.close();
        if slabs.is_empty() {
            return;
        }
        let mut slabs = kept_together(slabs, self.page.height * TALLEST_PULL_QUOTE);
        let colour = self.theme.colours.accent;
        if let Some(first) = slabs.first_mut() {
            first.shift(0.0, 8.0);
            first.height += 8.0;
            first.marks.push(rule(place.left, 0.0, place.width, 1.4, colour));
        }
        if let Some(last) = slabs.last_mut() {
            last.height += 6.0;
            last.marks.push(rule(place.left, last.height - 0.5, place.width, 0.5, colour));
        }
        if let [whole] = slabs.as_mut_slice() {
            whole.floats = place.is_body;
        }
        self.append(slabs, self.theme.grid.leading * 0.8);
        self.leave(self.theme.grid.leading * 0.8);
    }

    /// "— Marit Solheim".
    fn attribution(&mut self, who: &[Inline], style: TextStyle, place: Place, align: Align) -> Vec<Slab> {
        if who.is_empty() {
            return Vec::new();
        }
        let mut with_dash = vec![Inline::text("— ")];
        with_dash.extend_from_slice(who);
        let text = self.words(&with_dash, style);
        let lines = self.lines(&text, Shape { measure: place.width, indent: 0.0, align });
        let tag = self.tree.add_text(Kind::Paragraph, &text);
        let mut slabs = line_slabs(&lines, &style, place.left, tag, false);
        if let Some(first) = slabs.first_mut() {
            first.before = 2.0;
        }
        slabs
    }
}
