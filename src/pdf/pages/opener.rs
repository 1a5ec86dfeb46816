//! The opening of an article: section, headline, standfirst, byline and date over all columns, and the lead
//! picture if it is large enough.

use crate::article::{Article, Block, Figure};
use crate::issue::{Issue, moment_in_words};
use crate::pdf::blocks::slab::{Slab, line_slabs, rule};
use crate::pdf::blocks::{Composer, Place};
use crate::pdf::file::picture::check;
use crate::pdf::layout::frame::Frame;
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::mark::{Anchor, AnchorKind, Mark, MarkKind};
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Text};
use crate::pdf::structure::Kind;
use crate::pdf::structure::Role;
use crate::pictures::{PictureSource, Target};

/// The widest that a headline runs, as part of the text's width: two short lines look better than a long one
/// with a word under it.
const HEADLINE_MEASURE: f32 = 0.94;
const STANDFIRST_MEASURE: f32 = 0.8;
/// How tall a lead picture may be, as part of the text's height, the best first: a photograph of three by two fills
/// the text's width, and a smaller one leaves room for the article where there is little.
pub(in crate::pdf) const TALLEST_LEAD: [f32; 3] = [0.47, 0.36, 0.27];
/// A picture that is nearly square or upright would fill the page; one that is very long is a strip.
const SQUAREST_LEAD: f32 = 1.15;
const MAX_LEAD_RATIO: f32 = 4.0;

/// How much of the text's height a headline may take before it is set smaller.
const TALLEST_HEADLINE: f32 = 0.4;

/// The opening, and whether the first block of the body has gone into it.
pub(in crate::pdf) struct Opener {
    /// What of a very long opening fills pages of its own.
    pub pages: Vec<Slab>,
    /// The rest, under which the body begins; its height is a whole number of lines of the grid.
    pub slab: Slab,
    pub took_first_block: bool,
}

impl Opener {
    /// Puts a piece under the others, on the next page if this one is full.
    fn add(&mut self, mut piece: Slab, page: Pt) {
        if self.slab.height + piece.height > page {
            self.pages.push(std::mem::replace(&mut self.slab, Slab::new(0.0, Vec::new())));
        }
        piece.shift(0.0, self.slab.height);
        self.slab.height += piece.height;
        self.slab.marks.append(&mut piece.marks);
    }
}

/// Sets the opening of `article`, its picture no taller than `tallest_lead` of the text's height, or without picture.
pub(in crate::pdf) fn opener(
    composer: &mut Composer<'_, '_>,
    article: &Article,
    issue: &Issue,
    frame: Frame,
    tallest_lead: Option<f32>,
) -> Opener {
    let styles = &composer.theme.styles;
    let mut slab = Slab::new(0.0, Vec::new());
    let anchor = Anchor { name: composer.prefix.as_str().into(), what: AnchorKind::Article(composer.article) };
    slab.marks.push(Mark { x: 0.0, y: 0.0, role: Role::Furniture, kind: MarkKind::Anchor(anchor) });
    slab.marks.push(rule(0.0, 0.0, frame.width, 2.0, composer.theme.colours.ink));
    slab.height += 6.0;
    let mut opener = Opener { pages: Vec::new(), slab, took_first_block: false };

    if let Some(label) = label(article) {
        let text = Text::plain(&label, styles.section);
        add(composer, &mut opener, &text, styles.section, 1.0, Kind::Paragraph);
    }
    opener.slab.height += 3.0;
    let measure = frame.width * HEADLINE_MEASURE;
    let tallest = frame.height * TALLEST_HEADLINE;
    let style = composer.setter.fitting_style(&article.headline, styles.headline, measure, tallest);
    let headline = Text::plain(&article.headline, style);
    add(composer, &mut opener, &headline, style, HEADLINE_MEASURE, Kind::Heading(1));
    if let Some(standfirst) = &article.standfirst {
        opener.slab.height += 5.0;
        let text = Text::plain(standfirst, styles.standfirst);
        add(composer, &mut opener, &text, styles.standfirst, STANDFIRST_MEASURE, Kind::Paragraph);
    }
    let byline = byline(article, issue, styles.byline, styles.dateline);
    if !byline.is_empty() {
        opener.slab.height += 6.0;
        add(composer, &mut opener, &byline, styles.byline, 1.0, Kind::Paragraph);
    }

    let lead = lead_picture(composer, article);
    if let (Some(figure), Some(tallest)) = (lead, tallest_lead) {
        opener.slab.height += 8.0;
        let place = Place { left: 0.0, width: frame.width, ..composer.body(frame.width) };
        for piece in composer.figure_slabs(figure, place, frame.height * tallest) {
            opener.add(piece, frame.height);
        }
        opener.took_first_block = true;
    } else {
        opener.slab.height += 6.0;
        let y = opener.slab.height;
        opener.slab.marks.push(rule(0.0, y, frame.width, 0.5, composer.theme.colours.hairline));
    }
    let grid = composer.theme.grid.leading;
    opener.slab.height = (((opener.slab.height + grid * 0.7) / grid).ceil() * grid).min(frame.height);
    opener
}

/// The section, and the publication that the article stood in.
fn label(article: &Article) -> Option<String> {
    let parts = [article.section.as_deref(), article.site.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// "By Ada and Ben · 9 July 2020 · Updated 10 July 2020".
fn byline(article: &Article, issue: &Issue, names: TextStyle, dates: TextStyle) -> Text {
    let wording = &issue.wording;
    let mut text = Text::default();
    if !article.byline.is_empty() {
        let between = if wording.by.ends_with('：') { "" } else { " " };
        text.push_styled(&format!("{}{between}{}", wording.by, article.byline.joined(&wording.and)), names);
    }
    let mut dated = Vec::new();
    if let Some(published) = article.published {
        dated.push(moment_in_words(published, &issue.language));
    }
    if let Some(changed) = article.updated() {
        dated.push(format!("{} {}", wording.updated, moment_in_words(changed, &issue.language)));
    }
    for date in dated {
        if !text.is_empty() {
            text.push("  ·  ", Look::from(dates), None);
        }
        text.push_styled(&date, dates);
    }
    text
}

/// The picture that the body begins with, if it is there and wide enough to go over all columns.
fn lead_picture<'b>(composer: &Composer<'_, '_>, article: &'b Article) -> Option<&'b Figure> {
    let Some(Block::Figure(figure)) = article.body.first() else { return None };
    spans(composer, &figure.picture).then_some(figure)
}

fn spans(composer: &Composer<'_, '_>, picture: &PictureSource) -> bool {
    let rendition = composer.pictures.rendition(picture, Target::Print);
    rendition.is_some_and(|picture| {
        check(picture).is_ok()
            && picture.width >= composer.theme.pictures.spanning
            && (SQUAREST_LEAD..=MAX_LEAD_RATIO).contains(&(picture.width as f32 / picture.height.max(1) as f32))
    })
}

/// Adds lines under what the opening has; `part` is the part of the width that they may take.
fn add(composer: &mut Composer<'_, '_>, opener: &mut Opener, text: &Text, style: TextStyle, part: f32, kind: Kind) {
    let width = composer.page.width;
    let measure = width * part;
    let lines = composer.setter.set_balanced(text, Shape { measure, indent: 0.0, align: Align::Start });
    let left = composer.page.start(measure, composer.setter.language.direction());
    let tag = composer.tree.add_text(kind, text);
    for line in line_slabs(&lines, &style, left, tag, false) {
        opener.add(line, composer.page.height);
    }
}
