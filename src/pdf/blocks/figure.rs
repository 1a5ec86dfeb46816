//! Figures: the picture whole, its caption, and its credit in smaller type after the caption.

use super::slab::{After, Slab, line_slabs};
use super::{Composer, Place};
use crate::article::{Credit, Figure, Inline};
use crate::issue::Wording;
use crate::pdf::file::picture::check;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::theme::PictureTheme;
use crate::pdf::mark::{Anchor, AnchorKind, Mark, MarkKind};
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Target, Text};
use crate::pdf::structure::Kind;
use crate::pdf::structure::Role;
use crate::pictures::{Rendition, Target as For};
use std::sync::Arc;

/// Between a picture and its caption.
const ABOVE_CAPTION: Pt = 4.0;
/// Inside the frame that stands for a missing picture.
const PADDING: Pt = 6.0;
/// The tallest picture together with its caption, as part of the page's height; a longer caption is torn.
const TALLEST: f32 = 0.8;
/// So many lines of a torn caption stay with the picture.
const FEWEST_LINES: usize = 3;
/// The space over and under a figure.
const AROUND: Pt = 8.0;

/// The size at which a picture is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::pdf) struct PictureBox {
    pub width: Pt,
    pub height: Pt,
}

impl PictureBox {
    /// As wide as `measure`, unless the picture would become coarse or taller than `tallest`.
    pub(crate) fn fit(rendition: &Rendition, measure: Pt, tallest: Pt, theme: &PictureTheme) -> Self {
        let (width, height) = (rendition.width.max(1) as f32, rendition.height.max(1) as f32);
        let finest = 72.0 / theme.resolution;
        let scale = (measure / width).min(tallest / height).min(finest);
        Self { width: width * scale, height: height * scale }
    }
}

impl Composer<'_, '_> {
    pub(super) fn figure(&mut self, figure: &Figure, place: Place) {
        let mut slabs = self.figure_slabs(figure, place, self.page.height * self.theme.pictures.tallest);
        if let [whole] = slabs.as_mut_slice() {
            whole.floats = place.is_body;
        }
        self.append(slabs, AROUND);
        self.leave(AROUND);
    }

    /// The figure as one piece that is never torn; what a very long caption has too much follows line by line.
    pub(crate) fn figure_slabs(&mut self, figure: &Figure, place: Place, tallest: Pt) -> Vec<Slab> {
        let place_among =
            self.figures.iter().position(|known| std::ptr::eq(*known, figure)).unwrap_or(self.figures.len());
        let name = format!("{}-figure-{}", self.prefix, place_among + 1);
        let what = AnchorKind::Figure { article: self.article, figure: place_among };
        let anchor = MarkKind::Anchor(Anchor { name: name.into(), what });
        let anchor = Mark { x: 0.0, y: 0.0, role: Role::Furniture, kind: anchor };
        let rendition = self.pictures.rendition(&figure.picture, For::Print).cloned();
        let rendition = rendition.filter(|rendition| match check(rendition) {
            Ok(()) => true,
            Err(why) => {
                self.warnings.push(format!("{why}, and was left out: {}", figure.picture.published()));
                false
            }
        });
        let Some(rendition) = rendition else {
            let mut slabs = self.inside(Kind::Group, |composer| composer.missing(figure, place));
            if let Some(first) = slabs.first_mut() {
                first.marks.push(anchor);
            }
            return slabs;
        };
        let size = PictureBox::fit(&rendition, place.width, tallest, &self.theme.pictures);
        // A narrow picture stands at the left, where its caption begins.
        let x = place.left;
        let kind = MarkKind::Picture { rendition, width: size.width, height: size.height };
        // The caption stands beside the picture, not in it: what is inside a figure is not read where it has an
        // alternative.
        self.tree.open(Kind::Group);
        let role = Role::Element(self.tree.add(Kind::Figure { alternative: alternative(figure, self.wording) }));
        let mut slab = Slab::new(size.height, vec![anchor, Mark { x, y: 0.0, role, kind }]);
        let mut caption = self.caption(figure, None, place);
        self.tree.close();
        if caption.is_empty() {
            return vec![slab];
        }
        slab.height += ABOVE_CAPTION;
        let leading = self.theme.styles.caption.leading;
        let whole = slab.height + caption.len() as f32 * leading <= self.page.height * TALLEST;
        let under = if whole { caption.len() } else { caption.len().min(FEWEST_LINES) };
        let rest = caption.split_off(under);
        stack_under(&mut slab, caption);
        if !rest.is_empty() {
            slab.after = After::Together;
        }
        std::iter::once(slab).chain(rest).collect()
    }

    /// What stands in the place of a picture that could not be had: its words in a light frame.
    fn missing(&mut self, figure: &Figure, place: Place) -> Vec<Slab> {
        let inner = Place { left: place.left + PADDING, width: place.width - 2.0 * PADDING, ..place };
        let note = self.wording.picture_missing.clone();
        let lines = self.caption(figure, Some(&note), inner);
        if lines.len() as f32 * self.theme.styles.caption.leading > self.page.height * TALLEST {
            // Too many words for a frame.
            return lines;
        }
        let mut slab = Slab::new(PADDING, Vec::new());
        stack_under(&mut slab, lines);
        slab.height += PADDING;
        let kind = MarkKind::Frame { width: place.width, height: slab.height, colour: self.theme.colours.hairline };
        slab.marks.insert(0, Mark { x: place.left, y: 0.0, role: Role::Furniture, kind });
        vec![slab]
    }

    /// The caption, the credit, and what is to be said besides.
    fn caption(&mut self, figure: &Figure, note: Option<&str>, place: Place) -> Vec<Slab> {
        let style = self.theme.styles.caption;
        let credit_style = self.theme.styles.credit;
        let alternative = [Inline::text(figure.alt.as_str())];
        // Of a missing picture at least its description is told.
        let caption = match (figure.caption.is_empty(), note) {
            (true, Some(_)) if !figure.alt.is_empty() => &alternative[..],
            _ => figure.caption.as_slice(),
        };
        let mut text: Text = self.words(caption, style);
        if let Some(credit) = &figure.credit {
            if !text.is_empty() {
                text.push("  ", Look::from(style), None);
            }
            push_credit(&mut text, credit, Look::from(credit_style));
        }
        if let Some(note) = note {
            if !text.is_empty() {
                text.push("\n", Look::from(style), None);
            }
            text.push(note, Look::from(credit_style).italic(), None);
        }
        let lines = self.lines(&text, Shape { measure: place.width, indent: 0.0, align: Align::Start });
        let tag = self.tree.add_text(if note.is_some() { Kind::Paragraph } else { Kind::Caption }, &text);
        line_slabs(&lines, &style, place.left, tag, false)
    }
}

/// What is said in the place of a figure's picture: what the page says to those who cannot see it, or else its
/// caption, or who made it.
pub(in crate::pdf) fn alternative(figure: &Figure, wording: &Wording) -> String {
    let said = [figure.alt.trim().to_owned(), Inline::plain_text(&figure.caption)];
    let makers = |credit: &Credit| credit.pieces().into_iter().map(|(words, _)| words).collect::<String>();
    let credit = figure.credit.as_ref().map(|credit| format!("{} ({})", wording.picture, makers(credit)));
    let said = said.into_iter().chain(credit).find(|words| !words.is_empty());
    said.unwrap_or_else(|| wording.picture.clone())
}

/// Adds a credit as printed; where it leads, it leads. A short one stands in one line.
pub(in crate::pdf) fn push_credit(text: &mut Text, credit: &Credit, look: Look) {
    /// In letters: a name, and the house it is for.
    const SHORT: usize = 36;
    let is_short = credit.text.chars().count() <= SHORT;
    for (words, target) in credit.pieces() {
        let words = if is_short { words.replace(' ', "\u{a0}") } else { words.to_owned() };
        text.push(&words, look, target.map(|url| Target::Web(Arc::new(url.clone()))));
    }
}

/// Puts lines under what the slab has already.
fn stack_under(slab: &mut Slab, lines: Vec<Slab>) {
    for mut line in lines {
        line.shift(0.0, slab.height);
        slab.height += line.height;
        slab.marks.append(&mut line.marks);
    }
    slab.after = After::MayBreak;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::layout::MAGAZINE;
    use crate::pictures::{Colour, Format};

    fn shown(width: u32, height: u32) -> PictureBox {
        let rendition = Rendition { format: Format::Jpeg, colour: Colour::Rgb, width, height, bytes: vec![] };
        PictureBox::fit(&rendition, 240.0, 400.0, &MAGAZINE.pictures)
    }

    #[test]
    fn a_picture_fills_the_measure_but_is_neither_coarse_nor_too_tall() {
        assert_eq!(shown(2400, 1200), PictureBox { width: 240.0, height: 120.0 });
        assert!(shown(100, 50).width < 60.0, "a small picture must stay small");
        assert!(shown(1000, 4000).height <= 400.0);
    }
}
