//! The contents: for each article its page, headline and byline, under the name of its section.

use super::TALLEST_ENTRY;
use super::colophon::colophon;
use super::columns::{Column, Heights, Progress, fill_page};
use super::folio::Folio;
use crate::article::{Article, Block, Inline};
use crate::issue::Issue;
use crate::pdf::blocks::slab::{After, Slab, kept_together, line_slabs, rule, stacked};
use crate::pdf::layout::frame::{Frame, Page, Part};
use crate::pdf::layout::paper::Pt;
use crate::pdf::layout::theme::Theme;
use crate::pdf::mark::{Anchor, AnchorKind, Mark, MarkKind, line_marks};
use crate::pdf::setting::setter::Setter;
use crate::pdf::setting::shape::{Align, Shape};
use crate::pdf::setting::text::{Look, Target, Text};
use crate::pdf::structure::Role;
use crate::pdf::structure::{Kind, Tree};

/// The room of the page numbers, at the left.
const FOLIO_WIDTH: Pt = 34.0;

/// The pages of the contents; `folios` are the pages on which the articles open.
pub(in crate::pdf) fn contents(
    setter: &mut Setter<'_>,
    issue: &Issue,
    folios: &[Folio],
    frame: Frame,
    theme: &Theme,
    tree: &mut Tree,
) -> Vec<Page> {
    setter.set_language(&issue.language);
    let mut slabs = vec![title(setter, &issue.wording.contents, "contents", frame, theme, tree)];
    tree.open(Kind::Contents);
    for section in issue.sections() {
        tree.open(Kind::Contents);
        if let Some(name) = &section.name {
            slabs.extend(section_label(setter, name, frame, theme, tree));
        }
        for (place, _) in section.articles {
            slabs.extend(entry(setter, issue, place, folios[place], frame, theme, tree));
        }
        tree.close();
    }
    tree.close();
    if issue.credits.is_empty() {
        slabs.extend(colophon(setter, issue, frame, theme, tree));
    }
    in_pages(&slabs, Part::Contents, frame, theme)
}

/// A large title over all columns.
pub(in crate::pdf) fn title(
    setter: &mut Setter<'_>,
    words: &str,
    name: &str,
    frame: Frame,
    theme: &Theme,
    tree: &mut Tree,
) -> Slab {
    let style = theme.styles.contents_title;
    let shape = Shape { measure: frame.width, indent: 0.0, align: Align::Start };
    let text = Text::plain(words, style);
    let lines = setter.set(&text, shape);
    let tag = tree.add_text(Kind::Heading(1), &text);
    let mut slab = stacked(line_slabs(&lines, &style, 0.0, tag, false));
    slab.shift(0.0, 8.0);
    slab.height += 18.0;
    slab.marks.push(rule(0.0, 0.0, frame.width, 2.0, theme.colours.ink));
    let what = AnchorKind::Heading { level: 1, title: words.to_owned() };
    let anchor = MarkKind::Anchor(Anchor { name: name.into(), what });
    slab.marks.push(Mark { x: 0.0, y: 0.0, role: Role::Furniture, kind: anchor });
    Slab { after: After::Together, ..slab }
}

/// The least part of the text's height that is filled on the last of several pages.
const EMPTIEST: f32 = 0.25;

/// Slabs as pages of one column. Where a line or two would stand alone on the last page, those before are left shorter.
pub(in crate::pdf) fn in_pages(slabs: &[Slab], part: Part, frame: Frame, theme: &Theme) -> Vec<Page> {
    let filled = |height: Pt, most: usize| {
        let heights = Heights { column: height, whole: frame.height, grid: theme.grid.step };
        let mut progress = Progress::default();
        let mut columns = Vec::new();
        while !progress.is_done(slabs) && columns.len() <= most {
            columns.extend(fill_page(slabs, &mut progress, 1, heights));
        }
        columns
    };
    let full = filled(frame.height, usize::MAX - 1);
    let is_empty = |columns: &Vec<Column>| {
        columns.len() > 1 && columns.last().is_some_and(|last| last.height < frame.height * EMPTIEST)
    };
    let mut columns = full.clone();
    let mut height = frame.height;
    while is_empty(&columns) && height > frame.height * 0.5 {
        height -= theme.grid.leading;
        let shorter = filled(height, full.len());
        if shorter.len() > full.len() {
            break;
        }
        columns = shorter;
    }
    let page = |column: Column| {
        let mut page = Page::new(part);
        page.put(column.marks, frame.left, frame.top);
        page
    };
    columns.into_iter().map(page).collect()
}

fn section_label(setter: &mut Setter<'_>, name: &str, frame: Frame, theme: &Theme, tree: &mut Tree) -> Vec<Slab> {
    let style = theme.styles.contents_section;
    let shape = Shape { measure: frame.width - FOLIO_WIDTH, indent: 0.0, align: Align::Start };
    let text = Text::plain(name, style);
    let lines = setter.set(&text, shape);
    let tag = tree.add_text(Kind::Caption, &text);
    let slabs = line_slabs(&lines, &style, FOLIO_WIDTH, tag, false);
    let mut slabs = kept_together(slabs, frame.height * TALLEST_ENTRY);
    if let Some(first) = slabs.first_mut() {
        first.before = 14.0;
    }
    if let Some(last) = slabs.last_mut() {
        last.after = After::Together;
    }
    slabs
}

fn entry(
    setter: &mut Setter<'_>,
    issue: &Issue,
    place: usize,
    folio: Folio,
    frame: Frame,
    theme: &Theme,
    tree: &mut Tree,
) -> Vec<Slab> {
    let article = &issue.articles[place];
    let styles = &theme.styles;
    let target = Target::Inside(format!("article-{}", place + 1).into());
    let measure = frame.width - FOLIO_WIDTH;
    // All of the entry is one link.
    tree.open(Kind::ContentsEntry);
    tree.set_language(article.language.as_ref().unwrap_or(&issue.language));
    tree.open(Kind::Reference);
    let role = Role::Element(tree.add(Kind::Link { leads_to: article.headline.clone() }));
    tree.close();
    tree.close();
    let start = Shape { measure, indent: 0.0, align: Align::Start };
    let mut headline = Text::default();
    headline.push(&article.headline, Look::from(styles.contents_headline), None);
    let lines = setter.set(&headline, start);
    let mut slabs = line_slabs(&lines, &styles.contents_headline, FOLIO_WIDTH, role, false);
    if theme.contents.summaries {
        let summary = Text::plain(&summary(article), styles.contents_summary);
        let lines = setter.set(&summary, start);
        slabs.extend(line_slabs(&lines, &styles.contents_summary, FOLIO_WIDTH, role, false));
    }
    let details = details(issue, article);
    let lines = setter.set(&Text::plain(&details, styles.contents_byline), start);
    slabs.extend(line_slabs(&lines, &styles.contents_byline, FOLIO_WIDTH, role, false));
    let mut slabs = kept_together(slabs, frame.height * TALLEST_ENTRY);

    let number = Text::plain(&folio.to_string(), styles.contents_folio);
    let shape = Shape { measure: FOLIO_WIDTH, indent: 0.0, align: Align::Start };
    let mut marks = Vec::new();
    for line in setter.set(&number, shape) {
        marks.extend(line_marks(&line, &styles.contents_folio, 0.0, 0.0, role));
    }
    for slab in &mut slabs {
        // The whole entry leads to the article.
        let kind = MarkKind::Link { width: frame.width, height: slab.height, target: target.clone() };
        slab.marks.push(Mark { x: 0.0, y: 0.0, role, kind });
    }
    if let Some(first) = slabs.first_mut() {
        marks.append(&mut first.marks);
        first.marks = marks;
        first.shift(0.0, 7.0);
        first.height += 7.0;
    }
    if let Some(last) = slabs.last_mut() {
        last.height += 7.0;
        last.marks.push(rule(FOLIO_WIDTH, last.height - 0.5, measure, 0.4, theme.colours.hairline));
    }
    slabs
}

/// What the article is about in its own words: its standfirst, or the beginning of its text.
fn summary(article: &Article) -> String {
    const MAX_SUMMARY_WORDS: usize = 45;
    if let Some(standfirst) = &article.standfirst {
        return standfirst.clone();
    }
    let first = article.body.iter().find_map(|block| match block {
        Block::Paragraph(words) => Some(Inline::plain_text(words)).filter(|words| !words.trim().is_empty()),
        _ => None,
    });
    shortened(&first.unwrap_or_default(), MAX_SUMMARY_WORDS)
}

/// The beginning of a text, in so many words at most.
pub(in crate::pdf) fn shortened(text: &str, most_words: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    // No line begins with the ellipsis.
    if words.len() <= most_words { words.join(" ") } else { words[..most_words].join(" ") + "\u{a0}…" }
}

/// "Ada and Ben · The Tollbridge Courier · 7 min".
fn details(issue: &Issue, article: &Article) -> String {
    let parts = [
        article.byline.joined(&issue.wording.and),
        article.site.clone().unwrap_or_default(),
        issue.wording.minutes_of(article),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ·  ")
}
