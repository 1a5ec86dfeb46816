//! The cover: title, date, the lead picture with its credit, and the first headlines.

use crate::article::Figure;
use crate::issue::{Issue, date_in_words};
use crate::pdf::blocks::slab::{line_slabs, rule};
use crate::pdf::blocks::{PictureBox, alternative, push_credit};
use crate::pdf::file::picture::check;
use crate::pdf::layout::frame::{Frame, Page, Part};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::layout::theme::Theme;
use crate::pdf::mark::{Anchor, AnchorKind, Mark, MarkKind};
use crate::pdf::setting::setter::Setter;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Target, Text};
use crate::pdf::structure::Role;
use crate::pdf::structure::{Kind, Tree};
use crate::pictures::{Rendition, Target as For};
use std::sync::Arc;

/// How many headlines the cover names at most.
const HEADLINES: usize = 5;
/// The tallest picture, as part of the text's height.
const TALLEST: f32 = 0.47;
/// How much of the text's height the title may take before it is set smaller.
const TALLEST_TITLE: f32 = 0.25;

/// The space over and under a headline.
const ABOVE: Pt = 7.0;
const BELOW: Pt = 10.0;

/// A page under construction, filled from above.
struct Sheet<'a, 'f> {
    page: Page,
    tree: &'a mut Tree,
    setter: &'a mut Setter<'f>,
    frame: Frame,
    /// How far down the words may go.
    foot: Pt,
    y: Pt,
    /// Whether there was no room for something.
    is_full: bool,
}

/// Sets the cover.
pub(in crate::pdf) fn cover(
    setter: &mut Setter<'_>,
    issue: &Issue,
    frame: Frame,
    theme: &Theme,
    warnings: &mut Vec<String>,
    tree: &mut Tree,
) -> Page {
    setter.set_language(&issue.language);
    let styles = &theme.styles;
    let foot = frame.top + frame.height + theme.page.bottom / 3.0;
    let page = Page::new(Part::Cover);
    let mut sheet = Sheet { page, tree, setter, frame, foot, y: frame.top - 14.0, is_full: false };
    let anchor = Anchor { name: "cover".into(), what: AnchorKind::Spot };
    sheet.page.marks.push(Mark { x: 0.0, y: 0.0, role: Role::Furniture, kind: MarkKind::Anchor(anchor) });
    sheet.page.marks.push(rule(frame.left, sheet.y, frame.width, 4.0, theme.colours.accent));
    sheet.y += 16.0;
    let tallest = frame.height * TALLEST_TITLE;
    let style = sheet.setter.fitting_style(issue.name(), styles.cover_title, frame.width, tallest);
    sheet.write(&Text::plain(issue.name(), style), style, Kind::Paragraph);
    sheet.y += 8.0;
    let date = date_in_words(issue.date, &issue.language);
    sheet.write(&Text::plain(&date, styles.cover_date), styles.cover_date, Kind::Paragraph);
    sheet.y += 18.0;
    if let Some((figure, rendition)) = lead(issue) {
        let tallest = (frame.height * TALLEST).min(sheet.foot - sheet.y).max(1.0);
        let size = PictureBox::fit(rendition, frame.width, tallest, &theme.pictures);
        let kind = MarkKind::Picture { rendition: Arc::clone(rendition), width: size.width, height: size.height };
        sheet.tree.open(Kind::Group);
        let role = Role::Element(sheet.tree.add(Kind::Figure { alternative: alternative(figure, &issue.wording) }));
        sheet.page.marks.push(Mark { x: frame.left, y: sheet.y, role, kind });
        sheet.y += size.height + 3.0;
        if let Some(credit) = &figure.credit {
            let mut text = Text::default();
            push_credit(&mut text, credit, Look::from(styles.credit));
            sheet.write(&text, styles.credit, Kind::Caption);
        }
        sheet.tree.close();
        sheet.y += 14.0;
    } else {
        sheet.y += 40.0;
    }
    sheet.headlines(issue, theme);
    if sheet.is_full {
        warnings.push("the title of the issue is too long for the cover, and its end was left out there".to_owned());
    }
    sheet.page
}

impl Sheet<'_, '_> {
    /// As many of the first headlines as there is room for, at the foot of the page.
    fn headlines(&mut self, issue: &Issue, theme: &Theme) {
        let (style, names) = (theme.styles.cover_headline, theme.styles.cover_byline);
        let mut entries = Vec::new();
        let mut needed = 0.0;
        for (place, article) in issue.articles.iter().enumerate().take(HEADLINES) {
            let target = Some(Target::Inside(format!("article-{}", place + 1).into()));
            let mut headline = Text::default();
            headline.push(&article.headline, Look::from(style), target);
            let byline = Text::plain(&article.byline.joined(&issue.wording.and), names);
            let lines = self.lines(&headline).len() as f32 * style.leading;
            let height = lines + if byline.is_empty() { 0.0 } else { names.leading } + ABOVE + BELOW;
            if self.y + needed + height > self.foot {
                break;
            }
            needed += height;
            entries.push((headline, byline, article.language.as_ref().unwrap_or(&issue.language)));
        }
        self.y = self.foot - needed;
        self.tree.open(Kind::Contents);
        for (headline, byline, language) in entries {
            self.page.marks.push(rule(self.frame.left, self.y, self.frame.width, 0.5, theme.colours.hairline));
            self.y += ABOVE;
            self.tree.open(Kind::ContentsEntry);
            self.tree.set_language(language);
            self.write(&headline, style, Kind::Paragraph);
            self.write(&byline, names, Kind::Paragraph);
            self.tree.close();
            self.y += BELOW;
        }
        self.tree.close();
    }

    fn lines(&mut self, text: &Text) -> Vec<crate::pdf::setting::line::Line> {
        self.setter.set_balanced(text, Shape { measure: self.frame.width, indent: 0.0, align: Align::Start })
    }

    fn write(&mut self, text: &Text, style: TextStyle, kind: Kind) {
        let lines = self.lines(text);
        let tag = self.tree.add_text(kind, text);
        for slab in line_slabs(&lines, &style, 0.0, tag, false) {
            if self.y + slab.height > self.foot {
                self.is_full = true;
                return;
            }
            self.page.put(slab.marks, self.frame.left, self.y);
            self.y += slab.height;
        }
    }
}

/// The issue's lead picture, if a PDF can hold it.
fn lead(issue: &Issue) -> Option<(&Figure, &Arc<Rendition>)> {
    let figure = issue.lead_figure()?;
    let rendition = issue.pictures.rendition(&figure.picture, For::Print)?;
    check(rendition).is_ok().then_some((figure, rendition))
}
