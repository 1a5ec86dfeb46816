//! Dates in words and figures, as pages write them: "2020-07-09T10:00Z", "9. Juli 2020", "2020年7月9日".

use super::months;
use super::tokens::{Kind, Token, digit, tokens};
use crate::article::{Language, Moment};
use crate::lexicon;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::{rfc2822, temporal::Pieces};
use jiff::tz::Offset;
use std::ops::{Range, RangeInclusive};
use url::Url;

/// The years in which a page can have been published on the web: anything else is a mistake of its system
/// (1970 stands for "no date", 9999 and 2099 for "never") or of another calendar (1399, 1441, 5780).
const YEARS: RangeInclusive<i16> = 1990..=2060;

/// How "07/09/2020" is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum DayOrder {
    DayFirst,
    MonthFirst,
}

impl DayOrder {
    /// The order usual in `language`: the month comes first in American English alone, which is taken to be
    /// meant by "en" too, unless the page's address lies in a country that writes the day first.
    pub(crate) fn of(language: Option<&Language>, address: Option<&Url>) -> Self {
        const DAY_FIRST: [&str; 7] = [".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu"];
        let host = address.and_then(Url::host_str).unwrap_or_default();
        let region = language.and_then(|language| language.identifier().region);
        let region = region.as_ref().map_or("US", |region| region.as_str());
        let is_english = language.is_none_or(|language| language.primary() == "en");
        match is_english && matches!(region, "US" | "PH" | "CA") && !DAY_FIRST.iter().any(|end| host.ends_with(end)) {
            true => Self::MonthFirst,
            false => Self::DayFirst,
        }
    }

    pub(crate) fn other(self) -> Self {
        match self {
            Self::DayFirst => Self::MonthFirst,
            Self::MonthFirst => Self::DayFirst,
        }
    }
}

/// Reads a date that is the whole of `text`, as a field of data carries it: ISO 8601, RFC 2822, seconds or
/// milliseconds since 1970; or else whatever [`find`] finds in it.
pub(super) fn parse(text: &str, order: DayOrder) -> Option<Moment> {
    let text = text.trim();
    iso(text).or_else(|| rfc(text)).or_else(|| epoch(text)).or_else(|| find(text, order).map(|(moment, _)| moment))
}

fn iso(text: &str) -> Option<Moment> {
    // "2020-07-09 10:00:00 +0200": the space before the offset is no ISO, but common.
    let text = text.replace(" +", "+").replace(" -", "-").replace(" Z", "Z").replace(" UTC", "Z");
    let pieces = Pieces::parse(&text).ok()?;
    let date = plausible(pieces.date())?;
    Some(match pieces.time() {
        Some(time) => Moment::at(date, time, pieces.to_numeric_offset()),
        None => Moment::day(date),
    })
}

fn rfc(text: &str) -> Option<Moment> {
    let moment = rfc2822::parse(text).ok()?;
    Some(Moment::at(plausible(moment.date())?, moment.time(), Some(moment.offset())))
}

fn epoch(text: &str) -> Option<Moment> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    let timestamp = match text.len() {
        10 => Timestamp::from_second(number).ok()?,
        13 => Timestamp::from_millisecond(number).ok()?,
        _ => return None,
    };
    let moment = Offset::UTC.to_datetime(timestamp);
    Some(Moment::at(plausible(moment.date())?, moment.time(), Some(Offset::UTC)))
}

/// The year of our count for one that is counted from the death of the Buddha, as Thailand does.
fn common_year(year: i16) -> i16 {
    const THAI: RangeInclusive<i16> = 2533..=2603;
    if THAI.contains(&year) { year - 543 } else { year }
}

fn plausible(date: Date) -> Option<Date> {
    YEARS.contains(&date.year()).then_some(date)
}

/// The first date in a line of text, and where in the line it stands.
pub(in super::super) fn find(text: &str, order: DayOrder) -> Option<(Moment, Range<usize>)> {
    // "9 July '20" has the fewest digits that a date can have.
    text.chars().filter(|c| digit(*c).is_some()).nth(2)?;
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (date, length) = date_at(&tokens[at..], order)?;
        let range = tokens[at].range.start..tokens[at + length - 1].range.end;
        Some((Moment::day(date), range))
    })
}

/// The month that ends a line of text and of which no day is told, as its first day, and where in the line it begins.
pub(super) fn month_at_end(text: &str) -> Option<(Moment, usize)> {
    text.trim_end().chars().next_back().and_then(digit)?;
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (month, next) = month_at(&tokens, at)?;
        let (year, end) = year_at(&tokens, next)?;
        let follows_day = at.checked_sub(1).is_some_and(|before| matches!(tokens[before].kind, Kind::Number(..)));
        let date = day(year, month, 1).filter(|_| end == tokens.len() && !follows_day)?;
        Some((Moment::day(date), tokens[at].range.start))
    })
}

/// The date of "20200709".
pub(super) fn compact(run: &str) -> Option<Date> {
    day(run[..4].parse().ok()?, run[4..6].parse().ok()?, run[6..8].parse().ok()?)
}

/// The date, if an article can have been published on it.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    plausible(Date::new(common_year(year), month, day).ok()?)
}

/// The date that begins with the first of `tokens`, and how many tokens it has.
fn date_at(tokens: &[Token], order: DayOrder) -> Option<(Date, usize)> {
    let first = tokens.first()?;
    match first.kind {
        Kind::Number(year, 4) => year_first(tokens, year),
        Kind::Number(_, 8) if first.text.is_ascii() => Some((compact(first.text)?, 1)),
        Kind::Number(number, 1 | 2) => figures(tokens, number, order).or_else(|| day_first(tokens, number)),
        // Most words of a text are followed by no number, and need not be looked up.
        Kind::Word if tokens.iter().take(4).any(|token| matches!(token.kind, Kind::Number(_, 1 | 2))) => {
            month_first(tokens)
        }
        _ => None,
    }
}

/// "2020-07-09", "2020. 7. 9.", "2020年7月9日", "2020. július 9.", "2020ko uztailaren 9a"
fn year_first(tokens: &[Token], year: i16) -> Option<(Date, usize)> {
    let at = if is_case_ending(tokens) { 2 } else { 1 + separators(&tokens[1..])? };
    let month = match tokens.get(at)?.kind {
        Kind::Number(month, 1 | 2) => i8::try_from(month).ok()?,
        Kind::Word => months::number(&tokens[at].text.to_lowercase())?,
        _ => return None,
    };
    let at = at + 1;
    let at = at + separators(&tokens[at..]).unwrap_or(0);
    let Kind::Number(number, 1 | 2) = tokens.get(at)?.kind else { return None };
    Some((day(year, month, i8::try_from(number).ok()?)?, at + 1))
}

/// Whether an ending is written together with the number before it: the "ko" of "2020ko".
fn is_case_ending(tokens: &[Token]) -> bool {
    matches!(tokens, [number, ending, ..] if ending.kind == Kind::Word
        && ending.range.start == number.range.end
        && lexicon::DATES_BETWEEN.contains(ending.text))
}

/// How many tokens part the year from the month: one mark, or the words for year and month of East Asia.
fn separators(tokens: &[Token]) -> Option<usize> {
    match tokens.first()? {
        Token { kind: Kind::Mark('-' | '/' | '.' | ','), .. } => Some(1),
        Token { text: "年" | "月" | "년" | "월", .. } => Some(1),
        Token { kind: Kind::Word, .. } => Some(0),
        _ => None,
    }
}

/// "09/07/2020", "9.7.2020", "9-7-20"
fn figures(tokens: &[Token], first: i16, order: DayOrder) -> Option<(Date, usize)> {
    let [
        _,
        Token { kind: Kind::Mark(mark @ ('/' | '.' | '-')), .. },
        middle,
        Token { kind: Kind::Mark(again), .. },
        last,
        ..,
    ] = tokens
    else {
        return None;
    };
    let (Kind::Number(second, 1 | 2), Kind::Number(year, length @ (2 | 4))) = (middle.kind, last.kind) else {
        return None;
    };
    if mark != again {
        return None;
    }
    let year = if length == 2 { whole_year(year) } else { year };
    let month_first = match order {
        DayOrder::MonthFirst => first <= 12,
        DayOrder::DayFirst => second > 12,
    };
    let (month, number) = if month_first { (first, second) } else { (second, first) };
    Some((day(year, i8::try_from(month).ok()?, i8::try_from(number).ok()?)?, 5))
}

/// "9 July 2020", "9. Juli 2020", "1er août 2020", "9 de julio de 2020", "09-Jul-20"
fn day_first(tokens: &[Token], number: i16) -> Option<(Date, usize)> {
    let at = 1 + filling(&tokens[1..]);
    let (month, at) = month_at(tokens, at)?;
    let (year, at) = year_at(tokens, at)?;
    Some((day(year, month, i8::try_from(number).ok()?)?, at))
}

/// "July 9, 2020", "Jul. 9th 2020"
fn month_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let (month, at) = month_at(tokens, 0)?;
    let at = at + filling(&tokens[at..]);
    let Kind::Number(number, 1 | 2) = tokens.get(at)?.kind else { return None };
    let (year, at) = year_at(tokens, at + 1)?;
    Some((day(year, month, i8::try_from(number).ok()?)?, at))
}

fn month_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let (month, at) = month_named_at(tokens, at)?;
    // The Arab world has two sets of names: "يوليو/ تموز".
    let again =
        tokens.get(at).filter(|token| token.kind == Kind::Mark('/')).and_then(|_| month_named_at(tokens, at + 1));
    Some(again.filter(|(other, _)| *other == month).unwrap_or((month, at)))
}

fn month_named_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let word = token.text.to_lowercase();
    // "تشرين الأول", "tháng 7"
    if months::may_go_on(&word)
        && let Some(next) = tokens.get(at + 1)
        && let Some(month) = months::number(&format!("{word} {}", next.text))
    {
        return Some((month, at + 2));
    }
    Some((months::number(&word)?, at + 1))
}

/// 2020 of "20", 1999 of "99".
fn whole_year(year: i16) -> i16 {
    if year >= 90 { year + 1900 } else { year + 2000 }
}

fn year_at(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let at = at + filling(&tokens[at.min(tokens.len())..]);
    match tokens.get(at)?.kind {
        Kind::Number(year, 4) => Some((year, at + 1)),
        // "9 Jul '20", but not "9 July 20:15".
        Kind::Number(year, 2)
            if !matches!(tokens.get(at + 1), Some(Token { kind: Kind::Mark(':' | '.' | 'h'), .. })) =>
        {
            let marked = matches!(tokens[at - 1].kind, Kind::Mark('\'' | '’' | '-'));
            marked.then_some((whole_year(year), at + 1))
        }
        _ => None,
    }
}

fn filling(tokens: &[Token]) -> usize {
    let fills = |token: &&Token| match token.kind {
        Kind::Mark(mark) => matches!(mark, '.' | ',' | '-' | '\'' | '’' | '/' | '،'),
        Kind::Word => lexicon::DATES_BETWEEN.contains(&token.text.to_lowercase()),
        Kind::Number(..) => false,
    };
    tokens.iter().take(3).take_while(fills).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        parse(text, DayOrder::DayFirst).map_or("nothing".into(), |moment| moment.to_string())
    }

    #[test]
    fn one_day_is_read_in_all_the_ways_it_is_written() {
        for text in [
            "2020-07-09",
            "2020/7/9",
            "20200709",
            "July 9, 2020",
            "Jul. 9th 2020",
            "9 July 2020",
            "9. Juli 2020",
            "le 9 juillet 2020",
            "9 de julio de 2020",
            "2020年7月9日",
            "2020년 7월 9일",
            "2020. július 9.",
            "9 июля 2020 г.",
            "٩ يوليو ٢٠٢٠",
            "09/07/2020",
            "9.7.2020, 14:30",
            "Thursday, July 9, 2020 at 10:15 am",
            "09-Jul-2020",
            "9 تموز 2020",
            "1594252800000x 9 lipca 2020",
            "Donnerstag, 9. Juli 2020, 14:30 Uhr",
            "09.07.20",
            "jeudi 9 juillet 2020 à 14h30",
            "9 jul. 2020",
            "9 lug 2020",
            "9 de jul. de 2020 às 14h30",
            "do 9 juli 2020",
            "9. 7. 2020",
            "9. července 2020",
            "9. juli 2020 kl. 14:30",
            "9. heinäkuuta 2020 klo 14.30",
            "9 Temmuz 2020 Perşembe",
            "9 июл 2020, 14:30",
            "9 липня 2020",
            "9 يوليو/ تموز 2020",
            "۹ ژوئیه ۲۰۲۰",
            "9 ביולי 2020",
            "9 जुलाई 2020",
            "9 กรกฎาคม 2563",
            "9 tháng 7, 2020",
            "9 tháng 7 năm 2020",
            "9 юли 2020",
            "9. јул 2020.",
            "２０２０年７月９日（木）",
            "2020년 7월 9일 오후 2:30",
            "입력 2020.07.09 14:30",
        ] {
            assert_eq!(read(text), "2020-07-09", "{text}");
        }
    }

    #[test]
    fn the_day_is_never_moved_to_another_time_zone() {
        assert_eq!(read("2020-07-09T23:30:00-04:00"), "2020-07-09T23:30:00-04:00");
        assert_eq!(read("2020-07-09 23:30:00 +0200"), "2020-07-09T23:30:00+02:00");
        assert_eq!(read("Thu, 09 Jul 2020 23:30:00 -0400"), "2020-07-09T23:30:00-04:00");
        assert_eq!(read("1594296000000"), "2020-07-09T12:00:00Z");
    }

    #[test]
    fn the_month_comes_first_for_americans() {
        assert_eq!(parse("07/09/2020", DayOrder::MonthFirst), parse("2020-07-09", DayOrder::DayFirst));
        assert_eq!(parse("16/07/2020", DayOrder::MonthFirst), parse("2020-07-16", DayOrder::DayFirst));
        let order = |tag: &str| DayOrder::of(Language::parse(tag).as_ref(), None);
        assert_eq!(order("en-GB"), DayOrder::DayFirst);
        assert_eq!(order("en"), DayOrder::MonthFirst);
    }

    #[test]
    fn what_cannot_be_a_date_of_publication_is_none() {
        for text in [
            "0001-01-01",
            "1970-01-01T00:00:00Z",
            "9999-12-31",
            "2020-02-31",
            "3 days ago",
            "May 2020",
            "12:30",
            "1.2.3",
            "vor 3 Stunden",
            "il y a 2 jours",
            "3 часа назад",
            "منذ 3 ساعات",
            "3小时前",
            // Other calendars
            "۱۸ تیر ۱۳۹۹",
            "1399/04/18",
            "18/04/1399",
            "17 ذو القعدة 1441",
            "令和2年7月9日",
            "109年7月9日",
        ] {
            assert_eq!(read(text), "nothing", "{text}");
        }
    }

    #[test]
    fn a_month_that_ends_a_line_is_read_as_its_first_day() {
        let read =
            |text: &str| month_at_end(text).map(|(moment, start)| (moment.to_string(), text[..start].to_owned()));
        assert_eq!(read("Last updated: June 2022"), Some(("2022-06-01".into(), "Last updated: ".into())));
        assert_eq!(read("juin 2022"), Some(("2022-06-01".into(), String::new())));
        assert_eq!(read("9 June 2022"), None);
        assert_eq!(read("June 2022 in Osk"), None);
    }
}
