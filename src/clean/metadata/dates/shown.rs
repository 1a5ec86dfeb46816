//! Shown dates: the days that the page shows its reader, and what it says of them.

use super::super::byline::lines::labelled_names;
use super::super::scan::signs::Sign;
use super::super::scan::{Line, Mark, MetadataScan};
use super::super::tidy::folded;
use super::labels::Label;
use super::text::{DayOrder, find, month_at_end, parse};
use crate::article::Moment;
use crate::lexicon;
use jiff::civil::Date;

/// How far below the headline a date may stand, in bytes of text.
const REACH: usize = 900;

/// The same above it, where ticker lines and the day of the visit stand too.
const REACH_ABOVE: usize = 150;

/// Longer lines are running text, which tells of other days.
const SHORT: usize = 120;

/// A day that the page shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ShownDate {
    pub moment: Moment,
    pub label: Label,
}

impl ShownDate {
    pub(super) fn is_of_change(&self) -> bool {
        self.label == Label::Changed
    }
}

/// The days that stand below the headline or closely above it, the most telling first. What stands in a box for
/// sharing or the like counts only where nothing else does.
pub(super) fn near(scan: &MetadataScan, order: DayOrder, headline_at: Option<usize>) -> Vec<ShownDate> {
    let below = |at: usize| headline_at.is_none_or(|headline| at >= headline && at - headline < REACH);
    let above = |at: usize| headline_at.is_some_and(|headline| at < headline && headline - at < REACH_ABOVE);
    let find = |is_part: &dyn Fn(bool, bool) -> bool| -> Vec<ShownDate> {
        let marks = |near: &dyn Fn(usize) -> bool| -> Vec<ShownDate> {
            let marks = scan.marks.iter().filter(|mark| near(mark.at) && is_part(mark.in_furniture, mark.is_apart()));
            marks.filter(|mark| is_dated(mark)).flat_map(|mark| in_mark(scan, mark, order)).collect()
        };
        let lines = |near: &dyn Fn(usize) -> bool| -> Vec<ShownDate> {
            let lines = scan.lines.iter().filter(|line| near(line.at) && is_part(line.in_furniture, line.is_apart()));
            lines.flat_map(|line| in_line(scan, line, order)).collect()
        };
        [marks(&below), lines(&below), marks(&above), lines(&above)].concat()
    };
    let dates = find(&|in_furniture, _| !in_furniture);
    if dates.is_empty() { find(&|_, is_apart| !is_apart) } else { dates }
}

/// The day of which the page says somewhere, in a line of its own, that it is that of the publication.
pub(super) fn labelled(scan: &MetadataScan, order: DayOrder) -> Option<Moment> {
    let lines = scan.lines.iter().filter(|line| line.text.len() < SHORT / 2);
    let mut dates = lines.flat_map(|line| in_line(scan, line, order));
    dates.find(|date| date.label == Label::Published).map(|date| date.moment)
}

/// The days that the page tells of anywhere, in a way that leaves no doubt which figure is the day and which the month.
pub(super) fn beyond_doubt(scan: &MetadataScan) -> impl Iterator<Item = Date> {
    let lines = scan.lines.iter().filter(|line| line.text.len() < SHORT && has_digit(&line.text));
    lines.filter_map(|line| {
        let day = |order| find(&line.text, order).map(|(moment, _)| moment.date());
        day(DayOrder::DayFirst).filter(|found| day(DayOrder::MonthFirst) == Some(*found))
    })
}

/// The day that a page without any other tells of far from its headline: before the first words of the text, in the
/// line under the text that names the author or in the one below that, in the only element that is marked as a date, or as that of a change.
pub(super) fn far(scan: &MetadataScan, order: DayOrder, headline_at: Option<usize>) -> Option<Moment> {
    let is_below = |at: usize| headline_at.is_none_or(|headline| at >= headline);
    let lines = || scan.lines.iter().filter(|line| !line.in_furniture && is_below(line.at));
    let dateline = || lines().take(12).find_map(|line| in_dateline(&line.text, order));
    let is_byline = |line: &Line| line.text.len() < SHORT && !labelled_names(&line.text, None).is_empty();
    let byline = || {
        let mut bylines = lines().filter(|line| has_digit(&line.text) && is_byline(line));
        bylines.find_map(|line| find(&line.text, order).map(|(moment, _)| moment))
    };
    let below_byline = || {
        let mut pairs = lines().zip(lines().skip(1));
        pairs.find_map(|(byline, line)| alone(&line.text, order).filter(|_| is_byline(byline)))
    };
    let only_mark = || {
        let marks = scan.marks.iter().filter(|mark| matches!(mark.sign, Sign::Time | Sign::Date));
        let marks = marks.filter(|mark| !mark.in_furniture && is_below(mark.at));
        let mut days = marks.flat_map(|mark| in_mark(scan, mark, order)).map(|date| date.moment);
        let first = days.next()?;
        days.all(|day| day.date() == first.date()).then_some(first)
    };
    let change = || {
        let mut dates = lines().flat_map(|line| in_line(scan, line, order));
        dates.find(ShownDate::is_of_change).map(|date| date.moment)
    };
    dateline().or_else(byline).or_else(below_byline).or_else(only_mark).or_else(change)
}

/// The month that the page tells without a day, in a line with a label or under one: "Last updated: June 2022". Reports
/// have it in a column beside the text, where only what is labelled as the publication's is believed.
pub(super) fn month(scan: &MetadataScan) -> Option<ShownDate> {
    let lines = scan.lines.iter().filter(|line| line.text.len() < SHORT / 2 && has_digit(&line.text));
    let (beside, below): (Vec<&Line>, Vec<&Line>) = lines.partition(|line| line.in_furniture);
    let dated = |line: &Line| {
        let (moment, start) = month_at_end(&line.text)?;
        let before = if start == 0 { scan.label_before(line.at) } else { &line.text[..start] };
        let label = match Label::of(before) {
            Label::Bare if lexicon::DATES_PLAIN_LABELS.contains(&folded(before)) => Label::Published,
            label => label,
        };
        (label != Label::Bare && before.len() < SHORT / 4).then_some(ShownDate { moment, label })
    };
    let is_of_publication = |date: &ShownDate| date.label == Label::Published;
    let beside = || beside.iter().find_map(|line| dated(line).filter(is_of_publication));
    below.iter().find_map(|line| dated(line)).or_else(beside)
}

fn is_dated(mark: &Mark) -> bool {
    matches!(mark.sign, Sign::Time | Sign::Date | Sign::Byline)
}

/// The days in an element that calls itself a date, with the time that its attribute states; or else the one in its
/// attribute, where it shows none ("3 hours ago").
fn in_mark(scan: &MetadataScan, mark: &Mark, order: DayOrder) -> Vec<ShownDate> {
    let words = mark.lines();
    if words.len() > 150 {
        return Vec::new();
    }
    let mut dates = in_words(&words, order, || scan.label_before(mark.at));
    let stated = mark.attribute("datetime").and_then(|text| parse(text, order));
    match (dates.as_mut_slice(), stated) {
        ([], Some(moment)) => {
            let label = match Label::of(&words) {
                Label::Bare => Label::of(scan.label_before(mark.at)),
                label => label,
            };
            dates.push(ShownDate { moment, label });
        }
        ([date], Some(stated)) => date.moment = stated.on(date.moment.date()).unwrap_or(date.moment),
        _ => {}
    }
    if !dates.is_empty() && mark.is_called_changed() {
        dates.iter_mut().for_each(|date| date.label = Label::Changed);
    }
    dates
}

fn in_line(scan: &MetadataScan, line: &Line, order: DayOrder) -> Vec<ShownDate> {
    if line.text.len() >= SHORT || !has_digit(&line.text) {
        return Vec::new();
    }
    in_words(&line.text, order, || scan.label_before(line.at))
}

/// The days in `words`, each with what the words before it say of it, or else `before`, which stands before them all.
fn in_words<'s>(words: &str, order: DayOrder, before: impl Fn() -> &'s str) -> Vec<ShownDate> {
    let mut dates = Vec::new();
    let mut rest = words;
    while let Some((moment, range)) = find(rest, order) {
        let (label_before, after) = (Label::of(&rest[..range.start]), &rest[range.end..]);
        let label = match (label_before, Label::behind(after)) {
            (Label::Bare, Label::Bare) if dates.is_empty() => Label::of(before()),
            (Label::Bare, label) | (label, _) => label,
        };
        dates.push(ShownDate { moment, label });
        rest = after;
    }
    dates
}

fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// The day that a line holds and nothing else.
fn alone(text: &str, order: DayOrder) -> Option<Moment> {
    find(text, order).filter(|(_, range)| range.len() == text.len()).map(|(moment, _)| moment)
}

/// The day at the very beginning of a text, set off from it: "PORT ANN, July 9, 2020 (AP) — The envoys", "(09.07.2020) The".
fn in_dateline(text: &str, order: DayOrder) -> Option<Moment> {
    /// How far from its beginning it may end, in bytes.
    const HEAD: usize = 60;
    let head = text.char_indices().take_while(|(at, _)| *at < HEAD).last().map(|(at, c)| at + c.len_utf8())?;
    let (moment, range) = find(&text[..head], order)?;
    let before = text[..range.start].trim_end();
    let is_place = |word: &str| !word.chars().any(char::is_lowercase);
    let is_head = before.split_whitespace().all(is_place);
    let is_set_off = text[range.end..].trim_start().starts_with([')', '(', '-', '–', '—', ':', '|', '/']);
    (is_head && is_set_off).then_some(moment)
}
