//! A figure: its picture, its caption, its credit. What could not be had is said, never left as a hole.

use super::Setter;
use super::markup::{Markup, Tag};
use super::pictures::{Place, figure_id};
use crate::article::{Credit, Figure, Inline};

impl Setter<'_> {
    pub(super) fn figure(&mut self, out: &mut Markup, figure: &Figure) {
        let id = figure_id(self.figures_set);
        self.figures_set += 1;
        let place = self.pictures.place(&figure.picture);
        let class = if place.is_some() { "picture" } else { "picture missing" };
        out.element(Tag::new("figure").class(class).id(id), |out| {
            match &place {
                Some(place) => set_picture(out, place, &figure.alt),
                None => self.missing(out, figure),
            }
            self.words_below(out, figure);
        });
    }

    /// The words in the place of a picture; its alternative text is the next best thing to it.
    fn missing(&self, out: &mut Markup, figure: &Figure) {
        let words = Tag::new("span");
        let words = if let Some(voice) = self.furniture { voice.mark(words) } else { words };
        let notice = Tag::new("p").class("notice");
        out.element(notice, |out| out.words(words, &self.wording.picture_missing));
        if !figure.alt.trim().is_empty() && figure.alt.trim() != Inline::plain_text(&figure.caption) {
            out.words(Tag::new("p").class("alternative"), &figure.alt);
        }
    }

    fn words_below(&mut self, out: &mut Markup, figure: &Figure) {
        if figure.caption.is_empty() && figure.credit.is_none() {
            return;
        }
        out.element(Tag::new("figcaption"), |out| {
            if !figure.caption.is_empty() {
                out.element(Tag::new("p").class("caption"), |out| self.inlines(out, &figure.caption));
            }
            if let Some(credit) = &figure.credit {
                out.element(Tag::new("p").class("credit"), |out| set_credit(out, credit));
            }
        });
    }
}

/// The credit as printed; where it leads, it leads.
fn set_credit(out: &mut Markup, credit: &Credit) {
    for (words, target) in credit.pieces() {
        match target {
            Some(target) => out.words(Tag::new("a").with("href", target.as_str()), words),
            None => out.text(words),
        }
    }
}

/// The picture's own size goes with it, so that the page does not jump while it loads.
fn set_picture(out: &mut Markup, place: &Place, alt: &str) {
    let mut tag = Tag::new("img").with("src", place.address.as_str()).with("alt", alt.trim());
    if let Some((width, height)) = place.size {
        tag = tag.with("width", width.to_string()).with("height", height.to_string());
    }
    // A drawing in black on nothing would be black on black at night; the style gives it paper.
    let tag = if place.is_transparent { tag.class("on-paper") } else { tag };
    out.empty(tag);
}
