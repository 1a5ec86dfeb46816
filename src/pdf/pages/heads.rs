//! Running heads and folios.

use super::folio::{Folio, front_matter};
use crate::issue::Issue;
use crate::pdf::layout::frame::{Frame, Page, Part};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::style::TextStyle;
use crate::pdf::layout::theme::Theme;
use crate::pdf::mark::{Mark, MarkKind};
use crate::pdf::setting::setter::Setter;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::Text;
use crate::pdf::structure::Role;

/// The part of the width that the article's headline may take in the running head.
const HEADLINE_SHARE: f32 = 0.68;
/// The least space between it and the name of the issue.
const BETWEEN_HEADS: Pt = 16.0;

/// Sets the running heads and the folios of all pages.
pub(in crate::pdf) fn running_heads(
    setter: &mut Setter<'_>,
    issue: &Issue,
    pages: &mut [Page],
    frame: Frame,
    theme: &Theme,
) {
    let front = front_matter(pages);
    for (place, page) in pages.iter_mut().enumerate() {
        let side = if place % 2 == 0 { Align::End } else { Align::Start };
        let heads = Heads { setter, issue, frame, theme };
        heads.set(page, Folio::in_issue(place, front), side);
    }
}

struct Heads<'a, 'f> {
    setter: &'a mut Setter<'f>,
    issue: &'a Issue,
    frame: Frame,
    theme: &'a Theme,
}

impl Heads<'_, '_> {
    /// Sets the running head of a page, and its folio at the side away from the fold.
    fn set(mut self, page: &mut Page, folio: Folio, side: Align) {
        let right = match page.part {
            Part::Cover | Part::Blank => return,
            // An opening has its own rule at the head; a running head over it would be one too many.
            Part::Article { opens: true, .. } => None,
            Part::Article { place, .. } => Some(self.issue.articles[place].headline.clone()),
            Part::Contents => Some(self.issue.wording.contents.clone()),
            Part::Credits => Some(self.issue.wording.picture_credits.clone()),
        };
        if let Some(right) = right {
            self.setter.set_language(&self.issue.language);
            let style = self.theme.styles.running_head;
            let baseline = self.theme.page.head;
            let width = self.frame.width;
            let right = self.shortened(&right, style, width * HEADLINE_SHARE);
            let left = width - self.setter.width(&Text::plain(&right, style)) - BETWEEN_HEADS;
            let left = self.shortened(&self.issue.title.clone(), style, left);
            page.marks.extend(self.line(&left, style, baseline, Align::Start, Role::RunningHead));
            page.marks.extend(self.line(&right, style, baseline, Align::End, Role::RunningHead));
            let kind = MarkKind::Block { width, height: 0.4, colour: self.theme.colours.hairline };
            page.marks.push(Mark { x: self.frame.left, y: baseline + 5.0, role: Role::Furniture, kind });
        }
        let style = self.theme.styles.folio;
        let baseline = self.frame.paper.height() - self.theme.page.foot;
        page.marks.extend(self.line(&folio.to_string(), style, baseline, side, Role::Folio));
    }

    /// The words with an ellipsis where they would not fit.
    fn shortened(&mut self, words: &str, style: TextStyle, room: Pt) -> String {
        if self.setter.width(&Text::plain(words, style)) <= room {
            return words.to_owned();
        }
        let ends = |words: &str| words.match_indices(' ').map(|(end, _)| end).collect::<Vec<usize>>();
        // Or, of one word that is too long or a script without spaces, as many letters as fit.
        let letters = |words: &str| words.char_indices().skip(1).map(|(end, _)| end).collect::<Vec<usize>>();
        [ends(words), letters(words)].iter().find_map(|ends| self.longest(words, ends, style, room)).unwrap_or_default()
    }

    /// The longest beginning of the words that fits with an ellipsis after it; it ends at one of `ends`.
    fn longest(&mut self, words: &str, ends: &[usize], style: TextStyle, room: Pt) -> Option<String> {
        let shorter = |end: usize| words[..end].trim_end_matches([',', ';', ':', '–', '—', ' ']).to_owned() + " …";
        let fitting = ends.partition_point(|end| self.setter.width(&Text::plain(&shorter(*end), style)) <= room);
        fitting.checked_sub(1).map(|last| shorter(ends[last]))
    }

    fn line(&mut self, words: &str, style: TextStyle, baseline: Pt, align: Align, role: Role) -> Vec<Mark> {
        let shape = Shape { measure: self.frame.width, indent: 0.0, align };
        let lines = self.setter.set(&Text::plain(words, style), shape);
        let runs = lines.into_iter().flat_map(|line| line.runs);
        let mark = |run: crate::pdf::setting::line::Run| Mark {
            x: self.frame.left + run.x,
            y: baseline,
            role,
            kind: MarkKind::Text(run),
        };
        runs.map(mark).collect()
    }
}
