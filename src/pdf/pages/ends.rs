//! The end of an article: the notes that stand at no foot of a column, where it was taken from, and the addresses of
//! its links.

use super::qr::code;
use crate::article::{Article, Figures, printed_address};
use crate::issue::{Issue, moment_in_words};
use crate::pdf::blocks::slab::{After, line_slabs, rule, stacked};
use crate::pdf::blocks::{Composer, Place};
use crate::pdf::layout::paper::Pt;
use crate::pdf::mark::Mark;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Target, Text};
use crate::pdf::structure::{Kind, ListMarks};
use std::sync::Arc;

/// Between a QR code and the words beside it, which have at least so much room; the code needs four of its squares of
/// blank paper around it.
const AFTER_CODE: Pt = 10.0;
const NARROWEST: Pt = 80.0;

impl Composer<'_, '_> {
    /// Sets what stands under the body.
    pub(crate) fn ends(&mut self, article: &Article, issue: &Issue, width: Pt) {
        self.rest(article, issue, width);
        self.leave(self.theme.grid.leading);
        let first = self.slabs.len();
        self.notes(width);
        self.source(article, issue, width);
        self.links(width);
        let x = self.body(width).at(0.0, 36.0);
        if let Some(slab) = self.slabs.get_mut(first) {
            // The slab before may stand elsewhere, if it is one that floats: so the space is asked for here, too.
            slab.before = slab.before.max(self.theme.grid.leading);
            slab.marks.push(rule(x, -3.0, 36.0, 0.8, self.theme.colours.accent));
        }
    }

    fn notes(&mut self, width: Pt) {
        if !self.has_notes_left() {
            return;
        }
        let words = self.wording.notes.clone();
        self.end_heading(&words, width);
        self.notes_left(width);
        self.leave(self.half_line());
    }

    fn links(&mut self, width: Pt) {
        if self.addresses.in_order.is_empty() {
            return;
        }
        let words = self.wording.links.clone();
        self.end_heading(&words, width);
        let style = self.theme.styles.address;
        let inset = self.number_inset(self.addresses.in_order.len(), style);
        let whole = Place { style, ..self.body(width) };
        let (inner, _) = whole.inset(inset);
        self.tree.open(Kind::List(ListMarks::Numbers(Figures::Decimal)));
        for (place, url) in self.addresses.in_order.clone().into_iter().enumerate() {
            let mut text = Text::default();
            text.push(&printed_address(&url), Look::from(style), Some(Target::Web(url)));
            let shape = Shape { measure: inner.width, indent: 0.0, align: Align::Start };
            let lines = self.lines(&text, shape);
            self.tree.open(Kind::Item);
            let label = self.number_label(place + 1, style, None);
            let tag = self.tree.add_text(Kind::ItemBody, &text);
            self.tree.close();
            let mut slabs = line_slabs(&lines, &style, inner.left, tag, false);
            self.put_number(&mut slabs, &label, whole, inset);
            self.append(slabs, 0.5);
        }
        self.tree.close();
    }

    /// "Source: tollbridge.example/news/ferry, 6 January 2025".
    fn source(&mut self, article: &Article, issue: &Issue, width: Pt) {
        let Some(url) = &article.url else { return };
        let style = self.theme.styles.address;
        let mut text = Text::default();
        text.push(&format!("{}: ", issue.wording.source), Look::from(style), None);
        text.push(&printed_address(url), Look::from(style), Some(Target::Web(Arc::new(url.clone()))));
        if let Some(published) = article.published {
            text.push(&format!(", {}", moment_in_words(published, &issue.language)), Look::from(style), None);
        }
        let tag = self.tree.add_text(Kind::Paragraph, &text);
        let code = self.theme.ends.qr.then(|| code(url.as_str(), self.theme.colours.ink)).flatten();
        let Some(code) = code.filter(|code| width - code.side >= NARROWEST) else {
            let lines = self.lines(&text, Shape { measure: width, indent: 0.0, align: Align::Start });
            self.append(line_slabs(&lines, &style, 0.0, tag, false), 4.0);
            return self.leave(self.half_line());
        };
        // The address beside its code, ending where the code ends.
        let body = self.body(width);
        let measure = width - code.side - AFTER_CODE;
        let lines = self.lines(&text, Shape { measure, indent: 0.0, align: Align::Start });
        let left = body.at(code.side + AFTER_CODE, measure);
        let mut slab = stacked(line_slabs(&lines, &style, left, tag, false));
        slab.shift(0.0, (code.side - slab.height).max(0.0));
        slab.height = slab.height.max(code.side);
        let x = body.at(0.0, code.side);
        slab.marks.extend(code.marks.into_iter().map(|mark| Mark { x: mark.x + x, ..mark }));
        self.append(vec![slab], self.half_line());
        self.leave(self.half_line());
    }

    /// "The saved page ends here. The rest: tollbridge.example/news/ferry".
    fn rest(&mut self, article: &Article, issue: &Issue, width: Pt) {
        if !article.breaks_off() {
            return;
        }
        let style = self.theme.styles.note;
        let look = Look::from(style);
        let mut text = Text::default();
        text.push(&issue.wording.ends_here, look, None);
        if let Some(url) = article.rest_at() {
            text.push(&format!(" {}: ", issue.wording.rest), look, None);
            text.push(&printed_address(url), look, Some(Target::Web(Arc::new(url.clone()))));
        }
        let lines = self.lines(&text, Shape { measure: width, indent: 0.0, align: Align::Start });
        let tag = self.tree.add_text(Kind::Paragraph, &text);
        self.append(line_slabs(&lines, &style, 0.0, tag, false), self.half_line());
    }

    fn end_heading(&mut self, words: &str, width: Pt) {
        let style = self.theme.styles.end_heading;
        let text = Text::plain(words, style);
        let lines = self.lines(&text, Shape { measure: width, indent: 0.0, align: Align::Start });
        let tag = self.tree.add_text(Kind::Heading(2), &text);
        let mut slabs = line_slabs(&lines, &style, 0.0, tag, false);
        slabs.iter_mut().for_each(|slab| slab.after = After::Together);
        self.append(slabs, self.half_line());
    }
}
