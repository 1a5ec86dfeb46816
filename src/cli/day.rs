//! The day that a person names: "2026-11-21", "yesterday", "last saturday".

use jiff::civil::{Date, Weekday};
use std::str::FromStr;

/// A day, most of them as seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    On(Date),
    Today,
    Yesterday,
    /// The latest day of this name, which may be today: "saturday".
    Latest(Weekday),
    /// The latest one before today: "last saturday".
    Last(Weekday),
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Words that name no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{text}\" is no day; write today, yesterday, a day of the week as in saturday or \"last saturday\", or a date as in \
     2026-11-21"
)]
pub(super) struct ParseDayError {
    text: String,
}

impl FromStr for Day {
    type Err = ParseDayError;

    /// Reads the words in whatever case.
    fn from_str(text: &str) -> Result<Self, ParseDayError> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let day = match words[..] {
            ["today"] => Some(Self::Today),
            ["yesterday"] => Some(Self::Yesterday),
            ["last", name] => weekday(name).map(Self::Last),
            [word] => weekday(word).map(Self::Latest).or_else(|| word.parse().ok().map(Self::On)),
            _ => None,
        };
        day.ok_or_else(|| ParseDayError { text: text.to_owned() })
    }
}

fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(known, _)| *known == name).map(|(_, weekday)| *weekday)
}

impl Day {
    /// The date of the day, if today is `today`.
    pub(super) fn date(self, today: Date) -> Date {
        let days_ago = match self {
            Self::On(date) => return date,
            Self::Today => 0,
            Self::Yesterday => 1,
            Self::Latest(weekday) => today.weekday().since(weekday),
            Self::Last(weekday) => match today.weekday().since(weekday) {
                0 => 7,
                days => days,
            },
        };
        today.saturating_sub(jiff::Span::new().days(days_ago))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// A Monday.
    const TODAY: Date = date(2026, 11, 23);

    fn read(text: &str) -> Date {
        text.parse::<Day>().unwrap().date(TODAY)
    }

    #[test]
    fn a_day_is_counted_back_from_today() {
        assert_eq!(read("today"), TODAY);
        assert_eq!(read("Yesterday"), date(2026, 11, 22));
        assert_eq!(read("2026-11-21"), date(2026, 11, 21));
    }

    #[test]
    fn a_day_of_the_week_may_be_today_and_the_last_one_may_not() {
        assert_eq!((read("monday"), read("last monday")), (TODAY, date(2026, 11, 16)));
        assert_eq!((read("saturday"), read(" Last  Saturday ")), (date(2026, 11, 21), date(2026, 11, 21)));
        assert_eq!((read("tuesday"), read("last tuesday")), (date(2026, 11, 17), date(2026, 11, 17)));
    }

    #[test]
    fn what_names_no_day_is_told_what_does() {
        for text in ["", "23.11.2026", "next saturday", "saturday last", "last", "2026-11-31", "last 2026-11-21"] {
            let said = text.parse::<Day>().unwrap_err().to_string();
            for accepted in ["today", "yesterday", "last saturday", "2026-11-21"] {
                assert!(said.contains(accepted), "{text:?}: {said}");
            }
        }
    }
}
